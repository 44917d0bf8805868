"""Runs the examples of a rule file: an example documents a rule and tests it (specification: "Examples")."""

from __future__ import annotations

from typing import assert_never

from ..diagnostics import Diagnostic, Words
from ..diagnostics.catalogue import evaluation as say
from ..grammar import expressions as e
from ..grammar import statements as s
from .declare import exact_of
from .facts import Event, Evidence, Mark, Missing, Ruling, Stated, UnitFacts, Value
from .interval import Interval, Quantity, between
from .lookup import key_value
from .model import ExampleModel, FactModel, Model
from .points import scaled
from .program import Program
from .result import Result, UnitResult
from .show import points_text

_ALONE = "·"
"""The unit of an example that names none."""


def run_examples(program: Program) -> tuple[Diagnostic, ...]:
    """Give a diagnostic for each expectation of the file that does not come out."""
    found: list[Diagnostic] = []
    for example in program.model.examples:
        this, last = evidence_of(example, program.model)
        result = program.score(this, last)
        for expect in example.expected:
            found += _check(expect, result, program.model)
    return tuple(found)


def evidence_of(example: ExampleModel, model: Model) -> tuple[Evidence, Evidence]:
    """Turn what is given into evidence: events that are not mentioned did not happen, all else is unknown."""
    this, last = Evidence(), Evidence()
    for line in (*example.given, *example.expected):
        name = line.unit.value if line.unit else _ALONE
        this.units.setdefault(name, UnitFacts(name))
        last.units.setdefault(name, UnitFacts(name))
        match line:
            case s.GivenFact():
                fact = model.symbols[line.name.span]
                assert isinstance(fact, FactModel)
                _give((last if line.previous else this).units[name], fact, line)
            case s.GivenPoints():
                _give_points(this.units[name], line, model)
            case s.Expect():
                pass
            case _:
                assert_never(line)
    return this, last


def _give(unit: UnitFacts, fact: FactModel, line: s.GivenFact) -> None:
    stated = stated_value(line.stated)
    if not fact.counts:
        unit.values[fact.name] = Value(stated)
    elif isinstance(stated, Missing):
        unit.events[fact.name] = stated
    else:
        assert isinstance(stated, int | Interval) or not isinstance(stated, bool | str)
        rows = unit.events.setdefault(fact.name, [])
        day = line.date.value.toordinal() if line.date and line.date.value else None
        fields = {detail.name.text: stated_value(detail.stated) for detail in line.details}
        if isinstance(rows, list):
            rows.append(Event(stated, day, fields))


def _give_points(unit: UnitFacts, line: s.GivenPoints, model: Model) -> None:
    label, points = line.label.text, exact_of(line.points)
    if model.labels[label].is_judged:
        unit.marks[label] = Mark(points)
    else:
        unit.rulings[label] = Ruling(points, "", "")


def stated_value(stated: s.Stated) -> Stated:
    """Read what a ``given`` states: a value, a bound, or that there is none."""
    match stated.how:
        case "unknown":
            return Missing.UNKNOWN
        case "n/a":
            return Missing.NOT_APPLICABLE
        case "value" | "=":
            return key_value(stated.values[0])
        case "range":
            return between(key_value(stated.values[0]), key_value(stated.values[1]))
        case "<" | "<=":
            return Interval(None, key_value(stated.values[0]), high_open=stated.how == "<")
        case ">" | ">=":
            return Interval(key_value(stated.values[0]), None, low_open=stated.how == ">")
        case "!=":
            return Missing.UNKNOWN
        case _:
            assert_never(stated.how)


def _check(expect: s.Expect, result: Result, model: Model) -> list[Diagnostic]:
    unit = result.unit(expect.unit.value if expect.unit else _ALONE)
    assert unit is not None
    if expect.of == "grade":
        wanted = expect.low.value if isinstance(expect.low, e.Text) else ""
        found_grade = unit.grade or " / ".join(unit.grades) or "—"
        if unit.grade == wanted:
            return []
        return [_fails(expect, found_grade, str(wanted), model)]
    found = _points(expect, unit, model)
    assert isinstance(expect.low, e.Number)
    wanted_points = between(scaled(expect.low.value), scaled((expect.high or expect.low).value))
    if found == wanted_points:
        return []
    return [_fails(expect, points_text(found), points_text(wanted_points), model)]


def _points(expect: s.Expect, unit: UnitResult, model: Model) -> Quantity:
    if isinstance(expect.of, e.ItemLabel):
        return unit.mark(model.labels[expect.of.text]).points
    return unit.total


def _fails(expect: s.Expect, found: str, wanted: str, model: Model) -> Diagnostic:
    return say.EXAMPLE_FAILS.at(model.place(expect), found=Words(f"`{found}`", f"`{found}`"), wanted=f"`{wanted}`")
