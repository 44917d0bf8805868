"""Evidence with one unit's entries changed, and scored again by the same rules.

Takes evidence that was read and found sound; gives new evidence, which shares with it whatever did not change. What was
given stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, assert_never

from ..interpreter.facts import Event, Evidence, Mark, Missing, UnitFacts, Value
from ..interpreter.model import FactModel, HeadingModel
from ..interpreter.program import Program
from ..interpreter.result import Result


class FactChange(NamedTuple):
    """What the unit's evidence says of a fact afterwards: all the rows of one that counts events, or one value.

    A fact of either kind may be unknown or not apply as a whole.
    """

    fact: FactModel
    then: tuple[Event, ...] | Missing | Value


class MarkChange(NamedTuple):
    """The committee's own mark for a heading afterwards, in points."""

    heading: HeadingModel
    then: Mark


Change = FactChange | MarkChange


def changed(evidence: Evidence, unit: str, changes: Sequence[Change]) -> Evidence:
    """Give new evidence in which one unit's entries are changed, one after the other; all else is shared.

    Raises KeyError where the evidence has no such unit.
    """
    before = evidence.units[unit]
    after = UnitFacts(before.name, dict(before.values), dict(before.events), dict(before.marks), before.rulings)
    for change in changes:
        _apply(change, after)
    return Evidence({**evidence.units, unit: after})


def replay(
    program: Program, evidence: Evidence, previous: Evidence | None, unit: str, changes: Sequence[Change]
) -> Result:
    """Score the evidence with one unit's entries changed; ``previous`` is last year's, as it is.

    Gives the sheets of all units, since the ranks of the others may move. Raises KeyError where there is no such unit.
    """
    return program.score(changed(evidence, unit, changes), previous)


def is_present(change: Change, given: UnitFacts) -> bool:
    """Tell whether a unit's evidence says already what a change would make it say."""
    if isinstance(change, MarkChange):
        return given.marks.get(change.heading.label) == change.then
    if isinstance(change.then, Value):
        return given.values.get(change.fact.name) == change.then
    stated = given.events.get(change.fact.name, ())
    return change.then == (stated if isinstance(stated, Missing) else tuple(stated))


def _apply(change: Change, unit: UnitFacts) -> None:
    """Write a change into evidence that is nobody else's."""
    match change:
        case MarkChange():
            unit.marks[change.heading.label] = change.then
        case FactChange():
            _state(change.fact, change.then, unit)
        case _:
            assert_never(change)


def _state(fact: FactModel, then: tuple[Event, ...] | Missing | Value, unit: UnitFacts) -> None:
    if isinstance(then, Value):
        unit.values[fact.name] = then
    elif not fact.counts and isinstance(then, Missing):
        unit.values[fact.name] = Value(then)
    else:
        unit.events[fact.name] = then
