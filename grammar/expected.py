"""What could have stood at a place, in words a committee member knows."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Words
from .keywords import KEYWORDS
from .tables import TERMINALS

_BEGINNING = Words(
    "the beginning of a line, such as `deduct`, `award`, `item` or `fact`",
    "一行的开头，如 `扣`、`加`、`指标`、`数据`",
)
_VALUE = Words("a value", "一个值")
_BEGIN_A_VALUE = frozenset({"NUMBER", "PERCENT", "NAME", "LPAR", "FUNCTION", "POINTS_OF"})
_VALUES = _BEGIN_A_VALUE | {
    "DATE", "STRING", "MINUS", "YES", "NO", "TOTAL", "WORTH", "IF", "NOT", "EVERY_SECTION", "PREVIOUS",
    "RANK_OF", "SUM_OF", "MEAN_OF", "MEDIAN_OF", "HIGHEST_OF", "LOWEST_OF", "COUNT_OF",
}  # fmt: skip
_KINDS: dict[str, Words] = {
    "NAME": Words("a name", "名称"),
    "LABEL": Words("a number such as `1.3`", "编号，如 `1.3`"),
    "NUMBER": Words("a number", "数"),
    "PERCENT": Words("a percentage", "百分数"),
    "DATE": Words("a date", "日期"),
    "STRING": Words("a text in quotes", "加引号的文字"),
}
_COMPARISON = Words("a comparison such as `>=`", "比较，如 `>=`")
_OPERATOR = Words("a sign such as `+`", "运算符，如 `+`")
_OPERATORS = frozenset({"PLUS", "MINUS", "TIMES", "SLASH"})
_SIGNS: dict[str, Words] = {
    "COLON": Words("`:`", "`:`"),
    "EQUALS": Words("`=`", "`=`"),
    "COMPARE": _COMPARISON,
    "MINUS": Words("`-`", "`-`"),
    "_COMMA": Words("`,`", "`,`"),
    "SLASH": Words("`/`", "`/`"),
    "LPAR": Words("`(`", "`(`"),
    "RPAR": Words("`)`", "`)`"),
    "_NL": Words("the end of the line", "行末"),
}
_SELDOM = frozenset({"AND", "OR", "DEFAULT"})
_MOST = 8


def describe(expected: Iterable[int]) -> Words:
    """Say in both languages which terminals could stand: values, keywords in their usual order, signs."""
    names = {TERMINALS[terminal] for terminal in expected} - _SELDOM
    if "RUBRIC" in names:
        return _BEGINNING
    parts: list[Words] = []
    if names >= _BEGIN_A_VALUE:
        parts.append(_VALUE)
        names -= _VALUES
    parts += [words for name, words in _KINDS.items() if name in names]
    parts += [Words(f"`{english}`", f"`{chinese}`") for name, (english, chinese) in KEYWORDS.items() if name in names]
    if names >= {"COMPARE", "EQUALS"}:
        parts.append(_COMPARISON)
        names -= {"COMPARE", "EQUALS"}
    if names >= _OPERATORS:
        parts.append(_OPERATOR)
        names -= _OPERATORS
    parts += [words for name, words in _SIGNS.items() if name in names]
    return _listed(parts)


def _listed(parts: list[Words]) -> Words:
    *most, last = (words.en for words in parts[:_MOST])
    if len(parts) > _MOST:
        english = f"{', '.join(most)}, {last} or others"
    else:
        english = f"{', '.join(most)} or {last}" if most else last
    return Words(english, "、".join(words.zh for words in parts[:_MOST]) + ("等" if len(parts) > _MOST else ""))
