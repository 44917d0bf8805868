"""Decision tables: the first row whose keys match (specification: "Decision tables").

An unknown key is tried with every value that makes a difference, piece by piece, so that what comes out is no wider
than what the table can give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from math import ceil, floor
from typing import TYPE_CHECKING, Any, assert_never

from ..grammar import expressions as e
from ..grammar import statements as s
from .compare import COMPARISONS, join
from .declare import exact_of
from .facts import Event, Missing
from .interval import ANYTHING, Interval, Truth, between, high_end, low_end
from .model import DefineModel, FactModel, FieldModel
from .runtime import Evaluate, Unit

if TYPE_CHECKING:
    from .compile_expressions import ExpressionCompiler

Test = Callable[[Any], Truth]
Pieces = Callable[[Any], list[Any]]
_MOST_PIECES = 4096
_NOTHING_ELSE = "\0"
"""Stands for every text that no row names."""


class Table:
    """A compiled table: finds rows by the values of its columns."""

    __slots__ = ("columns", "nothing", "outcomes", "pieces", "rows", "tests")

    def __init__(self, compiler: ExpressionCompiler, by: s.By, rows: tuple[s.Row, ...], nothing: Any = 0) -> None:
        """Take the table's columns and rows, and what it gives where no row matches."""
        self.nothing = nothing
        self.columns = tuple(compiler.compile(key) for key in by.keys)
        self.rows = rows
        self.tests = tuple(tuple(_test(key) for key in row.keys) for row in rows)
        self.outcomes = tuple(compiler.compile(row.outcome) for row in rows)
        width = max(len(by.keys), 1)
        self.pieces = tuple(_pieces(compiler, by, rows, column) for column in range(width))

    def find(self, values: tuple[Any, ...]) -> list[s.Row | None]:
        """Give the rows that may match, each once, None where no row does; of known values it is one."""
        if not any(_is_open(value) for value in values):
            return [self._first(values)]
        every = [
            pieces(value) if _is_open(value) else [value] for pieces, value in zip(self.pieces, values, strict=True)
        ]
        size = 1
        for column in every:
            size *= len(column)
        if size > _MOST_PIECES:
            return [*self.rows, None]
        found: dict[int, s.Row | None] = {}
        for combination in product(*every):
            row = self._first(combination)
            found[id(row)] = row
        return list(found.values())

    def _first(self, values: tuple[Any, ...]) -> s.Row | None:
        for row, tests in zip(self.rows, self.tests, strict=True):
            if all(test(value) for test, value in zip(tests, values, strict=False)):
                return row
        return None

    def outcome(self, row: s.Row | None) -> Evaluate:
        """Give the outcome of a row; without one it is nothing."""
        if row is None:
            return lambda _u, _v: self.nothing
        return self.outcomes[next(n for n, other in enumerate(self.rows) if other is row)]

    def lookup(self, u: Unit, v: Event | None) -> tuple[Any, s.Row | None]:
        """Give the outcome for a unit and an event, and the row it stands in where that is certain."""
        found = self.find(tuple(column(u, v) for column in self.columns))
        value = self.outcome(found[0])(u, v)
        for row in found[1:]:
            value = join(value, self.outcome(row)(u, v))
        return value, found[0] if len(found) == 1 else None


def compile_table(compiler: ExpressionCompiler, by: s.By, rows: tuple[s.Row, ...], kind: str) -> Evaluate:
    """Compile a lookup table of some kind of values into a function that gives its outcome."""
    table = Table(compiler, by, rows, _WITHOUT_A_ROW.get(kind, 0))
    return lambda u, v: table.lookup(u, v)[0]


_WITHOUT_A_ROW: dict[str, Any] = {
    "yes/no": False,
    "date": ANYTHING,
    "text": Missing.UNKNOWN,
    "choice": Missing.UNKNOWN,
}
"""What a lookup table gives where no row matches, if its outcomes are no numbers."""


def _is_open(value: Any) -> bool:
    return value is None or value is Missing.UNKNOWN or isinstance(value, Interval)


