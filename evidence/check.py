"""Records → evidence: every record is held against the rubric, and what is sound is kept.

Takes a rubric and, file by file, what its evidence says; gives the evidence and reports all that is wrong with
it. Rows keep the order of the files and, within a file, of its lines. What the evidence does not say is left out:
what that means is the evaluator's business.
"""

from __future__ import annotations

from ..diagnostics import Label
from ..diagnostics.catalogue import evidence as say
from ..interpreter.facts import Evidence, UnitFacts
from ..interpreter.model import Model
from .check_decisions import DecisionChecker
from .check_facts import FactChecker
from .check_file import FileChecker
from .keys import plain
from .names import Names
from .record import EvidenceFile, Record, Report, Said


class Checker:
    """Gathers the evidence of one rubric from one file after the other.

    ``previous`` says that it is last year's: then marks and rulings are passed over, dates are not held against
    the rubric's period, and what the rubric no longer has is only warned of.
    """

    def __init__(self, model: Model, previous: bool, report: Report) -> None:
        """Take the rubric, whether this is the previous year's evidence, and where diagnostics go."""
        names = Names(model)
        self.evidence = Evidence()
        self._previous = previous
        self._report = report
        self._files = FileChecker(model, previous, report)
        self._facts = FactChecker(model, names, previous, report)
        self._decisions = DecisionChecker(names, report)
        self._alike: dict[str, Said] = {}

    def accept(self, file: EvidenceFile) -> bool:
        """Tell whether a file is for this rubric and year, and declare its units if so."""
        if not self._files.check(file):
            return False
        for unit in file.units:
            self._unit(unit)
        return True

    def add(self, record: Record) -> None:
        """Keep what a record says, if it is sound."""
        unit = self._unit(record.unit)
        if record.about == "fact":
            self._facts.add(record, unit)
        elif self._previous:
            pass
        elif record.about == "mark":
            self._decisions.add_mark(record, unit)
        else:
            self._decisions.add_ruling(record, unit)

    def _unit(self, said: Said) -> UnitFacts:
        unit = self.evidence.units.get(said.text)
        if unit is not None:
            return unit
        alike = "".join(plain(said.text).lower().split())
        first = self._alike.setdefault(alike, said)
        if first is not said:
            label = Label(first.place, say.THE_FIRST)
            self._report(say.SIMILAR_UNITS.at(said.place, label, name=said.text, other=first.text))
        return self.evidence.units.setdefault(said.text, UnitFacts(said.text))
