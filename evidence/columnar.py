"""A ledger held in columns by Polars, for tables of a million rows (the extra `ledger`)."""

# Polars tells types of packages that need not be there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import count, repeat
from typing import TYPE_CHECKING, cast

from .keys import FACT_KEYS, find_key
from .ledger import Columns, Group
from .record import Origin
from .text import UNSEEN

if TYPE_CHECKING:
    import polars as pl
    from polars.lazyframe.group_by import LazyGroupBy

    from ..diagnostics import Place
    from .record import Record

_FREE = frozenset({"note", "reference"})
"""What holds any text, a different one in each row."""

_ROW = "row"


class PolarsLedger:
    """A ledger whose columns are named "0", "1" and so on in ``frame``; empty cells are null.

    How rows are located and given as records is the business of the format they come from. To check them, the different
    texts and the first row of each unit and fact are enough: all rows of them are only looked for when events are made.
    """

    def __init__(
        self,
        name: str,
        columns: Columns,
        frame: pl.DataFrame,
        places: Callable[[Sequence[int]], Sequence[Place]],
        records: Callable[[Sequence[int]], Iterator[Record]],
    ) -> None:
        """Take the file's name, what its columns are, the texts, and what gives places and records of rows."""
        import polars as pl

        self.name = name
        self.origin = Origin(name, "")
        self.columns = columns
        self._unit, self._fact = str(columns.unit), str(columns.fact)
        self._frame = frame
        self._bounded = [n for n, header in columns.others if find_key(header, FACT_KEYS) not in _FREE]
        self._places = places
        self._records = records
        self._by_fact: dict[int, dict[str, list[str]]] = {}
        rows = self._by_unit_and_fact().agg(pl.col(_ROW).min()).sort(_ROW)
        free = [name for name in frame.columns if int(name) not in (columns.unit, columns.fact, *self._bounded)]
        unseen = [frame.lazy().select(_has_unseen(name)) for name in free]
        self._firsts, *found = pl.collect_all([rows, *unseen, *map(self._pairs_of, self._bounded)])
        in_free, pairs = found[: len(free)], found[len(free) :]
        self._unseen = [int(name) for name, has in zip(free, in_free, strict=True) if has.item()]
        self._pairs = dict(zip(self._bounded, pairs, strict=True))
        self._all_rows: list[list[int]] | None = None
        self._by_row: dict[int, list[str]] = {}

    def groups(self) -> Iterable[Group]:
        """Give the rows by unit and fact, in the order of each group's first row."""
        units, facts = (_stripped(_texts(self._firsts[name])) for name in (self._unit, self._fact))
        firsts = cast("list[int]", self._firsts[_ROW].to_list())
        groups = list(map(Group, units, facts, map(_Rows, repeat(self._rows_of), count(), firsts)))
        return _merged(groups) if len(set(zip(units, facts, strict=True))) < len(groups) else groups

    def _rows_of(self, index: int) -> list[int]:
        """Give all rows of one group; groups are counted in the order of their first rows."""
        import polars as pl

        if self._all_rows is None:
            found = self._by_unit_and_fact().agg(_ROW).sort(pl.col(_ROW).list.first())
            self._all_rows = cast("list[list[int]]", found.collect()[_ROW].to_list())
        return self._all_rows[index]

    def _by_unit_and_fact(self) -> LazyGroupBy:
        """Put the rows' numbers together that have the same unit and fact."""
        import polars as pl

        rows = pl.int_range(pl.len(), dtype=pl.UInt32).alias(_ROW)
        return self._frame.lazy().select(self._unit, self._fact, rows).group_by(self._unit, self._fact)

    def different(self) -> list[pl.Series]:
        """Give the texts of units, of facts and of each column that is not free, as written, each at least once."""
        return [self._firsts[self._unit], self._firsts[self._fact], *(self._pairs[n][str(n)] for n in self._bounded)]

    def columns_with_unseen(self) -> list[int]:
        """Give the columns, counted from 0, in which characters occur that no text may hold."""
        few = (series.to_frame().select(_has_unseen(series.name)) for series in self.different())
        return sorted([*self._unseen, *(int(has.columns[0]) for has in few if has.item())])

    def texts(self, column: int) -> Mapping[str, Collection[str]]:
        """Give the different texts of a column by fact."""
        if column not in self._by_fact:
            self._by_fact[column] = self._look_up(column)
        return self._by_fact[column]

    def _look_up(self, column: int) -> dict[str, list[str]]:
        if column not in self._pairs:
            self._pairs[column] = self._pairs_of(column).collect()
        pairs = self._pairs[column]
        found: dict[str, list[str]] = {}
        for fact, text in zip(_texts(pairs[self._fact]), _texts(pairs[str(column)]), strict=True):
            if text.strip():
                found.setdefault(fact.strip(), []).append(text.strip())
        return found

    def _pairs_of(self, column: int) -> pl.LazyFrame:
        """Find the facts and the texts of a column that stand on a row together."""
        return self._frame.lazy().select(self._fact, str(column)).unique()

    def rows_with(self, column: int, fact: str, texts: Collection[str]) -> Iterable[int]:
        """Find rows by fact and text."""
        import polars as pl

        stripped = [pl.col(name).cast(pl.String).str.strip_chars() for name in (self._fact, str(column))]
        wanted = (stripped[0] == fact) & stripped[1].is_in(sorted(texts))
        return cast("list[int]", self._frame.select(pl.arg_where(wanted)).to_series().to_list())

    def column(self, column: int, rows: Sequence[int]) -> Sequence[str]:
        """Give texts of a column."""
        if column not in self._by_row:
            known: dict[str, str] = {}  # rows that say the same share one text
            texts = _stripped(_texts(self._frame[str(column)]))
            self._by_row[column] = [known.setdefault(text, text) for text in texts]
        by_row = self._by_row[column]
        return [by_row[row] for row in rows]

    def places(self, rows: Sequence[int]) -> Sequence[Place]:
        """Locate rows."""
        return self._places(rows)

    def records(self, rows: Iterable[int]) -> Iterator[Record]:
        """Give rows as records."""
        return self._records(list(rows))


