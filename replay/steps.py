"""One unit's evidence → the ways to change it, fact by fact and mark by mark: what a search puts together.

Only facts that some line reads are changed, and of each only what can matter: the fields that lines read, the figures
that lines name and those just beside them. What does not apply (``n/a``) is left alone, and so are rulings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice, product
from math import ceil, floor

from ..grammar import statements as s
from ..interpreter.calendars import bucket
from ..interpreter.facts import Event, Evidence, Missing, Stated, UnitFacts
from ..interpreter.interval import Interval, Quantity, interval
from ..interpreter.model import FactModel, FieldModel, HeadingModel, Model
from .mentions import Mentions, mentions
from .moves import OTHER_TEXT, Fewer, More, Move, OtherField, OtherMark, OtherValue, Rows, Settled, how_many
from .values import numbers_near, other_numbers

_MOST_KINDS = 24
"""So many kinds of new events are tried at most."""
_MOST_GROUPS = 8
"""Rows of more kinds than these are changed in their order alone."""
_MOST_APART = 60
"""So many new events are told apart at most, by days or by made-up texts."""
_MANY = 1000
"""So many new events are tried where nothing limits them."""


def moves_of(model: Model, evidence: Evidence, unit: str) -> list[Move]:
    """Give the ways to change one unit's evidence, in the order in which facts and headings stand in the rubric."""
    given = evidence.units[unit]
    found: list[Move] = []
    for name, named in mentions(model).items():
        fact = model.facts[name]
        if fact.counts:
            found += _of_events(fact, named, given, model)
        else:
            found += _of_value(fact, named, given, evidence)
    for heading in model.headings:
        if heading.is_judged and heading.label not in given.rulings:
            found += _of_mark(heading, given)
    return found


# ---- facts that count -----------------------------------------------------------------------------------------


def _of_events(fact: FactModel, named: Mentions, given: UnitFacts, model: Model) -> Iterator[Move]:
    rows = given.events.get(fact.name, Missing.UNKNOWN if fact.required else ())
    if rows is Missing.NOT_APPLICABLE:
        return
    kinds = list(islice(_kinds(fact, named), _MOST_KINDS))
    if rows is Missing.UNKNOWN:
        anything: Rows = (Event(Interval(0, fact.type.high)),)
        for kind in kinds:
            details = {name: _made_up(value, 1) for name, value in kind.items()}
            yield _settled(fact, anything, 0, details, named)
        return
    rows = tuple(rows)
    groups = _groups(rows, by_day=named.calendar is not None)
    for group in groups:
        yield from _fewer(fact, rows, group)
    for index, row in enumerate(rows):
        if isinstance(row.quantity, Interval):
            yield _settled(fact, rows, index, {}, named)
    for name in named.fields:
        for value in _telling(fact.fields[name], named):
            for group in groups:
                yield from _other_field(fact, rows, group, fact.fields[name], value)
    for kind in kinds:
        yield from _more(fact, rows, kind, named, model)


def _groups(rows: Rows, by_day: bool) -> list[tuple[int, ...]]:
    """Put rows together, by their places, that are alike; the last row of each first, as the easiest to spare."""
    found: dict[object, list[int]] = {}
    for index, row in enumerate(rows):
        if isinstance(row.quantity, int) and row.quantity > 0:
            alike = (tuple(sorted(row.fields.items(), key=lambda entry: entry[0])), row.date if by_day else None)
            found.setdefault(alike, []).insert(0, index)
    if len(found) > _MOST_GROUPS:
        return [tuple(sorted((index for group in found.values() for index in group), reverse=True))]
    return [tuple(group) for group in found.values()]


def _fewer(fact: FactModel, rows: Rows, order: tuple[int, ...]) -> Iterator[Move]:
    spare = int(interval(how_many(rows)).low or 0) - int(fact.type.low or 0)
    last = min(_number(rows, order), spare)
    if last > 0:
        yield Fewer(fact, rows, order, last, _levels([1, last], last))


def _other_field(
    fact: FactModel, rows: Rows, order: tuple[int, ...], field: FieldModel, value: Stated
) -> Iterator[Move]:
    if isinstance(value, str) and value.startswith(OTHER_TEXT):
        value = _made_up(value, 1)
    stays = (value, Missing.NOT_APPLICABLE)
    concerned = tuple(index for index in order if rows[index].fields.get(field.name) not in stays)
    last = _number(rows, concerned)
    if last > 0:
        yield OtherField(fact, rows, concerned, field, value, last, _levels([1, last], last))


def _more(fact: FactModel, rows: Rows, kind: Mapping[str, Stated], named: Mentions, model: Model) -> Iterator[Move]:
    texts = tuple(name for name, value in kind.items() if value == OTHER_TEXT)
    days = _days(rows, named, model)
    present = int(interval(how_many(rows)).low or 0)
    most = _MANY if fact.type.high is None else int(fact.type.high) - _most(how_many(rows), present)
    last = min(most, len(days)) if days else min(most, _MOST_APART) if texts else most
    named_levels = [level for n in named.numbers for level in (floor(n) - present, ceil(n) + 1 - present, ceil(n))]
    if last > 0:
        yield More(fact, rows, kind, texts, days, last, _levels([1, 2, 3, last, *named_levels], last))


