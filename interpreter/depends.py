"""What each heading's points hang on: facts and marks, read by its own lines or by what it adds up; other units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from ..grammar import expressions as e
from ..grammar import statements as s
from ..grammar.walk import walk
from .model import DefineModel, FactModel, Group, HeadingModel, Model
from .reads import nodes_of_heading


class Source(NamedTuple):
    """Something that evidence says: of a fact by its name, or for a heading by its number: its mark or ruling."""

    kind: Literal["fact", "heading"]
    name: str


class Dependences(NamedTuple):
    """The headings, by number, whose points may hang on each source, and those that hang on other units' evidence."""

    by_source: Mapping[Source, frozenset[int]]
    on_others: frozenset[int]


def dependences(model: Model) -> Dependences:
    """Go through the headings, each after all that its points depend on."""
    above = _conditions_above(model)
    sources: dict[int, set[Source]] = {}
    on_others: set[int] = set()
    for index in model.order:
        heading = model.headings[index]
        nodes = list(_nodes([*_own(heading), *above[index]], model))
        others = [child.number for child in heading.children]
        others += [model.labels[node.label.text].number for node in nodes if isinstance(node, e.PointsOf)]
        own = {Source("heading", heading.label), *_facts(nodes, model)}
        sources[index] = own.union(*(sources[other] for other in others))
        if any(map(is_comparison, nodes)) or not on_others.isdisjoint(others):
            on_others.add(index)
    by_source: dict[Source, set[int]] = {}
    for index, found in sources.items():
        for source in found:
            by_source.setdefault(source, set()).add(index)
    return Dependences({source: frozenset(found) for source, found in by_source.items()}, frozenset(on_others))


def is_comparison(node: e.Node) -> bool:
    """Tell whether a node compares units."""
    match node:
        case e.RankOf() | e.Aggregate(source=e.AcrossUnits()) | s.Applies(otherwise="peer mean"):
            return True
        case _:
            return False


def _conditions_above(model: Model) -> dict[int, list[e.Node]]:
    """Give the conditions of the headings above each: a comparison leaves out the units they don't concern."""
    found: dict[int, list[e.Node]] = {model.rubric.number: []}
    for heading in model.headings:  # parents first
        below = found[heading.number] + ([heading.applies.condition] if heading.applies else [])
        found |= {child.number: below for child in heading.children}
    return found


def _own(heading: HeadingModel) -> list[e.Node]:
    caps = [cap for part in heading.parts if isinstance(part, Group) for cap in part.node.caps]
    return [*nodes_of_heading(heading), *caps]


def _nodes(roots: list[e.Node], model: Model) -> Iterator[e.Node]:
    """Give all that some lines are made of, definitions followed."""
    waiting = list(roots)
    followed: set[str] = set()
    while waiting:
        for node in walk(waiting.pop()):
            yield node
            symbol = model.symbols.get(node.span) if isinstance(node, e.Name) else None
            if isinstance(symbol, DefineModel) and symbol.name not in followed:
                followed.add(symbol.name)
                waiting.append(symbol.node)


def _facts(nodes: list[e.Node], model: Model) -> set[Source]:
    symbols = (model.symbols.get(node.span) for node in nodes if isinstance(node, e.Name))
    return {Source("fact", symbol.name) for symbol in symbols if isinstance(symbol, FactModel)}