class _Rows(Sequence[int]):  # pyright: ignore[reportImplicitAbstractClass]
    """The rows of a unit and a fact: the first one is known, the others are looked for when they are asked for."""

    __slots__ = ("_find", "_first", "_index")

    def __init__(self, find: Callable[[int], list[int]], index: int, first: int) -> None:
        self._find = find
        self._index = index
        self._first = first

    def __len__(self) -> int:
        return len(self._find(self._index))

    def __iter__(self) -> Iterator[int]:
        return iter(self._find(self._index))

    def __getitem__(self, index: int | slice) -> int | list[int]:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._first if index == 0 else self._find(self._index)[index]


def _has_unseen(name: str) -> pl.Expr:
    """Tell whether a column holds characters that no text may hold."""
    import polars as pl

    return pl.col(name).cast(pl.String).str.contains_any(list(UNSEEN)).any()


def _merged(groups: Iterable[Group]) -> list[Group]:
    """Put groups together whose unit and fact only differed in the space around them."""
    found: dict[tuple[str, str], Group] = {}
    for unit, fact, rows in groups:
        before = found.get((unit, fact))
        found[unit, fact] = Group(unit, fact, sorted((*before.rows, *rows)) if before else rows)
    return [*found.values()]


def _stripped(texts: Iterable[str]) -> list[str]:
    return [text.strip() for text in texts]


def _texts(series: pl.Series) -> list[str]:
    """Give a column as texts, empty ones for null."""
    import polars as pl

    return cast("list[str]", series.cast(pl.String).fill_null("").to_list())


def has_polars() -> bool:
    """Tell whether Polars is there to be used."""
    return find_spec("polars") is not None
