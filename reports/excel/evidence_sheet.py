"""The sheet of evidence: one row for each value, event, mark and ruling, and where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ...diagnostics import Language, Place
from ...interpreter.facts import Event, Evidence, Missing, UnitFacts
from ...interpreter.model import FactModel, Model
from ...interpreter.points import to_points
from ...interpreter.show import points_text
from ..values import value_text
from .book import At, Book, Sheet
from .words import word

MOST_ROWS = 200_000
_WIDTHS = (14, 26, 18, 36, 12, 48, 24, 32)


class EvidenceRow(NamedTuple):
    """A row of the sheet, its texts ready to be shown."""

    what: str
    value: str
    fields: str = ""
    day: str = ""
    note: str = ""
    reference: str = ""
    place: Place | None = None


class EvidenceSheet:
    """The sheet, and where in it the evidence of a unit begins and each place is told."""

    def __init__(self, book: Book, model: Model, language: Language) -> None:
        """Add the empty sheet."""
        self.sheet: Sheet = book.add_sheet(word("evidence", language))
        self.units: dict[str, At] = {}
        self.places: dict[str, At] = {}
        self._model = model
        self._language: Language = language

    def fill(self, evidence: Evidence) -> None:
        """Write all evidence, unit by unit."""
        names = ("unit", "what", "value", "fields", "date", "note", "reference", "place")
        self.sheet.columns(_WIDTHS)
        self.sheet.header(0, 2, [word(name, self._language) for name in names])
        row = 0
        for facts in evidence.units.values():
            self.units[facts.name] = At(self.sheet.name, row + 1, 0)
            for entry in self._rows(facts):
                row += 1
                if row > MOST_ROWS:
                    self.sheet.text(row, 0, word("cut", self._language), "plain")
                    return
                self._write(row, facts.name, entry)
        self.sheet.filtered(0, row, len(names))

    def _write(self, row: int, unit: str, entry: EvidenceRow) -> None:
        where = entry.place.row if entry.place else ""
        if where:
            self.places.setdefault(where, At(self.sheet.name, row, 0))
        for column, text in enumerate((unit, *entry[:-1], where)):
            if text:
                self.sheet.text(row, column, text, "plain")

    def _rows(self, facts: UnitFacts) -> Iterator[EvidenceRow]:
        for fact in self._model.facts.values():
            if fact.name in facts.values:
                value = facts.values[fact.name]
                shown = value_text(value.stated, fact.type, self._language)
                yield EvidenceRow(fact.label, shown, note=value.note, place=value.place)
            events = facts.events.get(fact.name, ())
            if isinstance(events, Missing):
                yield EvidenceRow(fact.label, value_text(events, fact.type, self._language))
            else:
                yield from (self._event(event, fact) for event in events)
        for label, mark in facts.marks.items():
            points = points_text(to_points(mark.points))
            shown = word("mark", self._language, points=points)
            yield EvidenceRow(label, shown, note=mark.reason, place=mark.place)
        for label, ruling in facts.rulings.items():
            points = points_text(to_points(ruling.points))
            shown = word("ruling", self._language, points=points, by=ruling.by)
            yield EvidenceRow(label, shown, note=ruling.reason, place=ruling.place)

    def _event(self, event: Event, fact: FactModel) -> EvidenceRow:
        parts: list[str] = []
        for name, stated in event.fields.items():
            field = fact.fields.get(name)
            shown = value_text(stated, field.type if field else None, self._language)
            parts.append(word("field", self._language, label=field.label if field else name, value=shown))
        day = ""
        if event.date is not None:
            known = event.date if isinstance(event.date, int) else None
            day = value_text(event.date, None, self._language) if known is None else date.fromordinal(known).isoformat()
        shown = value_text(event.quantity, fact.type, self._language)
        return EvidenceRow(fact.label, shown, "\n".join(parts), day, event.note, event.reference, event.place)
