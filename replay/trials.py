"""Tries changes by scoring them: counts what was tried, keeps what came out, and stops where it was told to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..diagnostics import has_errors
from ..interpreter.facts import Evidence
from ..interpreter.interval import Exact, interval
from ..interpreter.program import Program
from ..interpreter.result import Result, UnitResult
from .change import changed, replay
from .mentions import compares_units
from .moves import Move
from .target import Target, grades_of, is_reached

_NO_LIMIT = -(10**30)
"""Stands for the least total where there is none."""

Picks = tuple[tuple[Move, int], ...]
"""Moves, each with its level; no two of them change the same fact."""


class Setting(NamedTuple):
    """A unit among others, their evidence, and what the unit is to reach."""

    program: Program
    evidence: Evidence
    previous: Evidence | None
    unit: str
    target: Target

    def result(self, picks: Picks) -> Result:
        """Score the evidence with some changes."""
        changes = [move.at(level).change for move, level in picks]
        return replay(self.program, self.evidence, self.previous, self.unit, changes)


class Tried(NamedTuple):
    """What changes came to. ``low``: the least total, in ten-thousand-millionths."""

    low: Exact
    vetoes: int
    worst: int
    """The worst grade that the unit may get, by number."""
    reached: bool


class Spent(Exception):
    """No more may be tried."""


class Trials:
    """Scores changes of one unit's evidence, each once; raises Spent where the limit is reached."""

    def __init__(self, setting: Setting) -> None:
        """Take the setting; where units are not compared, the others are left out of it."""
        self.limit = 1
        """How often it may be scored."""
        self.count = 0
        self._model = setting.program.model
        self._known: dict[Picks, Tried] = {}
        self._alone = Evidence({setting.unit: setting.evidence.units[setting.unit]})
        self._setting = setting if compares_units(self._model) else setting._replace(evidence=self._alone)
        self._rescorer = setting.program.rescorer(self._setting.evidence, setting.previous)
        self.work = len(self._model.headings) * len(self._setting.evidence.units)
        """How many headings there are, of all units whose points count."""
        self.short: Exact = _NO_LIMIT if setting.target.total is None else setting.target.total - 1
        """The greatest total so far, without a veto, that was not enough."""
        self.present = self(())

    def __call__(self, picks: Picks) -> Tried:
        """Give what some changes come to."""
        known = self._known.get(picks)
        if known is None:
            if self.count >= self.limit:
                raise Spent
            self.count += 1
            known = self._known[picks] = self._try(picks)
            if not known.reached and not known.vetoes:
                self.short = max(self.short, known.low)
        return known

    def _try(self, picks: Picks) -> Tried:
        changes = [move.at(level).change for move, level in picks]
        given = changed(self._alone, self._setting.unit, changes)
        unit, diagnostics = self._rescorer.score(given.units[self._setting.unit])
        sound = not has_errors(diagnostics)
        low = interval(unit.total).low
        reached = sound and is_reached(unit, self._setting.target, self._model)
        least = _NO_LIMIT if low is None or not sound else low
        return Tried(least, len(unit.vetoes), max(grades_of(unit, self._model)), reached)


def unit_in(result: Result, name: str) -> UnitResult:
    """Give the sheet of a unit that is there."""
    unit = result.unit(name)
    assert unit is not None
    return unit


def in_order(picks: Sequence[tuple[Move, int]]) -> Picks:
    """Put changes in the order of the rubric, so that the same ones are tried once."""
    return tuple(sorted(picks, key=lambda pick: pick[0].at(pick[1]).place))
