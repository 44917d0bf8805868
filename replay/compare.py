"""Two results of one rubric, held against each other: which points moved, by how much, and what keeps others still.

All points are in ten-thousand-millionths (interpreter/points.py).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from ..interpreter.interval import Interval, Quantity, is_known, subtract, total
from ..interpreter.model import HeadingModel, Model
from ..interpreter.result import Result, UnitResult
from ..interpreter.runtime import HeadingMark
from .change import Change
from .touched import touched


class WhatIf(NamedTuple):
    """A question about one unit, as it was typed and as it was understood, and the results without and with it."""

    unit: str
    texts: tuple[str, ...]
    changes: tuple[Change, ...]
    present: tuple[bool, ...]
    """Of each change, whether the evidence says so already."""
    before: Result
    after: Result

    @property
    def model(self) -> Model:
        """The rubric."""
        return self.after.model

    @property
    def sheets(self) -> tuple[UnitResult, UnitResult]:
        """The unit's sheet before and after. Raises KeyError where a result has no such unit."""
        return _sheet(self.before, self.unit), _sheet(self.after, self.unit)


class Moved(NamedTuple):
    """A heading whose points are others than before, and by how many; ``by`` is an interval where it is not certain."""

    heading: HeadingModel
    before: HeadingMark
    after: HeadingMark
    by: Quantity


def _sheet(result: Result, unit: str) -> UnitResult:
    found = result.unit(unit)
    if found is None:
        raise KeyError(unit)
    return found


def moved(asked: WhatIf) -> tuple[Moved, ...]:
    """Give the headings of the unit whose points moved, or which began or ceased to concern it; parts and sums, too."""
    before, after = asked.sheets
    reached = touched(asked.model, asked.changes)
    return tuple(
        Moved(heading, before.mark(heading), after.mark(heading), difference(heading, before, after, reached))
        for heading in asked.model.headings
        if _shown(before.mark(heading)) != _shown(after.mark(heading))
    )


def difference(heading: HeadingModel, before: UnitResult, after: UnitResult, reached: Collection[int]) -> Quantity:
    """Give by how much a heading's points moved; ``reached`` are the numbers of those that the change can reach.

    What is unknown is the same before and after: what the change can't reach did not move, and a sum moves by what the
    headings below it move by. Where more is reckoned with what is unknown, all is given that may have come of it.
    """
    first, then = before.mark(heading), after.mark(heading)
    if is_known(first.points) and is_known(then.points):
        return subtract(then.points, first.points)
    if heading.number not in reached:
        return 0
    if _is_sum(first, heading) and _is_sum(then, heading):
        return total(difference(child, before, after, reached) for child in heading.children)
    return subtract(then.points, first.points)


def is_standing_alike(before: UnitResult, after: UnitResult) -> bool:
    """Tell whether a unit has the same total, rank, grade and vetoes."""
    return _standing(before) == _standing(after)


def is_plain_sum(mark: HeadingMark) -> bool:
    """Tell whether a heading's points are no more than those below it, added up; a veto sets a total otherwise."""
    steps = mark.trace.children
    is_set = mark.trace.value != mark.points
    return bool(steps) and not is_set and all(step.kind in ("handed up", "bonus") for step in steps)


def _is_sum(mark: HeadingMark, heading: HeadingModel) -> bool:
    """Tell whether a heading moves as those below it do."""
    return is_plain_sum(mark) and all(child.weight == 1 for child in heading.children) and mark.applies is True


def _shown(mark: HeadingMark) -> tuple[Quantity | None, bool]:
    """Give what a reader sees of a mark: no points where the heading does not concern the unit."""
    return (None if mark.applies is False else mark.points), isinstance(mark.points, Interval)


def _standing(unit: UnitResult) -> tuple[object, ...]:
    return unit.total, unit.rank, unit.grades, unit.vetoes
