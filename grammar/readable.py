"""Whether a text can be a rule file's at all."""

from __future__ import annotations

from ..diagnostics import Diagnostic, Place, SourceFile, Span
from ..diagnostics.catalogue import syntax

MAX_MEGABYTES = 5
"""How large a rule file may be, in millions of characters; five hundred items take a tenth of one."""


def unreadable(source: SourceFile) -> Diagnostic | None:
    """Say why a text is none that could be read (PSR121, PSR122); nothing where it could."""
    if len(source.text) > MAX_MEGABYTES * 1_000_000:
        return syntax.FILE_TOO_LARGE.at(Place(source), limit=MAX_MEGABYTES)
    nul = source.text.find("\0")
    return syntax.NUL_CHARACTER.at(Place(source, Span(nul, nul + 1))) if nul >= 0 else None
