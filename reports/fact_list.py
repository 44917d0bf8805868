"""The facts of a rubric with the places that read them → the terminal's table, CSV, JSON.

Takes the resolved rubric, and for each fact and each field, by the stretch of its name, the readings of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from ..diagnostics import Language, Span, Words
from ..diagnostics.spreadsheet import csv_text, shielded
from ..diagnostics.visible import visible
from ..diagnostics.width import display_width
from ..interpreter.interval import Exact
from ..interpreter.model import FactModel, FieldModel, Model, Type
from ..interpreter.show import number_text, share_text

_HEADINGS = (
    Words("Name", "名称"),
    Words("Meaning", "含义"),
    Words("Type", "类型"),
    Words("If silent", "未填时"),
    Words("Used in (lines)", "用于（行）"),
)
_OF = Words("Fact", "所属数据")
_KINDS: dict[str, Words] = {
    "counts": Words("counts", "计量"),
    "number": Words("number", "数值"),
    "percent": Words("percent", "百分比"),
    "yes/no": Words("yes/no", "是否"),
    "date": Words("date", "日期"),
    "text": Words("text", "文字"),
}
_REQUIRED = Words("required", "必填")
_PRESUMED = Words("presumed {value}", "推定 {value}")
_YES, _NO = Words("yes", "是"), Words("no", "否")
_UNUSED = Words("not used", "未使用")
_TYPE, _SILENT, _USED = 2, 3, 4  # their places among the headings
_OR = " / "  # between the values of a choice
_BETWEEN = 2  # terminal cells between two columns


class Reading(NamedTuple):
    """A line that reads a fact or a field: what it belongs to, for people, and its number, counted from 1."""

    where: Words
    line: int


Readings = Mapping[Span, Sequence[Reading]]


class Entry(NamedTuple):
    """A fact, or a field of one, with its readings in the order of the file."""

    of: FactModel | None
    declared: FactModel | FieldModel
    readings: tuple[Reading, ...]


def entries(model: Model, readings: Readings) -> Iterator[Entry]:
    """Give the facts in the order in which they are declared, each followed by its fields."""
    for fact in model.facts.values():
        yield Entry(None, fact, tuple(readings.get(fact.span, ())))
        for field in fact.fields.values():
            yield Entry(fact, field, tuple(readings.get(field.span, ())))


def facts_table(model: Model, readings: Readings, language: Language, width: int) -> str:
    """Give the facts as a table ``width`` terminal cells wide; fields stand under their facts.

    Where the values of a choice do not fit behind each other, each has a line of its own.
    """
    from .columns import in_columns

    headings = [heading.say(language, {}) for heading in _HEADINGS]
    rows: list[list[str]] = []
    for entry in entries(model, readings):
        name, *others = map(visible, _cells(entry, language))
        rows.append([f"  {name}" if entry.of else name, *others])
    widest = (max(map(display_width, column)) for column in zip(headings, *rows, strict=True))
    if sum(widest) + _BETWEEN * len(headings) > width:
        for row in rows:
            row[_TYPE] = row[_TYPE].replace(_OR, "\n")
    return in_columns(headings, rows, width, (_SILENT, _USED), "：" if language == "zh" else ": ")


def facts_csv(model: Model, readings: Readings, language: Language) -> str:
    """Give the facts as CSV, one row each; cells that a spreadsheet would run are written as text."""
    rows = [[_OF.say(language, {}), *(heading.say(language, {}) for heading in _HEADINGS)]]
    for entry in entries(model, readings):
        of = entry.of.name if entry.of else ""
        rows.append([shielded(of), *map(shielded, _cells(entry, language))])
    return csv_text(rows)


def facts_json(model: Model, readings: Readings, language: Language) -> str:
    """Give the facts as a JSON array, fields within their facts; lines count from 1."""
    import json

    facts: list[dict[str, object]] = []
    fields: list[object] = []
    for entry in entries(model, readings):
        if entry.of is None:
            fields = []
            facts.append({**_json(entry, model, language), "fields": fields})
        else:
            fields.append(_json(entry, model, language))
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def _json(entry: Entry, model: Model, language: Language) -> dict[str, object]:
    declared = entry.declared
    value: dict[str, object] = {
        "name": declared.name,
        "label": declared.label,
        "kind": declared.type.kind,
        "noun": declared.type.noun,
        "options": dict(declared.type.options),
        "line": model.source.position(declared.span.start)[0],
        "used": [{"in": reading.where.say(language, {}), "line": reading.line} for reading in entry.readings],
    }
    if isinstance(declared, FactModel):
        presumed = None if declared.presumed is None else _value(declared.presumed, declared.type, "en")
        value |= {"required": declared.required, "presumed": presumed}
    return value


def _cells(entry: Entry, language: Language) -> list[str]:
    declared = entry.declared
    return [
        declared.name,
        declared.label,
        _type(declared.type, language),
        _silent(declared, language),
        _used(entry.readings, language),
    ]


def _type(declared: Type, language: Language) -> str:
    """Write a type as the language of rubrics does, a choice with its labels."""
    if declared.kind == "choice":
        return _OR.join(name if name == label else f"{name} {label}" for name, label in declared.options.items())
    words = [_KINDS[declared.kind].say(language, {})]
    if declared.low not in (None, 0) or declared.high is not None:
        ends = ("…" if end is None else _number(end, declared) for end in (declared.low, declared.high))
        words.append(" – ".join(ends))
    return " ".join([*words, declared.noun]).strip()


def _number(value: Exact, declared: Type) -> str:
    if declared.kind == "date":
        return date.fromordinal(int(value)).isoformat()
    return share_text(value) if declared.kind == "percent" else number_text(value)


def _silent(declared: FactModel | FieldModel, language: Language) -> str:
    """Say what holds of a fact that the evidence does not mention."""
    if isinstance(declared, FieldModel):
        return ""
    if declared.presumed is not None:
        return _PRESUMED.say(language, {"value": _value(declared.presumed, declared.type, language)})
    return _REQUIRED.say(language, {}) if declared.required else ""


def _value(value: Exact | bool | str, declared: Type, language: Language) -> str:
    if isinstance(value, bool):
        return (_YES if value else _NO).say(language, {})
    return value if isinstance(value, str) else _number(Fraction(value), declared)


def _used(readings: Sequence[Reading], language: Language) -> str:
    """List the readings by what they belong to: ``1.3 (41, 42), 2.4 (77)``."""
    if not readings:
        return _UNUSED.say(language, {})
    open_, close, comma, between = ("（", "）", "、", "；") if language == "zh" else (" (", ")", ", ", ", ")
    groups = groupby(dict.fromkeys(readings), key=lambda reading: reading.where)
    return between.join(
        f"{where.say(language, {})}{open_}{comma.join(str(reading.line) for reading in group)}{close}"
        for where, group in groups
    )
