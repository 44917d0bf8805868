"""What to say of a line that the grammar does not take: where the mistake is, and what was probably meant."""

from __future__ import annotations

import re

from ..diagnostics import Diagnostic, Place, SourceFile, Span, Words
from ..diagnostics.catalogue import names, syntax
from .driver import MAX_LENGTH, Unexpected
from .expected import describe
from .keywords import LINE_NUMBERS, LINE_WORDS, PHRASES, RESERVED, Vocabulary, spelling
from .lexer import COMMA, END, NAME, NEWLINE, NUMBER, OPENING_QUOTES, STRANGE, STRING, Token
from .tables import KEYWORDS, PATTERNS, TERMINALS

_POWER_OF_TEN = re.compile(r"(?<![\w.])\d+(?:\.\d+)?[eE](?:[+-]?\d+)?(?!\w)")
_OTHER_DATE = re.compile(r"(?<!\d)(\d{4})[./年](\d{1,2})[./月](\d{1,2})日?(?!\d)")
_NEAR = 40  # how far from a token the beginning or the end of a date or number is looked for
_KEYWORD_LENGTH = max(len(chinese) for _, chinese in KEYWORDS.values())
_MEASURE_LENGTH = len("人次")
_ENGLISH_TOUCHING = re.compile(r"([a-z]+)(\d.*)")
_MEASURE = re.compile(PATTERNS["MEASURE"])
_SHOWN = 40  # how much of a word a message quotes

_DID_YOU_MEAN = Words("did you mean `{guess}`?", "是否想写 `{guess}`？")
_END_OF_LINE = Words("the end of the line", "行末")


def explain(source: SourceFile, text: str, unexpected: Unexpected, *, in_table: bool) -> Diagnostic:
    """Say what is wrong with a line (PSR101 to PSR103, PSR112, PSR113, PSR115 to PSR117, PSR203).

    ``in_table`` tells whether a table's row could stand here.
    """
    token, expected, first, previous = unexpected
    comma = stray_comma(text, unexpected)
    if comma is not None:
        return syntax.STRAY_COMMA.at(Place(source, Span(comma, comma + 1)))
    if token.start - first.start > MAX_LENGTH:
        return syntax.LINE_TOO_LONG.at(Place(source, Span(first.start, first.end)), limit=MAX_LENGTH)
    if found := _other_date(source, text, token) or _power_of_ten(source, text, token):
        return found
    if token.terminal == STRANGE:
        return _strange(source, token)
    if _blames_first(text, first, token, in_table=in_table):
        token, expected = first, LINE_NUMBERS
    return _misplaced(source, token, expected, previous)


def stray_comma(text: str, unexpected: Unexpected) -> int | None:
    """Give the offset of a comma that announces more of a line where a new statement, or nothing, follows."""
    token, _, _, previous = unexpected
    if token.terminal == END or (_word(token) in LINE_WORDS and "\n" in text[previous.start : token.start]):
        return previous.start if previous.terminal == COMMA else text.index(",", previous.end)
    return None


def _around(pattern: re.Pattern[str], text: str, token: Token) -> re.Match[str] | None:
    """Find a pattern that covers the beginning of a token."""
    found = pattern.finditer(text, max(0, token.start - _NEAR), token.start + _NEAR)
    return next((match for match in found if match.start() <= token.start < match.end()), None)


def _other_date(source: SourceFile, text: str, token: Token) -> Diagnostic | None:
    found = _around(_OTHER_DATE, text, token)
    if found is None:
        return None
    date = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return syntax.OTHER_DATE.at(Place(source, Span(*found.span())), found=found[0], date=date)


def _power_of_ten(source: SourceFile, text: str, token: Token) -> Diagnostic | None:
    found = _around(_POWER_OF_TEN, text, token)
    return found and syntax.POWER_OF_TEN.at(Place(source, Span(*found.span())), found=found[0])


def _strange(source: SourceFile, token: Token) -> Diagnostic:
    if token.text[0] in OPENING_QUOTES:
        place = Place(source, Span(token.start, token.start + len(token.text.rstrip())))
        return syntax.UNCLOSED_STRING.at(place, close=OPENING_QUOTES[token.text[0]])
    place = Place(source, Span(token.start, token.end))
    return syntax.STRANGE_CHARACTER.at(place, help=syntax.STRANGE_SIGNS.get(token.text), found=_shown(token.text))


