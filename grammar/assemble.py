"""Statements → document: rows join their table, further strings their ``source``, comments their statement."""

from __future__ import annotations

from typing import TypeVar

from ..diagnostics import Diagnostic, Place, SourceFile, Span
from ..diagnostics.catalogue import syntax
from .build_headings import More
from .lexer import Comment
from .statements import Comments, Define, Document, Effect, InFull, Line, Row, Source, Statement


class _Block:
    """A statement with the rows of its table, or the further strings of a ``source`` or an ``in full``."""

    __slots__ = ("head", "rows", "texts", "torn")

    def __init__(self, head: Statement) -> None:
        self.head = head
        self.rows: list[Row] = []
        self.texts: list[More] = []
        self.torn = False  # whether a line that could not be read stands directly below

    @property
    def is_table(self) -> bool:
        return isinstance(self.head, Effect | Define) and self.head.by is not None

    def take(self, line: Row | More) -> bool:
        """Take a row or a string in, where such a one belongs to the statement."""
        if isinstance(line, Row):
            if self.is_table:
                self.rows.append(line)
            return self.is_table
        if isinstance(self.head, InFull | Source):
            self.texts.append(line)
        return isinstance(self.head, InFull | Source)


class Assembler:
    """Takes the lines of a file in order and gives the document they make."""

    __slots__ = ("_blocks", "_lost", "_source", "_text", "mistakes")

    def __init__(self, source: SourceFile, text: str) -> None:
        """Take the file, for the places of what is wrong, and its text as the grammar reads it."""
        self._source = source
        self._text = text
        self._blocks: list[_Block] = []
        self._lost = False  # whether the last statement could not be read: what hangs on it is lost with it
        self.mistakes: list[Diagnostic] = []

    @property
    def in_table(self) -> bool:
        """Whether a row may stand here."""
        return bool(self._blocks) and self._blocks[-1].is_table and not self._lost

    def skip(self, *, statement: bool) -> None:
        """Note a line that could not be read: a whole statement, or a row or string of the one above."""
        self._lost = self._lost or statement
        if self._blocks:
            self._blocks[-1].torn = True

    def add(self, line: Statement | Row | More) -> None:
        """Take the next line; a row or string that belongs to nothing is a mistake (PSR104, PSR105)."""
        if not isinstance(line, Row | More):
            self._blocks.append(_Block(line))
            self._lost = False
        elif self._lost or (self._blocks and self._blocks[-1].take(line)):
            return
        elif isinstance(line, Row):
            self.mistakes.append(syntax.ROW_WITHOUT_TABLE.at(Place(self._source, line.span)))
        else:
            self.mistakes.append(syntax.TEXT_WITHOUT_SOURCE.at(Place(self._source, line.text.span)))

    def document(self, comments: list[Comment]) -> Document:
        """Put the document together; a table needs rows (PSR106)."""
        placed = _Placed(self._text, comments)
        statements: list[Statement] = []
        for block in self._blocks:
            if block.is_table and not block.rows and not block.torn:
                self.mistakes.append(syntax.TABLE_WITHOUT_ROWS.at(Place(self._source, block.head.span)))
            statements.append(_joined(block, placed))
        return Document(Span(0, len(self._text)), tuple(statements), placed.before(len(self._text)))


class _Placed:
    """The comments of a file, handed out in their order."""

    def __init__(self, text: str, comments: list[Comment]) -> None:
        self._text = text
        self._comments = comments
        self._next = 0

    def before(self, offset: int) -> tuple[str, ...]:
        """Give the comments that stand before an offset and were not given yet."""
        start = self._next
        while self._next < len(self._comments) and self._comments[self._next].start < offset:
            self._next += 1
        return tuple(comment.text for comment in self._comments[start : self._next])

    def to_line_end(self, offset: int) -> tuple[str, ...]:
        """Give those up to the end of the line on which an offset stands."""
        if self._next == len(self._comments):
            return ()
        return self.before(self._text.index("\n", offset))


LineType = TypeVar("LineType", bound=Line)


def _joined(block: _Block, placed: _Placed) -> Statement:
    """Make one statement of a block, each of its lines with its comments."""
    head = block.head
    above, behind = placed.before(head.span.start), placed.to_line_end(head.span.end)
    if block.texts and isinstance(head, InFull | Source):
        end = block.texts[-1].text.span.end
        behind += placed.to_line_end(end)
        lines = (*head.lines, *(more.text for more in block.texts))
        head = head.replace(span=Span(head.span.start, end), lines=lines)
    if block.rows and isinstance(head, Effect | Define):
        head = head.replace(rows=tuple(_row(row, placed) for row in block.rows))
    return _commented(head, above, behind)


def _row(row: Row, placed: _Placed) -> Row:
    return _commented(row, placed.before(row.span.start), placed.to_line_end(row.span.end))


def _commented(line: LineType, above: tuple[str, ...], behind: tuple[str, ...]) -> LineType:
    return line.replace(comments=Comments(above, behind)) if above or behind else line
