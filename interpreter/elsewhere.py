"""What a unit waits for though its own evidence is there: facts of the units it is ranked or averaged among."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..grammar import expressions as e
from ..grammar.walk import walk
from .facts import Event, Missing
from .interval import Interval, is_known
from .model import DefineModel, FactModel, HeadingModel, Model
from .reads import facts_of, facts_of_heading, nodes_of_heading
from .runtime import Unit


def is_open(unit: Unit, fact: FactModel) -> bool:
    """Tell whether what the evidence says of a fact leaves anything open."""
    value = unit.facts[fact.number]
    if not fact.counts:
        return _is_unknown(value)
    rows: tuple[Event, ...] = () if value is Missing.NOT_APPLICABLE else value
    return any(not is_known(row.quantity) or any(map(_is_unknown, row.fields.values())) for row in rows)


def is_undated(unit: Unit, fact: FactModel) -> bool:
    """Tell whether the day of an event is unknown."""
    rows = unit.facts[fact.number] if fact.counts else ()
    return rows is not Missing.NOT_APPLICABLE and any(_is_unknown(row.date) for row in rows)


def _is_unknown(value: object) -> bool:
    return value is None or value is Missing.UNKNOWN or isinstance(value, Interval)


class Elsewhere:
    """Finds the facts of other units that a heading waits for; each fact is looked up once for all units."""

    def __init__(self, model: Model, units: Sequence[Unit]) -> None:
        """Take the rubric and its units, with their evidence laid out."""
        self._model = model
        self._units = units
        self._open: dict[int, tuple[str, ...]] = {}

    def waited_for(self, heading: HeadingModel) -> tuple[tuple[FactModel, tuple[str, ...]], ...]:
        """Give the facts that a heading compares across units and that are open, each with the units that lack it."""
        found = {fact.number: fact for fact in _compared(heading, self._model)}
        open_at = ((found[number], self._lacking(found[number])) for number in sorted(found))
        return tuple((fact, units) for fact, units in open_at if units)

    def _lacking(self, fact: FactModel) -> tuple[str, ...]:
        if fact.number not in self._open:
            self._open[fact.number] = tuple(
                unit.given.name for unit in self._units if unit.facts and is_open(unit, fact)
            )  # units without facts were evaluated straight away, for all of them are known
        return self._open[fact.number]


def _compared(heading: HeadingModel, model: Model) -> Iterator[FactModel]:
    """Give the facts that a heading reads of all units: in ranks, across units, in the mean of its peers."""
    if heading.applies is not None and heading.applies.otherwise == "peer mean":
        yield from facts_of_heading(heading, model)
    waiting = nodes_of_heading(heading)
    seen: set[str] = set()
    while waiting:
        for node in walk(waiting.pop()):
            if isinstance(node, e.RankOf) or (isinstance(node, e.Aggregate) and _is_across(node)):
                yield from facts_of(node, model)
            symbol = model.symbols.get(node.span) if isinstance(node, e.Name) else None
            if isinstance(symbol, DefineModel) and symbol.name not in seen:
                seen.add(symbol.name)
                waiting.append(symbol.node)


def _is_across(node: e.Aggregate) -> bool:
    return isinstance(node.source, e.AcrossUnits)
