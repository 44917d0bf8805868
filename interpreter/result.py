"""What a rubric came to: each unit's total, rank and grade, and each heading's points with their derivation.

Points are in ten-thousand-millionths (points.py); reports turn them into decimals.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ..diagnostics import Diagnostic
from .interval import Interval, Quantity, high_end, is_known
from .model import FactModel, HeadingModel, Model
from .runtime import HeadingMark

NO_GRADE = "—"
"""Stands among the grades of a unit that may end without one."""


class Vetoed(NamedTuple):
    """A veto that holds for a unit, or may hold."""

    reason: str
    sure: bool


class ToCollect(NamedTuple):
    """Evidence that is still missing: the facts an item waits for, and by how many points they can move it."""

    heading: HeadingModel
    facts: tuple[FactModel, ...]
    points: Quantity
    mark_missing: bool
    """Whether the committee has still to judge it."""
    elsewhere: tuple[tuple[FactModel, tuple[str, ...]], ...] = ()
    """Where the unit itself lacks nothing: the facts it is compared by that other units lack, each with these."""


@dataclass(slots=True)
class UnitResult:
    """One unit's score sheet."""

    name: str
    marks: list[HeadingMark]
    total: Quantity
    rank: Quantity = 1
    grade: str | None = None
    grades: tuple[str, ...] = ()
    """The grades it may still get, best first, `NO_GRADE` last where it may get none of them; one where it is
    certain, and none where no grade is within reach."""
    vetoes: tuple[Vetoed, ...] = ()
    to_collect: tuple[ToCollect, ...] = ()

    @property
    def provisional(self) -> bool:
        """Whether the total still hangs on evidence."""
        return not is_known(self.total)

    def mark(self, heading: HeadingModel) -> HeadingMark:
        """Give the mark of one heading."""
        return self.marks[heading.number]


@dataclass(slots=True)
class Result:
    """The score sheet of all units, in the order of the evidence, and what was found while reckoning."""

    model: Model
    units: list[UnitResult]
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def unit(self, name: str) -> UnitResult | None:
        """Give one unit's sheet by its name."""
        return next((unit for unit in self.units if unit.name == name), None)


def span_of(points: Interval) -> Quantity:
    """Give how far an interval reaches, in its own measure."""
    if points.low is None or points.high is None:
        return Interval(0, None)
    return points.high - points.low


def by_reach(entry: ToCollect) -> tuple[tuple[int, int], str]:
    """Order missing evidence: what can move the most points first."""
    kind, size, _ = high_end(entry.points)
    return (-kind, -int(size)), entry.heading.label
