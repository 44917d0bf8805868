"""The table of what moves, for the terminal: titles are wrapped where there is no room, figures never."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..diagnostics.width import display_width, pad
from ..diagnostics.wrap import wrap
from .whatif_rows import Row

_BETWEEN = "  "
_TITLE = 1  # the column that is wrapped
_LEAST_TITLE = 12  # terminal cells that it has even where the terminal is narrower than the table


def draw(head: Row, rows: Sequence[Row], width: int) -> str:
    """Lay the table out in ``width`` terminal cells, without a line end; figures stand flush right."""
    widths = [max(map(display_width, column)) for column in zip(head, *rows, strict=True)]
    room = width - 1 - sum(widths) + widths[_TITLE] - len(_BETWEEN) * (len(widths) - 1)
    widths[_TITLE] = min(widths[_TITLE], max(room, _LEAST_TITLE))
    rule = "─" * (sum(widths) + len(_BETWEEN) * (len(widths) - 1))
    lines = [*_lines(head, widths), rule, *(line for row in rows for line in _lines(row, widths))]
    return "\n".join(f" {line}".rstrip() for line in lines)


def _lines(row: Row, widths: Sequence[int]) -> Iterator[str]:
    """Write a row: the figures beside the first line of its title."""
    for number, title in enumerate(wrap(row.title, widths[_TITLE])):
        figures = [_right(cell, cells) if number == 0 else "" for cell, cells in zip(row[2:], widths[2:], strict=True)]
        label = pad(row.label if number == 0 else "", widths[0])
        yield _BETWEEN.join([label, pad(title, widths[_TITLE]), *figures])


def _right(text: str, cells: int) -> str:
    return " " * (cells - display_width(text)) + text
