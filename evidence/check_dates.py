"""The days on which things happened: read, and held against the rubric's period."""

from __future__ import annotations

from ..diagnostics import Diagnostic
from ..diagnostics.catalogue import evidence as say
from ..interpreter.interval import Interval, Quantity, between, interval
from ..interpreter.model import Model, Type
from .amounts import show_end
from .called import Called
from .keys import missing
from .record import Said
from .values import Target, read_quantity

Period = tuple[int, int]
"""The first and the last day of a rubric's period, as ordinals."""


def period_of(model: Model) -> Period | None:
    """Give the period of a rubric, if it has one."""
    return (model.period[0].toordinal(), model.period[1].toordinal()) if model.period else None


def read_day(said: Said, called: Called, period: Period | None) -> Quantity | Diagnostic | None:
    """Read a day, which lies in the period; nothing where it is said to be unknown. ``called`` tells of what it is."""
    if missing(said.text) is not None:
        return None
    day = read_quantity(said, Target(called, Type("date")))
    if isinstance(day, Diagnostic):
        return day._replace(arguments={**day.arguments, "part": say.THE_DATE})
    if period is None:
        return day
    found = _within(day, *period)
    if found is not None:
        return found
    first, last = (show_end(end, "date") for end in period)
    return say.OUTSIDE_PERIOD.at(said.place, name=called(said.place), found=said.text, first=first, last=last)


def _within(day: Quantity, first: int, last: int) -> Quantity | None:
    """Bring a day that is not quite known into the period; nothing where it lies outside."""
    low, high, _, _ = interval(day)
    low = first if low is None else max(low, first)
    high = last if high is None else min(high, last)
    if low <= high and (isinstance(day, Interval) or low == high == day):
        return between(low, high)
    return None
