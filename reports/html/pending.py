"""A result → what is still to be collected, by unit, what can move the most points first."""

from __future__ import annotations

from typing import NamedTuple

from ...diagnostics import Language
from ...diagnostics.visible import visible
from ...interpreter.interval import Interval, Quantity
from ...interpreter.result import Result, ToCollect
from ...interpreter.runtime import HeadingMark
from ...interpreter.show import points_text
from ..naming import short_names
from ..waiting import is_unread
from ..words import sheet

MOST_ENTRIES = 8
"""So many entries are shown for a unit; `psr collect` tells all."""


class Pending(NamedTuple):
    """What a unit lacks: item, facts and how far they can move its points; ``more`` counts what is not shown.

    ``number`` is the unit's place in the evidence, from 0.
    """

    number: int
    unit: str
    entries: tuple[tuple[str, str, str], ...]
    more: int


def pending(result: Result, language: Language) -> tuple[Pending, ...]:
    """List the units whose evidence lacks something."""
    names = short_names(result.model)
    return tuple(
        Pending(
            number,
            visible(unit.name),
            tuple(
                _entry(entry, names[entry.heading.number], unit.mark(entry.heading), language)
                for entry in unit.to_collect[:MOST_ENTRIES]
            ),
            max(0, len(unit.to_collect) - MOST_ENTRIES),
        )
        for number, unit in enumerate(result.units)
        if unit.to_collect
    )


def _entry(entry: ToCollect, item: str, mark: HeadingMark, language: Language) -> tuple[str, str, str]:
    names = [visible(fact.label) for fact in entry.facts]
    if entry.mark_missing:
        names.append(sheet("mark", language))
    if is_unread(mark):
        names = [sheet("unread ruling", language)]
    return visible(item), sheet("comma", language).join(names), _reach(entry.points, language)


def _reach(points: Quantity, language: Language) -> str:
    if isinstance(points, Interval):
        return sheet("no limit", language)
    text = points_text(points)
    return sheet("can move one" if text == "1" else "can move", language, points=text)
