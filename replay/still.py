"""Why a change of evidence does not move a heading's points: a ruling, a cap, the range, a line that sets them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, Literal, NamedTuple

from ..grammar import statements as s
from ..interpreter.interval import less, total
from ..interpreter.model import Group, HeadingModel, Model
from ..interpreter.reads import facts_of, facts_of_heading
from ..interpreter.result import UnitResult
from ..interpreter.runtime import HeadingMark
from ..interpreter.trace import Trace
from .change import Change, FactChange

Reason = Literal["ruled", "left out", "void", "score", "cap", "range", "veto", "otherwise"]


class Still(NamedTuple):
    """A heading that reads what was changed and keeps its points, and what keeps them, as far as one can tell."""

    heading: HeadingModel
    reason: Reason
    step: Trace | None = None


def concerned(change: Change, model: Model) -> tuple[HeadingModel, ...]:
    """Give the headings whose own lines read what a change is about."""
    if not isinstance(change, FactChange):
        return (change.heading,)
    return tuple(heading for heading in model.headings if change.fact in facts_of_heading(heading, model))


def stopped(change: Change, model: Model, before: UnitResult, after: UnitResult) -> Iterator[Still]:
    """Say where a change moves nothing: a heading that reads it, or the first one above that keeps its points."""
    above = {child.number: heading for heading in model.headings for child in heading.children}
    for heading in concerned(change, model):
        place: HeadingModel | None = heading
        while place is not None and before.mark(place).points != after.mark(place).points:
            place = above.get(place.number)
        if place is not None:
            lines = _lines_of(change, place, model) if place is heading else ()
            yield _still(place, before.mark(place), after.mark(place), lines)


def _lines_of(change: Change, heading: HeadingModel, model: Model) -> tuple[s.Statement, ...]:
    """Give the lines of a heading that read what a change is about."""
    if not isinstance(change, FactChange):
        return ()
    return tuple(line for line in heading.lines if change.fact in facts_of(line, model))


def _still(heading: HeadingModel, before: HeadingMark, after: HeadingMark, lines: tuple[s.Statement, ...]) -> Still:
    """Say what keeps a heading at its points; the reason that comes last in the reckoning is given."""
    if after.ruling is not None:
        return Still(heading, "ruled", after.trace.children[-1])
    if after.applies is False:
        return Still(heading, "left out")
    if after.points != after.trace.value:
        return Still(heading, "veto")
    found = next(chain(_holding(after, lines), _holding(before, lines)), None)
    return Still(heading, "otherwise") if found is None else Still(heading, *found)


def _holding(mark: HeadingMark, lines: tuple[s.Statement, ...]) -> Iterator[tuple[Reason, Trace]]:
    """Give the steps of a derivation that let nothing of some lines through, the last one first."""
    for step in reversed(mark.trace.children):
        match step.kind:
            case "range":
                yield "range", step
            case "void" if step.value is not None:
                yield "void", step
            case "score" if step.value is not None:
                yield "score", step
            case "line" | "group":
                for cap in _binding(step, lines):
                    yield "cap", cap
            case _:
                pass


def _binding(step: Trace, lines: tuple[s.Statement, ...]) -> Iterator[Trace]:
    """Give the caps of a line or a group that took something away, or just did not."""
    inside = [child for child in step.children if child.kind == "line"] if step.kind == "group" else [step]
    if any(line.about in lines for line in inside):
        yield from (child for child in step.children if child.kind == "cap" and _binds(child, step))
    if step.kind == "group":
        for line in inside:
            yield from _binding(line, lines)


def _binds(cap: Trace, above: Trace) -> bool:
    left: Any = cap.value
    if isinstance(above.about, Group):
        values: list[Any] = [step.value for step in above.children if step.kind == "line"]
        return total(values) != left
    if not isinstance(cap.about, s.Cap) or cap.about.per is not None:
        return False
    limit: Any = cap.children[0].value
    return less(left, limit) is not True
