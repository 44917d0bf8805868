"""Text → tree. Takes a source file, gives the document with all lines that could be read, and what was wrong.

Guarantees: any text gives a result; each mistake costs its own line and no more; spans are offsets into the
text as it was given.
"""

from __future__ import annotations

from typing import Any

from ..diagnostics import Diagnostic, Place, SourceFile, Span
from ..diagnostics.catalogue import syntax
from . import build_effects, build_expressions, build_headings, build_results
from .assemble import Assembler
from .build_headings import More, RepeatedClause
from .driver import Driver, Unexpected
from .flaws import flaws
from .keywords import LINE_NUMBERS
from .lexer import STRANGE, Lexer
from .mistakes import explain, stray_comma
from .normalise import normalise
from .readable import unreadable
from .statements import Document, Row

MAX_MISTAKES = 200
"""After how many mistakes reading stops."""

_driver = Driver(
    {
        **build_expressions.BUILDERS,
        **build_headings.BUILDERS,
        **build_effects.BUILDERS,
        **build_results.BUILDERS,
    }
)


def parse(source: SourceFile) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read a rule file's text (specification: "Files and lines").

    Gives the document and the diagnostics (1xx), both in the order of the file. Raises nothing.
    """
    if problem := unreadable(source):
        return Document(Span(0, 0), ()), (problem,)
    reader = _Reader(source)
    reader.read()
    document = reader.assembler.document(reader.lexer.comments)
    mistakes = sorted(reader.assembler.mistakes, key=lambda mistake: mistake.place.span or Span(0, 0))
    return document, tuple(mistakes)


class _Reader:
    """Reads a text statement by statement and hands on what it could read."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._text = normalise(source.text)
        if not self._text.endswith("\n"):
            self._text += "\n"
        self.lexer = Lexer(self._text, source.text)
        self.assembler = Assembler(source, self._text)
        self._mistakes = self.assembler.mistakes

    def read(self) -> None:
        """Read to the end, or until there are too many mistakes (PSR123)."""
        while self.lexer.skip_blank_lines():
            if len(self._mistakes) >= MAX_MISTAKES:
                here = Place(self._source, Span(self.lexer.position, self.lexer.position))
                self._mistakes.append(syntax.TOO_MANY_ERRORS.at(here, limit=MAX_MISTAKES))
                return
            result = _driver.statement(self.lexer)
            if isinstance(result, Unexpected):
                self._recover(result)
            elif wrong := self._check(result):
                self._mistakes += wrong
                self.assembler.skip(statement=not isinstance(result, Row))
            else:
                self.assembler.add(result)

    def _check(self, result: Any) -> list[Diagnostic]:
        """Say what is wrong with a line that the grammar takes."""
        if isinstance(result, RepeatedClause):
            return [syntax.REPEATED_CLAUSE.at(Place(self._source, result.span))]
        return [] if isinstance(result, More) else flaws(self._source, self._text, result)

    def _recover(self, unexpected: Unexpected) -> None:
        """Say what is wrong with a line that it does not take, and go to the next one."""
        token, _, first, _ = unexpected
        mistake = explain(self._source, self._text, unexpected, in_table=self.assembler.in_table)
        self._mistakes.append(mistake)
        if stray_comma(self._text, unexpected) is None:
            self.lexer.skip_statement(token)
        else:
            self.lexer.position = token.start
        blamed = mistake.place.span == Span(first.start, first.end) and first.terminal != STRANGE
        self.assembler.skip(statement=first.terminal in LINE_NUMBERS or blamed)
