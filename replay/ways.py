"""Which of the ways that were found are worth telling: none that holds another, none that another is better than."""

from __future__ import annotations

from collections.abc import Iterable

from .least import Way

_MOST_ALIKE = 2


def chosen(ways: Iterable[Way], most: int) -> list[Way]:
    """Give the smallest ways in order, at most so many.

    Of those that change the same facts in the same manner, one that moves more points stays only if it concerns fewer
    occurrences. No more than two stay that change the same facts.
    """
    kept: list[Way] = []
    smallest: dict[object, int] = {}
    for way in sorted(ways, key=lambda way: way.order):
        alike = sum(other.places == way.places for other in kept)
        size = smallest.get(_manner(way))
        better = size is None or way.size < size
        if better and alike < _MOST_ALIKE and not any(_holds(way, other) for other in kept):
            smallest[_manner(way)] = way.size
            kept.append(way)
    return kept[:most]


def _manner(way: Way) -> object:
    return tuple((step.place, step.kind, step.field and step.field.name) for step in way.steps)


def _holds(way: Way, other: Way) -> bool:
    """Tell whether all that another way changes is changed by this one, too, as far or further."""
    levels = dict(way.picks)
    return all(levels.get(move, 0) >= level for move, level in other.picks)
