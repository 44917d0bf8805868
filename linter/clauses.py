"""The regulation's words beside the rules made of them: for each clause its sentences and the figures of its lines.

A clause is an item with its parts and groups, or what stands directly under a section or the rubric; a part with a
source of its own is held against that first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from ..grammar import expressions as e
from ..grammar import statements as s
from ..grammar.node import Node
from ..grammar.walk import walk


class RuleFigure(NamedTuple):
    """A figure that a line states: points, times or a share of 1; where; and whether it is a cap."""

    value: Fraction
    node: Node
    caps: bool = False


@dataclass(slots=True)
class Clause:
    """A heading with its own sources and lines, and the parts that belong to it."""

    heading: s.Heading
    above: tuple[s.Heading, ...]
    sources: list[e.Text] = field(default_factory=list[e.Text])
    lines: list[s.Line] = field(default_factory=list[s.Line])
    nodes: list[Node] = field(default_factory=list[Node])
    parts: list[Clause] = field(default_factory=list["Clause"])
    whole: Clause | None = None

    @property
    def kin(self) -> list[Clause]:
        """The clause itself, with its parts, or with the item that it is a part of."""
        return [self, *self.parts, *([self.whole] if self.whole else [])]

    def sentences(self) -> str:
        """Give all that the regulation says to it, and to its item or its parts."""
        return "\n".join(text.value for clause in self.kin for text in clause.sources)

    def stated_points(self) -> Iterator[RuleFigure]:
        """Give the fixed points of its own lines: amounts, outcomes, caps; zero is no figure."""
        for node in _points_of(self.lines):
            if isinstance(node, e.Number) and node.value:
                yield RuleFigure(exact(node.value), node)
        for node in self.nodes:
            if isinstance(node, s.Cap) and isinstance(node.limit, e.Number) and node.limit.value:
                yield RuleFigure(exact(node.limit.value), node.limit, caps=True)

    def stated_thresholds(self) -> Iterator[RuleFigure]:
        """Give the fixed quotas and limits that its own lines hold something against."""
        for node in self.nodes:
            match node:
                case s.Quota(of=(e.Number() | e.Percent()) as bound, per=None):
                    yield RuleFigure(value_of_literal(bound), bound)
                case e.Compare(right=(e.Number() | e.Percent()) as bound):
                    yield RuleFigure(value_of_literal(bound), bound)
                case _:
                    pass

    def heading_figures(self) -> set[Fraction]:
        """Give the figures of the headings that it belongs to: worths, ranges, starts."""
        return {abs(figure) for one in self.kin for figure in _in_headings([one.heading, *one.above])}

    def worths(self) -> set[Fraction]:
        """Give what it and the headings above it are worth."""
        headings = [heading for clause in self.kin for heading in (clause.heading, *clause.above)]
        return {exact(heading.worth.value) for heading in headings if heading.worth is not None}

    def is_plain(self) -> bool:
        """Tell whether it gives and takes fixed points only: no formula, no mark, no step other than one."""
        return all(_is_plain(line) for clause in [self, *self.parts] for line in clause.lines)


def clauses(document: s.Document) -> list[Clause]:
    """Give all clauses of a file, each part behind its item."""
    above: dict[s.Rank, s.Heading] = {}
    item: Clause | None = None
    current: Clause | None = None
    found: list[Clause] = []
    for line in document.statements:
        if isinstance(line, s.Heading):
            if line.rank == "part" and item is not None and item.heading.rank == "item":
                current = Clause(line, item.above, whole=item)
                item.parts.append(current)
            else:
                above = {rank: heading for rank, heading in above.items() if _DEPTH[rank] < _DEPTH[line.rank]}
                current = item = Clause(line, tuple(above.values()))
                above[line.rank] = line
            current.nodes += walk(line)  # its caps
            found.append(current)
        elif current is not None and isinstance(line, s.Source):
            current.sources += line.lines
        elif current is not None and isinstance(line, s.Effect | s.Score | s.Void | s.Judge | s.Applies):
            current.lines.append(line)
            current.nodes += walk(line)
    return found


_DEPTH: dict[s.Rank, int] = {"rubric": 0, "section": 1, "item": 2, "part": 3}


def value_of_literal(node: e.Number | e.Percent) -> Fraction:
    """Give a number as it is, a percentage as a share of 1."""
    return exact(node.value) / 100 if isinstance(node, e.Percent) else exact(node.value)


@lru_cache(maxsize=1024)
def exact(value: Decimal) -> Fraction:
    """Give a figure as a fraction; the same few stand all over a rubric."""
    return Fraction(value)


def _points_of(lines: Iterable[s.Line]) -> Iterator[e.Expression | None]:
    for line in lines:
        if isinstance(line, s.Effect):
            yield line.amount
            yield from (row.outcome for row in line.rows)
        elif isinstance(line, s.Score):
            yield line.amount


def _in_headings(headings: Iterable[s.Heading]) -> Iterator[Fraction]:
    for heading in headings:
        if heading.range is not None:
            yield from (exact(end) for end in (heading.range.low, heading.range.high) if end is not None)
        if heading.start is not None and not isinstance(heading.start.at, str):
            yield exact(heading.start.at)
        if heading.worth is not None:
            yield exact(heading.worth.value)


def _is_plain(line: s.Line) -> bool:
    match line:
        case s.Judge():
            return False
        case s.Effect(per=s.PerStep(step=step)) if step.value != 1:
            return False
        case _:
            return all(node is None or isinstance(node, e.Number | e.Worth) for node in _points_of([line]))
