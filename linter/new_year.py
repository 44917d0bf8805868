"""A rule file → next year's. Takes a sound rubric and a year; gives the new text and what a person has to look at.

Changed are the rubric's year, the dates of its period and of its examples, and the year in its title. All the rest
stays as it is, byte for byte: what a deadline or a quoted regulation becomes is for the committee to say.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from ..diagnostics import Edit, Fix, Span, Words
from ..diagnostics.fix import apply
from ..grammar import expressions as e
from ..grammar import statements as s
from ..grammar.walk import walk
from ..interpreter.model import Model
from .suppress import Allowance, allowances

_WRITTEN = ("0123456789", "０１２３４５６７８９", "〇一二三四五六七八九", "零一二三四五六七八九", "○一二三四五六七八九")
"""The ten digits as years are written with them: 2019, ２０１９, 二〇一九 …"""
_DIGITS = re.compile(r"\d+")


class NewYear(NamedTuple):
    """Next year's text; the lines changed; those where the old year still stands; what is allowed in the file.

    Lines are counted from 1, and are the same in the old text and in the new one.
    """

    old: int
    text: str
    changed: tuple[int, ...]
    still: tuple[int, ...]
    allowances: tuple[Allowance, ...]


def year_of(model: Model) -> int | None:
    """Give the year of a rubric: as it says, else that of its period; None where neither is one year."""
    if model.year is not None or model.period is None:
        return model.year
    first, last = model.period
    return first.year if first.year == last.year else None


def new_year(model: Model, old: int, new: int, known: Collection[str]) -> NewYear:
    """Carry a rubric from one year over to another; ``known`` are the codes that can be allowed.

    Raises ValueError where a date would leave the calendar, which ends in 9999.
    """
    source = model.source
    edits = list(_edits(model, old, new))
    text, _ = apply(source.text, [Fix(Words("", ""), tuple(edits))])
    touched = [edit.span for edit in edits]
    still = [
        span for span, _ in _years(source.text, old) if not any(one.start <= span.start < one.end for one in touched)
    ]
    return NewYear(
        old,
        text,
        tuple(sorted({source.position(span.start)[0] for span in touched})),
        tuple(sorted({source.position(span.start)[0] for span in still})),
        tuple(allowances(source, model.document, known)),
    )


def _edits(model: Model, old: int, new: int) -> Iterator[Edit]:
    for statement in model.document.statements:
        match statement:
            case s.Heading(rank="rubric"):
                yield from _of_rubric(statement, model, old, new)
            case s.Period() | s.GivenFact():
                for node in walk(statement):
                    if isinstance(node, e.Date) and node.value is not None:
                        yield _shifted(node, node.value, new - old, model.source.text)
            case _:
                pass


def _of_rubric(rubric: s.Heading, model: Model, old: int, new: int) -> Iterator[Edit]:
    text = model.source.text
    if rubric.year is not None and (digits := _DIGITS.search(text, *rubric.year.span)):
        yield Edit(Span(*digits.span()), _written(new, _hand(digits[0])))
    assert rubric.title is not None  # the grammar asks for one
    start, end = rubric.title.span
    for span, hand in _years(text[start:end], old):
        yield Edit(Span(start + span.start, start + span.end), _written(new, hand))


def _shifted(node: e.Date, day: date, years: int, text: str) -> Edit:
    """Move a date by some years; the last of February stays the last of February."""
    year = day.year + years
    try:
        day.replace(year=year)
    except ValueError:
        return Edit(node.span, date(year, day.month, day.day - 1).isoformat())
    digits = _DIGITS.search(text, *node.span)
    span, hand = (Span(*digits.span()), _hand(digits[0])) if digits else (node.span, _WRITTEN[0])
    return Edit(span, _written(year, hand))


def _years(text: str, year: int) -> Iterator[tuple[Span, str]]:
    """Find a year wherever it is written, and the digits that it is written with."""
    for hand in dict.fromkeys(_WRITTEN):
        word = _written(year, hand)
        for found in re.finditer(f"(?<![{hand}.]){word}(?![{hand}])", text):
            yield Span(*found.span()), hand


def _hand(digits: str) -> str:
    """Give the digits with which a number is written."""
    return next((hand for hand in _WRITTEN if digits[0] in hand), _WRITTEN[0])


def _written(year: int, hand: str) -> str:
    return "".join(hand[int(digit)] for digit in str(year))
