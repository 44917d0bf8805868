"""PSR640: a table has rows on both sides of some values, and none for these."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Words
from ..rule import Subject
from .axis import Line
from .gaps import Box, between
from .grid import Grid
from .slits import slits

KIND = Kind(
    "PSR640",
    Words("no row of this table takes {values}", "这张表没有哪一行包括 {values}"),
    Words("no row for it", "缺少对应的行"),
    Words(
        "let another row take it too, or give it a row of its own",
        "请让相邻的行包括它，或为它单写一行",
    ),
    severity="warning",
)
_LEFT_TO_THE_REST = Kind(
    KIND.code,
    Words(
        "only `otherwise` takes {values}, and its outcome fits neither of the rows beside them",
        "只有 `其余` 包括 {values}，结果与前后两行都不相符",
    ),
    KIND.label,
    KIND.help,
    severity="warning",
)
_BELOW = Words("takes what lies before the gap", "缺口之前归这一行")
_ABOVE = Words("takes what lies after the gap", "缺口之后归这一行")
_FRACTIONS = Words(
    "let a row beside the gap take it too; if there are only whole numbers, declare the fact with `counts`",
    "请让相邻的行包括它；若只可能是整数，请把数据声明为 `计量`",
)
_MOST_NAMED = 3


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find values that no row takes between those that rows take."""
    for grid in subject.tables:
        gaps = between(grid) if grid.is_exact else []
        if len(grid.columns) == 1:
            yield from (_in_line(KIND, grid, box, subject) for box in gaps)
            yield from (_in_line(_LEFT_TO_THE_REST, grid, (slit,), subject) for slit in slits(grid))
        elif gaps:
            yield KIND.at(subject.place(grid.by), values=_listed(grid, gaps))


def _in_line(kind: Kind, grid: Grid, box: Box, subject: Subject) -> Diagnostic:
    """Tell of a gap between two rows of a table with one key."""
    (gap,) = box
    before = _nearest(grid, range(gap.start - 1, -1, -1))
    after = _nearest(grid, range(gap.stop, grid.size))
    places = sorted(((before, _BELOW), (after, _ABOVE)), key=lambda entry: entry[0])
    labels = [Label(subject.place(grid.rows[row]), words) for row, words in dict(places).items()]
    axis = grid.columns[0].axis
    fractions = isinstance(axis, Line) and not axis.holds_whole(gap) and _is_one_apart(axis, gap)
    return kind.at(
        labels[0].place,
        *labels[1:],
        under=labels[0].words,
        help=_FRACTIONS if fractions else None,
        values=axis.words(gap),
    )


def _nearest(grid: Grid, cells: range) -> int:
    """Give the row that takes the first of some cells that is taken at all; values that need no row may lie before."""
    return next(row for cell in cells if (row := grid.takers[cell]) is not None)


def _is_one_apart(axis: Line, gap: range) -> bool:
    """Tell whether a gap lies between two whole numbers that follow one another."""
    low, high, _, _ = axis.ends(gap)
    return low is not None and high is not None and high - low == 1


def _listed(grid: Grid, gaps: list[Box]) -> Words:
    named = [grid.words(box) for box in gaps[:_MOST_NAMED]]
    more = len(gaps) - len(named)
    rest = Words(f", nor {more} more", f"等 {more + len(named)} 种情况") if more else Words("", "")
    return Words(", ".join(words.en for words in named) + rest.en, "、".join(words.zh for words in named) + rest.zh)
