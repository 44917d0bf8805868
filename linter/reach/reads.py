"""What a heading's own lines read and name: where a search for telling evidence begins."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...grammar import expressions as e
from ...grammar import statements as s
from ...grammar.walk import children
from ...interpreter.declare import exact_of
from ...interpreter.interval import Exact
from ...interpreter.model import DefineModel, FactModel, Group, HeadingModel, Model


@dataclass(slots=True)
class Reads:
    """The facts that lines read, by name, and the values that they name."""

    own: dict[str, FactModel] = field(default_factory=dict[str, FactModel])
    compared: dict[str, FactModel] = field(default_factory=dict[str, FactModel])
    """Those of other units, too."""
    earlier: dict[str, FactModel] = field(default_factory=dict[str, FactModel])
    """Those of last year."""
    numbers: set[Exact] = field(default_factory=set[Exact])
    shares: set[Exact] = field(default_factory=set[Exact])
    days: set[int] = field(default_factory=set[int])
    texts: set[str] = field(default_factory=set[str])
    headings: dict[int, HeadingModel] = field(default_factory=dict[int, HeadingModel])
    """Other headings whose points are read."""
    calendar: bool = False
    """Whether months, quarters or years are told apart."""
    compares: bool = False
    """Whether units are compared at all."""


def reads_of(heading: HeadingModel, model: Model) -> Reads:
    """Give what a heading's own lines read, through definitions too."""
    found = Reads()
    waiting: list[tuple[e.Node, bool, bool]] = [(node, False, False) for node in _nodes(heading)]
    seen: set[tuple[str, bool, bool]] = set()
    while waiting:
        node, compared, earlier = waiting.pop()
        _note(node, found)
        compared = compared or isinstance(node, e.RankOf) or _is_across(node)
        earlier = earlier or isinstance(node, e.Previous)
        found.compares = found.compares or compared
        if isinstance(node, e.PointsOf):
            other = model.labels[node.label.text]
            found.headings[other.number] = other
        waiting += [(child, compared, earlier) for child in children(node)]
        symbol = model.symbols.get(node.span) if isinstance(node, e.Name) else None
        if isinstance(symbol, FactModel):
            _add(symbol, found, compared, earlier)
        elif isinstance(symbol, DefineModel) and (symbol.name, compared, earlier) not in seen:
            seen.add((symbol.name, compared, earlier))
            waiting.append((symbol.node, compared, earlier))
    return found


def _nodes(heading: HeadingModel) -> list[e.Node]:
    nodes: list[e.Node] = []
    for part in heading.parts:
        if isinstance(part, Group):
            nodes += [*part.lines, *part.node.caps, *([part.applies] if part.applies else [])]
        else:
            nodes.append(part)
    return [*nodes, *([heading.applies] if heading.applies else [])]


def _is_across(node: e.Node) -> bool:
    if isinstance(node, s.Applies):
        return node.otherwise == "peer mean"
    return isinstance(node, e.Aggregate) and isinstance(node.source, e.AcrossUnits)


def _add(fact: FactModel, found: Reads, compared: bool, earlier: bool) -> None:
    if earlier:
        found.earlier[fact.name] = fact
        return
    found.own[fact.name] = fact
    if compared:
        found.compared[fact.name] = fact


def _note(node: e.Node, found: Reads) -> None:
    match node:
        case e.Number():
            found.numbers.add(exact_of(node))
        case e.Percent():
            found.shares.add(exact_of(node))
        case e.Date() if node.value is not None:
            found.days.add(node.value.toordinal())
        case e.Text():
            found.texts.add(node.value)
        case s.Cap() | s.Quota():
            found.calendar = found.calendar or node.per is not None
        case _:
            pass
