"""Tables with one row an event or value, read by columns: what a checker of many rows asks of them.

A million rows can't be looked at one by one in the time that reading them takes. So a ledger tells which texts stand in
a column, each of them once, and which rows speak of one unit and one fact; a row itself is only given where something
is out of the ordinary.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from ..diagnostics import Place, SourceFile, Span
from ..diagnostics.table import WIDTH, TableSource
from .record import Entry, Origin, Record, Said, origin_of


class Columns(NamedTuple):
    """How many columns there are, and which of them are read as what, counted from 0."""

    number: int
    unit: int
    fact: int
    others: tuple[tuple[int, str], ...]


class Group(NamedTuple):
    """The rows of one unit and one fact, in their order; the two as they are written, without space around."""

    unit: str
    fact: str
    rows: Sequence[int]


class Ledger(Protocol):
    """A table whose rows are counted from 0. An empty cell is an empty text."""

    @property
    def name(self) -> str:
        """The file's name."""
        ...

    @property
    def origin(self) -> Origin:
        """The file and the sheet."""
        ...

    @property
    def columns(self) -> Columns:
        """What its columns are."""
        ...

    def groups(self) -> Iterable[Group]:
        """Give the rows by unit and fact, in the order of each group's first row."""
        ...

    def texts(self, column: int) -> Mapping[str, Collection[str]]:
        """Give the texts of a column that are not empty, each once, by the facts of their rows."""
        ...

    def rows_with(self, column: int, fact: str, texts: Collection[str]) -> Iterable[int]:
        """Give the rows of a fact with one of some texts in a column."""
        ...

    def column(self, column: int, rows: Sequence[int]) -> Sequence[str]:
        """Give the texts of some rows in a column."""
        ...

    def places(self, rows: Sequence[int]) -> Sequence[Place]:
        """Give the places of some rows."""
        ...

    def records(self, rows: Iterable[int]) -> Iterator[Record]:
        """Give some rows as records, in order."""
        ...


class ListLedger:
    """A ledger of lists: the texts of each column, without space around, for the rows that say something."""

    def __init__(self, source: SourceFile, columns: Columns, texts: Sequence[Sequence[str]]) -> None:
        """Take the file or sheet, what its columns are, and the texts, column by column."""
        self.source = source
        self.columns = columns
        self._texts = texts
        self._by_fact: dict[int, dict[str, set[str]]] = {}

    @property
    def name(self) -> str:
        """The file's name."""
        return self.source.name

    @property
    def origin(self) -> Origin:
        """The file and the sheet."""
        return origin_of(self.source)

    def groups(self) -> Iterable[Group]:
        """Give the rows by unit and fact."""
        found: dict[tuple[str, str], list[int]] = {}
        for row, key in enumerate(zip(self._texts[self.columns.unit], self._texts[self.columns.fact], strict=True)):
            if key in found:
                found[key].append(row)
            else:
                found[key] = [row]
        return [Group(unit, fact, rows) for (unit, fact), rows in found.items()]

    def texts(self, column: int) -> Mapping[str, Collection[str]]:
        """Give the different texts of a column by fact."""
        if column in self._by_fact:
            return self._by_fact[column]
        found = self._by_fact[column] = dict[str, set[str]]()
        for fact, text in set(zip(self._texts[self.columns.fact], self._texts[column], strict=True)):
            if text:
                found.setdefault(fact, set()).add(text)
        return found

    def rows_with(self, column: int, fact: str, texts: Collection[str]) -> Iterable[int]:
        """Find rows by fact and text."""
        facts = self._texts[self.columns.fact]
        return [row for row, text in enumerate(self._texts[column]) if text in texts and facts[row] == fact]

    def column(self, column: int, rows: Sequence[int]) -> Sequence[str]:
        """Give texts of a column."""
        texts = self._texts[column]
        return [texts[row] for row in rows]


class SheetLedger(ListLedger):
    """A ledger on a sheet of cells, whose rows stand on the rows ``numbers`` of the sheet, counted from 1."""

    def __init__(
        self, source: TableSource, columns: Columns, texts: Sequence[Sequence[str]], numbers: Sequence[int]
    ) -> None:
        """Take the sheet, what its columns are, the texts, column by column, and where the rows stand."""
        super().__init__(source, columns, texts)
        self._numbers = numbers

    def places(self, rows: Sequence[int]) -> Sequence[Place]:
        """Give the cells of rows."""
        return [self._place(row, 0, self.columns.number) for row in rows]

    def records(self, rows: Iterable[int]) -> Iterator[Record]:
        """Give rows as records; the key of an entry stands where its value does, not in the header."""
        for row in rows:
            unit, fact = self._said(row, self.columns.unit), self._said(row, self.columns.fact)
            said = [(header, self._said(row, column)) for column, header in self.columns.others]
            entries = tuple(Entry(Said(header, cell.place), cell) for header, cell in said if cell.text)
            yield Record("fact", unit, fact, self._place(row, 0, self.columns.number), entries=entries)

    def _said(self, row: int, column: int) -> Said:
        return Said(self._texts[column][row], self._place(row, column, 1))

    def _place(self, row: int, column: int, width: int) -> Place:
        start = (self._numbers[row] - 1) * WIDTH + column
        return Place(self.source, Span(start, start + width))
