"""Derivations of all marks → compact data for the page's script.

Units that fare alike have the same sentences, so each distinct sentence and each distinct derivation stands once and is
referred to by its number. The script writes them as text; nothing in them is ever read as markup.
"""

from __future__ import annotations

import json
from typing import Any

from ...diagnostics import Language, Place
from ...diagnostics.visible import visible
from ...interpreter.result import Result, UnitResult
from ..derivation import Derivation, Sentence
from ..rule_text import RuleText

_NOT_IN_MARKUP = str.maketrans(
    {character: f"\\u{ord(character):04x}" for character in ("<", ">", "&", "\u2028", "\u2029")}
)
_WITH_FIGURE = ("line", "group", "score", "void")
"""Kinds of steps whose sentence begins with a figure or a verdict, two spaces before the rest."""


class Numbered:
    """Distinct things, each with the number of its first place, from 0."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.places: dict[Any, int] = {}

    def number(self, thing: Any) -> int:
        """Give the number of a thing."""
        return self.places.setdefault(thing, len(self.places))

    @property
    def things(self) -> list[Any]:
        """The things in the order of their numbers."""
        return list(self.places)


class Book:
    """Gathers the derivations of a result."""

    def __init__(self, result: Result, language: Language) -> None:
        """Take the result and the language to tell it in."""
        self._result = result
        self._language: Language = language
        self._rules = RuleText(result.model, language)
        self._sentences = Numbered()
        self._files = Numbered()
        self._derivations = Numbered()

    def data(self) -> dict[str, Any]:
        """Give everything as data for JSON.

        ``sentences``: [kind, figure, text]; ``derivations``: lists of steps [level, sentence, file, line or cell],
        the last two only where there is a place; ``marks``: for each unit and heading the number of its derivation,
        -1 for parts, which are told with their items.
        """
        marks = [self._unit(unit) for unit in self._result.units]
        return {
            "marks": marks,
            "derivations": self._derivations.things,
            "sentences": self._sentences.things,
            "files": self._files.things,
        }

    def _unit(self, unit: UnitResult) -> list[int]:
        told = Derivation(self._result, unit, self._language, self._rules)
        return [
            -1
            if heading.rank == "part"
            else self._derivations.number(tuple(self._step(sentence) for sentence in told.of(heading)))
            for heading in self._result.model.headings
        ]

    def _step(self, sentence: Sentence) -> tuple[int | str, ...]:
        number = self._sentences.number((sentence.kind, *_parted(sentence)))
        if sentence.place is None:
            return sentence.level, number
        file, spot = _where(sentence.place)
        return sentence.level, number, self._files.number(file), spot


def _parted(sentence: Sentence) -> tuple[str, str]:
    """Part the figure that a sentence begins with from the rest."""
    figure, parted, text = sentence.text.partition("  ")
    if parted and (sentence.kind in _WITH_FIGURE or (sentence.kind == "event" and figure.startswith(("+", "−")))):
        return figure, text
    return "", sentence.text


def _where(place: Place) -> tuple[str, int | str]:
    """Part a place into what many places share, the file or the table, and the line or the cell within it."""
    row = visible(place.row)
    file, _, line = row.rpartition(":")
    if line.isdecimal():
        return f"{file}:", int(line)
    table, parted, spot = row.rpartition(" · ")
    return f"{table}{parted}", spot


def to_script(data: dict[str, Any]) -> str:
    """Write data as JSON that can stand inside a page: no character in it can end its element or begin another."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_NOT_IN_MARKUP)
