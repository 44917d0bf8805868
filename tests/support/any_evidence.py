"""Evidence for any rubric at all, by chance: every fact known, marks and dates included; last year's, too."""

from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

from psr.interpreter.facts import Event, Evidence, Mark, UnitFacts, Value
from psr.interpreter.model import FactModel, Model, Type
from psr.interpreter.result import Result

_MOST = 12


def any_evidence(model: Model, random: Random) -> Evidence:
    """Give the evidence of three units."""
    return Evidence({name: _unit(name, model, random) for name in "ABC"})


def sheet(result: Result, model: Model) -> dict[str, Any]:
    """Give all that people read off a score sheet: totals, ranks, grades, and the points of what has a number."""
    return {
        unit.name: (
            unit.total,
            unit.rank,
            unit.grades,
            {label: unit.mark(heading).points for label, heading in model.labels.items()},
        )
        for unit in result.units
    }


def _unit(name: str, model: Model, random: Random) -> UnitFacts:
    unit = UnitFacts(name)
    for fact in model.facts.values():
        if fact.counts:
            unit.events[fact.name] = [_event(fact, model, random) for _ in range(random.randint(0, 4))]
        else:
            unit.values[fact.name] = Value(_value(fact.type, random))
    for label in model.labels:
        unit.marks[label] = Mark(Fraction(random.randint(0, 4), 2))
    return unit


def _event(fact: FactModel, model: Model, random: Random) -> Event:
    year = model.period[0].year if model.period else model.year or 2019
    day = date(year, random.randint(1, 12), random.randint(1, 28)).toordinal()
    fields = {field.name: _value(field.type, random) for field in fact.fields.values()}
    return Event(random.randint(0, 3), day, fields)


def _value(declared: Type, random: Random) -> Any:
    match declared.kind:
        case "yes/no":
            return random.random() < 0.5
        case "choice":
            return random.choice(list(declared.options))
        case "text":
            return random.choice(["甲", "乙", "丙"])
        case "date":
            return date(2019, random.randint(1, 12), random.randint(1, 28)).toordinal()
        case _:
            return _number(declared, random)


def _number(declared: Type, random: Random) -> Any:
    share = declared.kind == "percent"
    low = Fraction(declared.low or 0)
    high = Fraction(declared.high) if declared.high is not None else low + (1 if share else _MOST)
    drawn = low + (high - low) * random.randint(0, 2 * _MOST) / (2 * _MOST)
    return drawn.numerator if drawn.denominator == 1 else drawn
