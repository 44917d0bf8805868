"""Lines that give and take points → functions of a unit that give the points and how they came about.

The order within a line: filter (``where``), table or amount, ``highest per``, ``cap … per month``, ``cap``
(specification: "Effects"). Amounts are in ten-thousand-millionths of a point and mostly not negative; the verb gives
them their sign.
"""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any, assert_never

from ..grammar import expressions as e
from ..grammar import statements as s
from . import interval as i
from .calendars import bucket, buckets, elapsed
from .compile_expressions import ExpressionCompiler
from .declare import exact_of
from .facts import Event, Missing
from .interval import Interval, Quantity, Truth, is_known
from .lookup import Table
from .model import DefineModel, FactModel, FieldModel, Model, Symbol
from .occurrences import Occurrences
from .points import POINT, scaled, to_points
from .reads import notable
from .runtime import ANY_DAYS, Evaluate, NoValue, Unit
from .trace import Trace

Line = Callable[[Unit], Trace]
"""A compiled line: its trace's value is the points it is about, before the verb's sign."""

Amounts = list[tuple[Event, Quantity]]
"""What each event accounts for, in points."""

Gather = Callable[[Unit], tuple[Quantity, Amounts | None, tuple[Trace, ...]]]
"""The points of a line before its caps, those of each event where there are events, and the steps so far."""

NOTHING: tuple[Trace, ...] = ()

_DEPTH_OF_NOTES = 2
"""So many definitions and ranks within one another are taken apart: a rank by a definition shows the facts."""


