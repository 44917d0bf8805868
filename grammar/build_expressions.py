"""What each rule of psr.lark about values and expressions builds."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import cast

from ..diagnostics import Span
from . import expressions as e
from .build_common import comparison, date_of, first, has, name_of, terminal, text_of
from .driver import Build, Children
from .keywords import FUNCTION_NAMES

_STATISTICS: dict[str, e.Statistic] = {
    "SUM_OF": "sum",
    "MEAN_OF": "mean",
    "MEDIAN_OF": "median",
    "HIGHEST_OF": "highest",
    "LOWEST_OF": "lowest",
    "COUNT_OF": "count",
}


class _WhereEach(tuple[e.Expression]):
    """The condition in ``where (C)``, told apart from the aggregate's other children."""

    __slots__ = ()


def _number(span: Span, children: Children) -> e.Number:
    measure = children[1].text if len(children) > 1 else ""
    return e.Number(span, Decimal(children[0].text), measure)


def _negative_number(span: Span, children: Children) -> e.Number:
    return e.Number(span, -children[1].value, children[1].measure)


def _percent(span: Span, children: Children) -> e.Percent:
    return e.Percent(span, Decimal(children[0].text.rstrip("% \t")))


def _negative_percent(span: Span, children: Children) -> e.Percent:
    return e.Percent(span, -children[1].value)


def _label(span: Span, children: Children) -> e.ItemLabel:
    return e.ItemLabel(span, name_of(children[0]).text)


def _call(span: Span, children: Children) -> e.Call:
    function, *arguments = children
    return e.Call(span, cast("e.Function", FUNCTION_NAMES[function.text]), tuple(arguments))


def _rank_of(span: Span, children: Children) -> e.RankOf:
    _, of, *rest = children
    return e.RankOf(span, of, has(rest, "ASCENDING"), first(rest, e.Name))


def _across_units(span: Span, children: Children) -> e.AcrossUnits:
    return e.AcrossUnits(span, first(children, e.Name))


def _drop(span: Span, children: Children) -> e.Drop:
    _, count, end = children
    return e.Drop(span, count, "highest" if terminal(end) == "HIGHEST" else "lowest")


def _aggregate(span: Span, children: Children) -> e.Aggregate:
    statistic, of, *rest = children
    where = first(rest, _WhereEach)
    return e.Aggregate(
        span,
        _STATISTICS[terminal(statistic)],
        of,
        first(rest, e.Over) or first(rest, e.AcrossUnits),
        where[0] if where else None,
        tuple(child for child in rest if isinstance(child, e.Drop)),
    )


def _arithmetic(span: Span, children: Children) -> e.Arithmetic:
    left, operator, right = children
    return e.Arithmetic(span, operator.text, left, right)


def _compare(span: Span, children: Children) -> e.Compare:
    left, operator, right = children
    return e.Compare(span, comparison(operator), left, right)


BUILDERS: Mapping[str, Build] = {
    "number": _number,
    "negative_number": _negative_number,
    "percent": _percent,
    "negative_percent": _negative_percent,
    "date": lambda _, children: date_of(children[0]),
    "text": lambda _, children: text_of(children[0]),
    "yes": lambda span, _: e.YesNo(span, value=True),
    "no": lambda span, _: e.YesNo(span, value=False),
    "name": lambda _, children: name_of(children[0]),
    "label": _label,
    "brackets": lambda _, children: children[0],
    "call": _call,
    "total": lambda span, _: e.Total(span),
    "worth": lambda span, _: e.Worth(span),
    "points_of": lambda span, children: e.PointsOf(span, children[1]),
    "percent_of": lambda span, children: e.PercentOf(span, children[0], children[2]),
    "previous": lambda span, children: e.Previous(span, children[1]),
    "rank_of": _rank_of,
    "within": lambda _, children: children[1],
    "over": lambda span, children: e.Over(span, children[1]),
    "across_units": _across_units,
    "drop": _drop,
    "where_each": lambda _, children: _WhereEach((children[1],)),
    "aggregate": _aggregate,
    "count_events": _aggregate,
    "count_cases": _aggregate,
    "negate": lambda span, children: e.Negate(span, children[1]),
    "arithmetic": _arithmetic,
    "default": lambda span, children: e.Default(span, children[0], children[2]),
    "compare": _compare,
    "every_section": lambda span, children: e.EverySection(span, comparison(children[1]), children[2]),
    "not_": lambda span, children: e.Not(span, children[1]),
    "either": lambda span, children: e.Logic(span, "or", children[0], children[2]),
    "both": lambda span, children: e.Logic(span, "and", children[0], children[2]),
    "if_else": lambda span, children: e.IfElse(span, children[1], children[3], children[5]),
}
