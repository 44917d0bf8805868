"""What the building functions share: how children are told apart, and the leaves made of one token."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar, cast

from ..diagnostics import Span
from . import expressions as e
from .keywords import KEYWORDS
from .lexer import Token
from .tables import TERMINALS

T = TypeVar("T")

_COMPARISONS: dict[str, e.Comparison] = {"≥": ">=", "≤": "<=", "≠": "!=", "<>": "!="}


class Clause(NamedTuple):
    """A part of a line that sets one field of what the line declares."""

    field: str
    value: Any
    span: Span


class Condition(NamedTuple):
    """``if C``."""

    condition: e.Expression


class OneUnit(NamedTuple):
    """``for "B"``."""

    name: e.Text


def first(children: Sequence[Any], kind: type[T]) -> T | None:
    """Give the first child of a type."""
    return next((child for child in children if isinstance(child, kind)), None)


def every(children: Sequence[Any], kind: type[T]) -> tuple[T, ...]:
    """Give the children of a type."""
    return tuple(child for child in children if isinstance(child, kind))


def condition_of(children: Sequence[Any]) -> e.Expression | None:
    """Give what stands behind a line's ``if``."""
    found = first(children, Condition)
    return found.condition if found else None


def unit_of(children: Sequence[Any]) -> e.Text | None:
    """Give the unit behind a line's ``for``."""
    found = first(children, OneUnit)
    return found.name if found else None


def terminal(token: Token) -> str:
    """Give the name of a token's terminal."""
    return TERMINALS[token.terminal]


def is_token(child: Any, name: str) -> bool:
    """Tell whether a child is a token of a certain terminal."""
    return isinstance(child, Token) and terminal(child) == name


def has(children: Sequence[Any], name: str) -> bool:
    """Tell whether a keyword is among the children."""
    return any(is_token(child, name) for child in children)


def keyword(token: Token) -> Any:
    """Give a keyword's English spelling, whichever way it was written; each node takes its own few."""
    return KEYWORDS[terminal(token)][0]


def comparison(token: Token) -> e.Comparison:
    """Read a comparison sign, whichever way it was typed."""
    return _COMPARISONS.get(token.text, cast("e.Comparison", token.text))


def text_of(token: Token) -> e.Text:
    """Make a node of a string's token."""
    return e.Text(Span(token.start, token.end), token.text)


def title_of(children: Sequence[Any]) -> e.Text | None:
    """Make a node of the first string among the children."""
    return next((text_of(child) for child in children if is_token(child, "STRING")), None)


def name_of(token: Token) -> e.Name:
    """Make a node of a name's token; brackets are no part of the name."""
    span = Span(token.start, token.end)
    if token.text.startswith("["):
        return e.Name(span, " ".join(token.text[1:-1].split()), bracketed=True)
    return e.Name(span, token.text)


def date_of(token: Token) -> e.Date:
    """Make a node of a date's token; a day that is in no calendar has no value."""
    year, month, day = (int(part) for part in token.text.split("-"))
    try:
        value = date(year, month, day)
    except ValueError:
        value = None
    return e.Date(Span(token.start, token.end), token.text, value)
