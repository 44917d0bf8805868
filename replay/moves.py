"""Ways to change one fact or one mark by more and more: each has levels from 1 to its last, the least change first.

Moves know nothing of points. What a level changes is a Step: the change itself, with what people need to be told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from ..interpreter.facts import Event, Mark, Missing, Stated, Value
from ..interpreter.interval import Exact, Quantity, exact, total
from ..interpreter.model import FactModel, FieldModel, HeadingModel
from .change import Change, FactChange, MarkChange

StepKind = Literal[
    "more",  # events that have to come about
    "fewer",  # events that must not have happened
    "field",  # what a field of some events says
    "value",  # what is stated of a fact
    "mark",  # the committee's mark
]

Rows = tuple[Event, ...]
OTHER_TEXT = "·"
"""Begins a text that stands for any other one; evidence of people's begins with a letter or a figure."""


class Step(NamedTuple):
    """One fact or mark changed. ``size``: how many occurrences are concerned; 1 for a value and a mark.

    ``before`` and ``after``: the number of events in all, the value of the field, of the fact, or the mark in points;
    None where there was no mark. ``details`` are the fields of the events concerned, ``days`` the dates of new ones.
    """

    change: Change
    kind: StepKind
    before: Stated | None
    after: Stated
    size: int = 1
    field: FieldModel | None = None
    details: Mapping[str, Stated] = {}
    days: tuple[int, ...] = ()

    @property
    def place(self) -> tuple[int, int]:
        """What is changed, in the order of the rubric: facts as they were declared, then marks."""
        match self.change:
            case FactChange(fact=fact):
                return 0, fact.number
            case MarkChange(heading=heading):
                return 1, heading.number


@dataclass(frozen=True, slots=True, eq=False)
class Fewer:
    """Events that must not have happened: occurrences are taken from rows, in an order, each row down to none."""

    fact: FactModel
    rows: Rows
    order: tuple[int, ...]
    """The rows concerned, by their place among all: those that go first come first."""
    last: int
    probes: tuple[int, ...]

    def at(self, level: int) -> Step:
        """Take away so many occurrences."""
        left, after, taken = level, list(self.rows), list[Event]()
        for index in self.order:
            gone = min(_known(self.rows[index]), left)
            if gone:
                taken.append(self.rows[index])
                after[index] = self.rows[index]._replace(quantity=_known(self.rows[index]) - gone)
            left -= gone
        kept = tuple(row for row in after if row.quantity != 0) or (Event(0),)
        then = kept if self.fact.required or kept[0].quantity != 0 else ()
        details, before = _shared(taken), how_many(self.rows)
        return Step(FactChange(self.fact, then), "fewer", before, how_many(then), level, None, details)


@dataclass(frozen=True, slots=True, eq=False)
class More:
    """Events of one kind that have to come about: each a matter of its own where a text tells them apart."""

    fact: FactModel
    rows: Rows
    details: Mapping[str, Stated]
    texts: tuple[str, ...]
    """The fields that are made up, a new text for each event."""
    days: tuple[int, ...]
    """The day of each event, one after the other; none where no line asks for days."""
    last: int
    probes: tuple[int, ...]

    def at(self, level: int) -> Step:
        """Add so many occurrences."""
        kept = tuple(row for row in self.rows if row.quantity != 0)
        then = (*kept, *self._new(level))
        days = self.days[:level]
        before, after = how_many(self.rows), how_many(then)
        return Step(FactChange(self.fact, then), "more", before, after, level, None, self._details(1), days)

    def _new(self, level: int) -> Rows:
        if not self.texts and not self.days:
            return (Event(level, None, self.details),)
        dates: Sequence[int | None] = self.days or [None] * level
        return tuple(Event(1, dates[index], self._details(index + 1)) for index in range(level))

    def _details(self, number: int) -> Mapping[str, Stated]:
        return {**self.details, **dict.fromkeys(self.texts, f"{OTHER_TEXT}{number}")}


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """A number of events that is not known exactly turns out to be one number; level 1 is the least of them."""

    fact: FactModel
    rows: Rows
    index: int
    details: Mapping[str, Stated]
    least: int
    last: int
    probes: tuple[int, ...]

    def at(self, level: int) -> Step:
        """Let the row's number be known."""
        before = self.rows[self.index]
        number = self.least + level - 1
        row = before._replace(quantity=number, date=None, fields={**before.fields, **self.details})
        then = (*self.rows[: self.index], row, *self.rows[self.index + 1 :])
        shown = {name: value for name, value in row.fields.items() if value is not Missing.UNKNOWN}
        return Step(FactChange(self.fact, then), "value", before.quantity, number, 1, None, shown if number else {})


