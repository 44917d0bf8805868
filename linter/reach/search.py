"""A bounded search for evidence that shows a bound: always the same steps, each trial an evaluation of few headings.

A heading's sub-headings are settled first, then its own lines, one fact after the other, the simplest value first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import product
from math import prod
from typing import NamedTuple

from ...interpreter.interval import Exact, Interval, Quantity
from ...interpreter.model import HeadingModel
from ...interpreter.program import Program
from ...interpreter.runtime import HeadingMark
from .coordinates import Assignment, Candidate, Coordinate, coordinates, evidence_of
from .reads import Reads, reads_of
from .shrink import shrunk

_MOST_COMBINATIONS = 64
_MOST_STARTS = 4


class Goal(NamedTuple):
    """What is looked for: ``bound`` points or more of a heading (``sign`` 1), or as few or fewer (-1)."""

    heading: HeadingModel
    sign: int
    bound: Exact | None
    of: Callable[[HeadingMark], Quantity]

    def is_reached(self, value: Exact | None) -> bool:
        """Tell whether some points are as many as wanted."""
        return value is not None and self.bound is not None and self.sign * value >= self.sign * self.bound

    def better(self, value: Exact | None, than: Exact | None) -> bool:
        """Tell whether some points are nearer to what is wanted; None are points that are not known."""
        return value is not None and (than is None or self.sign * value > self.sign * than)


class Search:
    """Looks for evidence; ``work`` is how many lines it may still evaluate, all searches together.

    Half as many are set aside to make smaller what is found.
    """

    def __init__(self, program: Program, points: Callable[[HeadingModel], Quantity], work: int) -> None:
        """Take the rubric, and what its headings can reach."""
        self.program = program
        self.points = points
        self.work = work
        self._work_to_shrink = work // 2
        self._known_reads: dict[int, Reads] = {}
        self._known_needs: dict[int, frozenset[int]] = {}

    def best(self, goal: Goal) -> dict[Coordinate, Candidate]:
        """Give the best evidence found for a goal; what doesn't matter may be left in it."""
        found: dict[Coordinate, Candidate] = {}
        for child in goal.heading.children:
            if self.work <= 0:
                return found
            points = self.points(child)
            bound = points if not isinstance(points, Interval) else points.high if goal.sign > 0 else points.low
            found |= self.best(Goal(child, goal.sign, bound, _points_of))
        scope = [(heading, self._reads(heading)) for heading in self._scope(goal.heading)]
        space = coordinates(scope, self.program.model)
        return self._climb(goal, space, found) if space else found

    def value(self, goal: Goal, assignment: Assignment) -> Exact | None:
        """Give what a goal's heading comes to with some evidence; None where that is not certain."""
        needed = self._needed(goal.heading)
        evidence, previous = evidence_of(assignment, self.compares(goal.heading))
        self.work -= (self._size(needed) + len(self.program.model.facts) // 4) * len(evidence.units)
        own, *_ = self.program.evaluate(evidence, previous, needed)
        found = goal.of(own.mark(goal.heading.number))
        return None if isinstance(found, Interval) else found

    def compares(self, heading: HeadingModel) -> bool:
        """Tell whether a heading's points depend on other units."""
        headings = self.program.model.headings
        return any(self._reads(headings[number]).compares for number in self._needed(heading))

    def _climb(
        self, goal: Goal, space: dict[Coordinate, list[Candidate]], settled: Assignment
    ) -> dict[Coordinate, Candidate]:
        best: dict[Coordinate, Candidate] = {**settled}
        most: Exact | None = None
        for trial in self._trials(goal, space, settled):
            value = self.value(goal, trial)
            if goal.better(value, most):
                best, most = trial, value
            if goal.is_reached(most) or self.work <= 0:
                break
        best = self._without_idle(goal, space, settled, best, most)
        return best if most is None else self._shrunk(goal, space, settled, best, most)

    def _without_idle(
        self,
        goal: Goal,
        space: dict[Coordinate, list[Candidate]],
        settled: Assignment,
        best: dict[Coordinate, Candidate],
        most: Exact | None,
    ) -> dict[Coordinate, Candidate]:
        """Leave out what doesn't matter, but for what the sub-headings need."""
        for place in space:
            if place in settled or self.work <= 0:
                continue
            shorter = {other: candidate for other, candidate in best.items() if other != place}
            if self.value(goal, shorter) == most:
                best = shorter
        return best

    def _shrunk(
        self,
        goal: Goal,
        space: dict[Coordinate, list[Candidate]],
        settled: Assignment,
        best: dict[Coordinate, Candidate],
        most: Exact,
    ) -> dict[Coordinate, Candidate]:
        """Make smaller what is stated, for as much as is reached; work is set aside for this."""
        left, self.work = self.work, self._work_to_shrink
        wanted = goal.bound if goal.is_reached(most) else most

        def shows(trial: Assignment) -> bool:
            return self.work > 0 and goal._replace(bound=wanted).is_reached(self.value(goal, trial))

        places = [place for place in space if place in best and place not in settled]
        small = shrunk(best, places, self.program.model, shows)
        self.work, self._work_to_shrink = left, self.work
        return small

    def _trials(
        self, goal: Goal, space: dict[Coordinate, list[Candidate]], settled: Assignment
    ) -> Iterator[dict[Coordinate, Candidate]]:
        if prod(map(len, space.values())) <= _MOST_COMBINATIONS:
            numbers = sorted(product(*(range(len(values)) for values in space.values())), key=sum)
            for chosen in numbers:
                picks = zip(space.items(), chosen, strict=True)
                yield {**settled, **{place: values[number] for (place, values), number in picks}}
            return
        for start in range(_MOST_STARTS):
            current = {**settled, **{place: values[start % len(values)] for place, values in space.items()}}
            yield current
            yield from self._one_by_one(goal, space, current)

    def _one_by_one(
        self, goal: Goal, space: dict[Coordinate, list[Candidate]], current: dict[Coordinate, Candidate]
    ) -> Iterator[dict[Coordinate, Candidate]]:
        """Change one fact at a time, and keep what helps."""
        most = self.value(goal, current)
        while True:
            before = most
            for place, candidate in [(place, candidate) for place, values in space.items() for candidate in values]:
                if self.work <= 0:
                    return
                trial = {**current, place: candidate}
                value = self.value(goal, trial)
                if goal.better(value, most):
                    current, most = trial, value
                    yield trial
            if most == before:
                return

    def _scope(self, heading: HeadingModel) -> list[HeadingModel]:
        """Give a heading, and those whose points it reads with all they depend on; not what stands under it."""
        return [heading, *self._with_needs(self._reads(heading).headings.values())]

    def _size(self, headings: Iterable[int]) -> int:
        """Give the number of lines of some headings, and of the headings themselves."""
        model = self.program.model
        return sum(len(model.headings[number].lines) + 1 for number in headings)

    @cached_property
    def size(self) -> int:
        """The number of lines of the whole rubric, which scoring goes through."""
        return self._size(range(len(self.program.model.headings)))

    def _reads(self, heading: HeadingModel) -> Reads:
        if heading.number not in self._known_reads:
            self._known_reads[heading.number] = reads_of(heading, self.program.model)
        return self._known_reads[heading.number]

    def _needed(self, heading: HeadingModel) -> frozenset[int]:
        """Give the numbers of the headings that a heading's points depend on, its own included."""
        if heading.number not in self._known_needs:
            self._known_needs[heading.number] = frozenset(other.number for other in self._with_needs([heading]))
        return self._known_needs[heading.number]

    def _with_needs(self, headings: Iterable[HeadingModel]) -> list[HeadingModel]:
        """Give headings with all that their points depend on, each once."""
        found: dict[int, HeadingModel] = {}
        waiting = list(headings)
        while waiting:
            heading = waiting.pop()
            if heading.number not in found:
                found[heading.number] = heading
                waiting += [*heading.children, *self._reads(heading).headings.values()]
        return list(found.values())


def _points_of(mark: HeadingMark) -> Quantity:
    return mark.points
