"""Values that slip between two rows of a table to its ``otherwise``: 89.5% between `60% to 89%` and `>= 90%`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from ...grammar import expressions as e
from ...grammar import statements as s
from ...interpreter.declare import exact_of
from ...interpreter.interval import Exact
from ...interpreter.lookup import key_value, literals
from .axis import Line
from .grid import Grid


def slits(grid: Grid) -> Iterator[range]:
    """Give the narrow gaps between two rows of a table with one key that only its ``otherwise`` takes, as cells.

    A gap is narrow that is no wider than one unit of the last written place, and narrower than what either row takes.
    Where the outcome lies between those of the two rows, or is one of them, the gap may well be meant.
    """
    column = grid.columns[0]
    axis = column.axis
    if not grid.is_exact or not isinstance(axis, Line) or axis.whole or column.comes_whole:
        return
    runs = _runs(grid)
    for (before, below), (row, gap), (after, above) in zip(runs, runs[1:], runs[2:], strict=False):
        if row is None or before is None or after is None or before == after or not _is_rest(grid, row):
            continue
        width = _width(axis, gap)
        if width is not None and 0 < width <= _unit(grid, before, after, axis, gap):
            wide = all(_is_wider(axis, cells, width) for cells in (below, above))
            if wide and _stands_out(grid, row, before, after):
                yield gap


def _runs(grid: Grid) -> list[tuple[int | None, range]]:
    """Give the rows that take the values one after another, each with its neighbouring cells."""
    found: list[tuple[int | None, range]] = []
    for row, cells in groupby(range(grid.size), lambda cell: grid.takers[cell]):
        own = list(cells)
        found.append((row, range(own[0], own[-1] + 1)))
    return found


def _is_rest(grid: Grid, row: int) -> bool:
    return all(isinstance(key, s.OtherwiseKey) for key in grid.rows[row].keys)


def _width(axis: Line, cells: range) -> Exact | None:
    """Give how far some cells reach; None where they have no end."""
    low, high, _, _ = axis.ends(cells)
    return None if low is None or high is None else high - low


def _is_wider(axis: Line, cells: range, width: Exact) -> bool:
    # An axis writes no end where it has its own: what lies there is a bound, `>= 90%`, and no single number.
    own = _width(axis, cells)
    return len(cells) > 1 if own is None else own > width


def _unit(grid: Grid, before: int, after: int, axis: Line, gap: range) -> Fraction:
    """Give one unit of the last place in which the two ends of a gap are written; the finer of the two."""
    low, high, _, _ = axis.ends(gap)
    values = [value for row in (before, after) for key in grid.rows[row].keys for value in literals(key)]
    units = [_last_place(value) for value in values if key_value(value) in (low, high)]
    return min(units, default=Fraction(0))


def _last_place(value: s.Value) -> Fraction:
    assert isinstance(value, e.Number | e.Percent)  # days and counts are whole: they have no such gaps
    place = _place_of(value.value)
    return place / 100 if isinstance(value, e.Percent) else place


def _place_of(value: Decimal) -> Fraction:
    exponent = value.as_tuple().exponent
    return Fraction(1, 10**-exponent) if isinstance(exponent, int) and exponent < 0 else Fraction(1)


def _stands_out(grid: Grid, row: int, before: int, after: int) -> bool:
    """Tell whether the outcome of the gap fits neither row, nor lies between them."""
    outcomes = [grid.rows[number].outcome for number in (row, before, after)]
    figures = [exact_of(one) for one in outcomes if isinstance(one, e.Number | e.Percent)]
    if len(figures) == len(outcomes):
        own, *others = figures
        return not min(others) <= own <= max(others)
    return len(grid.taken[row]) > 1 and not (grid.agree(row, before) or grid.agree(row, after))
