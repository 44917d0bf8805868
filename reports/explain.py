"""Why a unit has its points: the derivation of every item, as text for the terminal or as JSON."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Language
from ..diagnostics.visible import visible
from ..diagnostics.width import display_width
from ..diagnostics.wrap import wrap
from ..interpreter.interval import is_known
from ..interpreter.model import HeadingModel
from ..interpreter.result import Result, UnitResult
from ..interpreter.show import points_text
from ..receipts.receipt import Receipt
from .as_csv import rank_text
from .as_json import high, known, low, receipt_json, to_text, worth
from .derivation import Derivation, Sentence
from .words import sheet

_LEAST_ROOM = 20
"""So many terminal cells a line has at least, however narrow the terminal."""


def explain_text(
    result: Result,
    unit: UnitResult,
    headings: tuple[HeadingModel, ...],
    language: Language,
    width: int | None = None,
) -> str:
    """Write the derivation of some headings of one unit, for reading: each sentence on one line.

    ``width`` is a terminal's, in cells: then long sentences are broken, and their other lines stand further in.
    """
    derivation = Derivation(result, unit, language)
    blocks: list[str] = []
    for heading in headings:
        lines = [title(heading, derivation), *map(_line, derivation.of(heading))]
        if width is not None:
            lines = [part for sentence in derivation.of(heading) for part in _wrapped(sentence, width)]
            lines = [*hanging(title(heading, derivation), width), *lines]
        blocks.append("\n".join(lines))
    if result.model.rubric in headings:
        blocks.append("\n".join(standing(result, unit, language)))
    return "\n\n".join(blocks) + "\n"


def title(heading: HeadingModel, derivation: Derivation) -> str:
    """Write whose points a derivation is about, which, and how many of how many."""
    mark = derivation.unit.mark(heading)
    of = f" / {worth(heading)}" if heading.worth is not None else ""
    points = "—" if mark.applies is False else points_text(mark.points) + of
    star = " *" if mark.ruling else "" if is_known(mark.points) else " ?"
    words = {"unit": visible(derivation.unit.name), "heading": derivation.name(heading), "points": points + star}
    return sheet("heading", derivation.language, **words)


def _line(sentence: Sentence) -> str:
    return f"{_indent(sentence)}{sentence.text}{_place(sentence)}"


def _wrapped(sentence: Sentence, width: int) -> list[str]:
    """Break a sentence into lines; its place stays in one piece, where need be on a line of its own."""
    lines = hanging(sentence.text, width, _indent(sentence))
    place = _place(sentence)
    if display_width(lines[-1] + place) <= width:
        return [*lines[:-1], lines[-1] + place]
    return [*lines, f"{_indent(sentence)}  {place.lstrip()}"]


def hanging(text: str, width: int, indent: str = "") -> list[str]:
    """Break a text into lines of at most so many terminal cells; those behind the first stand further in."""
    room = max(width - len(indent), _LEAST_ROOM)
    first, *others = wrap(text, room - 2, room)
    return [indent + first, *(f"{indent}  {line}" for line in others)]


def _indent(sentence: Sentence) -> str:
    return "  " * (sentence.level + 1)


def _place(sentence: Sentence) -> str:
    return "" if sentence.place is None else f"  [{visible(sentence.place.row)}]"


def standing(result: Result, unit: UnitResult, language: Language) -> list[str]:
    """Write a unit's rank among how many, and its grade where the rubric gives any: a line each."""
    found = {"rank": f"{rank_text(unit.rank, ' – ')} / {len(result.units)}"}
    if unit.grades:
        found["grade"] = sheet("or", language).join(map(visible, unit.grades))
    return [sheet("says", language, whose=sheet(name, language), value=value) for name, value in found.items()]


def explain_json(
    result: Result,
    unit: UnitResult,
    headings: tuple[HeadingModel, ...],
    language: Language,
    receipt: Receipt | None = None,
) -> str:
    """Write the derivation of some headings of one unit as JSON: nested steps, each with its sentence and place."""
    derivation = Derivation(result, unit, language)
    return to_text(
        {
            "rubric": result.model.title,
            "year": result.model.year,
            **({} if receipt is None else {"receipt": receipt_json(receipt)}),
            "unit": unit.name,
            "headings": [heading_json(heading, derivation) for heading in headings],
        }
    )


def heading_json(heading: HeadingModel, derivation: Derivation) -> dict[str, Any]:
    """Give a heading's points and their derivation as docs/explain.schema.json describes them."""
    mark = derivation.unit.mark(heading)
    return {
        "rank": heading.rank,
        "id": heading.label,
        "title": heading.title,
        "worth": worth(heading),
        "points": known(mark.points),
        "low": low(mark.points),
        "high": high(mark.points),
        "steps": _nested(list(derivation.of(heading))),
    }


def _nested(sentences: list[Sentence]) -> list[dict[str, Any]]:
    """Nest sentences by their level."""
    roots: list[dict[str, Any]] = []
    open_steps: list[dict[str, Any]] = []
    for sentence in sentences:
        entry: dict[str, Any] = {"kind": sentence.kind, "text": sentence.text, "value": sentence.value}
        if sentence.place is not None:
            line, column = sentence.place.position
            entry["place"] = {"file": sentence.place.source.name, "line": line, "column": column}
        entry["steps"] = []
        del open_steps[sentence.level :]
        (open_steps[-1]["steps"] if open_steps else roots).append(entry)
        open_steps.append(entry)
    return roots
