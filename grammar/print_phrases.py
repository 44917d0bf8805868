"""Tokens → phrases: what was written, in the shape of the grammar, for the formatter.

The tree of parser.py says what a file means; it forgets brackets, measure words and which vocabulary a keyword was
spelt in. The formatter keeps all of that. So it reads a statement with the same tables once more and builds, for each
rule of psr.lark, the tokens it was made of. Commas and brackets, which the tables leave out, are put back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..diagnostics import Span
from .build_common import is_token
from .driver import Build, Children
from .lexer import Token
from .tables import PRODUCTIONS

NOWHERE = -1
"""The offset of a sign whose place in the file is not known, and need not be."""


class Mark(NamedTuple):
    """A sign that is no token of its own: a bracket, a comma, a colon, the sign of a negative number."""

    text: str
    start: int = NOWHERE


class Phrase(NamedTuple):
    """A rule of psr.lark with what it was made of, in the order in which it was written."""

    rule: str
    span: Span
    parts: tuple[Part, ...]


Part = Token | Mark | Phrase

COMMA, COLON, SLASH, OPENING = Mark(","), Mark(":"), Mark("/"), Mark("(")

_LISTS = ("fields", "highest", "by_values", "define_table", "veto", "tie_break", "details")
_NEGATIVES = ("negate", "negative_number", "negative_percent")


def _as_written(rule: str) -> Build:
    return lambda span, children: Phrase(rule, span, tuple(children))


def _list(rule: str) -> Build:
    return lambda span, children: Phrase(rule, span, tuple(_listed(children)))


def _listed(children: Children) -> Iterator[Part]:
    """Put a comma wherever two phrases stand side by side: a list is the only place where they do."""
    follows = False
    for child in children:
        if follows and isinstance(child, Phrase):
            yield COMMA
        yield child
        follows = isinstance(child, Phrase)


def _choice(span: Span, children: Children) -> Phrase:
    first, *others = children
    return Phrase("choice_type", span, (first, *(part for option in others for part in (SLASH, option))))


def _row(span: Span, children: Children) -> Phrase:
    *keys, outcome = children
    return Phrase("row", span, (*_listed(keys), COLON, outcome))


def _brackets(span: Span, children: Children) -> Phrase:
    """Keep a pair of brackets, once: doubled ones say no more than one pair."""
    (inner,) = children
    if isinstance(inner, Phrase) and inner.rule == "brackets":
        return inner
    return Phrase("brackets", span, (Mark("(", span.start), inner, Mark(")", span.end - 1)))


def _call(span: Span, children: Children) -> Phrase:
    function, *arguments = children
    return Phrase("call", span, (function, OPENING, *_listed(arguments), Mark(")", span.end - 1)))


def _where_each(span: Span, children: Children) -> Phrase:
    where, condition = children
    return Phrase("where_each", span, (where, OPENING, condition, Mark(")", span.end - 1)))


def _count_cases(span: Span, children: Children) -> Phrase:
    count, of, *rest = children
    return Phrase("count_cases", span, (count, OPENING, of, Mark(")"), *rest))


def _negative(rule: str) -> Build:
    def build(span: Span, children: Children) -> Phrase:
        return Phrase(rule, span, (Mark("-", span.start), *(part for part in children if not is_token(part, "MINUS"))))

    return build


BUILDERS: Mapping[str, Build] = {
    **{rule: _as_written(rule) for _, _, rule, _ in PRODUCTIONS if rule not in ("", "=")},
    **{rule: _list(rule) for rule in _LISTS},
    **{rule: _negative(rule) for rule in _NEGATIVES},
    "choice_type": _choice,
    "row": _row,
    "brackets": _brackets,
    "call": _call,
    "where_each": _where_each,
    "count_cases": _count_cases,
}
"""What each rule of psr.lark builds for the formatter."""
