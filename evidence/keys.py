"""The words of the evidence format itself, in both languages; whatever else stands in a file is the rubric's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..diagnostics import Words
from ..grammar.normalise import normalise
from ..interpreter.facts import Missing


def plain(text: str) -> str:
    """Give a text in the form in which names are compared: full-width forms plain, no space around it."""
    return normalise(text).strip()


def closed_up(text: str) -> str:
    """Give a text in the form in which names are compared where neither capitals nor space inside matter."""
    return "".join(plain(text).lower().split())


def _spellings(*keys: tuple[str, ...]) -> Mapping[str, str]:
    """Give each spelling the key it stands for, which is the first of its kind."""
    return {spelling: key[0] for key in keys for spelling in key}


FILE_KEYS = _spellings(
    ("rubric", "考核细则", "细则"),
    ("year", "年度"),
    ("units", "各单位"),
    ("unit", "单位"),
)
"""At the top of a YAML file. ``单位`` over several units means ``各单位``."""

UNIT_KEYS = _spellings(("facts", "数据"), ("marks", "评分"), ("rulings", "裁定"))
"""Under a unit."""

FACT_KEYS = _spellings(
    ("quantity", "数量"),
    ("value", "值", "数值"),
    ("date", "日期"),
    ("note", "备注"),
    ("reference", "依据", "出处"),
)
"""Under a fact, beside the fields of its events; columns of a CSV file, too."""

COLUMN_KEYS = _spellings(("unit", "单位"), ("fact", "数据"))
"""The columns that every CSV file has."""

DECISION_COLUMNS = _spellings(
    ("item", "指标", "编号"),
    ("points", "得分", "分值"),
    ("reason", "理由"),
    ("by", "决定人"),
)
"""Columns of a ledger that also holds marks and rulings: such a row names an item and no fact."""

ORIGIN_COLUMNS = _spellings(("file", "文件"), ("sheet", "工作表"), ("row", "行"), ("digest", "校验码"))
"""Columns of a merged ledger that tell where its rows come from; they say nothing about a unit."""

LEDGER_COLUMNS = {**DECISION_COLUMNS, **ORIGIN_COLUMNS, **COLUMN_KEYS, **FACT_KEYS}
"""All words that a column of a ledger may be called; the rest are fields."""

MARK_KEYS = _spellings(("points", "分值"), ("reason", "理由"))
"""Under a mark."""

RULING_KEYS = _spellings(("points", "分值"), ("reason", "理由"), ("by", "决定人"))
"""Under a ruling."""

YES_NO = {
    **dict.fromkeys(("yes", "true", "是", "√", "✓", "✔"), True),
    **dict.fromkeys(("no", "false", "否", "×", "✗", "✘"), False),
}
"""What says yes and no, as people write it; `yes_or_no` reads it."""

_MISSING = {
    "unknown": Missing.UNKNOWN,
    "未知": Missing.UNKNOWN,
    "n/a": Missing.NOT_APPLICABLE,
    "不适用": Missing.NOT_APPLICABLE,
}


def find_key(text: str, keys: Mapping[str, str]) -> str | None:
    """Find the key that a text spells; capitals don't matter."""
    return keys.get(plain(text).lower())


def yes_or_no(text: str) -> bool | None:
    """Tell whether a text says yes or no; nothing where it says neither."""
    return _YES_NO.get(plain(text).lower())


def missing(text: str) -> Missing | None:
    """Tell whether a text says that something is unknown or does not apply."""
    return _MISSING.get(plain(text).lower()) if len(text) < 20 else None


def shown_keys(*tables: Mapping[str, str]) -> Words:
    """List keys for people: the English ones, and the first Chinese spelling of each."""
    english = list(dict.fromkeys(key for table in tables for key in table.values()))
    chinese = [in_chinese(key, table) for table in tables for key in dict.fromkeys(table.values())]
    return Words(_quoted(english, ", "), _quoted(chinese, "、"))


def in_chinese(key: str, table: Mapping[str, str]) -> str:
    """Give the first Chinese spelling of a key."""
    return next(spelling for spelling, meant in table.items() if meant == key and spelling != key)


def _quoted(names: Iterable[str], comma: str) -> str:
    return comma.join(f"`{name}`" for name in names)


_YES_NO = {plain(spelling): says for spelling, says in YES_NO.items()}  # the plain form of ``×`` is another sign
