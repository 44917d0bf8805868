"""Evidence → the rows of one ledger: every text as a person would write it.

In English, facts, fields and choices go by their names in the rubric; in Chinese, by the labels that people know, where
a label means one thing alone.

Takes evidence that was read and found sound; gives its rows in the order of units and facts, each with its origin.
Reading them back gives equal evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...diagnostics import Language, Place
from ...diagnostics.table import TableSource
from ...interpreter.facts import Event, Evidence, Missing, Stated, UnitFacts
from ...interpreter.model import FactModel, Model, Type
from ..keys import LEDGER_COLUMNS, find_key, in_chinese, plain
from ..template.cells import fact_text, quantity_of, text_of

_BEFORE = ("unit", "fact", "quantity", "value", "date")
_BEHIND = ("note", "reference", "item", "points", "reason", "by")
_ORIGIN = ("file", "sheet", "row", "digest")
_A_DAY = Type("date")
_POINTS = Type("number")


class LedgerTable(NamedTuple):
    """The ledger: the names of its columns, and its rows, a text for each column; empty where there is none."""

    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]
    repeated: int
    """How many rows were left out because another file or sheet has the same."""


class Merger:
    """Makes the rows. ``digests`` gives the digest of each file by the name that places go by."""

    def __init__(self, model: Model, digests: Mapping[str, str], language: Language = "en") -> None:
        """Take the rubric, the files' digests, and the language of titles and words."""
        self._model = model
        self._digests = digests
        self._language: Language = language
        fields = dict.fromkeys(name for fact in model.facts.values() for name in fact.fields)
        # A field that is called like a column shares it: a row is read by what its fact has.
        self._fields = tuple(name for name in fields if name not in (*_BEFORE, *_BEHIND))
        self._columns = (*_BEFORE, *self._fields, *_BEHIND, *_ORIGIN)

    def table(self, evidence: Evidence) -> LedgerTable:
        """Give the ledger; of rows that are the same in two files or sheets, the first alone."""
        rows: list[tuple[str, ...]] = []
        met: dict[tuple[str, ...], tuple[str, str]] = {}
        repeated = 0
        for cells, place in self._all(evidence):
            origin = self._origin(place)
            said = tuple(cells.get(column, "") for column in self._columns)
            stands_in = origin["file"], origin["sheet"]
            if met.setdefault(said, stands_in) != stands_in:
                repeated += 1
                continue
            rows.append(said[: -len(_ORIGIN)] + tuple(origin[name] for name in _ORIGIN))
        used = [
            index
            for index, name in enumerate(self._columns)
            if name in ("unit", "fact", *_ORIGIN) or any(row[index] for row in rows)
        ]
        columns = tuple(self._title(self._columns[index]) for index in used)
        return LedgerTable(columns, [tuple(row[index] for index in used) for row in rows], repeated)

    def _title(self, column: str) -> str:
        """Give the title of a column in the language; a field's label, where it means nothing else."""
        if self._language == "en":
            return column
        if column not in self._fields:
            return in_chinese(column, LEDGER_COLUMNS)
        fields = [field for fact in self._model.facts.values() for field in fact.fields.values()]
        label = next(field.label for field in fields if field.name == column)
        is_called = {field.name for field in fields if plain(label) in (field.name, plain(field.label))}
        is_same = all(field.label == label for field in fields if field.name == column)
        return label if is_same and is_called == {column} and not find_key(label, LEDGER_COLUMNS) else column

    def _fact(self, fact: FactModel) -> str:
        return fact.name if self._language == "en" else fact_text(fact, self._model)

    def _written(self, stated: Stated, kind: Type) -> str:
        """Write what is stated; in English a choice by its name, which is sure to be the only one."""
        if isinstance(stated, str) and self._language == "en":
            return stated
        return text_of(stated, kind, self._language)

    def _all(self, evidence: Evidence) -> Iterator[tuple[dict[str, str], Place | None]]:
        for unit in evidence.units.values():
            if not (unit.values or unit.events or unit.marks or unit.rulings):
                yield {"unit": unit.name}, None  # that it takes part is all there is to say of it
            for fact in self._model.facts.values():
                for cells, place in self._counted(unit, fact) if fact.counts else self._measured(unit, fact):
                    yield {"unit": unit.name, "fact": self._fact(fact), **cells}, place
            for label, mark in unit.marks.items():
                points = self._written(mark.points, _POINTS)
                yield {"unit": unit.name, "item": label, "points": points, "reason": mark.reason}, mark.place
            for label, ruling in unit.rulings.items():
                cells = {"item": label, "points": self._written(ruling.points, _POINTS), "reason": ruling.reason}
                yield {"unit": unit.name, **cells, "by": ruling.by}, ruling.place

    def _measured(self, unit: UnitFacts, fact: FactModel) -> Iterator[tuple[dict[str, str], Place | None]]:
        value = unit.values.get(fact.name)
        if value is not None:
            yield {"value": self._written(value.stated, fact.type), "note": value.note}, value.place

    def _counted(self, unit: UnitFacts, fact: FactModel) -> Iterator[tuple[dict[str, str], Place | None]]:
        events = unit.events.get(fact.name)
        if isinstance(events, Missing):
            yield {"quantity": self._written(events, fact.type)}, None
        elif events is not None:
            for event in events or [Event(0)]:
                yield self._event(event, fact), event.place

    def _event(self, event: Event, fact: FactModel) -> dict[str, str]:
        cells = {"note": event.note, "reference": event.reference}
        cells["quantity"] = self._written(quantity_of(event), fact.type)
        if event.date is not None:
            cells["date"] = self._written(event.date, _A_DAY)
        return cells | {name: self._written(stated, fact.fields[name].type) for name, stated in event.fields.items()}

    def _origin(self, place: Place | None) -> dict[str, str]:
        """Tell where a row comes from: the file, its sheet, and the row or line."""
        if place is None:
            return dict.fromkeys(_ORIGIN, "")
        source = place.source
        sheet = source.sheet if isinstance(source, TableSource) else ""
        row = str(place.position[0]) if place.span else ""
        return {"file": source.name, "sheet": sheet, "row": row, "digest": self._digests.get(source.name, "")}
