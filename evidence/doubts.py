"""What could not be read → unknown evidence, so that every item it may bear on is provisional (``--keep-going``).

What was read keeps its word where it surely is right: a row that is lost is one more row, of which nothing is known. So
what comes out never says more than the evidence would if it were mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..diagnostics import Diagnostic, Place
from ..interpreter.facts import Event, Evidence, Missing, Ruling, UnitFacts, Value
from ..interpreter.interval import ANYTHING, Interval, hull
from ..interpreter.model import FactModel, Model
from ..interpreter.runtime import ANY_DAYS
from .check_facts import FactChecker
from .decision_rows import decision_of
from .keys import DECISION_COLUMNS, find_key
from .lost import LostFact, LostRecord, LostStretch
from .names import Names
from .record import Origin, Record, origin_of

Reading = tuple[FactModel, UnitFacts | None]
"""A fact that a record may be about, and what it says of it then; None where that is not known."""


class Doubts:
    """Makes unknown, in evidence, what it does not say for sure."""

    def __init__(self, evidence: Evidence, model: Model, names: Names, previous: bool) -> None:
        """Take the evidence to change, the rubric with its names, and whether it is the previous year's evidence."""
        self._evidence = evidence
        self._model = model
        self._names = names
        self._previous = previous

    # ---- what was said of a certain fact, mark or ruling ---------------------------------------------------------

    def fact(self, lost: LostFact) -> None:
        """Doubt what is said of a unit's fact: its value is unknown, its events are those read and perhaps more."""
        unit, fact = self._evidence.units[lost.unit], self._model.facts[lost.fact]
        if not fact.counts:
            unit.values[fact.name] = Value(Missing.UNKNOWN, place=lost.place)
            return
        rows = unit.events.get(fact.name)
        if lost.is_contrary or isinstance(rows, Missing) or not rows:
            unit.events[fact.name] = Missing.UNKNOWN
        else:
            unit.events[fact.name] = [*rows, _any_row(fact, lost.place)]

    def mark(self, unit: str, label: str) -> None:
        """Take a mark for missing."""
        self._evidence.units[unit].marks.pop(label, None)

    def ruling(self, unit: str, label: str, place: Place) -> None:
        """Take a ruling for one of any points."""
        self._evidence.units[unit].rulings[label] = Ruling(ANYTHING, "?", "?", place)

    def sheet(self, repeated: Origin) -> None:
        """Doubt whether the events of a sheet count, each by itself: they stand on another one, too."""
        for unit in self._evidence.units.values():
            for fact, rows in unit.events.items():
                if not isinstance(rows, Missing):
                    unit.events[fact] = [_perhaps(row) if _stands_in(row, repeated) else row for row in rows]

    # ---- records whose unit or subject is not known --------------------------------------------------------------

    def record(self, lost: LostRecord) -> None:
        """Doubt all that a record may be about."""
        record = decision_of(lost.record)
        is_named = lost.unit in self._evidence.units
        units = [self._evidence.units[lost.unit]] if lost.unit and is_named else list(self._evidence.units.values())
        if record.about == "fact":
            self._fact_record(lost, units, is_named)
            if not self._previous and not record.subject.text and _decides(lost):
                self.perhaps_rulings(units, None, lost.place)
        elif not self._previous:
            self._decision(lost, record, units, is_named)

    def _decision(self, lost: LostRecord, record: Record, units: Sequence[UnitFacts], is_named: bool) -> None:
        """Doubt a mark or a ruling. A mark of some unit or other is one that is missing."""
        heading = None if lost.subject is None else self._names.heading(record.subject)
        label = None if heading is None or isinstance(heading, Diagnostic) else heading.label
        if record.about == "mark":
            if is_named and label is not None:
                self.mark(units[0].name, label)
        elif is_named and label is not None:
            self.ruling(units[0].name, label, lost.place)
        elif not (lost.subject and isinstance(self._names.fact(record.subject), FactModel)):
            self.perhaps_rulings(units, label, lost.place)

    def _fact_record(self, lost: LostRecord, units: Sequence[UnitFacts], is_named: bool) -> None:
        named = None if lost.subject is None else self._names.fact(lost.record.subject)
        fact = named if isinstance(named, FactModel) else lost.fact
        if fact is not None and is_named and (isinstance(named, FactModel) or not fact.counts):
            self.fact(LostFact(units[0].name, fact.name, lost.place, lost.is_whole))
            return
        readings = self._readings(lost, [fact] if fact else list(self._model.facts.values()))
        for unit in units:
            for each, said in readings:
                self._perhaps(unit, each, said, lost.place)

    def _readings(self, lost: LostRecord, facts: Iterable[FactModel]) -> list[Reading]:
        """Read a record as one of each fact; give those that it can be about, or all where it fits none."""
        anything: list[Reading] = [(fact, None) for fact in facts]
        if lost.record.broken or lost.is_whole:
            return anything
        said = [(fact, self._read(lost, fact)) for fact, _ in anything]
        return [(fact, unit) for fact, unit in said if unit is not None] or anything

    def _read(self, lost: LostRecord, fact: FactModel) -> UnitFacts | None:
        """Read a record as one of a fact; nothing where it can't be."""
        found: list[Diagnostic] = []
        unit = UnitFacts(lost.unit or "")
        checker = FactChecker(self._model, self._names, self._previous, found.append)
        checker.add(lost.record._replace(subject=lost.record.subject._replace(text=fact.name)), unit)
        return None if any(diagnostic.is_error for diagnostic in found) else unit

    def _perhaps(self, unit: UnitFacts, fact: FactModel, said: UnitFacts | None, place: Place) -> None:
        """Take into account that a unit's fact may be as a record says, or anything where it is not known what it says.

        A value that the unit has is none that another record can state.
        """
        if fact.counts:
            self._perhaps_events(unit, fact, Missing.UNKNOWN if said is None else said.events.get(fact.name, ()), place)
        elif fact.name not in unit.values:
            value = None if said is None else said.values.get(fact.name)
            if value is None or value.stated != fact.presumed:
                unit.values[fact.name] = Value(Missing.UNKNOWN, place=place)

    def _perhaps_events(self, unit: UnitFacts, fact: FactModel, said: Sequence[Event] | Missing, place: Place) -> None:
        rows = unit.events.get(fact.name)
        if isinstance(rows, Missing) or (rows is None and fact.required):
            return  # it is unknown as it is, or a row would contradict that it does not apply
        if isinstance(said, Missing):
            unit.events[fact.name] = [*rows, _any_row(fact, place)] if rows else Missing.UNKNOWN
        else:
            unit.events[fact.name] = [*(rows or ()), *map(_perhaps, said)]

    def perhaps_rulings(self, units: Iterable[UnitFacts], label: str | None, place: Place) -> None:
        """Take into account that a heading, or any heading, may have been ruled; one that is can't be another time."""
        for unit in units:
            for each in self._model.labels if label is None else (label,):
                if each not in unit.rulings:
                    self.ruling(unit.name, each, place)

    # ---- files and parts of files --------------------------------------------------------------------------------

    def stretch(self, lost: LostStretch) -> None:
        """Doubt all that may have been stated where nothing could be read."""
        for unit in self._units(lost.unit):
            for fact in self._model.facts.values() if "facts" in lost.sections else ():
                if not fact.counts:
                    unit.values.setdefault(fact.name, Value(Missing.UNKNOWN, place=lost.place))
                else:
                    self._any_events(unit, fact, lost)
        if "rulings" in lost.sections and not self._previous:
            self.perhaps_rulings(self._units(lost.unit), None, lost.place)

    def _any_events(self, unit: UnitFacts, fact: FactModel, lost: LostStretch) -> None:
        rows = unit.events.get(fact.name)
        if isinstance(rows, Missing):
            return
        if lost.spoils or not rows:
            unit.events[fact.name] = Missing.UNKNOWN
        elif rows[-1].date is not ANY_DAYS:
            unit.events[fact.name] = [*rows, _any_row(fact, lost.place)._replace(date=ANY_DAYS)]

    def _units(self, name: str | None) -> Iterator[UnitFacts]:
        known = self._evidence.units
        yield from [known[name]] if name in known else known.values()


def _any_row(fact: FactModel, place: Place) -> Event:
    """Give a row of which nothing is known but where it stands; perhaps it is none."""
    return Event(Interval(0, fact.type.high), place=place)


def _perhaps(event: Event) -> Event:
    """Give an event that may be none."""
    return event._replace(quantity=hull(0, event.quantity))


def _stands_in(event: Event, origin: Origin) -> bool:
    return event.place is not None and origin_of(event.place.source) == origin


def _decides(lost: LostRecord) -> bool:
    """Tell whether a record without a subject says what marks and rulings say."""
    if lost.record.broken:
        return False
    return any(find_key(entry.key.text, DECISION_COLUMNS) for entry in lost.record.entries)
