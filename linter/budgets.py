"""What the headings under a heading hand up to it by their worth, weighted and scaled; and which may be left out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ..interpreter.model import HeadingModel
from .figures import figure, is_finite


class Share(NamedTuple):
    """What a sub-heading can hand up, in points, and how that is reckoned: ``100 × 60%``."""

    heading: HeadingModel
    points: Fraction
    text: str


def shares_of(heading: HeadingModel) -> list[Share] | None:
    """Give what each sub-heading that counts can hand up; None where that is open, or there are none."""
    budgets = [(child, budget_of(child)) for child in ordinary(heading)]
    known = [share_of(child, budget) for child, budget in budgets if budget is not None]
    return known if known and len(known) == len(budgets) else None


def share_of(heading: HeadingModel, budget: Fraction) -> Share:
    """Give what a heading hands up that comes to so many points before its weight."""
    text = figure(budget)
    if heading.weight != 1:
        text = f"{text} × {figure(heading.weight * 100)}%"
    return Share(heading, budget * Fraction(heading.weight), text)


def budget_of(heading: HeadingModel) -> Fraction | None:
    """Give what a heading is worth before its weight; without a worth, what all under it are worth, if that is all."""
    budget = heading.scaled_to if heading.scaled_to is not None else heading.worth
    if budget is not None:
        return Fraction(budget)
    if heading.node.range is not None or heading.parts or heading.start:
        return None
    shares = shares_of(heading)
    return None if shares is None else sum((share.points for share in shares), Fraction(0))


def may_be_left_out(heading: HeadingModel) -> bool:
    """Tell whether a heading may have no points at all, for not concerning a unit (specification: "Headings")."""
    if heading.applies is not None and heading.applies.otherwise == "left out":
        return True
    return bool(heading.children) and not heading.parts and all(map(may_be_left_out, heading.children))


def weighted(heading: HeadingModel) -> list[HeadingModel]:
    """Give the sub-headings that say a weight; one of weight 0 only keeps a figure that others read."""
    return [child for child in ordinary(heading) if child.node.weight is not None]


def ordinary(heading: HeadingModel) -> list[HeadingModel]:
    """Give the sub-headings that count: no bonus, and none of weight 0."""
    return [child for child in heading.children if not child.bonus and child.weight != 0]


def weights_disagree(heading: HeadingModel) -> bool:
    """Tell whether sub-headings share out their heading by weights that do not come to 100%.

    So they do where several of them say a weight, and more than say none; a weight above 1 is a factor. Weights by
    which the worths make up the heading's own are right in any case.
    """
    saying, all_of_them = weighted(heading), ordinary(heading)
    if len(saying) < 2 or len(saying) * 2 <= len(all_of_them) or any(child.weight > 1 for child in saying):
        return False
    if sum(child.weight for child in all_of_them) == 1:
        return False
    shares = shares_of(heading)
    return heading.worth is None or shares is None or sum(share.points for share in shares) != heading.worth


def scales_evenly(heading: HeadingModel) -> bool:
    """Tell whether ``scaled to`` comes out even: by all that is in play, and where one of the sub-headings is not."""
    shared = sum((share.points for share in shares_of(heading) or ()), Fraction(0))
    worth = shared if heading.worth is None else Fraction(heading.worth)
    left = [min(worth, max(worth, shared) - lost) for lost in (Fraction(0), *_losses(heading))]
    return all(is_finite(Fraction(heading.scaled_to or 0) / worth) for worth in left if worth > 0)


def _losses(heading: HeadingModel) -> Iterator[Fraction]:
    """Give what leaves a heading's worth where one heading below it does not concern a unit."""
    for child in heading.children:
        weight = Fraction(child.weight)
        if may_be_left_out(child):
            yield (budget_of(child) or Fraction(0)) * weight
        elif child.scaled_to is None:
            yield from (loss * weight for loss in _losses(child))


def room_of(heading: HeadingModel) -> Fraction | None:
    """Give how many points a heading's lines can move it at most: its worth, or all of a wider range; None: no limit.

    ``worth 4 from -2 to 4`` has room for six.
    """
    if heading.worth is None or heading.low is None or heading.high is None:
        return None
    return Fraction(max(heading.worth, heading.high - heading.low))


def most_of(heading: HeadingModel) -> Fraction | None:
    """Give the most that a heading is meant to hand up: the top of its range, or its budget; weighted."""
    most = budget_of(heading)
    if heading.high is not None and heading.scaled_to is None:
        most = Fraction(heading.high)
    return None if most is None else most * Fraction(heading.weight)
