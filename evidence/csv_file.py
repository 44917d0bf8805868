"""CSV text → records, one a row (docs/evidence.md: "CSV").

Takes the text of one file and the columns a rubric knows, gives its records while they are asked for, so that a long
ledger is never held twice; reports rows that can't be read and goes on behind them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from ..diagnostics import Diagnostic, Label, Place, SourceFile, Span
from ..diagnostics.catalogue import evidence as say
from .csv_separator import call_separator, separator_of
from .keys import COLUMN_KEYS, DECISION_COLUMNS, LEDGER_COLUMNS, ORIGIN_COLUMNS, find_key, plain
from .ledger import Columns
from .record import Entry, EvidenceFile, Record, Report, Said
from .suggest import unknown
from .text import is_sound
from .workbook_layout import HEADER_WITHIN, SERIAL, UNIT_TITLE, bare_header, is_like_unit

_SHIELDED = re.compile(r"'+[=+\-@\t\r]")  # how we write a text that a spreadsheet would run
_ORIGIN = frozenset(ORIGIN_COLUMNS.values())
_WIDE = 1000  # cells of a row that are looked at to see whether it names the columns
LONG = 200_000
"""From so many characters on, rows are checked by columns."""

_CELL = re.compile(r'"(?:[^"]|"")*"|[^,\n]*')


def read_csv(source: SourceFile, fields: Iterable[str], report: Report, delimiter: str = ",") -> EvidenceFile | None:
    """Read the text of a CSV or TSV file; ``fields`` are the names and labels of all fields a column may be called.

    Gives nothing where no line near the top names the columns. What is wrong with a row is reported when its record
    is asked for.
    """
    if not is_sound(source, report):
        return None
    found: list[Diagnostic] = []
    rows = rows_of(source, found.append, delimiter)
    top = list(islice(rows, 1))
    if not top or found:  # what the columns are is not known
        for unread in found or [say.EMPTY_FILE.at(Place(source))]:
            report(unread)
        return None
    top += islice(rows, HEADER_WITHIN - 1)
    at = header_at(top, names_ledger)
    header, below = top[at], [*top[at + 1 :], *rows]
    for unread in found:
        report(unread)
    filled: dict[int, Row] = {}
    for row in below:
        for column, cell in enumerate(row.cells):
            if cell and column not in filled:
                filled[column] = row
    columns = read_header(list(header.said()), header.place, frozenset(map(plain, fields)), report, filled)
    if columns is None:
        return None
    may_rule = _has_items(columns) or len(columns.others) + 2 < len(list(filter(None, header.cells)))
    if len(source.text) < LONG:
        return EvidenceFile(source, records_of(below, columns, report), may_rule=may_rule)
    from .csv_ledger import CsvLedger

    return EvidenceFile(source, (), ledgers=(CsvLedger(source, columns, below, report),), may_rule=may_rule)


def header_at(rows: Sequence[Row], is_header: Callable[[list[str]], bool]) -> int:
    """Tell which of the rows near the top names the columns; the first one if none does.

    Titles may stand above it, but no rows of another table, which would be lost: at most half as many cells are filled.
    """
    most = 0
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        cells = [cell.strip() for cell in row.cells[:_WIDE]]
        filled = sum(map(bool, cells))
        if is_header(cells):
            return index if 2 * most <= filled else 0
        most = max(most, filled)
    return 0


def names_ledger(cells: Iterable[str]) -> bool:
    """Tell whether a row names the columns that every ledger has."""
    return column_words(cells) >= {"unit", "fact"}


def column_words(cells: Iterable[str]) -> set[str | None]:
    """Give which of these columns a row names."""
    return {find_key(bare_header(cell), COLUMN_KEYS) for cell in cells}


def _has_items(columns: Columns) -> bool:
    """Tell whether there is a column for the items of marks and rulings."""
    return any(find_key(name, DECISION_COLUMNS) == "item" for _, name in columns.others)


class Row(NamedTuple):
    """A row: its cells, and the stretch of the file it fills."""

    source: SourceFile
    cells: list[str]
    span: Span

    @property
    def place(self) -> Place:
        """The whole row."""
        return Place(self.source, self.span)

    def said(self) -> Iterator[Said]:
        """Give the cells, each with its place."""
        text, start = self.source.text, self.span.start
        for cell in self.cells:
            found = _CELL.match(text, start) if text.startswith('"', start) else None
            end = found.end() if found else start + len(cell)
            yield Said(text_of(cell), Place(self.source, Span(start, end)))
            start = end + 1


def text_of(cell: str) -> str:
    """Give what a cell says."""
    return (cell[1:] if cell[:1] == "'" and _SHIELDED.match(cell) else cell).strip()


class _Lines:
    """Gives a text line by line and tells how much of it was given."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def __iter__(self) -> Iterator[str]:
        while self.position < len(self.text):
            start = self.position
            end = self.text.find("\n", start)
            self.position = end + 1 if end >= 0 else len(self.text)
            yield self.text[start : self.position]

    def go_behind(self, start: int) -> int:
        """Go on behind the line that begins at an offset, wherever reading has got to; give the line's end."""
        end = self.text.find("\n", start)
        self.position = end + 1 if end >= 0 else len(self.text)
        return end if end >= 0 else len(self.text)


