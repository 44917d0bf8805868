"""Evidence that shows a bound, proved by scoring it, and said as an author would write it in an example."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from ...diagnostics import Words
from ...diagnostics.width import clip
from ...grammar.keywords import RESERVED, Vocabulary, spelling
from ...interpreter.facts import Event, Evidence, Stated
from ...interpreter.interval import Exact, Interval
from ...interpreter.model import Model, Type
from ...interpreter.show import number_text, points_text, share_text
from .coordinates import NAMES, Assignment, Candidate, Coordinate

_NAME = re.compile(r"[^\W\d]\w*")
_MOST_SHOWN = 6
_LONGEST = 100
"""So many characters of a line are shown."""


class Witness(NamedTuple):
    """Evidence of one unit, perhaps among others, and what it proves: so many points, in ten-thousand-millionths."""

    points: Exact
    evidence: Evidence
    previous: Evidence | None
    assignment: Assignment
    model: Model

    def lines(self, vocabulary: Vocabulary) -> list[str]:
        """Give what stands behind each ``given`` of an example that says the same."""
        several = len(self.evidence.units) > 1
        return [
            line
            for place, candidate in sorted(self.assignment.items(), key=self._order)
            for line in _lines(place, candidate, self.model, vocabulary, several)
        ]

    def words(self) -> Words:
        """Say it in a few words, for use in a text with arguments: ```news 3`, `essay 1 with prize first```."""
        return Words(_short(self.lines("en"), ", ", " and {left} more"), _short(self.lines("zh"), "、", " 等 {all} 项"))

    def _order(self, entry: tuple[Coordinate, Candidate]) -> tuple[str, bool, int, str]:
        place = entry[0]
        number = -1 if place.is_mark else self.model.facts[place.name].number
        return (NAMES[place.whose], place.is_mark, number, place.name)


def advice_with(advice: Words | None, witness: Witness | None, example: Words) -> Words | None:
    """Add to an advice what evidence shows: ``example`` says it, with ``{evidence}`` and ``{points}``.

    Evidence of nothing at all shows nothing worth saying.
    """
    if advice is None or witness is None or not witness.assignment:
        return advice
    evidence, points = witness.words(), points_text(witness.points)
    return Words(
        *(
            text + mark + _beside(how, shown).replace("{points}", points).replace("{evidence}", shown)
            for text, mark, how, shown in zip(advice, ("; ", "；例如 "), example, evidence, strict=True)
        )
    )


def _beside(how: str, shown: str) -> str:
    """Leave a space behind the evidence only where it ends in code: a Chinese text has none inside."""
    return how if shown.endswith("`") else how.replace("{evidence} 时", "{evidence}时")


def _short(lines: list[str], comma: str, more: str) -> str:
    """Write the first lines, and how many there are besides, or in all."""
    shown = [f"`{clip(line, _LONGEST)}`".replace("{", "{{").replace("}", "}}") for line in lines[:_MOST_SHOWN]]
    left = len(lines) - len(shown)
    return comma.join(shown) + (more.format(left=left, all=len(lines)) if left else "")


def _lines(place: Coordinate, candidate: Candidate, model: Model, vocabulary: Vocabulary, several: bool) -> list[str]:
    unit = f' {spelling("FOR", vocabulary)} "{NAMES[place.whose]}"' if several else ""
    if place.is_mark:
        assert isinstance(candidate, Fraction)
        return [f"{spelling('POINTS_OF', vocabulary)} {place.name} = {number_text(candidate)}{unit}"]
    fact = model.facts[place.name]
    start = f"{spelling('PREVIOUS', vocabulary)} " if place.whose == "earlier" else ""
    start += name_text(place.name)
    if isinstance(candidate, tuple) and not isinstance(candidate, Interval):
        types = {name: field.type for name, field in fact.fields.items()}
        return [f"{start} {_event(row, types, vocabulary)}{unit}" for row in candidate]
    return [f"{start} {_value(candidate, fact.type, vocabulary)}{unit}"]


def _event(row: Event, types: dict[str, Type], vocabulary: Vocabulary) -> str:
    assert isinstance(row.quantity, int)
    text = str(row.quantity)
    if row.fields:
        fields = [f"{name_text(name)} {_value(value, types[name], vocabulary)}" for name, value in row.fields.items()]
        text += f" {spelling('WITH', vocabulary)} {', '.join(fields)}"
    if isinstance(row.date, int):
        text += f" {spelling('ON', vocabulary)} {date.fromordinal(row.date)}"
    return text


def _value(value: Stated, kind: Type, vocabulary: Vocabulary) -> str:
    if isinstance(value, bool):
        return spelling("YES" if value else "NO", vocabulary)
    if isinstance(value, str):
        return name_text(value) if kind.kind == "choice" else (f"“{value}”" if '"' in value else f'"{value}"')
    assert isinstance(value, int | Fraction)
    if kind.kind == "date":
        return str(date.fromordinal(int(value)))
    return share_text(value) if kind.kind == "percent" else number_text(value)


def name_text(name: str) -> str:
    """Write a name as the language wants it: in brackets where it could be taken for something else."""
    return name if _NAME.fullmatch(name) and name not in RESERVED else f"[{name}]"
