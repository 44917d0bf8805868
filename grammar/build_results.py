"""What each rule of psr.lark about results, definitions and examples builds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..diagnostics import Span
from . import expressions as e
from . import statements as s
from .build_common import (
    OneUnit,
    comparison,
    condition_of,
    date_of,
    every,
    first,
    has,
    keyword,
    text_of,
    unit_of,
)
from .driver import Build, Children
from .lexer import Token


class _Moment(NamedTuple):
    """``on 2019-03-02``."""

    date: e.Date


class _Details(tuple[s.Detail, ...]):
    """What stands behind a given event's ``with``, told apart from the line's other parts."""

    __slots__ = ()


def _round(span: Span, children: Children) -> s.Round:
    places = next(index for index, child in enumerate(children) if isinstance(child, e.Number))
    mode = children[places + 1 :]
    return s.Round(span, has(children, "TOTAL"), children[places], keyword(mode[0]) if mode else None)


def _grade(span: Span, children: Children) -> s.Grade:
    quota = first(children, e.Number) or first(children, e.Percent)
    return s.Grade(span, text_of(children[1]), condition_of(children), quota)


def _veto(span: Span, children: Children) -> s.Veto:
    return s.Veto(span, text_of(children[1]), children[2].condition, every(children, s.Outcome))


def _outcome(span: Span, children: Children) -> s.Outcome:
    does, value = keyword(children[0]).removesuffix(" by"), children[1]
    return s.Outcome(span, does, text_of(value) if isinstance(value, Token) else value)


def _define_table(span: Span, children: Children) -> s.Define:
    _, name, _, *keys = children
    return s.Define(span, name, None, s.By(span, tuple(keys)))


def _given_fact(span: Span, children: Children) -> s.GivenFact:
    moment = first(children, _Moment)
    previous = has(children, "PREVIOUS")
    name, stated, *rest = children[2 if previous else 1 :]
    return s.GivenFact(
        span,
        previous,
        name,
        stated,
        tuple(first(rest, _Details) or ()),
        moment.date if moment else None,
        unit_of(rest),
    )


def _expect(span: Span, children: Children) -> s.Expect:
    of = keyword(children[1]) if isinstance(children[1], Token) else children[1]
    low, high = children[3]
    return s.Expect(span, of, low, high, unit_of(children))


def _expected(_: Span, children: Children) -> tuple[e.Number | e.Text, e.Number | None]:
    if isinstance(children[0], Token):
        return text_of(children[0]), None
    return children[0], children[2] if len(children) > 1 else None


BUILDERS: Mapping[str, Build] = {
    "round": _round,
    "grade": _grade,
    "grade_quota": lambda _, children: children[1],
    "veto": _veto,
    "outcome_total": _outcome,
    "outcome_grade": _outcome,
    "outcome_not_grade": _outcome,
    "outcome_lower": _outcome,
    "tie_break": lambda span, children: s.TieBreak(span, every(children, s.TieKey)),
    "tie_key": lambda span, children: s.TieKey(span, children[0], ascending=len(children) > 1),
    "define_value": lambda span, children: s.Define(span, children[1], children[3], None),
    "define_table": _define_table,
    "example": lambda span, children: s.Example(span, text_of(children[1])),
    "given_fact": _given_fact,
    "given_points": lambda span, children: s.GivenPoints(span, children[2], children[4], unit_of(children)),
    "details": lambda _, children: _Details(every(children, s.Detail)),
    "detail": lambda span, children: s.Detail(span, children[0], children[1]),
    "moment": lambda _, children: _Moment(date_of(children[1])),
    "unit": lambda _, children: OneUnit(text_of(children[1])),
    "expect": _expect,
    "expected": _expected,
    "stated_value": lambda span, children: s.Stated(span, "value", (children[0],)),
    "stated_bound": lambda span, children: s.Stated(span, comparison(children[0]), (children[1],)),
    "stated_range": lambda span, children: s.Stated(span, "range", (children[0], children[2])),
    "stated_unknown": lambda span, _: s.Stated(span, "unknown"),
    "stated_not_applicable": lambda span, _: s.Stated(span, "n/a"),
}
