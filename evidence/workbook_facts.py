"""The sheet of measured facts → records: one row a fact, one column a unit (docs/evidence.md: "Workbook").

A row names its fact twice, for people and for the program. Where the two do not agree, somebody has sorted one column
without the others, and no value of the row can be trusted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..diagnostics import Label, Words
from ..diagnostics.catalogue import evidence as say
from ..interpreter.model import FactModel, Model
from .keys import plain
from .record import Entry, Record, Report, Said
from .workbook_cells import SheetCells
from .workbook_layout import FACT_COLUMNS, SERIAL, bare_header, column_of, noted_unit
from .workbook_tables import report_formulas, spread_merged
from .workbook_units import is_no_unit


class FactsTable:
    """Reads one such sheet; ``is_current`` says that its labels are those of the rubric as it stands today."""

    def __init__(self, sheet: SheetCells, header: int, model: Model, is_current: bool, report: Report) -> None:
        """Take the sheet and the row that names its columns."""
        sheet.set_header(header)
        self._sheet = sheet
        self._first = header + 1
        self._model = model
        self._is_current = is_current
        self._report = report
        self._cells = sheet.columns(self._first)
        self._headers = sheet.texts(header)
        self._keys = self._known_columns()
        self._notes = {unit: column for column, text in enumerate(self._headers) if (unit := noted_unit(text))}
        self._units = [column for column in range(len(self._headers)) if self._is_unit(column)]
        self.units = [self._said_header(column) for column in self._units]
        """The units that have a column, each with the place of its name."""

    def records(self) -> Iterator[Record]:
        """Give what each unit's cells say."""
        spread_merged(
            self._sheet, self._cells, dict.fromkeys(self._units, ""), self._first, frozenset(), set(), self._report
        )
        report_formulas(self._sheet, (*self._units, *self._notes.values()), self._first, self._report)
        for row in range(len(self._cells[0])):
            filled = [column for column in self._units if self._cells[column][row]]
            subject = self._subject(row, filled)
            if subject is not None:
                yield from (self._measured(row, column, subject) for column in filled)

    # ---- columns -----------------------------------------------------------------------------------------------

    def _known_columns(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for column, text in enumerate(self._headers):
            if key := fact_column(text):
                found.setdefault(key, column)
        return found

    def _is_unit(self, column: int) -> bool:
        """Tell whether a column is a unit's, and report one of which that is in doubt."""
        header, cells = self._headers[column], self._cells[column]
        if not header:
            if any(cells):
                self._report(say.EMPTY_NAME.at(self._said_header(column).place))
            return False
        if fact_column(header) is not None or header.lower() in SERIAL or column in self._notes.values():
            return False
        if is_no_unit(header):
            if any(cells):
                self._report(say.TOTALS.at(self._said_header(column).place, name=header, part=say.COLUMN))
            return False
        if self._holds_names(cells):
            missing = next(iter(key for key in ("fact", "name") if key not in self._keys), "fact")
            title = next(known.title for known in FACT_COLUMNS if known.key == missing)
            place = self._said_header(column).place
            advice = say.HEADER_CHANGED
            self._report(say.UNKNOWN_COLUMN.at(place, help=advice, name=header, en=title.en, zh=title.zh))
            return False
        return True

    def _holds_names(self, cells: Sequence[str]) -> bool:
        """Tell whether the cells of a column name the facts of their rows, so that no unit can have it."""
        column = next((self._keys[key] for key in ("name", "fact") if key in self._keys), None)
        if column is None:
            return False
        both = [(cell, name) for cell, name in zip(cells, self._cells[column], strict=True) if cell and name]
        alike = sum(bool(self._called(cell) & self._called(name)) for cell, name in both)
        return 2 * alike > len(both)

    # ---- rows --------------------------------------------------------------------------------------------------

    def _subject(self, row: int, filled: Sequence[int]) -> Said | None:
        """Give the cell that names the fact of a row; nothing where no cell is filled or the names do not agree."""
        named = [self._keys[key] for key in ("name", "fact") if key in self._keys]
        told = [self._said(row, column) for column in named if self._cells[column][row]]
        if not filled:
            return None
        if not told:
            self._report(say.EMPTY_NAME.at(self._said(row, named[0]).place, Label(self._said(row, filled[0]).place)))
            return None
        if len(told) == 2 and not self._agree(*told):
            name, label = told
            other = Label(name.place, say.THE_OTHER_NAME)
            self._report(say.DIFFERENT_FACTS.at(label.place, other, name=name.text, label=label.text))
            return None
        return next((said for said in told if self._called(said.text)), told[-1])

    def _agree(self, name: Said, label: Said) -> bool:
        """Tell whether two cells name one fact. What neither of them names is found later."""
        first, second = self._called(name.text), self._called(label.text)
        if first & second or not (first or second):
            return True
        return not self._is_current and not second  # the fact may have had another label

    def _called(self, text: str) -> frozenset[str]:
        """Give the names of the facts that are called so."""
        spelled = {plain(text), bare_header(text)}
        return frozenset(fact.name for fact in self._model.facts.values() if _spellings(fact) & spelled)

    def _measured(self, row: int, column: int, subject: Said) -> Record:
        """Make the record of a measured fact, with the remark on it if there is one."""
        unit, value = self._said_header(column), self._said(row, column)
        record = Record("fact", unit, subject, value.place)
        noted = self._notes.get(plain(self._headers[column]))
        note = None if noted is None else self._said(row, noted)
        if note is None or not note.text:
            return record._replace(bare=value)
        counts = any(self._model.facts[name].counts for name in self._called(subject.text))
        key = Said("quantity" if counts else "value", value.place)
        entries = (Entry(key, value), Entry(Said("note", note.place), note))
        return record._replace(entries=entries)

    def _said(self, row: int, column: int) -> Said:
        return Said(self._cells[column][row], self._sheet.place(self._first + row, column))

    def _said_header(self, column: int) -> Said:
        return self._sheet.said(self._first - 1, column)


def fact_column(text: str) -> str | None:
    """Give the key of the column of this sheet with that header."""
    return column_of(text, FACT_COLUMNS)


def missing_header() -> Words:
    """Name the column without which the sheet can't be read."""
    title = FACT_COLUMNS[0].title
    return Words(f"`{title.en}`", f"`{title.zh}`")


def _spellings(fact: FactModel) -> set[str]:
    return {plain(fact.name), plain(fact.label)}
