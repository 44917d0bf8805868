"""What the YAML parser could not read, said in words that lead to the mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Diagnostic, Label, Place, SourceFile, Span, Words
from ..diagnostics.catalogue import evidence as say

if TYPE_CHECKING:
    from yaml import YAMLError
    from yaml.error import Mark

_WIDE_COLON = "："


class _Cause(NamedTuple):
    """What the parser's message means, known by a few words of it, and how to mend it."""

    words: str
    problem: Words
    help: Words | None


_CAUSES = (
    _Cause("tab character", say.A_TAB, say.HELP_SPACES),
    _Cause("',' or ']'", say.NOT_CLOSED, say.HELP_BRACKETS),
    _Cause("',' or '}'", say.NOT_CLOSED, say.HELP_BRACKETS),
    _Cause("end of stream", say.QUOTES_NOT_CLOSED, None),
    _Cause("expected ':'", say.NO_COLON, say.HELP_LINES),
    _Cause("cannot start any token", say.NO_BEGINNING, say.HELP_QUOTES),
    _Cause("escape", say.NO_ESCAPE, say.HELP_ESCAPE),
    _Cause("directive", say.NO_DIRECTIVE, say.HELP_QUOTES),
    _Cause("YAML document", say.NO_DIRECTIVE, None),
    _Cause("not allowed", say.OUT_OF_PLACE, say.HELP_LINES),
    _Cause("expected key", say.OUT_OF_PLACE, say.HELP_LINES),
    _Cause("'-' indicator", say.OUT_OF_PLACE, say.HELP_LINES),
    _Cause("<block end>", say.OUT_OF_PLACE, say.HELP_LINES),
    _Cause("", say.ELSEWISE, say.HELP_LINES),
)


def describe(source: SourceFile, error: YAMLError) -> Diagnostic:
    """Give the diagnostic for what the parser raised."""
    from yaml.error import MarkedYAMLError
    from yaml.reader import ReaderError

    if isinstance(error, ReaderError):
        place = Place(source, Span(error.position, error.position + 1))
        return say.STRANGE_CHARACTER.at(place, found=f"U+{_code(error.character):04X}")
    assert isinstance(error, MarkedYAMLError)
    where, context = error.problem_mark or error.context_mark, error.context or ""
    begun = _place(source, error.context_mark) if error.context_mark else None
    place = _place(source, where)
    if "block scalar" in context and begun:
        return say.UNQUOTED_BOUND.at(begun)
    if "alias" in context or "anchor" in context:
        return say.NO_ALIASES.at(begun or place)
    if "tag" in context:
        return say.NO_TAGS.at(begun or place)
    return _by_words(source, place, begun, error.problem or "")


def _by_words(source: SourceFile, place: Place, begun: Place | None, problem: str) -> Diagnostic:
    cause = next(cause for cause in _CAUSES if cause.words in problem)
    character = source.text[place.span.start] if place.span and place.span.start < len(source.text) else ""
    if cause.problem is say.NO_BEGINNING and character == ">":
        return say.UNQUOTED_BOUND.at(place)
    if cause.problem is say.NO_BEGINNING and character == "\t":
        cause = _CAUSES[0]
    wide = _wide_colon(place)
    if wide is not None:
        return say.BAD_YAML.at(wide, help=say.HELP_WIDE_COLON, problem=say.WIDE_COLON)
    others = [Label(begun, say.BEGUN_HERE)] if begun and begun != place else []
    close = "`]`" if "]" in problem else "`}`"
    return say.BAD_YAML.at(place, *others, help=cause.help, problem=cause.problem, close=close)


def _place(source: SourceFile, mark: Mark | None) -> Place:
    """Give the character a mark points at, or the last one of the file where it points behind all of them."""
    last = max(0, len(source.text.rstrip()) - 1)
    start = min(mark.index, last) if mark else 0
    return Place(source, Span(start, min(start + 1, len(source.text))))


def _wide_colon(place: Place) -> Place | None:
    """Find a full-width colon on the line of a place or the one before it, where the cause often stands."""
    source, line = place.source, place.position[0]
    for number in (max(1, line - 1), line):
        name, colon, _ = source.line(number).partition(_WIDE_COLON)
        if colon and not any(sign in name for sign in ":'\"#"):
            start = source.starts[number - 1] + len(name)
            return Place(source, Span(start, start + 1))
    return None


def _code(character: object) -> int:
    """Give the code of a character, which the two parsers tell as a number or as a text."""
    return character if isinstance(character, int) else ord(str(character)[:1])
