"""What evidence files say before it is held against the rubric: texts as their authors wrote them, and where.

A reader of a format gives these; the checks take them. Nothing here knows numbers, dates or the rubric.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..diagnostics import Diagnostic, Place, SourceFile, Span
from ..diagnostics.table import TableSource

if TYPE_CHECKING:
    from .ledger import Ledger

Report = Callable[[Diagnostic], None]
"""Takes each diagnostic where it is found."""

MAX_MISTAKES = 200
"""So many mistakes end the reading of a file."""


NOWHERE = Place(SourceFile("", ""))
"""The place of a text that is only tried: nobody is told what is wrong with it."""


class Origin(NamedTuple):
    """A file, and its sheet if it is a workbook."""

    file: str
    sheet: str


def origin_of(source: SourceFile | TableSource) -> Origin:
    """Give the file and the sheet that a source is."""
    return Origin(source.name, source.sheet if isinstance(source, TableSource) else "")


class Said(NamedTuple):
    """A text of the file, without the quotes round it, and where it stands."""

    text: str
    place: Place


class Entry(NamedTuple):
    """Something said under a name: ``note: …``, or a cell of a named column."""

    key: Said
    value: Said


class Record(NamedTuple):
    """What a file says once of one unit's fact, mark or ruling.

    ``subject`` names the fact or the heading. ``bare`` is a value that stands alone, as in ``essay: 4``; otherwise
    ``entries`` tell the parts, empty ones left out. ``nothing`` marks an empty list: no event happened. ``broken``
    marks one of which so much could not be read that it is not kept; its reader has said why. ``place`` covers all of
    it.
    """

    about: Literal["fact", "mark", "ruling"]
    unit: Said
    subject: Said
    place: Place
    bare: Said | None = None
    entries: tuple[Entry, ...] = ()
    nothing: bool = False
    broken: bool = False
    title: Said | None = None
    """The title that stands behind the number of the heading."""
    blank: tuple[Entry, ...] = ()
    """Empty cells of the row, of which somebody may want to know where they are."""


class EvidenceFile(NamedTuple):
    """One file: the rubric and the year it says it is for, the units it declares, and its records, read once."""

    source: SourceFile
    records: Iterable[Record]
    units: tuple[Said, ...] = ()
    rubric: Said | None = None
    year: Said | None = None
    ledgers: tuple[Ledger, ...] = ()
    """Tables of many rows, which are read by columns."""
    lists_units: bool = False
    """Whether it lists all units that take part, as the header of a sheet of facts does."""
    extents: tuple[tuple[Said, Span], ...] = ()
    """Where it speaks of one unit alone: the unit, and that stretch of the text."""
    adds_units: bool = True
    """Whether its rows may name units that it does not list."""
    may_rule: bool = True
    """Whether there may be rulings in it."""
