"""Mistakes found by what reads a file, which knows no units and no facts → what is lost by them.

A mistake inside a record concerns what the record speaks of; any other one the unit whose part of the file it stands
in, or all units.
"""

from __future__ import annotations

from typing import Protocol

from ..diagnostics import Diagnostic, Place
from ..diagnostics.catalogue import evidence as say
from ..diagnostics.catalogue import workbook as more
from ..diagnostics.table import TableSource
from .keys import DECISION_COLUMNS, find_key
from .ledger import Ledger
from .lost import LostStretch, Section
from .record import EvidenceFile, Record
from .workbook_layout import sheet_of

_DECIDE_NOTHING = (say.OTHER_RUBRIC, say.OTHER_YEAR, say.OWN_YEAR)
"""A file refused for these is no evidence of this rubric, so that nothing of it is lost."""

_LOSE_ROWS_ALONE = (
    say.BAD_CSV,
    say.CELL_COUNT,
    say.SHEET_MISSING,
    more.BAD_JSON_LINE,
    more.NO_HEADER,
    more.GRID_TOO_LARGE,
)
"""What else was read of a file with these is as it stands there."""

_OF_SEVERAL_ROWS = (more.MERGED_AMOUNT,)
"""These stand in one row and concern others, too."""


class Losses(Protocol):
    """What is told of everything that is lost."""

    def lose(
        self, record: Record, place: Place, *, has_unit: bool = True, has_subject: bool = True, is_whole: bool = False
    ) -> None:
        """Note a record that could not be read as it should be."""
        ...

    def lose_stretch(self, lost: LostStretch) -> None:
        """Note a file, or a part of one, of which nobody knows what it says."""
        ...


class OpenMistakes:
    """Keeps the mistakes of one file until it is known what they concern."""

    def __init__(self, losses: Losses) -> None:
        """Take what is told of the losses."""
        self._losses = losses
        self._found: list[Diagnostic] = []
        self._file: EvidenceFile | None = None

    def add(self, diagnostic: Diagnostic) -> None:
        """Take a diagnostic; a warning loses nothing."""
        if diagnostic.is_error:
            self._found.append(diagnostic)

    def drop(self, diagnostic: Diagnostic) -> None:
        """Leave out a mistake that was found another time, where it is known whom it concerns."""
        self._found = [each for each in self._found if (each.code, each.place) != (diagnostic.code, diagnostic.place)]

    def begin(self, file: EvidenceFile) -> None:
        """Go on to the records of a file, whose shape was read."""
        self._file = file

    def refuse(self, reason: Diagnostic) -> None:
        """Go on where a file is refused: what is wrong inside it does not matter."""
        self._found = [] if reason.kind in _DECIDE_NOTHING else [reason]

    def within(self, record: Record) -> None:
        """Settle the mistakes inside a record."""
        for diagnostic in self._found[:]:
            place = _place_within(diagnostic, record)
            if place is not None:
                self._found.remove(diagnostic)
                if record.broken:
                    continue  # it is lost anyway
                has_unit, has_subject = (name.place != diagnostic.place for name in (record.unit, record.subject))
                self._losses.lose(record, place, has_unit=has_unit, has_subject=has_subject, is_whole=True)

    def within_rows(self, ledger: Ledger) -> None:
        """Settle the mistakes inside the rows of a ledger."""
        if self._found:
            for record in ledger.records(sorted(row for group in ledger.groups() for row in group.rows)):
                self.within(record)

    def stop(self, place: Place) -> None:
        """Note that the rest of a file, which is that place, is not read."""
        self._losses.lose_stretch(LostStretch(place, _sections(place, self._file), spoils=False))

    def close(self) -> None:
        """Settle what is left, at the end of a file."""
        for diagnostic in self._found:
            unit = None if self._file is None else _unit_at(diagnostic.place, self._file)
            spoils = self._file is not None and diagnostic.kind not in _LOSE_ROWS_ALONE
            sections = _sections(diagnostic.place, self._file, str(diagnostic.arguments.get("sheet", "")))
            self._losses.lose_stretch(LostStretch(diagnostic.place, sections, unit, spoils))
        self._found = []
        self._file = None


def _place_within(diagnostic: Diagnostic, record: Record) -> Place | None:
    """Give the place of a mistake that lies in a record; of a key that stands twice, the first one may do so."""
    if diagnostic.kind in _OF_SEVERAL_ROWS:
        return None
    labels = diagnostic.labels if diagnostic.kind == say.REPEATED_KEY else diagnostic.labels[:1]
    around = (record.place, record.subject.place)
    return next((label.place for label in labels if any(_holds(place, label.place) for place in around)), None)


def _holds(outer: Place, inner: Place) -> bool:
    """Tell whether a place lies in another one."""
    if outer.source is not inner.source or outer.span is None or inner.span is None:
        return False
    return outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def _unit_at(place: Place, file: EvidenceFile) -> str | None:
    """Give the unit that a file alone speaks of at a place."""
    units = [unit.text for unit, span in file.extents if _holds(Place(file.source, span), place)]
    return units[0] if units else None


def _sections(place: Place, file: EvidenceFile | None, sheet: str = "") -> frozenset[Section]:
    """Tell what may have been stated at a place, or on a sheet: on those of facts and events there are no rulings."""
    kind = sheet_of(place.source.sheet if isinstance(place.source, TableSource) else sheet)
    if kind == "marks":
        return frozenset({"rulings"})
    has_items = file is not None and any(map(_has_items, file.ledgers))  # a merged ledger holds everything
    may_rule = has_items if kind in ("facts", "events") else file is None or file.may_rule
    return frozenset({"facts", "rulings"} if may_rule else {"facts"})


def _has_items(ledger: Ledger) -> bool:
    return any(find_key(header, DECISION_COLUMNS) == "item" for _, header in ledger.columns.others)
