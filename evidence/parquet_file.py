"""Parquet → a ledger: a table with the columns of a CSV file, of whatever types (docs/evidence.md: "CSV").

Only the columns that say something are read; the others, such as those of a merged ledger that tell where a row comes
from, are read where a row is shown.
"""

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
from .text import STRANGE, UNSEEN, strange_character
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
    names = _names(data, place, report)
    if names is None:
        return None
    table = _Table(name, data, names)
    columns = read_header(table.header(), Place(table.source), frozenset(map(plain, field_names(model))), report)
    texts = None if columns is None else table.texts(columns, place, report)
    if columns is None or texts is None:
        return None
    ledger = PolarsLedger(name, columns, texts, table.places, lambda rows: table.records(rows, columns, texts))
    for column in ledger.columns_with_unseen():
        table.report_unseen(column, texts, report)
    return EvidenceFile(SourceFile(name, ""), (), ledgers=(ledger,))


def _names(data: bytes, place: Place, report: Report) -> list[str] | None:
    """Give the names of the columns, if there are no more rows than can be held."""
    import polars as pl

    scan = pl.scan_parquet(BytesIO(data))
    names = guarded(lambda: scan.collect_schema().names())
    rows = guarded(lambda: scan.select(pl.len()).collect().item())
    if names is None or rows is None:
        report(more.BAD_PARQUET.at(place))
    elif rows > MAX_ROWS:
        report(say.TOO_MANY_VALUES.at(place, limit=MAX_ROWS))
    else:
        return names
    return None


class _Table:
    """The table of a file; its places are cells, which people know by the row's number and the column's name."""

    def __init__(self, name: str, data: bytes, names: Sequence[str]) -> None:
        self._data = data
        self._names = names
        self._shown: pl.DataFrame | None = None
        self.source = TableSource(name, "", self._cells, header=1, named=True)

    def header(self) -> list[Said]:
        """Give the columns' names."""
        return [Said(name.strip(), self._place(0, column)) for column, name in enumerate(self._names)]

    def texts(self, columns: Columns, place: Place, report: Report) -> pl.DataFrame | None:
        """Give the cells of the columns that say something as texts, empty ones as null; each column by its number.

        Nothing where one of them holds lists and the like.
        """
        import polars as pl

        numbers = sorted((columns.unit, columns.fact, *(number for number, _ in columns.others)))
        frame = self._read([self._names[number] for number in numbers])
        if frame is None:
            report(more.BAD_PARQUET.at(place))
            return None
        found: list[pl.Series] = []
        for number, series in zip(numbers, frame.iter_columns(), strict=True):
            text = _as_text(series)
            if text is None:
                report(say.WRONG_SHAPE.at(self._place(0, number), wanted=say.ONE_VALUE))
                return None
            found.append(text.alias(str(number)))
        return pl.DataFrame(found)

    def _read(self, names: Sequence[str]) -> pl.DataFrame | None:
        import polars as pl

        return guarded(lambda: pl.read_parquet(BytesIO(self._data), columns=list(names)))

    def report_unseen(self, column: int, texts: pl.DataFrame, report: Report) -> None:
        """Report the characters in a column that no text may hold."""
        import polars as pl

        cells = texts[str(column)].cast(pl.String)
        for row in cells.str.contains_any(list(UNSEEN)).arg_true():
            found = STRANGE.search(cast("str", cells[row]))
            if found is not None:
                report(strange_character(found, self._place(row + 1, column)))

    def places(self, rows: Sequence[int]) -> Sequence[Place]:
        """Give the places of rows."""
        return [self._place(row + 1, 0, len(self._names)) for row in rows]

    def records(self, rows: Iterable[int], columns: Columns, texts: pl.DataFrame) -> Iterator[Record]:
        """Give rows as records; the key of an entry stands where its value does."""
        for row in rows:
            cells = {
                int(number): Said("" if text is None else str(text).strip(), self._place(row + 1, int(number)))
                for number, text in texts.row(row, named=True).items()
            }
            entries = tuple(
                Entry(Said(name, cells[column].place), cells[column])
                for column, name in columns.others
                if cells[column].text
            )
            place = self._place(row + 1, 0, len(self._names))
            yield Record("fact", cells[columns.unit], cells[columns.fact], place, entries=entries)

    def _cells(self, number: int) -> Sequence[str]:
        """Give a row as texts, to be shown; the first one is that of the names."""
        if number == 1:
            return self._names
        if self._shown is None:
            self._shown = self._read(self._names)
        row = () if self._shown is None else self._shown.row(number - 2)
        return ["" if value is None else str(value) for value in row]

    def _place(self, row: int, column: int, width: int = 1) -> Place:
        return Place(self.source, Span(row * WIDTH + column, row * WIDTH + column + width))


def _as_text(series: pl.Series) -> pl.Series | None:
    """Write the values of a column as a person would; nothing where they are lists and the like."""
    import polars as pl

    kind = series.dtype
    base = kind.base_type()
    if base in (pl.String, pl.Categorical, pl.Enum):
        return series
    if kind.is_integer() or kind.is_decimal() or base is pl.Boolean:
        return series.cast(pl.String)
    if base is pl.Date:
        return series.cast(pl.String)
    if base is pl.Datetime:
        # The day is that of the file's own time zone. A time of day is shown, and refused like anywhere else.
        local = series.dt.replace_time_zone(None)
        whole = local.dt.truncate("1d") == local
        day, time = local.dt.strftime("%Y-%m-%d"), local.dt.strftime("%Y-%m-%d %H:%M:%S")
        return pl.select(pl.when(whole).then(day).otherwise(time)).to_series()
    if kind.is_float():
        known = series.unique().drop_nulls()
        # By way of text: 97.6 in 32 bits is 97.6, and not what 64 bits would make of it.
        texts = [to_text(float(text)) for text in known.cast(pl.String)]
        return series.replace_strict(known, texts, return_dtype=pl.String, default=None)
    return series.cast(pl.String) if kind == pl.Null else None
