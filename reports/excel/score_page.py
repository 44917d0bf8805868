"""The committee's table as a sheet: marks are numbers, sums are formulas wherever they are plain sums."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

from ...diagnostics import Language
from .. import committee
from ..committee import note_text, section_text, title_text
from ..score_sheet import MarkCell, ScoreSheet, SheetRow, SheetSection
from ..wording import clauses
from ..words import sheet as sheet_word
from .book import At, Book, Sheet, cell_name, is_kept
from .words import word

MOST_UNITS = 16_000
"""A sheet has little more columns than that."""
_FIRST_UNIT, _FIRST_ROW = 4, 2
_MOST_TERMS = 200
"""Of a formula's sum; spreadsheets take a little more than that."""
_WIDTHS = (16, 32, 7, 52)
_MARK, _WHY = 10, 30


class Addend(NamedTuple):
    """A row whose marks are added up."""

    row: int
    source: SheetRow


class ScorePage:
    """The sheet, and where in it each mark stands."""

    def __init__(self, book: Book, sheet: ScoreSheet, language: Language) -> None:
        """Add the empty sheet and lay out its rows."""
        self.page: Sheet = book.add_sheet(word("sheet", language))
        self._sheet = sheet
        self._language: Language = language
        self._told = len(sheet.units) <= committee.UNITS_A_TABLE
        """Whether each unit has a second column, for the grounds of its marks."""
        self._units = sheet.units[:MOST_UNITS]
        self.rows = self._lay_out()
        self._last = _FIRST_ROW + sum(len(s.items) + (s.row is not None) for s in sheet.sections)
        """The row of the totals."""

    def _lay_out(self) -> dict[int, int]:
        """Give the row of each section and item, by its number; a section's sum stands below its items."""
        below = [row for s in self._sheet.sections for row in (*s.items, *((s.row,) if s.row else ()))]
        return {row.heading.number: _FIRST_ROW + place for place, row in enumerate(below)}

    def column(self, unit: int) -> int:
        """Give the column in which a unit's marks stand."""
        return _FIRST_UNIT + unit * (2 if self._told else 1)

    def cells(self) -> dict[tuple[int, int], At]:
        """Give the cell of each unit's (its place's) mark under a heading (its number); the total's is number 0."""
        rows = {**self.rows, 0: self._last}
        units = range(len(self._units))
        return {(u, number): At(self.page.name, row, self.column(u)) for number, row in rows.items() for u in units}

    def fill(self, starts: dict[tuple[int, int], At], evidence: dict[str, At]) -> None:
        """Write the table; marks are linked to their derivations, units to their evidence."""
        self._starts = starts
        self._head(evidence)
        addends: list[Addend] = []
        for section in self._sheet.sections:
            addends += self._section(section)
        self._foot(addends)
        self._footnotes()

    def _head(self, evidence: dict[str, At]) -> None:
        page, names = self.page, committee.head(self._language)
        last = self.column(len(self._units)) - 1
        marks = [_MARK, _WHY] if self._told else [_MARK]
        page.columns([*_WIDTHS, *(marks * len(self._units))])
        page.over(0, 0, 0, self._sheet.title, "title", until=min(max(last, 3), 11))
        page.height(0, 30)
        page.header(1, 2, names)
        for index, unit in enumerate(self._units):
            page.text(1, self.column(index), unit, "header", to=evidence.get(unit))
            if self._told:
                page.text(1, self.column(index) + 1, committee.word("why", self._language), "header")

    def _section(self, section: SheetSection) -> list[Addend]:
        """Write a section; give what the total adds up of it."""
        items = [Addend(self.rows[item.heading.number], item) for item in section.items]
        for row, item in items:
            self.page.text(row, 1, title_text(item, self._language))
            self._worth(row, item.worth, "mark")
            self.page.text(row, 3, "\n".join(clauses(item.source)))
            self._marks(row, item.heading.number, item.marks, "mark", lambda _: None)
        rows = [row for row, _ in items]
        name = section_text(section.row, self._language)
        if section.row is None:
            if rows:
                self.page.over(rows[0], rows[-1], 0, name, "section")
            return items
        row = self.rows[section.row.heading.number]
        self.page.over(min([*rows, row]), row, 0, name, "section")
        self.page.text(row, 1, committee.word("sum", self._language), "sum")
        self._worth(row, section.row.worth, "sum")
        self.page.text(row, 3, "", "sum")
        self._marks(row, section.row.heading.number, section.row.marks, "sum", lambda unit: self._sum(items, unit))
        return [Addend(row, section.row)]

    def _foot(self, addends: Sequence[Addend]) -> None:
        row = self._last
        self._foot_head(row, "total")
        self._worth(row, self._sheet.worth, "sum")
        self._marks(row, 0, self._sheet.totals, "sum", lambda unit: self._sum(addends, unit))
        for name, texts in {"grade": self._sheet.grades, "rank": self._sheet.ranks}.items():
            if texts:
                row += 1
                self._foot_head(row, name)
                self.page.text(row, 2, "", "sum")
                for unit, text in enumerate(texts[: len(self._units)]):
                    self._figure(row, self.column(unit), text)
        self._last_row = row

    def _foot_head(self, row: int, name: str) -> None:
        self.page.over(row, row, 0, sheet_word(name, self._language), "sum", until=1)
        self.page.text(row, 3, "", "sum")

    def _figure(self, row: int, column: int, text: str) -> None:
        if text.isascii() and text.isdigit():
            self.page.number(row, column, Decimal(text), "sum")
        else:
            self.page.text(row, column, text, "sum")
        if self._told:
            self.page.text(row, column + 1, "", "sum")

    def _worth(self, row: int, worth: str, look: str) -> None:
        if worth:
            self.page.number(row, 2, Decimal(worth), look)
        else:
            self.page.text(row, 2, "", look)

    def _marks(
        self, row: int, number: int, marks: Sequence[MarkCell], look: str, formula: Callable[[int], _Sum | None]
    ) -> None:
        """Write the marks of a row, those as formulas for which there is one that comes to the same."""
        for unit, mark in enumerate(marks[: len(self._units)]):
            column, to, note = self.column(unit), self._starts.get((unit, number)), note_text(mark)
            reckoned = formula(unit)
            if mark.points is None:
                self.page.text(row, column, f"{mark.text} {note}".rstrip(), look, to=to)
            elif reckoned is not None and reckoned.value == mark.points and not mark.ruled and is_kept(mark.points):
                self.page.formula(row, column, reckoned.formula, mark.points, look, note=note, to=to)
            else:
                self.page.number(row, column, mark.points, look, note=note, to=to)
            if self._told:
                self.page.text(row, column + 1, mark.why, "sum" if look == "sum" else "text")

    def _sum(self, addends: Sequence[Addend], unit: int) -> _Sum | None:
        """Give the formula that adds up a unit's marks and what it comes to; nothing where points are weighted."""
        marks = [addend.source.marks[unit] for addend in addends]
        plain = all(addend.source.heading.weight == 1 for addend in addends)
        if not marks or len(marks) > _MOST_TERMS or not plain or any(mark.provisional for mark in marks):
            return None
        known = [mark.points for mark in marks if mark.points is not None]
        if not all(map(is_kept, known)):
            return None
        with localcontext(prec=60):
            return _Sum(
                f"=SUM({_cells([addend.row for addend in addends], self.column(unit))})", sum(known, Decimal(0))
            )

    def _footnotes(self) -> None:
        row = self._last_row + 2
        if len(self._units) < len(self._sheet.units):
            count = len(self._sheet.units)
            text = sheet_word("continued", self._language, first=1, last=MOST_UNITS, count=count)
            self.page.over(row, row, 0, text, "plain", until=3)
            row += 1
        notes = [f"[{note.number}] {note.text}" for note in self._sheet.footnotes]
        for text in (*notes, *self._sheet.remarks):
            self.page.over(row, row, 0, text, "plain", until=3)
            row += 1
        self._last_row = row - 1

    def last_line(self, text: str) -> None:
        """Write a line in small type below everything else."""
        self.page.over(self._last_row + 2, self._last_row + 2, 0, text, "small", until=3)


class _Sum(NamedTuple):
    """A formula and its value."""

    formula: str
    value: Decimal


def _cells(rows: list[int], column: int) -> str:
    """Write rows of a column as a range where they follow one another, else one by one."""
    if len(rows) > 1 and rows[-1] - rows[0] == len(rows) - 1:
        return f"{cell_name(rows[0], column)}:{cell_name(rows[-1], column)}"
    return ",".join(cell_name(row, column) for row in rows)
