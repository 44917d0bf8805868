"""Rows of evidence with some events fewer: the last rows go first, and never more than are certain."""

import pytest
from support.scoring import NOT_APPLICABLE, UNKNOWN, diagnose

from psr.interpreter.facts import Event
from psr.interpreter.interval import Interval
from psr.interpreter.runtime import ANY_DAYS
from psr.replay.rows import certain, fewer, rows_of, total_of

AT_LEAST_TWO = Event(Interval(2, None))
MORE_THAN_TWO = Event(Interval(2, None, low_open=True))
UP_TO_FOUR = Event(Interval(None, 4))


def any_row(_: Event) -> bool:
    return True


@pytest.mark.parametrize(
    ("rows", "count", "left"),
    [
        ([Event(5)], 1, (Event(4),)),
        ([Event(5)], 5, ()),
        ([Event(5)], 6, None),
        ([], 0, ()),
        ([], 1, None),
        ([Event(2), Event(3)], 1, (Event(2), Event(2))),
        ([Event(2), Event(3)], 4, (Event(1),)),
        ([Event(2), Event(0)], 1, (Event(1), Event(0))),
        ([Event(3), AT_LEAST_TWO], 1, (Event(3), Event(Interval(1, None)))),
        ([Event(3), AT_LEAST_TWO], 3, (Event(2), Event(Interval(0, None)))),
        ([Event(3), AT_LEAST_TWO], 6, None),
        ([UP_TO_FOUR], 1, None),
    ],
)
def test_so_many_fewer(rows: list[Event], count: int, left: tuple[Event, ...] | None) -> None:
    assert fewer(rows, count, any_row) == left


def test_only_rows_that_fit_go() -> None:
    rows = [Event(1, fields={"prize": "first"}), Event(2, fields={"prize": "third"})]
    assert fewer(rows, 1, lambda row: row.fields["prize"] == "first") == (rows[1],)
    assert fewer(rows, 2, lambda row: row.fields["prize"] == "first") is None


def test_how_many_there_are() -> None:
    assert certain([Event(3), AT_LEAST_TWO, MORE_THAN_TWO, UP_TO_FOUR]) == 3 + 2 + 3 + 0
    assert total_of([Event(3), AT_LEAST_TWO]) == Interval(5, None)


def test_what_evidence_stands_for() -> None:
    model, _ = diagnose(
        'rubric "r"\nfact a counts 0 to 9 required\nfact b counts\nitem 1 "i" worth 1\n  deduct 1 per a\n'
    )
    assert model is not None
    required, silent = model.facts["a"], model.facts["b"]
    any_number = (Event(Interval(0, 9), ANY_DAYS),)
    assert rows_of(None, required) == any_number
    assert rows_of(UNKNOWN, required) == any_number
    assert rows_of(None, silent) == ()
    assert rows_of(NOT_APPLICABLE, required) == ()
    assert rows_of([Event(2)], required) == (Event(2),)
