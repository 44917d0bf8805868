"""The workbook in which evidence is kept: its sheets and columns, in both languages (docs/evidence.md: "Workbook").

The one place that knows the layout: `psr template` writes by it, and the reader finds its way by it. Every title and
header is found again in either language, whatever its capitals, and also with a remark in brackets or a ``*`` behind.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ..diagnostics import Language, Words
from ..interpreter.model import FieldModel, Model, Type
from .keys import plain

FORMAT = "1"
"""The version of this layout, written into each workbook; a reader refuses a later one."""

Sheet = Literal["guide", "facts", "events", "marks", "about"]
"""What a sheet is for. ``about`` is a hidden one that says what the workbook was made for."""

SHEETS: dict[Sheet, Words] = {
    "guide": Words("Guide", "说明"),
    "facts": Words("Facts", "数据"),
    "events": Words("Events", "事件"),
    "marks": Words("Marks", "评定"),
    "about": Words("_psr", "_psr"),
}

ABOUT = ("psr", "rubric", "year", "facts", "units")
"""The first cell of each row of the hidden sheet; the second cell holds the text that goes with it.

``psr`` is FORMAT, ``rubric`` the rubric's title, ``year`` its year or an empty text, ``facts`` the digest of its
declarations of facts, ``units`` the units with which the workbook was made, if there were any (`workbook_units`).
"""


class Column(NamedTuple):
    """A column with a meaning of its own: its key, and its headers; the first of each language is the one to write."""

    key: str
    title: Words
    others: tuple[str, ...] = ()


FACT_COLUMNS = (
    Column("fact", Words("Fact", "数据")),
    Column("name", Words("Name", "名称")),
    Column("noun", Words("Measure", "计量单位")),
    Column("how", Words("How to write", "填写方式"), ("填法",)),
    Column("required", Words("Required", "要求"), ("必填",)),
    Column("hint", Words("Explanation", "说明")),
)
"""Of the sheet of measured facts, one row a fact. Every other column is a unit, with the unit's name for a header."""

NOTE_OF = Words("{unit} · note", "{unit} · 备注")
"""The header of the column behind a unit's own, which holds remarks on its values; not every unit has one."""
_NOTE_OF = re.compile(r"(.+?)\s*·\s*(?:note|备注)", re.IGNORECASE)

EVENT_COLUMNS = (
    Column("unit", Words("Unit", "单位")),
    Column("fact", Words("Fact", "数据")),
    Column("quantity", Words("Quantity", "数量")),
    Column("date", Words("Date", "日期")),
)
"""Of the sheet of events, one row an event: these columns first, then one a field (`field_columns`)."""

EVENT_COLUMNS_BEHIND = (
    Column("note", Words("Note", "备注")),
    Column("reference", Words("Reference", "出处"), ("依据",)),
)
"""Of the sheet of events, behind the fields."""

HEADER_WITHIN = 30
"""So many rows from the top may stand the one that names the columns: people put titles and remarks above it."""

UNIT_TITLE = EVENT_COLUMNS[0].title

MARK_COLUMNS = (
    Column("unit", Words("Unit", "单位")),
    Column("item", Words("Item", "指标"), ("编号",)),
    Column("kind", Words("Kind", "种类")),
    Column("points", Words("Points", "得分"), ("分值",)),
    Column("reason", Words("Reason", "理由")),
    Column("by", Words("Decided by", "决定人"), ("by",)),
)
"""Of the sheet of marks and rulings, one row each. The item is a heading's number; its title may stand behind it."""

KINDS: dict[Literal["mark", "ruling"], Words] = {
    "mark": Words("mark", "评分"),
    "ruling": Words("ruling", "裁定"),
}
"""What stands in the column ``kind``."""

SERIAL = frozenset({"序号", "no.", "no", "#", "№"})
"""Headers of columns that number the rows for people."""

_LIKE_UNIT = frozenset(
    {
        "支部",
        "党支部",
        "部门",
        "科室",
        "单位名称",
        "支部名称",
        "部门名称",
        "unit name",
        "units",
        "branch",
        "department",
        "office",
    }
)

_REMARK = re.compile(r"\s*(\([^()]*\)|\*)\s*$")


