"""Records → evidence: every record is held against the rubric, and what is sound is kept.

Takes a rubric and, file by file, what its evidence says; gives the evidence and reports all that is wrong with
it. Rows keep the order of the files and, within a file, of its lines. What the evidence does not say is left out:
what that means is the evaluator's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..diagnostics import Label, Place
from ..diagnostics.catalogue import evidence as say
from ..diagnostics.catalogue import workbook as more
from ..interpreter.facts import Event, Evidence, Missing, Ruling, UnitFacts, Value
from ..interpreter.interval import ANYTHING
from ..interpreter.model import Model
from .check_decisions import DecisionChecker
from .check_facts import FactChecker
from .check_file import FileChecker
from .check_ledger import LedgerChecker
from .decision_rows import decision_of, names_unit_only
from .ledger import Ledger
from .names import Names
from .record import EvidenceFile, Record, Report, Said
from .unit_names import UnitNames
from .values import unread


class Checker:
    """Gathers the evidence of one rubric from one file after the other.

    ``previous`` says that it is last year's: then marks and rulings are passed over, dates are not held against
    the rubric's period, and what the rubric no longer has is only warned of.
    """

    def __init__(self, model: Model, previous: bool, report: Report) -> None:
        """Take the rubric, whether this is the previous year's evidence, and where diagnostics go."""
        names = Names(model)
        self._model = model
        self.evidence = Evidence()
        self._previous = previous
        self._report = report
        self._files = FileChecker(model, previous, report)
        self._facts = FactChecker(model, names, previous, report)
        self._decisions = DecisionChecker(names, report)
        self._ledgers = LedgerChecker(names, self._facts)
        self._units = UnitNames(report)

    def accept(self, file: EvidenceFile) -> bool:
        """Tell whether a file is for this rubric and year, and declare its units if so."""
        if not self._files.check(file):
            return False
        for unit in file.units:
            self._unit(unit)
            self._units.declare(unit.text, is_list=file.lists_units)
        return True

    def add(self, record: Record) -> None:
        """Keep what a record says, if it is sound."""
        record = decision_of(record)
        if names_unit_only(record):
            self._unit(record.unit)
            return
        named = True
        for said in (record.unit, record.subject):
            found = unread(said) if said.text else say.EMPTY_NAME.at(said.place)
            if found is not None:
                self._report(found)
                named = False
        if not named:
            return
        unit = self._unit(record.unit)
        if record.about == "fact":
            self._facts.add(record, unit)
        elif self._previous:
            pass
        elif record.about == "mark":
            self._decisions.add_mark(record, unit)
        else:
            self._decisions.add_ruling(record, unit)

    def add_ledger(self, ledger: Ledger) -> None:
        """Keep what the rows of a ledger say, as far as it is sound."""
        aside = self._ledgers.add(ledger, self._unit_named)
        for record in ledger.records(aside):
            self.add(record)

    def compare(self) -> None:
        """Warn of units that may be slips, and of what several files say alike."""
        self._units.compare()
        for name, fact in sorted(self._facts.shared):
            rows = self.evidence.units[name].events.get(fact)
            if rows is not None and not isinstance(rows, Missing):
                self._compare(rows, name, fact)

    def doubt(self) -> None:
        """Take for unknown every fact of which something could not be read; marks and rulings likewise."""
        self._doubt_decisions()
        for (name, fact), place in self._facts.doubtful.items():
            unit = self.evidence.units[name]
            if self._model.facts[fact].counts:
                unit.events[fact] = Missing.UNKNOWN
            else:
                unit.values[fact] = Value(Missing.UNKNOWN, place=place)

    def _doubt_decisions(self) -> None:
        """Take marks that could not be read for missing, and rulings for ones of any points."""
        for (name, label, about), record in self._decisions.doubtful.items():
            unit = self.evidence.units[name]
            if about == "mark":
                unit.marks.pop(label, None)
            else:
                unit.rulings[label] = Ruling(ANYTHING, "?", "?", record.place)

    def _compare(self, rows: Iterable[Event], unit: str, fact: str) -> None:
        """Warn of events that stand in two files alike."""
        first: dict[tuple[object, ...], Event] = {}
        for row in rows:
            key = (row.quantity, row.date, tuple(row.fields.items()), row.note, row.reference)
            before = first.setdefault(key, row)
            if before.place and row.place and before.place.source.name != row.place.source.name:
                label = Label(before.place, say.FIRST_HERE)
                self._report(more.SAME_EVENT.at(row.place, label, name=fact, unit=unit))

    def _unit(self, said: Said) -> UnitFacts:
        return self._unit_named(said.text, lambda: said.place)

    def _unit_named(self, name: str, find: Callable[[], Place]) -> UnitFacts:
        unit = self.evidence.units.get(name)
        if unit is not None:
            return unit
        self._units.meet(name, find)
        return self.evidence.units.setdefault(name, UnitFacts(name))
