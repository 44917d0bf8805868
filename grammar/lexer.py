"""Text → tokens, one at a time, each read as what the parser could take at that place.

The terminals are those of psr.lark. Lark's own contextual lexer builds one regular expression for each of
some hundred states; here one expression finds the shape of a token, and a dictionary decides which word it
is. A test holds both against each other.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from .keywords import FUNCTION_NAMES, LINE_WORDS, NUMBER_OF, PHRASES, RESERVED
from .tables import PATTERNS

END = NUMBER_OF["$END"]
NEWLINE = NUMBER_OF["_NL"]
COMMA = NUMBER_OF["_COMMA"]
STRING = NUMBER_OF["STRING"]
NAME = NUMBER_OF["NAME"]
NUMBER = NUMBER_OF["NUMBER"]
LABEL = NUMBER_OF["LABEL"]
MEASURE = NUMBER_OF["MEASURE"]
FUNCTION = NUMBER_OF["FUNCTION"]
STRANGE = -1
"""What no terminal matches: a stray character, or a string that its line leaves open."""
RESERVED_WORD = -2
"""A reserved word at a place that takes names, but not this keyword."""

OPENING_QUOTES = {"“": "”", "「": "」", "＂": "＂", '"': '"'}

_SKIP = re.compile(rf"(?:[ \t]+|{PATTERNS['COMMENT']}|{PATTERNS['CONTINUED']})*+")
_BLANK_LINES = re.compile(rf"(?:[ \t]*(?:{PATTERNS['COMMENT']})?\n)++")
_SHAPES = ("DATE", "PERCENT", "NUMBER", "STRING", "COMPARE", "_COMMA", "_NL")
_SIGNS = dict(zip("=+-*/:()", ("EQUALS", "PLUS", "MINUS", "TIMES", "SLASH", "COLON", "LPAR", "RPAR"), strict=True))
_SHAPE = re.compile(
    "".join(f"(?P<{name}>{PATTERNS[name]})|" for name in _SHAPES)
    + r"(?P<word>[^\W\d]\w*)|(?P<name>\[[^\[\]\n]*\])|(?P<sign>[=+\-*/:()])"
)
_LABEL = re.compile(PATTERNS["LABEL"])
_MEASURE = re.compile(PATTERNS["MEASURE"])
_FUNCTION = re.compile(PATTERNS["FUNCTION"])
_COMMENT = re.compile(rf"{PATTERNS['STRING']}|({PATTERNS['COMMENT']})")
_DIGIT = re.compile(r"\d")
_NEXT_WORD = re.compile(r"[ \t]+\w+|/\w+")
_FIRST_WORD = re.compile(r"[ \t]*([^\W\d]+)")
_GOES_ON = re.compile(r"[^#\n]*,[ \t]*(?:#|$)")
_TERMINAL: dict[str | None, int] = {name: NUMBER_OF[name] for name in _SHAPES}
_SIGN = {sign: NUMBER_OF[name] for sign, name in _SIGNS.items()}


class Token(NamedTuple):
    """A terminal of the grammar with the text it was read from; of a string, the text between its quotes."""

    terminal: int
    text: str
    start: int
    end: int


class Comment(NamedTuple):
    """A comment with the offset of its ``#``."""

    text: str
    start: int


def comments_in(text: str, original: str, start: int = 0, end: int | None = None) -> list[Comment]:
    """Give the comments of a normalised text between two offsets, as they stand in the original."""
    return [
        Comment("#" + original[found.start() + 1 : found.end()].rstrip(), found.start())
        for found in _COMMENT.finditer(text, start, len(text) if end is None else end)
        if found[1]
    ]


