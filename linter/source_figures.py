"""The figures in a regulation's sentence: points, and thresholds of the scoring clause.

「缺席一人扣0.5分，全年不少于8次（2分）」 holds the points 0.5 and 2 and the threshold 8. `figures` gives only
what surely is one of these; what is measured (「积分达到30分/天」, 「每月25日前」) is left alone. `numbers` gives all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from ..grammar.normalise import normalise

FigureKind = Literal["points", "threshold"]


class Phrase(NamedTuple):
    """A stretch of a sentence between two commas or full stops, and its offset there."""

    text: str
    start: int

    def holds(self, figure: Figure) -> bool:
        """Tell whether a figure of the sentence stands in it."""
        return self.start <= figure.start < self.start + len(self.text)


class Figure(NamedTuple):
    """A figure: points, times or a share of 1; as it is written; and its offset in the sentence."""

    kind: FigureKind
    value: Fraction
    text: str
    start: int


_THINGS = "(?:人次|[次人项篇件个处等名票户月年日天])"
_NUMERAL = "[零〇一二两三四五六七八九十百千]"
_CHINESE = rf"(?:半|{_NUMERAL}{{1,12}})"
_DECIMAL = r"\d{1,30}(?:\.\d{1,30})?"
_NUMBER = rf"({_DECIMAL}|(?!十\s*分\w){_CHINESE}(?:点{_CHINESE})?)"  # 十分 as in 十分显著 is no number
_FRACTION = re.compile(
    rf"({_DECIMAL})\s*[%％]|(?P<under>{_CHINESE})分之(?P<over>{_CHINESE})|(\d{{1,30}})\s*/\s*([1-9]\d{{0,29}})"
)
_PLAIN = re.compile(_NUMBER)
_NO_COUNT = re.compile(
    rf"(?<![\d.])(?:\d{{1,30}}+(?:\.\d{{1,30}}+)?+)(?!\s*{_THINGS})"
    rf"|(?<!{_NUMERAL}){_CHINESE}(?!{_NUMERAL})(?:点{_NUMERAL}{{1,12}}+)?+(?!\s*{_THINGS})"
)
"""A number that counts no things: 一次, 两人, 三等奖 are no points."""
_FROM_TO = re.compile(rf"{_NUMBER}\s*分?\s*(?:[-—–~～至到]|——)\s*{_NUMBER}\s*分")

_CLAUSE = re.compile("[^，,；;。、\n]+")
_NO_POINTS = r"(?!\s*(?:之|钟|及?以上|及?以下|以内|以外|之间|的|者|及格|/\s*[天日]))"
"""Behind 分 that are no points of a rule: 三分之一, 五分钟, 60分以上."""
_POINTS = (
    re.compile(
        rf"(?:扣[除减罚分]?|减去?|(?<!参)加|得|奖励?|(?<![合共总累])计|记|给予?|封顶|最多|至多)[各为:：]?\s*{_NUMBER}\s*分{_NO_POINTS}"
    ),
    re.compile(rf"(?:级|名|[一每各][次人项篇件个])\s*{_NUMBER}\s*分(?=\s*(?:/\s*[次人项篇件个]|$))"),
)
_IN_BRACKETS = re.compile(rf"[（(]\s*{_NUMBER}\s*分\s*[）)]")
_SOME_POINTS = re.compile(rf"{_NUMBER}\s*分(?!\s*[之钟])")
_MEASURED = re.compile("积分|学分|成绩|测试|考试|测评|平台|学时")
"""Words of a clause whose 分 are marks from elsewhere."""
_AT_LEAST = "(?:不少于|不低于|不得少于|不得低于|至少|不超过|不得超过|不多于|少于|低于)"
_THRESHOLD = re.compile(rf"{_AT_LEAST}\s*{_NUMBER}\s*(?:人次|次|人|篇|项|件|场|个|名)")
_SHARE_THRESHOLD = re.compile(rf"{_AT_LEAST}[^\d%％]{{0,10}}?(\d+(?:\.\d+)?\s*[%％]|{_CHINESE}分之{_CHINESE})")
_AT_MOST = re.compile("封顶|最多|至多|最高|上限|不超过|不得超过|为限")
_NEAR = 15
"""So many characters from a figure the word may stand that makes it a limit."""
_PER_PERIOD = re.compile("每半?(?:个?月|季度?|年|周|学期|天|日)")
_EVERY_SO_MANY = re.compile(rf"每[满增加减少多超过低高]*\s*{_NUMBER}")

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def figures(sentence: str) -> Iterator[Figure]:
    """Give what surely are points and thresholds of a rule, in no order; zero is no figure."""
    for figure in _figures(normalise(sentence)):
        yield figure._replace(text=sentence[figure.start : figure.start + len(figure.text)])


def _figures(sentence: str) -> Iterator[Figure]:
    for clause in _CLAUSE.finditer(sentence):
        start, end = clause.span()
        if not _MEASURED.search(clause[0]):
            for pattern in _POINTS:
                yield from _found("points", pattern, sentence, start, end)
        if not _PER_PERIOD.search(clause[0]):
            yield from _found("threshold", _THRESHOLD, sentence, start, end)
        yield from _found("threshold", _SHARE_THRESHOLD, sentence, start, end)
    yield from _found("points", _IN_BRACKETS, sentence, 0, len(sentence))


def phrases(sentence: str) -> list[Phrase]:
    """Cut a sentence at its commas and full stops."""
    return [Phrase(found[0], found.start()) for found in _CLAUSE.finditer(sentence)]


def phrases_with_points(sentence: str) -> list[tuple[Phrase, list[Figure]]]:
    """Give the phrases of a sentence, each with the figures in it that surely are points."""
    found: list[tuple[Phrase, list[Figure]]] = [(phrase, []) for phrase in phrases(sentence)]
    starts = [phrase.start for phrase, _ in found]
    for figure in figures(sentence):
        phrase, points = found[bisect_right(starts, figure.start) - 1]
        if figure.kind == "points" and phrase.holds(figure):
            points.append(figure)
    return found


def states_a_limit(sentence: str, figure: Figure) -> bool:
    """Tell whether a figure is the most that can be had: 「最多扣4分」, 「8分封顶」."""
    first = max(0, figure.start - _NEAR)
    near = phrases(sentence[first : figure.start + len(figure.text) + _NEAR])
    phrase = next((one for one in near if one.holds(figure._replace(start=figure.start - first))), None)
    return phrase is not None and _AT_MOST.search(phrase.text) is not None


def numbers_but_points(sentence: str) -> frozenset[Fraction]:
    """Give all numbers of a sentence but those that surely are points, and nothing else anywhere in it."""
    sentence = normalise(sentence)
    points = {figure.start for figure in _figures(sentence) if figure.kind == "points"}
    found = {_number(number[0]) for number in _PLAIN.finditer(sentence) if number.start() not in points}
    return frozenset(found | {value_of(share[0]) for share in _FRACTION.finditer(sentence)})


def numbers(sentence: str) -> frozenset[Fraction]:
    """Give all numbers of a sentence, percentages and fractions as shares of 1 too."""
    sentence = normalise(sentence)
    found = {_number(number[0]) for number in _PLAIN.finditer(sentence)}
    return frozenset(found | {value_of(share[0]) for share in _FRACTION.finditer(sentence)})


def point_numbers(sentence: str) -> frozenset[Fraction]:
    """Give all numbers of a sentence that could be points: those that do not count things."""
    return frozenset(_number(number[0]) for number in _NO_COUNT.finditer(normalise(sentence)))


def point_ranges(sentence: str) -> list[tuple[Fraction, Fraction]]:
    """Give the ranges of points that a sentence leaves to the rules: 「视情节扣1—5分」."""
    return [(_number(found[1]), _number(found[2])) for found in _FROM_TO.finditer(normalise(sentence))]


def states_points(sentence: str) -> bool:
    """Tell whether a sentence names any number of points."""
    return _SOME_POINTS.search(normalise(sentence)) is not None


def counts_in_bundles(sentence: str) -> bool:
    """Tell whether points are for every so many (「每两次扣1分」), so that a rule may state them for each one."""
    return any(_number(number[1]) != 1 for number in _EVERY_SO_MANY.finditer(normalise(sentence)))


def value_of(text: str) -> Fraction:
    """Give what a number, a percentage or a fraction is worth, in digits or in Chinese: 0.5, 67%, 2/3, 两, 三分之一."""
    share = _FRACTION.fullmatch(text)
    if share is None:
        return _number(text)
    if share[1]:
        return Fraction(share[1]) / 100
    if share["under"]:
        under = _number(share["under"])
        return _number(share["over"]) / under if under else under
    return Fraction(int(share[4]), int(share[5]))


@lru_cache(maxsize=1024)
def _number(text: str) -> Fraction:
    if text[0].isdecimal():
        return Fraction(text)
    whole, _, decimals = text.partition("点")
    value = digit = Fraction(0)
    for character in whole:
        if character in _UNITS:
            value, digit = value + (digit or 1) * _UNITS[character], Fraction(0)
        elif character == "半":
            value += Fraction(1, 2)
        else:
            digit = Fraction(_DIGITS[character])
    places = "".join(str(_DIGITS.get(character, 0)) for character in decimals)
    return value + digit + (Fraction(int(places), 10 ** len(places)) if places else 0)


def _found(kind: FigureKind, pattern: re.Pattern[str], sentence: str, start: int, end: int) -> Iterator[Figure]:
    for found in pattern.finditer(sentence, start, end):
        if value := value_of(found[1]):
            yield Figure(kind, value, found[1], found.start(1))
