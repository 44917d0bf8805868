"""Phrases → words: how each token is spelt, what touches what, and before which words a line may be broken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from .build_common import comparison
from .keywords import FUNCTION_NAMES, FUNCTIONS, NUMBER_OF, Vocabulary, spelling
from .lexer import FUNCTION, MEASURE, NAME, OPENING_QUOTES, STRING, Token
from .print_phrases import Mark, Phrase
from .tables import KEYWORDS, PATTERNS

_PERCENT, _COMPARE, _PER = NUMBER_OF["PERCENT"], NUMBER_OF["COMPARE"], NUMBER_OF["PER"]
_NO_TERMINAL = -1
_KEYWORD_OF: Mapping[int, str] = {NUMBER_OF[name]: name for name in KEYWORDS}

# A comma may end a line before these, wherever they stand (psr.lark: CONTINUED): the first words of these phrases,
# and the words that join the parts of one. No list goes on where a clause of a heading begins: a comma before one
# says no more than that the line does.
_OPENING = frozenset(
    {
        *("per_event", "per_step", "per_calendar", "where", "quota", "by_occurrence", "by_values", "highest"),
        *("condition", "cap", "grade_quota", "fields", "presumed", "details", "moment", "unit"),
        *("over", "across_units", "where_each"),
        *("year_clause", "total_clause", "worth_clause", "range_clause", "weight_clause", "bonus_clause"),
        *("starts_full", "starts_zero", "starts_at", "scaled_clause"),
    }
)
_JOINING = frozenset(NUMBER_OF[name] for name in ("AND", "OR", "THEN", "ELSE", "REQUIRED"))
_WOULD_CONTINUE = re.compile(PATTERNS["CONTINUED"])


class Word(NamedTuple):
    """A token as it is printed, or a sign.

    ``level`` says how deep within the statement the place before the word is, 1 being outermost, where a line may be
    broken there, and 0 where it may not. ``pad`` is how many more blanks than one stand before it.
    """

    text: str
    start: int
    terminal: int
    glued: bool
    level: int
    pad: int = 0


def words_of(phrase: Phrase, original: str, keywords: Vocabulary | None) -> list[Word]:
    """Give the words of a statement: keywords in one vocabulary, or each as it was written.

    ``original`` is the text of the file as it stood, for what stands between quotes.
    """
    writer = _Writer(original, keywords)
    writer.add(phrase, 0)
    words = writer.words
    for index, word in enumerate(words):
        if word.level and is_comma(words[index - 1]):
            following = " ".join(near.text for near in words[index : index + 2])
            if _WOULD_CONTINUE.match(f",\n{following} "):
                words[index] = word._replace(level=0)
    return words


def is_comma(word: Word) -> bool:
    """Tell whether a word is the comma of a list."""
    return word.text == ","


def must_break(before: Word, word: Word) -> bool:
    """Tell whether two words would be read as one keyword if they stood on one line: ``highest per``."""
    return word.terminal == _PER and (before.text, word.text) == ("highest", "per")


class _Writer:
    """Gathers the words of one statement."""

    __slots__ = ("_keywords", "_original", "words")

    def __init__(self, original: str, keywords: Vocabulary | None) -> None:
        self._original = original
        self._keywords: Vocabulary | None = keywords
        self.words: list[Word] = []

    def add(self, phrase: Phrase, depth: int) -> None:
        """Add the words of a phrase; ``depth`` is the number of phrases round about it."""
        opens = phrase.rule in _OPENING
        for part in phrase.parts:
            if isinstance(part, Phrase):
                if self.words and is_comma(self.words[-1]):
                    self._list_entry(part, depth)
                else:
                    self.add(part, depth + 1)
            elif isinstance(part, Mark):
                self._put(part.text, part.start, _NO_TERMINAL, 0)
            else:
                level = depth if opens else depth + 1 if part.terminal in _JOINING else 0
                self._put(self._spelt(part), part.start, part.terminal, level)
            opens = False

    def _list_entry(self, phrase: Phrase, depth: int) -> None:
        """Add a list's further entry: a line may be broken behind the comma."""
        index = len(self.words)
        self.add(phrase, depth + 1)
        self.words[index] = self.words[index]._replace(level=depth + 1)

    def _put(self, text: str, start: int, terminal: int, level: int) -> None:
        glued = not self.words or self._touches(text, terminal)
        self.words.append(Word(text, start, terminal, glued, 0 if glued else level))

    def _touches(self, text: str, terminal: int) -> bool:
        before = self.words[-1]
        if terminal == _NO_TERMINAL and (text in "),:" or before.terminal == FUNCTION):
            return True
        is_bracket_or_sign = before.terminal == _NO_TERMINAL and before.text in "(-"
        return is_bracket_or_sign or terminal == MEASURE

    def _spelt(self, token: Token) -> str:
        terminal, text = token.terminal, token.text
        if keyword := _KEYWORD_OF.get(terminal):
            return spelling(keyword, self._keywords) if self._keywords else " ".join(text.split())
        if terminal == FUNCTION:
            return FUNCTIONS[FUNCTION_NAMES[text]][self._keywords == "zh"] if self._keywords else text
        if terminal == STRING:
            return _quoted(text, self._original[token.start])
        if terminal == NAME and text.startswith("["):
            return f"[{' '.join(text[1:-1].split())}]"
        if terminal == _COMPARE:
            return comparison(token)
        if terminal == _PERCENT:
            return "".join(text.split())
        return text


def _quoted(text: str, opening: str) -> str:
    """Put a string in its own quotes; the full-width form of plain quotes becomes plain where it can."""
    if opening == "＂" and '"' not in text:
        opening = '"'
    return opening + text + OPENING_QUOTES[opening]
