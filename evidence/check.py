"""Records → evidence: every record is held against the rubric, and what is sound is kept.

Takes a rubric and, file by file, what its evidence says; gives the evidence and reports all that is wrong with
it. Rows keep the order of the files and, within a file, of its lines. What the evidence does not say is left out:
what that means is the evaluator's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..diagnostics import Label, Place
from ..diagnostics.catalogue import evidence as say
from ..diagnostics.catalogue import workbook as more
from ..interpreter.facts import Evidence, Missing, UnitFacts
from ..interpreter.model import Model
from .called import in_table
from .check_decisions import DecisionChecker
from .check_facts import FactChecker
from .check_file import FileChecker
from .check_ledger import LedgerChecker
from .decision_rows import decision_of, names_unit_only
from .doubts import Doubts
from .known_units import KnownUnits
from .ledger import Ledger
from .lost import LostFact, LostRecord, LostStretch
from .names import Names
from .record import EvidenceFile, Origin, Record, Report, Said
from .repeated import Shared, repeated_events, repeated_sheets, stated_by
from .unit_names import UnitNames
from .values import unread
from .workbook_units import is_ditto, is_remark, is_sum


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
        self._known: KnownUnits | None = None
        self._lost: list[LostRecord | LostStretch] = []
        self.repeated: list[Origin] = []
        """Sheets that say nothing but what another one says."""

    def accept(self, file: EvidenceFile) -> bool:
        """Tell whether a file is for this rubric and year, and declare its units if so."""
        if not self._files.check(file):
            return False
        self._known = None if file.adds_units else KnownUnits([unit.text for unit in file.units])
        for unit in file.units:
            self._unit(unit)
            self._units.declare(unit.text, is_list=file.lists_units)
        return True

    def add(self, record: Record) -> None:
        """Keep what a record says, if it is sound."""
        if record.broken:
            self._units.mention(record.unit.text)
            self.lose(record, record.place)
            return
        record = decision_of(record)
        if self._known is None and in_table(record.place) and self._is_no_unit(record):
            return
        if names_unit_only(record):
            self._find_unit(record.unit)
            return
        has_unit, has_subject = self._is_named(record.unit), self._is_named(record.subject)
        unit = self._find_unit(record.unit) if has_unit else None
        if unit is None and has_unit:
            self._lose_likely(record, has_subject=has_subject)
        elif unit is None or not has_subject:
            self.lose(record, record.place, has_unit=has_unit, has_subject=has_subject)
        elif record.about == "fact":
            self._facts.add(record, unit)
        elif self._previous:
            pass
        elif record.about == "mark":
            self._decisions.add_mark(record, unit)
        else:
            self._decisions.add_ruling(record, unit)

    def _is_no_unit(self, record: Record) -> bool:
        """Tell whether a row of a table is no unit's, and say so: its sums, or who has signed it."""
        name = record.unit
        if is_ditto(name.text):
            self._report(say.EMPTY_NAME.at(name.place, help=say.HELP_DITTO))
            self.lose(record, record.place, has_unit=False)
            return True
        if is_sum(name.text) or (is_remark(name.text) and names_unit_only(record)):
            self._report(say.TOTALS.at(name.place, name=name.text, part=say.ROW))
            return True
        return False

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

    def _lose_likely(self, record: Record, *, has_subject: bool) -> None:
        """Note a record of a unit that its workbook does not list: of the one that seems to be meant, if any does."""
        near = self._known.near(record.unit.text) if self._known else None
        record = record._replace(unit=record.unit._replace(text=near or ""))
        self.lose(record, record.place, has_unit=near is not None, has_subject=has_subject)

    def lose_stretch(self, lost: LostStretch) -> None:
        """Note a file, or a part of one, of which nobody knows what it says."""
        self._lost.append(lost)

    def lose_fact(self, lost: LostFact) -> None:
        """Note that what is said of a unit's fact can't be right."""
        self._facts.doubtful.append(lost)

    def add_ledger(self, ledger: Ledger) -> None:
        """Keep what the rows of a ledger say, as far as it is sound."""
        aside = self._ledgers.add(ledger, self._known_unit)
        for record in ledger.records(aside):
            self.add(record)

    def compare(self) -> None:
        """Warn of units that may be slips, and of what several files say alike."""
        self._units.compare()
        shared = list(self._shared())
        for sheet in repeated_sheets(shared, stated_by(self.evidence) if shared else {}):
            self.repeated.append(sheet.sheet)
            label = Label(sheet.first, say.FIRST_HERE)
            self._report(
                say.REPEATED_SHEET.at(
                    sheet.place, label, sheet=sheet.sheet.sheet, other=sheet.other.sheet, count=sheet.number
                )
            )
        for event in repeated_events(shared, frozenset(self.repeated)):
            in_files = event.first.source.name != event.again.source.name
            name = self._names.call(self._model.facts[event.fact], event.again)
            label = Label(event.first, say.FIRST_HERE)
            places = more.FILES if in_files else more.SHEETS
            self._report(more.SAME_EVENT.at(event.again, label, name=name, unit=event.unit, places=places))

    def _shared(self) -> Iterator[Shared]:
        """Give the events of which several files or sheets may speak."""
        for name, fact in sorted(self._facts.shared):
            rows = self.evidence.units[name].events.get(fact)
            if rows is not None and not isinstance(rows, Missing):
                yield Shared(name, fact, rows)

    def doubt(self) -> None:
        """Make unknown whatever could not be read may bear on."""
        doubts = Doubts(self.evidence, self._model, self._names, self._previous)
        for sheet in self.repeated:
            doubts.sheet(sheet)
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

    def _find_unit(self, said: Said) -> UnitFacts | None:
        """Give the evidence of a unit, and report one that the workbook should list and does not."""
        unit = self._known_unit(said.text, lambda: said.place)
        if unit is None and self._known is not None:
            self._report(self._known.unknown(said))
        return unit

    def _known_unit(self, name: str, find: Callable[[], Place]) -> UnitFacts | None:
        known = name if self._known is None else self._known.find(name)
        return None if known is None else self._unit_named(known, find)

    def _unit(self, said: Said) -> UnitFacts:
        return self._unit_named(said.text, lambda: said.place)

    def _unit_named(self, name: str, find: Callable[[], Place]) -> UnitFacts:
        self._units.mention(name)
        unit = self.evidence.units.get(name)
        if unit is not None:
            return unit
        self._units.meet(name, find)
        return self.evidence.units.setdefault(name, UnitFacts(name))
