"""The hidden sheet: what the workbook was made for, and the lists that its cells offer."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_col_to_name

from ...interpreter.model import Model
from ..workbook_layout import SHEETS, about
from ..workbook_units import UNITS, as_text
from .paper import Book

_FIRST_COLUMN = 4
"""The lists stand to the right of what the workbook was made for, one a column."""


class Lists:
    """Lists of what cells may hold; each is written once, however many cells offer it."""

    def __init__(self, book: Book, model: Model, units: Sequence[str]) -> None:
        """Write what the workbook was made for, and with which units."""
        self._paper = book.add_sheet(SHEETS["about"])
        self._paper.sheet.hide()
        self._ranges: dict[tuple[str, ...], str] = {}
        told = about(model) | ({UNITS: text} if (text := as_text(units)) else {})
        for row, (key, value) in enumerate(told.items()):
            self._paper.put(row, 0, key, "text")
            self._paper.put(row, 1, value, "text")

    def range_of(self, entries: Sequence[str]) -> str:
        """Give the cells that hold a list, as a formula names them."""
        key = tuple(entries)
        if key not in self._ranges:
            column = _FIRST_COLUMN + len(self._ranges)
            for row, entry in enumerate(key):
                self._paper.put(row, column, entry, "text")
            name = xl_col_to_name(column)
            self._ranges[key] = f"=_psr!${name}$1:${name}${max(len(key), 1)}"
        return self._ranges[key]
