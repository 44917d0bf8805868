"""Where each fact, field and definition of a rubric is read: for the linter, and for `psr facts`.

Takes a resolved rubric. What an example says of a fact is evidence made up, not a reading of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..diagnostics import Span
from ..grammar import expressions as e
from ..grammar import statements as s
from ..grammar.walk import walk
from ..interpreter.model import DefineModel, FactModel, FieldModel, Model, Symbol


class Use(NamedTuple):
    """One place that reads something: the name as it stands there, its line, and the heading the line stands under.

    ``heading`` is None for a definition, a grade, a veto or ``tie break by``, which belong to no heading.
    """

    name: e.Name
    line: s.Statement
    heading: s.Heading | None


Uses = Mapping[Span, list[Use]]
"""The places that read what is declared, by the stretch of the declared name; nothing for what nobody reads."""


def uses_of(model: Model) -> Uses:
    """Find all places that read a fact, a field or a definition, each list in the order of the file."""
    found: dict[Span, list[Use]] = {}
    heading: s.Heading | None = None
    for line in model.document.statements:
        if isinstance(line, s.Heading):
            heading = line
        if isinstance(line, s.GivenFact):
            continue
        owner = None if isinstance(line, s.Define | s.Grade | s.Veto | s.TieBreak) else heading
        for node in walk(line):
            symbol = model.symbols.get(node.span) if isinstance(node, e.Name) else None
            if isinstance(node, e.Name) and symbol is not None:
                for declared in _declared(symbol, line, model):
                    found.setdefault(declared, []).append(Use(node, line, owner))
    return found


def _declared(symbol: Symbol, line: s.Statement, model: Model) -> Iterator[Span]:
    match symbol:
        case FactModel():
            yield symbol.span
        case DefineModel():
            yield symbol.node.name.span
        case FieldModel():
            yield symbol.span
            if isinstance(line, s.Define):
                yield from _namesakes(symbol, line, model)
        case _:
            return  # a value of a choice


def _namesakes(field: FieldModel, line: s.Define, model: Model) -> Iterator[Span]:
    """Give the fields of the same name that a definition reads too: it serves every fact that has one."""
    events = model.defines[line.name.text].events or ()
    for name in sorted(events):
        other = model.facts[name].fields.get(field.name)
        if other is not None and other.span != field.span:
            yield other.span
