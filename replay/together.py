"""The last resort where three facts are not enough: everything that helps, then less of it as long as it is enough."""

from __future__ import annotations

from .ladder import Ladder
from .least import needed
from .trials import Picks, Trials, in_order


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
    return needed(_picks(taken), trials)


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
    short, enough = 0, taken[ladder]
    while enough - short > 1:
        middle = (short + enough) // 2
        if trials(_picks({**taken, ladder: middle})).reached:
            enough = middle
        else:
            short = middle
    return enough


def _picks(taken: dict[Ladder, int]) -> Picks:
    return in_order([(ladder.move, level) for ladder, level in taken.items()])
