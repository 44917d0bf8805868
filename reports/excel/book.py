"""A workbook of XlsxWriter's: how its cells look, what fills them. Only this file calls XlsxWriter.

Text stays text: nothing in it is taken for a formula, a number or a link. The same content gives the same bytes on any
day. Rows and columns count from 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

from ...diagnostics import Language
from ...diagnostics.width import display_width
from ..wording import clean

_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Stands for the day on which the workbook was made, which would make each one another."""
_TEXTS_STAY_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LONGEST = 32_000
"""Characters that a cell may hold; spreadsheets refuse a little more than that."""
_MOST_LINKS = 65_000
"""On one sheet; spreadsheets refuse a little more than that."""
_MOST_FORMATS = 2_000
_LINE, _HIGHEST = 14, 400
"""The height of a line and of the highest row, in points; spreadsheets refuse rows a little higher than that."""
_CENTRE = {"align": "center"}
_BORDER = {"border": 1, "border_color": "#7F7F7F"}
_SUM = {**_BORDER, **_CENTRE, "bold": True, "bg_color": "#F2F2F2"}
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "text_wrap": False, **_CENTRE},
    "header": {**_BORDER, **_CENTRE, "bold": True, "bg_color": "#D9E2F3"},
    "section": {**_BORDER, **_CENTRE, "bold": True},
    "text": _BORDER,
    "mark": {**_BORDER, **_CENTRE},
    "sum": _SUM,
    "plain": {},
    "small": {"font_size": 8, "font_color": "#595959"},
    "head": {"bold": True, "bg_color": "#F2F2F2"},
}


class At(NamedTuple):
    """A cell of a sheet."""

    sheet: str
    row: int
    column: int


class Book:
    """The workbook under way."""

    def __init__(self, title: str, language: Language) -> None:
        """Begin an empty workbook."""
        from xlsxwriter.workbook import Workbook

        self._stream = BytesIO()
        self._workbook: Any = Workbook(self._stream, {"in_memory": True, **_TEXTS_STAY_TEXTS})
        self._workbook.set_properties({"title": clean(title)[:255], "created": _NO_DAY, "author": "", "comments": ""})
        self._formats: dict[tuple[str, str, int, bool], Any] = {}
        self._font = "宋体" if language == "zh" else "Calibri"

    def add_sheet(self, name: str) -> Sheet:
        """Add a sheet; it prints on A4 lying on its side."""
        return Sheet(self, name, self._workbook.add_worksheet(name))

    def done(self) -> bytes:
        """Give the workbook as a file's content; nothing can be added after that."""
        self._workbook.close()
        return self._stream.getvalue()

    def look(self, name: str, *, note: str = "", indent: int = 0, linked: bool = False) -> Any:
        """Give a format; ``note`` follows a number in its cell without being part of it, as ``6 [1]``."""
        key = (name, note, indent, linked)
        if key not in self._formats:
            if note and len(self._formats) >= _MOST_FORMATS:
                return self.look(name, indent=indent, linked=linked)
            self._formats[key] = self._workbook.add_format(
                {
                    "font_name": self._font,
                    "font_size": 10,
                    "valign": "vcenter",
                    "text_wrap": True,
                    **_LOOKS[name],
                    **({"num_format": f'General" {note}"'} if note else {}),
                    **({"indent": indent} if indent else {}),
                    **({"font_color": "#1F4E9E"} if linked else {}),
                }
            )
        return self._formats[key]


