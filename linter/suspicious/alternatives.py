"""Sets of exclusive alternatives: of each set, the first one that holds is used and the others are not.

They are the grades, in their order; the ``score`` lines under one heading; and the branches of an ``if … else if``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...diagnostics import Span
from ...grammar import expressions as e
from ...grammar import statements as s
from ...interpreter.model import HeadingModel, Model, settings_of
from .conditions import Scope, chains


class Alternative(NamedTuple):
    """One of several: it is used where all its conditions hold, and no alternative before it is."""

    span: Span
    conditions: tuple[e.Expression, ...]
    is_final: bool = True
    """Whether it surely is used where its conditions hold: a grade may be barred, or have no place left."""
    is_needed: bool = False
    """Whether it has to be there even if its conditions never decide: a veto may give that grade."""


class Alternatives(NamedTuple):
    """A set of alternatives, in the order in which they are tried."""

    entries: tuple[Alternative, ...]
    scope: Scope
    stops: bool = False
    """Whether none is used where a condition reads what does not apply; else the next one is tried."""


def alternatives(model: Model) -> Iterator[Alternatives]:
    """Give all sets of two alternatives or more."""
    sets = [_grades(model), *(_scores(heading) for heading in model.headings)]
    for chain in chains(model):
        entries = tuple(Alternative(node.span, (node,)) for node in chain.conditions)
        sets.append(Alternatives(entries, chain.scope, stops=True))
    yield from (found for found in sets if len(found.entries) > 1)


def _grades(model: Model) -> Alternatives:
    outcomes = [outcome for veto in model.vetoes for outcome in veto.outcomes]
    lowered = any(outcome.does == "lower grade" for outcome in outcomes)
    named = {(outcome.does, outcome.value.value) for outcome in outcomes if isinstance(outcome.value, e.Text)}
    entries = tuple(
        Alternative(
            grade.span,
            () if grade.condition is None else (grade.condition,),
            grade.quota is None and ("not grade", grade.name.value) not in named,
            lowered or ("grade", grade.name.value) in named,
        )
        for grade in model.grades
    )
    return Alternatives(entries, Scope())


def _scores(heading: HeadingModel) -> Alternatives:
    found: list[Alternative] = []
    for line, group in reversed(settings_of(heading)):
        if isinstance(line, s.Score):
            applies = None if group is None or group.applies is None else group.applies.condition
            found.append(Alternative(line.span, tuple(node for node in (applies, line.condition) if node is not None)))
    return Alternatives(tuple(found), Scope(heading))
