"""`psr explain --whatif` → changes of one unit's evidence, held against the rubric by the same checks as any evidence.

Takes the texts as they were typed, the rubric and the unit's evidence; gives what the evidence would say afterwards and
all that is wrong with the texts. Each change is made to what the one before it left.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from ..diagnostics import Diagnostic, Label, Place, SourceFile, Span, has_errors
from ..diagnostics.catalogue import evidence as say
from ..diagnostics.catalogue import whatif as more
from ..grammar.statements import Judge
from ..interpreter.facts import Event, Evidence, Mark, Missing, UnitFacts
from ..interpreter.interval import Interval, exact
from ..interpreter.model import FactModel, HeadingModel, Model
from ..replay.change import Change, FactChange, MarkChange, changed
from ..replay.rows import as_one, certain, fewer, like, rows_of, total_of
from .check import Checker
from .check_counts import counts_outside
from .keys import plain
from .names import Key, Names
from .record import Record
from .text import is_sound
from .whatif_marks import judge_of, no_more_or_less, takes_no_mark
from .whatif_text import Parts, Typed, parts_of, read_typed, usual

OPTION = "--whatif"
"""What the texts are called where a message points into one."""


class TypedText(SourceFile):
    """A text that was typed: it has but one line, so nobody needs the line's number."""

    __slots__ = ()

    def __init__(self, text: str) -> None:
        """Take what stands behind the option."""
        super().__init__(OPTION, text)

    def row(self, span: Span) -> str:
        """Name the option."""
        return self.name


def read_changes(
    texts: Sequence[str], model: Model, evidence: Evidence, unit: str
) -> tuple[tuple[Change, ...], tuple[Diagnostic, ...]]:
    """Read changes of a unit's evidence. Raises KeyError where the evidence has no such unit.

    Gives one change for each fact or mark that is named, and the diagnostics (4xx); the changes are of use where none
    of these is an error.
    """
    reader = _Reader(model, evidence, unit)
    for text in texts:
        reader.read(TypedText(text))
    return tuple(reader.changes.values()), tuple(reader.found)


class _Change(NamedTuple):
    """A change that was typed of a fact that counts, and the record that the checks make of it."""

    typed: Typed
    fact: FactModel
    parts: Parts


