"""One unit with other evidence, again and again, while all others keep theirs: only what can move is evaluated anew.

What comes out is what scoring the whole evidence gives for the unit; only what is still to be collected is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar, cast

from ..diagnostics import Diagnostic
from .depends import Source, dependences
from .facts import UnitFacts
from .model import FactModel, Model
from .result import UnitResult
from .runtime import Everyone, HeadingMark, Unit, introduce
from .standings import Standings, settle

Entry = TypeVar("Entry")


class Rescored(NamedTuple):
    """A unit's sheet with other evidence, and what was found in all that was evaluated for it, for whatever unit."""

    unit: UnitResult
    diagnostics: tuple[Diagnostic, ...]


class Rescorer:
    """Holds the evidence of all units, evaluated once."""

    def __init__(
        self,
        model: Model,
        headings: tuple[tuple[int, Callable[[Unit], HeadingMark]], ...],
        standings: Standings,
        units: list[Unit],
    ) -> None:
        """Take the compiled rubric, and the units with their facts laid out and all their marks, vetoes aside."""
        self._model = model
        self._headings = headings
        self._standings = standings
        self._units = {unit.name: unit for unit in units}
        self._depends = dependences(model)

    def score(self, given: UnitFacts) -> Rescored:
        """Score the unit of this name with other evidence; last year's stays. Raises KeyError where there is none."""
        facts, touched = self._changes(self._units[given.name].given, given)
        changed = self._with(given, facts)
        units = [changed if name == given.name else _copy(unit) for name, unit in self._units.items()]
        everyone = Everyone(self._model, units)
        introduce(everyone, everyone)
        for index, heading in self._headings:
            if index in touched:
                for unit in units if index in self._depends.on_others else (changed,):
                    unit.marks[index] = heading(unit)
        standings, problems = self._standings.place(units)
        marks = cast("list[HeadingMark]", changed.marks)
        result = UnitResult(changed.name, marks, marks[self._model.rubric.number].points)
        settle(result, next(one for one in standings if one.unit is changed), self._model)
        introduce(everyone, None)
        return Rescored(result, (*everyone.problems, *problems))

    def _changes(self, before: UnitFacts, after: UnitFacts) -> tuple[list[FactModel], frozenset[int]]:
        """Give the facts of which other evidence says something else, and the headings that may move by that."""
        names = {*_differing(before.values, after.values), *_differing(before.events, after.events)}
        labels = {*_differing(before.marks, after.marks), *_differing(before.rulings, after.rulings)}
        sources = [Source("fact", name) for name in names] + [Source("heading", label) for label in labels]
        touched = (self._depends.by_source.get(source, frozenset[int]()) for source in sources)
        return [fact for fact in self._model.facts.values() if fact.name in names], frozenset[int]().union(*touched)

    def _with(self, given: UnitFacts, facts: list[FactModel]) -> Unit:
        """Give the unit with other evidence, of which it lays out these facts; the marks are those it had."""
        unit = _copy(self._units[given.name])
        unit.given = given
        unit.facts = list(unit.facts)
        for fact, value in zip(facts, Unit(given, 0).lay_out(facts).facts, strict=True):
            unit.facts[fact.number] = value
        return unit


def _copy(unit: Unit) -> Unit:
    """Give the unit as it was before it was compared with others."""
    copy = Unit(unit.given, 0)
    copy.facts, copy.marks, copy.previous = unit.facts, list(unit.marks), unit.previous
    return copy


def _differing(before: Mapping[str, Entry], after: Mapping[str, Entry]) -> set[str]:
    """Give the names under which two mappings hold not the same object."""
    return {name for name in before.keys() | after.keys() if before.get(name) is not after.get(name)}
