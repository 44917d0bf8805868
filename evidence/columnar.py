"""A ledger held in columns by Polars, for tables of a million rows (the extra `ledger`)."""

# Polars tells types of packages that need not be there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import accumulate
from typing import TYPE_CHECKING, cast

from .keys import FACT_KEYS, find_key
from .ledger import Columns, Group
from .record import Origin

if TYPE_CHECKING:
    import polars as pl

    from ..diagnostics import Place
    from .record import Record

_FREE = frozenset({"note", "reference"})
"""What holds any text, a different one in each row."""

_ROW, _KEY = "row", "key"
_NONE = 2**32 - 1  # no text has this for its code


class PolarsLedger:
    """A ledger whose columns are named "0", "1" and so on in ``frame``; empty cells are null.

    How rows are located and given as records is the business of the format they come from.
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
        self._frame = _with_codes(frame, self._unit, self._fact)
        self._bounded = [n for n, header in columns.others if find_key(header, FACT_KEYS) not in _FREE]
        self._places = places
        self._records = records
        self._by_fact: dict[int, dict[str, list[str]]] = {}
        found, *pairs = pl.collect_all([self._rows_by_key(), *map(self._pairs_of, self._bounded)])
        self._pairs = dict(zip(self._bounded, pairs, strict=True))
        self._firsts = self._frame.select(self._unit, self._fact)[found[_KEY]]
        self._rows = _split(found[_ROW])

    def groups(self) -> Iterable[Group]:
        """Give the rows by unit and fact, in the order of each group's first row."""
        units, facts = _texts(self._firsts[self._unit]), _texts(self._firsts[self._fact])
        keys = [(unit.strip(), fact.strip()) for unit, fact in zip(units, facts, strict=True)]
        merged: dict[tuple[str, str], Sequence[int]] = {}
        for key, rows in zip(keys, self._rows, strict=True):
            merged[key] = sorted((*merged[key], *rows)) if key in merged else rows
        return [Group(unit, fact, rows) for (unit, fact), rows in merged.items()]

    def different(self) -> list[pl.Series]:
        """Give the texts of units, of facts and of each column that is not free, as written, each at least once."""
        return [self._firsts[self._unit], self._firsts[self._fact], *(self._pairs[n][str(n)] for n in self._bounded)]

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

    def _rows_by_key(self) -> pl.LazyFrame:
        """Find the rows that have the same unit and fact, and the first one of them."""
        import polars as pl

        codes = [pl.col(name).to_physical().cast(pl.UInt64).fill_null(_NONE) for name in (self._unit, self._fact)]
        rows = pl.int_range(pl.len(), dtype=pl.UInt32).alias(_ROW)
        keys = self._frame.lazy().select((codes[0] * (_NONE + 1) + codes[1]).alias(_KEY), rows)
        return keys.group_by(_KEY).agg(_ROW).select(_ROW, pl.col(_ROW).list.first().alias(_KEY)).sort(_KEY)

    def rows_with(self, column: int, fact: str, texts: Collection[str]) -> Iterable[int]:
        """Find rows by fact and text."""
        import polars as pl

        stripped = [pl.col(name).cast(pl.String).str.strip_chars() for name in (self._fact, str(column))]
        wanted = (stripped[0] == fact) & stripped[1].is_in(sorted(texts))
        return cast("list[int]", self._frame.select(pl.arg_where(wanted)).to_series().to_list())

    def column(self, column: int, rows: Sequence[int]) -> Sequence[str]:
        """Give texts of a column."""
        return [text.strip() for text in _texts(self._frame[str(column)].gather(list(rows)))]

    def places(self, rows: Sequence[int]) -> Sequence[Place]:
        """Locate rows."""
        return self._places(rows)

    def records(self, rows: Iterable[int]) -> Iterator[Record]:
        """Give rows as records."""
        return self._records(list(rows))


class _Rows(Sequence[int]):  # pyright: ignore[reportImplicitAbstractClass]
    """A stretch of a column of row numbers, read when it is asked for."""

    __slots__ = ("_flat", "_length", "_start")

    def __init__(self, flat: pl.Series, start: int, length: int) -> None:
        self._flat = flat
        self._start = start
        self._length = length

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[int]:
        return iter(cast("list[int]", self._flat.slice(self._start, self._length).to_list()))

    def __getitem__(self, index: int | slice) -> int | list[int]:  # pyright: ignore[reportIncompatibleMethodOverride]
        if isinstance(index, slice):
            return list(self)[index]
        return cast("int", self._flat[self._start + range(self._length)[index]])


def _split(rows: pl.Series) -> list[_Rows]:
    """Give lists of row numbers as stretches of one column."""
    flat, lengths = rows.explode(), cast("list[int]", rows.list.len().to_list())
    return [_Rows(flat, end - length, length) for end, length in zip(accumulate(lengths), lengths, strict=True)]


def _with_codes(frame: pl.DataFrame, *names: str) -> pl.DataFrame:
    """Give a table in which some columns have a number for each of their texts."""
    import polars as pl

    return frame.with_columns(pl.col(name).cast(pl.Categorical) for name in names)


def _texts(series: pl.Series) -> list[str]:
    """Give a column as texts, empty ones for null."""
    import polars as pl

    return cast("list[str]", series.cast(pl.String).fill_null("").to_list())


def has_polars() -> bool:
    """Tell whether Polars is there to be used."""
    return find_spec("polars") is not None
