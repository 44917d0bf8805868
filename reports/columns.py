"""Lay rows out in columns within a width: what is too long goes on below itself, what finds no room below its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ..diagnostics.width import display_width, pad
from ..diagnostics.wrap import wrap

Row = Sequence[str]
"""A row's cells; a cell may have several lines. What begins with spaces stays set in."""

_BETWEEN = "  "
_FIRST = 24  # terminal cells that the first column, a name, gets if it needs them
_OTHERS = 16  # and so the other columns, for their words not to fall apart
_ASIDE = " " * 4


def in_columns(headings: Row, rows: Sequence[Row], width: int, spare: Sequence[int] = (), colon: str = ": ") -> str:
    """Lay a table out with its headings in ``width`` terminal cells, at least 30; ends with an end of line.

    ``spare`` names the columns, counted from 0, that go below their rows where there is no room, first to last; there
    ``colon`` stands behind the heading.
    """
    width = max(width, 30) - 1  # a cell is left free at the left
    natural = [max(map(_natural, column)) for column in zip(headings, *rows, strict=True)]
    beside, below = list(range(len(headings))), list(spare)
    while below and sum(_least([natural[index] for index in beside])) > _room(width, len(beside)):
        beside.remove(below.pop(0))
    widths = _shares([natural[index] for index in beside], _room(width, len(beside)))
    lines = [*_drawn([headings[index] for index in beside], widths)]
    lines.append("─" * (sum(widths) + len(_BETWEEN) * (len(beside) - 1)))
    for row in rows:
        lines.extend(_drawn([row[index] for index in beside], widths))
        for index, cell in enumerate(row):
            if index not in beside and cell:
                text = f"{headings[index]}{colon}{cell}"
                lines.extend(_ASIDE + line for line in wrap(text, width - len(_ASIDE)))
    return "".join(f" {line}".rstrip() + "\n" for line in lines)


def _natural(cell: str) -> int:
    return max(map(display_width, cell.split("\n")))


def _room(width: int, count: int) -> int:
    return width - len(_BETWEEN) * (count - 1)


def _least(natural: Sequence[int]) -> list[int]:
    """Give the cells that columns need not to fall apart."""
    return [min(cells, _OTHERS if index else _FIRST) for index, cells in enumerate(natural)]


def _shares(natural: Sequence[int], room: int) -> list[int]:
    """Share room among columns: each has what it needs not to fall apart, and what is left goes to the narrowest."""
    shares = _least(natural)
    while sum(shares) > room:
        shares[shares.index(max(shares))] -= 1
    while sum(shares) < room:
        wanting = [index for index, cells in enumerate(natural) if shares[index] < cells]
        if not wanting:
            break
        shares[min(wanting, key=lambda index: shares[index])] += 1
    return shares


def _drawn(row: Row, widths: Sequence[int]) -> Iterator[str]:
    cells = [_broken(cell, width) for cell, width in zip(row, widths, strict=True)]
    for line in zip_longest(*cells, fillvalue=""):
        yield _BETWEEN.join(map(pad, line, widths)).rstrip()


def _broken(cell: str, width: int) -> list[str]:
    """Break a cell into lines; all lines of a cell are set in as its first."""
    indent = cell[: len(cell) - len(cell.lstrip(" "))]
    return [indent + part for line in cell.split("\n") for part in wrap(line.strip(), width - len(indent))]