class _Reader:
    """Reads one text after the other."""

    def __init__(self, model: Model, evidence: Evidence, unit: str) -> None:
        self._model = model
        self._names = Names(model)
        self._evidence = evidence
        self._unit = unit
        self._first: dict[tuple[str, str], Place] = {}
        self.changes: dict[tuple[str, str], Change] = {}
        self.found: list[Diagnostic] = []

    @property
    def _given(self) -> UnitFacts:
        """What the unit's evidence says so far."""
        return self._evidence.units[self._unit]

    def read(self, source: SourceFile) -> None:
        """Read a text, and keep the change where it is one."""
        if not is_sound(source, self.found.append):
            return
        typed = read_typed(source, self._model)
        if typed is None:
            place = Place(source, Span(0, len(source.text)) if source.text else None)
            self.found.append(more.NOT_A_CHANGE.at(place, text=source.text, example=self._example(source.text)))
            return
        change = self._heading(typed) if self._is_label(typed) else self._fact(typed)
        if change is None or not self._is_alone(typed, change):
            return
        self._evidence = changed(self._evidence, self._unit, [change])
        self.changes[_key(change)] = change
        if isinstance(change, FactChange):
            self._hold_against_range(change.fact, typed)

    def _is_label(self, typed: Typed) -> bool:
        """Tell whether a name is the number of a heading, or was meant to be one."""
        name = plain(typed.subject.text)
        if any(name in (fact.name, plain(fact.label)) for fact in self._model.facts.values()):
            return False
        return name in self._model.labels or not name.strip("0123456789.")

    def _is_alone(self, typed: Typed, change: Change) -> bool:
        """Tell whether nothing was said before of what is set now, and report it if so."""
        first = self._first.setdefault(_key(change), typed.place)
        if typed.sign != "=" or first is typed.place:
            return True
        label = Label(first, say.FIRST_HERE)
        self.found.append(say.STATED_TWICE.at(typed.place, label, name=typed.subject.text, unit=self._unit))
        return False

    # ---- marks -------------------------------------------------------------------------------------------------

    def _heading(self, typed: Typed) -> MarkChange | None:
        heading = self._names.heading(typed.subject)
        if isinstance(heading, Diagnostic):
            self.found.append(heading)
            return None
        judge = judge_of(heading)
        if judge is None:
            self.found.append(takes_no_mark(heading, typed, self._given, self._model))
            return None
        if typed.sign != "=":
            self.found.append(no_more_or_less(judge, typed, self._given))
            return None
        given = self._checked(Record("mark", typed.subject, typed.subject, typed.place, typed.rest), typed)
        return None if given is None else MarkChange(heading, self._mark(heading, judge, given))

    def _mark(self, heading: HeadingModel, judge: Judge, given: UnitFacts) -> Mark:
        """Give the mark that was typed: the one there is, if it has the same points; any, where it is not known."""
        before, then = self._given.marks.get(heading.label), given.marks.get(heading.label)
        if then is None:
            then = Mark(Interval(exact(Fraction(judge.low.value)), exact(Fraction(judge.high.value))))
        return before if before is not None and before.points == then.points else then

    # ---- facts -------------------------------------------------------------------------------------------------

    def _fact(self, typed: Typed) -> FactChange | None:
        fact = self._names.fact(typed.subject)
        if isinstance(fact, Diagnostic):
            self.found.append(fact)
            return None
        if fact.counts:
            return self._events(_Change(typed, fact, parts_of(typed, fact)))
        if typed.sign != "=":
            self._no_events(typed, usual(fact))
            return None
        given = self._checked(Record("fact", typed.subject, typed.subject, typed.place, typed.rest), typed)
        if given is None:
            return None
        before, then = self._given.values.get(fact.name), given.values[fact.name]
        return FactChange(fact, before if before is not None and before.stated == then.stated else then)

    def _events(self, change: _Change) -> FactChange | None:
        typed, fact, (amount, entries) = change
        if not amount.text and typed.sign == "=":
            self.found.append(say.EMPTY_VALUE.at(typed.place, name=typed.subject.text))
            return None
        record = Record("fact", typed.subject, typed.subject, typed.place, entries=entries)
        given = self._checked(record._replace(bare=amount if amount.text else None), typed)
        if given is None:
            return None
        stated = given.events[fact.name]
        if isinstance(stated, Missing):
            return FactChange(fact, stated) if typed.sign == "=" else self._not_a_change(typed)
        [event] = stated
        match typed.sign:
            case "=":
                return FactChange(fact, self._set(event, change))
            case "+":
                return FactChange(fact, (*self._rows(fact), event))
            case "-":
                return self._taken(event, change)

    def _rows(self, fact: FactModel) -> tuple[Event, ...]:
        return rows_of(self._given.events.get(fact.name), fact)

    def _set(self, event: Event, change: _Change) -> tuple[Event, ...] | Missing:
        """Let all events become one row; where so many are there already and no more is said, the rows stay."""
        stated, rows = self._given.events.get(change.fact.name), self._rows(change.fact)
        if not change.parts.entries and total_of(rows) == event.quantity:
            return stated if isinstance(stated, Missing) else rows
        keys = [self._names.key(entry.key, change.fact) for entry in change.parts.entries]
        return (as_one(rows, event, {key.name for key in keys if isinstance(key, Key)}),)

    def _taken(self, event: Event, change: _Change) -> FactChange | None:
        """Take events away from the last rows that have the fields and the date that are said."""
        typed, fact = change.typed, change.fact
        asked, rows = event.quantity, self._rows(fact)
        if not isinstance(asked, int):
            return self._not_a_change(typed)
        left = fewer(rows, asked, like(event))
        if left is not None:
            return FactChange(fact, left)
        found = f"{certain(filter(like(event), rows))} {fact.type.noun}".rstrip()
        name = typed.subject.text
        self.found.append(more.TOO_FEW.at(typed.place, name=name, unit=self._unit, found=found, asked=asked))
        return None

    # ---- checks ------------------------------------------------------------------------------------------------

    def _checked(self, record: Record, typed: Typed) -> UnitFacts | None:
        """Hold a record against the rubric as if it stood in a file; nothing where it is not sound."""
        if record.bare is not None and not record.bare.text:
            self.found.append(say.EMPTY_VALUE.at(typed.place, name=typed.subject.text))
            return None
        found: list[Diagnostic] = []
        checker = Checker(self._model, False, found.append)
        unit = record.unit._replace(text=self._unit)
        checker.add(record._replace(unit=unit))
        self.found += found
        return None if has_errors(found) else checker.evidence.units[self._unit]

    def _hold_against_range(self, fact: FactModel, typed: Typed) -> None:
        """Report where the events would be more or fewer than the rubric says there can be."""
        rows = self._given.events.get(fact.name)
        if rows is None:
            return
        alone = Evidence({self._unit: UnitFacts(self._unit, events={fact.name: rows})})
        for found in counts_outside(alone, self._model):
            self.found.append(found._replace(labels=(Label(typed.place),)))

    def _no_events(self, typed: Typed, value: str) -> None:
        self.found.append(more.NO_EVENTS.at(typed.place, name=typed.subject.text, sign=typed.sign, value=value))

    def _not_a_change(self, typed: Typed) -> None:
        text = typed.place.source.text
        self.found.append(more.NOT_A_CHANGE.at(typed.place, text=text, example=typed.subject.text))

    def _example(self, text: str) -> str:
        """Give a fact to show the forms by: the one that is named, else one that counts."""
        facts = self._model.facts.values()
        named = [fact.name for fact in facts if plain(text) in (fact.name, plain(fact.label))]
        return next(iter([*named, *(fact.name for fact in facts if fact.counts)]), "absence")


def _key(change: Change) -> tuple[str, str]:
    return ("mark", change.heading.label) if isinstance(change, MarkChange) else ("fact", change.fact.name)
