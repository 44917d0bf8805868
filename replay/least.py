"""Changes that are enough together → the least of them that still are; every step is proved by scoring it."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import NamedTuple

from ..interpreter.interval import Exact
from .ladder import Ladder, Worth
from .moves import Step
from .trials import Picks, Trials, in_order

_MOST_COMBINATIONS = 4096
_FEW_COMBINATIONS = 40
"""So many levels together are tried one by one."""


class Way(NamedTuple):
    """Changes that were proved to be enough.

    ``gain``: by how much the least total rises, in ten-thousand-millionths.
    """

    picks: Picks
    gain: Exact
    size: int
    """How many occurrences are concerned; 1 for each value and mark."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """What is changed, step by step."""
        return tuple(move.at(level) for move, level in self.picks)

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Which facts and marks are changed."""
        return tuple(step.place for step in self.steps)

    @property
    def order(self) -> tuple[object, ...]:
        """The fewest facts first, then the fewest points, then the fewest occurrences, then the rubric's order."""
        return len(self.picks), self.gain, self.size, self.places


def way(picks: Picks, trials: Trials) -> Way:
    """Describe changes that are enough."""
    size = sum(move.at(level).size for move, level in picks)
    return Way(picks, trials(picks).low - trials.present.low, size)


def least(ladders: tuple[Ladder, ...], tops: tuple[int, ...], trials: Trials) -> list[Way]:
    """Bring levels that are enough together down: just enough points, and the fewest occurrences.

    Where points add up, that is exact; else it is the least of what was tried.
    """
    if all(ladder.helps for ladder in ladders):
        found = [_just_enough(ladders, tops, trials)]
    elif prod(map(len, _rungs(ladders, tops))) <= _FEW_COMBINATIONS:
        found = [_of_all(ladders, tops, trials)]
    else:
        found = [_lowered(ladders, tops, trials), _lowered(ladders[::-1], tops[::-1], trials)]
    return [way(needed(picks, trials), trials) for picks in dict.fromkeys(found)]


def needed(picks: Picks, trials: Trials) -> Picks:
    """Leave out what is not needed: where more is not always better, less may do alone what more did not."""
    kept: Picks = ()
    while kept != picks:
        kept = picks
        for pick in kept:
            rest = tuple(other for other in picks if other is not pick)
            picks = rest if trials(rest).reached else picks
    return kept


def estimate(ladders: tuple[Ladder, ...], tops: tuple[int, ...], short: Exact) -> Exact:
    """Give the least that some moves gain together if it has to be more than ``short``, as far as points add up."""
    gains = [sum(worth.gain for worth in worths) for worths in _worths(ladders, tops).values()]
    return min((gain for gain in gains if gain > short), default=max(gains))


def _worths(ladders: tuple[Ladder, ...], tops: tuple[int, ...]) -> dict[tuple[int, ...], list[Worth]]:
    """Give all levels together up to some, with what each is good for by itself."""
    rungs = _rungs(ladders, tops)
    while prod(map(len, rungs)) > _MOST_COMBINATIONS:
        rungs = [[*levels[:-1:2], levels[-1]] for levels in rungs]
    worths = [{level: ladder.worth(level) for level in levels} for ladder, levels in zip(ladders, rungs, strict=True)]
    return {levels: [worth[level] for worth, level in zip(worths, levels, strict=True)] for levels in product(*rungs)}


def _just_enough(ladders: tuple[Ladder, ...], tops: tuple[int, ...], trials: Trials) -> Picks:
    """Order all levels together by what they gain by themselves, and look for the first that is enough."""
    promise = {
        levels: (sum(worth.lifted for worth in worths), sum(worth.gain for worth in worths), sum(levels))
        for levels, worths in _worths(ladders, tops).items()
    }
    ordered = [levels for levels in sorted(promise, key=promise.__getitem__) if promise[levels] <= promise[tops]]
    short, enough = -1, ordered.index(tops)
    while enough - short > 1:
        middle = (short + enough) // 2
        if _is_enough(ladders, ordered[middle], trials):
            enough = middle
        else:
            short = middle
    return _lowered(ladders, ordered[enough], trials)


def _of_all(ladders: tuple[Ladder, ...], tops: tuple[int, ...], trials: Trials) -> Picks:
    """Try all levels together, where they do not add up: what one does alone says nothing."""
    tried = {levels: trials(_picks(ladders, levels)) for levels in product(*_rungs(ladders, tops))}
    enough = [levels for levels, one in tried.items() if one.reached]
    return _lowered(ladders, min(enough, key=lambda levels: (tried[levels].low, sum(levels))), trials)


def _rungs(ladders: tuple[Ladder, ...], tops: tuple[int, ...]) -> list[list[int]]:
    return [ladder.rungs(top) for ladder, top in zip(ladders, tops, strict=True)]


def _lowered(ladders: tuple[Ladder, ...], levels: tuple[int, ...], trials: Trials) -> Picks:
    """Lower one level after the other as far as all is still enough."""
    found = list(levels)
    for index in range(len(found)):
        short, enough = 0, found[index]
        while enough - short > 1:
            middle = (short + enough) // 2
            if _is_enough(ladders, (*found[:index], middle, *found[index + 1 :]), trials):
                enough = middle
            else:
                short = middle
        found[index] = enough
    return _picks(ladders, tuple(found))


def _is_enough(ladders: tuple[Ladder, ...], levels: tuple[int, ...], trials: Trials) -> bool:
    return trials(_picks(ladders, levels)).reached


def _picks(ladders: tuple[Ladder, ...], levels: tuple[int, ...]) -> Picks:
    return in_order([(ladder.move, level) for ladder, level in zip(ladders, levels, strict=True)])
