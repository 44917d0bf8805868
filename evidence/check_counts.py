"""How many events a unit has of a fact in all: held against the range that the rubric gives it."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Diagnostic, Label, Place, SourceFile
from ..diagnostics.catalogue import evidence as say
from ..interpreter.facts import Evidence, Missing
from ..interpreter.interval import Interval, Quantity, add
from ..interpreter.model import FactModel, Model
from ..interpreter.show import number_text
from .values import show_range


def counts_outside(evidence: Evidence, model: Model) -> Iterator[Diagnostic]:
    """Report facts whose events together surely leave the range of their count (specification: "Names and types")."""
    ranged = [fact for fact in model.facts.values() if fact.counts and (fact.type.low or fact.type.high is not None)]
    for unit in evidence.units.values() if ranged else ():
        for fact in ranged:
            rows = unit.events.get(fact.name, Missing.UNKNOWN)
            if isinstance(rows, Missing):
                continue
            total: Quantity = 0
            for row in rows:
                total = add(total, row.quantity)
            if _is_outside(total, fact):
                place = rows[-1].place if rows else None
                others = [Label(row.place) for row in rows[:-1] if row.place]
                yield say.COUNT_OUTSIDE.at(
                    place or Place(SourceFile(unit.name, "")),
                    *others[-5:],
                    name=fact.label,
                    unit=unit.name,
                    found=_shown(total),
                    range=show_range(fact.type.low or 0, fact.type.high),
                )


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
