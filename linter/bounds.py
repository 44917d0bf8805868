"""The most that lines can give or take without some of their caps, whatever the evidence. In points, exact."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import cast

from ..grammar import statements as s
from ..interpreter.compile_expressions import ExpressionCompiler
from ..interpreter.compile_lines import LineCompiler
from ..interpreter.interval import Exact, Quantity, exact, interval
from ..interpreter.model import FactModel, HeadingModel, PointsLine
from ..interpreter.points import to_number
from ..interpreter.runtime import NoValue
from .figures import points_of
from .rule import Subject

_WITHIN: dict[tuple[s.Calendar, s.Calendar], int] = {
    ("day", "month"): 31,
    ("day", "quarter"): 92,
    ("day", "year"): 366,
    ("month", "quarter"): 3,
    ("month", "year"): 12,
    ("quarter", "year"): 4,
}
"""How many of the shorter lie in one of the longer, at most."""


class Bounds:
    """Evaluates single lines of a rubric for a unit of which nothing is known."""

    def __init__(self, subject: Subject) -> None:
        """Take the rule file."""
        self._subject = subject
        self._lines = LineCompiler(ExpressionCompiler(subject.model))

    def most(self, line: PointsLine, heading: HeadingModel) -> Exact | None:
        """Give the most points that a line can move its heading by, either way; None where there is no limit.

        What sets the points moves nothing.
        """
        match line:
            case s.Effect():
                return self._most_of_effect(line, heading)
            case s.Judge():
                return exact(Fraction(max(abs(line.low.value), abs(line.high.value))))
            case _:
                return 0

    def before(self, cap: s.Cap, line: s.Effect, heading: HeadingModel) -> Exact | None:
        """Give the most points that a cap of a line can find to cut, its other caps counted; None for any number."""
        others = line.replace(caps=tuple(other for other in line.caps if other is not cap))
        most = [self._most_of_effect(others, heading), *_by_shorter(cap, others, heading)]
        return min((points for points in most if points is not None), default=None)

    def _most_of_effect(self, line: s.Effect, heading: HeadingModel) -> Exact | None:
        if not line.caps and self._counts_without_end(line):
            return None
        self._lines.expressions.heading = heading
        try:
            points = self._lines.effect(line)(self._subject.reach.anyone).value
        except NoValue:  # it divides by zero whatever the evidence
            return None
        ends = interval(to_number(cast("Quantity", points)))
        return None if ends.low is None or ends.high is None else max(-ends.low, ends.high)

    def _counts_without_end(self, line: s.Effect) -> bool:
        """Tell at a glance what most lines do: count events of which there may be any number."""
        if not isinstance(line.per, s.PerEvent) or line.per.quota is not None:
            return False
        fact = self._subject.model.symbols[line.per.fact.span]
        return isinstance(fact, FactModel) and fact.type.high is None


def _by_shorter(cap: s.Cap, line: s.Effect, heading: HeadingModel) -> Iterator[Exact]:
    """Give what the caps of shorter periods leave for the period of a cap: 1 a month is 3 a quarter at most."""
    for other in line.caps:
        limit = points_of(other.limit, heading)
        if other.per and cap.per and (other.per, cap.per) in _WITHIN and limit is not None:
            yield limit * _WITHIN[other.per, cap.per]
