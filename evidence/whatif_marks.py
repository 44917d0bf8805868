"""What is wrong with a mark that is typed behind ``--whatif``, in words that help: why none is taken, what to write."""

from __future__ import annotations

from fractions import Fraction
from re import ASCII, fullmatch

from ..diagnostics import Diagnostic
from ..diagnostics.catalogue import evidence as say
from ..diagnostics.catalogue import whatif as more
from ..diagnostics.words import Words
from ..grammar.statements import Judge
from ..interpreter.facts import UnitFacts
from ..interpreter.model import FactModel, HeadingModel, Model
from ..interpreter.reads import facts_of_heading
from ..interpreter.show import number_text
from .called import call
from .keys import plain
from .suggest import listed
from .whatif_text import Typed

_MOST_FACTS = 6


def judge_of(heading: HeadingModel) -> Judge | None:
    """Give the line by which the committee marks a heading; nothing where it does not."""
    return next((line for line in heading.lines if isinstance(line, Judge)), None)


def takes_no_mark(heading: HeadingModel, typed: Typed, given: UnitFacts, model: Model) -> Diagnostic:
    """Say that a heading follows from the evidence: from which, or that it was ruled, so that nothing moves it."""
    name = f"{heading.label} {heading.title}".strip()
    place = typed.subject.place
    ruling = given.rulings.get(heading.label)
    if ruling is not None:
        return say.NOT_JUDGED.at(place, help=more.HELP_RULED, name=name, by=ruling.by)
    facts = list({fact.number: fact for fact in _facts_below(heading, model)}.values())
    known = listed([call(fact, place) for fact in facts[:_MOST_FACTS]], max(len(facts) - _MOST_FACTS, 0))
    return say.NOT_JUDGED.at(place, help=more.HELP_FACTS if facts else more.HELP_NO_FACTS, name=name, known=known)


def no_more_or_less(judge: Judge, typed: Typed, given: UnitFacts) -> Diagnostic:
    """Say that a mark is not raised or lowered but given: as high as was meant, where that can be told."""
    low, high = Fraction(judge.low.value), Fraction(judge.high.value)
    mark = given.marks.get(plain(typed.subject.text))
    points = high if mark is None or not isinstance(mark.points, int | Fraction) else Fraction(mark.points)
    amount_typed = fullmatch(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*分?", plain(typed.rest.text), ASCII)
    if amount_typed is not None and mark is not None:
        amount = Fraction(amount_typed[1])
        points = max(low, min(high, points + (amount if typed.sign == "+" else -amount)))
    value = number_text(points)
    return more.NO_EVENTS.at(typed.place, name=typed.subject.text, sign=typed.sign, value=Words(value, value))


def _facts_below(heading: HeadingModel, model: Model) -> list[FactModel]:
    """Give the facts that a heading and all below it read."""
    own = list(facts_of_heading(heading, model))
    return own + [fact for child in heading.children for fact in _facts_below(child, model)]
