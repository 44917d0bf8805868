"""PSR642: a row of a table can never be taken."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Fix, Kind, Label, Words
from ...grammar import expressions as e
from ...grammar import statements as s
from ...interpreter.lookup import key_value
from ..rule import Subject
from .grid import Grid
from .writing import deletion, gives_numbers, keys_of

KIND = Kind(
    "PSR642",
    Words("the row `{keys}` can never be taken: {why}", "`{keys}` 这一行永远轮不到：{why}"),
    Words("never taken", "轮不到"),
    Words(
        "move it above the rows that take its values, correct its value, or delete it",
        "请把它移到占去这些取值的行之前，或更正它的取值，或删去",
    ),
    severity="warning",
)
_TAKEN = Words("the rows above take all its values", "它的取值都已归前面的行")
_ALL_TAKEN = Words("the rows above take every value", "前面各行已包括所有取值")
_EMPTY = Words("there is no such value", "没有这样的取值")
_UPSIDE_DOWN = Words("the range is upside down", "起止数颠倒")
_EARLIER = Words("takes it first", "先归这一行")
_DELETE = Words("delete it", "请删去这一行")
_CORRECT = Words("correct the value, or delete the row", "请更正取值，或删去这一行")
_TURN = Words("put the smaller number first", "请把较小的数写在前面")
_MOST_LABELS = 3


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find rows that are not the first to match anything."""
    for grid in subject.tables:
        for number, row in enumerate(grid.rows):
            if not grid.taken[number]:
                yield _found(grid, number, row, subject)


def _found(grid: Grid, number: int, row: s.Row, subject: Subject) -> Diagnostic:
    why, help = _why(grid, number)
    earlier = grid.earlier(number, _MOST_LABELS)
    labels = [Label(subject.place(grid.rows[other]), _EARLIER) for other in earlier]
    fix = None if why is _UPSIDE_DOWN else _deletion(grid, number, earlier, subject)
    return KIND.at(
        subject.place(row),
        *(labels if len(labels) <= _MOST_LABELS else ()),
        help=help,
        fix=fix,
        keys=keys_of(row, subject.source),
        why=why,
    )


def _deletion(grid: Grid, number: int, earlier: list[int], subject: Subject) -> Fix | None:
    """Give the mend that deletes a row; it is safe only where no figure is lost that somebody decided."""
    fix = deletion(grid, number, subject.source)
    if fix is None or _says_nothing_new(grid, number, earlier, subject):
        return fix
    return fix._replace(safe=False)


def _says_nothing_new(grid: Grid, number: int, earlier: list[int], subject: Subject) -> bool:
    """Tell whether a row's outcome is that of the rows in its place, or the 0 that a table gives without it."""
    row = grid.rows[number]
    if isinstance(row.outcome, e.Number) and row.outcome.value == 0 and gives_numbers(grid, subject.model):
        return all(isinstance(key, s.OtherwiseKey) for key in row.keys)
    return 0 < len(earlier) <= _MOST_LABELS and all(grid.agree(number, other) for other in earlier)


def _why(grid: Grid, number: int) -> tuple[Words, Words | None]:
    keys = grid.rows[number].keys
    if any(isinstance(key, s.RangeKey) and key_value(key.low) > key_value(key.high) for key in keys):
        return _UPSIDE_DOWN, _TURN
    if not grid.spans[number]:
        return _EMPTY, _CORRECT
    if all(isinstance(key, s.OtherwiseKey) for key in keys):
        return _ALL_TAKEN, _DELETE
    return _TAKEN, None
