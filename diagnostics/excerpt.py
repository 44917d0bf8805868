"""A line of a source as a terminal shows it: tabs spread, the unseen made visible, cut round what matters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from .visible import visible
from .width import ELLIPSIS, display_width

_TAB_STOP = 4


class Excerpt(NamedTuple):
    """The part of a line that is shown, and where its characters landed.

    ``cells`` holds the terminal cell, counted from 0, at which each shown character begins, and the one after
    the last; ``first`` is the index in the line of the first of them.
    """

    text: str
    first: int
    cells: list[int]

    def cell(self, index: int) -> int:
        """Give the cell at which a character of the line begins; one cut off gives the nearest end."""
        return self.cells[min(max(index - self.first, 0), len(self.cells) - 1)]

    def holds(self, end: int) -> bool:
        """Tell whether the line is shown up to, and without, its character ``end``."""
        return end < self.first + len(self.cells)


def excerpt(line: str, start: int, end: int, room: int) -> Excerpt:
    """Show a line in at most ``room`` terminal cells, so that its characters ``start`` to ``end`` are seen.

    A stretch wider than the room is shown from its beginning. The work does not grow with the line's length.
    """
    # A character seldom takes less than a cell, so what lies further off than this would be cut anyway.
    near = max(0, start - 2 * room)
    stretch = line[near : start + 2 * room]
    pieces, cells = _spread(stretch)
    more = near + len(stretch) < len(line)
    if near == 0 and not more and cells[-1] <= room:
        return Excerpt("".join(pieces), 0, cells)

    first = 0
    needed = cells[min(end - near, len(pieces))]
    if near > 0 or needed >= room:
        left = cells[start - near] - _context(needed - cells[start - near], room)
        first = bisect_left(cells, left if more else min(left, cells[-1] - room + 1))
    return _cut(pieces, cells, first, room, near, more)


def line_up(line: str, start: int, cell: int, room: int) -> str:
    """Show a line in at most ``room`` terminal cells, such that its character ``start`` lands at the cell ``cell``."""
    near = max(0, start - 2 * room)
    stretch = line[near : start + 2 * room]
    pieces, cells = _spread(stretch)
    left = cells[start - near] - cell
    first = bisect_left(cells, left + len(ELLIPSIS)) if left > 0 else 0
    before = ELLIPSIS.ljust(cells[first] - left) if left > 0 else " " * -left
    fits = near + len(stretch) == len(line) and cells[-1] <= left + room
    last = len(pieces) if fits else bisect_right(cells, left + room - len(ELLIPSIS)) - 1
    return before + "".join(pieces[first:last]) + ("" if fits else ELLIPSIS)


def _cut(pieces: list[str], cells: list[int], first: int, room: int, near: int, more: bool) -> Excerpt:
    """Show what fits into the room from the piece ``first`` on; an ellipsis stands for what is left out."""
    before = ELLIPSIS if near + first > 0 else ""
    right = cells[first] + room - len(before)
    fits = not more and cells[-1] <= right
    last = len(pieces) if fits else bisect_right(cells, right - 1) - 1
    text = before + "".join(pieces[first:last]) + ("" if fits else ELLIPSIS)
    shift = len(before) - cells[first]
    return Excerpt(text, near + first, [cell + shift for cell in cells[first : last + 1]])


def _context(span: int, room: int) -> int:
    """Give how many cells to show before a span: a third of the room, less where the span needs more."""
    return max(0, min(room // 3, room - 2 - span))


def _spread(text: str) -> tuple[list[str], list[int]]:
    """Give what is shown for each character, and the cells at which these begin and the last one ends."""
    pieces: list[str] = []
    cells = [0]
    for character in text:
        piece = " " * (_TAB_STOP - cells[-1] % _TAB_STOP) if character == "\t" else visible(character)
        pieces.append(piece)
        cells.append(cells[-1] + display_width(piece))
    return pieces, cells
