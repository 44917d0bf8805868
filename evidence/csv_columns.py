"""A long CSV or TSV file, read by columns; what is out of the ordinary in it is left to `csv_file`.

Polars and the reader of `csv_file` must agree on what the rows are. Where they may not (a row with too few cells, a
text that is not UTF-8, quotes that don't match, a very long cell) nothing is given, and the file is read row by row.
"""

# Polars tells types of packages that need not be there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Place, SourceFile, Span
from ..interpreter.model import Model
from .columnar import PolarsLedger, has_polars
from .csv_file import Row, read_header, records_of, rows_of
from .csv_separator import separator_of
from .keys import plain
from .ledger import Columns
from .names import columns as field_names
from .record import EvidenceFile, Record, Report
from .text import decode, is_utf_16

if TYPE_CHECKING:
    import polars as pl

_BOM = b"\xef\xbb\xbf"
_SHIELDED = (b"'=", b"'+", b"'-", b"'@")  # texts that `csv_file` reads without the mark before them
_LONGEST = 131_072  # bytes of a cell


def read_csv_columns(name: str, data: bytes, model: Model, report: Report) -> EvidenceFile | None:
    """Read a CSV file by columns; nothing, and no diagnostic, where it has to be read row by row.

    What is wrong with a row is reported when its record is asked for.
    """
    data = data.removeprefix(_BOM)
    end = data.find(b"\n")
    if not has_polars() or end < 0 or b"\r" in data[: end - 1] or is_utf_16(data):
        return None
    if b"'" in data and any(mark in data for mark in _SHIELDED):
        return None
    found: list[Diagnostic] = []
    head = decode(name, data[: end + 1], found.append)
    delimiter = "," if head is None else separator_of(name, head.text)
    rows = None if head is None else rows_of(head, found.append, delimiter)
    header = None if rows is None else next(rows, None)
    if header is None or not delimiter.isascii() or any(delimiter in cell for cell in header.cells):
        return None
    fields = frozenset(map(plain, field_names(model)))
    columns = read_header(list(header.said()), header.place, fields, found.append)
    if columns is None or found:
        return None
    frame = _read(data, header.cells, columns, delimiter)
    if frame is None:
        return None
    rows_again = _Rows(name, data, columns, delimiter, report)
    ledger = PolarsLedger(name, columns, frame, rows_again.places, rows_again.records)
    if not _is_plain(ledger, frame, data, delimiter):
        return None
    return EvidenceFile(SourceFile(name, ""), (), ledgers=(ledger,))


def _read(data: bytes, header: Sequence[str], columns: Columns, delimiter: str) -> pl.DataFrame | None:
    """Read the cells as texts, those of units and facts by their few different ones."""
    import polars as pl

    types = {header[column]: pl.Categorical for column in (columns.unit, columns.fact)}
    try:
        frame = pl.read_csv(data, separator=delimiter, infer_schema=False, schema_overrides=types)
    except pl.exceptions.PolarsError:
        return None
    if frame.width != columns.number:
        return None
    frame.columns = list(map(str, range(columns.number)))
    if frame[str(columns.unit)].null_count():
        frame = frame.filter(~pl.all_horizontal(pl.all().is_null()))  # lines that say nothing
    return frame


def _is_plain(ledger: PolarsLedger, frame: pl.DataFrame, data: bytes, delimiter: str) -> bool:
    """Tell whether each row has all its cells, and no text is stranger or longer than a text may be."""
    import polars as pl

    if not ledger.different()[0].cast(pl.String).str.strip_chars().ne("").all():
        return False  # it is not certain that `csv_file` takes the row for one
    if ledger.columns_with_unseen():
        return False
    inside = 0
    if b'"' in data:
        longest = pl.all().cast(pl.String).str.len_bytes().max()
        if any((most or 0) > _LONGEST for most in frame.select(longest).row(0)):
            return False
        commas = pl.all().cast(pl.String).str.count_matches(delimiter, literal=True).sum()
        inside = int(sum(frame.select(commas).row(0)))
    if not frame[frame.columns[-1]].null_count():
        return True  # a row that lacks cells lacks the last one
    return data.count(delimiter.encode()) == (frame.width - 1) * (frame.height + 1) + inside


class _Rows:
    """Finds the rows of a CSV file again when somebody asks where they are or what is wrong with them."""

    def __init__(self, name: str, data: bytes, columns: Columns, delimiter: str, report: Report) -> None:
        self._name = name
        self._data = data
        self._columns = columns
        self._delimiter = delimiter
        self._report = report
        self._source: SourceFile | None = None
        self._ends: array[int] | None = None

    def places(self, rows: Sequence[int]) -> Sequence[Place]:
        """Give the place of rows, each as a line of the file, or as more of them where quotes hold line ends."""
        source = self._text()
        ends = self._found()
        return [Place(source, Span(ends[2 * row], ends[2 * row + 1])) for row in rows]

    def records(self, rows: Sequence[int]) -> Iterator[Record]:
        """Read rows one by one."""
        if rows:
            yield from records_of(self._chosen(frozenset(rows), max(rows)), self._columns, self._report)

    def _chosen(self, wanted: frozenset[int], last: int) -> Iterator[Row]:
        for index, row in enumerate(self._all()):
            if index in wanted:
                yield row
            if index >= last:
                return

    def _all(self) -> Iterator[Row]:
        rows = rows_of(self._text(), self._report, self._delimiter)
        next(rows, None)
        return rows

    def _found(self) -> array[int]:
        """Give where each row begins and ends."""
        if self._ends is None:
            spans = self._lines() if b'"' not in self._data else (row.span for row in self._all())
            self._ends = array("Q", (end for span in spans for end in span))
        return self._ends

    def _lines(self) -> Iterator[tuple[int, int]]:
        """Give the lines that say something, where each is a row."""
        text, nothing = self._text().text, self._delimiter + " \t\u3000"
        start = text.find("\n") + 1
        while start < len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if text[start:end].strip(nothing):
                yield start, end
            start = end + 1

    def _text(self) -> SourceFile:
        if self._source is None:
            self._source = decode(self._name, self._data, self._report) or SourceFile(self._name, "")
        return self._source
