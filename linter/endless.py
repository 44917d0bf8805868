"""Whether an expression can have decimals without end, as a third has, however short the figures it reads."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from ..grammar import expressions as e
from ..interpreter.model import DefineModel, HeadingModel, Model
from .figures import is_finite, points_of


class _Product(NamedTuple):
    """A product taken apart: its constant factor, whether that is all of it, and whether the rest can be endless."""

    constant: Fraction
    is_constant: bool
    endless: bool


class Endless:
    """Looks through the expressions of one rubric; of each definition it is worked out once."""

    def __init__(self, model: Model) -> None:
        """Take the resolved rubric."""
        self._symbols = model.symbols
        self._defines: dict[str, bool] = {}
        for name, define in model.defines.items():  # each stands behind those it reads
            node = define.node
            values = [row.outcome for row in node.rows] if node.value is None else [node.value]
            self._defines[name] = any(self.find(value, None) for value in values)

    def find(self, node: e.Expression, heading: HeadingModel | None) -> bool:
        """Tell whether an expression under a heading can be endless. What `points of` gives is its heading's matter."""
        match node:
            case e.Name():
                return self._name(node)
            case e.Arithmetic(operator="*" | "/"):
                product = self._product(node, heading)
                return product.endless or not is_finite(product.constant)
            case e.Arithmetic():
                return self.find(node.left, heading) or self.find(node.right, heading)
            case e.Aggregate():
                return node.statistic == "mean" or (node.statistic != "count" and self.find(node.of, heading))
            case e.Call():
                rounds = node.function in ("round", "floor", "ceil")
                return not rounds and any(self.find(argument, heading) for argument in node.arguments)
            case e.Default():
                return self.find(node.of, heading) or self.find(node.otherwise, heading)
            case e.IfElse():
                return self.find(node.then, heading) or self.find(node.otherwise, heading)
            case e.PercentOf() | e.Negate() | e.Previous():
                return self.find(node.of, heading)
            case _:
                return False

    def _name(self, node: e.Name) -> bool:
        symbol = self._symbols[node.span]
        return isinstance(symbol, DefineModel) and self._defines[symbol.name]

    def _product(self, node: e.Expression, heading: HeadingModel | None) -> _Product:
        """Gather the constants of a product, so that ``points / 120 * 60`` is not taken for endless."""
        if not isinstance(node, e.Arithmetic) or node.operator not in ("*", "/"):
            figure = points_of(node, heading)
            if figure is not None:
                return _Product(Fraction(figure), True, False)
            return _Product(Fraction(1), False, self.find(node, heading))
        left, right = self._product(node.left, heading), self._product(node.right, heading)
        both, endless = left.is_constant and right.is_constant, left.endless or right.endless
        if node.operator == "*":
            return _Product(left.constant * right.constant, both, endless)
        if right.is_constant and right.constant:
            return _Product(left.constant / right.constant, both, endless)
        return _Product(left.constant, both, True)