def key_value(value: s.Value) -> Any:
    """Give the value that a key's literal stands for."""
    match value:
        case e.Number() | e.Percent():
            return exact_of(value)
        case e.Date():
            return value.value.toordinal() if value.value else 0
        case e.Text() | e.YesNo():
            return value.value
        case e.Name():
            return value.text
        case _:
            assert_never(value)


def _test(key: s.Key) -> Test:
    match key:
        case s.OtherwiseKey():
            return lambda _: True
        case s.ExactKey():
            wanted = key_value(key.value)
            return lambda value: value == wanted
        case s.BoundKey():
            bound, compare = key_value(key.value), COMPARISONS[key.operator]
            return lambda value: compare(value, bound)
        case s.RangeKey():
            low, high = key_value(key.low), key_value(key.high)
            return lambda value: _within(value, low, high)
        case _:
            assert_never(key)


def _within(value: Any, low: Any, high: Any) -> bool:
    return low_end(value) >= low_end(low) and high_end(value) <= high_end(high)


def _pieces(compiler: ExpressionCompiler, by: s.By, rows: tuple[s.Row, ...], column: int) -> Pieces:
    """Make a function that cuts an unknown key into pieces which each row takes whole or not at all."""
    keys = [row.keys[column] for row in rows if len(row.keys) > column]
    named = [key_value(value) for key in keys for value in literals(key)]
    node = by.keys[column] if by.keys else None
    options = _options(compiler, node)
    numbers = sorted({value for value in named if not isinstance(value, bool | str)})
    texts = [value for value in named if isinstance(value, str)]
    whole = node is None or _is_whole(compiler, node)

    def pieces(value: Any) -> list[Any]:
        if value is None:
            return [True, False]
        if isinstance(value, Interval):
            return list(_cut(value, numbers, whole))
        return options or [*texts, _NOTHING_ELSE]

    return pieces


def literals(key: s.Key) -> tuple[s.Value, ...]:
    """Give the values that a key names."""
    match key:
        case s.ExactKey() | s.BoundKey():
            return (key.value,)
        case s.RangeKey():
            return (key.low, key.high)
        case s.OtherwiseKey():
            return ()
        case _:
            assert_never(key)


def _options(compiler: ExpressionCompiler, node: e.Expression | None) -> list[Any]:
    if not isinstance(node, e.Name):
        return []
    symbol = compiler.model.symbols.get(node.span)
    return list(symbol.type.options) if isinstance(symbol, FactModel | FieldModel) else []


def _is_whole(compiler: ExpressionCompiler, node: e.Expression) -> bool:
    """Tell whether an expression can only give whole numbers."""
    match node:
        case e.RankOf():
            return True
        case e.Call():
            return node.function in ("floor", "ceil")
        case e.Aggregate():
            return node.statistic == "count"
        case e.Name():
            symbol = compiler.model.symbols.get(node.span)
            if isinstance(symbol, DefineModel) and symbol.node.value is not None:
                return _is_whole(compiler, symbol.node.value)
            return isinstance(symbol, FactModel | FieldModel) and symbol.type.kind in ("counts", "date")
        case _:
            return False


def _cut(value: Interval, numbers: list[Any], whole: bool) -> Iterator[Any]:
    """Cut an interval at the numbers that rows name: the numbers themselves, and what lies between them."""
    inside = [number for number in numbers if low_end(value) <= low_end(number) <= high_end(value)]
    low, low_open = value.low, value.low_open
    for number in inside:
        yield from _piece(low, number, low_open, True, whole)
        yield number
        low, low_open = number, True
    yield from _piece(low, value.high, low_open, value.high_open, whole)


def _piece(low: Any, high: Any, low_open: bool, high_open: bool, whole: bool) -> Iterator[Any]:
    if low is not None and high is not None:
        if low > high or (low == high and (low_open or high_open)):
            return
        if whole:
            first = floor(low) + 1 if low_open else ceil(low)
            last = ceil(high) - 1 if high_open else floor(high)
            if first > last:
                return
    yield between(low, high, low_open, high_open)
