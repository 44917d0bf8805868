"""Texts in CSV that a spreadsheet would run as formulas: an apostrophe before them keeps it from doing so."""

from __future__ import annotations

import re
from collections.abc import Iterable

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?([/%][0-9]*)?")


def shielded(text: str, *, may_be_number: bool = False) -> str:
    """Shield a text that would run, or that looks shielded; but no negative number where there may be one."""
    is_number = may_be_number and _NUMBER.fullmatch(text)
    return f"'{text}" if text.lstrip("'").startswith(_RUNS) and not is_number else text


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Write rows as CSV, each ended by a newline; a cell with a line end of any kind stands in quotes.

    A carriage return alone ends a row in spreadsheets, and what follows it would run as a cell of its own.
    """
    import csv

    lines = _Lines()
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return "".join(lines.written)


class _Lines:
    """Takes rows as a CSV writer writes them, and ends each with a newline alone."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, line: str) -> None:
        self.written.append(line.removesuffix("\r\n") + "\n")
