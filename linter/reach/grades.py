"""Which grades a unit can get: the total is cut at the figures that the grades name, and each piece is graded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...grammar import expressions as e
from ...grammar.walk import walk
from ...interpreter import interval as i
from ...interpreter.interval import Exact, Quantity
from ...interpreter.model import DefineModel, Model
from ...interpreter.points import scaled
from ...interpreter.program import Program
from ...interpreter.runtime import Unit

_MOST_FIGURES = 40
"""Beyond so many figures the total is not cut: what is said is still true, only less."""


class Attainable(NamedTuple):
    """The grades, by number, that a unit can get, and those whose condition some unit can meet."""

    given: frozenset[int]
    met: frozenset[int]


def attainable(program: Program, anyone: Unit, total: Quantity) -> Attainable:
    """Give the grades that a unit of which nothing is known can get with such a total, in ten-thousand-millionths."""
    given: set[int] = set()
    met: set[int] = set()
    for piece in _pieces(total, _figures(program.model)):
        may_get, may_meet = program.grades(anyone, piece)
        given.update(may_get)
        met.update(may_meet)
    return Attainable(frozenset(given), frozenset(met))


def _figures(model: Model) -> list[int]:
    """Give the figures that results name; none where units are compared, for others may have any total."""
    found: set[int] = set()
    conditions = [grade.condition for grade in model.grades if grade.condition is not None]
    waiting: list[e.Node] = [*conditions, *(veto.condition for veto in model.vetoes)]
    seen: set[str] = set()
    while waiting:
        for node in walk(waiting.pop()):
            if isinstance(node, e.RankOf | e.AcrossUnits):
                return []
            if isinstance(node, e.Number):
                found.add(scaled(node.value))
            symbol = model.symbols.get(node.span) if isinstance(node, e.Name) else None
            if isinstance(symbol, DefineModel) and symbol.name not in seen:
                seen.add(symbol.name)
                waiting.append(symbol.node)
    return sorted(found) if len(found) <= _MOST_FIGURES else []


def _pieces(total: Quantity, figures: list[int]) -> Iterator[Quantity]:
    """Cut an interval at some figures: the figures themselves, and what lies between them."""
    low, high = i.low_end(total), i.high_end(total)
    for figure in figures:
        at: tuple[int, Exact, int] = (0, figure, 0)
        if low <= at <= high:
            if low < at:
                yield i.from_ends(low, (0, figure, -1))
            yield figure
            low = (0, figure, 1)
    if low <= high:
        yield i.from_ends(low, high)
