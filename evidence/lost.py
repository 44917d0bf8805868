"""What could not be read, as far as it can be told what it spoke of; `doubts` makes it unknown."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ..diagnostics import Place
from ..interpreter.model import FactModel
from .record import Record

Section = Literal["facts", "rulings"]
"""What may have been stated where nothing can be read. A mark that is lost is missing, which leaves its item open."""


class LostFact(NamedTuple):
    """Something said of a unit's fact that could not be read; ``is_contrary`` where it contradicts what was read."""

    unit: str
    fact: str
    place: Place
    is_contrary: bool = False


class LostRecord(NamedTuple):
    """A record of which the unit or the fact, the heading included, is not known or not to be trusted.

    ``unit`` and ``subject`` are what can be trusted of its names. ``fact`` is one that is likely meant.
    """

    record: Record
    place: Place
    unit: str | None
    subject: str | None
    fact: FactModel | None = None
    is_whole: bool = False
    """Whether what was read of it may be wrong, or more is lost than one row: nothing said of the fact can be relied
    upon."""


class LostStretch(NamedTuple):
    """A file, or a part of it, of which nobody knows what it says.

    ``unit`` is the one it speaks of, None where it may be any. ``spoils`` tells whether what was read of the rest may
    be wrong, too, as where a column is lost.
    """

    place: Place
    sections: frozenset[Section]
    unit: str | None = None
    spoils: bool = True
