"""The conditions of a rubric that come out the same whatever the evidence says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...diagnostics import Words
from ...grammar import expressions as e
from ...grammar.node import Node
from ...grammar.walk import walk
from ...interpreter.interval import Interval
from ...interpreter.model import DefineModel
from ..rule import Subject
from ..tables.axis import interval_words
from ..tables.columns import writer
from .cases import Cases, Unclear
from .conditions import Condition, Scope, conditions


class Constant(NamedTuple):
    """A condition that always holds, or never does, as small as can be, and a few words why.

    ``whole`` is the condition that it is, or is a part of, and ``owner`` what hangs on that.
    """

    node: e.Expression
    holds: bool
    why: Words
    whole: e.Expression
    owner: Node


def constants(subject: Subject, holds: bool) -> Iterator[Constant]:
    """Give the conditions that always hold, or those that never do."""
    for condition in conditions(subject.model):
        yield from (found for found in _within(subject, condition.node, condition) if found.holds is holds)


def _within(subject: Subject, node: e.Expression, condition: Condition) -> list[Constant]:
    """Look for the cause: where a part of a condition is constant, nothing is said of the whole."""
    scope = condition.scope
    match node:
        case e.Not():
            return _within(subject, node.of, condition)
        case e.Logic():
            parts = [found for side in (node.left, node.right) for found in _within(subject, side, condition)]
            if parts:
                return parts
        case e.Name() if isinstance(subject.model.symbols.get(node.span), DefineModel):
            return []  # what is the matter is said of the definition
        case _:
            pass
    try:
        verdict = Cases(subject.extents, scope, [node]).verdict(node)
    except Unclear:
        return []
    if verdict is None:
        return []
    return [Constant(node, verdict, _why(subject, node, scope, verdict), condition.node, condition.owner)]


_WHATEVER = Words("whatever the evidence says", "无论佐证怎样")
_TOGETHER = {
    True: Words("one of the two always holds", "两边总有一边成立"),
    False: Words("the two rule each other out", "两边互相排斥"),
}


def _why(subject: Subject, node: e.Expression, scope: Scope, verdict: bool) -> Words:
    if isinstance(node, e.Logic):
        return _TOGETHER[verdict]
    if isinstance(node, e.Compare):
        for side in (node.left, node.right):
            found = subject.extents.values(side, scope.heading, scope.fact)
            if isinstance(found, Interval):
                return _range(subject, node, side, found)
    return _WHATEVER


def _range(subject: Subject, node: e.Compare, side: e.Expression, found: Interval) -> Words:
    """Say what the unknown side of a comparison can be."""
    text = subject.source.text[side.span.start : side.span.end]
    every = interval_words(found, writer(walk(node)))
    return Words(f"`{text}` is {every.en}", f"`{text}` 的取值为 {every.zh}")
