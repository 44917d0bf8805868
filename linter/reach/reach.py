"""What each heading, the total and the grades can reach, with evidence that shows it.

The interpreter evaluates a unit of which nothing is known: what comes out holds all that any evidence can give. So
what is not in it is never to be had. Where every fact is used once, nothing else is in it either.
"""

from __future__ import annotations

from functools import cached_property

from ...diagnostics import has_errors
from ...interpreter import interval as i
from ...interpreter.interval import Interval, Quantity, interval
from ...interpreter.model import HeadingModel, Model
from ...interpreter.points import scaled
from ...interpreter.program import Program
from ...interpreter.runtime import HeadingMark
from .coordinates import NAMES, Assignment, evidence_of
from .grades import Attainable, attainable
from .search import Goal, Search
from .steps import before_range, earned
from .witness import Witness

_WORK = 30_000
"""So many lines are evaluated at most in search of evidence, for all findings of a file together: some 0.3 s."""


class Reach:
    """The reach of one rubric. Points are in ten-thousand-millionths, headings before their weight."""

    def __init__(self, program: Program) -> None:
        """Take the compiled rubric."""
        self.program = program
        self.model: Model = program.model
        self.anyone = program.anyone()
        """A unit of which nothing is known, evaluated."""
        self._search = Search(program, self.points, _WORK)

    def mark(self, heading: HeadingModel) -> HeadingMark:
        """Give all that a heading can come to, with its derivation."""
        return self.anyone.mark(heading.number)

    def points(self, heading: HeadingModel) -> Interval:
        """Give the least and the most points that a heading can have; a heading that is left out has none."""
        return _closed(self.mark(heading).points)

    def earned(self, heading: HeadingModel) -> Interval:
        """Give the least and the most points of a heading, among the units that it concerns."""
        return _closed(earned(self.mark(heading).trace))

    def before_range(self, heading: HeadingModel) -> Interval:
        """Give what a heading's start, lines and sub-headings come to before its range cuts it."""
        return _closed(before_range(self.mark(heading).trace))

    def is_defined(self, heading: HeadingModel) -> bool:
        """Tell whether a heading has points at all: one that surely divides by zero has none."""
        return all(step.kind != "undefined" for step in self.mark(heading).trace.children)

    @cached_property
    def total(self) -> Interval:
        """The least and the most that the rubric can give, before any veto."""
        return self.points(self.model.rubric)

    @cached_property
    def grades(self) -> Attainable:
        """The grades that a unit can get."""
        return attainable(self.program, self.anyone, self.mark(self.model.rubric).points)

    @cached_property
    def grades_at_full(self) -> Attainable:
        """The grades that a unit could get if all of the declared total could be had."""
        points, full = self.mark(self.model.rubric).points, full_points(self.model.rubric)
        return self.grades if full is None else attainable(self.program, self.anyone, i.hull(points, full))

    def witness(self, heading: HeadingModel, sign: int, bound: int, *, uncut: bool = False) -> Witness | None:
        """Find evidence by which a heading has ``bound`` points or more (``sign`` 1), or as few or fewer (-1).

        ``uncut`` speaks of the points before the range. What is found was proved by scoring it; None means that a
        bounded search found nothing.
        """
        if self._search.work <= self._search.size:  # too little is left to prove what might be found
            return None
        goal = Goal(heading, sign, bound, _uncut if uncut else _points)
        found = self._search.best(goal)
        if self._search.work <= 0:
            return None
        alone = {place: candidate for place, candidate in found.items() if place.whose in ("own", "earlier")}
        return self._prove(goal, alone, False) or self._prove(goal, found, True)

    def _prove(self, goal: Goal, assignment: Assignment, compares: bool) -> Witness | None:
        evidence, previous = evidence_of(assignment, compares)
        self._search.work -= self._search.size
        result = self.program.score(evidence, previous)
        unit = result.unit(NAMES["own"])
        assert unit is not None
        points = goal.of(unit.mark(goal.heading))
        if isinstance(points, Interval) or not goal.is_reached(points) or has_errors(result.diagnostics):
            return None
        return Witness(points, evidence, previous, assignment, self.model)


def full_points(heading: HeadingModel) -> int | None:
    """Give what a heading gives at full marks, before its weight, in ten-thousand-millionths; None without a worth."""
    worth = heading.worth if heading.scaled_to is None else heading.scaled_to
    return None if worth is None else scaled(worth)


def _closed(points: Quantity) -> Interval:
    """Give points as an interval; they are whole, so its ends are reached."""
    return interval(points)


def _points(mark: HeadingMark) -> Quantity:
    return mark.points


def _uncut(mark: HeadingMark) -> Quantity:
    return before_range(mark.trace)
