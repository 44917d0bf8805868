"""Exclusive alternatives that are never used, because those before them always take their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...interpreter.model import Model
from ..tables.extent import Extents
from .alternatives import Alternative, Alternatives, alternatives
from .cases import Case, Cases, Held, Holds, Unclear


class Masked(NamedTuple):
    """An alternative that is never used, and those before it that take its place."""

    entry: Alternative
    earlier: Sequence[Alternative]


def masked_alternatives(model: Model, extents: Extents) -> Iterator[Masked]:
    """Give the alternatives whose conditions only hold where an earlier one is used."""
    for found in alternatives(model):
        try:
            cases = Cases(extents, found.scope, [node for entry in found.entries for node in entry.conditions])
        except Unclear:
            continue
        for number, entry in enumerate(found.entries):
            earlier = [] if entry.is_needed else _masking(cases, found, number)
            if earlier:
                yield Masked(entry, earlier)


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
