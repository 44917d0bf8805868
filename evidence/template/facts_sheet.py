"""The sheet of measured facts: one row a fact, one column a unit."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from ...interpreter.facts import Evidence
from ...interpreter.model import FactModel, Model
from ..workbook_layout import FACT_COLUMNS, SHEETS, note_header
from .cells import cell_of, fact_text, option_text, text_of
from .checks import formula_for, look_for
from .lists import Lists
from .paper import Book, Paper
from .sources import Sources
from .words import COMMA, FROM_LIST, READ_BY, UNIT, YES_NO, requirement

ROOM = 8
"""So many columns are kept free for units, where none are named."""
FIRST_UNIT = len(FACT_COLUMNS)
"""The first of the units' columns, counted from 0."""


class FactsSheet:
    """Writes the sheet."""

    def __init__(self, book: Book, model: Model, units: Sequence[str], evidence: Evidence, sources: Sources) -> None:
        """Take what the sheet tells."""
        self._book = book
        self._model = model
        self._evidence = evidence
        self._sources = sources
        self._columns = _columns(units, evidence)
        self._paper: Paper = book.add_sheet(SHEETS["facts"])

    @property
    def units(self) -> str:
        """The cells in which the units' names stand, as a formula names them."""
        last = FIRST_UNIT + max(len(self._columns), ROOM) - 1
        title = self._book.say(SHEETS["facts"])
        first, end = (xl_rowcol_to_cell(0, column, row_abs=True, col_abs=True) for column in (FIRST_UNIT, last))
        return f"={title}!{first}:{end}"

    def write(self, lists: Lists) -> None:
        """Write the header and a row for each fact that does not count events."""
        paper, say = self._paper, self._book.say
        headers = [say(column.title) for column in FACT_COLUMNS]
        for unit, is_note in self._columns:
            headers.append(note_header(unit, self._book.language) if is_note else unit)
        headers += [""] * (0 if self._columns else ROOM)
        paper.header(headers, {} if self._columns else {FIRST_UNIT: say(UNIT)})
        for row, fact in enumerate((fact for fact in self._model.facts.values() if not fact.counts), 1):
            self._describe(row, fact)
            self._fill(row, fact, lists)
        paper.sheet.freeze_panes(1, 1)
        units = range(FIRST_UNIT, FIRST_UNIT + max(len(self._columns), ROOM))
        paper.widths({}, dict.fromkeys(units, 14) | dict.fromkeys(range(FIRST_UNIT), 10), most=40)

    def _describe(self, row: int, fact: FactModel) -> None:
        language = self._book.language
        presumed = "" if fact.presumed is None else text_of(fact.presumed, fact.type, language)
        items = self._book.say(COMMA).join(self._sources.items(fact))
        told = [
            fact_text(fact, self._model),
            fact.name,
            fact.type.noun,
            self._book.how_to_write(fact.type),
            requirement(fact, presumed, language),
            self._book.say(READ_BY, items=items) if items else "",
        ]
        for column, text in enumerate(told):
            self._paper.put(row, column, text, "plain" if column == 0 else "info")
        self._paper.comment(row, 0, self._sources.text(fact))

    def _fill(self, row: int, fact: FactModel, lists: Lists) -> None:
        paper = self._paper
        last = FIRST_UNIT + max(len(self._columns), ROOM) - 1
        for column in range(FIRST_UNIT, last + 1):
            paper.put(row, column, "", look_for(fact.type))
        for column, (unit, is_note) in enumerate(self._columns, FIRST_UNIT):
            given = self._evidence.units.get(unit)
            value = given.values.get(fact.name) if given else None
            if value is not None:
                content = value.note if is_note else cell_of(value.stated, fact.type, self._book.language)
                paper.put(row, column, content, "text" if is_note else look_for(fact.type))
        for column in range(FIRST_UNIT, last + 1):
            if column - FIRST_UNIT >= len(self._columns) or not self._columns[column - FIRST_UNIT][1]:
                self._guard(row, column, fact, lists)
        if fact.required:
            first = xl_rowcol_to_cell(row, FIRST_UNIT)
            head = xl_rowcol_to_cell(0, FIRST_UNIT, row_abs=True)
            paper.colour((row, FIRST_UNIT, row, last), f'=AND({first}="",{head}<>"")', "missing")

    def _guard(self, row: int, column: int, fact: FactModel, lists: Lists) -> None:
        rows, kind = (row, row), fact.type
        if kind.kind == "yes/no":
            self._paper.choose(rows, column, [self._book.say(words) for words in YES_NO], free=FROM_LIST)
        elif kind.kind == "choice":
            entries = [option_text(option, kind) for option in kind.options]
            self._paper.choose(rows, column, lists.range_of(entries), free=FROM_LIST)
        elif formula := formula_for(kind, xl_rowcol_to_cell(row, column)):
            self._paper.demand(rows, column, formula, self._book.how_to_write(kind))


def _columns(units: Sequence[str], evidence: Evidence) -> list[tuple[str, bool]]:
    """Give each unit's column, and behind it one for notes where its evidence has some."""
    columns: list[tuple[str, bool]] = []
    for unit in units:
        columns.append((unit, False))
        given = evidence.units.get(unit)
        if given is not None and any(value.note for value in given.values.values()):
            columns.append((unit, True))
    return columns
