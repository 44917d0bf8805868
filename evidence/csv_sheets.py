"""A sheet of facts or of marks that was saved as CSV → records, by the readers of sheets (docs/evidence.md: "CSV").

Any other CSV file is a ledger and left to `csv_file`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics import Place, SourceFile
from ..interpreter.model import Model
from .csv_file import Row, column_words, header_at, names_ledger, rows_of, whole_rows
from .ledger import Columns
from .record import EvidenceFile, Report
from .text import STRANGE
from .workbook_cells import SheetCells
from .workbook_decisions import mark_column, read_decisions
from .workbook_facts import FactsTable, fact_column
from .workbook_scan import Scan

LONGEST = 200_000
"""A longer file, in characters, is a ledger: no rubric has so many facts."""


def read_csv_sheet(source: SourceFile, model: Model, report: Report, delimiter: str = ",") -> EvidenceFile | None:
    """Read a sheet that was saved as CSV; nothing, and no diagnostic, where the file is none."""
    if len(source.text) > LONGEST or STRANGE.search(source.text):
        return None
    found: list[object] = []
    rows = list(rows_of(source, found.append, delimiter))
    if not rows or found:
        return None
    rows = rows[header_at(rows, _names_columns) :]
    header = [cell.strip() for cell in rows[0].cells]
    if _names_marks(header):
        sheet = CsvCells(source, _whole(rows, report))
        return EvidenceFile(source, read_decisions(sheet, model, report))
    if _names_facts(header):
        sheet = CsvCells(source, _whole(rows, report))
        table = FactsTable(sheet, 0, model, True, report)
        return EvidenceFile(source, table.records(), tuple(table.units), lists_units=True)
    return None


def _names_columns(cells: list[str]) -> bool:
    """Tell whether a row names the columns of a sheet, or those of a ledger, which is none."""
    return _names_facts(cells) or _names_marks(cells) or names_ledger(cells)


def _names_marks(cells: list[str]) -> bool:
    words = column_words(cells)
    return "unit" in words and "fact" not in words and {mark_column(text) for text in cells} >= {"unit", "item"}


def _names_facts(cells: list[str]) -> bool:
    return "unit" not in column_words(cells) and {fact_column(text) for text in cells} >= {"fact", "name"}


class CsvCells(SheetCells):
    """The cells of a CSV file, whose places are stretches of its text; rows and columns are counted from 0."""

    def __init__(self, source: SourceFile, rows: Sequence[Row]) -> None:
        """Take the file and its rows, which have one length."""
        self._said = [list(row.said()) for row in rows]
        self._ends = [row.place for row in rows]
        texts = [[said.text for said in row] for row in self._said]
        super().__init__(source.name, "", texts, Scan({}, {}, frozenset()), ())

    def set_header(self, row: int) -> None:
        """Leave the excerpts as they are: lines of the file."""

    def is_number(self, row: int, column: int) -> bool:
        """Tell that each cell holds the text that is written."""
        return False

    def place(self, row: int, column: int, width: int = 1) -> Place:
        """Give one or several cells of a row as a stretch of the file."""
        if width > 1:
            return self._ends[row]
        return self._said[row][column].place


def _whole(rows: Sequence[Row], report: Report) -> list[Row]:
    number = len(rows[0].cells)
    return list(whole_rows(rows, Columns(number, 0, 0, ()), report))
