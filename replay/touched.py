"""Which headings a change of evidence can reach: those that read it, and all that are reckoned from these."""

from __future__ import annotations

from collections.abc import Iterable

from ..grammar import expressions as e
from ..grammar.walk import walk
from ..interpreter.model import DefineModel, HeadingModel, Model
from ..interpreter.reads import nodes_of_heading
from .change import Change
from .still import concerned


def touched(model: Model, changes: Iterable[Change]) -> frozenset[int]:
    """Give the numbers of the headings whose points may move with some changes of one unit's evidence."""
    numbers: set[int] = set()
    for change in changes:
        for heading in concerned(change, model):
            numbers |= _with_below(heading) if heading.applies else {heading.number}
    for index in model.order:  # what a heading's points are reckoned from comes before it
        heading = model.headings[index]
        if any(child.number in numbers for child in heading.children) or _reads_points(heading, numbers, model):
            numbers.add(index)
    return frozenset(numbers)


def _with_below(heading: HeadingModel) -> set[int]:
    """Give a heading and all below it: whom it concerns decides with whom they are compared."""
    found = {heading.number}
    waiting = [*heading.children]
    while waiting:
        child = waiting.pop()
        found.add(child.number)
        waiting += child.children
    return found


def _reads_points(heading: HeadingModel, numbers: set[int], model: Model) -> bool:
    """Tell whether a heading's lines read the points of some headings, through definitions, too."""
    seen: set[str] = set()
    waiting: list[e.Node] = list(nodes_of_heading(heading))
    while waiting:
        for node in walk(waiting.pop()):
            if isinstance(node, e.Total | e.EverySection):
                return True  # of whatever they are the points
            if isinstance(node, e.PointsOf) and model.labels[node.label.text].number in numbers:
                return True
            symbol = model.symbols.get(node.span) if isinstance(node, e.Name) else None
            if isinstance(symbol, DefineModel) and symbol.name not in seen:
                seen.add(symbol.name)
                waiting.append(symbol.node)
    return False
