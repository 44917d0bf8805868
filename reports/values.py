"""Values of the evidence as people read them: counts with a noun, shares as percentages, choices by their label."""

from __future__ import annotations

from datetime import date

from ..diagnostics import Language
from ..interpreter.facts import Missing, Stated
from ..interpreter.interval import Exact, Interval
from ..interpreter.model import Type
from ..interpreter.show import number_text, share_text
from .words import NOT_APPLICABLE, TRUTH, UNKNOWN


def value_text(value: Stated | None, kind: Type | None, language: Language) -> str:
    """Write a value of a fact or field; without a type, as a plain number, condition or text."""
    if value is Missing.NOT_APPLICABLE:
        return NOT_APPLICABLE.say(language, {})
    if value is Missing.UNKNOWN or (value is None and kind is not None):
        return UNKNOWN.say(language, {})
    if value is None or isinstance(value, bool):
        return TRUTH[value].say(language, {})
    if isinstance(value, str):
        return kind.options.get(value, value) if kind else value
    if kind is not None and value == Interval(kind.low, kind.high):
        return UNKNOWN.say(language, {})
    noun = f" {kind.noun}" if kind and kind.noun else ""
    if isinstance(value, Interval):
        return _bounds(value, kind, language) + noun
    return _exact(value, kind) + noun


def _exact(value: Exact, kind: Type | None) -> str:
    if kind is not None and kind.kind == "percent":
        return share_text(value)
    if kind is not None and kind.kind == "date":
        return date.fromordinal(int(value)).isoformat()
    return number_text(value)


def _bounds(value: Interval, kind: Type | None, language: Language) -> str:
    low = None if value.low is None else _exact(value.low, kind)
    high = None if value.high is None else _exact(value.high, kind)
    if low is None and high is None:
        return UNKNOWN.say(language, {})
    if high is None:
        return f"{'>' if value.low_open else '>='} {low}"
    if low is None or (value.low == 0 and (kind is None or kind.low == 0)):
        return f"{'<' if value.high_open else '<='} {high}"
    return f"{low}..{high}"
