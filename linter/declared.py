"""The names that a rubric declares, by the lists in which a reader has to tell them apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..diagnostics import Span
from ..grammar import statements as s
from ..grammar.walk import walk
from ..interpreter.model import Model


class Declared(NamedTuple):
    """A declared name, where it stands, and its label for people; empty where it has none of its own."""

    name: str
    span: Span
    label: str = ""
    label_span: Span | None = None


def name_lists(model: Model) -> Iterator[list[Declared]]:
    """Give the facts and definitions together, the fields of each fact, the values of each choice; then the numbers."""
    top: list[Declared] = []
    for line in model.document.statements:
        if isinstance(line, s.Fact):
            top.append(_labelled(line))
            yield [_labelled(field) for field in line.fields]
            for node in walk(line):
                if isinstance(node, s.FactType):
                    yield [_labelled(option) for option in node.options]
        elif isinstance(line, s.Define):
            top.append(Declared(line.name.text, line.name.span))
    yield top
    labels = [line.label for line in model.document.statements if isinstance(line, s.Heading) and line.label]
    yield [Declared(label.text, label.span) for label in labels]


def _labelled(node: s.Fact | s.Field | s.Option) -> Declared:
    label = node.label
    return Declared(node.name.text, node.name.span, label.value if label else "", label.span if label else None)
