"""What an expression, a line or a heading reads: for the derivation, and to say which evidence is still missing."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import expressions as e
from ..grammar import statements as s
from ..grammar.walk import children, walk
from .model import DefineModel, FactModel, Group, HeadingModel, Model


def notable(node: e.Node, model: Model) -> tuple[e.Expression, ...]:
    """Give the parts of a line, or of an expression, whose values explain it: facts, definitions, ranks, means, points.

    What depends on a single event is left out: it is shown with the event.
    """
    found: list[e.Expression] = []
    waiting: list[e.Node] = [child for child in children(node) if not isinstance(child, s.Row)]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, s.PerEvent):
            waiting = [*([node.quota] if node.quota else []), *waiting]
        elif isinstance(node, e.RankOf | e.Aggregate | e.PointsOf | e.Total | e.Previous):
            found.append(node)
        elif isinstance(node, e.Name):
            symbol = model.symbols.get(node.span)
            if isinstance(symbol, FactModel) or (isinstance(symbol, DefineModel) and symbol.events is None):
                found.append(node)
        else:
            waiting = [*children(node), *waiting]
    return tuple(dict.fromkeys(found))


def facts_of(node: e.Node, model: Model) -> Iterator[FactModel]:
    """Give the facts that a node reads, through definitions too, each once."""
    seen: set[str] = set()
    waiting = [node]
    while waiting:
        for part in walk(waiting.pop()):
            symbol = model.symbols.get(part.span) if isinstance(part, e.Name) else None
            if isinstance(symbol, FactModel | DefineModel) and symbol.name not in seen:
                seen.add(symbol.name)
                if isinstance(symbol, FactModel):
                    yield symbol
                else:
                    waiting.append(symbol.node)


def facts_of_heading(heading: HeadingModel, model: Model) -> tuple[FactModel, ...]:
    """Give the facts that a heading's own lines read, in the order in which they were declared."""
    found = {fact.number: fact for node in nodes_of_heading(heading) for fact in facts_of(node, model)}
    return tuple(found[index] for index in sorted(found))


def nodes_of_heading(heading: HeadingModel) -> list[e.Node]:
    """Give a heading's own lines, those of its groups in their places, and whom it and they concern."""
    nodes: list[e.Node] = []
    for part in heading.parts:
        nodes += [*part.lines, *([part.applies] if part.applies else [])] if isinstance(part, Group) else [part]
    if heading.applies:
        nodes.append(heading.applies)
    return nodes
