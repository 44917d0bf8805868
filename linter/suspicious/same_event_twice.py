"""PSR610: under two headings, the same event is punished, or rewarded, each time it happens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...grammar import statements as s
from ...grammar.walk import walk
from ...interpreter.model import FieldModel
from ..placed import PlacedLine, placed_lines
from ..rule import Subject

KIND = Kind(
    "PSR610",
    Words(
        "`{fact}` {counts} twice, under `{first}` and under `{second}`",
        "`{fact}` 在 `{first}` 和 `{second}` 中{counts}",
    ),
    Words("the same event again", "同一件事再次计算"),
    Words(
        "keep one of the lines, or let each count other events (`where`); if twice is meant, allow it and say why",
        "请只留一处，或用 `其中` 让两处各算各的；若确要重复计算，请写明理由予以允许",
    ),
    severity="warning",
)


class Counted(NamedTuple):
    """A line that counts events, and how."""

    placed: PlacedLine
    verb: Literal["deduct", "award"]
    per: s.PerEvent


_COUNTS = {"deduct": Words("costs points", "重复扣分"), "award": Words("earns points", "重复加分")}
_HERE_TOO = Words("counts here already", "此处已计算过")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find lines of one verb under different headings that surely count the same events.

    Lines whose cases, conditions, quotas or fields differ look at different events, or at different sides of them.
    """
    seen: dict[object, list[Counted]] = {}
    for placed in placed_lines(subject.model):
        line = placed.line
        if not placed.everywhere or not isinstance(line, s.Effect) or not isinstance(line.per, s.PerEvent):
            continue
        earlier = seen.setdefault(_what_counts(line, line.per, subject), [])
        own = Counted(placed, line.verb, line.per)
        first = next((one for one in earlier if _share_events(one, own, subject)), None)
        earlier.append(own)
        if first is not None:
            yield _found(first, own, subject)


def _found(first: Counted, second: Counted, subject: Subject) -> Diagnostic:
    return KIND.at(
        subject.place(second.per.fact),
        Label(subject.place(first.per.fact), _HERE_TOO),
        fact=second.per.fact.text,
        counts=_COUNTS[second.verb],
        first=subject.name_of(first.placed.heading),
        second=subject.name_of(second.placed.heading),
    )


def _share_events(first: Counted, second: Counted, subject: Subject) -> bool:
    """Tell whether two lines under different headings surely count some events both.

    Which of them a line counts that names no case, another one counts with it; beside one another under one item
    such lines may be a charge and a surcharge.
    """
    if first.placed.heading is second.placed.heading:
        return False
    if first.per.where == second.per.where:
        return True
    names_no_case = first.per.where is None or second.per.where is None
    item = subject.item_of(first.placed.heading)
    return names_no_case and first.per.quota is None and item is not subject.item_of(second.placed.heading)


def _what_counts(line: s.Effect, per: s.PerEvent, subject: Subject) -> object:
    """Give what tells apart which events a line counts, and by what it measures them; its own filter aside."""
    looks_at = [] if line.amount is None else [line.amount]
    looks_at += [] if line.by is None else line.by.keys
    symbols = subject.model.symbols
    fields = {
        symbol.name
        for node in looks_at
        for part in walk(node)
        if isinstance(symbol := symbols.get(part.span), FieldModel)
    }
    return (
        line.verb,
        per.fact,
        per.quota,
        line.condition,
        frozenset(fields),
        line.by is not None and line.by.occurrence,
    )
