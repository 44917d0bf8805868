"""All decision tables of a rubric, taken apart."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar import statements as s
from ...interpreter.model import FactModel, HeadingModel, Model
from .columns import Columns, values_of
from .extent import Extents
from .grid import Grid


def grids(model: Model, extents: Extents) -> Iterator[Grid]:
    """Give the tables of lines and definitions, in the order of the file; those too large to look through are left out.

    So is a definition that may read the fields of several facts: it has no columns of its own.
    """
    columns = Columns(model, extents)
    places = {line.span: heading for heading in model.headings for line in heading.lines}
    for line in model.document.statements:
        if not isinstance(line, s.Effect | s.Define) or line.by is None or not line.rows:
            continue
        fact, is_clear = _events(line, model)
        if is_clear:
            grid = _grid(line, line.by, places.get(line.span), fact, columns)
            if grid.is_bounded:
                yield grid


def _grid(
    line: s.Effect | s.Define, by: s.By, heading: HeadingModel | None, fact: FactModel | None, columns: Columns
) -> Grid:
    if by.occurrence:
        return Grid(line, by, (columns.occurrence(values_of(line.rows, 0)),))
    found = [columns.column(key, values_of(line.rows, n), heading, fact) for n, key in enumerate(by.keys)]
    return Grid(line, by, tuple(found))


def _events(line: s.Effect | s.Define, model: Model) -> tuple[FactModel | None, bool]:
    """Give the fact whose events are round about, if any, and whether it is certain which it is."""
    if isinstance(line, s.Effect):
        name = line.per.fact.text if isinstance(line.per, s.PerEvent) else None
        return model.facts.get(name or ""), True
    events = model.defines[line.name.text].events or frozenset()
    return next((model.facts[name] for name in events), None), len(events) < 2
