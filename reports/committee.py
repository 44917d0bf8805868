"""The words and texts of the committee's own table, which Word, Excel and Markdown share.

Its columns are those of the regulation (主要目标, 考核指标, 分值, 考核细则), then one for each unit.
"""

from __future__ import annotations

from fractions import Fraction

from ..diagnostics import Language, Words
from ..interpreter.show import share_text
from .score_sheet import MarkCell, SheetRow
from .wording import clauses, clean
from .words import sheet

UNITS_A_TABLE = 8
"""So many units fit side by side on a sheet of paper."""

_TABLE: dict[str, Words] = {
    "section": Words("Objective", "主要目标"),
    "item": Words("Indicator", "考核指标"),
    "worth": Words("Worth", "分值"),
    "source": Words("Rules", "考核细则"),
    "worth points": Words("{title}\n({worth} points)", "{title}\n（{worth}分）"),
    "sum": Words("Subtotal", "小计"),
    "why": Words("Grounds", "说明"),
    "bracketed": Words("{text} ({why})", "{text}（{why}）"),
    "notes": Words("Notes", "注"),
    "page": Words("Page {page} of {pages}", "第 {page} 页，共 {pages} 页"),
}


def word(name: str, language: Language, **arguments: object) -> str:
    """Give a word of the committee's table."""
    return _TABLE[name].say(language, arguments)


def head(language: Language) -> list[str]:
    """Give the headings of the columns before the units."""
    return [word(name, language) for name in ("section", "item", "worth", "source")]


def section_text(row: SheetRow | None, language: Language) -> str:
    """Write a section as the regulation does, its worth on a line of its own: ``加强党的政治建设⏎（10分）``."""
    if row is None:
        return ""
    title = title_text(row, language)
    return word("worth points", language, title=title, worth=row.worth) if row.worth else title


def title_text(row: SheetRow, language: Language) -> str:
    """Write a heading's wording, with what else counts when points are added up: bonus, weight.

    That is the regulation's own where the rubric has it ``in full``, else the heading's number and title.
    """
    text = "\n".join(clauses(row.in_full)) or clean(f"{row.label} {row.title}".strip())
    if row.heading.bonus:
        text = word("bracketed", language, text=text, why=sheet("bonus", language))
    if row.heading.weight != 1:
        text = f"{text} × {share_text(Fraction(row.heading.weight))}"
    return text


def why_text(mark: MarkCell, language: Language) -> str:
    """Write a mark's justification in brackets; empty where there is none."""
    return word("bracketed", language, text="", why=clean(mark.why)) if mark.why else ""


def note_text(mark: MarkCell) -> str:
    """Write the numbers of a mark's footnotes: ``[1][4]``."""
    return "".join(f"[{number}]" for number in mark.footnotes)
