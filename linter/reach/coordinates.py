"""The evidence a search tries: for each fact a few telling values, the simplest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import islice, product
from math import ceil, floor
from typing import Literal, NamedTuple, assert_never

from ...grammar import statements as s
from ...interpreter.calendars import bucket
from ...interpreter.facts import Event, Evidence, Mark, Stated, UnitFacts, Value
from ...interpreter.interval import Exact, exact
from ...interpreter.model import FactModel, HeadingModel, Model, Type
from .reads import Reads

Whose = Literal["own", "rival", "third", "earlier"]
"""Whose evidence it is: the unit's, that of two others, or the unit's of last year."""

NAMES: Mapping[Whose, str] = {"own": "A", "rival": "B", "third": "C", "earlier": "A"}
"""The names of the units in a witness; the one it is about comes first."""

Candidate = Stated | tuple[Event, ...]
Assignment = Mapping["Coordinate", Candidate]

_COUNTS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 20, 50, 100, 1000)
_QUANTITIES = (1, 2, 3, 4, 5, 8, 10, 20, 100, 1000)
_NUMBERS: tuple[Exact, ...] = (10, 0, 1, 5, 100, 1000, 1_000_000)
_MOST = 24
"""So many values of a fact are tried at most, and so many kinds of events."""
_MOST_DAYS = 12


class Coordinate(NamedTuple):
    """One fact of one unit, or the committee's mark for a heading (by its number)."""

    whose: Whose
    name: str
    is_mark: bool


def coordinates(headings: list[tuple[HeadingModel, Reads]], model: Model) -> dict[Coordinate, list[Candidate]]:
    """Give the coordinates that some headings read, each with the values to try."""
    found: dict[Coordinate, list[Candidate]] = {}
    for heading, reads in headings:
        compared, earlier = reads.compared, reads.earlier
        sides: dict[Whose, Mapping[str, FactModel]]
        sides = {"own": reads.own, "rival": compared, "third": compared, "earlier": earlier}
        for whose, facts in sides.items():
            for fact in sorted(facts.values(), key=lambda fact: fact.number):
                place = Coordinate(whose, fact.name, False)
                values = list(_candidates(fact, reads, model))
                found[place] = [*found.get(place, []), *values]
        for judge in (line for line in heading.lines if isinstance(line, s.Judge)):
            found[Coordinate("own", heading.label, True)] = [Fraction(judge.low.value), Fraction(judge.high.value)]
    return found


def evidence_of(assignment: Assignment, compares: bool) -> tuple[Evidence, Evidence | None]:
    """Turn values into evidence of this year and last year; ``compares``: there are other units, too."""
    given: dict[Whose, UnitFacts] = {whose: UnitFacts(name) for whose, name in NAMES.items()}
    sides: tuple[Whose, ...] = ("own", "rival", "third") if compares else ("own",)
    for place, candidate in assignment.items():
        unit = given[place.whose]
        if place.is_mark:
            assert isinstance(candidate, int | Fraction)
            unit.marks[place.name] = Mark(candidate)
        elif isinstance(candidate, tuple) and (not candidate or isinstance(candidate[0], Event)):
            unit.events[place.name] = [row for row in candidate if isinstance(row, Event)]
        else:
            unit.values[place.name] = Value(candidate)  # type: ignore[arg-type]
    has_last = any(place.whose == "earlier" for place in assignment)
    this = Evidence({NAMES[side]: given[side] for side in sides})
    return this, Evidence({NAMES["earlier"]: given["earlier"]}) if has_last else None


def _candidates(fact: FactModel, reads: Reads, model: Model) -> Iterator[Candidate]:
    if not fact.counts:
        yield from _values(fact.type, reads, model)
        return
    yield (Event(0),) if fact.required else ()
    kinds = list(islice(_kinds(fact, reads, model), _MOST))
    days = _days(model) if reads.calendar else []
    quantities = _quantities(fact.type, reads) if not fact.fields else _within(fact.type, _QUANTITIES)
    for quantity, kind in product(quantities, kinds):
        yield (Event(quantity, None, kind),)
        for number in (2, 4, 6, 8, _MOST_DAYS) if days else ():
            yield tuple(Event(quantity, day, kind) for day in days[:number])
    texts = [name for name, field in fact.fields.items() if field.type.kind == "text"]
    for number, kind in product((2, 3, 5, 10) if texts else (), kinds):
        yield tuple(Event(1, None, {**kind, **dict.fromkeys(texts, str(n))}) for n in range(1, number + 1))


def _kinds(fact: FactModel, reads: Reads, model: Model) -> Iterator[Mapping[str, Stated]]:
    """Give the kinds of events: every combination of telling values of their fields."""
    columns = [list(_values(field.type, reads, model)) for field in fact.fields.values()]
    for values in product(*columns):
        yield dict(zip(fact.fields, values, strict=True))


def _quantities(kind: Type, reads: Reads) -> list[int]:
    named = {near for number in reads.numbers for near in (floor(number) - 1, floor(number), ceil(number) + 1)}
    return _within(kind, sorted({*_COUNTS, *named, *([int(kind.high)] if kind.high is not None else [])}))[:_MOST]


def _within(kind: Type, numbers: tuple[int, ...] | list[int]) -> list[int]:
    low, high = kind.low or 0, kind.high
    return [number for number in numbers if number >= low and (high is None or number <= high)]


def _values(kind: Type, reads: Reads, model: Model) -> Iterator[Stated]:
    match kind.kind:
        case "yes/no":
            yield from (False, True)
        case "choice":
            yield from kind.options
        case "text":
            yield from dict.fromkeys(["1", *sorted(reads.texts)])
        case "date":
            yield from sorted(_near_days(reads, model))
        case "percent":
            near = {share + step for share in reads.shares for step in (0, Fraction(1, 100), Fraction(-1, 100))}
            yield from _numbers(kind, [0, 1, *sorted(near), Fraction(1, 2), 2])
        case "number" | "counts":
            near = {number + step for number in reads.numbers for step in (0, 1, -1)}
            yield from _numbers(kind, [*_NUMBERS, *sorted(near)])
        case _:
            assert_never(kind.kind)


def _numbers(kind: Type, numbers: list[Exact]) -> list[Exact]:
    low, high = kind.low, kind.high
    ends = [end for end in (low, high) if end is not None]
    inside = [n for n in numbers if (low is None or n >= low) and (high is None or n <= high)]
    return list(dict.fromkeys(map(exact, [*inside[:_MOST], *ends])))


def _near_days(reads: Reads, model: Model) -> set[int]:
    first, last = model.period or (date(2020, 1, 1), date(2020, 12, 31))
    named = reads.days or {first.toordinal(), last.toordinal()}
    near = {day + step for day in (*named, first.toordinal()) for step in (0, -1, 1, 40, 400)}
    return {min(max(day, 1), date.max.toordinal()) for day in near}


def _days(model: Model) -> list[int]:
    """Give a day of each month of the period, of a long one the first months."""
    if model.period is None:
        return []
    first, last = (day.toordinal() for day in model.period)
    by_month = {bucket(day, "month"): day for day in range(min(last, first + 400), first - 1, -1)}
    return sorted(by_month.values())[:_MOST_DAYS]
