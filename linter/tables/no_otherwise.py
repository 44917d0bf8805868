"""PSR644: a table leaves values beyond its rows without an outcome, and has no `otherwise`."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Words
from ...grammar import expressions as e
from ...interpreter.declare import exact_of
from ...interpreter.interval import Exact
from ..rule import Subject
from .axis import Axis, Line, Spans
from .gaps import beyond, reached
from .grid import Grid
from .writing import gives_numbers

KIND = Kind(
    "PSR644",
    Words(
        "no row of this table takes {values}, and it has no `otherwise`", "这张表没有哪一行包括 {values}，也没有 `其余`"
    ),
    Words("what holds then?", "此时如何计？"),
    Words(
        "the outcome is 0 then: write `otherwise: 0` if that is meant, or add the row that is missing",
        "此时结果为 0：若本意如此，请写 `其余: 0`，否则请补上缺少的行",
    ),
    severity="warning",
)
_NO_OUTCOME = Words(
    "nothing is known of the outcome then: add `otherwise`, or the row that is missing",
    "此时没有结果：请补上 `其余` 或缺少的行",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find tables of several rows that end before their keys do."""
    for grid in subject.tables:
        if len(grid.rows) > 1 and grid.is_exact:
            for number, column in enumerate(grid.columns):
                left = (*beyond(grid, number), *_cliff(grid, number))
                if left:
                    key = grid.by if grid.by.occurrence else grid.by.keys[number]
                    help = None if gives_numbers(grid, subject.model) else _NO_OUTCOME
                    yield KIND.at(subject.place(key), help=help, values=_named(column.axis, left))


def _named(axis: Axis, left: Spans) -> Words:
    named = [axis.words(span) for span in left]
    return Words(" or ".join(words.en for words in named), "、".join(words.zh for words in named))


def _cliff(grid: Grid, number: int) -> Spans:
    """Give the counts above all rows, where the outcomes rise up to there and fall to nothing."""
    column = grid.columns[number]
    if len(grid.columns) > 1 or not column.piles_up or not isinstance(column.axis, Line):
        return ()
    reach = reached(grid, number)
    above = range(reach.stop, column.axis.size)
    if not reach or not above:
        return ()
    first, last = (_figure(grid, grid.takers[cell]) for cell in (reach.start, reach.stop - 1))
    return (above,) if first is not None and last is not None and first < last else ()


def _figure(grid: Grid, row: int | None) -> Exact | None:
    outcome = None if row is None else grid.rows[row].outcome
    return exact_of(outcome) if isinstance(outcome, e.Number | e.Percent) else None
