"""Show a diagnostic to a program: plain values that any JSON writer takes, every text as it was written."""

from __future__ import annotations

from .diagnostic import Diagnostic
from .source import Place
from .table import TableSource
from .words import Language


def to_json(diagnostic: Diagnostic, language: Language = "en") -> dict[str, object]:
    """Give the diagnostic as a JSON object; the first label leads.

    Lines and columns count from 1, columns in characters; ``end_column`` is the one behind the last
    character. All four are null for a file as a whole; ``help`` is null where there is none. A place in a table has
    its sheet and its cells, too; its line and column are the row and the column of the cell.
    """
    return {
        "code": diagnostic.code,
        "severity": diagnostic.kind.severity,
        "message": diagnostic.message(language),
        "help": diagnostic.advice(language),
        "labels": [
            {**_place_to_json(label.place), "text": diagnostic.label_text(label, language)}
            for label in diagnostic.labels
        ],
    }


def _place_to_json(place: Place) -> dict[str, object]:
    source, span = place
    line, column = source.position(span.start) if span else (None, None)
    end_line, end_column = source.position(span.end) if span else (None, None)
    entry: dict[str, object] = {
        "file": source.name,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }
    if isinstance(source, TableSource):
        entry |= {"sheet": source.sheet, "cell": source.cell(span) if span else None}
    return entry