class Sheet:
    """One sheet."""

    def __init__(self, book: Book, name: str, sheet: Any) -> None:
        """Take an empty sheet of XlsxWriter's, which does not tell its types."""
        self.name = name
        self._book = book
        self._sheet = sheet
        self._links = 0
        self._widths: Sequence[int] = ()
        self._lines: dict[int, int] = {}
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P / &N")

    def text(
        self, row: int, column: int, text: str, look: str = "text", *, indent: int = 0, to: At | None = None
    ) -> None:
        """Write a text, as a link to another cell if ``to`` says so; its row becomes high enough for it."""
        shown = shortened(text)
        self._fit(row, shown, sum(self._widths[column : column + 1]) - indent)
        self._put(row, column, shown, look, indent, to)

    def _put(self, row: int, column: int, shown: str, look: str, indent: int = 0, to: At | None = None) -> None:
        linked = self._link(row, column, to)
        cell_format = self._book.look(look, indent=min(indent, 15), linked=linked)
        if shown:
            self._sheet.write_string(row, column, shown, cell_format)
        else:
            self._sheet.write_blank(row, column, None, cell_format)

    def number(self, row: int, column: int, value: Decimal, look: str, *, note: str = "", to: At | None = None) -> None:
        """Write a number; as a text where a spreadsheet would not keep all its digits."""
        if not is_kept(value):
            self.text(row, column, f"{value:f} {note}".rstrip(), look, to=to)
            return
        linked = self._link(row, column, to)
        self._sheet.write_number(row, column, float(value), self._book.look(look, note=note, linked=linked))

    def formula(
        self, row: int, column: int, formula: str, value: Decimal, look: str, *, note: str = "", to: At | None = None
    ) -> None:
        """Write a formula together with its value, which is shown where nothing reckons."""
        linked = self._link(row, column, to)
        cell_format = self._book.look(look, note=note, linked=linked)
        self._sheet.write_formula(row, column, formula, cell_format, float(value) if value % 1 else int(value))

    def over(self, first: int, last: int, column: int, text: str, look: str, *, until: int | None = None) -> None:
        """Write a text over several rows of a column, or of the columns up to ``until``."""
        right = column if until is None else until
        if (first, column) != (last, right):
            self._sheet.merge_range(first, column, last, right, "", self._book.look(look))
        shown = shortened(text)
        if first == last:
            self._fit(first, shown, sum(self._widths[column : right + 1]))
        self._put(first, column, shown, look)

    def columns(self, widths: Sequence[int]) -> None:
        """Set the widths of the columns, in characters of a digit's width; to be called before texts are written."""
        self._widths = widths
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def header(self, row: int, columns: int, titles: Sequence[str] = ()) -> None:
        """Keep the rows down to this one, and so many columns, in sight, and print the row on each page."""
        for column, title in enumerate(titles):
            self.text(row, column, title, "header")
        self._sheet.freeze_panes(row + 1, columns)
        self._sheet.repeat_rows(row)

    def filtered(self, row: int, last_row: int, columns: int) -> None:
        """Let people filter the rows below a header."""
        self._sheet.autofilter(row, 0, max(last_row, row), columns - 1)

    def height(self, row: int, points: int) -> None:
        """Set a row's height."""
        self._sheet.set_row(row, points)

    def _fit(self, row: int, text: str, width: int) -> None:
        """Make a row high enough for a text that wraps; spreadsheets do not all do that by themselves."""
        if 2 * len(text) < width and "\n" not in text:
            return
        lines = sum(1 + display_width(line) // max(width, 4) for line in text.split("\n"))
        if lines > self._lines.get(row, 1):
            self._lines[row] = lines
            self.height(row, min(_LINE * lines + 2, _HIGHEST))

    def _link(self, row: int, column: int, to: At | None) -> bool:
        """Link a cell that is written afterwards; tell whether there was room for another link."""
        if to is None or self._links >= _MOST_LINKS:
            return False
        self._links += 1
        self._sheet.write_url(row, column, f"internal:'{to.sheet}'!{cell_name(to.row, to.column)}", None, "-")
        return True


def shortened(text: str) -> str:
    """Give a text as it can stand in a cell: nothing unseen in it, and not too long."""
    shown = clean(text)
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"


def is_kept(value: Decimal) -> bool:
    """Tell whether a spreadsheet keeps a number whole: it has fifteen digits."""
    return len(value.normalize().as_tuple().digits) <= 15 and abs(value.adjusted()) < 100


def cell_name(row: int, column: int) -> str:
    """Write a cell as ``C14``."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return xl_rowcol_to_cell(row, column)
