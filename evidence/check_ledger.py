"""Ledgers, held against the rubric column by column: each different text of a column is read once for each fact.

What is as it should be is kept without looking at its rows one by one. Rows with anything out of the ordinary are given
back, to be checked like any other record: that road finds the mistakes, and it alone reports them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from ..diagnostics import Diagnostic, Place
from ..interpreter.facts import Event, Missing, Stated, UnitFacts, Value
from ..interpreter.interval import Quantity
from ..interpreter.model import FactModel
from .check_facts import FactChecker
from .event_rows import EventRows
from .ledger import Ledger
from .names import Key, Names
from .record import NOWHERE, Origin, Said
from .text import STRANGE
from .workbook_units import is_no_name

_QUANTITY, _DATE = Key("quantity"), Key("date")

Read = Mapping[str, Stated | None]
"""What each text of a column was read as; None is a day that is not known."""


class Plan(NamedTuple):
    """How the rows of a fact are read: which column holds what, and what the texts of a column mean."""

    fact: FactModel
    columns: Mapping[Key, int]
    read: Mapping[int, Read]
    unusual: frozenset[int]
    """Rows whose units can't be read by columns, since they speak of the fact as a whole."""


class LedgerRows(EventRows):
    """Some rows of a ledger, all of one fact, as events to be made."""

    __slots__ = ("_ledger", "_plan", "_rows")

    def __init__(self, ledger: Ledger, plan: Plan, rows: Sequence[int]) -> None:
        """Take the ledger, how its rows are read, and which of them these are."""
        self._events = None
        self._ledger = ledger
        self._plan = plan
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def by_origin(self) -> Counter[Origin]:
        """Count the rows."""
        return Counter({self._ledger.origin: len(self._rows)})

    def first(self) -> Place:
        """Locate the first row."""
        return self._ledger.places([self._rows[0]])[0]

    def make(self) -> list[Event]:
        """Read the rows."""
        return make_events(self._ledger, self._rows, self._plan)


class LedgerChecker:
    """Takes what is sound in ledgers into the evidence."""

    def __init__(self, names: Names, facts: FactChecker) -> None:
        """Take the rubric's names and what reads and keeps the parts of records."""
        self._names = names
        self._facts = facts
        self._days: dict[str, Stated | Diagnostic | None] = {}

    def add(self, ledger: Ledger, unit_of: Callable[[str, Callable[[], Place]], UnitFacts | None]) -> list[int]:
        """Keep what is sound, and give the rows that have to be looked at one by one, in order.

        ``unit_of`` gives the evidence of a unit by its name and what finds its first place; nothing where it is none.
        """
        units: dict[str, UnitFacts | None] = {}
        aside: set[int] = set()
        by_fact: dict[str, list[tuple[UnitFacts, Sequence[int]]]] = {}
        for unit_text, fact_text, rows in ledger.groups():  # units times facts: little may be done with each
            if unit_text not in units:
                unread = not unit_text or STRANGE.search(unit_text) or _looks_unread(unit_text) or is_no_name(unit_text)
                units[unit_text] = None if unread else unit_of(unit_text, _finder(ledger, rows[0]))
            unit = units[unit_text]
            if unit is None:
                aside.update(rows)
            elif fact_text in by_fact:
                by_fact[fact_text].append((unit, rows))
            else:
                by_fact[fact_text] = [(unit, rows)]
        for fact_text, stated in by_fact.items():
            self._add(ledger, fact_text, stated, aside)
        return sorted(aside)

    def _add(
        self, ledger: Ledger, fact_text: str, stated: Sequence[tuple[UnitFacts, Sequence[int]]], aside: set[int]
    ) -> None:
        """Keep what is said of a fact, and put aside the rows that have to be looked at one by one."""
        plan = self._plan(ledger, fact_text, aside)
        if plan is None:
            aside.update(row for _, rows in stated for row in rows)
        elif not plan.fact.counts:
            aside.update(row for _, rows in stated if len(rows) > 1 for row in rows)
            self._add_values(ledger, plan, [(unit, rows[0]) for unit, rows in stated if rows[0] not in aside], aside)
        else:
            if plan.fact.required and ledger.origin.sheet:
                aside.update(_says_nothing(ledger, [row for _, rows in stated for row in rows]))
            for unit, rows in stated:
                if not self._add_events(ledger, rows, plan, aside, unit):
                    aside.update(rows)

    def _plan(self, ledger: Ledger, fact_text: str, aside: set[int]) -> Plan | None:
        """Read the texts of a fact's rows; nothing where all its rows have to be looked at one by one."""
        fact = self._names.find_fact(fact_text)
        if fact is None:
            return None
        columns: dict[Key, int] = {}
        read: dict[int, Read] = {}
        unusual: set[int] = set()
        for column, header in ledger.columns.others:
            key = self._names.key(Said(header, NOWHERE), fact)
            if isinstance(key, Key) and key in (Key("note"), Key("reference")):
                columns[key] = column
                continue
            found = ledger.texts(column).get(fact_text)
            if not found:
                continue
            if not isinstance(key, Key) or key in columns:
                return None
            columns[key] = column
            if key.name == ("value" if fact.counts else "quantity") and not key.is_field:
                aside.update(ledger.rows_with(column, fact_text, found))
                continue
            read[column], bad, odd = self._read(key, fact, found)
            if bad:
                aside.update(ledger.rows_with(column, fact_text, bad))
            if odd:
                unusual.update(ledger.rows_with(column, fact_text, odd))
        if not fact.counts and Key("value") not in columns:
            return None
        return Plan(fact, columns, read, frozenset(unusual))

    def _read(self, key: Key, fact: FactModel, texts: Collection[str]) -> tuple[Read, set[str], set[str]]:
        """Read the texts of a column: what they mean, which are no good, and which speak of a fact as a whole."""
        read: dict[str, Stated | None] = {}
        bad: set[str] = set()
        odd: set[str] = set()
        for text in sorted(texts):
            value = (
                self._read_day(text, fact) if key == _DATE else self._facts.read_part(key, fact, Said(text, NOWHERE))
            )
            if isinstance(value, Diagnostic) or STRANGE.search(text):
                bad.add(text)
            elif isinstance(value, Missing) and key == _QUANTITY:
                odd.add(text)
            else:
                read[text] = value
        return read, bad, odd

    def _read_day(self, text: str, fact: FactModel) -> Stated | Diagnostic | None:
        """Read a day, once for all facts: it means the same for each."""
        if text not in self._days:
            self._days[text] = self._facts.read_part(_DATE, fact, Said(text, NOWHERE))
        return self._days[text]

    def _add_events(self, ledger: Ledger, rows: Sequence[int], plan: Plan, aside: set[int], unit: UnitFacts) -> bool:
        """Keep events of one unit and one fact; tell whether it could be done."""
        if plan.unusual and not plan.unusual.isdisjoint(rows):
            return False
        if aside and not aside.isdisjoint(rows):
            rows = [row for row in rows if row not in aside]
            if not rows:
                return True
        return self._facts.add_rows(LedgerRows(ledger, plan, rows), ledger.origin.file, plan.fact, unit)

    def _add_values(self, ledger: Ledger, plan: Plan, stated: Sequence[tuple[UnitFacts, int]], aside: set[int]) -> None:
        """Keep the values of a fact, one a unit; put aside the rows that could not be kept."""
        rows = [row for _, row in stated]
        column = plan.columns[Key("value")]
        notes = _texts(ledger, plan, "note", rows)
        for (unit, row), text, note, place in zip(
            stated, ledger.column(column, rows), notes, ledger.places(rows), strict=True
        ):
            value = plan.read[column].get(text)
            kept = value is not None and self._facts.add_value(Value(value, note, place), place, plan.fact, unit)
            if not kept:
                aside.add(row)


