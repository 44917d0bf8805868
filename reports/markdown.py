"""A result → Markdown: the committee's table with its footnotes below, for a wiki or a repository.

Nothing that comes from the rules or the evidence is read as markup: not as HTML, a link, an image or a column's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..diagnostics import Language
from ..interpreter.result import Result
from ..receipts.receipt import Receipt
from . import committee
from .committee import note_text, section_text, title_text, why_text
from .receipt_line import receipt_line
from .score_sheet import MarkCell, ScoreSheet, score_sheet
from .wording import clauses, clean
from .words import sheet as sheet_word

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&#!$@^]|(?<=:)/|(?<=www)\.", re.IGNORECASE)
"""What Markdown, its tables, formulas and links that need no brackets are made of."""


def markdown_report(result: Result, language: Language, receipt: Receipt | None = None) -> str:
    """Write a result as Markdown; the same result gives the same text."""
    sheet = score_sheet(result, language)
    lines = [f"# {escaped(sheet.title)}", "", *_table(sheet, language)]
    notes = [escaped(f"[{note.number}] {note.text}") for note in sheet.footnotes]
    notes += map(escaped, sheet.remarks)
    if notes:
        lines += ["", f"**{committee.word('notes', language)}**"]
    for note in notes:
        lines += ["", note]
    if receipt is not None:
        lines += ["", escaped(receipt_line(receipt, language))]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    r"""Write a text such that Markdown shows it as it is; a line end becomes ``<br>``."""
    return _MARKUP.sub(r"\\\g<0>", clean(text.strip())).replace("\n", "<br>")


def _table(sheet: ScoreSheet, language: Language) -> Iterator[str]:
    yield _row([*committee.head(language), *sheet.units])
    yield "|" + "|".join([" --- ", " --- ", " ---: ", " --- ", *[" --- "] * len(sheet.units)]) + "|"
    for section in sheet.sections:
        name = section_text(section.row, language)
        for item in section.items:
            source = "\n".join(clauses(item.source))
            yield _row([name, title_text(item, language), item.worth, source, *_marks(item.marks, language)])
            name = ""  # it stands once, as in a merged cell
        if section.row is not None:
            total = committee.word("sum", language)
            yield _row([name, total, section.row.worth, "", *_marks(section.row.marks, language)])
    yield _row([sheet_word("total", language), "", sheet.worth, "", *_marks(sheet.totals, language)])
    for line, texts in (("grade", sheet.grades), ("rank", sheet.ranks)):
        if texts:
            yield _row([sheet_word(line, language), "", "", "", *texts])


def _marks(marks: Sequence[MarkCell], language: Language) -> Iterator[str]:
    return (f"{mark.text}{note_text(mark)}{why_text(mark, language)}" for mark in marks)


def _row(texts: Iterable[str]) -> str:
    return "| " + " | ".join(map(escaped, texts)) + " |"