class LineCompiler:
    """Compiles the effects of one rubric."""

    __slots__ = ("expressions", "model")

    def __init__(self, expressions: ExpressionCompiler) -> None:
        """Take the compiler of expressions, which knows the heading."""
        self.expressions = expressions
        self.model: Model = expressions.model

    def effect(self, line: s.Effect) -> Line:
        """Compile a ``deduct`` or an ``award``."""
        gather = self._gather(line)
        condition = self.condition(line.condition)
        caps = tuple(self.cap(cap) for cap in _in_order(line.caps))
        notes = self.notes(line)

        def run(u: Unit) -> Trace:
            holds: Truth = True
            steps: tuple[Trace, ...] = notes(u)
            if condition is not None:
                holds, step = condition(u)
                steps = (*steps, step)
                if holds is False:
                    return Trace("line", 0, line, steps)
            points, amounts, taken = gather(u)
            steps += taken
            for cap in caps:
                points, amounts, step = cap(u, points, amounts)
                steps = (*steps, step)
            if holds is None:
                points = i.hull(0, points)
            return Trace("line", points, line, steps)

        def careful(u: Unit) -> Trace:
            try:
                return run(u)
            except NoValue as nothing:
                if nothing.why is not None:
                    raise
                return Trace("line", 0, line, (Trace("applies", Missing.NOT_APPLICABLE, line),))

        return careful

    def condition(self, node: e.Expression | None) -> Callable[[Unit], tuple[Truth, Trace]] | None:
        """Compile a line's ``if``; what does not apply does not hold."""
        if node is None:
            return None
        compiled = self.expressions.compile(node)

        def condition(u: Unit) -> tuple[Truth, Trace]:
            try:
                holds: Truth = compiled(u, None)
            except NoValue as nothing:
                if nothing.why is not None:
                    raise
                holds = False
            return holds, Trace("condition", holds, node)

        return condition

    def notes(self, line: s.Statement) -> Callable[[Unit], tuple[Trace, ...]]:
        """Compile what a reader wants to see of a line's expressions: the facts, ranks and means they read."""
        nodes = notable(line, self.model)
        if not nodes:
            return lambda _: NOTHING
        compiled = tuple(self._note(node, _DEPTH_OF_NOTES) for node in nodes)
        return lambda u: tuple([note(u) for note in compiled])

    def _note(self, node: e.Expression, depth: int) -> Callable[[Unit], Trace]:
        """Compile what a reader wants to see of an expression: its value, and what it rests on."""
        value, symbol = self.expressions.compile(node), self.model.symbols.get(node.span)
        below = [self._note(inner, depth - 1) for inner in self._behind(node, symbol)] if depth else []

        def note(u: Unit) -> Trace:
            try:
                given = value(u, None)
            except NoValue:
                return Trace("undefined", None, node)
            return Trace("value", given, node, tuple([read(u) for read in below]) or _stated(u, symbol))

        return note

    def _behind(self, node: e.Expression, symbol: Symbol | None) -> tuple[e.Expression, ...]:
        """Give what a rank or a definition rests on: the unit's own values show why it came out so."""
        if isinstance(symbol, DefineModel):
            return notable(symbol.node, self.model)
        return notable(node, self.model) if isinstance(node, e.RankOf) else ()

    # ---- what is counted --------------------------------------------------------------------------------------

    def _gather(self, line: s.Effect) -> Gather:
        match line.per:
            case None:
                return self._flat(line)
            case s.PerEvent(quota=None):
                return self._events(line, line.per)
            case s.PerEvent():
                return self._times(line, self._shortfall(line.per))
            case s.PerStep():
                return self._times(line, self._steps(line.per))
            case s.PerCalendar():
                return self._times(line, self._late(line.per))
            case _:
                assert_never(line.per)

    def _flat(self, line: s.Effect) -> Gather:
        if line.by is not None:
            table = Table(self.expressions, line.by, line.rows)

            def from_table(u: Unit) -> Any:
                value, row = table.lookup(u, None)
                points = to_points(value)
                return points, None, (Trace("table", points, row or line),)

            return from_table
        amount = self.amount(line.amount)
        node = line.amount
        return lambda u: (points := amount(u, None), None, (Trace("amount", points, node),))

    def amount(self, node: e.Expression | None) -> Evaluate:
        """Compile an amount into points; a plain figure is turned into points once."""
        assert node is not None
        if isinstance(node, e.Number):
            points = scaled(exact_of(node))
            return lambda _u, _v: points
        compiled = self.expressions.compile(node)
        return lambda u, v: to_points(compiled(u, v))

    def _times(self, line: s.Effect, count: Callable[[Unit], tuple[Quantity, tuple[Trace, ...]]]) -> Gather:
        amount = self.amount(line.amount)

        def times(u: Unit) -> Any:
            number, steps = count(u)
            each = amount(u, None)
            points = _whole_points(i.multiply(each, number))
            return points, None, (*steps, Trace("times", number, line, (Trace("amount", each, line.amount),)))

        return times

    # ---- events -----------------------------------------------------------------------------------------------

    def _events(self, line: s.Effect, per: s.PerEvent) -> Gather:
        fact = self.model.symbols[per.fact.span]
        assert isinstance(fact, FactModel)
        where = None if per.where is None else self.expressions.compile(per.where)
        index = fact.number
        each = self._each(line)
        distinct = _distinct(line.highest_per)
        label = fact

        def events(u: Unit) -> Any:
            rows: Any = u.facts[index]
            if not rows:
                return 0, [], (Trace("events", 0, label),)
            if rows is Missing.NOT_APPLICABLE:
                raise NoValue(None, None)
            amounts = each(u, _where(u, rows, where))
            if distinct is not None:
                amounts = distinct(amounts)
            points = amounts[0][1] if len(amounts) == 1 else i.total(points for _, points in amounts)
            count = i.total(row.quantity for row, _ in amounts)
            return (
                points,
                amounts,
                (Trace("events", count, label, tuple([Trace("event", p, row) for row, p in amounts])),),
            )

        return events

    def _each(self, line: s.Effect) -> Callable[[Unit, list[tuple[Event, bool]]], Amounts]:
        """Compile what one row of evidence accounts for."""
        if line.by is not None and line.by.occurrence:
            return Occurrences(self.expressions, line).amounts
        once = bool(line.highest_per)
        matters = self._most_matters(line) if once else None
        if line.by is not None:
            table = Table(self.expressions, line.by, line.rows)
            return lambda u, rows: [
                (row, _share(_once(row, matters) if once else row.quantity, to_points(_looked_up(table, u, row)), sure))
                for row, sure in rows
            ]
        amount = self.amount(line.amount)
        return lambda u, rows: [
            (row, _share(_once(row, matters) if once else row.quantity, _amount_of(amount, u, row), sure))
            for row, sure in rows
        ]

    def _most_matters(self, line: s.Effect) -> int | None:
        """Give how many matters there can be, as many as the fields that tell them apart have values; None: any."""
        kinds = [
            symbol.type for key in line.highest_per if isinstance(symbol := self.model.symbols[key.span], FieldModel)
        ]
        sizes = [
            len(kind.options) if kind.kind == "choice" else 2 for kind in kinds if kind.kind in ("choice", "yes/no")
        ]
        return prod(sizes) if len(sizes) == len(kinds) else None

    # ---- quotas and steps -------------------------------------------------------------------------------------

    def _shortfall(self, per: s.PerEvent) -> Callable[[Unit], tuple[Quantity, tuple[Trace, ...]]]:
        fact = self.model.symbols[per.fact.span]
        assert isinstance(fact, FactModel)
        assert per.quota is not None
        where = None if per.where is None else self.expressions.compile(per.where)
        quota, below, index = self.expressions.compile(per.quota.of), per.quota.side == "below", fact.number
        node, unit = per.quota, per.quota.per
        periods = range(0) if unit is None else self._periods(unit)

        def missing(count: Quantity, wanted: Quantity) -> Quantity:
            gap = i.subtract(i.ceil(wanted), count) if below else i.subtract(count, i.floor(wanted))
            return i.greatest(0, gap)

        def shortfall(u: Unit) -> tuple[Quantity, tuple[Trace, ...]]:
            rows: Any = u.facts[index]
            if rows is Missing.NOT_APPLICABLE:
                raise NoValue(None, None)
            counted = [(row, _share(row.quantity, 1, sure)) for row, sure in _where(u, rows, where)]
            wanted = quota(u, None)
            count = i.total(number for _, number in counted)
            if unit is None:
                number = missing(count, wanted)
            else:
                number = i.total(missing(n, wanted) for n in _by_period(counted, periods, unit))
            rows_traced = tuple(Trace("event", number, row) for row, number in counted)
            return number, (Trace("events", count, fact, rows_traced), Trace("quota", wanted, node))

        return shortfall

    def _periods(self, unit: s.Calendar) -> range:
        assert self.model.period is not None
        return buckets(*self.model.period, unit)

    def _steps(self, per: s.PerStep) -> Callable[[Unit], tuple[Quantity, tuple[Trace, ...]]]:
        of, step = self.expressions.compile(per.of), exact_of(per.step)
        quota = None if per.quota is None else self.expressions.compile(per.quota.of)
        below = per.quota is not None and per.quota.side == "below"
        node, rounding = per.quota, per.rounding

        def steps(u: Unit) -> tuple[Quantity, tuple[Trace, ...]]:
            value = of(u, None)
            traced: tuple[Trace, ...] = ()
            if quota is not None:
                wanted = quota(u, None)
                value = i.subtract(wanted, value) if below else i.subtract(value, wanted)
                traced = (Trace("quota", wanted, node),)
            number = i.divide(i.greatest(0, value), step)
            if rounding == "whole":
                number = i.floor(number)
            elif rounding == "or part":
                number = i.ceil(number)
            return number, traced

        return steps

    def _late(self, per: s.PerCalendar) -> Callable[[Unit], tuple[Quantity, tuple[Trace, ...]]]:
        of, after = self.expressions.compile(per.of), self.expressions.compile(per.after)
        count = elapsed(per.unit, per.rounding)

        def late(u: Unit) -> tuple[Quantity, tuple[Trace, ...]]:
            first, last = i.interval(i.floor(of(u, None))), i.interval(i.floor(after(u, None)))
            low = 0 if first.low is None or last.high is None else count(int(first.low), int(last.high))
            high = None if first.high is None or last.low is None else count(int(first.high), int(last.low))
            return i.between(low, high), ()

        return late

    # ---- caps -------------------------------------------------------------------------------------------------

    def cap(self, cap: s.Cap) -> Callable[[Unit, Quantity, Amounts | None], tuple[Quantity, Amounts | None, Trace]]:
        """Compile a cap: over everything, or over what falls into each month."""
        limit = self.amount(cap.limit)

        def over_all(u: Unit, points: Quantity, amounts: Amounts | None) -> Any:
            most = limit(u, None)
            left = i.least(points, most)
            return left, amounts, Trace("cap", left, cap, (Trace("amount", most, cap.limit),))

        if cap.per is None:
            return over_all
        unit = cap.per
        periods = None if self.model.period is None else len(self._periods(unit))

        def over_periods(u: Unit, points: Quantity, amounts: Amounts | None) -> Any:
            most = limit(u, None)
            assert amounts is not None
            left, amounts = _capped(points, amounts, most, unit, periods)
            return left, amounts, Trace("cap", left, cap, (Trace("amount", most, cap.limit),))

        return over_periods


