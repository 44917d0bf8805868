"""What an expression can give, whatever the evidence says: the interpreter's own evaluation with nothing known.

Sound, not exact: what an expression can give is among the values, but not every value need be possible. Where a rule
must know that each value can occur, `Extents.steps` tells.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal

from ...grammar import expressions as e
from ...interpreter.compile_expressions import ExpressionCompiler
from ...interpreter.facts import Event, Missing
from ...interpreter.interval import ANYTHING, Interval, high_end, hull, interval, low_end
from ...interpreter.model import DefineModel, FactModel, FieldModel, HeadingModel
from ...interpreter.points import scaled
from ...interpreter.program import Program
from ...interpreter.runtime import ANY_DAYS, NoValue, Unit, unknown

Steps = Literal["every", "whole", "fixed", "some"]
"""Which numbers between the ends can occur: every one, every whole one, a single one, or nobody knows which."""

_ANY_COUNT = Interval(0, None)


class Extents:
    """What the expressions of one rubric can give."""

    def __init__(self, program: Program) -> None:
        """Take the compiled rubric."""
        self.model = program.model
        self._program = program
        self._compiler = ExpressionCompiler(program.model)
        self._events: dict[str, Event] = {}

    @cached_property
    def _anyone(self) -> Unit:
        """A unit of which nothing is known; its total may have been lowered by a veto, its counts are without limit.

        Where a count has a range, several rows may pass it, and what headings come to is not known either.
        """
        unit, rubric = self._program.anyone(), self.model.rubric.number
        outcomes = [outcome for veto in self.model.vetoes for outcome in veto.outcomes if outcome.does == "total"]
        totals = [scaled(outcome.value.value) for outcome in outcomes if isinstance(outcome.value, e.Number)]
        mark = unit.mark(rubric)
        unit.marks[rubric] = mark._replace(points=hull(mark.points, *totals))
        for fact in self.model.facts.values():
            if fact.counts:
                unit.facts[fact.number] = (self._event(fact),)
        if any(fact.counts and fact.type[1:3] != (0, None) for fact in self.model.facts.values()):
            unit.marks = [mark and mark._replace(points=ANYTHING) for mark in unit.marks]
        unit.forget()
        return unit

    def _event(self, fact: FactModel) -> Event:
        """Give an event of which nothing is known: several rows together may pass the range of each."""
        if fact.name not in self._events:
            fields = {name: unknown(field.type) for name, field in fact.fields.items()}
            self._events[fact.name] = Event(_ANY_COUNT, ANY_DAYS, fields)
        return self._events[fact.name]

    def values(self, node: e.Expression, heading: HeadingModel | None, fact: FactModel | None) -> Any:
        """Give all that an expression can give, in the form of facts.Stated, None for either truth.

        ``heading`` is what ``worth`` speaks of, ``fact`` the one whose events are round about. What has no value at
        all is ``n/a``.
        """
        self._compiler.heading = heading
        run = self._compiler.compile(node)
        try:
            return run(self._anyone, None if fact is None else self._event(fact))
        except NoValue:
            return Missing.NOT_APPLICABLE

    def steps(self, node: e.Expression) -> Steps:
        """Tell which of the numbers between its ends an expression can give."""
        match node:
            case e.Number() | e.Percent() | e.Worth():
                return "fixed"
            case e.Name():
                return self._steps_of_name(node)
            case e.RankOf():
                return "whole"
            case e.Aggregate():
                return _STATISTICS.get(node.statistic) or self._continuous(node.of)
            case e.Call():
                return self._steps_of_call(node)
            case e.Negate() | e.Previous():
                return self.steps(node.of)
            case e.PercentOf():
                return self._continuous(node.of)
            case e.Arithmetic():
                return _steps_of_arithmetic(node.operator, self.steps(node.left), self.steps(node.right))
            case e.Default():
                return self._steps_of_default(node)
            case _:
                return "some"

    def _continuous(self, node: e.Expression) -> Steps:
        return "every" if self.steps(node) == "every" else "some"

    def _steps_of_name(self, node: e.Name) -> Steps:
        symbol = self.model.symbols[node.span]
        match symbol:
            case FactModel() | FieldModel():
                return "whole" if symbol.type.kind in ("counts", "date") else "every"
            case DefineModel() if symbol.node.value is not None:
                return self.steps(symbol.node.value)
            case _:
                return "some"

    def _steps_of_call(self, node: e.Call) -> Steps:
        found = {self.steps(argument) for argument in node.arguments}
        if node.function in ("min", "max"):
            return "every" if "every" in found and found <= {"every", "fixed"} else "some"
        whole = len(node.arguments) == 1 and found <= {"every", "whole"}
        return "whole" if whole else "some"

    def _steps_of_default(self, node: e.Default) -> Steps:
        """Tell it of a figure with another in its stead, which must be one that could have been there anyway."""
        if self.steps(node.of) != "every" or self.steps(node.otherwise) != "fixed":
            return "some"
        of, other = interval(self.values(node.of, None, None)), self.values(node.otherwise, None, None)
        return "every" if low_end(of) <= low_end(other) <= high_end(of) else "some"


_STATISTICS: dict[str, Steps] = {"count": "whole", "mean": "every", "sum": "some"}


def _steps_of_arithmetic(operator: str, left: Steps, right: Steps) -> Steps:
    sides = {left, right}
    if sides == {"fixed"}:
        return "fixed"
    if operator == "/" and right != "fixed" and "some" not in sides:
        return "every"
    return "every" if "every" in sides and sides <= {"every", "fixed"} else "some"
