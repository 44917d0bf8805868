"""Evidence that shows something → less that shows it as well: no field that doesn't matter, the least quantities."""

from __future__ import annotations

from collections.abc import Callable, Collection

from ...interpreter.facts import Event
from ...interpreter.model import Model
from .coordinates import Assignment, Candidate, Coordinate


def shrunk(
    assignment: Assignment, places: Collection[Coordinate], model: Model, shows: Callable[[Assignment], bool]
) -> dict[Coordinate, Candidate]:
    """Make what is stated at some places as small as can be; ``shows`` tries whether it is still enough.

    Each step has been tried, so what is given shows what it has to wherever ``assignment`` does. Of figures in between
    that are not enough, as a table may have them, nothing is known: so there may be less still.
    """
    small = dict(assignment)

    def keep(place: Coordinate, candidate: Candidate) -> bool:
        if not shows({**small, place: candidate}):
            return False
        small[place] = candidate
        return True

    for place in places:
        rows = _rows(small.get(place, ()))
        for name in [name for row in rows[:1] for name in row.fields]:
            rows = _rows(small[place])
            keep(place, tuple(_without(row, name) for row in rows))
        _lower(place, small, model, keep)
    return small


def _lower(place: Coordinate, small: Assignment, model: Model, keep: Callable[[Coordinate, Candidate], bool]) -> None:
    """Halve the distance to the least quantity, again and again; several events have the same."""
    rows = _rows(small.get(place, ()))
    quantities = {row.quantity for row in rows}
    high = quantities.pop() if len(quantities) == 1 else None
    if not isinstance(high, int):
        return
    low = max(int(model.facts[place.name].type.low or 0), 1)
    while low < high:
        middle = (low + high) // 2
        if keep(place, tuple(row._replace(quantity=middle) for row in _rows(small[place]))):
            high = middle
        else:
            low = middle + 1


def _rows(candidate: Candidate) -> tuple[Event, ...]:
    if not isinstance(candidate, tuple):
        return ()
    return tuple(row for row in candidate if isinstance(row, Event))


def _without(row: Event, name: str) -> Event:
    return row._replace(fields={other: value for other, value in row.fields.items() if other != name})
