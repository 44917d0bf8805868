"""One move by itself: what each of its levels comes to, from which level it is enough, and which ones are of use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from ..interpreter.interval import Exact, interval
from .moves import Fewer, Move, OtherField, OtherNumber, OtherValue, Settled, how_many
from .trials import Trials, Tried

_NEAR = 12
"""So many of the first levels are looked at one by one."""
_MOST_TOPS = 4


class Worth(NamedTuple):
    """What a level is good for, the better the greater: vetoes lifted, then the points that the total gains."""

    lifted: int
    gain: Exact


class Ladder:
    """A move, and what its levels come to while nothing else changes."""

    def __init__(self, move: Move, trials: Trials) -> None:
        """Try the telling levels; where both ends do harm, nothing between them."""
        self.move = move
        self._trials = trials
        self.place = move.at(1).place
        ends = {level: self.tried(level) for level in (move.probes[0], move.probes[-1])}
        between = () if all(map(self._harms, ends)) else move.probes[1:-1]
        found = ends | {level: self.tried(level) for level in between}
        self.probed = dict(sorted(found.items()))

    def tried(self, level: int) -> Tried:
        """Give what a level comes to."""
        return self._trials(((self.move, level),))

    def worth(self, level: int) -> Worth:
        """Give what a level is good for."""
        tried, present = self.tried(level), self._trials.present
        return Worth(present.vetoes - tried.vetoes, tried.low - present.low)

    def _harms(self, level: int) -> bool:
        return not self.tried(level).reached and self.worth(level) < (0, 0)

    @cached_property
    def enough(self) -> int | None:
        """The least level that is enough by itself, as far as levels grow evenly between those that tell."""
        before = 0
        for level, tried in self.probed.items():
            if tried.reached:
                return self._least(before, level)
            before = level
        return None

    def _least(self, short: int, enough: int) -> int:
        while enough - short > 1:
            middle = (short + enough) // 2
            if self.tried(middle).reached:
                enough = middle
            else:
                short = middle
        return enough

    @cached_property
    def open_levels(self) -> list[int]:
        """The telling levels that are not enough by themselves: those that can be of use beside others."""
        end = self.enough
        levels = [level for level in self.probed if end is None or level < end]
        return sorted({*levels, end - 1} if end is not None and end > 1 else levels)

    @cached_property
    def best(self) -> int:
        """The least of those levels that is good for most."""
        return min(self.open_levels, key=lambda level: (_turned(self.worth(level)), level))

    @cached_property
    def helps(self) -> bool:
        """Whether it is good for anything by itself."""
        return bool(self.open_levels) and self.worth(self.best) > (0, 0)

    @cached_property
    def tops(self) -> list[int]:
        """The levels from which to look whether it helps beside others, the most promising first.

        What is at a limit by itself may gain more beside others: then it is also tried as far as it goes.
        """
        if not self.helps:
            return [*self.open_levels[: _MOST_TOPS - 1], *self.open_levels[_MOST_TOPS - 1 :][-1:]]
        farthest = max(level for level in self.open_levels if self.worth(level) == self.worth(self.best))
        return [self.best] if farthest == self.best else [self.best, farthest]

    def rungs(self, top: int) -> list[int]:
        """Give the levels up to one that are worth a look, upwards."""
        near = () if isinstance(self.move, OtherNumber) else range(1, min(_NEAR, top) + 1)
        return sorted({*near, *(level for level in self.open_levels if level <= top), top})


def promising(ladders: list[Ladder]) -> list[Ladder]:
    """Leave out what is enough at once, and order the rest: what is good for most first."""
    found = [ladder for ladder in ladders if ladder.open_levels]
    return sorted(found, key=lambda ladder: (_turned(ladder.worth(ladder.best)), ladder.place))


def ladders_of(moves: list[Move], trials: Trials) -> Iterator[Ladder]:
    """Try moves by themselves, add those that combine several of one fact, and leave out what only repeats another.

    Other values of a choice stay, and so does what is of no use by itself: beside other changes they may differ.
    """
    for _, group in groupby(moves, key=_family):
        alike = [Ladder(move, trials) for move in group]
        kept: dict[object, Ladder] = {}
        for ladder in [*alike, *(Ladder(move, trials) for move in _together(alike))]:
            kept.setdefault(_likeness(ladder), ladder)
        yield from kept.values()


def _likeness(ladder: Ladder) -> object:
    """Give what moves have in common of which one is enough."""
    if isinstance(ladder.move, OtherValue) or not (ladder.helps or ladder.enough):
        return ladder
    return ladder.move.last, tuple(ladder.probed.items())


def _family(move: Move) -> object:
    """Give what a move has in common with those that do the same to other rows, or with other details."""
    place = move.at(1).place
    match move:
        case OtherField(field=field, value=value):
            return place, OtherField, field.name, value
        case OtherNumber(step=step):
            return place, OtherNumber, step > 0
        case Settled(index=index):
            return place, Settled, index
        case _:
            return place, type(move)


def _together(alike: list[Ladder]) -> list[Move]:
    """Make of several kinds of rows one move that takes them one after the other, the dearest first."""
    helping = [ladder for ladder in alike if ladder.worth(1) > (0, 0)]
    if len(helping) < 2:
        return []
    helping.sort(key=lambda ladder: _turned(ladder.worth(1)))
    moves = [ladder.move for ladder in helping]
    ends: list[int] = []
    for move in moves:
        ends.append(move.last + (ends[-1] if ends else 0))
    match moves[0]:
        case Fewer(fact=fact, rows=rows):
            order = tuple(index for move in moves if isinstance(move, Fewer) for index in move.order)
            last = min(ends[-1], int(interval(how_many(rows)).low or 0) - int(fact.type.low or 0))
            return [Fewer(fact, rows, order, last, _probes(ends, last))]
        case OtherField(fact=fact, rows=rows, field=field, value=value):
            order = tuple(index for move in moves if isinstance(move, OtherField) for index in move.order)
            return [OtherField(fact, rows, order, field, value, ends[-1], _probes(ends, ends[-1]))]
        case _:
            return []


def _probes(ends: list[int], last: int) -> tuple[int, ...]:
    return tuple(sorted({level for level in (1, *ends, last) if level <= last}))


def _turned(worth: Worth) -> Worth:
    """Turn a worth round, for an order from the greatest."""
    return Worth(-worth.lifted, -worth.gain)
