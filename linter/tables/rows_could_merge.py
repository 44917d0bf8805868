"""PSR645: rows that follow one another have the same outcome and could be one row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...diagnostics import Diagnostic, Edit, Fix, Kind, Label, SourceFile, Words
from ...grammar import statements as s
from ...interpreter.lookup import key_value, literals
from ..rule import Subject
from .axis import Line
from .grid import Grid
from .writing import deleted, text_of

KIND = Kind(
    "PSR645",
    Words("these {count} rows have the same outcome and could be one", "这 {count} 行结果相同，可以并为一行"),
    Words("gives `{outcome}`", "结果为 `{outcome}`"),
    Words("write `{merged}: {outcome}`", "可写成 `{merged}: {outcome}`"),
    severity="warning",
)
_TOO = Words("gives `{outcome}`, too", "结果也是 `{outcome}`")
_MERGE = Words("make one row of them", "并为一行")


class Run(NamedTuple):
    """Rows that follow one another and differ in one column, of which they take neighbouring cells together."""

    rows: range
    column: int
    cells: range


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find runs of rows that one key could take."""
    for grid in subject.tables:
        for run in _runs(grid):
            merged = _merged(grid, run, subject.source)
            if merged is not None:
                yield _found(grid, run, merged, subject)


def _runs(grid: Grid) -> Iterator[Run]:
    run: Run | None = None
    for row in range(1, len(grid.rows)):
        longer = _with(grid, run, row) or _with(grid, None, row)
        if run is not None and (longer is None or longer.rows.start != run.rows.start):
            yield run
        run = longer
    if run is not None:
        yield run


def _with(grid: Grid, run: Run | None, row: int) -> Run | None:
    """Give a run with a further row, or that of a row and the one before it; None where they could not be one."""
    if not (_is_needed(grid, row) and _is_needed(grid, row - 1) and grid.agree(row - 1, row)):
        return None
    pairs = list(zip(grid.keys[row - 1], grid.keys[row], strict=True))
    differing = [number for number, (first, second) in enumerate(pairs) if first != second]
    if len(differing) != 1 or (run is not None and run.column != differing[0]):
        return None
    before, own = pairs[differing[0]]
    if not isinstance(grid.columns[differing[0]].axis, Line) or len(before) != 1 or len(own) != 1:
        return None
    cells = before[0] if run is None else run.cells
    if own[0].start > cells.stop or cells.start > own[0].stop:
        return None
    both = range(min(cells.start, own[0].start), max(cells.stop, own[0].stop))
    return Run(range(row - 1 if run is None else run.rows.start, row + 1), differing[0], both)


def _is_needed(grid: Grid, row: int) -> bool:
    keys = grid.rows[row].keys
    wholly = any(isinstance(key, s.OtherwiseKey) for key in keys)
    return bool(grid.taken[row]) and row not in grid.idle and not wholly


def _merged(grid: Grid, run: Run, source: SourceFile) -> str | None:
    """Write the one key that takes all of a run's values, in the author's words where they have them."""
    keys = [grid.rows[row].keys[run.column] for row in run.rows]
    axis = grid.columns[run.column].axis
    assert isinstance(axis, Line)
    if any(isinstance(key, s.BoundKey) for key in keys):
        return axis.bound(run.cells)  # a bound reaches to the end of the axis
    values = [value for key in keys for value in literals(key)]
    to = "至" if text_of(grid.by, source).startswith("按") else "to"
    low, high = min(values, key=key_value), max(values, key=key_value)
    return f"{text_of(low, source)} {to} {text_of(high, source)}"


def _found(grid: Grid, run: Run, merged: str, subject: Subject) -> Diagnostic:
    first, *others = (grid.rows[row] for row in run.rows)
    edits = [deleted(row, subject.source) for row in others]
    fix = Fix(_MERGE, (Edit(first.keys[run.column].span, merged), *edits), grid.can_lose_rows(*run.rows[1:]))
    keys = [merged if n == run.column else text_of(key, subject.source) for n, key in enumerate(first.keys)]
    return KIND.at(
        subject.place(first),
        *(Label(subject.place(row), _TOO) for row in others),
        fix=fix,
        count=len(run.rows),
        merged=", ".join(keys),
        outcome=text_of(first.outcome, subject.source),
    )
