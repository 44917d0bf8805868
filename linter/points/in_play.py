"""What stands under a heading for one and the same unit, where some of it concerns only some units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice

from ...grammar import expressions as e
from ...interpreter.model import HeadingModel
from ..budgets import Share, ordinary, share_of
from ..rule import Subject
from ..suspicious.cases import Cases, Unclear
from ..suspicious.conditions import Scope

_MOST = 5_000
"""So many cases are looked at; in more, what is found is still true."""

Concerned = Mapping[int, bool]
"""Whether headings that may be left out concern a unit, by the number of the heading."""


def most_at_once(subject: Subject, heading: HeadingModel, above: list[HeadingModel]) -> list[Share]:
    """Give what the sub-headings hand up to some unit that has the most of it, in points (specification: "Headings").

    ``above`` are the headings over this one: all of them have to concern the unit. Conditions that rule each other
    out are told apart. Nothing is given where they are too manifold for that.
    """
    best: list[Share] = []
    for concerned in _units(subject, heading, above):
        shares = [share_of(child, points) for child in ordinary(heading) if (points := _points(child, concerned))]
        if _sum(shares) > _sum(best):
            best = shares
    return best


def _units(subject: Subject, heading: HeadingModel, above: list[HeadingModel]) -> Iterator[Concerned]:
    """Give the kinds of units that a heading concerns, as far as its conditions tell units apart."""
    below = {one.number: condition for one in _all_below(heading) if (condition := _condition(one))}
    own = [condition for one in (heading, *above) if (condition := _condition(one))]
    try:
        cases = Cases(subject.extents, Scope(), [*own, *below.values()])
        required = [cases.holds(condition) for condition in own]
        holds = {number: cases.holds(condition) for number, condition in below.items()}
        for case in islice(cases.all(applying=True), _MOST):
            if all(one(case) == "yes" for one in required):
                yield {number: one(case) == "yes" for number, one in holds.items()}
    except Unclear:
        return


def _points(heading: HeadingModel, concerned: Concerned) -> Fraction:
    """Give what a heading is worth to a unit before its weight: no more than what stands under it for that unit."""
    if not concerned.get(heading.number, True):
        return Fraction(0)
    children = ordinary(heading)
    below = sum((_points(child, concerned) * Fraction(child.weight) for child in children), Fraction(0))
    if heading.scaled_to is not None:
        return Fraction(heading.scaled_to if below or heading.parts or not children else 0)
    if heading.worth is None:
        return below
    makes_it_up = children and not heading.parts and not heading.start and heading.node.range is None
    return min(Fraction(heading.worth), below) if makes_it_up else Fraction(heading.worth)


def _condition(heading: HeadingModel) -> e.Expression | None:
    applies = heading.applies
    return applies.condition if applies is not None and applies.otherwise == "left out" else None


def _all_below(heading: HeadingModel) -> Iterator[HeadingModel]:
    for child in heading.children:
        yield child
        yield from _all_below(child)


def _sum(shares: list[Share]) -> Fraction:
    return sum((share.points for share in shares), Fraction(0))