@dataclass(frozen=True, slots=True, eq=False)
class OtherField:
    """A field of some events says something else."""

    fact: FactModel
    rows: Rows
    order: tuple[int, ...]
    field: FieldModel
    value: Stated
    last: int
    probes: tuple[int, ...]

    def at(self, level: int) -> Step:
        """Change so many occurrences; a row of more is parted in two."""
        left, then = level, list[Event]()
        changed: dict[int, Rows] = {}
        for index in self.order:
            row = self.rows[index]
            number = min(_known(row), left)
            left -= number
            if number:
                other = row._replace(quantity=number, fields={**row.fields, self.field.name: self.value})
                rest = (row._replace(quantity=_known(row) - number),) if number < _known(row) else ()
                changed[index] = (other, *rest)
        for index, row in enumerate(self.rows):
            then += changed.get(index, (row,))
        before = _same([self.rows[index].fields.get(self.field.name, Missing.UNKNOWN) for index in changed])
        details = _shared([self.rows[index] for index in changed])
        others = {name: value for name, value in details.items() if name != self.field.name}
        return Step(FactChange(self.fact, tuple(then)), "field", before, self.value, level, self.field, others)


@dataclass(frozen=True, slots=True, eq=False)
class OtherNumber:
    """A figure, a share or a day moves up or down, one least step a level."""

    fact: FactModel
    stated: Stated
    origin: Exact
    step: Exact
    """The least step, negative where it moves down."""
    last: int
    probes: tuple[int, ...]

    def at(self, level: int) -> Step:
        """Move it by so many steps."""
        value = exact(self.origin + Fraction(self.step) * level)
        return Step(FactChange(self.fact, Value(value)), "value", self.stated, value)


@dataclass(frozen=True, slots=True, eq=False)
class OtherValue:
    """A condition, a choice or a text is another one."""

    fact: FactModel
    stated: Stated
    value: Stated
    last: int = 1
    probes: tuple[int, ...] = (1,)

    def at(self, level: int) -> Step:
        """Say the other thing."""
        return Step(FactChange(self.fact, Value(self.value)), "value", self.stated, self.value, level)


@dataclass(frozen=True, slots=True, eq=False)
class OtherMark:
    """The committee gives a higher mark, a tenth of a point a level."""

    heading: HeadingModel
    given: Mark | None
    origin: Exact
    highest: Exact
    last: int
    probes: tuple[int, ...]

    def at(self, level: int) -> Step:
        """Raise it by so many tenths; the last level is the highest mark there is."""
        points = self.highest if level == self.last else exact(self.origin + Fraction(level, 10))
        before = self.given.points if self.given else None
        return Step(MarkChange(self.heading, Mark(points)), "mark", before, points)


Move = Fewer | More | Settled | OtherField | OtherNumber | OtherValue | OtherMark


def how_many(rows: Rows) -> Quantity:
    """Give how many events there are in all."""
    return total(row.quantity for row in rows)


def _known(row: Event) -> int:
    assert isinstance(row.quantity, int)
    return row.quantity


def _same(values: Sequence[Stated]) -> Stated | None:
    """Give the value that all have; None where they differ."""
    return values[0] if all(value == values[0] for value in values) else None


def _shared(rows: Sequence[Event]) -> Mapping[str, Stated]:
    """Give the fields in which all rows agree."""
    if not rows:
        return {}
    first, *others = rows
    return {name: value for name, value in first.fields.items() if all(row.fields.get(name) == value for row in others)}