def _stated(u: Unit, symbol: Symbol | None) -> tuple[Trace, ...]:
    """Give where the evidence states a fact that was read; nothing where it is presumed, unknown or no fact."""
    if not isinstance(symbol, FactModel):
        return ()
    if symbol.counts:
        rows = u.given.events.get(symbol.name, ())
        return () if isinstance(rows, Missing) else tuple([Trace("stated", row.quantity, row) for row in rows])
    entry = u.given.values.get(symbol.name)
    return () if entry is None else (Trace("stated", entry.stated, entry),)


def _in_order(caps: tuple[s.Cap, ...]) -> tuple[s.Cap, ...]:
    """Put the caps of each month, quarter and year before the one over everything."""
    order = ("day", "month", "quarter", "year", None)
    return tuple(sorted(caps, key=lambda cap: order.index(cap.per)))


def _whole_points(points: Quantity) -> Quantity:
    """Bring points with a fraction (``prorated``) to ten places."""
    if not isinstance(points, Interval) and isinstance(points, int):
        return points
    return to_points(i.divide(points, POINT))


def _where(u: Unit, rows: tuple[Event, ...], where: Evaluate | None) -> list[tuple[Event, bool]]:
    """Give the rows that count, each with whether it surely does."""
    if where is None:
        return [(row, True) for row in rows]
    found: list[tuple[Event, bool]] = []
    for row in rows:
        try:
            holds = where(u, row)
        except NoValue as nothing:
            if nothing.why is not None:
                raise
            continue
        if holds is not False:
            found.append((row, holds is True))
    return found


