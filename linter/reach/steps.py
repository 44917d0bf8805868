"""A heading's derivation → what it comes to before its range, and what it comes to where it concerns a unit."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from ...grammar.node import Node
from ...interpreter import interval as i
from ...interpreter.interval import Quantity
from ...interpreter.model import Group, HeadingModel
from ...interpreter.trace import Trace

_ADDED = ("start", "handed up", "line", "group")
_AFTERWARDS = ("range", "scaled", "bonus", "round")


def before_range(trace: Trace) -> Quantity:
    """Give the points of a heading before its range cuts them, in ten-thousand-millionths."""
    return _reckoned(takewhile(lambda step: step.kind not in _AFTERWARDS, trace.children))


def earned(trace: Trace) -> Quantity:
    """Give the points of a heading that concerns the unit, whether or not it does; in ten-thousand-millionths."""
    return _reckoned(trace.children)


def added(trace: Trace) -> list[tuple[Trace, Quantity]]:
    """Give the steps of a heading that add up, each with the points it adds; what takes is negative."""
    return [(step, points_of(step)) for step in trace.children if step.kind in _ADDED]


def _reckoned(steps: Iterable[Trace]) -> Quantity:
    """Follow the steps: what adds up, and what sets the points afterwards; a line that surely fails sets nothing."""
    points: Quantity = 0
    for step in steps:
        if step.kind in _ADDED or step.kind == "bonus":
            points = i.add(points, points_of(step))
        elif step.kind != "ruling" and step.value is not None:
            points = points_of(step)
    return points


def node_of(step: Trace) -> Node:
    """Give where the line, group or heading stands that a step is about."""
    about = step.about
    if isinstance(about, Group | HeadingModel):
        return about.node
    assert isinstance(about, Node)
    return about


def points_of(step: Trace) -> Quantity:
    """Give the points of a step that has some."""
    value = step.value
    assert isinstance(value, int | i.Interval)
    return value
