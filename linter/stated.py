"""The figures that the rules of a clause state, by what they can mean there: points, or a threshold.

A number of times that is asked for is no number of points, and what an item is worth is no threshold. Most other
figures may be either: in doubt a figure counts as stated. Of the facts only those count that the clause reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from ..diagnostics import Span
from ..grammar import expressions as e
from ..grammar import statements as s
from ..grammar.node import Node
from ..grammar.walk import walk
from .clauses import Clause, exact, value_of_literal


class Stated(NamedTuple):
    """What rules state: figures that can be points, that can be thresholds, or only the most that can be had."""

    points: set[Fraction]
    thresholds: set[Fraction]
    limits: set[Fraction]


class Declarations:
    """The facts and definitions of a file, by their names, and the figures that they bring along."""

    def __init__(self, document: s.Document) -> None:
        """Take the whole file: a rule may read what is declared below it."""
        self._facts = {line.name.text: line for line in document.statements if isinstance(line, s.Fact)}
        self._defines = {line.name.text: line for line in document.statements if isinstance(line, s.Define)}

    def words_for(self, fact: str) -> set[str]:
        """Give what people call a fact: its name, and its label."""
        declared = self._facts.get(fact)
        label = None if declared is None else declared.label
        return {fact, label.value} if label is not None and label.value else {fact}

    def read(self, nodes: Iterable[Node]) -> Iterator[s.Fact | s.Define]:
        """Give what some nodes read, through definitions too."""
        waiting = list(_names(nodes))
        seen: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            if name in self._facts:
                yield self._facts[name]
            elif name in self._defines:
                yield self._defines[name]
                waiting += _names(walk(self._defines[name]))


def stated(clause: Clause, declarations: Declarations) -> Stated:
    """Give what the lines and headings of a clause state, and what it reads."""
    kin = clause.kin
    nodes = [node for one in kin for node in one.nodes]
    quotas = {node.quota.of.span for node in nodes if isinstance(node, s.PerEvent) and node.quota is not None}
    amounts = set(_spans_of_points(kin))
    points = _figures(node for node in nodes if node.span not in quotas) | clause.heading_figures()
    thresholds = _figures(node for node in nodes if node.span not in amounts)
    ends: set[Fraction] = set()
    for line in declarations.read(nodes):
        if isinstance(line, s.Define):
            points |= _figures(walk(line))
            thresholds |= _figures(walk(line))
        else:
            ends |= _ends(line)
    steps = {figure.value for one in kin for figure in one.stated_points()}
    return Stated(points, thresholds | ends, ends | {step * end for step in steps for end in ends})


def _names(nodes: Iterable[Node]) -> Iterator[str]:
    return (node.text for node in nodes if isinstance(node, e.Name))


def _figures(nodes: Iterable[Node]) -> set[Fraction]:
    """Give the numbers among some nodes, percentages as they are written too; `x / 3` says a third."""
    found: set[Fraction] = set()
    for node in nodes:
        if isinstance(node, e.Number | e.Percent):
            found |= {value_of_literal(node), exact(node.value)}
        elif isinstance(node, e.Arithmetic) and node.operator == "/" and isinstance(node.right, e.Number):
            found |= {1 / exact(node.right.value)} if node.right.value else set()
    return found


def _spans_of_points(clauses: Iterable[Clause]) -> Iterator[Span]:
    """Give where points stand that are surely no threshold: worths, amounts and outcomes; a cap may be folded."""
    for clause in clauses:
        if clause.heading.worth is not None:
            yield clause.heading.worth.span
        for figure in clause.stated_points():
            if not figure.caps:
                yield figure.node.span


def _ends(fact: s.Fact) -> set[Fraction]:
    kinds = (fact.type, *(field.type for field in fact.fields))
    ends = [end for kind in kinds for end in (kind.low, kind.high)]
    return {value_of_literal(end) for end in ends if isinstance(end, e.Number | e.Percent)}
