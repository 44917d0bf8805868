"""Diagnostics of a file with unread lines → those that do not merely follow from these lines.

Guarantees: what is given stands in the order in which it was found, and nothing is left out where all could be read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from ..diagnostics import Diagnostic, SourceFile
from ..diagnostics.catalogue import names
from ..grammar import statements as s
from ..grammar.keywords import PHRASES
from .problems import nearest

_FOLLOW = (names.NO_RUBRIC, names.EMPTY_HEADING, names.BEFORE_RUBRIC, names.GIVES_AND_TAKES)
_COMMENT = re.compile(r"[#＃].*")
_MOST_WORDS = 100
"""So many words of unread lines are held against a name that looks misspelt."""


def without_follow_ons(
    source: SourceFile, document: s.Document, mistakes: tuple[Diagnostic, ...], found: tuple[Diagnostic, ...]
) -> Iterator[Diagnostic]:
    """Leave out what only follows from lines that could not be read: empty headings, names that they may declare.

    A name may be misspelt where it is used, so one that is near to a word of an unread line is left out, too. Whatever
    else nothing declares is told, but not how to declare it: the line that does may be there already.
    """
    if not mistakes:
        yield from found
        return
    unread = "\n".join(_unread(source, document, mistakes))
    words = set(re.findall(r"\w+", unread))
    likely = sorted(words - PHRASES.keys())[:_MOST_WORDS]
    for diagnostic in found:
        if diagnostic.kind in _FOLLOW:
            continue
        if diagnostic.kind is not names.UNKNOWN_NAME:
            yield diagnostic
            continue
        name = str(diagnostic.arguments["name"])
        # Chinese text need not part a name from what stands beside it.
        stands_there = name in words if name.isascii() and name.isidentifier() else name in unread
        if not stands_there and nearest(name, likely) is None:
            is_advice = diagnostic.help is names.UNKNOWN_NAME.help
            yield diagnostic._replace(help=names.MAY_BE_UNREAD) if is_advice else diagnostic


def _unread(source: SourceFile, document: s.Document, mistakes: Iterable[Diagnostic]) -> Iterator[str]:
    """Give the text of the statements that could not be read, each from the end of the last that could; no comments."""
    nodes = list(chain.from_iterable((one, *getattr(one, "rows", ())) for one in document.statements))
    starts = sorted(node.span.start for node in nodes)
    ends = sorted(node.span.end for node in nodes)
    stretches: set[tuple[int, int]] = set()
    for mistake in mistakes:
        at = mistake.place.span.start if mistake.place.span else 0
        before, behind = bisect_right(ends, at), bisect_right(starts, at)
        start = min(ends[before - 1] if before else 0, source.text.rfind("\n", 0, at) + 1)
        stretches.add((start, starts[behind] if behind < len(starts) else len(source.text)))
    yield from (_COMMENT.sub("", source.text[start:end]) for start, end in sorted(stretches))
