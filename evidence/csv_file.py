"""CSV text → records, one a row (docs/evidence.md: "CSV").

Takes the text of one file and the columns a rubric knows, gives its records while they are asked for, so that a long
ledger is never held twice; reports rows that can't be read and goes on behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..diagnostics import Label, Place, SourceFile, Span
from ..diagnostics.catalogue import evidence as say
from .keys import COLUMN_KEYS, FACT_KEYS, find_key, plain
from .record import Entry, EvidenceFile, Record, Report, Said
from .suggest import unknown
from .text import is_sound

_KEYS = {**COLUMN_KEYS, **FACT_KEYS}
_CELL = re.compile(r'"(?:[^"]|"")*"|[^,\n]*')


def read_csv(source: SourceFile, fields: Iterable[str], report: Report) -> EvidenceFile | None:
    """Read the text of a CSV file; ``fields`` are the names and labels of all fields that a column may be called.

    Gives nothing where the first line does not name the columns. What is wrong with a row is reported when its record
    is asked for.
    """
    if not is_sound(source, report):
        return None
    rows = _rows(source, report)
    header = next(rows, None)
    if header is None:
        report(say.EMPTY_FILE.at(Place(source)))
        return None
    columns = _columns(header, frozenset(map(plain, fields)), report)
    return EvidenceFile(source, _records(rows, columns, report)) if columns else None


class _Row(NamedTuple):
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
            yield Said(cell.strip(), Place(self.source, Span(start, end)))
            start = end + 1


class _Columns(NamedTuple):
    """How many columns there are, and which of them are read as what, counted from 0."""

    number: int
    unit: int
    fact: int
    others: tuple[tuple[int, str], ...]


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


def _rows(source: SourceFile, report: Report) -> Iterator[_Row]:
    """Give the rows that say something."""
    import csv

    lines = _Lines(source.text)
    reader = csv.reader(lines, strict=True)  # a cell has at most 131,072 characters, unless a program says otherwise
    while True:
        start = lines.position
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            end = lines.go_behind(start)
            report(say.BAD_CSV.at(Place(source, Span(start, end))))
            reader = csv.reader(lines, strict=True)
            continue
        if any(map(str.strip, cells)):
            end = lines.position - source.text.endswith("\n", start, lines.position)
            yield _Row(source, cells, Span(start, end))


def _columns(header: _Row, fields: frozenset[str], report: Report) -> _Columns | None:
    """Read the first line; nothing where units and facts have no column of their own."""
    met: dict[str, tuple[int, Said]] = {}
    for index, name in enumerate(header.said()):
        key = find_key(name.text, _KEYS) or plain(name.text)
        if not key:
            report(say.EMPTY_NAME.at(name.place))
        elif key not in fields and key not in _KEYS:
            report(unknown(say.UNKNOWN_COLUMN, name, (*_KEYS, *fields)))
        elif key in met:
            first = Label(met[key][1].place, say.FIRST_HERE)
            report(say.REPEATED_KEY.at(name.place, first, help=say.REPEATED_COLUMN, key=name.text))
        else:
            met[key] = (index, name)
    for key, chinese in (("unit", "单位"), ("fact", "数据")):
        if key not in met:
            report(say.MISSING_COLUMN.at(header.place, column=key, zh=chinese))
    if not met.keys() >= {"unit", "fact"}:
        return None
    (unit, _), (fact, _) = met.pop("unit"), met.pop("fact")
    others = tuple((index, name.text) for index, name in met.values())
    return _Columns(len(header.cells), unit, fact, others)


def _records(rows: Iterable[_Row], columns: _Columns, report: Report) -> Iterator[Record]:
    for row in rows:
        if len(row.cells) != columns.number:
            report(say.CELL_COUNT.at(row.place, found=len(row.cells), wanted=columns.number))
            continue
        cells = list(row.said())
        unit, fact = cells[columns.unit], cells[columns.fact]
        for cell in (unit, fact):
            if not cell.text:
                report(say.EMPTY_NAME.at(cell.place))
        if unit.text and fact.text:
            yield Record("fact", unit, fact, row.place, entries=tuple(_entries(cells, columns)))


def _entries(cells: list[Said], columns: _Columns) -> Iterator[Entry]:
    """Give the cells that are not empty, each under its column's name, which is wrong where the cell is."""
    for index, name in columns.others:
        cell = cells[index]
        if cell.text:
            yield Entry(Said(name, cell.place), cell)
