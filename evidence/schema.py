"""Rubric → the JSON Schema of its evidence, by which editors complete and check YAML and JSON (docs/evidence.md).

What the schema refuses, the reader refuses, too, but for full-width spellings of names; and the reader finds more, such
as days outside the period.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

from ..diagnostics import Language, Words
from ..grammar import statements as s
from ..interpreter.interval import Exact
from ..interpreter.model import FactModel, HeadingModel, Model, Type
from .keys import FACT_KEYS, FILE_KEYS, MARK_KEYS, RULING_KEYS, UNIT_KEYS
from .template.sources import Sources
from .template.words import how_to_write, requirement

Schema = dict[str, Any]

_TITLE = Words("Evidence for “{rubric}”", "“{rubric}”的佐证")
_MISSING = ("unknown", "未知", "n/a", "不适用")
_YES_NO = ("yes", "no", "true", "false", "是", "否")
_WORD = rf"^\s*({'|'.join(_MISSING)})\s*$"
_DIGIT = "[0-9０-９]"
_AMOUNT = f"{_WORD}|{_DIGIT}"
_SHARE = rf"{_WORD}|^\s*[0０]\s*$|{_DIGIT}\s*([%％]|[/／]\s*{_DIGIT})"
_DAY = rf"{_WORD}|{_DIGIT}{{4}}\s*[-/.年－／．]"
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}


def evidence_schema(model: Model, language: Language = "en") -> Schema:
    """Give the schema of a file of evidence for a rubric (JSON Schema, draft 2020-12), described in a language."""
    shared = _Shared()
    sections: dict[str, Schema] = {
        "facts": _facts(model, language, shared),
        "marks": _decisions(model, MARK_KEYS, bare=True),
        "rulings": _decisions(model, RULING_KEYS, bare=False),
    }
    units: Schema = {"type": ["object", "null"], "additionalProperties": _ref("unit")}
    top: dict[str, Schema] = {key: _ref(meant) for key, meant in UNIT_KEYS.items()}
    for key, meant in FILE_KEYS.items():
        # `单位` over several units means `各单位`.
        top[key] = {"units": units, "unit": {"anyOf": [_TEXT, units]}}.get(meant, _TEXT)
    unit = _object({key: _ref(meant) for key, meant in UNIT_KEYS.items()})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _TITLE.say(language, {"rubric": model.title}),
        **_object(top),
        "$defs": {"unit": unit, **sections, **shared.schemas},
    }


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
    for fact in model.facts.values():
        told = [fact.label, how_to_write(fact.type, language), requirement(fact, "", language), sources.text(fact)]
        schema = _events(fact, shared) if fact.counts else _measured(fact, shared)
        described = shared.ref(fact.name, {"description": "\n".join(filter(None, told)), **schema})
        found[fact.name] = described
        if labels.count(fact.label) == 1:
            found.setdefault(fact.label, described)
    return _object(found)


def _measured(fact: FactModel, shared: _Shared) -> Schema:
    value = shared.ref("value", _value(fact.type))
    parts = {key: _part(meant, value) for key, meant in FACT_KEYS.items() if meant != "quantity"}
    return {"anyOf": [value, shared.ref("parts", _object(parts))]}


def _events(fact: FactModel, shared: _Shared) -> Schema:
    quantity = shared.ref("value", _value(fact.type))
    parts = {key: _part(meant, quantity) for key, meant in FACT_KEYS.items() if meant != "value"}
    for field in fact.fields.values():
        either: list[Schema] = [shared.ref("value", _value(field.type)), {"type": "null"}]
        parts |= {key: {"description": field.label, "anyOf": either} for key in (field.label, field.name)}
    event = shared.ref("event", {"anyOf": [quantity, _object(parts)]})
    return {"anyOf": [event, {"type": "array", "items": event}]}


def _part(meant: str, value: Schema) -> Schema:
    """Give what may stand under one of the words that tell the parts of a fact."""
    if meant in ("quantity", "value"):
        return {"anyOf": [value, {"type": "null"}]}
    return {"type": ["string", "null"], "pattern": _DAY} if meant == "date" else _TEXT


def _value(kind: Type) -> Schema:
    match kind.kind:
        case "counts" | "number":
            return {"type": ["number", "string"], "pattern": _AMOUNT, **_limits(kind)}
        case "percent":
            return {"anyOf": [{"type": "string", "pattern": _SHARE}, {"const": 0}]}  # 0 needs no sign
        case "date":
            return {"type": "string", "pattern": _DAY}
        case "yes/no":
            return {"enum": [True, False, *_YES_NO, *_MISSING]}
        case "text":
            return {"type": ["string", "number", "boolean"]}
        case "choice":
            return {"enum": list(dict.fromkeys([*kind.options, *kind.options.values(), *_MISSING]))}
        case _:
            assert_never(kind.kind)


def _limits(kind: Type) -> Schema:
    """Give the ends of a range as far as they are whole numbers: JSON knows no exact others."""
    ends: tuple[tuple[str, Exact | None], ...] = (("minimum", kind.low), ("maximum", kind.high))
    return {name: end for name, end in ends if isinstance(end, int)}


def _decisions(model: Model, keys: Mapping[str, str], *, bare: bool) -> Schema:
    """Give the schema of marks, which may be bare points, or of rulings, which need all their parts."""
    points: Schema = {"type": ["number", "string"], "pattern": _AMOUNT}
    parts = _object({key: points if meant == "points" else _TEXT for key, meant in keys.items()})
    either: Schema = {"anyOf": [points, parts]} if bare else parts
    headings = [heading for heading in model.headings if heading.label and (not bare or _is_judged(heading))]
    return _object({heading.label: {"description": heading.title, **either} for heading in headings})


def _is_judged(heading: HeadingModel) -> bool:
    return any(isinstance(line, s.Judge) for line in heading.lines)


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {"type": ["object", "null"], "properties": dict(properties), "additionalProperties": False}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}
