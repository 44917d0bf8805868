"""What evidence says, once it was read and found sound: the values, events, marks and rulings of each unit.

Numbers are ``int`` or ``Fraction``, or an ``Interval`` where the evidence states a bound; shares are shares of 1;
dates are ordinals (``date.toordinal``), so that their difference is a number of days; choices and texts are ``str``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from ..diagnostics import Place
from .interval import Quantity


class Missing(Enum):
    """What may stand instead of a value."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "n/a"


Stated = Quantity | bool | str | Missing
"""What evidence states of one fact or field."""


class Event(NamedTuple):
    """One row of evidence about a fact that counts: how many, when, with which fields, and where it is written."""

    quantity: Quantity
    date: Quantity | None = None
    fields: Mapping[str, Stated] = {}
    note: str = ""
    reference: str = ""
    place: Place | None = None


class Value(NamedTuple):
    """What evidence says of a fact that does not count events, and where."""

    stated: Stated
    note: str = ""
    place: Place | None = None


class Mark(NamedTuple):
    """The committee's own mark for a heading with a ``judge`` line, in points."""

    points: Quantity
    reason: str = ""
    place: Place | None = None


class Ruling(NamedTuple):
    """The committee's decision to give a heading these points whatever the arithmetic says.

    The points are known, but where a ruling could not be read and scoring goes on without it: then they may be any.
    """

    points: Quantity
    reason: str
    by: str
    place: Place | None = None


@dataclass(slots=True)
class UnitFacts:
    """All evidence of one unit. Facts go by their names in the rubric, marks and rulings by a heading's label.

    ``events`` holds, for a fact that counts, its rows in their order, or that the whole fact is unknown or does not
    apply; a fact that is not there has no row.
    """

    name: str
    values: dict[str, Value] = field(default_factory=dict[str, Value])
    events: dict[str, Sequence[Event] | Missing] = field(default_factory=dict[str, "Sequence[Event] | Missing"])
    marks: dict[str, Mark] = field(default_factory=dict[str, Mark])
    rulings: dict[str, Ruling] = field(default_factory=dict[str, Ruling])


@dataclass(slots=True)
class Evidence:
    """The evidence of a rubric: its units, in the order in which the evidence names them."""

    units: dict[str, UnitFacts] = field(default_factory=dict[str, UnitFacts])
