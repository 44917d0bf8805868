"""PSR616: of several exclusive alternatives one is never used: those before it always take its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics import Diagnostic, Kind, Label, Place, Words
from ..rule import Subject
from .alternatives import Alternative, Alternatives, alternatives
from .cases import Case, Cases, Held, Holds, Unclear

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
    for found in alternatives(subject.model):
        try:
            cases = Cases(subject.extents, found.scope, [node for entry in found.entries for node in entry.conditions])
        except Unclear:
            continue
        for number, entry in enumerate(found.entries):
            earlier = [] if entry.is_needed else _masking(cases, found, number)
            if earlier:
                yield _found(subject, entry, earlier)


def _masking(cases: Cases, found: Alternatives, number: int) -> list[Alternative]:
    """Give the earlier alternatives that together take all cases of one; none where a case is left, or was never."""
    own = _used(cases, found.entries[number])
    held = [case for case in cases.all() if own(case) == "yes"]
    before = [entry for entry in found.entries[:number] if entry.is_final]
    used = [(entry, _used(cases, entry)) for entry in before]
    if not held:
        return []
    for entry, takes in used:
        if _all_taken(held, [takes], found.stops):
            return [entry]
    return before if _all_taken(held, [takes for _, takes in used], found.stops) else []


def _all_taken(held: Sequence[Case], earlier: Sequence[Holds], stops: bool) -> bool:
    taking = ("yes", "n/a") if stops else ("yes",)
    return all(any(takes(case) in taking for takes in earlier) for case in held)


def _used(cases: Cases, entry: Alternative) -> Holds:
    conditions = [cases.holds(node) for node in entry.conditions]

    def used(case: Case) -> Held:
        for condition in conditions:
            if (held := condition(case)) != "yes":
                return held
        return "yes"

    return used


def _found(subject: Subject, entry: Alternative, earlier: Sequence[Alternative]) -> Diagnostic:
    labels = [Label(Place(subject.source, other.span), _EARLIER) for other in earlier]
    return KIND.at(
        Place(subject.source, entry.span),
        *(labels if len(labels) <= _MOST_LABELS else ()),
        alternative=subject.source.text[slice(*entry.span)],
    )
