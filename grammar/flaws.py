"""What is wrong with a statement that the grammar takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import Diagnostic, Place, SourceFile, Span
from ..diagnostics.catalogue import syntax
from .expressions import Arithmetic, Date, ItemLabel, Name, Node, Number
from .statements import FactType
from .tables import PATTERNS
from .walk import depth, walk

MAX_DEPTH = 60
"""How many levels an expression may have; every pass after this one may recurse."""
MAX_DIGITS = 30
"""How many digits a number may have, those behind the point included."""

# A statement with nothing of this kind in it, and no longer than MAX_DEPTH, has no flaw; most are such.
_SUSPICIOUS = re.compile(rf"/|\d-\d|\[[ \t]*\]|\d[eE]\d|[\d.]{{{MAX_DIGITS},}}")
_NUMBER = re.compile(rf"{PATTERNS['STRING']}|{PATTERNS['NAME']}|{PATTERNS['COMMENT']}|(?P<number>\d+(?:\.\d+)?)")
_SLASHED = re.compile(r"(\d{4})[ \t]*/[ \t]*(\d{1,2})[ \t]*/[ \t]*(\d{1,2})")
_EXPONENT = re.compile(r"[eE]\d+")


def flaws(source: SourceFile, text: str, statement: Node) -> list[Diagnostic]:
    """Check a statement's depth, its numbers, dates and names (PSR108 to PSR112, PSR114)."""
    start, end = statement.span
    if end - start <= MAX_DEPTH and not _SUSPICIOUS.search(text, start, end):
        return []
    if depth(statement) > MAX_DEPTH:
        return [syntax.TOO_DEEP.at(Place(source, statement.span), limit=MAX_DEPTH)]
    found = [
        syntax.NUMBER_TOO_LONG.at(Place(source, span), limit=MAX_DIGITS) for span in _long_numbers(text, start, end)
    ]
    return found + [flaw for node in walk(statement) for flaw in _flaws_of(node, source, text)]


def _long_numbers(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _NUMBER.finditer(text, start, end):
        digits = found["number"]
        if digits and len(digits.replace(".", "")) > MAX_DIGITS:
            yield Span(*found.span())


def _flaws_of(node: Node, source: SourceFile, text: str) -> Iterator[Diagnostic]:
    place = Place(source, node.span)
    match node:
        case Date(value=None):
            yield syntax.NO_SUCH_DATE.at(place, date=node.text)
        case Name(text="") | ItemLabel(text=""):
            yield syntax.EMPTY_NAME.at(place)
        case Arithmetic() if found := _SLASHED.fullmatch(text, *node.span):
            date = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
            yield syntax.SLASHED_DATE.at(place, found=found[0], date=date)
        case FactType(high=Number() as high, noun=Name() as noun) if (
            noun.span.start == high.span.end and _EXPONENT.fullmatch(noun.text)
        ):
            span = Span(high.span.start, noun.span.end)
            yield syntax.POWER_OF_TEN.at(Place(source, span), found=text[span.start : span.end])
        case _:
            pass
