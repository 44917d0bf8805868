"""A decision table taken apart: which cells each row matches, and which row is the first to match each cell.

With several keys the cells are the combinations of the keys' cells, the last key's beside one another. The work is
bounded: of a table with more cells than `MOST_CELLS` nothing is said.
"""

from __future__ import annotations

from functools import cached_property
from itertools import product
from math import prod

from ...diagnostics import Words
from ...grammar import expressions as e
from ...grammar import statements as s
from ...interpreter.declare import exact_of
from .axis import Spans
from .columns import Column
from .layers import Layers

MOST_CELLS = 200_000
_MOST_PIECES = 4096
"""Beyond so many combinations the interpreter joins all rows, whether they can match or not."""


class Grid:
    """One table; rows and cells are numbered from 0."""

    def __init__(self, line: s.Effect | s.Define, by: s.By, columns: tuple[Column, ...]) -> None:
        """Take the line with its rows, and its columns."""
        self.line = line
        self.by = by
        self.rows = line.rows
        self.columns = columns
        self.size = prod(column.axis.size for column in columns)
        self.keys: tuple[tuple[Spans, ...], ...] = tuple(self._keys(row) for row in self.rows)
        """For each row and column, the cells of the column that the row takes."""

    def _keys(self, row: s.Row) -> tuple[Spans, ...]:
        keys = row.keys if len(row.keys) == len(self.columns) else row.keys * len(self.columns)
        return tuple(column.axis.spans(key) for column, key in zip(self.columns, keys, strict=True))

    @property
    def is_bounded(self) -> bool:
        """Whether the table is small enough to be looked through, and has any cells at all."""
        lines = sum(prod(sum(map(len, spans)) for spans in keys[:-1]) for keys in self.keys)
        return 0 < self.size <= MOST_CELLS and lines <= MOST_CELLS

    @cached_property
    def spans(self) -> tuple[Spans, ...]:
        """For each row, the cells that it matches."""
        return tuple(self._flat(keys) for keys in self.keys)

    def _flat(self, keys: tuple[Spans, ...]) -> Spans:
        widths = [prod(column.axis.size for column in self.columns[n + 1 :]) for n in range(len(self.columns) - 1)]
        leading = [[cell for span in spans for cell in span] for spans in keys[:-1]]
        found: list[range] = []
        for cells in product(*leading):
            base = sum(cell * width for cell, width in zip(cells, widths, strict=True))
            found += [range(base + span.start, base + span.stop) for span in keys[-1]]
        return tuple(found)

    def coordinates(self, cell: int) -> tuple[int, ...]:
        """Give the cells of the columns that a cell is the combination of."""
        found: list[int] = []
        for column in reversed(self.columns):
            cell, own = divmod(cell, column.axis.size)
            found.append(own)
        return tuple(reversed(found))

    @cached_property
    def takers(self) -> list[int | None]:
        """For each cell, the first row that matches it."""
        layers = Layers(self.size, len(self.rows))
        for row in reversed(range(len(self.rows))):
            for span in self.spans[row]:
                layers.lay(span, row)
        return [layers.top(cell) for cell in range(self.size)]

    @cached_property
    def taken(self) -> list[list[int]]:
        """For each row, the cells at which it is the first to match."""
        found: list[list[int]] = [[] for _ in self.rows]
        for cell, row in enumerate(self.takers):
            if row is not None:
                found[row].append(cell)
        return found

    @cached_property
    def _run_ends(self) -> list[int]:
        """For each cell, the first one after it that another row takes."""
        ends = [self.size] * self.size
        for cell in range(self.size - 2, -1, -1):
            ends[cell] = ends[cell + 1] if self.takers[cell] == self.takers[cell + 1] else cell + 1
        return ends

    def earlier(self, row: int, most: int) -> list[int]:
        """Give the rows that take the cells which a row matches; where there are more than ``most``, not all."""
        found: set[int] = set()
        for span in self.spans[row]:
            cell = span.start
            while cell < span.stop and len(found) <= most:
                taker = self.takers[cell]
                assert taker is not None  # the row itself matches
                found.add(taker)
                cell = self._run_ends[cell]
        return sorted(found)

    @cached_property
    def idle(self) -> dict[int, tuple[int, ...]]:
        """The rows without which nothing changes, each with the later rows that would stand in for it.

        Any of them may be deleted, together with any others and with rows that are never taken: none of the rows
        that stand in is among these.
        """
        layers = Layers(self.size, len(self.rows))
        found: dict[int, tuple[int, ...]] = {}
        for row in reversed(range(len(self.rows))):
            below = {layers.top(cell) for cell in self.taken[row]}
            if below and all(other is not None and self._stands_in(other, row, found) for other in below):
                found[row] = tuple(sorted(other for other in below if other is not None))
            for span in self.spans[row]:
                layers.lay(span, row)
        return found

    @cached_property
    def keeps_a_row(self) -> bool:
        """Whether a row is left when all that are never taken or change nothing are deleted."""
        return any(cells and row not in self.idle for row, cells in enumerate(self.taken))

    def _stands_in(self, other: int, row: int, idle: dict[int, tuple[int, ...]]) -> bool:
        return bool(self.taken[other]) and other not in idle and self.agree(row, other)

    def agree(self, row: int, other: int) -> bool:
        """Tell whether two rows have the same outcome."""
        first, second = self.rows[row].outcome, self.rows[other].outcome
        if isinstance(first, e.Number | e.Percent) and isinstance(second, e.Number | e.Percent):
            return exact_of(first) == exact_of(second)
        return first == second

    @property
    def is_exact(self) -> bool:
        """Whether every cell can occur; else only what holds of all cells can be said."""
        names = [name for column in self.columns for name in column.reads]
        return len(names) == len(set(names)) and all(column.is_exact for column in self.columns)

    def can_lose_rows(self, *rows: int) -> bool:
        """Tell whether deleting some rows changes no result, not even of unknown keys, and no remark is lost."""
        pieces = prod(column.pieces for column in self.columns)
        return pieces <= _MOST_PIECES and all(not any(self.rows[row].comments) for row in rows)

    def words(self, cells: tuple[range, ...]) -> Words:
        """Name a combination of some cells of each column."""
        named = [column.axis.words(span) for column, span in zip(self.columns, cells, strict=True)]
        return Words(" with ".join(words.en for words in named), " 且 ".join(words.zh for words in named))
