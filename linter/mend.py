"""Rule file → the same file, mended. Takes a text and a way to look for findings; gives a text with fewer of them.

Guarantees: fixes are made whole or not at all; none leaves the file with an error that it did not have; it ends,
whatever the fixes do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from ..diagnostics import Diagnostic, Fix, SourceFile
from ..diagnostics.fix import apply, together

Look = Callable[[SourceFile], Sequence[Diagnostic]]

_ROUNDS = 50
"""A round makes all fixes that do not collide; so few files need more than three."""
_GROWTH = 1000
"""So many characters, beyond twice its length, a file may grow: fixes mend, they do not write a file."""


class Mended(NamedTuple):
    """A mended file, the findings whose fixes were made, and what is found in the file now."""

    source: SourceFile
    made: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]


def mend(source: SourceFile, look: Look, *, unsafe: bool = False) -> Mended:
    """Make all safe fixes; with ``unsafe``, those that can change a score, too."""
    now = Mended(source, (), tuple(look(source)))
    refused: set[Hashable] = set()
    longest = 2 * len(source.text) + _GROWTH
    for _ in range(_ROUNDS):
        wanted = [one for one in now.left if _wanted(one, unsafe) and _identity(one) not in refused]
        if not wanted or len(now.source.text) > longest:
            break
        now = _round(now, wanted, look, refused)
    return now


def _wanted(diagnostic: Diagnostic, unsafe: bool) -> bool:
    return diagnostic.fix is not None and (unsafe or diagnostic.fix.safe)


def _round(now: Mended, wanted: list[Diagnostic], look: Look, refused: set[Hashable]) -> Mended:
    """Make as many of the fixes as leave no new error: all of them, or half, or a quarter, …; refuse a bad one."""
    wanted = [wanted[index] for index in together(_fixes(wanted))]
    while wanted:
        source = SourceFile(now.source.name, apply(now.source.text, _fixes(wanted))[0])
        found = tuple(look(source))
        if not _errors(found) - _errors(now.left):
            return Mended(source, (*now.made, *wanted), found)
        if len(wanted) == 1:
            refused.add(_identity(wanted[0]))
        wanted = wanted[: len(wanted) // 2]
    return now


def _fixes(diagnostics: Iterable[Diagnostic]) -> list[Fix]:
    return [diagnostic.fix for diagnostic in diagnostics if diagnostic.fix]


def _errors(diagnostics: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(diagnostic.code for diagnostic in diagnostics if diagnostic.is_error)


def _identity(diagnostic: Diagnostic) -> Hashable:
    """Tell a fix from others by its line and what it changes there; the line may move from round to round."""
    source = diagnostic.place.source
    line, column = diagnostic.place.position
    edits = diagnostic.fix.edits if diagnostic.fix else ()
    changes = ((source.text[edit.span.start : edit.span.end], edit.text) for edit in edits)
    return diagnostic.code, source.line(max(1, line)), column, tuple(changes)
