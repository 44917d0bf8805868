"""The values of one key of a decision table, cut into cells that each row takes whole or not at all.

A cell of numbers is one of the numbers that rows name, or what lies between two of them; a cell of a choice is one of
its values. Cells are numbered from 0, in the order of the numbers or of the choice's declaration.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from math import ceil, floor
from typing import assert_never

from ...diagnostics import Words
from ...grammar import expressions as e
from ...grammar import statements as s
from ...interpreter.interval import Exact, Interval
from ...interpreter.lookup import key_value

Spans = tuple[range, ...]
"""Some cells, as stretches of neighbours in ascending order; none is empty."""

OTHER = object()
"""Stands for all texts that no row names."""


class Line:
    """Numbers, shares or dates: cells are points and the open stretches between them."""

    __slots__ = ("_cells", "_points", "_write", "size", "whole")

    def __init__(
        self, points: Iterable[Exact], extent: Interval, whole: bool, write: Callable[[Exact], str] = str
    ) -> None:
        """Take the numbers that rows name, the ends between which values lie, and how a number is written."""
        ends = {end for end in (extent.low, extent.high) if end is not None}
        self._points = sorted(ends | set(points))
        self._write = write
        self.whole = whole
        self._cells = self._possible(extent)
        """The cells that hold a value: 2n + 1 is the n-th point, 2n the stretch before it."""
        self.size = len(self._cells)

    def _possible(self, extent: Interval) -> Sequence[int]:
        first, last = 0, 2 * len(self._points)
        if extent.low is not None:
            first = 2 * bisect_left(self._points, extent.low) + (2 if extent.low_open else 1)
        if extent.high is not None:
            last = 2 * bisect_left(self._points, extent.high) + (0 if extent.high_open else 1)
        cells = range(first, last + 1)
        return [cell for cell in cells if self._has_whole(cell)] if self.whole else cells

    def _has_whole(self, cell: int) -> bool:
        number, is_point = divmod(cell, 2)
        if is_point:
            return self._points[number].denominator == 1
        if number in (0, len(self._points)):
            return True
        return floor(self._points[number - 1]) + 1 < self._points[number]

    def spans(self, key: s.Key) -> Spans:
        """Give the cells that a row's key takes."""
        match key:
            case s.ExactKey():
                return self.compared("=", key_value(key.value))
            case s.BoundKey():
                return self.compared(key.operator, key_value(key.value))
            case s.RangeKey():
                return self._within(self._raw(key_value(key.low)), self._raw(key_value(key.high)) + 1)
            case s.OtherwiseKey():
                return every(self.size)
            case _:
                assert_never(key)

    def compared(self, operator: e.Comparison, value: Exact) -> Spans:
        """Give the cells that compare so with one of the numbers."""
        point, end = self._raw(value), 2 * len(self._points) + 1
        match operator:
            case "=":
                return self._within(point, point + 1)
            case "!=":
                return (*self._within(0, point), *self._within(point + 1, end))
            case "<":
                return self._within(0, point)
            case "<=":
                return self._within(0, point + 1)
            case ">":
                return self._within(point + 1, end)
            case ">=":
                return self._within(point, end)
            case _:
                assert_never(operator)

    def _raw(self, value: Exact) -> int:
        return 2 * bisect_left(self._points, value) + 1

    def _within(self, first: int, end: int) -> Spans:
        start, stop = bisect_left(self._cells, first), bisect_left(self._cells, end)
        return (range(start, stop),) if start < stop else ()

    def is_point(self, cell: int) -> bool:
        """Tell whether a cell is a single number."""
        return self._cells[cell] % 2 == 1

    def holds_whole(self, cells: range) -> bool:
        """Tell whether a whole number lies in some neighbouring cells."""
        return any(self._has_whole(self._cells[cell]) for cell in cells)

    def example(self, cell: int) -> Exact | None:
        """Give the number of a cell that is one."""
        return self._points[self._cells[cell] // 2] if self.is_point(cell) else None

    def ends(self, cells: range) -> Interval:
        """Give what some neighbouring cells hold together, without limit where the axis ends."""
        low, low_is_point = divmod(self._cells[cells[0]], 2)
        high, high_is_point = divmod(self._cells[cells[-1]], 2)
        if cells[0] == cells[-1] and low_is_point:
            return Interval(self._points[low], self._points[low])
        least = None if cells[0] == 0 else self._points[low if low_is_point else low - 1]
        most = None if cells[-1] == self.size - 1 else self._points[high]
        if not self.whole:
            return Interval(least, most, not low_is_point, not high_is_point)
        if least is not None:
            least = ceil(least) if low_is_point else floor(least) + 1
        if most is not None:
            most = floor(most) if high_is_point else ceil(most) - 1
        return Interval(least, most)

    def words(self, cells: range) -> Words:
        """Name some neighbouring cells as a person would."""
        return interval_words(self.ends(cells), self._write)

    def bound(self, cells: range) -> str | None:
        """Write some neighbouring cells at one end of the axis as a bound: ``>= 80%``; None if they are all."""
        low, high, above, below = self.ends(cells)
        if low is not None:
            return f"{'>' if above else '>='} {self._write(low)}"
        return None if high is None else f"{'<' if below else '<='} {self._write(high)}"


class Choices:
    """The values of a choice, yes and no, or the texts that rows name and all others."""

    __slots__ = ("_cells", "options", "size")

    def __init__(self, options: Iterable[object]) -> None:
        """Take the values, in order; `OTHER` may be the last."""
        self.options = tuple(dict.fromkeys(options))
        self.size = len(self.options)
        self._cells = {option: cell for cell, option in enumerate(self.options)}

    def spans(self, key: s.Key) -> Spans:
        """Give the cells that a row's key takes."""
        match key:
            case s.ExactKey():
                return self.compared("=", key_value(key.value))
            case s.BoundKey():
                return self.compared(key.operator, key_value(key.value))
            case _:  # a range of what has no order was refused
                return every(self.size)

    def compared(self, operator: e.Comparison, value: object) -> Spans:
        """Give the cells that are equal to a value, or not."""
        cell = self._cells.get(value)
        if cell is None:
            return every(self.size) if operator == "!=" else ()
        if operator == "=":
            return (range(cell, cell + 1),)
        return tuple(span for span in (range(cell), range(cell + 1, self.size)) if span)

    def words(self, cells: range) -> Words:
        """Name some cells as a person would."""
        names = [self.options[cell] for cell in cells]
        if names == [OTHER]:
            return Words("every other text", "其他文字")
        known = [_name(name) for name in names if name is not OTHER]
        rest = Words(" and every other text", "和其他文字") if OTHER in names else Words("", "")
        return Words(", ".join(name.en for name in known) + rest.en, "、".join(name.zh for name in known) + rest.zh)


Axis = Line | Choices


def every(size: int) -> Spans:
    """Give all cells of an axis."""
    return (range(size),) if size else ()


def _name(value: object) -> Words:
    if isinstance(value, bool):
        return Words("`yes`", "`是`") if value else Words("`no`", "`否`")
    return Words(f"`{value}`", f"`{value}`")


def interval_words(values: Interval, write: Callable[[Exact], str]) -> Words:
    """Name the numbers between two ends as a person would."""
    low, high, above, below = values
    least = "" if low is None else f"`{write(low)}`"
    most = "" if high is None else f"`{write(high)}`"
    if low is None and high is None:
        return Words("every value", "所有取值")
    if low is None and below:
        return Words(f"values below {most}", f"{most} 以下（不含）")
    if low is None:
        return Words(f"{most} or less", f"{most} 及以下")
    if high is None and above:
        return Words(f"values above {least}", f"{least} 以上（不含）")
    if high is None:
        return Words(f"{least} or more", f"{least} 及以上")
    if low == high:
        return Words(least, least)
    match above, below:
        case True, True:
            return Words(f"values between {least} and {most}", f"{least} 与 {most} 之间（不含两端）")
        case True, False:
            return Words(f"values above {least}, up to {most}", f"{least}（不含）至 {most}")
        case False, True:
            return Words(f"values from {least} to below {most}", f"{least} 至 {most}（不含）")
        case _:
            return Words(f"{least} to {most}", f"{least} 至 {most}")
