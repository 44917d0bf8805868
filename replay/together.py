"""The last resort where three facts are not enough: everything that helps, then less of it as long as it is enough."""

from __future__ import annotations

from contextlib import suppress

from ..interpreter.interval import Exact
from .ladder import Ladder
from .least import needed
from .moves import Move
from .trials import Picks, Spent, Trials, in_order


def together(ladders: list[Ladder], trials: Trials) -> Picks | None:
    """Give changes that are enough together, of which none can be left out; None where all that helps is too little.

    ``ladders``: the most promising first. There may be a way with fewer changes.
    """
    taken = _gathered(ladders, trials)
    if not trials(_picks(taken)).reached:
        return None
    for ladder in list(taken)[::-1]:
        rest = {other: level for other, level in taken.items() if other is not ladder}
        if trials(_picks(rest)).reached:
            taken = rest
    for ladder in list(taken)[::-1]:
        taken[ladder] = _lowest(ladder, taken, trials)
    return _smallest(needed(_picks(taken), trials), ladders, trials)


def _smallest(picks: Picks, ladders: list[Ladder], trials: Trials) -> Picks:
    """Put the smallest change of each fact that is still enough in place of the one taken, as far as trials last."""
    with suppress(Spent):
        while True:
            smaller = picks
            for move, level in picks:
                place = move.at(level).place
                alike = [ladder for ladder in ladders if ladder.place == place]
                smaller = _exchanged(smaller, place, alike, trials)
            smaller = needed(smaller, trials)
            if smaller == picks:
                break
            picks = smaller
    return picks


def _exchanged(picks: Picks, place: tuple[int, int], alike: list[Ladder], trials: Trials) -> Picks:
    """Change a fact otherwise where that is enough and smaller: a lower prize, other events."""
    rest = tuple((move, level) for move, level in picks if move.at(level).place != place)
    found = [picks]
    for ladder in alike:
        top = next((top for top in ladder.tops if trials(_with(rest, ladder.move, top)).reached), None)
        if top is not None:
            level = _least_enough(rest, ladder.move, top, trials)
            found.append(_with(rest, ladder.move, level))
    return min(found, key=lambda picks: _size(picks, trials))


def _size(picks: Picks, trials: Trials) -> tuple[Exact, int]:
    """Give how small changes are: by the points they come to, then by the occurrences they concern."""
    return trials(picks).low, sum(move.at(level).size for move, level in picks)


def _gathered(ladders: list[Ladder], trials: Trials) -> dict[Ladder, int]:
    """Take one move after the other, of each fact the one that helps most, until it is enough."""
    taken: dict[Ladder, int] = {}
    places: set[tuple[int, int]] = set()
    for ladder in ladders:
        if not ladder.helps or ladder.place in places or trials(_picks(taken)).reached:
            continue
        before = trials(_picks(taken))
        after = trials(_picks({**taken, ladder: ladder.best}))
        if after.reached or after.vetoes < before.vetoes or after.low > before.low:
            taken[ladder] = ladder.best
            places.add(ladder.place)
    return taken


def _lowest(ladder: Ladder, taken: dict[Ladder, int], trials: Trials) -> int:
    rest = _picks({other: level for other, level in taken.items() if other is not ladder})
    return _least_enough(rest, ladder.move, taken[ladder], trials)


def _least_enough(rest: Picks, move: Move, enough: int, trials: Trials) -> int:
    """Lower a level that is enough beside the rest as far as it still is."""
    short = 0
    while enough - short > 1:
        middle = (short + enough) // 2
        if trials(_with(rest, move, middle)).reached:
            enough = middle
        else:
            short = middle
    return enough


def _with(rest: Picks, move: Move, level: int) -> Picks:
    return in_order([*rest, (move, level)])


def _picks(taken: dict[Ladder, int]) -> Picks:
    return in_order([(ladder.move, level) for ladder, level in taken.items()])
