"""Evidence → the rows of one ledger: every text as a person would write it, in the names of the rubric.

Takes evidence that was read and found sound; gives its rows in the order of units and facts, each with its origin.
Reading them back gives equal evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...diagnostics import Place
from ...diagnostics.table import TableSource
from ...interpreter.facts import Event, Evidence, Missing, Stated, UnitFacts
from ...interpreter.model import FactModel, Model, Type
from ..template.cells import quantity_of, text_of

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

    def __init__(self, model: Model, digests: Mapping[str, str]) -> None:
        """Take the rubric and the files' digests."""
        self._model = model
        self._digests = digests
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
        columns = tuple(self._columns[index] for index in used)
        return LedgerTable(columns, [tuple(row[index] for index in used) for row in rows], repeated)

    def _all(self, evidence: Evidence) -> Iterator[tuple[dict[str, str], Place | None]]:
        for unit in evidence.units.values():
            if not (unit.values or unit.events or unit.marks or unit.rulings):
                yield {"unit": unit.name}, None  # that it takes part is all there is to say of it
            for fact in self._model.facts.values():
                for cells, place in self._counted(unit, fact) if fact.counts else self._measured(unit, fact):
                    yield {"unit": unit.name, "fact": fact.name, **cells}, place
            for label, mark in unit.marks.items():
                points = text_of(mark.points, _POINTS, "en")
                yield {"unit": unit.name, "item": label, "points": points, "reason": mark.reason}, mark.place
            for label, ruling in unit.rulings.items():
                cells = {"item": label, "points": text_of(ruling.points, _POINTS, "en"), "reason": ruling.reason}
                yield {"unit": unit.name, **cells, "by": ruling.by}, ruling.place

    def _measured(self, unit: UnitFacts, fact: FactModel) -> Iterator[tuple[dict[str, str], Place | None]]:
        value = unit.values.get(fact.name)
        if value is not None:
            yield {"value": _written(value.stated, fact.type), "note": value.note}, value.place

    def _counted(self, unit: UnitFacts, fact: FactModel) -> Iterator[tuple[dict[str, str], Place | None]]:
        events = unit.events.get(fact.name)
        if isinstance(events, Missing):
            yield {"quantity": text_of(events, fact.type, "en")}, None
        elif events is not None:
            for event in events or [Event(0)]:
                yield self._event(event, fact), event.place

    def _event(self, event: Event, fact: FactModel) -> dict[str, str]:
        cells = {"note": event.note, "reference": event.reference}
        cells["quantity"] = _written(quantity_of(event), fact.type)
        if event.date is not None:
            cells["date"] = text_of(event.date, _A_DAY, "en")
        return cells | {name: _written(stated, fact.fields[name].type) for name, stated in event.fields.items()}

    def _origin(self, place: Place | None) -> dict[str, str]:
        """Tell where a row comes from: the file, its sheet, and the row or line."""
        if place is None:
            return dict.fromkeys(_ORIGIN, "")
        source = place.source
        sheet = source.sheet if isinstance(source, TableSource) else ""
        row = str(place.position[0]) if place.span else ""
        return {"file": source.name, "sheet": sheet, "row": row, "digest": self._digests.get(source.name, "")}


def _written(stated: Stated, kind: Type) -> str:
    """Write what is stated; a choice by its name, which is sure to be the only one."""
    return stated if isinstance(stated, str) else text_of(stated, kind, "en")
