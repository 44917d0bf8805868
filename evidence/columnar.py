"""A ledger held in columns by Polars, for tables of a million rows (the extra `ledger`)."""

# Polars tells types of packages that need not be there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from .keys import FACT_KEYS, find_key
from .ledger import Columns, Group

if TYPE_CHECKING:
    import polars as pl

    from ..diagnostics import Place
    from .record import Record

FREE = frozenset({"note", "reference"})
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
        self.name = name
        self.columns = columns
        self._unit, self._fact = str(columns.unit), str(columns.fact)
        self._frame = _with_codes(frame, self._unit, self._fact)
        self._bounded = [n for n, header in columns.others if find_key(header, FACT_KEYS) not in FREE]
        self._places = places
        self._records = records
        self._by_fact: dict[int, dict[str, list[str]]] = {}

    def groups(self) -> Iterable[Group]:
        """Give the rows by unit and fact, in the order of each group's first row."""
        import polars as pl

        codes = [pl.col(name).to_physical().cast(pl.UInt64).fill_null(_NONE) for name in (self._unit, self._fact)]
        rows = pl.int_range(pl.len(), dtype=pl.UInt32).alias(_ROW)
        found = self._frame.select((codes[0] * (_NONE + 1) + codes[1]).alias(_KEY), rows).group_by(_KEY).agg(_ROW)
        found = found.select(_ROW, pl.col(_ROW).list.first().alias(_KEY)).sort(_KEY)
        first = self._frame.select(self._unit, self._fact)[found[_KEY]]
        flat, lengths = found[_ROW].explode(), cast("list[int]", found[_ROW].list.len().to_list())
        units, facts = _texts(first[self._unit]), _texts(first[self._fact])
        merged: dict[tuple[str, str], Sequence[int]] = {}
        start = 0
        for unit, fact, length in zip(units, facts, lengths, strict=True):
            key = (unit.strip(), fact.strip())
            part = cast("Sequence[int]", _Rows(flat, start, length))
            merged[key] = sorted((*merged[key], *part)) if key in merged else part
            start += length
        return [Group(unit, fact, rows) for (unit, fact), rows in merged.items()]

    def texts(self, column: int) -> Mapping[str, Collection[str]]:
        """Give the different texts of a column by fact."""
        if column not in self._by_fact:
            self._look_up({column, *self._bounded})
        return self._by_fact[column]

    def _look_up(self, columns: Collection[int]) -> None:
        """Find the different texts of columns, of all of them at once."""
        import polars as pl

        wanted = [column for column in columns if column not in self._by_fact]
        queries = [self._frame.lazy().select(self._fact, str(n)).drop_nulls().unique() for n in wanted]
        for column, pairs in zip(wanted, pl.collect_all(queries), strict=True):
            found = self._by_fact[column] = dict[str, list[str]]()
            for fact, text in zip(_texts(pairs[self._fact]), _texts(pairs[str(column)]), strict=True):
                if text.strip():
                    found.setdefault(fact.strip(), []).append(text.strip())

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