def _says_nothing(ledger: Ledger, rows: Sequence[int]) -> Iterator[int]:
    """Give the rows in which nothing stands but the unit and the fact."""
    columns = [ledger.column(column, rows) for column, _ in ledger.columns.others]
    for row, *cells in zip(rows, *columns, strict=True):
        if not any(cells):
            yield row


def _finder(ledger: Ledger, row: int) -> Callable[[], Place]:
    """Make what finds the cell in which a row names its unit."""
    return lambda: next(record.unit.place for record in ledger.records([row]))


def make_events(ledger: Ledger, rows: Sequence[int], plan: Plan) -> list[Event]:
    """Make the events of some rows, all of one fact."""
    quantities = _read(ledger, plan, _QUANTITY, rows, 1)
    dates = _read(ledger, plan, _DATE, rows, None)
    fields = [(key.name, _read(ledger, plan, key, rows, Missing.UNKNOWN)) for key in plan.columns if key.is_field]
    missing: dict[str, Stated] = dict.fromkeys(plan.fact.fields, Missing.UNKNOWN)
    shared: dict[tuple[Stated | None, ...], dict[str, Stated]] = {}
    names = [name for name, _ in fields]
    stated = zip(*(values for _, values in fields), strict=True) if fields else [()] * len(rows)
    notes, references = _texts(ledger, plan, "note", rows), _texts(ledger, plan, "reference", rows)
    events: list[Event] = []
    for quantity, date, values, note, reference, place in zip(
        quantities, dates, stated, notes, references, ledger.places(rows), strict=True
    ):
        held = shared.get(values)
        if held is None:
            held = shared[values] = missing | cast("dict[str, Stated]", dict(zip(names, values, strict=True)))
        day = cast("Quantity | None", date)
        events.append(Event(cast("Quantity", quantity), day, held, note, reference, place))
    return events


def _read(
    ledger: Ledger, plan: Plan, key: Key, rows: Sequence[int], otherwise: Stated | None
) -> Sequence[Stated | None]:
    column = plan.columns.get(key)
    if column is None:
        return [otherwise] * len(rows)
    read = plan.read[column]
    return [read[text] if text else otherwise for text in ledger.column(column, rows)]


def _texts(ledger: Ledger, plan: Plan, name: str, rows: Sequence[int]) -> Sequence[str]:
    column = plan.columns.get(Key(name))
    return [""] * len(rows) if column is None else ledger.column(column, rows)


def _looks_unread(text: str) -> bool:
    """Tell whether a name is what stands for a formula without a value, or for a failed one."""
    return text.startswith(("=", "#"))
