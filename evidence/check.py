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
from ..interpreter.facts import Event, Evidence, Missing, UnitFacts
from ..interpreter.model import Model
from .check_decisions import DecisionChecker
from .check_facts import FactChecker
from .check_file import FileChecker
from .check_ledger import LedgerChecker
from .decision_rows import decision_of, names_unit_only
from .doubts import Doubts
from .ledger import Ledger
from .lost import LostFact, LostRecord, LostStretch
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
        self._names = names
        self.evidence = Evidence()
        self._previous = previous
        self._report = report
        self._files = FileChecker(model, previous, report)
        self._facts = FactChecker(model, names, previous, report)
        self._decisions = DecisionChecker(names, report)
        self._ledgers = LedgerChecker(names, self._facts)
        self._units = UnitNames(report)
        self._lost: list[LostRecord | LostStretch] = []

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
        if record.broken:
            self.lose(record, record.place)
            return
        record = decision_of(record)
        if names_unit_only(record):
            self._unit(record.unit)
            return
        has_unit, has_subject = self._is_named(record.unit), self._is_named(record.subject)
        unit = self._unit(record.unit) if has_unit else None
        if unit is None or not has_subject:
            self.lose(record, record.place, has_unit=has_unit, has_subject=has_subject)
        elif record.about == "fact":
            self._facts.add(record, unit)
        elif self._previous:
            pass
        elif record.about == "mark":
            self._decisions.add_mark(record, unit)
        else:
            self._decisions.add_ruling(record, unit)

    def _is_named(self, said: Said) -> bool:
        """Tell whether a name is one, and report what stands there instead."""
        found = unread(said) if said.text else say.EMPTY_NAME.at(said.place)
        if found is not None:
            self._report(found)
        return found is None

    def lose(
        self, record: Record, place: Place, *, has_unit: bool = True, has_subject: bool = True, is_whole: bool = False
    ) -> None:
        """Note a record that could not be read, or not as it should be; which of its names can be trusted."""
        unit = record.unit.text if has_unit else None
        subject = record.subject.text if has_subject else None
        self._lost.append(LostRecord(record, place, unit or None, subject or None, is_whole=is_whole))

    def lose_stretch(self, lost: LostStretch) -> None:
        """Note a file, or a part of one, of which nobody knows what it says."""
        self._lost.append(lost)

    def lose_fact(self, lost: LostFact) -> None:
        """Note that what is said of a unit's fact can't be right."""
        self._facts.doubtful.append(lost)

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
        """Make unknown whatever could not be read may bear on."""
        doubts = Doubts(self.evidence, self._model, self._names, self._previous)
        for (name, label, about), record in self._decisions.doubtful.items():
            if about == "mark":
                doubts.mark(name, label)
            else:
                doubts.ruling(name, label, record.place)
        for lost in self._facts.doubtful:
            doubts.fact(lost)
        for name, label, place in self._decisions.unsigned:
            doubts.perhaps_rulings([self.evidence.units[name]], label, place)
        for record, fact in self._facts.unnamed:
            doubts.record(LostRecord(record, record.place, record.unit.text, None, fact))
        for record in self._decisions.unnamed:
            doubts.record(LostRecord(record, record.place, record.unit.text, None))
        for lost in self._lost:
            if isinstance(lost, LostRecord):
                doubts.record(lost)
            else:
                doubts.stretch(lost)

    def _compare(self, rows: Iterable[Event], unit: str, fact: str) -> None:
        """Warn of events that stand in two files alike."""
        first: dict[tuple[object, ...], Event] = {}
        for row in rows:
            key = (row.quantity, row.date, tuple(row.fields.items()), row.note, row.reference)
            before = first.setdefault(key, row)
            if before.place and row.place and before.place.source.name != row.place.source.name:
                label = Label(before.place, say.FIRST_HERE)
                name = self._names.call(self._model.facts[fact], row.place)
                self._report(more.SAME_EVENT.at(row.place, label, name=name, unit=unit))

    def _unit(self, said: Said) -> UnitFacts:
        return self._unit_named(said.text, lambda: said.place)

    def _unit_named(self, name: str, find: Callable[[], Place]) -> UnitFacts:
        unit = self.evidence.units.get(name)
        if unit is not None:
            return unit
        self._units.meet(name, find)
        return self.evidence.units.setdefault(name, UnitFacts(name))
