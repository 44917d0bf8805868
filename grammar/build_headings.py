"""What each rule of psr.lark about the rubric, its headings and its facts builds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..diagnostics import Span
from . import expressions as e
from . import statements as s
from .build_common import Clause, date_of, every, first, has, is_token, keyword, name_of, text_of, title_of
from .driver import Build, Children


class More(NamedTuple):
    """A further string under a ``source`` or an ``in full``."""

    text: e.Text


class RepeatedClause(NamedTuple):
    """A heading whose line says the same thing twice: the later clause."""

    span: Span


class _Fields(tuple[s.Field, ...]):
    """What stands behind a fact's ``with``, told apart from the line's other parts."""

    __slots__ = ()


def _heading(span: Span, children: Children) -> s.Heading | RepeatedClause:
    fields: dict[str, Any] = {}
    for clause in every(children, Clause):
        if clause.field in fields:
            return RepeatedClause(clause.span)
        fields[clause.field] = clause.value
    label, title = first(children, e.ItemLabel), title_of(children)
    return s.Heading(span, keyword(children[0]), label, title, caps=every(children, s.Cap), **fields)


def _clause(field: str) -> Build:
    return lambda span, children: Clause(field, children[1], span)


def _range_clause(span: Span, children: Children) -> Clause:
    high = children[3].value if len(children) > 2 else None
    return Clause("range", s.Range(span, children[1].value, high), span)


def _starts(span: Span, children: Children) -> Clause:
    if is_token(children[0], "STARTS_AT"):
        return Clause("start", s.Start(span, children[1].value), span)
    return Clause("start", s.Start(span, "full" if is_token(children[0], "STARTS_FULL") else "zero"), span)


def _fact(span: Span, children: Children) -> s.Fact:
    _, name, *rest = children
    presumed = first(rest, Clause)
    return s.Fact(
        span,
        name,
        title_of(rest),
        next(child for child in rest if isinstance(child, s.FactType)),
        tuple(first(rest, _Fields) or ()),
        has(rest, "REQUIRED"),
        presumed.value if presumed else None,
    )


def _field(span: Span, children: Children) -> s.Field:
    return s.Field(span, children[0], title_of(children), children[-1])


def _fact_type(span: Span, children: Children) -> s.FactType:
    bounds = first(children, Clause)
    low, high = bounds.value if bounds else (None, None)
    noun = next((name_of(child) for child in children if is_token(child, "NAME")), None)
    if noun is None and isinstance(high, e.Number) and high.measure:
        noun = e.Name(high.span, high.measure)  # `number 0 to 100分` names its noun as well as its range
    return s.FactType(span, keyword(children[0]), low, high, noun)


def _option(span: Span, children: Children) -> s.Option:
    return s.Option(span, children[0], title_of(children))


BUILDERS: Mapping[str, Build] = {
    "rubric": _heading,
    "section": _heading,
    "item": _heading,
    "part": _heading,
    "year_clause": _clause("year"),
    "total_clause": _clause("worth"),
    "worth_clause": _clause("worth"),
    "range_clause": _range_clause,
    "weight_clause": _clause("weight"),
    "bonus_clause": lambda span, _: Clause("bonus", True, span),
    "starts_full": _starts,
    "starts_zero": _starts,
    "starts_at": _starts,
    "scaled_clause": _clause("scaled_to"),
    "period": lambda span, children: s.Period(span, date_of(children[1]), date_of(children[3])),
    "in_full": lambda span, children: s.InFull(span, (text_of(children[1]),)),
    "source": lambda span, children: s.Source(span, (text_of(children[1]),)),
    "more": lambda _, children: More(text_of(children[0])),
    "fact": _fact,
    "fields": lambda _, children: _Fields(every(children, s.Field)),
    "field": _field,
    "presumed": _clause("presumed"),
    "counts_type": _fact_type,
    "number_type": _fact_type,
    "percent_type": _fact_type,
    "yes_no_type": _fact_type,
    "date_type": _fact_type,
    "text_type": _fact_type,
    "choice_type": lambda span, children: s.FactType(span, "choice", options=every(children, s.Option)),
    "option": _option,
    "range": lambda span, children: Clause("range", (children[0], children[2]), span),
}
