"""Expressions → functions of a unit and an event: compiled once, called for every unit.

Known values are plain numbers, what is not known is an interval, and one set of operations serves both: there is one
evaluator, and the linter's question what a heading can reach is the same evaluation with nothing known.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, assert_never

from ..diagnostics.catalogue import evaluation as say
from ..grammar import expressions as e
from . import interval as i
from .aggregate import Statistics
from .compare import comparer, join
from .declare import exact_of
from .facts import Event, Missing
from .interval import Interval
from .lookup import compile_table
from .model import DefineModel, FactModel, FieldModel, HeadingModel, Model, Option
from .points import scaled, to_number
from .rounding import rounded
from .runtime import Evaluate, NoValue, Unit, blank


class ExpressionCompiler:
    """Compiles the expressions of one rubric; ``heading`` is the one whose lines are being compiled, if any."""

    __slots__ = ("concerning", "defines", "heading", "model", "statistics")

    def __init__(self, model: Model) -> None:
        """Take the resolved rubric."""
        self.model = model
        self.heading: HeadingModel | None = None
        self.concerning: tuple[Evaluate, ...] = ()
        """The conditions under which the heading concerns a unit, its ancestors' with it."""
        self.defines: dict[tuple[int, tuple[Evaluate, ...]], Evaluate] = {}
        """Compiled for each set of such conditions: a comparison leaves out other units under another heading."""
        self.statistics = Statistics(self)

    def compile(self, node: e.Expression) -> Evaluate:
        """Compile one expression (specification: "Expressions")."""
        match node:
            case e.Number() | e.Percent():
                return constant(exact_of(node))
            case e.Date():
                return constant(node.value.toordinal() if node.value else 0)
            case e.Text() | e.YesNo():
                return constant(node.value)
            case e.Name():
                return self._name(node)
            case e.Total():
                return self._points(self.model.rubric)
            case e.Worth():
                worth = self.heading.worth if self.heading else None
                return constant(i.exact(Fraction(worth or 0)))
            case e.PointsOf():
                return self._points(self.model.labels[node.label.text])
            case e.PercentOf():
                return self._product(constant(exact_of(node.share)), self.compile(node.of))
            case e.Previous():
                return self._previous(self.compile(node.of))
            case e.RankOf():
                return self.statistics.rank(node)
            case e.Aggregate():
                return self.statistics.aggregate(node)
            case e.Call():
                return self._call(node)
            case e.Negate():
                of = self.compile(node.of)
                return lambda u, v: i.negate(of(u, v))
            case e.Arithmetic():
                return self._arithmetic(node)
            case e.Default():
                return _default(self.compile(node.of), self.compile(node.otherwise))
            case e.Compare():
                return comparer(node.operator, self.compile(node.left), self.compile(node.right))
            case e.EverySection():
                return self._every_section(node)
            case e.Not():
                of = self.compile(node.of)
                return lambda u, v: i.contrary(of(u, v))
            case e.Logic():
                return _logic(node.operator, self.compile(node.left), self.compile(node.right))
            case e.IfElse():
                return _if_else(self.compile(node.condition), self.compile(node.then), self.compile(node.otherwise))
            case _:
                assert_never(node)

    # ---- names ------------------------------------------------------------------------------------------------

    def _name(self, node: e.Name) -> Evaluate:
        symbol = self.model.symbols[node.span]
        match symbol:
            case FactModel():
                return count_of_all(symbol.number) if symbol.counts else _fact(symbol.number)
            case FieldModel():
                return _field(symbol.name)
            case Option():
                return constant(symbol.name)
            case DefineModel():
                return self._define(symbol)
            case _:
                assert_never(symbol)

    def _define(self, symbol: DefineModel) -> Evaluate:
        """Compile a definition once and remember its value for each unit, and for each event where it reads fields."""
        key = (symbol.number, self.concerning)
        compiled = self.defines.get(key)
        if compiled is None:
            outer, self.heading = self.heading, None
            node = symbol.node
            if node.by is not None:
                compiled = compile_table(self, node.by, node.rows, symbol.kind)
            else:
                assert node.value is not None
                compiled = self.compile(node.value)
            self.heading = outer
            self.defines[key] = compiled
        by_event, run = symbol.events is not None, compiled

        def remembered(u: Unit, v: Event | None) -> Any:
            place = (key, id(v) if by_event else 0)
            if place not in u.memo:
                before, u.doubtful = u.doubtful, False
                u.memo[place] = (_outcome(run, u, v), u.doubtful)
                u.doubtful = before
            value, doubtful = u.memo[place]
            u.doubtful = u.doubtful or doubtful
            if isinstance(value, NoValue):
                raise NoValue(value.node, value.why)
            return value

        return remembered

    def _points(self, heading: HeadingModel) -> Evaluate:
        index = heading.number

        def points(u: Unit, _: Event | None) -> Any:
            mark = u.mark(index)
            if mark.applies is False:
                raise NoValue(None, None)
            return to_number(mark.points)

        return points

    def _previous(self, of: Evaluate) -> Evaluate:
        model = self.model

        def previous(u: Unit, _: Event | None) -> Any:
            if u.previous is None:
                u.previous = blank(model)
            return of(u.previous, None)

        return previous

    # ---- arithmetic -------------------------------------------------------------------------------------------

    def _product(self, left: Evaluate, right: Evaluate) -> Evaluate:
        return lambda u, v: i.multiply(left(u, v), right(u, v))

    def _arithmetic(self, node: e.Arithmetic) -> Evaluate:
        left, right = self.compile(node.left), self.compile(node.right)
        match node.operator:
            case "+":
                return _bounded(node, lambda u, v: i.add(left(u, v), right(u, v)))
            case "-":
                return _bounded(node, lambda u, v: i.subtract(left(u, v), right(u, v)))
            case "*":
                return _bounded(node, self._product(left, right))
            case "/":
                return _bounded(node, _division(node, left, right))
            case _:
                assert_never(node.operator)

    def _call(self, node: e.Call) -> Evaluate:
        arguments = tuple(self.compile(argument) for argument in node.arguments)
        first = arguments[0]
        match node.function:
            case "min":
                return lambda u, v: i.least(*(argument(u, v) for argument in arguments))
            case "max":
                return lambda u, v: i.greatest(*(argument(u, v) for argument in arguments))
            case "floor":
                return lambda u, v: i.floor(first(u, v))
            case "ceil":
                return lambda u, v: i.ceil(first(u, v))
            case "round":
                places = node.arguments[1] if len(node.arguments) > 1 else None
                digits = int(places.value) if isinstance(places, e.Number) else 0
                return lambda u, v: i.stepwise(first(u, v), lambda x: rounded(x, digits, "half up"))
            case _:
                assert_never(node.function)

    def _every_section(self, node: e.EverySection) -> Evaluate:
        bound = self.compile(node.bound)
        as_share = node.span in self.model.share_bounds
        sections = [h for h in self.model.headings if h.rank == "section" and not h.bonus and (h.worth or not as_share)]

        def value(section: HeadingModel) -> Evaluate:
            def points(u: Unit, _: Event | None) -> Any:
                mark = u.mark(section.number)
                if not as_share:
                    return to_number(mark.points)
                worth = scaled(section.worth or 0) if mark.worth is None else mark.worth
                return i.divide(mark.points, worth)

            return points

        tests = [(section.number, comparer(node.operator, value(section), bound)) for section in sections]

        def every(u: Unit, v: Event | None) -> i.Truth:
            result: i.Truth = True
            for index, test in tests:
                mark = u.mark(index)
                if mark.applies is False or (as_share and mark.worth == 0):
                    continue
                holds = test(u, v)
                if holds is False and mark.applies is True:
                    return False
                result = result if holds is True else None
            return result

        return every


