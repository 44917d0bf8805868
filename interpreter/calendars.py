"""Months, quarters and years: which one a day lies in, which ones a period has, how many whole ones lie between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from ..grammar.statements import Calendar, StepRounding
from .interval import Exact, exact

_MONTHS: dict[Calendar, int] = {"month": 1, "quarter": 3, "year": 12}


def bucket(ordinal: int, unit: Calendar) -> int:
    """Give the number of the day, month, quarter or year that a day lies in."""
    if unit == "day":
        return ordinal
    day = date.fromordinal(ordinal)
    return (day.year * 12 + day.month - 1) // _MONTHS[unit]


def buckets(first: date, last: date, unit: Calendar) -> range:
    """Give the numbers of all months (quarters, years, days) that a period touches."""
    return range(bucket(first.toordinal(), unit), bucket(last.toordinal(), unit) + 1)


def elapsed(unit: Calendar, rounding: StepRounding) -> Callable[[int, int], Exact]:
    """Make a function that gives how many days, months and so on one day lies after another; none if before."""

    def between(late: int, due: int) -> Exact:
        if late <= due:
            return 0
        if unit == "day":
            return late - due
        late, due = _in_calendar(late), _in_calendar(due)
        size = _MONTHS[unit]
        whole = _whole(due, late, size)
        start = _later(due, whole * size)
        rest = late - start
        if rest == 0 or rounding == "whole":
            return whole
        if rounding == "or part":
            return whole + 1
        return exact(whole + Fraction(rest, _later(due, (whole + 1) * size) - start))

    return between


def _in_calendar(ordinal: int) -> int:
    """Bring a day that was reckoned beyond the calendar to its first or last one."""
    return min(max(ordinal, 1), date.max.toordinal())


def _whole(due: int, late: int, size: int) -> int:
    first, last = date.fromordinal(due), date.fromordinal(late)
    count = ((last.year - first.year) * 12 + last.month - first.month) // size
    while count and _later(due, count * size) > late:
        count -= 1
    return count


def _later(ordinal: int, months: int) -> int:
    """Give the day some months later; the last of the month where that month is shorter."""
    day = date.fromordinal(ordinal)
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, number).toordinal()
        except ValueError:
            continue
    return date.max.toordinal()
