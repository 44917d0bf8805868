"""The nodes of expressions: frozen, equal when they mean the same; where they stand takes no part in that."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from .node import Node, aside

Comparison = Literal["=", "!=", "<", "<=", ">", ">="]


class Number(Node):
    """``0.5``; the measure word written behind it (``0.5分``) is kept for the printer alone."""

    value: Decimal
    measure: str = aside(default="")


class Percent(Node):
    """``67%``: a share; ``value`` is the figure before the sign."""

    value: Decimal


class Date(Node):
    """``2019-03-25``; nothing where the calendar has no such day."""

    text: str
    value: date | None


class Text(Node):
    """A string, without its quotes."""

    value: str


class YesNo(Node):
    """``yes`` or ``no``."""

    value: bool


class Name(Node):
    """The name of a fact, a field, a choice or a definition, without brackets."""

    text: str
    bracketed: bool = aside(default=False)


class ItemLabel(Node):
    """The committee's own number of a heading: ``1.10``, ``5.1a``."""

    text: str


class Total(Node):
    """``total``: the rubric's points, rounded."""


class Worth(Node):
    """``worth``: what the heading round about can give."""


class PointsOf(Node):
    """``points of 1.3``: another heading's points."""

    label: ItemLabel


class PercentOf(Node):
    """``20% of headcount``."""

    share: Percent
    of: Expression


class Previous(Node):
    """``previous E``: the same of last year's facts."""

    of: Expression


class RankOf(Node):
    """``rank of E``: 1 + how many units are better."""

    of: Expression
    ascending: bool
    within: Name | None


class Drop(Node):
    """``drop N highest``."""

    count: Expression
    end: Literal["highest", "lowest"]


class Over(Node):
    """``over F``: the events of a fact."""

    fact: Name


class AcrossUnits(Node):
    """``across units``, perhaps only those of the same group."""

    within: Name | None


Statistic = Literal["sum", "mean", "median", "highest", "lowest", "count"]


class Aggregate(Node):
    """``mean of E over F where (C) drop 1 highest``; a count of a fact's own events has no source."""

    statistic: Statistic
    of: Expression
    source: Over | AcrossUnits | None
    where: Expression | None
    drops: tuple[Drop, ...]


Function = Literal["min", "max", "round", "floor", "ceil"]


class Call(Node):
    """``min(a, b)``."""

    function: Function
    arguments: tuple[Expression, ...]


class Negate(Node):
    """``-E``."""

    of: Expression


class Arithmetic(Node):
    """``left + right``, with ``+ - * /``."""

    operator: Literal["+", "-", "*", "/"]
    left: Expression
    right: Expression


class Default(Node):
    """``E default D``: D where E is undefined."""

    of: Expression
    otherwise: Expression


class Compare(Node):
    """``left >= right``."""

    operator: Comparison
    left: Expression
    right: Expression


class EverySection(Node):
    """``every section >= 60%``."""

    operator: Comparison
    bound: Expression


class Not(Node):
    """``not C``."""

    of: Expression


class Logic(Node):
    """``C and D``, ``C or D``."""

    operator: Literal["and", "or"]
    left: Expression
    right: Expression


class IfElse(Node):
    """``if C then A else B``."""

    condition: Expression
    then: Expression
    otherwise: Expression


Expression = (
    Number
    | Percent
    | Date
    | Text
    | YesNo
    | Name
    | Total
    | Worth
    | PointsOf
    | PercentOf
    | Previous
    | RankOf
    | Aggregate
    | Call
    | Negate
    | Arithmetic
    | Default
    | Compare
    | EverySection
    | Not
    | Logic
    | IfElse
)
