"""Advice on texts that are no amounts: how to write what people mean by ``8次以上``, ``约8`` or ``无``.

An advice offers a figure only where the text leaves no doubt of it: never of another unit of measure, such as ``元`` in
place of ``万元``, and never of a number that words cut short, such as ``8百``.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ..diagnostics import Words
from ..diagnostics.catalogue import evidence as say
from .keys import plain

Wanted = Literal["number", "count", "share", "date"]


class Advice(NamedTuple):
    """The words of an advice, and what stands in their places."""

    words: Words
    told: dict[str, str]


_NONE = frozenset({"无", "没有", "暂无", "零", "none", "nil", "no"})

_BEFORE = {
    ">=": ("不少于", "不低于", "不小于", "大于等于", "至少", "最少", "at least ", "not less than ", "no less than "),
    "<=": ("不超过", "不多于", "不高于", "不大于", "小于等于", "至多", "最多", "at most ", "not more than ", "up to "),
    ">": ("超过", "多于", "高于", "大于", "more than ", "over ", "above "),
    "<": ("不足", "不到", "不满", "未满", "少于", "低于", "小于", "less than ", "fewer than ", "under ", "below "),
}
_BEHIND = {
    ">=": ("(含)以上", "及以上", "或以上", "含以上", "以上", " or more"),
    "<=": ("(含)以下", "及以下", "或以下", "含以下", "以下", "以内", " or less", " or fewer"),
}
"""What stands before or behind a number that is a bound. In regulations 以上 and 以下 include the number itself."""

_FIGURE = r"[-+]?[0-9]+(?:\.[0-9]+)?"
_NUMBER = re.compile(rf"{_FIGURE}%?")
_SCALES = "十百千万亿"
_SCALED = re.compile(rf"{_FIGURE}\s*[{_SCALES}]+")
_OTHER_NOUN = re.compile(rf"{_FIGURE}\s*[^\W\d_]+")
_ABOUT = re.compile(
    rf"(?:大约|大概|约为|约|将近|接近|近|about |around |approximately |nearly )\s*{_FIGURE}[^\d]*"
    rf"|{_FIGURE}%?\s*[余多来几][^\d]*|{_FIGURE}[^\d]*(?:左右|上下|前后)"
)


def advise(text: str, wanted: Wanted, noun: str) -> Advice | None:
    """Give the advice on a text that is no amount; nothing where no more can be said than how amounts are written."""
    text, measure = plain(text).lower(), plain(noun).lower()
    if wanted == "date":
        return None
    if wanted == "count" and text in _NONE:
        return Advice(say.HELP_HOW_MANY, {})
    if _ABOUT.fullmatch(text):
        return Advice(say.HELP_ABOUT, {"range": "60%..70%" if wanted == "share" else "4..10"})
    sign, amount = _bound(text)
    amount = amount.removesuffix(measure).rstrip()
    if sign and _is_right(amount, wanted):
        return Advice(say.HELP_BOUND, {"bound": f"{sign} {amount}"})
    if wanted == "share":
        return None
    if _SCALED.fullmatch(amount) and not any(scale in measure for scale in _SCALES):
        return Advice(say.HELP_DIGITS, {})
    if noun and _OTHER_NOUN.fullmatch(amount):
        return Advice(say.HELP_NOUN, {"noun": noun})
    return None


def _bound(text: str) -> tuple[str, str]:
    """Part a text into the sign that its words stand for and what they leave; the sign is empty where there is none."""
    for sign, spellings in _BEFORE.items():
        for words in spellings:
            if text.startswith(words):
                return sign, text.removeprefix(words).strip()
    for sign, spellings in _BEHIND.items():
        for words in spellings:
            if text.endswith(words):
                return sign, text.removesuffix(words).strip()
    return "", text


def _is_right(amount: str, wanted: Wanted) -> bool:
    """Tell whether a text is a number of the kind that is wanted, with a percent sign if it is a share."""
    if not _NUMBER.fullmatch(amount) or amount.endswith("%") != (wanted == "share"):
        return False
    return wanted != "count" or "." not in amount