def sheet_of(title: str) -> Sheet | None:
    """Tell what a sheet of that title is for; nothing where it is none of ours."""
    wanted = _folded(title)
    return next((sheet for sheet, words in SHEETS.items() if wanted in map(_folded, words)), None)


def titled(title: Words, sheet: str) -> Words:
    """Give a title in the language of the workbook, whoever reads of it, as far as the title of a sheet tells it."""
    for words in SHEETS.values():
        if words.en != words.zh and _folded(sheet) in map(_folded, words):
            as_written = title.en if _folded(sheet) == _folded(words.en) else title.zh
            return Words(as_written, as_written)
    return title


def column_of(header: str, columns: tuple[Column, ...]) -> str | None:
    """Give the key of the column with that header, or nothing."""
    spelled = (_folded(header), _folded(bare_header(header)))
    for column in columns:
        if any(_folded(title) in spelled for title in (*column.title, *column.others)):
            return column.key
    return None


def note_header(unit: str, language: Language) -> str:
    """Give the header of the column with remarks on a unit's values."""
    return NOTE_OF.say(language, {"unit": unit})


def noted_unit(header: str) -> str | None:
    """Tell whose values the remarks under a header are on; nothing where it is not the header of remarks."""
    found = _NOTE_OF.fullmatch(plain(header))
    return found[1] if found else None


def kind_of(text: str) -> Literal["mark", "ruling"] | None:
    """Tell whether a cell of the column ``kind`` says mark or ruling."""
    wanted = _folded(text)
    return next((kind for kind, words in KINDS.items() if wanted in words), None)


def is_like_unit(header: str) -> bool:
    """Tell whether a header is what people call the column of units who do not know that it is called `单位`."""
    return _folded(bare_header(header)) in _LIKE_UNIT


def bare_header(header: str) -> str:
    """Give a header without a remark in brackets, a ``*`` or a second line behind it."""
    first = plain(header).partition("\n")[0].strip()
    while (shorter := _REMARK.sub("", first)) != first:
        first = shorter
    return first


def field_columns(model: Model, language: Language) -> dict[str, tuple[FieldModel, ...]]:
    """Give the columns of fields on the sheet of events: each header with the fields that stand under it.

    A field goes by its label, and fields of several facts with one label share a column; a field whose label is a
    word of the sheet itself, such as ``日期``, goes by its name. Behind it stands in brackets what its amounts are
    measured in, where that is the same for all fields of the column.
    """
    columns: dict[str, tuple[FieldModel, ...]] = {}
    for fact in model.facts.values():
        for field in fact.fields.values():
            taken = column_of(field.label, (*EVENT_COLUMNS, *EVENT_COLUMNS_BEHIND)) is not None
            header = field.name if taken else field.label
            columns[header] = (*columns.get(header, ()), field)
    names = {plain(text) for fields in columns.values() for field in fields for text in (field.name, field.label)}
    return {_measured_header(header, fields, names, language): fields for header, fields in columns.items()}


def _measured_header(header: str, fields: tuple[FieldModel, ...], names: set[str], language: Language) -> str:
    """Give a header with the measure behind it, unless it would be read as something else, or several would do."""
    nouns = {field.type.noun for field in fields}
    noun = nouns.pop()
    measured = f"{header}（{noun}）" if language == "zh" else f"{header} ({noun})"
    reads_back = bare_header(measured) == plain(header) and plain(measured) not in names
    return measured if noun and not nouns and reads_back else header


def about(model: Model) -> dict[str, str]:
    """Give what the hidden sheet says of a rubric, by the keys of ABOUT."""
    year = "" if model.year is None else str(model.year)
    return {"psr": FORMAT, "rubric": model.title, "year": year, "facts": facts_digest(model)}


def facts_digest(model: Model) -> str:
    """Give a short text that changes when a declaration of a fact does: its name, label, type or fields."""
    from hashlib import sha256

    declared = [
        (fact.name, fact.label, _type(fact.type), [(f.name, f.label, _type(f.type)) for f in fact.fields.values()])
        for fact in model.facts.values()
    ]
    return sha256(repr(declared).encode()).hexdigest()[:16]


def _type(declared: Type) -> tuple[object, ...]:
    ends = (str(end) if end is not None else None for end in (declared.low, declared.high))
    return (declared.kind, *ends, declared.noun, tuple(declared.options.items()))


def _folded(text: str) -> str:
    return plain(text).lower()
