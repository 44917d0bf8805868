"""Rubrics in the small for tests: read a text, score evidence, say what was found."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from psr.diagnostics import Diagnostic, SourceFile
from psr.diagnostics.render import render_all
from psr.grammar.parser import parse
from psr.interpreter.examples import run_examples
from psr.interpreter.facts import Event, Evidence, Mark, Missing, Ruling, UnitFacts, Value
from psr.interpreter.interval import Interval
from psr.interpreter.model import Model
from psr.interpreter.points import POINT
from psr.interpreter.program import Program
from psr.interpreter.resolve import resolve
from psr.interpreter.result import Result

UNKNOWN, NOT_APPLICABLE = Missing.UNKNOWN, Missing.NOT_APPLICABLE


def diagnose(text: str, name: str = "rubric.psr") -> tuple[Model | None, list[Diagnostic]]:
    """Parse and resolve a text; give the model, if it has one, and all that was found."""
    source = SourceFile(name, text)
    document, syntax = parse(source)
    model, found = resolve(document, source)
    return model, [*syntax, *found]


def program(text: str) -> Program:
    """Compile a rubric that has no mistake and whose examples come out."""
    model, found = diagnose(text)
    assert render_all(found) == ""
    assert model is not None
    compiled = Program(model)
    assert render_all(run_examples(compiled)) == ""
    return compiled


def unit(name: str = "A", marks: dict[str, Any] | None = None, rulings: dict[str, Any] | None = None, **facts: Any):
    """Make one unit's evidence: a list is rows of events, ``n/a`` and unknown are Missing, all else a value.

    A row is a quantity or an Event. Names of facts with odd characters go into ``facts`` by ``**{...}``.
    """
    given = UnitFacts(name)
    for fact, stated in facts.items():
        if isinstance(stated, list):
            given.events[fact] = [row if isinstance(row, Event) else Event(row) for row in stated]
        else:
            given.values[fact] = Value(stated)
            if isinstance(stated, Missing):
                given.events[fact] = stated
    given.marks.update({label: Mark(points) for label, points in (marks or {}).items()})
    given.rulings.update({label: Ruling(points, "", "") for label, points in (rulings or {}).items()})
    return given


def evidence(*units: UnitFacts) -> Evidence:
    """Put units together."""
    return Evidence({one.name: one for one in units})


def score(text: str, *units: UnitFacts, previous: Evidence | None = None) -> Result:
    """Score units by a rubric that has no mistake."""
    return program(text).score(evidence(*units), previous)


def shown(points: Any) -> Any:
    """Give points as a Decimal, or as a pair of them where they are not known; None is no limit."""
    if isinstance(points, Interval):
        return tuple(None if end is None else Decimal(end) / POINT for end in (points.low, points.high))
    return Decimal(points) / POINT


def points(result: Result, label: str = "1", name: str = "A") -> Any:
    """Give the points of a heading as ``shown``; the label ``total`` is the total."""
    found = result.unit(name)
    assert found is not None
    if label == "total":
        return shown(found.total)
    return shown(found.mark(result.model.labels[label]).points)


def wanted(text: str) -> set[tuple[int, str]]:
    """Give the codes that a bad case expects: those in the comment at the end of the offending line."""
    return {
        (number, code)
        for number, line in enumerate(text.split("\n"), start=1)
        for code in re.findall(r"PSR\d+", line.rpartition("#")[2])
    }


def cases(folder: str) -> list[Path]:
    """Give the cases in a folder beside the tests of the interpreter."""
    return sorted((Path(__file__).resolve().parents[1] / "interpreter" / folder).glob("*.psr"))
