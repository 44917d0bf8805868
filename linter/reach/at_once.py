"""The figures that single lines give at once, with what a heading surely comes to by each of them before its range."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from ...grammar import statements as s
from ...grammar.node import Node
from ...interpreter import interval as i
from ...interpreter.interval import Exact, Quantity, interval
from ...interpreter.model import Group, HeadingModel
from ...interpreter.points import scaled
from ...interpreter.trace import Trace
from ..figures import points_of
from .steps import added
from .steps import points_of as points_of_step

_NOTHING: Quantity = 0


class Figure(NamedTuple):
    """A figure of a line, where it stands, and what the heading comes to; what takes is negative.

    ``reached`` is the least that comes of a figure that gives, the most that comes of one that takes: whatever the
    other lines do, the points go at least so far; and further, where it ``varies``. A figure that ``sets`` the points
    is what they come to.
    """

    node: Node
    points: Exact
    reached: Exact
    sets: bool = False
    varies: bool = False


def figures_at_once(heading: HeadingModel, trace: Trace) -> Iterator[Figure]:
    """Give the figures of a heading, by its derivation with nothing known; in ten-thousand-millionths."""
    start = heading.node.start
    if start is not None and not isinstance(start.at, str):
        yield Figure(start, scaled(start.at), scaled(start.at), sets=True)
    pieces = list(_pieces(trace))
    before = list(accumulate((points for _, points in pieces), i.add, initial=_NOTHING))
    behind = list(accumulate((points for _, points in reversed(pieces)), i.add, initial=_NOTHING))
    for number, (line, _) in enumerate(pieces):
        rest = i.add(before[number], behind[len(pieces) - 1 - number])
        for node, points in _amounts(line, heading):
            end = interval(rest).low if points > 0 else interval(rest).high
            if points and end is not None:
                yield Figure(node, points, end + points, varies=isinstance(rest, i.Interval))
    for line in heading.lines:
        amount = points_of(line.amount, heading) if isinstance(line, s.Score) else None
        if isinstance(line, s.Score) and amount is not None:
            yield Figure(line.amount, scaled(amount), scaled(amount), sets=True)


def _pieces(trace: Trace) -> Iterator[tuple[object, Quantity]]:
    """Give what adds up; the lines of a group one by one, unless a cap holds them together."""
    for step, points in added(trace):
        group = step.about
        if not isinstance(group, Group) or group.node.caps:
            yield group, points
            continue
        for line in step.children:
            if line.kind == "line":
                given = points_of_step(line)
                yield line.about, i.hull(0, given) if group.applies else given


def _amounts(line: object, heading: HeadingModel) -> Iterator[tuple[Node, int]]:
    """Give the figures of a line; what a cap limits is not given at once (see PSR506 for the cap itself)."""
    match line:
        case s.Judge(low=low, high=high):
            yield from ((end, scaled(end.value)) for end in (low, high))
        case s.Effect(per=s.PerStep(rounding="prorated") | s.PerCalendar(rounding="prorated")):
            return
        case s.Effect(amount=amount, rows=rows, caps=()):
            for node in [row.outcome for row in rows] or [amount]:
                points = points_of(node, heading)
                if node is not None and points is not None:
                    yield node, -scaled(points) if line.verb == "deduct" else scaled(points)
        case _:
            return
