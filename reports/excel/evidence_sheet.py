"""The sheet of evidence: one row for each value, event, mark and ruling, and where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ...diagnostics import Language, Place
from ...interpreter.facts import Event, Evidence, Missing, UnitFacts
from ...interpreter.interval import is_known
from ...interpreter.model import FactModel, Model
from ...interpreter.points import to_points
from ...interpreter.show import points_text
from ...receipts.receipt import Receipt
from ..receipt_line import files_word, receipt_rows
from ..values import value_text
from ..words import sheet as sheet_word
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
        self._last_row = 0

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
                    self._last_row = row
                    return
                self._write(row, facts.name, entry)
        self.sheet.filtered(0, row, len(names))
        self._last_row = row

    def files(self, receipt: Receipt) -> None:
        """List below the evidence the files that the result was made of, with their digests."""
        top = self._last_row + 2
        self.sheet.over(top, top, 0, files_word(self._language), "head", until=1)
        for row, (kind, name, digest) in enumerate(receipt_rows(receipt, self._language), top + 1):
            self.sheet.text(row, 0, kind, "plain")
            self.sheet.text(row, 1, name, "plain")
            self.sheet.over(row, row, 2, digest, "plain", until=5)

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
            if not is_known(ruling.points):
                yield EvidenceRow(label, sheet_word("unread ruling", self._language), place=ruling.place)
                continue
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
