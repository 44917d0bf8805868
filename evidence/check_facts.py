"""What evidence says of facts: events and values, held against the types that the rubric declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from ..diagnostics import Diagnostic, Kind, Label, Place, Words
from ..diagnostics.catalogue import evidence as say
from ..interpreter.facts import Event, Missing, Stated, UnitFacts, Value
from ..interpreter.interval import Interval, Quantity
from ..interpreter.model import FactModel, FieldModel, Model, Type
from .called import caller, in_table, on_sheet, title_in
from .check_dates import period_of, read_day
from .event_rows import EventRows, JoinedRows, count_by_origin
from .keys import missing
from .lost import LostFact
from .names import Key, Names
from .parts import sort_entries
from .record import Entry, Record, Report, Said, origin_of
from .values import Target, read_quantity, read_value
from .workbook_layout import EVENT_COLUMNS, SHEETS

_QUANTITY, _VALUE, _DATE = Key("quantity"), Key("value"), Key("date")
_NOTE, _REFERENCE = Key("note"), Key("reference")

_ABSENT = {Missing.UNKNOWN: Words("unknown", "未知"), Missing.NOT_APPLICABLE: Words("n/a", "不适用")}
_QUANTITY_TITLE = next(column.title for column in EVENT_COLUMNS if column.key == "quantity")

Parts = Mapping[Key, Entry]

_Value = TypeVar("_Value", Quantity, Stated)

Where = Place | Callable[[], Place]
"""A place, or what finds it: those of a long ledger are only looked for where they are shown."""


class FactChecker:
    """Checks what is said of facts and gives it to the units.

    A record with a mistake is left out; all its mistakes are reported.
    """

    def __init__(self, model: Model, names: Names, previous: bool, report: Report) -> None:
        """Take the rubric and its names, whether this is the previous year's evidence, and where diagnostics go."""
        self._model = model
        self._names = names
        self._previous = previous
        self._report = report
        self._first: dict[tuple[str, str], Where] = {}
        self._failed = self._is_contrary = False
        self.doubtful: list[LostFact] = []
        """What is stated of a unit and a fact but could not be read."""
        self.unnamed: list[tuple[Record, FactModel | None]] = []
        """Records of facts that the rubric does not have, each with the one that seems to be meant."""
        self._placeholders: dict[tuple[str, str], str] = {}
        """The files that say `unknown` of a unit and a fact in a row of the template that nobody has filled in."""
        self.shared: set[tuple[str, str]] = set()
        """The units and facts of whose events several files or sheets may speak."""
        self._period = None if previous else period_of(model)

    def add(self, record: Record, unit: UnitFacts) -> None:
        """Keep what a record says of a fact, if it is sound."""
        fact = self._names.fact(record.subject)
        if isinstance(fact, Diagnostic):
            self._say(fact)
            if not self._previous or fact.kind != say.UNKNOWN_FACT:  # last year's rubric had other facts
                near = fact.arguments.get("near")
                self.unnamed.append((record, self._names.find_fact(near) if isinstance(near, str) else None))
            return
        self._failed = self._is_contrary = False
        found: list[Diagnostic] = []
        parts = sort_entries(record, lambda key: self._names.key(key, fact), found.append)
        for diagnostic in found:
            self._say(diagnostic)
        if fact.counts:
            self._add_event(record, fact, parts, unit)
        else:
            self._add_value(record, fact, parts, unit)
        if self._failed:
            self.doubtful.append(LostFact(unit.name, fact.name, record.place, self._is_contrary))

    def add_rows(self, rows: EventRows, file: str, fact: FactModel, unit: UnitFacts) -> bool:
        """Keep events of a file that were checked before; tell whether that went well.

        It does not where the fact was said to be unknown or not to apply.
        """
        self._give_way(file, fact, unit)
        before = unit.events.setdefault(fact.name, rows)
        if isinstance(before, Missing):
            return False
        if before is not rows:
            unit.events[fact.name] = JoinedRows(before, rows)
            self.shared.add((unit.name, fact.name))
        return True

    def add_value(self, value: Value, place: Place, fact: FactModel, unit: UnitFacts) -> bool:
        """Keep a value that was checked before; tell whether it is the first one."""
        first = self._first.setdefault((unit.name, fact.name), place) is place
        if first:
            unit.values[fact.name] = value
        return first

    def read_part(self, key: Key, fact: FactModel, said: Said) -> Stated | Diagnostic | None:
        """Read one part of a record: its quantity, its date (None for an unknown one), its value or a field.

        A quantity that is unknown or does not apply comes out as such.
        """
        if key == _QUANTITY:
            return missing(said.text) or self._read_count(said, fact)
        if key == _DATE:
            return read_day(said, self._names.caller(fact), self._period)
        if not key.is_field:
            return read_value(said, Target(self._names.caller(fact), fact.type, self._declared(fact)))
        field = fact.fields[key.name]
        return read_value(said, Target(caller(field, fact.fields.values()), field.type, self._declared(field)))

    def _declared(self, thing: FactModel | FieldModel) -> Place:
        return Place(self._model.source, thing.span)

    def _read_count(self, said: Said | None, fact: FactModel) -> Quantity | Diagnostic:
        """Read how many events a row stands for: one, if it does not say."""
        if said is None:
            return 1
        if missing(said.text) is not None:
            return Interval(0, fact.type.high)
        counted = Type("counts", 0, fact.type.high, fact.type.noun)
        return read_quantity(said, Target(self._names.caller(fact), counted))

    # ---- events ------------------------------------------------------------------------------------------

    def _add_event(self, record: Record, fact: FactModel, parts: Parts, unit: UnitFacts) -> None:
        said = record.bare or _said(parts, _QUANTITY)
        absent = missing(said.text) if said else None
        if _VALUE in parts:
            place = parts[_VALUE].key.place
            advice = say.HELP_QUANTITY_COLUMN if in_table(place) else None
            self._wrong(say.VALUE_OF_EVENTS, place, fact, help=advice, column=title_in(place, _QUANTITY_TITLE))
        elif record.nothing:
            self._rows(record, fact, unit)
        elif fact.required and not parts and said is None and on_sheet(record.place):
            # The template has such a row, with `unknown` in it; emptied, it would count as one event.
            self._wrong(say.EMPTY_VALUE, record.place, fact, help=say.HELP_HOW_MANY)
        elif absent and not any(key.is_field or key == _DATE for key in parts):
            is_placeholder = absent is Missing.UNKNOWN and set(parts) == {_QUANTITY} and on_sheet(record.place)
            self._add_missing(absent, record, fact, unit, is_placeholder=is_placeholder)
        elif said and absent is Missing.NOT_APPLICABLE:
            advice = say.HELP_CLEAR_ROW if in_table(said.place) else None
            self._wrong(say.NOT_APPLICABLE_EVENT, said.place, fact, help=advice, word=record.subject.text)
        else:
            event = self._event(said, record, fact, parts)
            rows = self._rows(record, fact, unit)
            if event is not None and rows is not None:
                rows.append(event)

    def _event(self, said: Said | None, record: Record, fact: FactModel, parts: Parts) -> Event | None:
        quantity = self._sound(self._read_count(said, fact))
        date = self._date(parts, fact)
        fields = self._fields(fact, parts)
        if quantity is None or date is Missing.NOT_APPLICABLE:
            return None
        known = None if date is Missing.UNKNOWN else date
        return Event(quantity, known, fields, _text(parts, _NOTE), _text(parts, _REFERENCE), record.place)

    def _fields(self, fact: FactModel, parts: Parts) -> dict[str, Stated]:
        """Read the fields of an event; those it does not state are unknown, as are those that can't be read."""
        fields: dict[str, Stated] = dict.fromkeys(fact.fields, Missing.UNKNOWN)
        for key, entry in parts.items():
            if key.is_field:
                value = self.read_part(key, fact, entry.value)
                if isinstance(value, Diagnostic):
                    self._report(value)
                elif value is not None:
                    fields[key.name] = value
        return fields

    def _rows(self, record: Record, fact: FactModel, unit: UnitFacts) -> list[Event] | None:
        """Give the rows of a fact to add to; nothing where the fact was said to have none."""
        self._give_way(origin_of(record.place.source).file, fact, unit)
        rows = unit.events.setdefault(fact.name, [])
        first = self._first_of(rows, record, fact, unit)
        if isinstance(rows, Missing):
            self._contradict(rows, record, first, fact, unit)
            return None
        if not isinstance(first, Place) or origin_of(first.source) != origin_of(record.place.source):
            self.shared.add((unit.name, fact.name))
        if not isinstance(rows, list):
            rows = unit.events[fact.name] = list(rows)
        return rows

    def _first_of(self, events: Sequence[Event] | Missing, record: Record, fact: FactModel, unit: UnitFacts) -> Where:
        """Tell where a unit and a fact are first spoken of: in rows kept before, if not in this record."""
        place = events.first if isinstance(events, EventRows) else record.place
        return self._first.setdefault((unit.name, fact.name), place)

    def _give_way(self, file: str, fact: FactModel, unit: UnitFacts) -> None:
        """Drop the placeholder of another file, of which each branch fills in its own rows alone."""
        key = (unit.name, fact.name)
        if self._placeholders.get(key, file) != file:
            del self._placeholders[key], self._first[key], unit.events[fact.name]

    def _files_of(self, key: tuple[str, str], events: Sequence[Event] | Missing) -> set[str]:
        """Tell which files speak of a unit and a fact."""
        if isinstance(events, Missing) or not events:
            return {_place(self._first[key]).source.name}
        return {origin.file for origin in count_by_origin(events)}

    def _add_missing(
        self, absent: Missing, record: Record, fact: FactModel, unit: UnitFacts, *, is_placeholder: bool
    ) -> None:
        """Note that a whole fact is unknown or does not apply."""
        key, file = (unit.name, fact.name), origin_of(record.place.source).file
        if is_placeholder:
            if fact.name in unit.events and file not in self._files_of(key, unit.events[fact.name]):
                return
            self._placeholders.setdefault(key, file)
        else:
            self._give_way(file, fact, unit)
        before = unit.events.setdefault(fact.name, absent)
        first = self._first_of(before, record, fact, unit)
        if not isinstance(before, Missing):
            self._contradict(absent, record, first, fact, unit)
        elif first is not record.place:
            self._say_twice(record, first, fact, unit)

    def _contradict(self, absent: Missing, record: Record, first: Where, fact: FactModel, unit: UnitFacts) -> None:
        self._is_contrary = True
        label = Label(_place(first), say.FIRST_HERE)
        self._wrong(say.MISSING_AND_ROWS, record.place, fact, label, unit=unit.name, missing=_ABSENT[absent])

    # ---- values ------------------------------------------------------------------------------------------

    def _add_value(self, record: Record, fact: FactModel, parts: Parts, unit: UnitFacts) -> None:
        self._date(parts, fact)  # when it was recorded; nothing is reckoned with it
        said = record.bare or _said(parts, _VALUE)
        if _QUANTITY in parts:
            place = parts[_QUANTITY].key.place
            self._wrong(say.QUANTITY_OF_VALUE, place, fact, help=_where_values_go(place), sheet=_facts_sheet(place))
        elif said is None:
            place = record.place
            self._wrong(say.EMPTY_VALUE, place, fact, help=_where_values_go(place), sheet=_facts_sheet(place))
        else:
            stated = self._sound(self.read_part(_VALUE, fact, said))
            first = self._first.setdefault((unit.name, fact.name), record.place)
            if first is not record.place:
                self._say_twice(record, first, fact, unit)
            elif stated is not None:
                unit.values[fact.name] = Value(stated, _text(parts, _NOTE), record.place)

    def _say_twice(self, record: Record, first: Where, fact: FactModel, unit: UnitFacts) -> None:
        self._is_contrary = True
        label = Label(_place(first), say.FIRST_HERE)
        self._wrong(say.STATED_TWICE, record.place, fact, label, unit=unit.name)

    # ---- dates -------------------------------------------------------------------------------------------

    def _date(self, parts: Parts, fact: FactModel) -> Quantity | Missing:
        """Read the day of a record; unknown where none is stated or it can't be read.

        It does not apply where it lies outside the period: then the record may belong to another year.
        """
        said = _said(parts, _DATE)
        date = None if said is None else read_day(said, self._names.caller(fact), self._period)
        if isinstance(date, Diagnostic) and date.kind == say.OUTSIDE_PERIOD:
            self._tell(date)
            return Missing.NOT_APPLICABLE
        if isinstance(date, Diagnostic):
            self._report(date)
            return Missing.UNKNOWN
        return Missing.UNKNOWN if date is None else date

    # ---- what is wrong -----------------------------------------------------------------------------------

    def _wrong(
        self, kind: Kind, place: Place, fact: FactModel, *others: Label, help: Words | None = None, **arguments: object
    ) -> None:
        """Say what is wrong with what is said of a fact."""
        name = self._names.call(fact, place)
        self._tell(kind.at(place, *others, help=help, under=None, fix=None, name=name, **arguments))

    def _tell(self, diagnostic: Diagnostic) -> None:
        self._failed = self._failed or diagnostic.is_error
        self._report(diagnostic)

    def _sound(self, value: _Value | Diagnostic | None) -> _Value | None:
        """Report a diagnostic that stands in place of a value."""
        if isinstance(value, Diagnostic):
            self._tell(value)
            return None
        return value

    def _say(self, diagnostic: Diagnostic) -> None:
        """Report a name that is not found; one that only last year's rubric had is no mistake."""
        if self._previous and diagnostic.kind in (say.UNKNOWN_FACT, say.UNKNOWN_FIELD):
            diagnostic = say.NO_LONGER.at(diagnostic.place, name=diagnostic.arguments["name"])
        self._tell(diagnostic)


def _facts_sheet(place: Place) -> Words:
    return title_in(place, SHEETS["facts"])


def _where_values_go(place: Place) -> Words | None:
    """Say where a measured value is written in a table; nothing elsewhere, where the usual advice holds."""
    if on_sheet(place):
        return say.HELP_SHEET_OF_FACTS
    return say.HELP_VALUE_COLUMN if in_table(place) else None


def _said(parts: Parts, key: Key) -> Said | None:
    return parts[key].value if key in parts else None


def _text(parts: Parts, key: Key) -> str:
    return parts[key].value.text if key in parts else ""


def _place(where: Where) -> Place:
    return where if isinstance(where, Place) else where()
