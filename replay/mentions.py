"""What the rules name beside each fact: the figures, days and texts at which its points may turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import get_args

from ..diagnostics import Span
from ..grammar import expressions as e
from ..grammar import statements as s
from ..grammar.statements import Calendar
from ..grammar.walk import walk
from ..interpreter.declare import exact_of
from ..interpreter.depends import is_comparison
from ..interpreter.interval import Exact
from ..interpreter.model import DefineModel, FactModel, FieldModel, Group, Model
from ..interpreter.reads import nodes_of_heading

_FROM_SHORTEST: tuple[Calendar, ...] = get_args(Calendar)


@dataclass(slots=True)
class Mentions:
    """The literals of all lines that read one fact; shares are shares of 1, days ordinals."""

    numbers: set[Exact] = field(default_factory=set[Exact])
    shares: set[Exact] = field(default_factory=set[Exact])
    days: set[int] = field(default_factory=set[int])
    texts: set[str] = field(default_factory=set[str])
    fields: set[str] = field(default_factory=set[str])
    """The names of the fact's fields that some line reads."""
    calendar: Calendar | None = None
    """The shortest stretch of the calendar that is told apart."""
    compared: bool = False
    """Whether units are compared by it."""

    def add(self, other: Mentions) -> None:
        """Take in what another line names; its fields are another fact's, too."""
        self.numbers |= other.numbers
        self.shares |= other.shares
        self.days |= other.days
        self.texts |= other.texts
        self.compared = self.compared or other.compared
        if other.calendar is not None:
            self.calendar = _shorter(self.calendar, other.calendar)


def mentions(model: Model) -> dict[str, Mentions]:
    """Give for each fact that some line reads, by name, in the order declared, what those lines name."""
    found: dict[str, Mentions] = {}
    for root in _lines(model):
        facts, fields, named = _reading(root, model)
        for fact in facts:
            entry = found.setdefault(fact.name, Mentions())
            entry.add(named)
            entry.fields |= {name for name, one in fact.fields.items() if one.span in fields}
    return {name: found[name] for name in model.facts if name in found}


def compares_units(model: Model) -> bool:
    """Tell whether one unit's points, or its grade, may hang on another's evidence."""
    if any(grade.quota is not None for grade in model.grades):
        return True
    return any(is_comparison(node) for root in [*_lines(model), *_defines(model)] for node in walk(root))


def _lines(model: Model) -> Iterator[e.Node]:
    """Give all that reads facts: the lines of headings, and those on results."""
    for heading in model.headings:
        yield from nodes_of_heading(heading)
        yield from (cap for part in heading.parts if isinstance(part, Group) for cap in part.node.caps)
    yield from (veto.condition for veto in model.vetoes)
    yield from (grade.condition for grade in model.grades if grade.condition is not None)
    yield from model.tie_break.keys if model.tie_break else ()


def _defines(model: Model) -> Iterator[e.Node]:
    yield from (define.node for define in model.defines.values())


def _reading(root: e.Node, model: Model) -> tuple[list[FactModel], set[Span], Mentions]:
    """Give the facts that a line reads, the places of the fields it reads, and what it names; definitions followed."""
    facts: dict[str, FactModel] = {}
    fields: set[Span] = set()
    named = Mentions()
    waiting, followed, points = [root], set[str](), set[Span]()
    while waiting:
        for node in walk(waiting.pop()):
            points |= {figure.span for figure in _points(node)}
            if node.span not in points:
                _note(node, named)
            match model.symbols.get(node.span) if isinstance(node, e.Name) else None:
                case FactModel() as fact:
                    facts[fact.name] = fact
                case FieldModel(span=span):
                    fields.add(span)
                case DefineModel() as define if define.name not in followed:
                    followed.add(define.name)
                    waiting.append(define.node)
                case _:
                    pass
    return list(facts.values()), fields, named


def _note(node: e.Node, named: Mentions) -> None:
    named.compared = named.compared or is_comparison(node)
    match node:
        case e.Number():
            named.numbers.add(exact_of(node))
        case e.Percent():
            named.shares.add(exact_of(node))
        case e.Date() if node.value is not None:
            named.days.add(node.value.toordinal())
        case e.Text():
            named.texts.add(node.value)
        case s.Cap(per=per) | s.Quota(per=per) if per is not None:
            named.calendar = _shorter(named.calendar, per)
        case _:
            pass


def _points(node: e.Node) -> Iterator[e.Node]:
    """Give the plain figures of a line that are points: no fact is ever held against them."""
    match node:
        case s.Effect(amount=e.Number() as figure) | s.Score(amount=e.Number() as figure):
            yield figure
        case s.Row(outcome=e.Number() as figure) | s.Cap(limit=e.Number() as figure):
            yield figure
        case _:
            pass


def _shorter(one: Calendar | None, other: Calendar) -> Calendar:
    return other if one is None or _FROM_SHORTEST.index(other) < _FROM_SHORTEST.index(one) else one
