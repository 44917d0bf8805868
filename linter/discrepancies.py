"""Where the figures of a source and those of the rules beside it differ: what PSR621 and PSR622 say, each its half.

Points are held against fixed points only: a formula may well do without the figures of the sentence. A threshold of
the source counts as missing only where a rule has another one instead: it may be folded into what is counted.
"""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import NamedTuple

from ..diagnostics import Place, SourceFile, Span
from ..grammar import expressions as e
from ..grammar import statements as s
from .clauses import Clause, RuleFigure, clauses
from .source_figures import (
    Figure,
    FigureKind,
    counts_in_bundles,
    figures,
    numbers,
    numbers_but_points,
    point_numbers,
    point_ranges,
    states_a_limit,
    states_points,
)
from .stated import Declarations, Stated, stated
from .swapped_figures import Swapped, swapped

_SAME_SHARE = Fraction(1, 100)
"""So near lie two ways to write one share: 三分之二 and 67%."""


class Missing(NamedTuple):
    """A figure of a source that no rule states: as it is written, and where; in its sense, or in none at all."""

    text: str
    place: Place
    kind: FigureKind
    is_there: bool
    """Whether a rule has the figure all the same, but means something else by it."""


class Mistaken(NamedTuple):
    """An amount of a source whose rule has that of another one."""

    swapped: Swapped
    place: Place


class Discrepancy(NamedTuple):
    """What differs in one clause: figures of the source that no rule states, and figures of the rules it lacks.

    ``swapped`` are amounts that both have, but for different things.
    """

    missing: list[Missing]
    unfounded: list[RuleFigure]
    swapped: list[Mistaken]


def discrepancies(document: s.Document, source: SourceFile) -> list[Discrepancy]:
    """Hold each clause of the regulation against its rules."""
    declarations = Declarations(document)
    compared = [clause for clause in clauses(document) if _has_both(clause)]
    return [_compare(clause, clause.sentences(), declarations, source) for clause in compared]


def _has_both(clause: Clause) -> bool:
    """Tell whether a clause has words of the regulation and rules to hold against them."""
    sourced = clause.sources or (clause.whole is not None and clause.whole.sources)
    return bool(sourced) and any(own.lines for own in (clause, *clause.parts))


def _compare(clause: Clause, said: str, declarations: Declarations, source: SourceFile) -> Discrepancy:
    rules = stated(clause, declarations)
    limits = _unfounded_limits(clause, said)
    fixed = clause.is_plain() and not counts_in_bundles(said)
    unfounded = _unfounded_points(clause, said) if fixed and states_points(said) else []
    missing: list[Missing] = []
    instead: list[RuleFigure] = []
    for text in clause.sources:
        for figure in figures(text.value):
            due = fixed if figure.kind == "points" else limits
            if due and not _among(figure.value, _fitting(figure, text, rules)):
                is_there = figure.value in (rules.points | rules.thresholds) - rules.limits
                missing.append(Missing(figure.text, _place(figure, text, source), figure.kind, is_there))
                instead += [] if figure.kind == "points" else limits
    mistaken = [Mistaken(one, _place(one.figure, one.text, source)) for one in swapped(clause, declarations)]
    return Discrepancy(missing, [*unfounded, *dict.fromkeys(instead)], mistaken)


def _fitting(figure: Figure, text: e.Text, rules: Stated) -> set[Fraction]:
    """Give the figures of the rules that can mean what a figure of the source does."""
    if figure.kind == "threshold":
        return rules.thresholds
    return rules.points | rules.limits if states_a_limit(text.value, figure) else rules.points


def _unfounded_limits(clause: Clause, said: str) -> list[RuleFigure]:
    """Give the thresholds of a clause's lines, those of its parts among them, that the regulation does not state."""
    told = numbers_but_points(said)
    limits = [figure for own in (clause, *clause.parts) for figure in own.stated_thresholds()]
    return [figure for figure in limits if not _among(figure.value, told)]


def _unfounded_points(clause: Clause, said: str) -> list[RuleFigure]:
    """Give the points of a clause's own lines that the regulation does not state, nor lets one work out.

    A cap may be a product (「一次扣1分，最多4次」); a range (「视情节扣1—5分」) leaves the figures to the rules.
    """
    points = point_numbers(said)
    told = _with_halves(points, said) | clause.worths()
    counts = numbers(said) - points
    ranges = point_ranges(said)
    return [
        figure
        for figure in clause.stated_points()
        if figure.value not in told
        and not (figure.caps and any(one and figure.value / one in counts for one in points))
        and not any(low <= figure.value <= high for low, high in ranges)
    ]


def _with_halves(told: Collection[Fraction], said: str) -> set[Fraction]:
    """Add what a sentence says by a word: 减半, 一半, 加倍."""
    halves = {number / 2 for number in told} if "半" in said else set[Fraction]()
    doubles = {number * 2 for number in told} if "倍" in said else set[Fraction]()
    return {*told, *halves, *doubles}


def _among(value: Fraction, others: Collection[Fraction]) -> bool:
    return value in others or (value < 1 and any(abs(value - other) < _SAME_SHARE for other in others if other < 1))


def _place(figure: Figure, text: e.Text, source: SourceFile) -> Place:
    start = text.span.start + len('"') + figure.start
    return Place(source, Span(start, start + len(figure.text)))
