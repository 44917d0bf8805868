"""The regulation's words as documents show them: unseen characters visible, lines joined to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..diagnostics.visible import visible

_NO_CHARACTERS = {0xFFFE: "<U+FFFE>", 0xFFFF: "<U+FFFF>"}
_SENTENCE_END = re.compile(r"[。！？.!?）)]\s*\Z")
_NUMBERED = re.compile(
    r"\s*(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳])"
)


def clean(text: str) -> str:
    """Make unseen characters visible, but for line ends, which stay; XML refuses the two that are no characters."""
    if text.isprintable():
        return text
    return "\n".join(map(visible, text.split("\n"))).translate(_NO_CHARACTERS)


def clauses(pieces: Iterable[str]) -> list[str]:
    """Join what a rule file quotes line by line into the regulation's clauses, each a paragraph.

    A line goes on with the one before, unless that ended a sentence or the line begins with a number of its own.
    """
    found: list[str] = []
    for piece in map(clean, pieces):
        if not found or _SENTENCE_END.search(found[-1]) or _NUMBERED.match(piece):
            found.append(piece)
        else:
            blank = " " if found[-1][-1:].isascii() and piece[:1].isascii() else ""
            found[-1] += blank + piece
    return found
