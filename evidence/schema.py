"""Rubric → the JSON Schema of its evidence, by which editors complete and check YAML and JSON (docs/evidence.md).

What the schema refuses, the reader refuses, too, but for full-width spellings of names; the reader finds more. It is
the schema of the year's own evidence, not of the evidence of the year before.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, assert_never

from ..diagnostics import Language, Words
from ..grammar import statements as s
from ..interpreter.interval import Exact, exact
from ..interpreter.model import FactModel, Model, Type
from .keys import FACT_KEYS, FILE_KEYS, MARK_KEYS, RULING_KEYS, UNIT_KEYS
from .schema_patterns import AMOUNT, CERTAIN, DAY, MISSING, SHARE, day_in, spelt, year_of
from .template.sources import Sources
from .template.words import how_to_write, requirement, sample_day

Schema = dict[str, Any]

_TITLE = Words("Evidence for “{rubric}”", "“{rubric}”的佐证")
_YES_NO = ("yes", "no", "true", "false", "是", "否", "√", "✓", "✔", "×", "✗", "✘")
_SAID: Schema = {"type": ["string", "number", "boolean"]}
_TEXT: Schema = {"type": [*_SAID["type"], "null"]}


def evidence_schema(model: Model, language: Language = "en") -> Schema:
    """Give the schema of a file of evidence for a rubric (JSON Schema, draft 2020-12), described in a language."""
    shared = _Shared()
    sections: dict[str, Schema] = {
        "facts": _facts(model, language, shared),
        "marks": _marks(model, shared),
        "rulings": _rulings(model, shared),
    }
    units: Schema = {"type": ["object", "null"], "additionalProperties": _ref("unit")}
    top: dict[str, Schema] = {key: _ref(meant) for key, meant in UNIT_KEYS.items()}
    heads: dict[str, Schema] = {
        "units": units,
        "unit": {"anyOf": [_SAID, units]},  # `单位` over several units means `各单位`.
        "year": _year(model.year),
        "rubric": {**_SAID, "pattern": spelt(model.title)},
    }
    top |= {key: heads[meant] for key, meant in FILE_KEYS.items()}
    unit = _object({key: _ref(meant) for key, meant in UNIT_KEYS.items()})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _TITLE.say(language, {"rubric": model.title}),
        **_object(top),
        "anyOf": _one_of(FILE_KEYS, "unit", "units"),
        "$defs": {"unit": unit, **sections, **shared.schemas},
    }


def _year(year: int | None) -> Schema:
    text: Schema = {"type": "string", "pattern": year_of(year)}
    return {"anyOf": [{"type": "integer"} if year is None else {"const": year}, text]}


class _Shared:
    """Schemas that several places refer to, each written once, under the name of what it is and a number."""

    def __init__(self) -> None:
        self.schemas: dict[str, Schema] = {}
        self._names: dict[str, str] = {}

    def ref(self, what: str, schema: Schema) -> Schema:
        """Refer to a schema."""
        key = repr(schema)
        if key not in self._names:
            self._names[key] = f"{what}-{len(self._names) + 1}"
            self.schemas[self._names[key]] = schema
        return _ref(self._names[key])


def _facts(model: Model, language: Language, shared: _Shared) -> Schema:
    sources = Sources(model)
    labels = [fact.label for fact in model.facts.values()]
    found: dict[str, Schema] = {}
    day, sample = day_in(model.period), sample_day(model)
    for fact in model.facts.values():
        how = how_to_write(fact.type, language, sample)
        told = [fact.label, how, requirement(fact, "", language), sources.text(fact)]
        schema = _events(fact, day, shared) if fact.counts else _measured(fact, day, shared)
        described = shared.ref(fact.name, {"description": "\n".join(filter(None, told)), **schema})
        found[fact.name] = described
        if labels.count(fact.label) == 1:
            found.setdefault(fact.label, described)
    return _object(found)


def _measured(fact: FactModel, day: str, shared: _Shared) -> Schema:
    value = shared.ref("value", _value(fact.type))
    parts = {key: _part(meant, value, day) for key, meant in FACT_KEYS.items() if meant != "quantity"}
    return {"anyOf": [value, shared.ref("parts", _object(parts))]}


def _events(fact: FactModel, day: str, shared: _Shared) -> Schema:
    quantity = shared.ref("value", _value(fact.type))
    parts = {key: _part(meant, quantity, day) for key, meant in FACT_KEYS.items() if meant != "value"}
    for field in fact.fields.values():
        either: list[Schema] = [shared.ref("value", _value(field.type)), {"type": "null"}]
        parts |= {key: {"description": field.label, "anyOf": either} for key in (field.label, field.name)}
    event = shared.ref("event", {"anyOf": [quantity, _object(parts)]})
    return {"anyOf": [event, {"type": "array", "items": event}]}


def _part(meant: str, value: Schema, day: str) -> Schema:
    """Give what may stand under one of the words that tell the parts of a fact."""
    if meant in ("quantity", "value"):
        return {"anyOf": [value, {"type": "null"}]}
    return {"type": ["string", "null"], "pattern": day} if meant == "date" else _TEXT


def _value(kind: Type) -> Schema:
    match kind.kind:
        case "counts" | "number":
            return {"type": ["number", "string"], "pattern": AMOUNT, **_limits(kind)}
        case "percent":
            return {"anyOf": [{"type": "string", "pattern": SHARE}, {"const": 0}]}  # 0 needs no sign
        case "date":
            return {"type": "string", "pattern": DAY}
        case "yes/no":
            return {"enum": [True, False, *_YES_NO, *MISSING]}
        case "text":
            return {"type": ["string", "number", "boolean"]}
        case "choice":
            return {"enum": list(dict.fromkeys([*kind.options, *kind.options.values(), *MISSING]))}
        case _:
            assert_never(kind.kind)


def _limits(kind: Type) -> Schema:
    return _between(kind.low, kind.high)


def _between(low: Exact | None, high: Exact | None) -> Schema:
    """Give the ends of a range as far as they are written; JSON knows no exact fractions.

    Rounding keeps the order: no number that lies within the range comes out beyond its rounded ends.
    """
    ends = {"minimum": low, "maximum": high}
    return {name: end if isinstance(end, int) else float(end) for name, end in ends.items() if end is not None}


def _marks(model: Model, shared: _Shared) -> Schema:
    """Give the schema of marks, which may be bare points, in the range of the ``judge`` line."""
    found: dict[str, Schema] = {}
    for heading in model.headings:
        judge = next((line for line in heading.lines if isinstance(line, s.Judge)), None)
        if heading.label and judge is not None:
            limits = _between(exact(Fraction(judge.low.value)), exact(Fraction(judge.high.value)))
            points: Schema = {"type": ["number", "string"], "pattern": AMOUNT, **limits}
            parts = _parts(MARK_KEYS, points, "points")
            either = shared.ref("mark", {"anyOf": [points, parts]})
            found[heading.label] = {"description": heading.title, **either}
    return _object(found)


def _rulings(model: Model, shared: _Shared) -> Schema:
    """Give the schema of rulings, which need all their parts and points that are certain."""
    points: Schema = {"type": ["number", "string"], "pattern": CERTAIN}
    ruling = shared.ref("ruling", _parts(RULING_KEYS, points, "points", "reason", "by"))
    labelled = (heading for heading in model.headings if heading.label)
    return _object({heading.label: {"description": heading.title, **ruling} for heading in labelled})


def _parts(keys: Mapping[str, str], points: Schema, *needed: str) -> Schema:
    """Give the schema of the parts of a mark or a ruling, of which some are needed."""
    parts: dict[str, Schema] = {}
    for key, meant in keys.items():
        parts[key] = points if meant == "points" else _SAID if meant in needed else _TEXT
    return {**_object(parts), "type": "object", "allOf": [{"anyOf": _one_of(keys, name)} for name in needed]}


def _one_of(keys: Mapping[str, str], *names: str) -> list[Schema]:
    """Say that one of the spellings of some keys must be there."""
    return [{"required": [key]} for key, meant in keys.items() if meant in names]


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {"type": ["object", "null"], "properties": dict(properties), "additionalProperties": False}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}
