"""What findings about tables have in common: the author's own words, and the edits that mend rows."""

from __future__ import annotations

from ...diagnostics import Edit, Fix, SourceFile, Span, Words
from ...grammar import statements as s
from ...grammar.node import Node
from ...interpreter.model import Model
from .grid import Grid

DELETE = Words("delete the row", "删去这一行")


def text_of(node: Node, source: SourceFile) -> str:
    """Give what the author wrote."""
    return source.text[node.span.start : node.span.end]


def keys_of(row: s.Row, source: SourceFile) -> str:
    """Give the keys of a row as the author wrote them."""
    return source.text[row.keys[0].span.start : row.keys[-1].span.end]


def gives_numbers(grid: Grid, model: Model) -> bool:
    """Tell whether a table's outcomes are numbers, so that it gives 0 where no row matches."""
    return isinstance(grid.line, s.Effect) or model.defines[grid.line.name.text].kind in ("number", "share", "ratio")


def deleted(row: s.Row, source: SourceFile) -> Edit:
    """Give the edit that deletes a row with its lines."""
    first, last = source.position(row.span.start)[0], source.position(row.span.end - 1)[0]
    end = source.starts[last] if last < len(source.starts) else len(source.text)
    return Edit(Span(source.starts[first - 1], end), "")


def deletion(grid: Grid, row: int, source: SourceFile) -> Fix | None:
    """Give the mend that deletes a row; none where no row might be left."""
    if not grid.keeps_a_row:
        return None
    return Fix(DELETE, (deleted(grid.rows[row], source),), grid.can_lose_rows(row))
