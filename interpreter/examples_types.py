"""Gathers the examples of a file and checks what they name (specification: "Examples")."""

from __future__ import annotations

from ..diagnostics.catalogue import names, types
from ..grammar import expressions as e
from ..grammar import statements as s
from .declare import literal
from .expression_types import Names
from .model import ExampleModel, Type
from .problems import Problems, listed, nearest


def check_examples(document: s.Document, names_of: Names, problems: Problems) -> tuple[ExampleModel, ...]:
    """Give the examples of a file, in order."""
    examples: list[tuple[s.Example, list[s.GivenFact | s.GivenPoints], list[s.Expect]]] = []
    for line in document.statements:
        match line:
            case s.Example():
                examples.append((line, [], []))
            case s.GivenFact() | s.GivenPoints() | s.Expect() if not examples:
                problems.say(names.NOT_IN_A_HEADING, line.span)
            case s.GivenFact():
                examples[-1][1].append(line)
                _given(line, names_of, problems)
            case s.GivenPoints():
                examples[-1][1].append(line)
                _label(line.label, names_of, problems)
            case s.Expect():
                examples[-1][2].append(line)
                _expected(line, names_of, problems)
            case _:
                pass
    return tuple(ExampleModel(node, tuple(given), tuple(expected)) for node, given, expected in examples)


def _given(line: s.GivenFact, names_of: Names, problems: Problems) -> None:
    fact = names_of.facts.get(line.name.text)
    if fact is None:
        near = nearest(line.name.text, names_of.facts)
        help = names.DID_YOU_MEAN if near else None
        at = problems.line(names_of.facts[near].span) if near else 0
        problems.say(names.UNKNOWN_NAME, line.name.span, help=help, name=line.name.text, near=near, line=at)
        return
    names_of.symbols[line.name.span] = fact
    _stated(line.stated, fact.type, fact.name, problems)
    for detail in line.details:
        field = fact.fields.get(detail.name.text)
        if field is None:
            problems.say(
                names.UNKNOWN_FIELD, detail.name.span, fact=fact.name, name=detail.name.text, fields=listed(fact.fields)
            )
        else:
            names_of.symbols[detail.name.span] = field
            _stated(detail.stated, field.type, field.name, problems)


def _stated(stated: s.Stated, kind: Type, name: str, problems: Problems) -> None:
    if stated.how not in ("value", "unknown", "n/a") and kind.kind in ("yes/no", "text", "choice"):
        problems.say(types.NOT_IN_ORDER, stated.span, kind=types.KINDS[kind.kind])
        return
    for value in stated.values:
        literal(value, kind, name, problems)


def _label(label: e.ItemLabel, names_of: Names, problems: Problems) -> None:
    if label.text not in names_of.labels:
        problems.say(names.UNKNOWN_LABEL, label.span, label=label.text, labels=listed(names_of.labels))


def _expected(line: s.Expect, names_of: Names, problems: Problems) -> None:
    if isinstance(line.of, e.ItemLabel):
        _label(line.of, names_of, problems)
    wanted = "text" if line.of == "grade" else "number"
    if isinstance(line.low, e.Text) != (wanted == "text"):
        found = types.KINDS["text" if isinstance(line.low, e.Text) else "number"]
        problems.say(types.WRONG_TYPE, line.low.span, found=found, wanted=types.KINDS[wanted])