class Lexer:
    """Reads tokens from a text and keeps the comments it passes."""

    __slots__ = ("_seen", "comments", "original", "position", "text")

    def __init__(self, text: str, original: str) -> None:
        """Take the normalised text, ending with a newline, and the text as it was; offsets are the same."""
        self.text = text
        self.original = original
        self.position = 0
        self.comments: list[Comment] = []
        self._seen = 0  # comments before this offset were kept already

    def next(self, accepted: Container[int]) -> Token:
        """Read the next token; ``accepted`` holds the terminals that could stand here."""
        start = self._skip()
        if LABEL in accepted and (label := _LABEL.match(self.text, start)):
            return self._token(LABEL, label)
        found = _SHAPE.match(self.text, start)
        if found is None:
            return self._strange(start)
        match found.lastgroup:
            case "word":
                return self._word(found, accepted)
            case "sign":
                return self._token(_SIGN[found[0]], found)
            case "STRING":
                self.position = found.end()
                return Token(STRING, self.original[start + 1 : self.position - 1], start, self.position)
            case "name":
                return self._token(NAME, found)
            case "_NL" | "_COMMA" as shape:
                self._keep_comments(start, found.end())
                return self._token(_TERMINAL[shape], found)
            case shape:
                return self._token(_TERMINAL[shape], found)

    def skip_blank_lines(self) -> bool:
        """Go to the next line with a token on it; false where there is none."""
        if found := _BLANK_LINES.match(self.text, self.position):
            self._keep_comments(self.position, found.end())
            self.position = found.end()
        return self.position < len(self.text)

    def skip_statement(self, spoilt: Token) -> None:
        """Go to the end of the statement that a token spoils; no comma continues it into the next one."""
        self.position = spoilt.start if spoilt.terminal == COMMA else spoilt.end
        if spoilt.terminal in (NEWLINE, END):
            return
        while True:
            start = self.position
            self.position = self.text.find("\n", start) + 1
            self._keep_comments(start, self.position)
            if self.position == len(self.text) or not _GOES_ON.match(self.text, start, self.position):
                return
            word = _FIRST_WORD.match(self.text, self.position)
            if word and word[1] in LINE_WORDS:
                return

    def _token(self, terminal: int, found: re.Match[str]) -> Token:
        self.position = found.end()
        return Token(terminal, found[0], found.start(), self.position)

    def _skip(self) -> int:
        start = self.position
        if (found := _SKIP.match(self.text, start)) and found.end() > start:
            self.position = found.end()
            self._keep_comments(start, self.position)
        return self.position

    def _keep_comments(self, start: int, end: int) -> None:
        if end > self._seen and self.text.find("#", start, end) >= 0:
            self.comments += comments_in(self.text, self.original, max(start, self._seen), end)
            self._seen = end

    def _word(self, found: re.Match[str], accepted: Container[int]) -> Token:
        text, start = found[0], found.start()
        if text in FUNCTION_NAMES and FUNCTION in accepted and (name := _FUNCTION.match(self.text, start)):
            return self._token(FUNCTION, name)
        phrases = PHRASES.get(text)
        if phrases is None and not text.isascii() and not text.isalpha():
            # A Chinese keyword may touch the number behind it: 扣0.5, 封顶2.
            text = _DIGIT.split(text, maxsplit=1)[0]
            phrases = None if text.isascii() else PHRASES.get(text)
        for rest, terminal in phrases or ():
            if terminal in accepted and (end := self._phrase(start + len(text), rest)):
                self.position = end
                return Token(terminal, self.text[start:end], start, end)
        if MEASURE in accepted and (measure := _MEASURE.match(self.text, start)):
            return self._token(MEASURE, measure)
        return self._token(RESERVED_WORD if found[0] in RESERVED else NAME, found)

    def _phrase(self, position: int, rest: tuple[str, ...]) -> int:
        """Give where a phrase ends whose further words are ``rest``, or 0 where other words stand there."""
        for word in rest:
            found = _NEXT_WORD.match(self.text, position)
            if found is None or found[0].lstrip() != word:
                return 0
            position = found.end()
        return position

    def _strange(self, start: int) -> Token:
        if start == len(self.text):
            return Token(END, "", start, start)
        end = start + 1
        if self.text[start] in OPENING_QUOTES:
            end = self.text.find("\n", start)
        self.position = end
        return Token(STRANGE, self.original[start:end], start, end)
