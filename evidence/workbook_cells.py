"""The cells of a sheet as the texts that a person sees in them, with merged cells filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from ..diagnostics import Place, Span
from ..diagnostics.table import WIDTH, TableSource
from .record import Said
from .workbook_scan import Cell, Scan

Value = int | float | str | bool | time | date | datetime | timedelta
"""What the reader gives for a cell; an empty text for an empty one."""

_DIGITS = 15  # as many as a spreadsheet keeps of a number


class Merged(NamedTuple):
    """A merged cell: its first row and column and its last ones, all counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


class SheetCells:
    """A sheet: its title, and its cells by rows; rows and columns are counted from 0 here."""

    def __init__(
        self,
        file: str,
        title: str,
        rows: Sequence[Sequence[Value]],
        scan: Scan,
        merged: Sequence[Merged],
        number: int = 0,
        is_hidden: bool = False,
    ) -> None:
        """Take a sheet's values as they were read, what else was found in it, and its place among the sheets.

        Of one that is hidden the first rows are enough: it is looked at, and never read.
        """
        self.file = file
        self.title = title
        self.height = len(rows)
        self.width = max(map(len, rows), default=0)
        self.scan = scan
        self.merged = merged
        self.is_hidden = is_hidden
        self._rows = rows
        self.number = number
        self.source = TableSource(file, title, self._numbered, number=number)

    def set_header(self, row: int) -> None:
        """Say which row names the columns, for excerpts."""
        self.source = TableSource(self.file, self.title, self._numbered, row + 1, number=self.number)

    def text(self, row: int, column: int) -> str:
        """Give the text of a cell; empty outside the sheet."""
        cells = self._rows[row] if row < self.height else ()
        text = to_text(cells[column]) if column < len(cells) else ""
        return self._corrected((row, column), text)

    def is_number(self, row: int, column: int) -> bool:
        """Tell whether a cell holds a number and not a text."""
        return isinstance(self._rows[row][column], int | float)

    def texts(self, row: int) -> list[str]:
        """Give the texts of a row."""
        return [self.text(row, column) for column in range(self.width)]

    def said(self, row: int, column: int) -> Said:
        """Give a cell with its place."""
        return Said(self.text(row, column), self.place(row, column))

    def place(self, row: int, column: int, width: int = 1) -> Place:
        """Give one or several cells of a row as a place."""
        start = row * WIDTH + column
        return Place(self.source, Span(start, start + width))

    def columns(self, first: int) -> list[list[str]]:
        """Give the texts of all columns, from a row on."""
        by_column = list(zip(*self._rows[first:], strict=True)) or [()] * self.width
        found = [[each.strip() if each.__class__ is str else to_text(each) for each in cells] for cells in by_column]
        for row, column in (*self.scan.formulas, *self.scan.failed, *self.scan.percentages):
            if first <= row < self.height and column < self.width:
                found[column][row - first] = self.text(row, column)
        return found

    def _numbered(self, number: int) -> Sequence[str]:
        return self.texts(number - 1) if 0 < number <= self.height else ()

    def _corrected(self, cell: Cell, text: str) -> str:
        """Give what a cell shows where its value alone would not tell."""
        if cell in self.scan.failed:
            return self.scan.failed[cell]
        if formula := self.scan.formulas.get(cell):
            return text or formula
        if text and cell in self.scan.percentages and self.is_number(*cell):  # a text is shown as it was typed
            return _percentage(text)
        return text


def to_text(value: Value) -> str:
    """Write a cell's value as a person types it: whole numbers without a point, decimals without powers, days alone."""
    return value.strip() if isinstance(value, str) else _written(value)


@lru_cache(maxsize=8192, typed=True)
def _written(value: int | float | time | date | datetime | timedelta) -> str:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case float():
            return _decimal(value)
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _decimal(value: float) -> str:
    """Write a number with as many digits as a spreadsheet shows: what was typed as 0.3 is 0.3."""
    from decimal import Decimal

    text = f"{value:.{_DIGITS}g}"
    if "e" not in text:
        return text
    return format(Decimal(text), "f")


def _percentage(text: str) -> str:
    from decimal import Decimal, InvalidOperation

    try:
        share = Decimal(text) * 100
    except InvalidOperation:
        return text
    shown = format(share, "f")
    return f"{shown.rstrip('0').rstrip('.') if '.' in shown else shown}%"