def _settled(fact: FactModel, rows: Rows, index: int, details: Mapping[str, Stated], named: Mentions) -> Move:
    bounds = interval(rows[index].quantity)
    low = bounds.low if bounds.low is not None else 0
    least = max(floor(low) + 1 if bounds.low_open else ceil(low), 0)
    high = bounds.high if bounds.high is not None else fact.type.high
    most = least + _MANY if high is None else ceil(high) - 1 if bounds.high_open else floor(high)
    last = max(most - least + 1, 1)
    figures = {n for number in named.numbers for n in (floor(number), ceil(number), ceil(number) + 1)}
    levels = _levels([1, 2, last, *(n - least + 1 for n in figures)], last)
    return Settled(fact, rows, index, details, least, last, levels)


def _kinds(fact: FactModel, named: Mentions) -> Iterator[Mapping[str, Stated]]:
    """Give the kinds of new events: every combination of telling values of the fields that lines read."""
    read = [field for name, field in fact.fields.items() if name in named.fields]
    for values in product(*(list(_telling(field, named)) for field in read)):
        yield {field.name: value for field, value in zip(read, values, strict=True)}


def _telling(field: FieldModel, named: Mentions) -> Iterator[Stated]:
    match field.type.kind:
        case "yes/no":
            yield from (True, False)
        case "choice":
            yield from field.type.options
        case "text":
            yield from (OTHER_TEXT, *sorted(named.texts))
        case _:
            yield from numbers_near(field.type, named)


def _made_up(value: Stated, number: int) -> Stated:
    return f"{OTHER_TEXT}{number}" if value == OTHER_TEXT else value


def _days(rows: Rows, named: Mentions, model: Model) -> tuple[int, ...]:
    """Give the days of new events one after the other, each where there are fewest, where lines tell days apart."""
    if named.calendar is None or model.period is None:
        return ()
    first, last = (day.toordinal() for day in model.period)
    stretches: dict[int, int] = {}
    for day in range(first, min(last, first + 3660) + 1):
        stretches.setdefault(bucket(day, named.calendar), day)
    events = dict.fromkeys(stretches, 0)
    for row in rows:
        if isinstance(row.date, int) and isinstance(row.quantity, int):
            stretch = bucket(row.date, named.calendar)
            events[stretch] = events.get(stretch, 0) + row.quantity
    found: list[int] = []
    for _ in range(_MOST_APART):
        emptiest = min(stretches, key=lambda stretch: (events[stretch], stretch))
        events[emptiest] += 1
        found.append(stretches[emptiest])
    return tuple(found)


def _number(rows: Rows, order: tuple[int, ...]) -> int:
    return sum(row.quantity for row in (rows[index] for index in order) if isinstance(row.quantity, int))


def _most(number: Quantity, otherwise: int) -> int:
    """Give the most that a number of events can be; where nothing limits it, something else."""
    high = interval(number).high
    return otherwise if high is None else int(high)


def _levels(levels: list[int], last: int) -> tuple[int, ...]:
    """Bring levels into order, those between 1 and the last; the nearest ones, if there are very many."""
    inside = sorted({level for level in levels if 1 <= level <= last})
    return (*inside[:10], last) if len(inside) > 11 else tuple(inside)


# ---- all other facts, and marks -------------------------------------------------------------------------------


def _of_value(fact: FactModel, named: Mentions, given: UnitFacts, evidence: Evidence) -> Iterator[Move]:
    entry = given.values.get(fact.name)
    stated = entry.stated if entry else Missing.UNKNOWN if fact.presumed is None else fact.presumed
    if stated is Missing.NOT_APPLICABLE:
        return
    match fact.type.kind:
        case "yes/no":
            values: list[Stated] = [True, False]
        case "choice":
            values = list(fact.type.options)
        case "text":
            values = [f"{OTHER_TEXT}1", *sorted(named.texts)]
        case _:
            yield from other_numbers(fact, stated, named, evidence)
            return
    yield from (OtherValue(fact, stated, value) for value in values if value != stated)


def _of_mark(heading: HeadingModel, given: UnitFacts) -> Iterator[Move]:
    judge = next(line for line in heading.lines if isinstance(line, s.Judge))
    low, high = Fraction(judge.low.value), Fraction(judge.high.value)
    mark = given.marks.get(heading.label)
    least = interval(mark.points).low if mark else None
    origin = low - Fraction(1, 10) if least is None else Fraction(least)
    last = ceil((high - origin) * 10)
    if last > 0:
        yield OtherMark(heading, mark, origin, high, last, _levels([1, last], last))
