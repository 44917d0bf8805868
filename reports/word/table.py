"""A score sheet → the committee's table in WordprocessingML, for some of its units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...diagnostics import Language
from .. import committee
from ..score_sheet import MarkCell, ScoreSheet, SheetRow, SheetSection
from ..wording import clauses, clean
from ..words import sheet as sheet_word
from . import markup as m

PAGE_WIDTH = 15138
"""Of an A4 sheet lying on its side, without its margins, in twentieths of a point."""
_FEW = 3
_HEAD, _SUM = "D9E2F3", "F2F2F2"
"""The shades of the first row and of sums."""


class _Measure(NamedTuple):
    """The widths of the columns in twentieths of a point, and the size of type in half points."""

    fixed: tuple[int, int, int, int]
    unit: int
    size: int


def committee_table(sheet: ScoreSheet, units: slice, language: Language) -> str:
    """Write the table for a slice of the units."""
    return m.table(_Table(sheet, units, language).rows(), _widths(_measure(_count(sheet, units)), _count(sheet, units)))


def _count(sheet: ScoreSheet, units: slice) -> int:
    return len(sheet.units[units])


def _measure(units: int) -> _Measure:
    """Leave the units more room the more there are, and the regulation's words the less."""
    fixed, size = ((1300, 2700, 640, 4600), 18) if units <= _FEW else ((900, 1750, 560, 2950), 15)
    return _Measure(fixed, (PAGE_WIDTH - sum(fixed)) // max(units, 1), size)


def _widths(measure: _Measure, units: int) -> list[int]:
    return [*measure.fixed, *[measure.unit] * units]


class _Table:
    """Writes the rows for some of the units."""

    def __init__(self, sheet: ScoreSheet, units: slice, language: Language) -> None:
        self._sheet = sheet
        self._units = units
        self._language: Language = language
        self._measure = _measure(_count(sheet, units))

    def rows(self) -> Iterator[str]:
        """Give the header, the sections with their sums, and the foot."""
        names = [*committee.head(self._language), *map(clean, self._sheet.units[self._units])]
        widths = _widths(self._measure, len(names) - 4)
        yield m.row(
            (self._text(name, width, bold=True, shade=_HEAD) for name, width in zip(names, widths, strict=True)),
            header=True,
        )
        for section in self._sheet.sections:
            yield from self._section(section)
        yield from self._foot()

    def _section(self, section: SheetSection) -> Iterator[str]:
        name = committee.section_text(section.row, self._language)
        for number, item in enumerate(section.items):
            yield m.row((self._objective(name, number == 0), *self._item(item)))
        if section.row is not None:
            _, title, _, source = self._measure.fixed
            cells = (
                self._objective(name, not section.items),
                self._text(committee.word("sum", self._language), title, bold=True, shade=_SUM),
                self._worth(section.row.worth, shade=_SUM),
                self._text("", source, shade=_SUM),
            )
            yield m.row((*cells, *self._marks(section.row.marks, bold=True, shade=_SUM)))

    def _objective(self, name: str, first: bool) -> str:
        """Write the section's cell, one over all its rows."""
        width = self._measure.fixed[0]
        if first:
            return self._text(name, width, bold=True, merge="restart")
        return self._text("", width, merge="continue")

    def _item(self, row: SheetRow) -> Iterator[str]:
        _, title, _, source = self._measure.fixed
        yield self._text(committee.title_text(row, self._language), title, align="left")
        yield self._worth(row.worth)
        text = "".join(m.paragraph(self._run(clause)) for clause in clauses(row.source)) or m.paragraph("")
        yield m.cell(text, source)
        yield from self._marks(row.marks)

    def _foot(self) -> Iterator[str]:
        sheet = self._sheet
        yield m.row((*self._foot_head("total", sheet.worth), *self._marks(sheet.totals, bold=True, shade=_SUM)))
        lines = {"grade": sheet.grades, "rank": sheet.ranks}
        for name, texts in lines.items():
            if texts:
                cells = (self._text(clean(text), self._measure.unit, shade=_SUM) for text in texts[self._units])
                yield m.row((*self._foot_head(name, ""), *cells))

    def _foot_head(self, name: str, worth: str) -> Iterator[str]:
        section, title, _, source = self._measure.fixed
        yield self._text(sheet_word(name, self._language), section + title, bold=True, shade=_SUM, span=2)
        yield self._worth(worth, shade=_SUM)
        yield self._text("", source, shade=_SUM)

    def _worth(self, worth: str, *, shade: str = "") -> str:
        return self._text(worth, self._measure.fixed[2], shade=shade)

    def _marks(self, marks: tuple[MarkCell, ...], *, bold: bool = False, shade: str = "") -> Iterator[str]:
        for mark in marks[self._units]:
            runs = self._run(mark.text, bold=bold)
            if mark.footnotes:
                runs += m.run(committee.note_text(mark), size=self._measure.size, raised=True)
            why = committee.why_text(mark, self._language)
            runs += self._run(why) if why else ""
            align = "left" if len(mark.why) > self._measure.unit // 300 else "center"
            yield m.cell(m.paragraph(runs, align=align), self._measure.unit, shade=shade)

    def _text(
        self,
        text: str,
        width: int,
        *,
        bold: bool = False,
        align: str = "center",
        shade: str = "",
        span: int = 1,
        merge: str = "",
    ) -> str:
        content = m.paragraph(self._run(text, bold=bold) if text else "", align=align)
        return m.cell(content, width, span=span, merge=merge, shade=shade)

    def _run(self, text: str, *, bold: bool = False) -> str:
        return m.run(text, size=self._measure.size, bold=bold)
