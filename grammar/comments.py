"""Where the comments of a file stand: for what reads them as more than remarks."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import SourceFile, Span
from .lexer import comments_in
from .normalise import normalise


def comments(source: SourceFile) -> Iterator[tuple[Span, str]]:
    """Give each comment with its text as it was written, from its number sign to the end of its line."""
    for comment in comments_in(normalise(source.text), source.text):
        yield Span(comment.start, comment.start + len(comment.text)), comment.text
