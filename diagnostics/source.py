"""Where something stands: a file's text, a stretch of it, and the line and column a person would name."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, in characters: from ``start`` up to, and without, ``end``."""

    start: int
    end: int


class SourceFile:
    """A file's name and text, with its lines found on first need."""

    __slots__ = ("_starts", "name", "text")

    def __init__(self, name: str, text: str) -> None:
        """Take the name shown to people and the text as it was read."""
        self.name = name
        self.text = text
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        if self._starts is None:
            starts = [0]
            position = self.text.find("\n")
            while position >= 0:
                starts.append(position + 1)
                position = self.text.find("\n", position + 1)
            self._starts = starts
        return self._starts

    def position(self, offset: int) -> tuple[int, int]:
        """Give the line and the column of an offset, both counted from 1, the column in characters."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Give the text of a line, counted from 1, without its end."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    @property
    def title(self) -> str:
        """What people call all of this text: the file's name."""
        return self.name

    def where(self, span: Span) -> str:
        """Write where a stretch begins, as ``file:line:column``, the form that editors follow."""
        line, column = self.position(span.start)
        return f"{self.name}:{line}:{column}"

    def row(self, span: Span) -> str:
        """Write the line a stretch begins on, as ``file:line``."""
        return f"{self.name}:{self.position(span.start)[0]}"

    def stretch(self, span: Span) -> tuple[int, int, int]:
        """Give the line a stretch begins on, and from where to where it lies on that line, counted from 0."""
        number, column = self.position(span.start)
        length = len(self.line(number))
        start = min(column - 1, length)
        return number, start, min(start + span.end - span.start, length)

    def heading(self, number: int) -> int | None:
        """Give the line that tells what stands where on another line, as the first row of a table does, or nothing."""
        return None


class Place(NamedTuple):
    """A stretch of a certain file; without a span, the file as a whole."""

    source: SourceFile
    span: Span | None = None

    @property
    def position(self) -> tuple[int, int]:
        """The line and column at which the place begins; line 0 for a whole file."""
        return self.source.position(self.span.start) if self.span else (0, 0)

    def __str__(self) -> str:
        """Write the place for people: ``file:line:column``, or ``file · sheet · C14``."""
        return self.source.title if self.span is None else self.source.where(self.span)

    @property
    def row(self) -> str:
        """Write the place without its column, where it has one: ``file:line``, or a table's cells."""
        return self.source.title if self.span is None else self.source.row(self.span)
