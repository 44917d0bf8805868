"""The smallest changes of one unit's evidence that reach a grade or a total: `psr next`.

First changes of one fact, then of two, then of three; of those with as many facts, the ones that move the fewest
points, then the fewest occurrences. Each answer was scored. The search is bounded; what it gives says how far it came.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from ..interpreter.interval import Quantity
from ..interpreter.result import Result, UnitResult
from .ceiling import ceiling
from .combine import Related, Together, by_promise
from .ladder import Ladder, ladders_of, promising
from .least import Way, estimate, least, way
from .moves import Step
from .steps import moves_of
from .target import has_no_place, is_possible, is_reached
from .together import together
from .trials import Setting, Spent, Trials, in_order, unit_in
from .ways import chosen

MOST_TRIALS = 1500
"""So often the evidence is scored at most, for a rubric of which that takes a second or two."""
_WORK = 2_000_000
"""Trials times headings, of all units whose points count, come to so many at most, but for the fewest trials."""
_FEWEST_TRIALS = 400
_FOR_ALL_TOGETHER = 150
"""So many trials are kept for the last resort: everything that helps, less what is not needed."""
_MOST_AT_ONCE = 3
_FOR_ONE_SIZE = 600
"""So many trials tell which moves are enough together, two or three at once."""
_MOST_LADDERS = {2: 200, 3: 40}
"""Of so many moves, the most promising ones, two or three are put together."""
_MANY = 300
"""Of more combinations than these only those are tried that can be expected to be enough."""
_MOST_ALIKE = 4
"""Of what changes the same facts, so many are brought down to the least; and so many for each answer asked for."""


class Answer(NamedTuple):
    """Changes that are enough, and the score sheets they come to."""

    steps: tuple[Step, ...]
    result: Result
    unit: UnitResult


class Found(NamedTuple):
    """What a search came to. Where there are no answers, ``impossible`` tells whether there surely are none."""

    answers: tuple[Answer, ...]
    reached: bool = False
    """Whether nothing needs to change."""
    impossible: bool = False
    best: Quantity = 0
    """The total at most that any evidence of the unit can give, as far as the rules tell; the others' as it is."""
    tried: int = 0
    ended: bool = False
    """Whether the bound ended the search before all of it was done."""
    at_once: int = 0
    """Changes of so many facts at once were looked at."""
    no_place: bool = False
    """Whether it is impossible because the grade has no place among so few units, whatever the evidence."""


def next_steps(setting: Setting, most: int = 5) -> Found:
    """Give the smallest changes that reach the target, at most so many."""
    model = setting.program.model
    present = unit_in(setting.result(()), setting.unit)
    if is_reached(present, setting.target, model):
        return Found((), reached=True)
    limit = ceiling(setting)
    if not is_possible(limit, setting.target, model):
        no_place = has_no_place(setting.target, model, len(setting.evidence.units))
        return Found((), impossible=True, best=limit.total, no_place=no_place)
    search = _Search(setting, most)
    search.run()
    answers = tuple(_answer(found, setting) for found in chosen(search.ways, most))
    return Found(answers, False, False, limit.total, search.trials.count, search.ended, search.at_once)


def _answer(found: Way, setting: Setting) -> Answer:
    """Prove a way among all units."""
    result = setting.result(found.picks)
    unit = unit_in(result, setting.unit)
    assert is_reached(unit, setting.target, setting.program.model)
    return Answer(tuple(move.at(level) for move, level in found.picks), result, unit)


class _Search:
    """Looks for ways of one fact, of two, of three, and of all together at last."""

    def __init__(self, setting: Setting, most: int) -> None:
        model = setting.program.model
        self.trials = Trials(setting)
        self._limit = max(_FEWEST_TRIALS, min(MOST_TRIALS, _WORK // self.trials.work))
        self.trials.limit = self._limit - _FOR_ALL_TOGETHER
        self.ways: list[Way] = []
        self.ended = False
        self.at_once = 0
        self._ladders: list[Ladder] = []
        self._moves = moves_of(model, setting.evidence, setting.unit)
        self._related = Related(model)
        self._most = most
        self._many = False

    def run(self) -> None:
        """Fill the ways; more facts at once only as long as fewer give too few ways."""
        try:
            for ladder in ladders_of(self._moves, self.trials):
                self._ladders.append(ladder)
                self._alone(ladder)
            self.at_once = 1
            for number in range(2, _MOST_AT_ONCE + 1):
                if self.ways and (number > 2 or len(chosen(self.ways, self._most)) == self._most):
                    return
                self._several(number)
                self.at_once = number
        except Spent:
            self.ended = True
        if not self.ways:
            self._all_together()

    def _alone(self, ladder: Ladder) -> None:
        if ladder.enough is not None:
            self.ways.append(way(((ladder.move, ladder.enough),), self.trials))

    def _several(self, number: int) -> None:
        enough: list[Together] = []
        allowed = self.trials.count + _FOR_ONE_SIZE
        for ladders in self._worth_trying(number):
            if self.trials.count > allowed:
                self.ended = True
                break
            for tops in self._tops(ladders):
                picks = in_order([(ladder.move, top) for ladder, top in zip(ladders, tops, strict=True)])
                if self.trials(picks).reached:
                    enough.append((ladders, tops))
                    break
        enough.sort(key=lambda together: estimate(*together, self.trials.short - self.trials.present.low))
        for ladders, tops in _varied(enough)[: self._most * _MOST_ALIKE]:
            self.ways += least(ladders, tops, self.trials)

    def _worth_trying(self, number: int) -> Iterator[tuple[Ladder, ...]]:
        """Give moves of different facts; of very many, those whose points together can be enough, or do not add up."""
        ladders_in_order = promising(self._ladders)
        several = by_promise(ladders_in_order[: _MOST_LADDERS[number]], number)
        self._many = len(several) > _MANY
        self.ended = self.ended or len(ladders_in_order) > _MOST_LADDERS[number]
        for ladders in several:
            hoped = self.trials.present.low + sum(max(ladder.worth(ladder.best).gain, 0) for ladder in ladders)
            if not self._many or hoped > self.trials.short or self._related.are(ladders):
                yield ladders
            else:
                self.ended = True

    def _tops(self, ladders: tuple[Ladder, ...]) -> Iterator[tuple[int, ...]]:
        """Give the levels at which moves are tried together: where points add up, the best of each tell."""
        if self._many and all(ladder.helps for ladder in ladders) and not self._related.are(ladders):
            yield tuple(ladder.best for ladder in ladders)
        else:
            yield from product(*(ladder.tops for ladder in ladders))

    def _all_together(self) -> None:
        self.trials.limit = self._limit
        try:
            picks = together(promising(self._ladders), self.trials)
        except Spent:
            self.ended = True
            return
        if picks is not None:
            self.ways.append(way(picks, self.trials))


def _varied(enough: list[Together]) -> list[Together]:
    """Leave out what changes the same facts as several before it."""
    found: list[Together] = []
    seen: dict[object, int] = {}
    for ladders, tops in enough:
        places = frozenset(ladder.place for ladder in ladders)
        seen[places] = seen.get(places, 0) + 1
        if seen[places] <= _MOST_ALIKE:
            found.append((ladders, tops))
    return found
