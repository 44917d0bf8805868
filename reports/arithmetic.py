"""The rows a line counts → its arithmetic as people write it: ``2 人次 × 0.5 = 1，封顶 2``, ``6 + 3 = 9``."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Language
from ..diagnostics.visible import visible
from ..grammar import expressions as e
from ..grammar import statements as s
from ..interpreter.declare import exact_of
from ..interpreter.interval import Interval, is_known, multiply, total
from ..interpreter.model import FactModel
from ..interpreter.points import to_points
from ..interpreter.show import points_text
from ..interpreter.trace import Trace
from .values import value_text
from .words import step

_MOST_TERMS = 12
"""A sum of more rows than these says less than the rows themselves."""


def arithmetic(events: Trace, line: Trace, language: Language) -> str:
    """Write how the rows of one line came to their points, before any cap; nothing where there is nothing to reckon.

    ``events`` is the step of the rows, ``line`` the step of the ``deduct`` or ``award`` it stands under. Lines with a
    quota count first and have an arithmetic step of their own.
    """
    effect, rows = line.about, events.children
    if not isinstance(effect, s.Effect) or not rows:
        return ""
    if not isinstance(effect.per, s.PerEvent) or effect.per.quota is not None:
        return ""
    points: list[Any] = [row.value for row in rows]
    text = _product(events, effect, points, language) or _sum(points)
    cap = _idle_cap(line)
    return step("within cap", language, text=text, limit=cap) if text and cap else text


def _product(events: Trace, effect: s.Effect, points: list[Any], language: Language) -> str:
    """Write count times amount, where every row counts at the same plain amount."""
    count, fact = events.value, events.about
    if not isinstance(effect.amount, e.Number) or not isinstance(fact, FactModel):
        return ""
    number: Any = count
    each = to_points(exact_of(effect.amount))
    whole = multiply(number, each)
    if is_known(whole) != is_known(total(points)) or points_text(whole) != points_text(total(points)):
        return ""  # a row that may not count, a matter that counts once
    counted = visible(value_text(number, fact.type, language))
    counted = f"({counted})" if isinstance(number, Interval) else counted
    return step("times", language, count=counted, amount=points_text(each), points=points_text(whole))


def _sum(points: list[Any]) -> str:
    if not 1 < len(points) <= _MOST_TERMS or not all(map(is_known, points)):
        return ""
    return f"{' + '.join(map(points_text, points))} = {points_text(total(points))}"


def _idle_cap(line: Trace) -> str:
    """Give the limit of a cap that took nothing away; one that did is a step of its own."""
    caps = [step for step in line.children if step.kind == "cap" and isinstance(step.about, s.Cap)]
    if len(caps) != 1 or not isinstance(caps[0].about, s.Cap) or caps[0].about.per is not None:
        return ""
    left: Any = caps[0].value
    limit: Any = caps[0].children[0].value
    return points_text(limit) if is_known(left) and is_known(limit) and left < limit else ""
