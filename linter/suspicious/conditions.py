"""Every place of a rubric at which a condition stands, with what its names mean there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...grammar import expressions as e
from ...grammar import statements as s
from ...grammar.node import Node
from ...grammar.walk import children
from ...interpreter.model import FactModel, Group, HeadingModel, Model


class Scope(NamedTuple):
    """Whose worth is meant, and the fact whose events are round about."""

    heading: HeadingModel | None = None
    fact: FactModel | None = None


class Condition(NamedTuple):
    """A condition, what its names mean, and what hangs on it: a line, a filter, a branch or a definition."""

    node: e.Expression
    scope: Scope
    owner: Node


class Chain(NamedTuple):
    """``if C then A else if D then B else …``: the conditions, in the order in which they are tried."""

    conditions: tuple[e.Expression, ...]
    scope: Scope


def conditions(model: Model) -> Iterator[Condition]:
    """Give every condition: of lines, grades, vetoes, filters, in the midst of expressions, and those with a name."""
    for node, scope in _places(model):
        if isinstance(node, e.IfElse):
            yield Condition(node.condition, scope, node)
        elif isinstance(node, e.Aggregate) and node.where is not None:
            yield Condition(node.where, scope._replace(fact=_events(node, model)), node)
        elif isinstance(node, s.PerEvent) and node.where is not None:
            yield Condition(node.where, scope, node)
        elif isinstance(node, s.Effect | s.Score | s.Void | s.Applies | s.Grade | s.Veto):
            if node.condition is not None:
                yield Condition(node.condition, scope._replace(fact=None), node)
        elif isinstance(node, s.Define) and node.value is not None and model.defines[node.name.text].kind == "yes/no":
            yield Condition(node.value, scope, node)


def chains(model: Model) -> Iterator[Chain]:
    """Give every chain of ``if … else if …``, each from its beginning."""
    later: set[int] = set()
    for node, scope in _places(model):
        if isinstance(node, e.IfElse) and id(node) not in later:
            found: list[e.Expression] = []
            link: e.Expression = node
            while isinstance(link, e.IfElse):
                later.add(id(link))
                found.append(link.condition)
                link = link.otherwise
            yield Chain(tuple(found), scope)


def _places(model: Model) -> Iterator[tuple[Node, Scope]]:
    """Give every node of a rubric's rules, with the scope in which it stands; parents first."""
    waiting = list(_lines(model))
    while waiting:
        node, scope = waiting.pop()
        yield node, scope
        inside = scope._replace(fact=_events(node, model)) if isinstance(node, e.Aggregate) else scope
        for child in reversed(tuple(children(node))):
            outside = isinstance(node, s.Effect) and (child is node.condition or isinstance(child, s.Cap))
            outside = outside or isinstance(child, s.Quota | e.AcrossUnits)
            waiting.append((child, inside._replace(fact=None) if outside else inside))


def _lines(model: Model) -> Iterator[tuple[Node, Scope]]:
    for heading in model.headings:
        own = Scope(heading)
        if heading.applies is not None:
            yield heading.applies, own
        for part in heading.parts:
            if isinstance(part, Group):
                yield from ((cap, own) for cap in part.node.caps)
                if part.applies is not None:
                    yield part.applies, own
        for line in heading.lines:
            per = line.per if isinstance(line, s.Effect) else None
            yield line, Scope(heading, model.facts[per.fact.text] if isinstance(per, s.PerEvent) else None)
    for define in model.defines.values():
        events = define.events or frozenset()
        if len(events) < 2:
            yield define.node, Scope(None, next((model.facts[name] for name in events), None))
    yield from ((line, Scope()) for line in (*model.grades, *model.vetoes))
    if model.tie_break is not None:
        yield model.tie_break, Scope()


def _events(node: e.Aggregate, model: Model) -> FactModel | None:
    """Give the fact whose events an aggregate goes through; none where it goes through units."""
    if isinstance(node.source, e.Over):
        return model.facts[node.source.fact.text]
    counted = node.of if node.source is None and isinstance(node.of, e.Name) else None
    return model.facts.get(counted.text) if counted is not None else None