def constant(value: Any) -> Evaluate:
    """Make a function that always gives the same value."""
    return lambda _u, _v: value


def _fact(index: int) -> Evaluate:
    def fact(u: Unit, _: Event | None) -> Any:
        value = u.facts[index]
        if value is Missing.NOT_APPLICABLE:
            raise NoValue(None, None)
        return value

    return fact


def count_of_all(index: int) -> Evaluate:
    """Make a function that gives how often a fact occurred."""

    def count(u: Unit, _: Event | None) -> Any:
        rows = u.facts[index]
        if rows is Missing.NOT_APPLICABLE:
            raise NoValue(None, None)
        return i.total(row.quantity for row in rows)

    return count


def _field(name: str) -> Evaluate:
    def field(_: Unit, v: Event | None) -> Any:
        assert v is not None
        value = v.fields[name]
        if value is Missing.NOT_APPLICABLE:
            raise NoValue(None, None)
        return value

    return field


def _outcome(run: Evaluate, u: Unit, v: Event | None) -> Any:
    try:
        return run(u, v)
    except NoValue as nothing:
        return nothing


_MOST_BITS = 4096


def _bounded(node: e.Expression, compute: Evaluate) -> Evaluate:
    """Refuse numbers of more than a thousand digits: definitions that square one another would fill the memory."""

    def bounded(u: Unit, v: Event | None) -> Any:
        value = compute(u, v)
        for end in (value.low, value.high) if isinstance(value, Interval) else (value,):
            if end is not None and (
                end.numerator.bit_length() > _MOST_BITS or end.denominator.bit_length() > _MOST_BITS
            ):
                raise NoValue(node, say.TOO_LARGE)
        return value

    return bounded


