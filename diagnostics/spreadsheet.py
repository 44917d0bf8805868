"""Texts in CSV that a spreadsheet would run as formulas: an apostrophe before them keeps it from doing so."""

from __future__ import annotations

import re

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?([/%][0-9]*)?")


def shielded(text: str, *, may_be_number: bool = False) -> str:
    """Shield a text that would run, or that looks shielded; but no negative number where there may be one."""
    is_number = may_be_number and _NUMBER.fullmatch(text)
    return f"'{text}" if text.lstrip("'").startswith(_RUNS) and not is_number else text
