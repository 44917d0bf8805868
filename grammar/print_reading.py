"""Text → what stands in it: statements as words, comments, and where a blank line parts them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from ..diagnostics import SourceFile
from .driver import Driver
from .keywords import Vocabulary
from .lexer import Comment, Lexer
from .normalise import normalise
from .print_phrases import BUILDERS, Phrase
from .print_words import Word, words_of

_driver = Driver(BUILDERS)


class Remark(NamedTuple):
    """A comment on a line of its own, and whether a blank line stands above it."""

    text: str
    apart: bool


class Written(NamedTuple):
    """A statement, a row of a table or a further string of a text, as its author wrote it."""

    rule: str
    words: list[Word]
    above: list[Remark]
    inside: list[Comment]
    behind: str
    apart: bool
    """Whether a blank line stands directly above it: between it and the last of ``above``, if there are any."""
    flush: bool
    """Whether it begins at its line's first character."""
    below: list[Remark]
    """Comments directly below it, which a blank line parts from what follows: they belong to it."""

    @property
    def set_apart(self) -> bool:
        """Whether a blank line stands above it and the comments that belong to it."""
        return self.above[0].apart if self.above else self.apart


class Script(NamedTuple):
    """A whole file: its lines in order, and the comments at its end that belong to none."""

    lines: list[Written]
    rest: list[Remark]


def read_script(source: SourceFile, keywords: Vocabulary | None) -> Script:
    """Read a text in which parser.py finds no mistake; keywords are spelt in a vocabulary, or as they were."""
    text = normalise(source.text)
    text += "" if text.endswith("\n") else "\n"
    lexer = Lexer(text, source.text)
    phrases: list[Phrase] = []
    while lexer.skip_blank_lines():
        phrases.append(cast("Phrase", _driver.statement(lexer)))
    remarks = _Remarks(text, lexer.comments)
    lines: list[Written] = []
    for phrase in phrases:
        start, end = phrase.span
        above = list(remarks.before(start))
        apart = remarks.is_apart(start)
        if lines and phrase.rule not in ("row", "more"):
            below, above = _parted(above, apart)
            lines[-1].below.extend(below)
        words = words_of(phrase, source.text, keywords)
        flush = start == 0 or text[start - 1] == "\n"
        inside, behind = remarks.within(end), remarks.behind(end)
        lines.append(Written(phrase.rule, words, above, inside, behind, apart, flush, []))
    rest = list(remarks.before(len(text)))
    if lines:
        below, rest = _parted(rest, apart=True)
        lines[-1].below.extend(below)
    return Script(lines, rest)


def _parted(remarks: list[Remark], apart: bool) -> tuple[list[Remark], list[Remark]]:
    """Part the comments between two lines: those that belong to the line above them, and the others.

    ``apart`` tells whether a blank line stands between the last comment and the line below.
    """
    gap = next((index for index, remark in enumerate(remarks) if remark.apart), len(remarks))
    if gap < len(remarks) or apart:
        return remarks[:gap], remarks[gap:]
    return [], remarks


class _Remarks:
    """The comments of a file, handed out in their order, with the blank lines between what stands there."""

    __slots__ = ("_comments", "_next", "_passed", "_text")

    def __init__(self, text: str, comments: list[Comment]) -> None:
        self._text = text
        self._comments = comments
        self._next = 0
        self._passed = 0  # where the last thing ends that was handed out, or the last statement

    def is_apart(self, offset: int) -> bool:
        """Tell whether a blank line stands between an offset and the last thing before it."""
        return self._passed > 0 and self._text.count("\n", self._passed, offset) > 1

    def before(self, offset: int) -> Iterator[Remark]:
        """Give the comments that stand before an offset and were not given yet."""
        while self._next < len(self._comments) and self._comments[self._next].start < offset:
            comment = self._comments[self._next]
            yield Remark(comment.text, self.is_apart(comment.start))
            self._next += 1
            self._passed = self._text.index("\n", comment.start)

    def within(self, end: int) -> list[Comment]:
        """Give those that stand within a statement which ends there."""
        first = self._next
        while self._next < len(self._comments) and self._comments[self._next].start < end:
            self._next += 1
        self._passed = end
        return self._comments[first : self._next]

    def behind(self, end: int) -> str:
        """Give the one that stands behind a statement on its last line, or nothing."""
        behind = list(self.before(self._text.index("\n", end)))
        return behind[0].text if behind else ""
