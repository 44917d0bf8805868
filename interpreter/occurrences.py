"""``deduct per F by occurrence``: dearer with repetition, each occurrence in order of date, then of row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..grammar import statements as s
from . import interval as i
from .facts import Event
from .interval import Interval, Quantity
from .lookup import Table, key_value, literals
from .points import to_points
from .runtime import Unit

if TYPE_CHECKING:
    from .compile_expressions import ExpressionCompiler

_MOST_TURNS = 12
"""Of tables with more ordinals than these, the bounds are wider than they need be."""


class Occurrences:
    """Gives what each row accounts for when the first occurrence costs one thing and the next ones another."""

    __slots__ = ("limits", "table")

    def __init__(self, expressions: ExpressionCompiler, line: s.Effect) -> None:
        """Take the line with its rows: keys are ordinal numbers, 1 the first occurrence."""
        assert line.by is not None
        self.table = Table(expressions, line.by, line.rows)
        keys = [key for row in line.rows for key in row.keys]
        figures = {int(key_value(value)) for key in keys for value in literals(key)}
        self.limits = sorted({edge for n in figures for edge in (n, n + 1) if edge > 1})
        """The ordinals at which another row may begin to match."""

    def amounts(self, u: Unit, rows: list[tuple[Event, bool]]) -> list[tuple[Event, Quantity]]:
        """Give each row's points; occurrences before it decide what its own cost."""
        ordered = sorted(rows, key=_moment)
        certain = all(sure and not isinstance(row.quantity, Interval) for row, sure in rows)
        before: Quantity = 0
        found: list[tuple[Event, Quantity]] = []
        for row, sure in ordered:
            counted = row.quantity if sure else i.hull(0, row.quantity)
            after = i.add(before, counted)
            if certain:
                points = self._sum(u, row, int(i.interval(before).low or 0) + 1, int(i.interval(after).low or 0))
            else:
                points = self._between(u, row, i.interval(before), i.interval(counted))
            found.append((row, points))
            before = after
        return found

    def _sum(self, u: Unit, row: Event, first: int, last: int) -> Quantity:
        """Give the points of the occurrences from one to another, run by run of those that cost the same."""
        points: Quantity = 0
        for limit in [*(limit for limit in self.limits if first < limit <= last), last + 1]:
            points = i.add(points, i.multiply(limit - first, self._cost(u, row, first)))
            first = limit
        return points

    def _cost(self, u: Unit, row: Event, ordinal: int) -> Quantity:
        [found] = self.table.find((ordinal,))
        return to_points(self.table.outcome(found)(u, row))

    def _between(self, u: Unit, row: Event, before: Interval, counted: Interval) -> Quantity:
        """Bound a row's points where it is not known how many occurrences came before, or how many it is.

        Between the ordinals at which the cost changes, points grow evenly with both numbers: so they are least and
        most where both are at an end of what they can be, or at such an ordinal.
        """
        turns = [limit - 1 for limit in self.limits]
        if len(turns) > _MOST_TURNS:
            costs = i.hull(*(self._cost(u, row, ordinal) for ordinal in (1, *self.limits)))
            return i.hull(0, i.multiply(counted, costs))
        last = turns[-1] if turns else 0
        found: list[Quantity] = []
        for first in {*_ends(before, last), *_inside(turns, before)}:
            numbers = {*_ends(counted, last - first), *_inside([turn - first for turn in turns], counted)}
            found += [self._sum(u, row, first + 1, first + number) for number in numbers]
        for number in _ends(counted, 0):
            firsts = _inside([turn - number for turn in turns], before)
            found += [self._sum(u, row, first + 1, first + number) for first in firsts]
        if counted.high is None:
            found.append(i.add(found[0], i.multiply(Interval(0, None), self._cost(u, row, last + 1))))
        return i.hull(*found)


def _ends(number: Interval, far: int) -> set[int]:
    """Give the ends of a number of occurrences; of one without limit, where nothing changes any more."""
    low = int(number.low or 0)
    return {low, max(low, far) if number.high is None else int(number.high)}


def _inside(numbers: list[int], limits: Interval) -> list[int]:
    """Give the numbers that lie within some limits."""
    return [number for number in numbers if i.low_end(limits) <= (0, number, 0) <= i.high_end(limits)]


def _moment(entry: tuple[Event, bool]) -> tuple[int, Any]:
    """Order by date; what has none comes last, in the order of the evidence."""
    day = entry[0].date
    return (1, 0) if day is None or isinstance(day, Interval) else (0, day)
