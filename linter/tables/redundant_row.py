"""PSR643: a row of a table could be deleted, and nothing would change."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Words
from ..rule import Subject
from .writing import deletion, keys_of, text_of

KIND = Kind(
    "PSR643",
    Words(
        "the row `{keys}` changes nothing: without it the outcome would be `{outcome}`, too",
        "`{keys}` 这一行可有可无：没有它，结果也是 `{outcome}`",
    ),
    Words("not needed", "可有可无"),
    Words("delete it, or correct its outcome if another one was meant", "请删去；若本来想写别的结果，请更正"),
    severity="warning",
)
_STANDS_IN = Words("gives the same for it", "也给出同样的结果")
_MOST_LABELS = 3


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find rows whose values would get the same outcome from later rows."""
    for grid in subject.tables:
        for number in sorted(grid.idle):
            row = grid.rows[number]
            labels = [Label(subject.place(grid.rows[other]), _STANDS_IN) for other in grid.idle[number]]
            yield KIND.at(
                subject.place(row),
                *(labels if len(labels) <= _MOST_LABELS else ()),
                fix=deletion(grid, number, subject.source),
                keys=keys_of(row, subject.source),
                outcome=text_of(row.outcome, subject.source),
            )
