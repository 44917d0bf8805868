"""The items that come to other points when evidence changes: each before and after."""

from __future__ import annotations

from typing import NamedTuple

from ..interpreter.model import HeadingModel, Model
from ..interpreter.result import UnitResult
from ..interpreter.runtime import HeadingMark


class ItemMove(NamedTuple):
    """A heading with its marks before and after."""

    heading: HeadingModel
    before: HeadingMark
    after: HeadingMark


def item_moves(model: Model, before: UnitResult, after: UnitResult) -> list[ItemMove]:
    """Give the headings whose points are others, those with lines of their own: sums of others are left out."""
    items = [heading for heading in model.headings if heading.parts]
    found = [ItemMove(heading, before.mark(heading), after.mark(heading)) for heading in items]
    return [one for one in found if _shown(one.before) != _shown(one.after)]


def _shown(mark: HeadingMark) -> tuple[object, bool]:
    return mark.points, mark.applies is False
