"""What a unit gets under a heading that does not concern it (specification: "Headings") → a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from ..diagnostics import Language
from ..grammar import statements as s
from ..interpreter.interval import Interval, is_known
from ..interpreter.model import HeadingModel
from ..interpreter.points import half_up, scaled
from ..interpreter.result import UnitResult
from ..interpreter.runtime import HeadingMark
from ..interpreter.show import points_text
from .words import step

_MOST_TERMS = 12
"""The marks of more units than these are counted, not listed."""


def instead(heading: HeadingModel, unit: UnitResult, units: Sequence[UnitResult], language: Language) -> str:
    """Say what a unit gets instead; nothing where the heading is left out. ``units`` are all that were scored."""
    line, trace = heading.applies, unit.mark(heading).trace
    if line is None or line.otherwise == "left out":
        return ""
    points: Any = next((child.value for child in trace.children if child.kind == "ruling"), None)
    points = trace.value if points is None else _before_ruling(heading, line)
    if points is None:
        return ""
    if line.otherwise == "full":
        return step("given full", language, points=_shown(points))
    text = _shown(points)
    marks = [mark for mark in (one.mark(heading) for one in units) if not _is_given(mark)]
    values: list[Any] = [mark.points for mark in marks]
    if 1 <= len(values) <= _MOST_TERMS and all(map(is_known, values)) and points == _mean(values):
        text = f"({' + '.join(map(points_text, values))}) ÷ {len(values)} = {text}"
    return step("given mean", language, text=text)


def _mean(values: list[int]) -> int:
    return half_up(Fraction(sum(values), len(values)))


def _before_ruling(heading: HeadingModel, line: s.Applies) -> int | None:
    """Give what the rules gave before the committee ruled otherwise; the mean itself is not on record."""
    return scaled(heading.worth or 0) if line.otherwise == "full" else None


def _is_given(mark: HeadingMark) -> bool:
    """Tell whether a mark was given instead, and so does not count in the mean."""
    return any(step.kind == "applies" for step in mark.trace.children[:1])


def _shown(points: Any) -> str:
    return f"{points_text(points)} ?" if isinstance(points, Interval) else points_text(points)
