"""Moves put together, two or three at once: the most promising first, and which ones may not simply add up."""

from __future__ import annotations

from itertools import combinations

from ..interpreter.model import Model
from ..interpreter.reads import facts_of_heading
from .ladder import Ladder

Together = tuple[tuple[Ladder, ...], tuple[int, ...]]
"""Moves of different facts, each with a level."""


def by_promise(ladders: list[Ladder], number: int) -> list[tuple[Ladder, ...]]:
    """Give moves of different facts, so many at once: those that lift most vetoes and gain most points first."""
    several = [some for some in combinations(ladders, number) if len({ladder.place for ladder in some}) == number]
    return sorted(several, key=_promise)


def _promise(ladders: tuple[Ladder, ...]) -> tuple[object, ...]:
    worths = [ladder.worth(ladder.best) for ladder in ladders]
    return -sum(worth.lifted for worth in worths), -sum(worth.gain for worth in worths)


class Related:
    """Knows which facts and marks one heading reads together: what they come to there may not simply add up."""

    def __init__(self, model: Model) -> None:
        """Look through all headings."""
        self._headings: dict[tuple[int, int], set[int]] = {}
        for heading in model.headings:
            for fact in facts_of_heading(heading, model):
                self._headings.setdefault((0, fact.number), set()).add(heading.number)
            if heading.is_judged:
                self._headings.setdefault((1, heading.number), set()).add(heading.number)

    def are(self, ladders: tuple[Ladder, ...]) -> bool:
        """Tell whether there is a heading that reads all that some moves change."""
        return bool(set[int].intersection(*(self._headings.get(ladder.place, set()) for ladder in ladders)))
