"""All that some conditions can come to together: what they read, cut into the cases that they tell apart.

What is compared with a figure is a line of numbers, what has to hold is yes or no, and two unknowns that are set
against each other are less, equal or greater. Nothing is known of how these depend on one another: what never comes
about in any combination never comes about. The work is bounded: beyond `_MOST` combinations nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import Any, Literal, NamedTuple

from ...grammar import expressions as e
from ...interpreter.compare import COMPARISONS
from ...interpreter.facts import Missing
from ...interpreter.interval import Interval, Truth, interval
from ...interpreter.model import FactModel, FieldModel
from ..tables.axis import OTHER, Axis, Choices, Line
from ..tables.extent import Extents
from .conditions import Scope

_MOST = 20_000
_FLIPPED: dict[e.Comparison, e.Comparison] = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_SIGNS: dict[e.Comparison, frozenset[str]] = {
    "=": frozenset("="),
    "!=": frozenset("<>"),
    "<": frozenset("<"),
    "<=": frozenset("<="),
    ">": frozenset(">"),
    ">=": frozenset(">="),
}
_NOT_APPLICABLE = -1

Case = Sequence[int]
"""For each thing that is read, the number of its cell, or that it does not apply."""

Held = Literal["yes", "no", "n/a"]
"""Whether a condition holds in a case; it has no answer where something that it reads does not apply."""

Holds = Callable[[Case], Held]


class Unclear(Exception):
    """A condition reads what has no value, or is too manifold to be looked through."""


class Reading(NamedTuple):
    """Something that conditions read: an expression by itself, or two that are set against each other."""

    left: e.Expression
    right: e.Expression | None = None


class Cases:
    """The cases of several conditions in one scope. Raises Unclear where they can't be told."""

    def __init__(self, extents: Extents, scope: Scope, conditions: Iterable[e.Expression]) -> None:
        """Take the conditions that are to be asked about."""
        self._extents = extents
        self._scope = scope
        self._named: dict[Reading, list[Any]] = {}
        for condition in conditions:
            self._gather(condition)
        self._numbers = {reading: number for number, reading in enumerate(self._named)}
        self._axes = [self._axis(reading, values) for reading, values in self._named.items()]
        if prod(axis.size + 1 for axis in self._axes) > _MOST:
            raise Unclear

    def verdict(self, node: e.Expression) -> Truth:
        """Tell whether a condition holds in every case, in none, or in some, of those in which it applies."""
        holds = self.holds(node)
        found = {holds(case) for case in self.all(applying=True)}
        return None if len(found) != 1 else "yes" in found

    def all(self, *, applying: bool = False) -> Iterator[Case]:
        """Give all cases; with ``applying`` only those in which all that is read applies."""
        cells = [
            range(0 if applying or isinstance(reading.left, e.Total | e.EverySection) else _NOT_APPLICABLE, axis.size)
            for reading, axis in zip(self._named, self._axes, strict=True)
        ]
        return product(*cells)

    # ---- what is read -----------------------------------------------------------------------------------------

    def _values(self, node: e.Expression) -> Any:
        found = self._extents.values(node, self._scope.heading, self._scope.fact)
        if found is Missing.NOT_APPLICABLE:
            raise Unclear
        return found

    def _gather(self, node: e.Expression) -> None:
        """Note what a condition reads, and with which values it compares it."""
        match node:
            case e.Not():
                self._gather(node.of)
            case e.Logic():
                self._gather(node.left)
                self._gather(node.right)
            case e.Compare():
                reading, _, values = self._comparison(node)
                self._named.setdefault(reading, []).extend(values)
            case _:
                self._named.setdefault(Reading(node), [])

    def _comparison(self, node: e.Compare) -> tuple[Reading, e.Comparison, list[Any]]:
        """Give what a comparison reads, how it compares it, and with what; two unknowns with nothing."""
        left, right = self._values(node.left), self._values(node.right)
        if _is_known(right):
            return Reading(node.left), node.operator, [right]
        if _is_known(left):
            return Reading(node.right), _FLIPPED[node.operator], [left]
        if COMPARISONS[node.operator](left, right) is not None:
            return Reading(node), "=", [True]
        return Reading(node.left, node.right), node.operator, []

    def _axis(self, reading: Reading, values: list[Any]) -> Axis:
        if reading.right is not None:
            return Choices("<=>")
        found = self._values(reading.left)
        if found is None:
            return Choices([True, False])
        if found is Missing.UNKNOWN:
            return Choices(self._options(reading.left) or [*values, OTHER])
        if isinstance(found, bool | str):
            return Choices([found])
        return Line(values, interval(found), self._extents.steps(reading.left) == "whole")

    def _options(self, node: e.Expression) -> list[str]:
        symbol = self._extents.model.symbols.get(node.span) if isinstance(node, e.Name) else None
        return list(symbol.type.options) if isinstance(symbol, FactModel | FieldModel) else []

    # ---- what holds -------------------------------------------------------------------------------------------

    def holds(self, node: e.Expression) -> Holds:
        """Give the function that tells whether a condition holds in a case."""
        match node:
            case e.Not():
                of = self.holds(node.of)
                return lambda case: _CONTRARY[of(case)]
            case e.Logic():
                return _logic("yes" if node.operator == "or" else "no", self.holds(node.left), self.holds(node.right))
            case e.Compare():
                reading, operator, values = self._comparison(node)
                return self._membership(reading, self._cells(reading, operator, values))
            case _:
                reading = Reading(node)
                return self._membership(reading, self._cells(reading, "=", [True]))

    def _cells(self, reading: Reading, operator: e.Comparison, values: list[Any]) -> frozenset[int]:
        axis = self._axes[self._numbers[reading]]
        if reading.right is not None:
            signs = _SIGNS[operator]
            return frozenset(cell for cell, sign in enumerate("<=>") if sign in signs)
        return frozenset(cell for value in values for span in axis.compared(operator, value) for cell in span)

    def _membership(self, reading: Reading, cells: frozenset[int]) -> Holds:
        number = self._numbers[reading]

        def holds(case: Case) -> Held:
            cell = case[number]
            return "n/a" if cell == _NOT_APPLICABLE else "yes" if cell in cells else "no"

        return holds


_CONTRARY: dict[Held, Held] = {"yes": "no", "no": "yes", "n/a": "n/a"}


def _logic(decisive: Held, left: Holds, right: Holds) -> Holds:
    """Join two conditions as the interpreter does: the second is not asked where the first decides."""

    def logic(case: Case) -> Held:
        first = left(case)
        return first if first in (decisive, "n/a") else right(case)

    return logic


def _is_known(value: Any) -> bool:
    return value is not None and not isinstance(value, Interval | Missing)
