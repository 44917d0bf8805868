"""The figures, shares and days to try for a fact or a field: those that the rules name, and those just beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from ..interpreter.facts import Evidence, Missing, Stated
from ..interpreter.interval import Exact, Interval, exact
from ..interpreter.model import FactModel, Type
from .mentions import Mentions
from .moves import Move, OtherNumber, OtherValue

_MOST_PLACES = 4
"""Figures are tried in steps of so many decimal places at the finest."""
_FAR = 1000
"""A figure without limit is tried up to this, or ten times the largest figure named, whichever is more."""
_MOST_PROBES = 14
_LAST_DAY = date.max.toordinal()


def numbers_near(kind: Type, named: Mentions) -> list[Exact]:
    """Give the values of a field that can tell: where its lines turn, a step beside it, and the ends of its range."""
    turns = sorted(_named(kind, named))
    step = _step(kind, turns)
    ends = [end for end in (kind.low, kind.high) if end is not None]
    near = [exact(turn + side * step) for turn in turns for side in (0, 1, -1)]
    found = [number for number in dict.fromkeys([*near, *ends]) if _is_within(number, kind)]
    return found[:_MOST_PROBES] or [0 if kind.kind != "date" else _LAST_DAY]


def other_numbers(fact: FactModel, stated: Stated, named: Mentions, evidence: Evidence) -> Iterator[Move]:
    """Give the ways in which a figure, a share or a date can be another one: up and down from what is stated.

    Of one that is known by bounds, first the values within them, then those beyond.
    """
    turns = {*_named(fact.type, named), *(_others(fact, evidence) if named.compared else ())}
    if fact.type.kind == "date" and (stated is Missing.UNKNOWN or isinstance(stated, Interval)):
        yield from (OtherValue(fact, stated, day) for day in numbers_near(fact.type, named))
        return
    step = _step(fact.type, [*turns, *([stated] if isinstance(stated, int | Fraction) else [])])
    low, high = _bounds(stated, fact.type)
    known = isinstance(stated, int | Fraction)
    if low is not None:
        origin = low if known or _is_beyond(stated, "low") else exact(low - step)
        yield from _moving(fact, stated, origin, step, _farthest(fact.type.high, [origin, *turns], fact.type), turns)
    if high is not None:
        origin = high if known or _is_beyond(stated, "high") else exact(high + step)
        bottom = fact.type.low
        if bottom is None and fact.type.kind == "date":
            bottom = max(1, origin - 3660)
        if bottom is not None:
            yield from _moving(fact, stated, origin, -step, bottom, turns)


def _is_beyond(stated: Stated, end: Literal["low", "high"]) -> bool:
    """Tell whether the evidence says that a value lies beyond the end that it states."""
    if not isinstance(stated, Interval):
        return False
    return stated.low is not None and stated.low_open if end == "low" else stated.high is not None and stated.high_open


def _moving(
    fact: FactModel, stated: Stated, origin: Exact, step: Exact, end: Exact, turns: Iterable[Exact]
) -> Iterator[Move]:
    last = floor(Fraction(end - origin) / step)
    if last < 1:
        return
    at = [Fraction(turn - origin) / step for turn in turns]
    near = sorted({level + side for turn in at for level in (floor(turn), ceil(turn)) for side in (0, 1, -1)})
    probes = [level for level in near if 1 < level < last]
    if len(probes) > _MOST_PROBES:  # of many units' figures, the nearest and the farthest: the last place and the first
        probes = [*probes[: _MOST_PROBES // 2], *probes[-_MOST_PROBES // 2 :]]
    yield OtherNumber(fact, stated, origin, step, last, tuple(sorted({1, *probes, last})))


def _named(kind: Type, named: Mentions) -> set[Exact]:
    match kind.kind:
        case "percent":
            return set(named.shares) | {number for number in named.numbers if number in (0, 1)}
        case "date":
            return set(named.days)
        case _:
            return set(named.numbers)


def _others(fact: FactModel, evidence: Evidence) -> Iterator[Exact]:
    """Give what the evidence states of a fact for any unit: a rank turns there."""
    for unit in evidence.units.values():
        entry = unit.values.get(fact.name)
        if entry is None:
            continue
        match entry.stated:
            case Interval(low=low, high=high):
                yield from (end for end in (low, high) if end is not None)
            case int() | Fraction() as number if not isinstance(number, bool):
                yield number
            case _:
                pass


def _bounds(stated: Stated, kind: Type) -> tuple[Exact | None, Exact | None]:
    """Give the least and the most that a value can be; of a known one, itself twice."""
    if isinstance(stated, Interval):
        return (kind.low if stated.low is None else stated.low), (kind.high if stated.high is None else stated.high)
    if isinstance(stated, int | Fraction):
        return stated, stated
    return kind.low, kind.high


def _farthest(high: Exact | None, figures: list[Exact], kind: Type) -> Exact:
    if high is not None:
        return high
    if kind.kind == "date":
        return min(figures[0] + 3660, _LAST_DAY)
    far: Exact = _FAR if kind.kind == "number" else 2
    return max(far, 10 * max(abs(figure) for figure in figures))


def _step(kind: Type, figures: Iterable[Exact]) -> Exact:
    """Give the step in which a figure is tried: as fine as the figures are that stand beside it, days for dates."""
    if kind.kind == "date":
        return 1
    scale = 100 if kind.kind == "percent" else 1
    places = max((_places(figure * scale) for figure in figures), default=0)
    return exact(Fraction(1, scale * 10**places))


def _places(figure: Exact) -> int:
    """Give the number of decimal places of a figure, as far as steps go."""
    return next((n for n in range(_MOST_PLACES) if Fraction(figure * 10**n).denominator == 1), _MOST_PLACES)


def _is_within(number: Exact, kind: Type) -> bool:
    if kind.kind == "date" and not 1 <= number <= _LAST_DAY:
        return False
    return (kind.low is None or number >= kind.low) and (kind.high is None or number <= kind.high)
