"""What of a rule file is read as words of the language, and what is somebody's text or remark."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..diagnostics import SourceFile, Span
from ..grammar import expressions as e
from ..grammar import statements as s
from ..grammar.normalise import normalise
from ..grammar.tables import PATTERNS

_WEIGHT = re.compile(r"(?:weight|权重)\s*$")
_TEXT_OR_COMMENT = re.compile(rf"(?P<text>{PATTERNS['STRING']})|{PATTERNS['COMMENT']}")


class Stretch(NamedTuple):
    """A text with its quotes, or a comment with its number sign."""

    span: Span
    is_text: bool


def texts_and_comments(source: SourceFile) -> list[Stretch]:
    """Give all texts in quotes and all comments of a sound file, in order."""
    found = _TEXT_OR_COMMENT.finditer(normalise(source.text))
    return [Stretch(Span(*one.span()), one["text"] is not None) for one in found]


def weight_clause(heading: s.Heading, weight: e.Number | e.Percent, source: SourceFile) -> Span:
    """Give where a heading's weight stands with its keyword, which is no part of the tree."""
    keyword = _WEIGHT.search(normalise(source.text[heading.span.start : weight.span.start]))
    assert keyword is not None
    return Span(heading.span.start + keyword.start(), weight.span.end)
