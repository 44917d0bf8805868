"""The sheet that explains the workbook: how to fill it in, and which facts are recorded event by event."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name

from ...interpreter.model import FactModel, Model
from ..workbook_layout import SHEETS
from .cells import fact_text
from .facts_sheet import FIRST_UNIT
from .paper import Book
from .sources import Sources
from .words import COMMA, COUNTED, GUIDE_COLUMNS, STEPS, TITLE, TITLE_OF_YEAR, UNITS_TO_COME, requirement

_WIDTHS = (30, 10, 34, 22, 12, 90)


def write_guide(book: Book, model: Model, sources: Sources, has_units: bool) -> None:
    """Write the sheet; ``has_units`` tells whether the units stand in the workbook already."""
    paper = book.add_sheet(SHEETS["guide"])
    title = TITLE if model.year is None or str(model.year) in model.title else TITLE_OF_YEAR
    paper.put(0, 0, book.say(title, rubric=model.title, year=model.year), "title")
    row = 2
    for number, step in enumerate(STEPS):
        paper.put(row, 0, book.say(step), "strong" if number == 0 else "line")
        row += 1
    if not has_units:
        paper.put(row, 0, book.say(UNITS_TO_COME, column=xl_col_to_name(FIRST_UNIT)), "strong")
        row += 1
    counted = [fact for fact in model.facts.values() if fact.counts]
    if counted:
        paper.put(row + 1, 0, book.say(COUNTED), "strong")
        for column, words in enumerate(GUIDE_COLUMNS):
            paper.put(row + 2, column, book.say(words), "header")
        for below, fact in enumerate(counted, row + 3):
            told = _told(fact, model, book, sources)
            for column, text in enumerate(told):
                paper.put(below, column, text, "plain")
            paper.heighten(below, dict(zip(told, _WIDTHS, strict=True)))
    for column, width in enumerate(_WIDTHS):
        paper.sheet.set_column(column, column, width)


def _told(fact: FactModel, model: Model, book: Book, sources: Sources) -> tuple[str, ...]:
    fields = [f"{field.label}（{book.how_to_write(field.type)}）" for field in fact.fields.values()]
    if book.language == "en":
        fields = [f"{field.label} ({book.how_to_write(field.type)})" for field in fact.fields.values()]
    items = book.say(COMMA).join(sources.items(fact))
    required = requirement(fact, "", book.language)
    return fact_text(fact, model), fact.type.noun, "\n".join(fields), required, items, sources.text(fact)
