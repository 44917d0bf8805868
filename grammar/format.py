"""A rule file's text → the same file in its one layout.

Guarantees: the new text is read as the same tree, with the same comments in the same order; laying it out again
changes nothing; a text with mistakes is not touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..diagnostics import Diagnostic, SourceFile
from .keywords import Vocabulary
from .parser import parse
from .print_document import document_text
from .print_reading import read_script
from .statements import Comments, Define, Document, Effect


class Formatted(NamedTuple):
    """What became of a text: its new form, or None and what stands in the way.

    Without a text there are the mistakes of the old one; were there none, the new form would have been read as
    something else, and was thrown away.
    """

    text: str | None
    mistakes: tuple[Diagnostic, ...] = ()


def format_source(source: SourceFile, keywords: Vocabulary | None = None) -> Formatted:
    """Lay a rule file out (docs/formatting.md). Raises nothing.

    With ``keywords`` every keyword is spelt in that vocabulary, else each stays as its author spelt it. The text
    given has LF line ends, no byte order mark, and a newline at its end.
    """
    document, mistakes = parse(source)
    if mistakes:
        return Formatted(None, mistakes)
    return Formatted(format_document(source, document, keywords))


def format_document(source: SourceFile, document: Document, keywords: Vocabulary | None = None) -> str | None:
    """Lay out a rule file without mistakes, of which the tree is known already; None as in `Formatted`."""
    text = document_text(read_script(source, keywords))
    return text if text == source.text or _reads_as(text, document) else None


def _reads_as(text: str, document: Document) -> bool:
    """Tell whether a text is read as a document, with its comments."""
    again, mistakes = parse(SourceFile("", text))
    return not mistakes and again == document and [*_comments(again)] == [*_comments(document)]


def _comments(document: Document) -> Iterator[str]:
    """Give the comments of a file in their order."""
    for statement in document.statements:
        yield from _beside(statement.comments)
        if isinstance(statement, Effect | Define):
            for row in statement.rows:
                yield from _beside(row.comments)
    yield from document.comments


def _beside(comments: Comments) -> tuple[str, ...]:
    return comments.above + comments.behind
