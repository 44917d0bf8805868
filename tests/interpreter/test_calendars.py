"""Months, quarters and years between days, by the calendar."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psr.interpreter.calendars import bucket, buckets, elapsed

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1)).map(date.toordinal)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("unit", "rounding", "due", "late", "expected"),
    [
        ("day", "whole", "2019-03-25", "2019-03-28", 3),
        ("day", "whole", "2019-03-25", "2019-03-25", 0),
        ("day", "whole", "2019-03-25", "2019-03-01", 0),
        ("day", "whole", "2020-02-28", "2020-03-01", 2),  # a leap year
        ("month", "whole", "2019-01-15", "2019-02-14", 0),
        ("month", "whole", "2019-01-15", "2019-02-15", 1),
        ("month", "or part", "2019-01-15", "2019-02-16", 2),
        ("month", "or part", "2019-01-15", "2019-02-15", 1),
        ("month", "whole", "2019-01-31", "2019-02-28", 1),  # the last day of a shorter month
        ("month", "whole", "2019-01-31", "2019-02-27", 0),
        ("month", "whole", "2019-12-31", "2020-02-29", 2),
        ("month", "prorated", "2019-01-15", "2019-02-01", Fraction(17, 31)),
        ("month", "prorated", "2019-01-15", "2019-03-01", 1 + Fraction(14, 28)),
        ("quarter", "whole", "2019-01-15", "2019-07-14", 1),
        ("quarter", "or part", "2019-01-15", "2019-07-14", 2),
        ("quarter", "whole", "2019-11-30", "2020-02-29", 1),
        ("year", "whole", "2016-02-29", "2017-02-28", 1),
        ("year", "prorated", "2019-01-01", "2020-01-02", 1 + Fraction(1, 366)),
        ("year", "or part", "2019-01-01", "2019-01-02", 1),
        ("month", "whole", "9999-11-30", "9999-12-31", 1),
        ("year", "prorated", "9998-12-31", "9999-12-31", 1),
        ("month", "or part", "9999-12-30", "9999-12-31", 1),
        ("month", "prorated", "9999-12-30", "9999-12-31", 1),  # a month that the calendar has no more
    ],
)
def test_what_lies_between_two_days(unit, rounding, due, late, expected) -> None:
    assert elapsed(unit, rounding)(day(late), day(due)) == expected


def test_days_beyond_the_calendar_are_brought_to_its_ends() -> None:
    last = date.max.toordinal()
    assert elapsed("month", "whole")(last + 400, day("9999-01-31")) == 11
    assert elapsed("year", "or part")(day("0002-01-01"), -500) == 1
    assert elapsed("year", "prorated")(last + 400, last + 1) == 0


@given(DAYS, DAYS, st.sampled_from(["day", "month", "quarter", "year"]))
def test_whole_prorated_and_begun_come_in_this_order(due: int, late: int, unit) -> None:
    whole, prorated, begun = (elapsed(unit, r)(late, due) for r in ("whole", "prorated", "or part"))
    assert whole <= prorated <= begun <= whole + 1
    if late <= due:
        assert begun == 0


@given(
    DAYS,
    DAYS,
    DAYS,
    st.sampled_from(["day", "month", "quarter", "year"]),
    st.sampled_from(["whole", "prorated", "or part"]),
)
def test_later_is_never_less(due: int, one: int, other: int, unit, rounding) -> None:
    count = elapsed(unit, rounding)
    early, late = sorted((one, other))
    assert count(early, due) <= count(late, due)
    assert count(due, late) <= count(due, early)


def test_a_period_has_its_months() -> None:
    first, last = date(2022, 7, 1), date(2023, 6, 30)
    assert [len(buckets(first, last, unit)) for unit in ("day", "month", "quarter", "year")] == [365, 12, 4, 2]
    assert bucket(day("2022-07-01"), "quarter") == buckets(first, last, "quarter").start
    assert bucket(day("2023-03-31"), "quarter") + 1 == bucket(day("2023-04-01"), "quarter")
    assert bucket(day("2022-12-31"), "month") + 1 == bucket(day("2023-01-01"), "month")
