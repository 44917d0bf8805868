"""A table of cells as a source: places in it are cells, such as ``evidence.xlsx · 事件 · C14``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .source import SourceFile, Span
from .width import display_width

WIDTH = 16_384
"""The most columns a table has; what a spreadsheet's sheet can hold."""

_BAR = " │ "
_WIDEST = 40  # terminal cells of one cell that is not marked; a longer one would push the others out of sight

_LONGEST = 400  # characters of a cell that an excerpt looks at


class TableSource(SourceFile):
    """A table, whose spans count its cells: row by row, each row WIDTH of them, from 0.

    A line of it, for excerpts, is a row with bars between its cells.
    """

    __slots__ = ("_cells", "_header", "_named", "number", "sheet")

    def __init__(
        self,
        name: str,
        sheet: str,
        cells: Callable[[int], Sequence[str]],
        header: int = 0,
        named: bool = False,
        number: int = 0,
    ) -> None:
        """Take the file's name, the sheet's, and a function that gives the texts of a row, counted from 1.

        ``header`` is the row that names the columns, 0 for none; ``named`` says that people know the columns by
        those names and not by letters. ``number`` is the sheet's place among those of its file.
        """
        super().__init__(name, "")
        self.sheet = sheet
        self.number = number
        self._cells = cells
        self._header = header
        self._named = named

    @property
    def title(self) -> str:
        """The file and the sheet."""
        return f"{self.name} · {self.sheet}" if self.sheet else self.name

    def position(self, offset: int) -> tuple[int, int]:
        """Give the row and the column of a cell, both counted from 1."""
        row, column = divmod(offset, WIDTH)
        return row + 1, column + 1

    def where(self, span: Span) -> str:
        """Write the cell, or the cells from the first to the last."""
        row, column = self.position(span.start)
        if self._named:
            names = self._cells(self._header)
            of = f" · {names[column - 1]}" if span.end - span.start == 1 and column <= len(names) else ""
            return f"{self.title} · #{row}{of}"
        return f"{self.title} · {self.cell(span)}"

    def row(self, span: Span) -> str:
        """Write the cells, of which people name the row as they do any other."""
        return self.where(span)

    def cell(self, span: Span) -> str:
        """Write a cell as spreadsheets do, ``C14``; several as ``A14:F14``."""
        first, last = (f"{letters(column)}{row}" for row, column in map(self.position, (span.start, span.end - 1)))
        return first if span.end - span.start <= 1 else f"{first}:{last}"

    def line(self, number: int) -> str:
        """Give a row with bars between its cells."""
        return _BAR.join(self._padded(number))

    def stretch(self, span: Span) -> tuple[int, int, int]:
        """Give the row, and from where to where its marked cells lie in the row's line."""
        row, column = self.position(span.start)
        _, last = self.position(max(span.start, span.end - 1))
        padded, texts = self._padded(row), self._texts(row)
        if column > len(padded):
            return row, len(self.line(row)), len(self.line(row))
        start = sum(len(text) + len(_BAR) for text in padded[: column - 1])
        last = min(last, len(padded))
        end = start + sum(len(text) + len(_BAR) for text in padded[column - 1 : last - 1]) + len(texts[last - 1])
        return row, start, max(end, start + 1)

    def heading(self, number: int) -> int | None:
        """Give the row that names the columns."""
        return self._header if 0 < self._header < number else None

    def headed(self, number: int, start: int) -> tuple[str, int]:
        """Give the line of the header, its cells as wide as those of a row, and where it begins to be of interest."""
        texts, row = self._texts(self._header), self._padded(number)
        wide = [_pad(text, display_width(below)) for text, below in zip(texts, row, strict=False)]
        passed = column = 0
        while column < len(row) - 1 and passed + len(row[column]) < start:
            passed += len(row[column]) + len(_BAR)
            column += 1
        return _BAR.join(wide), sum(len(text) + len(_BAR) for text in wide[:column])

    def _texts(self, number: int) -> list[str]:
        return [" ".join(text[:_LONGEST].split()) for text in self._cells(number)]

    def _padded(self, number: int) -> list[str]:
        """Give the cells of a row, each at least as wide as its header."""
        texts = self._texts(number)
        if not self._header:
            return texts
        names = self._texts(self._header)
        widths = [min(display_width(name), _WIDEST) for name in names]
        widths += [0] * (len(texts) - len(widths))
        return [_pad(text, width) for text, width in zip(texts, widths, strict=False)]


def letters(column: int) -> str:
    """Give a column's letters, as spreadsheets do: 1 is A, 27 is AA."""
    found = ""
    while column > 0:
        column, digit = divmod(column - 1, 26)
        found = chr(ord("A") + digit) + found
    return found


def _pad(text: str, width: int) -> str:
    return text + " " * max(0, width - display_width(text))
