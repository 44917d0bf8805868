"""The committee's marks and rulings: held against the headings they are for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from ..diagnostics import Diagnostic, Kind, Label, Place, Words
from ..diagnostics.catalogue import evidence as say
from ..grammar.statements import Judge
from ..interpreter.facts import Mark, Ruling, UnitFacts
from ..interpreter.interval import Exact, Interval, Quantity, exact
from ..interpreter.model import Group, HeadingModel
from .amounts import read_amount, show_range
from .called import in_table, title_in
from .keys import MARK_KEYS, RULING_KEYS, missing
from .names import Names
from .parts import among, sort_entries
from .record import Entry, Record, Report, Said
from .suggest import listed
from .titles import is_title_of
from .values import fit
from .workbook_layout import KINDS, MARK_COLUMNS

_POINTS = "分"


class _Part(NamedTuple):
    """What a ruling must say: in words, and the column in which a table says it."""

    what: Words
    column: Words


_TITLES = {column.key: column.title for column in MARK_COLUMNS}
_REQUIRED = {
    "points": _Part(say.HOW_MANY_POINTS, _TITLES["points"]),
    "reason": _Part(say.WHY, _TITLES["reason"]),
    "by": _Part(say.WHO_DECIDED, _TITLES["by"]),
}


class DecisionChecker:
    """Checks marks and rulings and gives them to their units."""

    def __init__(self, names: Names, report: Report) -> None:
        """Take the rubric's names and where diagnostics go."""
        self._names = names
        self._report = report
        self.doubtful: dict[tuple[str, str, Literal["mark", "ruling"]], Record] = {}
        """What could not be read, or was stated twice: of which unit, for which heading."""
        self.unnamed: list[Record] = []
        """Records of headings that the rubric does not have."""
        self.unsigned: list[tuple[str, str, Place]] = []
        """Marks that may be rulings which do not say who decided: of which unit, for which heading, and where."""

    def add_mark(self, record: Record, unit: UnitFacts) -> None:
        """Keep a mark, if the heading is judged and the mark lies in the range of its ``judge`` line."""
        heading = self._heading(record, unit.marks, unit)
        parts, is_sound = self._parts(record, MARK_KEYS)
        if heading is None:
            return
        if not self._keep_mark(record, heading, parts, unit) or not is_sound:
            self.doubtful[unit.name, heading.label, "mark"] = record

    def _keep_mark(self, record: Record, heading: HeadingModel, parts: dict[str, Entry], unit: UnitFacts) -> bool:
        """Keep a mark; tell whether it could be read."""
        judge = _judge(heading)
        if judge is None:
            advice = say.HELP_CHOOSE_RULING if in_table(record.place) else None
            blank = _blank(record, "kind")
            place = blank or record.subject.place
            under = say.TAKEN_FOR_MARK if blank else None
            ruling = title_in(place, KINDS["ruling"])
            self._wrong(say.NOT_JUDGED, place, heading, help=advice, under=under, ruling=ruling)
            self.unsigned.append((unit.name, heading.label, record.place))
            return False
        said = record.bare or _text(parts, "points")
        if said is None:
            place = _blank(record, "points") or record.place
            self._wrong(say.EMPTY_VALUE, place, heading, help=say.HELP_POINTS)
            return False
        if missing(said.text) is not None:
            return True  # a mark not given yet is as good as none
        points = self._marked(said, heading, judge)
        if points is not None:
            reason = _text(parts, "reason")
            unit.marks[heading.label] = Mark(points, reason.text if reason else "", record.place)
        return points is not None

    def add_ruling(self, record: Record, unit: UnitFacts) -> None:
        """Keep a ruling, if it is complete and gives points that the heading can have."""
        heading = self._heading(record, unit.rulings, unit)
        parts, is_sound = self._parts(record, RULING_KEYS)
        if heading is None:
            return
        if not self._keep_ruling(record, heading, parts, unit) or not is_sound:
            self.doubtful[unit.name, heading.label, "ruling"] = record

    def _keep_ruling(self, record: Record, heading: HeadingModel, parts: dict[str, Entry], unit: UnitFacts) -> bool:
        """Keep a ruling; tell whether it could be read."""
        said = record.bare or _text(parts, "points")
        reason, by = _text(parts, "reason"), _text(parts, "by")
        if said is None or reason is None or by is None:
            given = {"points": said, "reason": reason, "by": by}
            self._incomplete(record, heading, [name for name in _REQUIRED if given[name] is None])
            return False
        points = self._ruled(said, heading)
        if points is not None:
            unit.rulings[heading.label] = Ruling(points, reason.text, by.text, record.place)
        return points is not None

    def _parts(self, record: Record, keys: Mapping[str, str]) -> tuple[dict[str, Entry], bool]:
        """Sort the parts of a record; tell whether nothing is wrong with them."""
        found: list[Diagnostic] = []
        parts = sort_entries(record, among(keys), found.append)
        for diagnostic in found:
            self._report(diagnostic)
        return parts, not found

    def _heading(
        self, record: Record, kept: dict[str, Mark] | dict[str, Ruling], unit: UnitFacts
    ) -> HeadingModel | None:
        """Find the heading a record is for; nothing where there is none, or where it has its decision already."""
        heading = self._names.heading(record.subject)
        if isinstance(heading, Diagnostic):
            self._report(heading)
            self.unnamed.append(record)
            return None
        if record.title is not None and not is_title_of(heading, record.title.text):
            self._disagrees(record.title, heading)
            self.unnamed.append(record)
            return None
        first = kept.get(heading.label)
        if first is None:
            return heading
        others = _labels(first.place)
        self._wrong(say.STATED_TWICE, record.subject.place, heading, *others, unit=unit.name)
        self.doubtful[unit.name, heading.label, "ruling" if record.about == "ruling" else "mark"] = record
        return None

    def _disagrees(self, title: Said, heading: HeadingModel) -> None:
        """Say that a heading has another title than the one behind its number, and which may have been meant."""
        meant = self._names.titled(title.text)
        near = _call(meant[0]) if len(meant) == 1 else None
        advice = say.DID_YOU_MEAN if near else None
        self._report(
            say.OTHER_TITLE.at(
                title.place, help=advice, near=near, name=heading.label, title=heading.title, found=title.text
            )
        )

    def _marked(self, said: Said, heading: HeadingModel, judge: Judge) -> Quantity | None:
        """Read the points of a mark, which lie in the range of the ``judge`` line."""
        amount = self._amount(said, heading)
        if amount is None:
            return None
        low, high = exact(Fraction(judge.low.value)), exact(Fraction(judge.high.value))
        points = fit(amount, low, high)
        if points is None:
            limits = show_range(low, high)
            self._wrong(say.POINTS_OUTSIDE, said.place, heading, found=said.text, range=limits)
        return points

    def _ruled(self, said: Said, heading: HeadingModel) -> Exact | None:
        """Read the points of a ruling; it may go beyond the rules, but not unnoticed."""
        amount = self._amount(said, heading)
        if amount is None:
            return None
        if amount.low is None or amount.low != amount.high:
            self._wrong(say.UNDECIDED, said.place, heading, found=said.text)
            return None
        low, high = _exact(heading.low), _exact(heading.high)
        if fit(amount, low, high) is None:
            limits = show_range(low, high)
            self._wrong(say.RULED_OUTSIDE, said.place, heading, range=limits)
        return amount.low

    def _amount(self, said: Said, heading: HeadingModel) -> Interval | None:
        amount = read_amount(said, "number", lambda _: _call(heading), _POINTS)
        if isinstance(amount, Interval):
            return amount
        self._report(amount)
        return None

    def _incomplete(self, record: Record, heading: HeadingModel, lacks: Sequence[str]) -> None:
        """Say what a ruling lacks, and which cells or columns to fill in if it is the row of a table."""
        lacking = [_REQUIRED[name] for name in lacks]
        missing = Words(" and ".join(part.what.en for part in lacking), "、".join(part.what.zh for part in lacking))
        columns = listed([title_in(record.place, part.column) for part in lacking])
        advice = say.HELP_FILL_COLUMNS if in_table(record.place) else None
        blank = [place for name in lacks if (place := _blank(record, name))] or [record.place]
        others = map(Label, blank[1:])
        self._wrong(say.INCOMPLETE, blank[0], heading, *others, help=advice, missing=missing, columns=columns)

    def _wrong(
        self,
        kind: Kind,
        place: Place,
        heading: HeadingModel,
        *others: Label,
        help: Words | None = None,
        under: Words | None = None,
        **more: object,
    ) -> None:
        """Say what is wrong with a mark or a ruling."""
        self._report(kind.at(place, *others, help=help, under=under, fix=None, name=_call(heading), **more))


def _call(heading: HeadingModel) -> Words:
    """Call a heading as the lists of a workbook do: by its number and its title."""
    text = f"{heading.label} {heading.title}".strip()
    return Words(text, text)


def _judge(heading: HeadingModel) -> Judge | None:
    """Find the line that lets the committee judge a heading, in a group or outside."""
    for part in heading.parts:
        for line in part.lines if isinstance(part, Group) else (part,):
            if isinstance(line, Judge):
                return line
    return None


def _text(parts: dict[str, Entry], name: str) -> Said | None:
    return parts[name].value if name in parts else None


def _blank(record: Record, name: str) -> Place | None:
    """Locate the empty cell in which a row could say something."""
    return next((entry.value.place for entry in record.blank if entry.key.text == name), None)


def _labels(first: Place | None) -> tuple[Label, ...]:
    return (Label(first, say.FIRST_HERE),) if first else ()


def _exact(points: Decimal | None) -> Exact | None:
    return None if points is None else exact(Fraction(points))
