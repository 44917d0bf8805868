"""PSR641: two rows of a table take the same value and give different outcomes for it.

A row that lies wholly within a later one is meant: `>= 90%` before `>= 60%`, a special case before the general one.
So is a boundary that a range shares with the row above it, if that row lies higher: there is no other way to write
`80% to 90%` below `90% to 95%`, and a number belongs to the stretch that begins with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...grammar import statements as s
from ..rule import Subject
from .axis import Line, Spans
from .grid import Grid
from .writing import text_of

KIND = Kind(
    "PSR641",
    Words(
        "two rows of this table take {values}, with different outcomes",
        "这张表有两行都包括 {values}，结果却不同",
    ),
    Words("comes first, so it gives `{first}`", "在前，因此得 `{first}`"),
    Words(
        "let only one of the rows take it: the first one that fits is used",
        "请只让其中一行包括它：各行自上而下比较，先符合的一行起作用",
    ),
    severity="warning",
)
_SECOND = Words("says `{second}`", "这里写的是 `{second}`")
_MOST_CELLS = 100_000


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find rows that cross an earlier one."""
    for grid in subject.tables:
        if grid.is_exact:
            closely = sum(len(span) for spans in grid.spans for span in spans) <= _MOST_CELLS
            for row in range(len(grid.rows)):
                for other in _crossed(grid, row, closely):
                    yield _found(grid, other, row, subject)


def _crossed(grid: Grid, row: int, closely: bool) -> list[int]:
    """Give the earlier rows that take some of a row's values, but are no special case of it.

    In a large table only the ends of what the row takes are looked at.
    """
    if not grid.taken[row] or any(isinstance(key, s.OtherwiseKey) for key in grid.rows[row].keys):
        return []
    cells = (cell for span in grid.spans[row] for cell in (span if closely else (span[0], span[-1])))
    earlier = {taker for cell in cells if (taker := grid.takers[cell]) is not None and taker < row}
    return [other for other in sorted(earlier) if _is_crossed(grid, other, row)]


def _is_crossed(grid: Grid, other: int, row: int) -> bool:
    if grid.agree(other, row):
        return False
    pairs = list(zip(grid.keys[other], grid.keys[row], strict=True))
    if all(_common(first, second) == first for first, second in pairs):
        return False
    return not any(_is_boundary(grid, number, other, row) for number in range(len(pairs)))


def _is_boundary(grid: Grid, number: int, other: int, row: int) -> bool:
    """Tell whether all that two rows share in a column is the number at which the lower, later range ends."""
    axis, key = grid.columns[number].axis, grid.rows[row].keys[number]
    if not isinstance(axis, Line) or axis.whole or not isinstance(key, s.RangeKey):
        return False
    common = _common(grid.keys[other][number], grid.keys[row][number])
    return common == (range(common[0].start, common[0].start + 1),) and common[0].stop == grid.keys[row][number][0].stop


def _common(first: Spans, second: Spans) -> Spans:
    """Give the cells that two rows share in a column."""
    shared = (range(max(a.start, b.start), min(a.stop, b.stop)) for a in first for b in second)
    return tuple(span for span in shared if span)


def _found(grid: Grid, other: int, row: int, subject: Subject) -> Diagnostic:
    first, second = grid.rows[other], grid.rows[row]
    shared = tuple(_common(*pair)[0] for pair in zip(grid.keys[other], grid.keys[row], strict=True))
    return KIND.at(
        subject.place(first),
        Label(subject.place(second), _SECOND),
        values=grid.words(shared),
        first=text_of(first.outcome, subject.source),
        second=text_of(second.outcome, subject.source),
    )
