"""The committee's marks and rulings: held against the headings they are for."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal

from ..diagnostics import Diagnostic, Label, Place, Words
from ..diagnostics.catalogue import evidence as say
from ..grammar.statements import Judge
from ..interpreter.facts import Mark, Ruling, UnitFacts
from ..interpreter.interval import Exact, Interval, Quantity, exact
from ..interpreter.model import Group, HeadingModel
from .amounts import read_amount
from .keys import MARK_KEYS, RULING_KEYS, missing
from .names import Names
from .parts import among, sort_entries
from .record import Entry, Record, Report, Said
from .values import fit, show_range

_POINTS = "分"
_REQUIRED = {"points": say.HOW_MANY_POINTS, "reason": say.WHY, "by": say.WHO_DECIDED}


class DecisionChecker:
    """Checks marks and rulings and gives them to their units."""

    def __init__(self, names: Names, report: Report) -> None:
        """Take the rubric's names and where diagnostics go."""
        self._names = names
        self._report = report
        self.doubtful: dict[tuple[str, str, Literal["mark", "ruling"]], Record] = {}
        """What could not be read, or was stated twice: of which unit, for which heading."""

    def add_mark(self, record: Record, unit: UnitFacts) -> None:
        """Keep a mark, if the heading is judged and the mark lies in the range of its ``judge`` line."""
        heading = self._heading(record, unit.marks, unit)
        parts = sort_entries(record.entries, among(MARK_KEYS), self._report)
        if heading is None:
            return
        self.doubtful[unit.name, heading.label, "mark"] = record
        judge = _judge(heading)
        if judge is None:
            self._report(say.NOT_JUDGED.at(record.subject.place, label=heading.label))
            return
        said = record.bare or _text(parts, "points")
        if said is None:
            self._report(say.EMPTY_VALUE.at(record.place, name=heading.label))
            return
        if missing(said.text) is not None:
            del self.doubtful[unit.name, heading.label, "mark"]
            return  # a mark not given yet is as good as none
        points = self._marked(said, heading, judge)
        if points is not None:
            del self.doubtful[unit.name, heading.label, "mark"]
            reason = _text(parts, "reason")
            unit.marks[heading.label] = Mark(points, reason.text if reason else "", record.place)

    def add_ruling(self, record: Record, unit: UnitFacts) -> None:
        """Keep a ruling, if it is complete and gives points that the heading can have."""
        heading = self._heading(record, unit.rulings, unit)
        parts = sort_entries(record.entries, among(RULING_KEYS), self._report)
        if heading is None:
            return
        self.doubtful[unit.name, heading.label, "ruling"] = record
        said = record.bare or _text(parts, "points")
        reason, by = _text(parts, "reason"), _text(parts, "by")
        if said is None or reason is None or by is None:
            given = {"points": said, "reason": reason, "by": by}
            lacking = [words for name, words in _REQUIRED.items() if given[name] is None]
            listed = Words(" and ".join(w.en for w in lacking), "、".join(w.zh for w in lacking))
            self._report(say.INCOMPLETE.at(record.place, label=heading.label, missing=listed))
            return
        points = self._ruled(said, heading)
        if points is not None:
            del self.doubtful[unit.name, heading.label, "ruling"]
            unit.rulings[heading.label] = Ruling(points, reason.text, by.text, record.place)

    def _heading(
        self, record: Record, kept: dict[str, Mark] | dict[str, Ruling], unit: UnitFacts
    ) -> HeadingModel | None:
        """Find the heading a record is for; nothing where there is none, or where it has its decision already."""
        heading = self._names.heading(record.subject)
        if isinstance(heading, Diagnostic):
            self._report(heading)
            return None
        first = kept.get(heading.label)
        if first is None:
            return heading
        others = _labels(first.place)
        self._report(say.STATED_TWICE.at(record.subject.place, *others, name=heading.label, unit=unit.name))
        self.doubtful[unit.name, heading.label, "ruling" if record.about == "ruling" else "mark"] = record
        return None

    def _marked(self, said: Said, heading: HeadingModel, judge: Judge) -> Quantity | None:
        """Read the points of a mark, which lie in the range of the ``judge`` line."""
        amount = self._amount(said, heading)
        if amount is None:
            return None
        low, high = exact(Fraction(judge.low.value)), exact(Fraction(judge.high.value))
        points = fit(amount, low, high)
        if points is None:
            limits = show_range(low, high)
            self._report(say.POINTS_OUTSIDE.at(said.place, label=heading.label, found=said.text, range=limits))
        return points

    def _ruled(self, said: Said, heading: HeadingModel) -> Exact | None:
        """Read the points of a ruling; it may go beyond the rules, but not unnoticed."""
        amount = self._amount(said, heading)
        if amount is None:
            return None
        if amount.low is None or amount.low != amount.high:
            self._report(say.UNDECIDED.at(said.place, found=said.text))
            return None
        low, high = _exact(heading.low), _exact(heading.high)
        if fit(amount, low, high) is None:
            limits = show_range(low, high)
            self._report(say.RULED_OUTSIDE.at(said.place, label=heading.label, range=limits))
        return amount.low

    def _amount(self, said: Said, heading: HeadingModel) -> Interval | None:
        amount = read_amount(said, "number", heading.label, _POINTS)
        if isinstance(amount, Interval):
            return amount
        self._report(amount)
        return None


def _judge(heading: HeadingModel) -> Judge | None:
    """Find the line that lets the committee judge a heading, in a group or outside."""
    for part in heading.parts:
        for line in part.lines if isinstance(part, Group) else (part,):
            if isinstance(line, Judge):
                return line
    return None


def _text(parts: dict[str, Entry], name: str) -> Said | None:
    return parts[name].value if name in parts else None


def _labels(first: Place | None) -> tuple[Label, ...]:
    return (Label(first, say.FIRST_HERE),) if first else ()


def _exact(points: Decimal | None) -> Exact | None:
    return None if points is None else exact(Fraction(points))