def _blames_first(text: str, first: Token, token: Token, *, in_table: bool) -> bool:
    """Tell whether a line's first word was meant for a keyword, though a row of a table could begin so."""
    if token is first or first.terminal in LINE_NUMBERS or first.terminal == STRING:
        return False
    if text.find(":", first.end, text.index("\n", first.end)) >= 0:
        return False
    return not in_table or bool(_guess(first, LINE_NUMBERS) or _split(first, LINE_NUMBERS))


def _misplaced(source: SourceFile, token: Token, expected: frozenset[int], previous: Token) -> Diagnostic:
    if token.terminal == NEWLINE:
        place = Place(source, Span(previous.end, previous.end))
        return syntax.UNEXPECTED.at(place, found=_END_OF_LINE, expected=describe(expected))
    place = Place(source, Span(token.start, token.end))
    written = source.text[token.start : token.end]
    found = Words(f"`{_shown(written)}`", f"`{_shown(written)}` ")
    if split := _split(token, expected, number=previous if previous.end == token.start else None):
        return syntax.TOUCHING_WORDS.at(place, found=_shown(written), split=_shown(split))
    if guess := _guess(token, expected):
        return syntax.UNEXPECTED.at(place, help=_DID_YOU_MEAN, found=found, guess=guess)
    # Where a text could stand as well, what is missing is a value, not a name.
    if _word(token) in RESERVED and NAME in expected and STRING not in expected:
        return names.RESERVED_WORD.at(place, name=token.text)
    if previous.terminal == NUMBER and _MEASURE.fullmatch(f"0{token.text}", 1):
        together = f"{previous.text}{token.text}"
        return syntax.UNEXPECTED.at(place, help=syntax.TOUCHING_MEASURE, found=found, together=together)
    help = syntax.MISPLACED_SIGNS.get(token.text)
    return syntax.UNEXPECTED.at(place, help=help, found=found, expected=describe(expected))


def _split(token: Token, expected: frozenset[int], number: Token | None = None) -> str:
    """Offer 每 缺席 for 每缺席 and cap 2 for cap2; behind a number that it touches, 0.5分 每 缺席 for 分每缺席."""
    word = token.text
    if token.terminal != NAME:
        return ""
    if (english := _ENGLISH_TOUCHING.fullmatch(word)) and _is_keyword(english[1], expected):
        return f"{english[1]} {english[2]}"
    for start in range(_MEASURE_LENGTH + 1 if number else 1):
        before = f"{number.text}{word[:start]} " if number else ""
        for end in range(min(len(word) - 1, start + _KEYWORD_LENGTH), start, -1):
            if word[start].isascii() or _MEASURE.fullmatch(f"0{word[end:]}", 1):
                continue  # 扣分 is meant for 扣
            if _is_keyword(word[start:end], expected):
                return f"{before}{word[start:end]} {word[end:]}"
    return ""


def _word(token: Token) -> str:
    """Give the word that a token is; empty for numbers, signs and strings."""
    return token.text if token.text[:1].isalpha() and token.terminal != STRING else ""


def _is_keyword(word: str, expected: frozenset[int]) -> bool:
    return any(not rest and terminal in expected for rest, terminal in PHRASES.get(word, ()))


def _guess(token: Token, expected: frozenset[int]) -> str:
    """Give the keyword that could stand here and is spelled most like the word that does, if one is."""
    word = _word(token)
    if not word or len(word) > _SHOWN:
        return ""
    from difflib import get_close_matches  # only a mistake needs it

    vocabulary: Vocabulary = "en" if word.isascii() else "zh"
    terminals = [TERMINALS[terminal] for terminal in expected]
    spellings = [spelling(terminal, vocabulary) for terminal in terminals if terminal in KEYWORDS]
    found = get_close_matches(word.lower(), spellings, n=1, cutoff=0.6 if word.isascii() else 0.5)
    return found[0] if found else ""


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
