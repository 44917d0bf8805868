"""What evaluation works on: one unit's facts laid out by number, and all units together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from math import ceil, floor
from typing import Any, NamedTuple, assert_never

from ..diagnostics import Diagnostic, Words
from ..grammar import expressions as e
from .facts import Event, Mark, Missing, Ruling, UnitFacts, Value
from .interval import ANYTHING, Interval, Quantity, Truth, between
from .model import FactModel, Model, Type
from .trace import Trace

Evaluate = Callable[["Unit", Event | None], Any]
"""A compiled expression: takes the unit and the event round about, gives a value (see facts.Stated), or a Truth."""


class NoValue(Exception):
    """An expression has no value: it divides by zero, or a fact it reads does not apply."""

    def __init__(self, node: e.Expression | None, why: Words | None) -> None:
        """Take the expression and what is the matter; without that, a fact does not apply."""
        super().__init__()
        self.node = node
        self.why = why


class HeadingMark(NamedTuple):
    """What a heading came to for a unit. Points and worth in ten-thousand-millionths; ``worth`` is what is in play."""

    points: Quantity
    worth: Quantity | None
    applies: Truth
    ruling: Ruling | None
    trace: Trace


ANY_DAYS = Interval(None, None)
"""The date of the row that stands for all events of an unknown fact, on however many days."""


def unknown(kind: Type) -> Any:
    """Give all that a type allows: what an unknown fact or field is taken for."""
    match kind.kind:
        case "counts" | "number" | "percent":
            return Interval(kind.low, kind.high)
        case "date":
            return ANYTHING
        case "yes/no":
            return None
        case "text" | "choice":
            return Missing.UNKNOWN
        case _:
            assert_never(kind.kind)


class Unit:
    """One unit while it is evaluated: its facts by their index, its headings' marks as they come out."""

    __slots__ = ("doubtful", "everyone", "facts", "given", "marks", "memo", "name", "previous")

    def __init__(self, given: UnitFacts, headings: int) -> None:
        """Take what the evidence says."""
        self.name = given.name
        self.given = given
        self.facts: list[Any] = []
        self.marks: list[HeadingMark | None] = [None] * headings
        self.memo: dict[Any, Any] = {}
        self.previous: Unit | None = None
        self.everyone: Everyone | None = None
        self.doubtful = False
        """Whether what was just evaluated may have no value, depending on what is unknown."""

    def lay_out(self, facts: Iterable[FactModel]) -> Unit:
        """Lay out the facts by their number; what the evidence leaves out is presumed, unknown, or did not happen."""
        given = self.given
        self.facts = [_events(given, fact) if fact.counts else _value(given, fact) for fact in facts]
        return self

    def forget(self) -> None:
        """Forget what definitions and comparisons came to, because a veto may have changed the total they read."""
        self.memo.clear()
        everyone = self.all()
        everyone.memo = {key: value for key, value in everyone.memo.items() if key[0] == "alone"}

    def mark(self, heading: int) -> HeadingMark:
        """Give a heading's mark; the order of evaluation has it there before anyone asks."""
        mark = self.marks[heading]
        assert mark is not None
        return mark

    def all(self) -> Everyone:
        """Give all units together."""
        assert self.everyone is not None
        return self.everyone

    def judged(self, label: str) -> Mark | None:
        """Give the committee's own mark for a heading."""
        return self.given.marks.get(label)


def _value(given: UnitFacts, fact: FactModel) -> Any:
    entry = given.values.get(fact.name)
    if entry is None:
        return unknown(fact.type) if fact.presumed is None else fact.presumed
    return _within(entry.stated, fact.type)


def _within(stated: Any, kind: Type) -> Any:
    """Give what is stated as far as its type allows: ``< 9`` of what is never negative is from 0 to 9."""
    if stated is Missing.UNKNOWN:
        return unknown(kind)
    if isinstance(stated, Interval):
        low, low_open = (kind.low, False) if stated.low is None else (stated.low, stated.low_open)
        high, high_open = (kind.high, False) if stated.high is None else (stated.high, stated.high_open)
        if kind.kind in ("counts", "date"):  # these are whole: above 3 is 4 or more
            low = None if low is None else floor(low) + 1 if low_open else ceil(low)
            high = None if high is None else ceil(high) - 1 if high_open else floor(high)
            low_open = high_open = False
        return between(low, high, low_open, high_open)
    return stated


def _events(given: UnitFacts, fact: FactModel) -> tuple[Event, ...] | Missing:
    rows = given.events.get(fact.name)
    if rows is Missing.NOT_APPLICABLE:
        return rows
    if rows is Missing.UNKNOWN or (rows is None and fact.required):
        return (Event(unknown(fact.type), ANY_DAYS, {name: unknown(f.type) for name, f in fact.fields.items()}),)
    if rows is None:
        return ()
    return tuple([_filled(row, fact) for row in rows])


def _filled(row: Event, fact: FactModel) -> Event:
    """Complete a row: a bound on its quantity within the fact's range, fields that it leaves out as unknown."""
    if isinstance(row.quantity, Interval):
        row = row._replace(quantity=_within(row.quantity, fact.type))
    stated = row.fields
    if not fact.fields or (len(stated) == len(fact.fields) and not any(map(_is_open, stated.values()))):
        return row
    fields = {name: _within(stated.get(name, Missing.UNKNOWN), field.type) for name, field in fact.fields.items()}
    return row._replace(fields=fields)


def _is_open(stated: object) -> bool:
    return stated is Missing.UNKNOWN or isinstance(stated, Interval)


class Case(NamedTuple):
    """One unit's part in a comparison across units; ``sure`` tells whether it surely takes part."""

    unit: Unit
    value: Any
    sure: bool


@dataclass(slots=True)
class Everyone:
    """All units of the evidence, and what was found while they were compared.

    With ``others`` there may be any number of further units, of which nothing is known.
    """

    model: Model
    units: list[Unit]
    others: bool = False
    memo: dict[Any, Any] = field(default_factory=dict[Any, Any])
    problems: list[Diagnostic] = field(default_factory=list[Diagnostic])


def introduce(everyone: Everyone, to: Everyone | None) -> None:
    """Let each unit, and its last year, know all the others; or nobody, so that no circle is left behind."""
    for unit in everyone.units:
        unit.everyone = to
        if unit.previous is not None:
            unit.previous.everyone = to


def blank(model: Model, headings: int = 0) -> Unit:
    """Make a unit of which nothing is known: last year's, where no evidence of it was given; any unit whatever."""
    given = UnitFacts("")
    for fact in model.facts.values():
        if fact.counts:
            given.events[fact.name] = [Event(Interval(0, fact.type.high), ANY_DAYS)]  # or none at all
        else:
            given.values[fact.name] = Value(Missing.UNKNOWN)
    return Unit(given, headings).lay_out(model.facts.values())
