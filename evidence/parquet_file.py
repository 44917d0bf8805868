"""Parquet → a ledger: a table with the columns of a CSV file, of whatever types (docs/evidence.md: "CSV")."""

# Polars tells types of packages that need not be there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, cast

from ..diagnostics import Place, SourceFile, Span
from ..diagnostics.catalogue import evidence as say
from ..diagnostics.catalogue import workbook as more
from ..diagnostics.table import WIDTH, TableSource
from ..interpreter.model import Model
from .columnar import PolarsLedger, has_polars
from .csv_file import read_header
from .guard import guarded
from .keys import plain
from .ledger import Columns
from .names import columns as field_names
from .record import Entry, EvidenceFile, Record, Report, Said
from .workbook_cells import to_text

if TYPE_CHECKING:
    import polars as pl

MAX_ROWS = 10**7
_MAGIC = b"PAR1"


def read_parquet(name: str, data: bytes, model: Model, report: Report) -> EvidenceFile | None:
    """Read a Parquet file; nothing where it is none, where it has too many rows, or where Polars is not there."""
    place = Place(SourceFile(name, ""))
    if not has_polars():
        report(more.NEEDS_EXTRA.at(place, ending=".parquet", package="polars", install="psr-rules[ledger]"))
        return None
    if not (data.startswith(_MAGIC) and data.endswith(_MAGIC)):
        report(more.BAD_PARQUET.at(place))
        return None
    frame = _open(data, place, report)
    if frame is None:
        return None
    table = _Table(name, frame)
    columns = read_header(table.header(), Place(table.source), frozenset(map(plain, field_names(model))), report)
    texts = None if columns is None else table.texts(report)
    if columns is None or texts is None:
        return None
    ledger = PolarsLedger(name, columns, texts, table.places, lambda rows: table.records(rows, columns, texts))
    return EvidenceFile(SourceFile(name, ""), (), ledgers=(ledger,))


def _open(data: bytes, place: Place, report: Report) -> pl.DataFrame | None:
    """Read the table, if it has no more rows than can be held."""
    import polars as pl

    rows = guarded(lambda: pl.scan_parquet(BytesIO(data)).select(pl.len()).collect().item())
    if rows is not None and rows > MAX_ROWS:
        report(say.TOO_MANY_VALUES.at(place, limit=MAX_ROWS))
        return None
    frame = None if rows is None else guarded(lambda: pl.read_parquet(BytesIO(data)))
    if frame is None:
        report(more.BAD_PARQUET.at(place))
    return frame


class _Table:
    """The table of a file; its places are cells, which people know by the row's number and the column's name."""

    def __init__(self, name: str, frame: pl.DataFrame) -> None:
        self._frame = frame
        self.source = TableSource(name, "", self._cells, header=1, named=True)

    def header(self) -> list[Said]:
        """Give the columns' names."""
        return [Said(name.strip(), self._place(0, column)) for column, name in enumerate(self._frame.columns)]

    def texts(self, report: Report) -> pl.DataFrame | None:
        """Give all cells as texts, empty ones as null; nothing where a column holds lists and the like."""
        import polars as pl

        columns: list[pl.Series] = []
        for column, series in enumerate(self._frame.iter_columns()):
            text = _as_text(series)
            if text is None:
                report(say.WRONG_SHAPE.at(self._place(0, column), wanted=say.ONE_VALUE))
                return None
            columns.append(text.alias(str(column)))
        return pl.DataFrame(columns)

    def places(self, rows: Sequence[int]) -> Sequence[Place]:
        """Give the places of rows."""
        return [self._place(row + 1, 0, self._frame.width) for row in rows]

    def records(self, rows: Iterable[int], columns: Columns, texts: pl.DataFrame) -> Iterator[Record]:
        """Give rows as records; the key of an entry stands where its value does."""
        for row in rows:
            cells = [
                Said("" if text is None else str(text).strip(), self._place(row + 1, column))
                for column, text in enumerate(cast("tuple[object, ...]", texts.row(row)))
            ]
            entries = tuple(
                Entry(Said(name, cells[column].place), cells[column])
                for column, name in columns.others
                if cells[column].text
            )
            place = self._place(row + 1, 0, self._frame.width)
            yield Record("fact", cells[columns.unit], cells[columns.fact], place, entries=entries)

    def _cells(self, number: int) -> Sequence[str]:
        """Give a row as texts; the first one is that of the names."""
        if number == 1:
            return self._frame.columns
        return ["" if value is None else str(value) for value in self._frame.row(number - 2)]

    def _place(self, row: int, column: int, width: int = 1) -> Place:
        return Place(self.source, Span(row * WIDTH + column, row * WIDTH + column + width))


def _as_text(series: pl.Series) -> pl.Series | None:
    """Write the values of a column as a person would; nothing where they are lists and the like."""
    import polars as pl

    kind = series.dtype
    base = kind.base_type()
    if kind.is_integer() or kind.is_decimal() or base in (pl.String, pl.Categorical, pl.Enum, pl.Boolean):
        return series.cast(pl.String)
    if base in (pl.Date, pl.Datetime):
        return series.cast(pl.Date).cast(pl.String)
    if kind.is_float():
        known = series.unique().drop_nulls()
        return series.replace_strict(known, [to_text(value) for value in known], return_dtype=pl.String, default=None)
    return series.cast(pl.String) if kind == pl.Null else None
