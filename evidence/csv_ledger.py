"""A long CSV file as a ledger of lists, for where Polars is not there or leaves the file alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..diagnostics import Place, SourceFile
from .csv_file import Row, records_of, text_of, whole_rows
from .ledger import Columns, ListLedger
from .record import Record, Report


class CsvLedger(ListLedger):
    """The rows of a CSV file, column by column; rows that lack cells are reported and left out."""

    def __init__(self, source: SourceFile, columns: Columns, rows: Iterable[Row], report: Report) -> None:
        """Take the file, what its columns are, and its rows behind the header."""
        self._rows = list(whole_rows(rows, columns, report))
        self._report = report
        by_column = zip(*(row.cells for row in self._rows), strict=True)
        texts = [list(map(text_of, cells)) for cells in by_column] or [[] for _ in range(columns.number)]
        super().__init__(source, columns, texts)

    def places(self, rows: Sequence[int]) -> Sequence[Place]:
        """Give rows as stretches of the file."""
        return [self._rows[row].place for row in rows]

    def records(self, rows: Iterable[int]) -> Iterator[Record]:
        """Give rows as records."""
        return records_of((self._rows[row] for row in rows), self.columns, self._report)
