"""The rows of a decision table under one another: keys and outcomes begin in the same terminal cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ..diagnostics.width import display_width
from .print_lines import written
from .print_words import Word, is_comma

MAX_KEYS = 40
"""How many cells the keys of a row may take, colon included; a row with longer ones stands as it is."""


class _Row(NamedTuple):
    """A row's words, where its cells begin, its outcome's among them, and the cells that its keys take."""

    words: list[Word]
    begins: list[int]
    widths: list[int]


def align(rows: Sequence[list[Word]]) -> None:
    """Pad the words of a table's rows in place, so that its columns stand under one another."""
    narrow = [row for row in map(_row, rows) if sum(row.widths) + len(row.widths) - 1 <= MAX_KEYS]
    columns = [0] * max((len(row.widths) for row in narrow), default=0)
    for row in narrow:
        # The last key runs up to the outcome: `otherwise:` alone on its row reaches over all columns.
        for column, width in enumerate(row.widths[:-1]):
            columns[column] = max(columns[column], width)
    outcomes = max((_end(row, columns) for row in narrow), default=0)
    for row in narrow:
        pads = [column - width for column, width in zip(columns, row.widths[:-1], strict=False)]
        for begin, pad in zip(row.begins, [*pads, outcomes - _end(row, columns)], strict=True):
            row.words[begin] = row.words[begin]._replace(pad=pad)


def _row(words: list[Word]) -> _Row:
    colon = next(index for index, word in enumerate(words) if word.text == ":")
    begins = [index + 1 for index, word in enumerate(words[: colon + 1]) if index == colon or is_comma(word)]
    widths = [display_width(written(words[start:end])) for start, end in pairwise([0, *begins])]
    return _Row(words, begins, widths)


def _end(row: _Row, columns: Sequence[int]) -> int:
    """Give the cell in which a row's keys end, its columns filled up."""
    last = len(row.widths) - 1
    return sum(columns[:last]) + last + row.widths[last]
