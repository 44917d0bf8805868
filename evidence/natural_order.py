"""Names in the order in which people count: 支部2 before 支部10, 二支部 before 三支部."""

from __future__ import annotations

import re

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TENS = {"十": 10, "百": 100}
_PARTS = re.compile(rf"(\d+)|([{''.join((*_DIGITS, *_TENS))}]+)")

Key = list[tuple[int, int, str]]


def natural(name: str) -> Key:
    """Give what names are sorted by: their numbers, in figures or in Chinese, by value, and the texts between them."""
    key: Key = []
    end = 0
    for found in _PARTS.finditer(name):
        if found.start() > end:
            key.append((1, 0, name[end : found.start()]))
        key.append((0, int(found[1]) if found[1] else _value(found[2]), ""))
        end = found.end()
    return [*key, (1, 0, name[end:])]


def _value(numeral: str) -> int:
    """Read a Chinese number: 二十三 is 23, and 二〇一九, a digit at a time, 2019."""
    if not any(sign in _TENS for sign in numeral):
        return int("".join(str(_DIGITS[sign]) for sign in numeral))
    total = digit = 0
    for sign in numeral:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit
