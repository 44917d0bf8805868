"""Rubric, units and evidence → the bytes of a workbook. The same inputs give the same bytes, on any day."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from ...diagnostics import Language
from ...interpreter.facts import Evidence
from ...interpreter.model import Model
from .book import new_book
from .events_sheet import EventsSheet
from .facts_sheet import FactsSheet
from .guide_sheet import write_guide
from .lists import Lists
from .marks_sheet import MarksSheet
from .paper import Book
from .sources import Sources
from .words import sample_day


def workbook(model: Model, units: Sequence[str], language: Language, evidence: Evidence | None = None) -> bytes:
    """Make the workbook of a rubric; with evidence, filled in with it. Units of the evidence come after those named.

    Nothing that it holds can run: every text is written as a text, also one that begins with ``=``.
    """
    stream = BytesIO()
    given = evidence or Evidence()
    names = list(dict.fromkeys([*units, *given.units]))
    made = new_book(stream, model.title)
    book, sources = Book(made, language, sample_day(model)), Sources(model)
    write_guide(book, model, sources, has_units=bool(names))
    facts = FactsSheet(book, model, names, given, sources)
    events = EventsSheet(book, model, names, given)
    marks = MarksSheet(book, model, names, given)
    lists = Lists(book, model, names)
    facts.write(lists)
    events.write(lists, facts.units)
    marks.write(lists, facts.units)
    made.close()
    return stream.getvalue()
