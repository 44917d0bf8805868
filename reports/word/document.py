"""A result → a Word document: title, the committee's table, footnotes; A4 lying on its side.

More units than fit side by side get several tables. The same result gives the same bytes on any day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.shared import Twips

from ...diagnostics import Language
from ...interpreter.result import Result
from ...receipts.receipt import Receipt
from .. import committee
from ..receipt_line import receipt_line
from ..score_sheet import MarkCell, ScoreSheet, score_sheet
from ..wording import clean
from ..words import sheet as sheet_word
from . import markup as m
from .fonts import set_fonts
from .table import committee_table

_NO_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 (a document's properties know no zone)
"""Stands for the day on which the document was made, which would make each one another."""
_LONG, _SHORT, _MARGIN = 16838, 11906, 850
"""The sides of a sheet of A4 and its margins, in twentieths of a point."""
_TITLE, _SMALL, _SMALLEST = 32, 18, 15
"""Sizes of type, in half points."""


def word_report(result: Result, language: Language, receipt: Receipt | None = None) -> bytes:
    """Write a result as a Word document. Needs python-docx (the extra ``report``)."""
    sheet = score_sheet(result, language)
    document: Any = Document()
    set_fonts(document)
    _lay_out(document, sheet, language)
    body = document.element.body
    for block in _blocks(sheet, language):
        body.insert(len(body) - 1, parse_xml(block))  # the page's own settings stay last
    if receipt is not None:
        body.insert(len(body) - 1, parse_xml(_last_line(receipt, language)))
    stream = BytesIO()
    document.save(stream)
    return _dateless(stream.getvalue())


def _lay_out(document: Any, sheet: ScoreSheet, language: Language) -> None:
    """Turn the page, number its sheets, and put the title, and no day, among the properties."""
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Twips(_LONG), Twips(_SHORT)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Twips(_MARGIN)
    page.footer_distance = page.header_distance = Twips(_MARGIN // 2)
    before, middle, after = committee.word("page", language, page="\0", pages="\0").split("\0")
    runs = m.run(before, size=_SMALL) + m.field("PAGE", size=_SMALL) + m.run(middle, size=_SMALL)
    runs += m.field("NUMPAGES", size=_SMALL) + m.run(after, size=_SMALL)
    footer = page.footer._element  # noqa: SLF001 (python-docx has no other way to a field)
    footer.append(parse_xml(m.paragraph(runs, align="center", spaces=m.declared())))
    footer.remove(footer[0])
    properties = document.core_properties
    properties.title, properties.author, properties.comments = clean(sheet.title)[:255], "", ""
    properties.created = properties.modified = _NO_DAY
    properties.language = "zh-CN" if language == "zh" else "en"


def _blocks(sheet: ScoreSheet, language: Language) -> Iterator[str]:
    """Give the title, then each table with the footnotes that it refers to."""
    step, count, spaces = committee.UNITS_A_TABLE, len(sheet.units), m.declared()
    title = m.run(clean(sheet.title), size=_TITLE, bold=True)
    yield m.paragraph(title, align="center", after=160, with_next=True, spaces=spaces)
    for first in range(0, max(count, 1), step):
        units = slice(first, first + step)
        if count > step:
            last = min(first + step, count)
            name = "continued" if last > first + 1 else "continued alone"
            text = sheet_word(name, language, first=first + 1, last=last, count=count)
            runs = m.run(text, size=_SMALL)
            yield m.paragraph(runs, after=80, new_page=first > 0, with_next=True, spaces=spaces)
        yield committee_table(sheet, units, language)
        yield from _footnotes(sheet, units, language)


def _footnotes(sheet: ScoreSheet, units: slice, language: Language) -> Iterator[str]:
    """Give the footnotes of some units, and remarks on the sheet below the last ones.

    There is a paragraph in any case, since two tables in a row would become one.
    """
    cited = {number for mark in _marks(sheet, units) for number in mark.footnotes}
    texts = [f"[{note.number}] {clean(note.text)}" for note in sheet.footnotes if note.number in cited]
    texts += map(clean, sheet.remarks) if units.stop >= len(sheet.units) else ()
    if texts:
        heading = m.run(committee.word("notes", language), size=_SMALL, bold=True)
        yield m.paragraph(heading, with_next=True, spaces=m.declared())
    for text in texts or [""]:
        yield m.paragraph(m.run(text, size=_SMALL), spaces=m.declared())


def _last_line(receipt: Receipt, language: Language) -> str:
    return m.paragraph(m.run(receipt_line(receipt, language), size=_SMALLEST), before=120, spaces=m.declared())


def _marks(sheet: ScoreSheet, units: slice) -> Iterator[MarkCell]:
    for section in sheet.sections:
        rows = section.items if section.row is None else (section.row, *section.items)
        for row in rows:
            yield from row.marks[units]
    yield from sheet.totals[units]


def _dateless(document: bytes) -> bytes:
    """Pack the parts again, in their order, without the time of day that packing notes."""
    packed = BytesIO()
    with ZipFile(BytesIO(document)) as parts, ZipFile(packed, "w") as archive:
        for name in parts.namelist():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            archive.writestr(entry, parts.read(name))
    return packed.getvalue()
