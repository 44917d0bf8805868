"""What each rule of psr.lark about lines that give and take points builds, and about the rows of tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, cast

from ..diagnostics import Span
from . import expressions as e
from . import statements as s
from .build_common import Condition, comparison, condition_of, every, first, has, keyword
from .driver import Build, Children


class _Where(NamedTuple):
    """``where C``."""

    condition: e.Expression


class _HighestPer(NamedTuple):
    """``highest per matter``."""

    names: tuple[e.Name, ...]


_PARTS = (s.PerEvent, s.PerStep, s.PerCalendar, s.By, s.Cap)


def _effect(span: Span, children: Children) -> s.Effect:
    verb, *rest = children
    amount = rest[0] if rest and isinstance(rest[0], e.Node) and not isinstance(rest[0], _PARTS) else None
    highest = first(rest, _HighestPer)
    return s.Effect(
        span,
        keyword(verb),
        cast("e.Expression | None", amount),
        first(rest, s.PerEvent) or first(rest, s.PerStep) or first(rest, s.PerCalendar),
        first(rest, s.By),
        highest.names if highest else (),
        condition_of(rest),
        every(rest, s.Cap),
    )


def _per_event(span: Span, children: Children) -> s.PerEvent:
    where = first(children, _Where)
    return s.PerEvent(span, children[1], where.condition if where else None, first(children, s.Quota))


def _per_step(span: Span, children: Children) -> s.PerStep:
    return s.PerStep(span, children[1], children[3], first(children, s.Quota), _step_rounding(children))


def _per_calendar(span: Span, children: Children) -> s.PerCalendar:
    return s.PerCalendar(span, children[1], children[3], children[5], _step_rounding(children))


def _step_rounding(children: Children) -> s.StepRounding:
    if has(children, "OR_PART"):
        return "or part"
    return "prorated" if has(children, "PRORATED") else "whole"


def _quota(span: Span, children: Children) -> s.Quota:
    return s.Quota(span, keyword(children[0]), children[1], children[3] if len(children) > 2 else None)


def _cap(span: Span, children: Children) -> s.Cap:
    return s.Cap(span, children[1], children[3] if len(children) > 2 else None)


def _applies(span: Span, children: Children) -> s.Applies:
    return s.Applies(span, children[1], keyword(children[3]) if len(children) > 2 else "left out")


BUILDERS: Mapping[str, Build] = {
    "effect": _effect,
    "per_event": _per_event,
    "per_step": _per_step,
    "per_calendar": _per_calendar,
    "where": lambda _, children: _Where(children[1]),
    "quota": _quota,
    "step_rounding": lambda _, children: children[0],
    "calendar": lambda _, children: keyword(children[0]),
    "by_occurrence": lambda span, _: s.By(span, (), occurrence=True),
    "by_values": lambda span, children: s.By(span, tuple(children[1:])),
    "highest": lambda _, children: _HighestPer(every(children, e.Name)),
    "condition": lambda _, children: Condition(children[1]),
    "cap": _cap,
    "score": lambda span, children: s.Score(span, children[1], condition_of(children)),
    "void": lambda span, children: s.Void(span, condition_of(children)),
    "judge": lambda span, children: s.Judge(span, children[1], children[3]),
    "applies": _applies,
    "row": lambda span, children: s.Row(span, tuple(children[:-1]), children[-1]),
    "value_key": lambda span, children: s.ExactKey(span, children[0]),
    "compare_key": lambda span, children: s.BoundKey(span, comparison(children[0]), children[1]),
    "range_key": lambda span, children: s.RangeKey(span, children[0], children[2]),
    "otherwise_key": lambda span, _: s.OtherwiseKey(span),
}