def _share(quantity: Quantity, amount: Quantity, sure: bool) -> Quantity:
    """Give what a row accounts for: nothing or all of it where it may not count."""
    points = _whole_points(i.multiply(quantity, amount))
    return points if sure else i.hull(0, points)


def _once(row: Event, matters: int | None) -> Quantity:
    """Count a row once, but for the one that stands for all events, which may be as many matters as there can be."""
    most = matters if row.date is ANY_DAYS else 1
    return row.quantity if most is None else i.least(most, row.quantity)


def _amount_of(amount: Evaluate, u: Unit, row: Event) -> Quantity:
    try:
        return amount(u, row)
    except NoValue as nothing:
        if nothing.why is not None:
            raise
        return 0


def _looked_up(table: Table, u: Unit, row: Event) -> Quantity:
    return _amount_of(lambda unit, event: table.lookup(unit, event)[0], u, row)


def _distinct(keys: tuple[e.Name, ...]) -> Callable[[Amounts], Amounts] | None:
    """Make a function that counts the same matter once, at its largest amount."""
    if not keys:
        return None
    names = tuple(key.text for key in keys)

    def distinct(amounts: Amounts) -> Amounts:
        matters: dict[tuple[Any, ...], tuple[Event, Quantity]] = {}
        unclear: Amounts = []
        for row, points in amounts:
            matter: tuple[Any, ...] = tuple(row.fields[name] for name in names)
            if any(value is None or isinstance(value, Interval | Missing) for value in matter):
                unclear.append((row, points))
            elif matter in matters:
                first, most = matters[matter]
                matters[matter] = (_leading(first, most, row, points), i.greatest(most, points))
            else:
                matters[matter] = (row, points)
        # A row whose matter is unknown may be one of the others, or a matter of its own.
        alone = not matters and len(unclear) == 1
        return [*matters.values(), *(entry if alone else (entry[0], i.hull(0, entry[1])) for entry in unclear)]

    return distinct


def _leading(first: Event, most: Quantity, row: Event, points: Quantity) -> Event:
    """Give the one of two events that counts, whatever their order: of equal ones the earlier; undated if unclear."""
    if i.less(most, points):
        return row
    if first.date == row.date or i.less(points, most):
        return first
    if most == points and isinstance(first.date, int) and isinstance(row.date, int):
        return row if row.date < first.date else first
    return first._replace(date=None)


def _by_period(counted: Amounts, periods: range, unit: s.Calendar) -> list[Quantity]:
    """Give how often something happened in each month; a row without a date may lie in any of them."""
    numbers: list[Quantity] = [0] * len(periods)
    for row, number in counted:
        day = row.date
        if day is not None and not isinstance(day, Interval):
            position = bucket(int(day), unit) - periods.start
            if 0 <= position < len(numbers):
                numbers[position] = i.add(numbers[position], number)
        else:
            numbers = [i.add(n, number if len(numbers) == 1 else i.hull(0, number)) for n in numbers]
    return numbers


def _capped(
    points_so_far: Quantity, amounts: Amounts, most: Quantity, unit: s.Calendar, periods: int | None
) -> tuple[Quantity, Amounts]:
    """Cap what falls into each month; a row without a date may fall into any of them, or into one of its own.

    Gives the points, and what is left of each month for the cap of the quarter or the year.
    """
    months: dict[int, tuple[Event, Quantity]] = {}
    undated: Amounts = []
    for row, points in amounts:
        day = row.date
        if day is None or isinstance(day, Interval):
            # The occurrences of one row may lie in several months, each with its own cap.
            undated.append((row, i.least(points, most) if is_known(row.quantity) and row.quantity == 1 else points))
        else:
            first, before = months.setdefault(bucket(int(day), unit), (row, 0))
            months[bucket(int(day), unit)] = first, i.add(before, points)
    left = [(row, i.least(points, most)) for row, points in months.values()]
    dated = i.total(points for _, points in left)
    if not undated:
        return dated, left
    highest = i.least(points_so_far, i.add(dated, i.total(points for _, points in undated)))
    if periods is not None:
        highest = i.least(highest, i.multiply(periods, most))
    left += [(row, i.hull(0, points)) for row, points in undated]
    lowest = i.greatest(dated, i.least(points_so_far, most))
    return i.from_ends(i.low_end(lowest), i.high_end(highest)), left
