"""What a unit has still to do for a grade or a total, as JSON (docs/next.schema.json)."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..interpreter.facts import Missing, Stated
from ..interpreter.interval import Interval, is_known
from ..interpreter.model import Model, Type
from ..interpreter.result import Result, UnitResult
from ..interpreter.show import number_text, share_text
from ..replay.change import FactChange, MarkChange
from ..replay.moves import OTHER_TEXT, Step
from ..replay.search import Answer, Found
from ..replay.target import Target
from .as_json import decimal, high, known, low, to_text
from .naming import short_names
from .next_items import item_moves


def next_json(before: Result, unit: UnitResult, target: Target, found: Found) -> str:
    """Write what was found; ``best`` is the most that any evidence can give, null where there is no limit."""
    model = before.model
    grade = None if target.grade is None else model.grades[target.grade].name.value
    total = None if target.total is None else decimal(target.total)
    return to_text(
        {
            "rubric": model.title,
            "year": model.year,
            "unit": unit.name,
            "target": {"grade": grade, "total": total},
            "present": _standing(unit),
            "reached": found.reached,
            "impossible": found.impossible,
            "no_place": found.no_place,
            "best": None if found.reached else high(found.best),
            "tried": found.tried,
            "ended": found.ended,
            "ways": [_way(answer, unit, model) for answer in found.answers],
        }
    )


def _standing(unit: UnitResult) -> dict[str, Any]:
    return {
        "total": known(unit.total),
        "low": low(unit.total),
        "high": high(unit.total),
        "provisional": not is_known(unit.total),
        "rank": unit.rank if isinstance(unit.rank, int) else None,
        "grade": unit.grade,
        "vetoes": [veto.reason for veto in unit.vetoes],
    }


def _way(answer: Answer, before: UnitResult, model: Model) -> dict[str, Any]:
    names = short_names(model)
    items = [
        {
            "item": names[one.heading.number],
            "title": one.heading.title,
            "before": {"low": low(one.before.points), "high": high(one.before.points)},
            "after": {"low": low(one.after.points), "high": high(one.after.points)},
        }
        for one in item_moves(model, before, answer.unit)
    ]
    return {"changes": [_change(step) for step in answer.steps], "items": items, "then": _standing(answer.unit)}


def _change(step: Step) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": step.kind, "fact": None, "label": None, "item": None, "field": None, "with": {}}
    match step.change:
        case FactChange(fact=fact):
            kind = fact.type if step.field is None else step.field.type
            details = {name: _plain(value, fact.fields[name].type) for name, value in step.details.items()}
            found |= {"fact": fact.name, "label": fact.label, "with": details}
        case MarkChange(heading=heading):
            kind = Type("number")
            found |= {"item": heading.label, "label": heading.title}
    return found | {
        "field": None if step.field is None else step.field.name,
        "from": None if step.before is None else _plain(step.before, kind),
        "to": _plain(step.after, kind),
        "number": step.size,
        "days": [date.fromordinal(day).isoformat() for day in step.days],
    }


def _plain(value: Stated, kind: Type) -> Any:
    """Write a value as evidence would: figures as texts, so that nothing is lost; null for a text that may be any."""
    match value:
        case bool():
            return value
        case str():
            return None if kind.kind == "text" and value.startswith(OTHER_TEXT) else value
        case Missing():
            return value.value
        case Interval():
            return {"low": _end(value.low, kind), "high": _end(value.high, kind)}
        case _:
            return _end(value, kind)


def _end(value: Any, kind: Type) -> str | None:
    if value is None:
        return None
    if kind.kind == "date":
        return date.fromordinal(int(value)).isoformat()
    return share_text(value) if kind.kind == "percent" else number_text(value)
