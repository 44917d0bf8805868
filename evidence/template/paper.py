"""A sheet of the workbook: how its cells look, what fills them, what they take. Only this file calls XlsxWriter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ...diagnostics import Language, Words
from ...diagnostics.width import display_width
from ...interpreter.model import Type
from .cells import Cell, Number
from .words import CHECK_CELL, how_to_write

ROWS = 5000
"""So many rows are prepared with lists and checks; more may be filled in."""
_LONGEST = 32_000
"""Characters that a cell or a comment may hold; spreadsheets refuse a little more than that."""
_NARROWEST, _WIDEST = 8, 48
"""Of a column, in characters of a digit's width."""

_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 16},
    "strong": {"bold": True},
    "plain": {"valign": "top", "text_wrap": True},
    "header": {"bold": True, "bg_color": "#DCE6F1", "border": 1, "valign": "vcenter", "text_wrap": True},
    "info": {"font_color": "#595959", "valign": "top", "text_wrap": True},
    "text": {"num_format": "@", "valign": "top", "text_wrap": True},
    "line": {"valign": "top"},
    "entry": {"valign": "top", "align": "center"},
    "date": {"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"},
    "share": {"num_format": "0.00%", "valign": "top"},
}
_SHADES = {"missing": "#FFE699", "idle": "#E7E6E6"}


class Book:
    """The workbook under way."""

    def __init__(self, workbook: Any, language: Language, day: date) -> None:
        """Take an empty workbook of XlsxWriter's, which does not tell its types; ``day`` shows how days are written."""
        self.workbook = workbook
        self.language: Language = language
        self._day = day
        fonts = {"font_name": "Microsoft YaHei" if language == "zh" else "Calibri", "font_size": 11}
        self.looks = {name: workbook.add_format({**fonts, **look}) for name, look in _LOOKS.items()}
        self.shades = {name: workbook.add_format({"bg_color": colour}) for name, colour in _SHADES.items()}

    def say(self, words: Words, **arguments: object) -> str:
        """Give words in the workbook's language."""
        return words.say(self.language, arguments)

    def how_to_write(self, kind: Type) -> str:
        """Say what may stand in a cell of a type."""
        return how_to_write(kind, self.language, self._day)

    def add_sheet(self, title: Words) -> Paper:
        """Add a sheet."""
        return Paper(self, self.workbook.add_worksheet(self.say(title)))


class Paper:
    """One sheet; rows and columns count from 0."""

    def __init__(self, book: Book, sheet: Any) -> None:
        """Take the sheet."""
        self.book = book
        self.sheet = sheet
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        self._widths: dict[int, int] = {}

    def put(self, row: int, column: int, content: Cell, look: str = "entry") -> None:
        """Fill a cell. Text stays text: nothing in it is taken for a formula, a number or a link."""
        looks = self.book.looks
        match content:
            case Number():
                self.sheet.write_number(row, column, content.value, looks["share" if content.is_share else look])
            case date():
                self.sheet.write_datetime(row, column, content, looks["date"])
            case "":
                self.sheet.write_blank(row, column, None, looks[look])
            case _:
                self.sheet.write_string(row, column, content[:_LONGEST], looks[look])
        self._widen(column, content)

    def header(self, columns: Sequence[str], comments: Mapping[int, str] | None = None) -> None:
        """Write the first row, which stays in sight."""
        for column, title in enumerate(columns):
            self.put(0, column, title, "header")
        for column, comment in (comments or {}).items():
            self.comment(0, column, comment)
        self.sheet.set_row(0, 24)
        self.sheet.repeat_rows(0)

    def comment(self, row: int, column: int, text: str) -> None:
        """Pin a note to a cell, large enough to be read."""
        if text:
            lines = sum(1 + display_width(line) // 40 for line in text.splitlines())
            size = {"x_scale": 2.5, "y_scale": max(1.0, min(lines / 4, 8.0)), "font_size": 10, "author": "PSR"}
            self.sheet.write_comment(row, column, text[:_LONGEST], size)

    def widths(self, looks: Mapping[int, str], least: Mapping[int, int], most: int = _WIDEST) -> None:
        """Make each column as wide as what stands in it, within bounds; Chinese takes two cells a character.

        ``looks`` and ``least`` tell how the cells still empty look, and how wide their columns are at least.
        """
        for column in sorted({*self._widths, *looks}):
            wide = max(self._widths.get(column, 0) + 3, least.get(column, _NARROWEST))
            look = self.book.looks[looks[column]] if column in looks else None
            self.sheet.set_column(column, column, min(wide, most), look)

    def choose(self, rows: tuple[int, int], column: int, source: str | list[str], *, free: Words | None = None) -> None:
        """Offer a list in some rows of a column; what is not in it may pass, once ``free`` was said."""
        self.sheet.data_validation(
            rows[0],
            column,
            rows[1],
            column,
            {
                "validate": "list",
                "source": source,
                "error_type": "warning" if free else "stop",
                "error_title": self.book.say(CHECK_CELL),
                "error_message": self.book.say(free) if free else "",
            },
        )

    def demand(self, rows: tuple[int, int], column: int, formula: str, hint: str, prompt: str = "") -> None:
        """Ask back where a formula, written for the first cell, does not hold; ``hint`` tells what is wanted.

        ``prompt`` is shown beside a cell that is chosen, before anything is typed.
        """
        self.sheet.data_validation(
            rows[0],
            column,
            rows[1],
            column,
            {
                "validate": "custom",
                "value": formula,
                "error_title": self.book.say(CHECK_CELL),
                "error_message": hint[:250],
                "error_type": "warning",
                **({"input_message": prompt[:250]} if prompt else {}),
            },
        )

    def prompt(self, rows: tuple[int, int], column: int, text: str) -> None:
        """Show a text beside a cell of some rows of a column that is chosen; anything may be typed."""
        options = {"validate": "any", "input_message": text[:250]}
        self.sheet.data_validation(rows[0], column, rows[1], column, options)

    def colour(self, area: tuple[int, int, int, int], formula: str, shade: str) -> None:
        """Colour the cells of an area (first row and column, last row and column) where a formula holds."""
        options = {"type": "formula", "criteria": formula, "format": self.book.shades[shade]}
        self.sheet.conditional_format(*area, options)

    def heighten(self, row: int, texts: Mapping[str, int]) -> None:
        """Make a row high enough for texts that wrap, each in a column of so many characters' width."""
        lines = [
            sum(1 + display_width(line) // width for line in text.splitlines()) for text, width in texts.items() if text
        ]
        self.sheet.set_row(row, 15.5 * min(max(lines, default=1), 26))

    def reserve(self, column: int, texts: Iterable[str]) -> None:
        """Make a column wide enough for texts that are still to come."""
        for text in texts:
            self._widen(column, text)

    def _widen(self, column: int, content: Cell) -> None:
        text = content if isinstance(content, str) else "2019-03-25"
        wide = max((display_width(line) for line in text.splitlines()), default=0)
        self._widths[column] = max(self._widths.get(column, 0), wide)
