"""The cells of a table that no row takes: those between the rows, and those beyond them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...grammar import statements as s
from ...interpreter.lookup import key_value
from .axis import Choices, Line, Spans
from .columns import Column
from .grid import Grid

Box = tuple[range, ...]
"""A combination of some neighbouring cells of each column."""


def reached(grid: Grid, column: int) -> range:
    """Give the cells of a column from the first to the last that any row names."""
    spans = [span for keys in grid.keys if all(keys) for span in keys[column]]
    return range(min(span.start for span in spans), max(span.stop for span in spans)) if spans else range(0)


def between(grid: Grid) -> list[Box]:
    """Give the combinations that no row takes although rows name smaller and greater values, or the same ones."""
    within = [reached(grid, column) for column in range(len(grid.columns))]
    found: list[Box] = []
    excluded = [_excluded(grid, column) for column in range(len(grid.columns))]
    empty = (cell for cell, row in enumerate(grid.takers) if row is None)
    for stretch in _stretches(cell for cell in empty if _counts(grid, cell, excluded)):
        for box in _boxes(grid, stretch, within[-1]):
            inside = all(cells[0] in reach and cells[-1] in reach for cells, reach in zip(box, within, strict=True))
            if inside and all(_matters(column, cells) for column, cells in zip(grid.columns, box, strict=True)):
                found.append(box)
    return found


def _excluded(grid: Grid, column: int) -> set[int]:
    """Give the cells of a column that need no row: excluded by ``!=``, or such as mean nothing by their names."""
    own = grid.columns[column]
    keys = [row.keys[column] for row in grid.rows if len(row.keys) > column]
    values = [key_value(key.value) for key in keys if isinstance(key, s.BoundKey) and key.operator == "!="]
    excluded = {cell for value in values for span in own.axis.compared("=", value) for cell in span}
    return excluded | own.ordinary if isinstance(own.axis, Choices) else excluded


def _counts(grid: Grid, cell: int, excluded: Sequence[set[int]]) -> bool:
    return not any(own in cells for own, cells in zip(grid.coordinates(cell), excluded, strict=True))


def _stretches(cells: Iterable[int]) -> Iterator[range]:
    """Put neighbours together."""
    stretch = range(0)
    for cell in cells:
        if stretch and cell == stretch.stop:
            stretch = range(stretch.start, cell + 1)
        else:
            if stretch:
                yield stretch
            stretch = range(cell, cell + 1)
    if stretch:
        yield stretch


def _boxes(grid: Grid, stretch: range, within: range) -> Iterator[Box]:
    """Cut a stretch where the last column begins anew; cut off there what lies beyond the rows."""
    width = grid.columns[-1].axis.size
    for start in range(stretch.start - stretch.start % width, stretch.stop, width):
        *leading, _ = grid.coordinates(start)
        last = range(max(stretch.start - start, within.start), min(stretch.stop - start, within.stop))
        if last:
            yield (*(range(cell, cell + 1) for cell in leading), last)


def _matters(column: Column, cells: range) -> bool:
    """Tell whether any value of some neighbouring cells deserves a row."""
    if isinstance(column.axis, Line) and column.comes_whole:
        return any(cell not in column.ordinary and column.axis.holds_whole(range(cell, cell + 1)) for cell in cells)
    return any(cell not in column.ordinary for cell in cells)


def beyond(grid: Grid, column: int) -> Spans:
    """Give the cells of a column beyond all that the rows name, where they deserve a word.

    Where a number is presumed and has no row, nothing is given or taken for it, nor for those on its side.
    """
    own, reach = grid.columns[column], reached(grid, column)
    sides = (range(reach.start), range(reach.stop, own.axis.size))
    if isinstance(own.axis, Line):
        wanted = [side for side, wanted in zip(sides, own.ends, strict=True) if wanted and own.usual not in side]
        return tuple(side for side in wanted if _matters(own, side))
    cells = [cell for side, wanted in zip(sides, own.ends, strict=True) if wanted for cell in side]
    return tuple(_stretches(cell for cell in cells if cell not in own.ordinary))
