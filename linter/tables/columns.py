"""The columns of a decision table: what each key can be, by its type or by what its expression can give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from ...grammar import expressions as e
from ...grammar import statements as s
from ...grammar.node import Node
from ...grammar.walk import walk
from ...interpreter.interval import Exact, Interval, interval
from ...interpreter.lookup import key_value, literals
from ...interpreter.model import DefineModel, FactModel, FieldModel, HeadingModel, Model, Symbol, Type
from ...interpreter.show import number_text, share_text
from .axis import OTHER, Axis, Choices, Line
from .extent import Extents

_COUNTED = frozenset(["人", "人次", "次", "篇", "项", "个", "名", "件", "条", "场", "份", "位", "门", "户"])
"""Nouns of things that come whole, whatever the type of the figure says."""

_NOTHING = ("无", "没", "未", "不", "none", "no ", "not ", "nothing")
"""How the names of values begin that say by themselves that there is nothing to give or to take."""


class Column(NamedTuple):
    """One key of a table."""

    axis: Axis
    is_exact: bool
    """Whether every cell can occur."""
    ends: tuple[bool, bool]
    """Whether values below, and above, all that the rows name deserve a word."""
    ordinary: frozenset[int]
    """The cells that need no row, because nothing happened there."""
    usual: int | None
    """The cell of the number that is presumed, if there is one."""
    comes_whole: bool
    """Whether fractions are possible by the type, but hardly meant."""
    piles_up: bool
    """Whether it is a count, of which there can always be more."""
    reads: tuple[str, ...]
    """The facts and fields that the key reads."""
    pieces: int
    """Into how many pieces the interpreter cuts the key at most where it is not known."""


class Columns:
    """Makes the columns of one rubric's tables."""

    def __init__(self, model: Model, extents: Extents) -> None:
        """Take the resolved rubric and what its expressions can give."""
        self._model = model
        self._extents = extents

    def occurrence(self, values: list[s.Value]) -> Column:
        """Give the one column of ``by occurrence``: the first is 1."""
        line = Line(_figures(values), Interval(1, None), True, number_text)
        return Column(line, True, (False, False), frozenset(), None, False, False, (), _pieces(values))

    def column(
        self, key: e.Expression, values: list[s.Value], heading: HeadingModel | None, fact: FactModel | None
    ) -> Column:
        """Give the column of a key; ``values`` are those that the rows name."""
        key = self._behind(key)
        symbol = self._symbol(key)
        reads = tuple(sorted(self._reads(key)))
        declared = symbol if isinstance(symbol, FactModel | FieldModel) else None
        if declared is not None and declared.type.kind in ("choice", "text", "yes/no"):
            return _of_choice(declared, values, reads)
        if declared is None and any(isinstance(value, e.Name | e.Text | e.YesNo) for value in values):
            options = [key_value(value) for value in values]
            axis = Choices([True, False] if isinstance(options[0], bool) else [*options, OTHER])
            return Column(axis, False, (False, False), frozenset(), None, False, False, reads, _pieces(values))
        return self._of_numbers(key, declared, values, heading, fact, reads)

    def _of_numbers(
        self,
        key: e.Expression,
        declared: FactModel | FieldModel | None,
        values: list[s.Value],
        heading: HeadingModel | None,
        fact: FactModel | None,
        reads: tuple[str, ...],
    ) -> Column:
        found: Any = self._extents.values(key, heading, fact)
        known = isinstance(found, Interval | Exact) and not self._reads_points(key)
        extent = interval(found) if known else Interval(None, None)
        steps = self._extents.steps(key)
        presumed: Any = declared.presumed if isinstance(declared, FactModel) else None
        figures = _figures(values) if presumed is None else [*_figures(values), presumed]
        line = Line(figures, extent, steps == "whole", writer(values))
        kind = declared.type.kind if declared else None
        ends = (steps == "every" and extent.low is not None, kind in ("number", "percent"))
        ordinary = frozenset(cell for cell in range(line.size) if line.example(cell) in {0, presumed} - {None})
        usual = next((cell for cell in ordinary if line.example(cell) == presumed), None)
        comes_whole = declared is not None and declared.type.noun in _COUNTED
        is_exact = known and steps in ("every", "whole")
        return Column(line, is_exact, ends, ordinary, usual, comes_whole, kind == "counts", reads, _pieces(values))

    def _behind(self, key: e.Expression) -> e.Expression:
        """Give the expression behind a name that merely stands for it."""
        symbol = self._symbol(key)
        while isinstance(symbol, DefineModel) and symbol.node.value is not None:
            key = symbol.node.value
            symbol = self._symbol(key)
        return key

    def _symbol(self, key: Node) -> Symbol | None:
        return self._model.symbols.get(key.span) if isinstance(key, e.Name) else None

    def _all_behind(self, key: e.Expression) -> Iterator[Node]:
        """Give all that a key is made of, through definitions too."""
        waiting: list[Node] = [key]
        seen: set[str] = set()
        while waiting:
            for node in walk(waiting.pop()):
                yield node
                symbol = self._symbol(node)
                if isinstance(symbol, DefineModel) and symbol.name not in seen:
                    seen.add(symbol.name)
                    waiting.append(symbol.node)

    def _reads(self, key: e.Expression) -> set[str]:
        """Give the names of the facts and fields that a key reads."""
        symbols = map(self._symbol, self._all_behind(key))
        return {symbol.name for symbol in symbols if isinstance(symbol, FactModel | FieldModel)}

    def _reads_points(self, key: e.Expression) -> bool:
        """Tell whether a key reads points, which a ruling may put anywhere."""
        return any(isinstance(node, e.PointsOf | e.Total) for node in self._all_behind(key))


def values_of(rows: Iterable[s.Row], column: int) -> list[s.Value]:
    """Give the values that the rows name in a column."""
    return [value for row in rows if len(row.keys) > column for value in literals(row.keys[column])]


def _of_choice(declared: FactModel | FieldModel, values: list[s.Value], reads: tuple[str, ...]) -> Column:
    presumed = declared.presumed if isinstance(declared, FactModel) else None
    match declared.type.kind:
        case "choice":
            axis, ends = Choices(declared.type.options), (True, True)
        case "text":
            axis, ends = Choices([*map(key_value, values), OTHER]), (False, False)
        case _:
            axis, ends = Choices([True, False]), (False, False)
    ordinary = [
        cell for cell, option in enumerate(axis.options) if option == presumed or _is_nothing(option, declared.type)
    ]
    return Column(axis, True, ends, frozenset(ordinary), None, False, False, reads, max(axis.size, 2))


def _is_nothing(option: object, kind: Type) -> bool:
    names = (option, kind.options.get(option, "")) if isinstance(option, str) else ()
    return any(f"{name} ".lower().startswith(_NOTHING) for name in names)


def _figures(values: Iterable[s.Value]) -> list[Exact]:
    return [key_value(value) for value in values]


def _pieces(values: list[s.Value]) -> int:
    return 2 * len(values) + 1


def writer(values: Iterable[Node]) -> Callable[[Exact], str]:
    """Give how numbers are written beside some literals: as shares, as days or as they are."""
    for value in values:
        if isinstance(value, e.Percent):
            return share_text
        if isinstance(value, e.Date):
            return _day
    return number_text


def _day(value: Exact) -> str:
    return date.fromordinal(int(value)).isoformat()
