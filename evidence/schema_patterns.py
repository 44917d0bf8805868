"""Patterns of the JSON Schema of evidence: texts that the reader may take, full-width digits and signs among them.

Each takes at least what the reader takes; patterns are searched for, so that those that hold for a whole text say so.
They are written for both dialects that matter, that of JavaScript and that of Python.
"""

from __future__ import annotations

import re
from datetime import date

from ..grammar.normalise import normalise

MISSING = ("unknown", "未知", "n/a", "不适用")
WORD = rf"^\s*({'|'.join(MISSING)})\s*$"
_DIGIT = "[0-9０-９]"
_SEPARATOR = "[-/.年－／．]"
_OPEN = "<>≥≤＜＞"
AMOUNT = f"{WORD}|{_DIGIT}"
CERTAIN = rf"^[^{_OPEN}%％]*{_DIGIT}[^{_OPEN}%％]*$"
"""Points of a ruling: no bound, no share. That both ends of a range are the same is the reader's business."""
SHARE = rf"{WORD}|^\s*[0０]\s*$|{_DIGIT}\s*([%％]|[/／]\s*{_DIGIT})"
DAY = rf"{WORD}|{_DIGIT}{{4}}\s*{_SEPARATOR}"
_BOUND_OR_RANGE = rf"[{_OPEN}].*{_DIGIT}{{4}}|{_DIGIT}{{4}}.*([~～至]|to|[.．]{{2}})"


def day_in(period: tuple[date, date] | None) -> str:
    """Give the pattern of a day in a period; where that is a year, a single day must lie in it."""
    if period is None or period != (date(period[0].year, 1, 1), date(period[0].year, 12, 31)):
        return DAY
    return rf"{WORD}|^\s*{_figures(period[0].year)}\s*{_SEPARATOR}|{_BOUND_OR_RANGE}"


def year_of(year: int | None) -> str:
    """Give the pattern of the year of a file: the rubric's, or any where it has none."""
    return rf"^\s*{_DIGIT + '{4}' if year is None else _figures(year)}年?\s*$"


def spelt(text: str) -> str:
    """Give the pattern of a text in any spelling that names may have: full-width forms, and space around it."""
    return rf"^\s*{''.join(_either(character) for character in normalise(text).strip())}\s*$"


def _figures(year: int) -> str:
    return "".join(_either(digit) for digit in f"{year:04}")


def _either(character: str) -> str:
    """Match a character and what stands for it; of signs that several stand for, any character will do."""
    if character.isalnum():
        wide = chr(ord(character) + 0xFEE0)
        return f"[{character}{wide}]" if character.isascii() else character
    return "." if ord(character) < 0x10000 else re.escape(character)
