"""Figures that stand in a rubric itself: what an amount or a cap comes to without any evidence, and how it is written.

All points are exact numbers, not ten-thousand-millionths.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, assert_never

from ..diagnostics import SourceFile, Words
from ..grammar import expressions as e
from ..grammar import statements as s
from ..grammar.node import Node
from ..interpreter.declare import exact_of
from ..interpreter.interval import Exact, exact
from ..interpreter.model import Group, HeadingModel, PointsLine
from ..interpreter.show import number_text

Operator = Literal["+", "-", "*", "/"]

_MOST_BITS = 4096
"""A number of more than a thousand digits is nobody's figure (specification: "Numbers")."""

_LONGEST = 80
"""So many characters of an author's words stand in a message; the place shows them all."""


class Clause(NamedTuple):
    """What a heading's points are made of, capped as one: a line of its own, or a group with its lines."""

    part: PointsLine | Group

    @property
    def lines(self) -> tuple[PointsLine, ...]:
        """The line itself, or the lines of the group."""
        return self.part.lines if isinstance(self.part, Group) else (self.part,)

    @property
    def caps(self) -> tuple[s.Cap, ...]:
        """The caps on the line, or on the group as a whole."""
        match self.part:
            case Group(node=node):
                return node.caps
            case s.Effect(caps=caps):
                return caps
            case _:
                return ()

    @property
    def all_caps(self) -> list[s.Cap]:
        """Its caps, and those of each of a group's lines."""
        lines = self.part.lines if isinstance(self.part, Group) else ()
        return [*self.caps, *(cap for line in lines if isinstance(line, s.Effect) for cap in line.caps)]


def clauses_of(heading: HeadingModel) -> Iterator[Clause]:
    """Give the clauses of a heading, in the order of the file."""
    return map(Clause, heading.parts)


def amounts_of(line: PointsLine) -> list[e.Expression]:
    """Give the amounts that a line names: its own, or those in its table's rows. A mark is the committee's own."""
    match line:
        case s.Effect():
            return [*([line.amount] if line.amount else []), *(row.outcome for row in line.rows)]
        case s.Score():
            return [line.amount]
        case s.Judge() | s.Void():
            return []
        case _:
            assert_never(line)


def points_of(node: e.Expression | None, heading: HeadingModel | None) -> Exact | None:
    """Give the points that a figure under a heading is, or None where evidence decides; `20% of worth` is a figure."""
    match node:
        case e.Number() | e.Percent():
            return exact_of(node)
        case e.Worth():
            return None if heading is None or heading.worth is None else exact(Fraction(heading.worth))
        case e.PercentOf():
            return _reckon("*", exact_of(node.share), points_of(node.of, heading))
        case e.Arithmetic():
            return _reckon(node.operator, points_of(node.left, heading), points_of(node.right, heading))
        case _:
            return None


def _reckon(operator: Operator, left: Exact | None, right: Exact | None) -> Exact | None:
    if left is None or right is None or (operator == "/" and not right):
        return None
    match operator:
        case "+":
            value = left + right
        case "-":
            value = left - right
        case "*":
            value = left * right
        case "/":
            value = Fraction(left) / right
        case _:
            assert_never(operator)
    return None if max(value.numerator.bit_length(), value.denominator.bit_length()) > _MOST_BITS else exact(value)


def is_finite(value: Fraction) -> bool:
    """Tell whether a number has an end as a decimal: whether its denominator divides a power of ten."""
    return pow(10, value.denominator.bit_length(), value.denominator) == 0


def figure(value: Exact | Decimal) -> str:
    """Write a figure as people do: ``0.5``, ``10``; what is no decimal as a fraction: ``10/3``."""
    return number_text(Fraction(value))


def name_of(heading: HeadingModel) -> str:
    """Give what people call a heading: its number, or its title where it has none."""
    return heading.label or heading.title


def written(source: SourceFile, node: Node) -> str:
    """Give the author's own words for a node, on one line; what is very long is cut short."""
    text = " ".join(source.text[node.span.start : node.span.end].split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def worth_node(heading: HeadingModel) -> Node:
    """Give where a heading says what it is worth; the whole line where it says nothing of it."""
    return heading.node.worth or heading.node


WORTH = Words("worth {worth}", "分值 {worth}")
"""The words under a heading's worth."""
