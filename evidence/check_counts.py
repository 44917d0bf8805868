"""How many events a unit has of a fact in all: held against the range that the rubric gives it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..diagnostics import Diagnostic, Label, Place, SourceFile
from ..diagnostics.catalogue import evidence as say
from ..interpreter.facts import Evidence, Missing
from ..interpreter.interval import Interval, Quantity, add
from ..interpreter.model import FactModel, Model
from ..interpreter.show import number_text
from .amounts import show_range
from .called import call
from .lost import LostFact
from .record import Origin, origin_of


def counts_outside(evidence: Evidence, model: Model) -> Iterator[Diagnostic]:
    """Report facts whose events together surely leave the range of their count (specification: "Names and types")."""
    for diagnostic, _ in impossible_counts(evidence, model):
        yield diagnostic


def impossible_counts(
    evidence: Evidence, model: Model, leave_out: Collection[Origin] = ()
) -> Iterator[tuple[Diagnostic, LostFact]]:
    """Find the same facts: what is to be said, and what can't be right. Nobody knows which of the events it is.

    The events of some sheets are left out.
    """
    ranged = [fact for fact in model.facts.values() if fact.counts and (fact.type.low or fact.type.high is not None)]
    for unit in evidence.units.values() if ranged else ():
        for fact in ranged:
            rows = unit.events.get(fact.name, Missing.UNKNOWN)
            if isinstance(rows, Missing):
                continue
            if leave_out:
                rows = [row for row in rows if row.place is None or origin_of(row.place.source) not in leave_out]
            total: Quantity = 0
            for row in rows:
                total = add(total, row.quantity)
            if _is_outside(total, fact):
                place = (rows[-1].place if rows else None) or Place(SourceFile(unit.name, ""))
                others = [Label(row.place) for row in rows[:-1] if row.place]
                outside = say.COUNT_OUTSIDE.at(
                    place,
                    *others[-5:],
                    name=call(fact, place, model.facts.values()),
                    unit=unit.name,
                    found=_shown(total),
                    range=show_range(fact.type.low or 0, fact.type.high),
                )
                yield outside, LostFact(unit.name, fact.name, outside.place, is_contrary=True)


def _is_outside(total: Quantity, fact: FactModel) -> bool:
    least, most = (total.low, total.high) if isinstance(total, Interval) else (total, total)
    low, high = fact.type.low, fact.type.high
    return (high is not None and least is not None and least > high) or (
        low is not None and most is not None and most < low
    )


def _shown(total: Quantity) -> str:
    if not isinstance(total, Interval):
        return number_text(total)
    low, high = ("…" if end is None else number_text(end) for end in (total.low, total.high))
    return f"{low}–{high}"
