"""The rows of a fact that counts events: how many they are for certain, and the same with some more or some fewer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from math import ceil, floor

from ..interpreter.facts import Event, Missing, Stated
from ..interpreter.interval import Exact, Interval, Quantity, subtract, total
from ..interpreter.model import FactModel
from ..interpreter.runtime import ANY_DAYS

Rows = Sequence[Event] | Missing | None
"""What evidence holds of a fact that counts; None where it says nothing."""


def rows_of(stated: Rows, fact: FactModel) -> tuple[Event, ...]:
    """Give the rows that evidence stands for; of an unknown fact, one row that may be any number of events.

    Silence is unknown where the fact is required, and no event elsewhere (specification: "Unknowns").
    """
    if stated is Missing.UNKNOWN or (stated is None and fact.required):
        return (Event(Interval(0, fact.type.high), ANY_DAYS),)
    return () if stated is None or stated is Missing.NOT_APPLICABLE else tuple(stated)


def certain(rows: Iterable[Event]) -> int:
    """Give how many events there are at least."""
    return sum(map(_least, rows))


def fewer(rows: Sequence[Event], count: int, fits: Callable[[Event], bool]) -> tuple[Event, ...] | None:
    """Take away so many events, of the rows that fit, the last ones first; nothing where fewer are certain."""
    left: list[Event] = []
    for row in reversed(rows):
        taken = min(count, _least(row)) if fits(row) else 0
        count -= taken
        quantity = subtract(row.quantity, taken) if taken else row.quantity
        if quantity != 0 or not taken:
            left.append(row._replace(quantity=quantity))
    return None if count else tuple(reversed(left))


def as_one(rows: Sequence[Event], event: Event, said: Collection[str]) -> Event:
    """Let a row stand for all events instead of the rows before; ``said`` names the fields and the date it states.

    What it does not state stays as it is where all rows before have it alike.
    """
    fields = {
        name: stated if name in said else _alike([row.fields.get(name) for row in rows], stated)
        for name, stated in event.fields.items()
    }
    dates = {row.date for row in rows}
    date = event.date if "date" in said or len(dates) != 1 else dates.pop()
    return event._replace(fields=fields, date=date)


def like(event: Event) -> Callable[[Event], bool]:
    """Make a test for rows that have the known fields and the date of an event."""
    known = {name: stated for name, stated in event.fields.items() if stated is not Missing.UNKNOWN}

    def fits(row: Event) -> bool:
        return all(row.fields.get(name) == stated for name, stated in known.items()) and event.date in (None, row.date)

    return fits


def _alike(stated: Sequence[Stated | None], otherwise: Stated) -> Stated:
    first = stated[0] if stated else None
    return first if first is not None and all(each == first for each in stated) else otherwise


def _least(row: Event) -> int:
    if not isinstance(row.quantity, Interval):
        return floor(row.quantity)
    return max(0, _whole(row.quantity))


def _whole(quantity: Interval) -> int:
    low: Exact = 0 if quantity.low is None else quantity.low
    return floor(low) + 1 if quantity.low_open else ceil(low)


def total_of(rows: Sequence[Event]) -> Quantity:
    """Add the quantities of rows up."""
    return total(row.quantity for row in rows)