def _division(node: e.Arithmetic, left: Evaluate, right: Evaluate) -> Evaluate:
    def division(u: Unit, v: Event | None) -> Any:
        dividend, divisor = left(u, v), right(u, v)
        if isinstance(divisor, Interval):
            if i.may_be_zero(divisor):
                u.doubtful = True
        elif divisor == 0:
            raise NoValue(node, say.DIVIDES_BY_ZERO)
        return i.divide(dividend, divisor)

    return division


def _default(of: Evaluate, otherwise: Evaluate) -> Evaluate:
    def default(u: Unit, v: Event | None) -> Any:
        before, u.doubtful = u.doubtful, False
        try:
            value = of(u, v)
        except NoValue as nothing:
            u.doubtful = before
            if nothing.why is None:
                raise
            return otherwise(u, v)
        doubtful, u.doubtful = u.doubtful, before
        return join(value, otherwise(u, v)) if doubtful else value

    return default


def _logic(operator: str, left: Evaluate, right: Evaluate) -> Evaluate:
    decisive = operator == "or"

    def logic(u: Unit, v: Event | None) -> i.Truth:
        first = left(u, v)
        if first is decisive:
            return decisive
        second = right(u, v)
        if second is decisive or first is not None:
            return second
        return None

    return logic


def _either(then: Evaluate, otherwise: Evaluate, u: Unit, v: Event | None) -> Any:
    """Give what either of two branches gives; if one has no value, there may be none."""
    first, second = _outcome(then, u, v), _outcome(otherwise, u, v)
    if isinstance(first, NoValue) and isinstance(second, NoValue):
        raise first
    for side, other in ((first, second), (second, first)):
        if isinstance(side, NoValue):
            u.doubtful = u.doubtful or side.why is not None
            return other
    return join(first, second)


def _if_else(condition: Evaluate, then: Evaluate, otherwise: Evaluate) -> Evaluate:
    def if_else(u: Unit, v: Event | None) -> Any:
        holds = condition(u, v)
        if holds is None:
            return _either(then, otherwise, u, v)
        return then(u, v) if holds else otherwise(u, v)

    return if_else
