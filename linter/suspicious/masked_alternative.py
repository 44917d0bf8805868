"""PSR616: of several exclusive alternatives one is never used: those before it always take its place."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Place, Words
from ..rule import Subject
from .masked import Masked

KIND = Kind(
    "PSR616",
    Words(
        "`{alternative}` is never used: what stands before it always takes its place",
        "`{alternative}` 永远轮不到：凡符合它的，都已先归前面的",
    ),
    Words("never used", "轮不到"),
    Words(
        "put the narrower condition first, or correct it: the first one that holds is used",
        "请把较严的条件写在前面，或更正条件：自上而下，先成立的起作用",
    ),
    severity="warning",
)
_EARLIER = Words("is used first", "先归这里")
_MOST_LABELS = 3


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find alternatives whose conditions only hold where an earlier one is used."""
    for masked in subject.masked:
        yield _found(subject, masked)


def _found(subject: Subject, masked: Masked) -> Diagnostic:
    labels = [Label(Place(subject.source, other.span), _EARLIER) for other in masked.earlier]
    return KIND.at(
        Place(subject.source, masked.entry.span),
        *(labels if len(labels) <= _MOST_LABELS else ()),
        alternative=subject.source.text[slice(*masked.entry.span)],
    )