def rows_of(source: SourceFile, report: Report, delimiter: str = ",") -> Iterator[Row]:
    """Give the rows that say something."""
    import csv

    lines = _Lines(source.text)
    # A cell has at most 131,072 characters, unless a program says otherwise.
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        start = lines.position
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            end = lines.go_behind(start)
            report(_unread(Place(source, Span(start, end)), is_long="limit" in str(error)))
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            continue
        if any(map(str.strip, cells)):
            end = lines.position - source.text.endswith("\n", start, lines.position)
            yield Row(source, cells, Span(start, end))


def _unread(place: Place, *, is_long: bool) -> Diagnostic:
    """Say why a row can't be read."""
    if is_long:
        return say.BAD_CSV.at(place, help=say.HELP_LONG_CELL, problem=say.LONG_CELL)
    return say.BAD_CSV.at(place, problem=say.ODD_QUOTES)


def read_header(
    header: Sequence[Said],
    place: Place,
    fields: frozenset[str],
    report: Report,
    filled: Mapping[int, Row] | None = None,
) -> Columns | None:
    """Read the names of the columns, which stand at ``place``; nothing where units or facts have no column.

    ``filled`` are the columns with anything in them, counted from 0, and the first row that has, if that is known:
    others need no name.
    """
    met: dict[str, tuple[int, Said]] = {}
    unnamed: list[tuple[int, Place]] = []
    for index, written in enumerate(header):
        name = written._replace(text=_bare(written.text, fields))
        key = find_key(name.text, LEDGER_COLUMNS) or plain(name.text)
        if not key:
            unnamed.append((index, name.place))
        elif name.text.lower() in SERIAL and key not in fields:
            continue
        elif key not in fields and key not in LEDGER_COLUMNS:
            report(_unknown_column(name, header, fields))
        elif key in met:
            first = Label(met[key][1].place, say.FIRST_HERE)
            report(say.REPEATED_KEY.at(name.place, first, help=say.REPEATED_COLUMN, key=name.text))
        elif key not in _ORIGIN or plain(name.text) in fields:
            met[key] = (index, name)
    for key, chinese in (("unit", "单位"), ("fact", "数据")):
        if key not in met:
            report(say.MISSING_COLUMN.at(place, column=key, zh=chinese))
    if met.keys() & {"unit", "fact"}:  # else it is no row of names
        _report_unnamed(unnamed, filled, report)
    if not met.keys() >= {"unit", "fact"}:
        return None
    (unit, _), (fact, _) = met.pop("unit"), met.pop("fact")
    others = tuple((index, name.text) for index, name in met.values())
    return Columns(len(header), unit, fact, others)


def _report_unnamed(unnamed: Iterable[tuple[int, Place]], filled: Mapping[int, Row] | None, report: Report) -> None:
    """Report columns that need a name and have none."""
    for column, place in unnamed:
        if filled is None:
            report(say.EMPTY_NAME.at(place))
        elif column in filled:
            report(say.EMPTY_NAME.at(place, Label(list(filled[column].said())[column].place)))


def _unknown_column(name: Said, header: Sequence[Said], fields: frozenset[str]) -> Diagnostic:
    """Say that no column is called so, and what may have been meant."""
    if is_like_unit(name.text) and "unit" not in column_words(each.text for each in header):
        return say.UNKNOWN_COLUMN.at(name.place, help=say.DID_YOU_MEAN, name=name.text, near=UNIT_TITLE)
    return unknown(say.UNKNOWN_COLUMN, name, (*LEDGER_COLUMNS, *fields))


def _bare(text: str, fields: frozenset[str]) -> str:
    """Give a header without a ``*`` or a remark in brackets behind it, where that makes it one that is known."""
    bare = bare_header(text)
    return bare if plain(text) not in fields and (plain(bare) in fields or find_key(bare, LEDGER_COLUMNS)) else text


def whole_rows(rows: Iterable[Row], columns: Columns, report: Report) -> Iterator[Row]:
    """Give the rows that have a cell for each column; report the others."""
    for row in rows:
        if len(row.cells) == columns.number:
            yield row
        else:
            report(_odd(row, columns.number))


def _odd(row: Row, wanted: int) -> Diagnostic:
    """Say that a row has more or fewer cells than there are columns."""
    separator = call_separator(separator_of(row.source.name, row.source.text))
    found = len(row.cells)
    advice = say.HELP_FEW_CELLS if found < wanted else None
    return say.CELL_COUNT.at(row.place, help=advice, found=found, wanted=wanted, separator=separator)


def records_of(rows: Iterable[Row], columns: Columns, report: Report) -> Iterator[Record]:
    """Give rows as records; report those that are none."""
    for row in rows:
        if not list(whole_rows([row], columns, report)):
            yield from _broken(row, columns)
            continue
        cells = list(row.said())
        unit, fact = cells[columns.unit], cells[columns.fact]
        yield Record("fact", unit, fact, row.place, entries=tuple(_entries(cells, columns)))


def _broken(row: Row, columns: Columns) -> Iterator[Record]:
    """Give what may be lost with a row that has too many or too few cells: nobody can tell where several lines end."""
    cells = list(row.said())
    if any("\n" in cell for cell in row.cells) or len(cells) <= max(columns.unit, columns.fact):
        return
    record = Record("fact", cells[columns.unit], cells[columns.fact], row.place, broken=True)
    yield record
    if _has_items(columns):
        yield record._replace(about="ruling")


def _entries(cells: list[Said], columns: Columns) -> Iterator[Entry]:
    """Give the cells that are not empty, each under its column's name, which is wrong where the cell is."""
    for index, name in columns.others:
        cell = cells[index]
        if cell.text:
            yield Entry(Said(name, cell.place), cell)
