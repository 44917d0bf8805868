"""Rows laid over one another: which of them is on top at a cell, with a few steps for each row and each question."""

from __future__ import annotations


class Layers:
    """A segment tree: a row laid down later, which must have a smaller number, covers those before it."""

    __slots__ = ("_none", "_size", "_tops")

    def __init__(self, size: int, rows: int) -> None:
        """Take the number of cells and of rows."""
        self._size = size
        self._none = rows
        self._tops = [rows] * (2 * size)

    def lay(self, span: range, row: int) -> None:
        """Lay a row over some neighbouring cells."""
        low, high = span.start + self._size, span.stop + self._size
        while low < high:
            if low % 2:
                self._tops[low] = row
                low += 1
            if high % 2:
                high -= 1
                self._tops[high] = row
            low //= 2
            high //= 2

    def top(self, cell: int) -> int | None:
        """Give the row on top at a cell; None where there is none."""
        place, least = cell + self._size, self._none
        while place:
            least = min(least, self._tops[place])
            place //= 2
        return None if least == self._none else least
