"""What parts the cells of a CSV file: the line tells it that names the columns (docs/evidence.md: "CSV").

Spreadsheets in some countries write semicolons, their `Unicode text` has tabs, and people type full-width signs.
"""

from __future__ import annotations

from ..diagnostics import Words
from .files import ending
from .keys import LEDGER_COLUMNS, find_key
from .workbook_layout import FACT_COLUMNS, HEADER_WITHIN, MARK_COLUMNS, bare_header, column_of

_SEPARATORS = {
    ",": Words("a comma", "逗号"),
    "\t": Words("a tab", "制表符"),
    ";": Words("a semicolon", "分号"),
    "；": Words("a full-width semicolon", "全角分号"),
    "，": Words("a full-width comma", "全角逗号"),
}
_LONGEST = 10_000  # characters of a file that are looked at


def separator_of(name: str, text: str) -> str:
    """Give the sign by which a line near the top names most columns; if none does, what the ending stands for."""
    usual = "\t" if ending(name) == ".tsv" else ","
    lines = [line for line in text[:_LONGEST].split("\n") if line.strip()][:HEADER_WITHIN]
    named = {separator: max((_columns(line, separator) for line in lines), default=0) for separator in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda separator: (named[separator], separator == usual))
    return best if named[best] > 1 else usual


def call_separator(separator: str) -> Words:
    """Call a separator by a word that people know."""
    return _SEPARATORS[separator]


def _columns(line: str, separator: str) -> int:
    """Count the columns that a line names."""
    return sum(_is_column(cell.strip().strip('"')) for cell in line.split(separator))


def _is_column(text: str) -> bool:
    return (
        find_key(bare_header(text), LEDGER_COLUMNS) is not None
        or column_of(text, (*FACT_COLUMNS, *MARK_COLUMNS)) is not None
    )
