"""A result → the committee's sheet as data: rows, marks, justifications, footnotes. Every format is made from this.

It holds texts ready to be shown, in one language, and the exact points beside them, so that no two formats can differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ..diagnostics import Language
from ..interpreter.facts import Event, Mark, Value
from ..interpreter.interval import Interval, Quantity, is_known
from ..interpreter.model import Group, HeadingModel, Model
from ..interpreter.points import to_decimal
from ..interpreter.result import Result, UnitResult
from ..interpreter.runtime import HeadingMark
from ..interpreter.show import points_text
from ..interpreter.trace import Trace
from .as_csv import rank_text
from .as_json import sections, worth
from .waiting import is_unread
from .wording import clauses
from .words import sheet


class MarkCell(NamedTuple):
    """What a unit has under a heading.

    ``points`` are exact, None where they are provisional or where the heading does not concern the unit; ``text`` shows
    them either way. ``why`` is the justification, from the notes of the evidence that counted. ``footnotes`` are the
    numbers of its footnotes, from 1.
    """

    points: Decimal | None
    text: str
    why: str = ""
    footnotes: tuple[int, ...] = ()
    provisional: bool = False
    ruled: bool = False


class SheetRow(NamedTuple):
    """A section's or an item's row: what the regulation says of it, and each unit's mark.

    ``in_full`` is the title as the regulation words it, empty where the rubric gives none.
    """

    heading: HeadingModel
    label: str
    title: str
    in_full: tuple[str, ...]
    worth: str
    source: tuple[str, ...]
    marks: tuple[MarkCell, ...]


class SheetSection(NamedTuple):
    """A section with its items; items under no section come under None."""

    row: SheetRow | None
    items: tuple[SheetRow, ...]


class Footnote(NamedTuple):
    """A remark below the sheet; numbers count from 1."""

    number: int
    text: str


class ScoreSheet(NamedTuple):
    """The whole sheet, units in the order of the evidence. ``grades`` is empty where the rubric gives none."""

    title: str
    year: int | None
    units: tuple[str, ...]
    worth: str
    sections: tuple[SheetSection, ...]
    totals: tuple[MarkCell, ...]
    grades: tuple[str, ...]
    ranks: tuple[str, ...]
    footnotes: tuple[Footnote, ...]
    remarks: tuple[str, ...]
    """What was found while reckoning and concerns the sheet as it is handed out, such as a tie at a quota."""


def score_sheet(result: Result, language: Language) -> ScoreSheet:
    """Lay out a result as the committee's sheet."""
    writer = _Writer(result, language)
    body = tuple(
        SheetSection(None if section is None else writer.row(section), tuple(map(writer.row, items)))
        for section, items in sections(result.model.rubric)
    )
    model, units = result.model, result.units
    return ScoreSheet(
        "\n".join(clauses(model.rubric.in_full)) or model.title,
        model.year,
        tuple(unit.name for unit in units),
        worth(model.rubric) or "",
        body,
        tuple(map(writer.total, units)),
        tuple(_grade(unit, language) for unit in units) if model.grades else (),
        tuple(rank_text(unit.rank, "–") for unit in units),
        tuple(writer.footnotes),
        tuple(dict.fromkeys(found.message(language) for found in result.diagnostics)),
    )


class _Writer:
    """Makes rows and gathers the footnotes they refer to."""

    def __init__(self, result: Result, language: Language) -> None:
        self._result = result
        self._language: Language = language
        self._numbers: dict[str, int] = {}

    @property
    def footnotes(self) -> Iterator[Footnote]:
        """The footnotes so far; each text stands once."""
        return (Footnote(number, text) for text, number in self._numbers.items())

    def row(self, heading: HeadingModel) -> SheetRow:
        """Give the row of a section or an item."""
        marks = tuple(self._mark(unit, heading) for unit in self._result.units)
        source = tuple(quoted(heading, self._result.model)) if heading.rank == "item" else heading.source
        return SheetRow(heading, heading.label, heading.title, heading.in_full, worth(heading) or "", source, marks)

    def total(self, unit: UnitResult) -> MarkCell:
        """Give a unit's total, with its vetoes and what it still waits for as footnotes."""
        notes = [self._say("vetoed" if veto.sure else "perhaps", reason=veto.reason) for veto in unit.vetoes]
        rubric = self._result.model.rubric
        told = [self._say("says", whose=unit.name, value=note) for note in notes]
        return self._cell(unit.total, unit.mark(rubric), "", told)

    def _mark(self, unit: UnitResult, heading: HeadingModel) -> MarkCell:
        mark = unit.mark(heading)
        if mark.applies is False:
            return MarkCell(None, "—", footnotes=(self._note(sheet("left out", self._language)),))
        return self._cell(mark.points, mark, self._why(mark) if heading.rank == "item" else "", [])

    def _cell(self, points: Quantity, mark: HeadingMark, why: str, notes: list[str]) -> MarkCell:
        known = is_known(points)
        texts = list(notes)
        if mark.ruling:
            unread = is_unread(mark)
            why = "" if unread else mark.ruling.reason
            texts.append(self._say("unread ruling") if unread else self._say("ruled here", by=mark.ruling.by))
        if not known:
            texts.append(sheet("provisional note", self._language))
        exact = None if isinstance(points, Interval) else to_decimal(int(points))
        footnotes = tuple(map(self._note, texts))
        return MarkCell(exact, points_text(points), why, footnotes, not known, mark.ruling is not None)

    def _why(self, mark: HeadingMark) -> str:
        """Join the notes of what counted for sure; what is known by bounds only justifies nothing."""
        separator = "；" if self._language == "zh" else "; "
        return separator.join(dict.fromkeys(_notes(mark.trace)))

    def _say(self, name: str, **arguments: object) -> str:
        return sheet(name, self._language, **arguments)

    def _note(self, text: str) -> int:
        return self._numbers.setdefault(text, len(self._numbers) + 1)


def quoted(heading: HeadingModel, model: Model) -> Iterator[str]:
    """Give the regulation's words under a heading and its parts, in the order of the file."""
    yield from heading.source
    below: list[tuple[int, HeadingModel | Group]] = [(child.node.span.start, child) for child in heading.children]
    below += [(part.node.span.start, part) for part in heading.parts if isinstance(part, Group)]
    for _, part in sorted(below, key=lambda placed: placed[0]):
        if isinstance(part, Group):
            yield from part.source
        else:
            yield from quoted(part, model)


def _notes(trace: Trace) -> Iterator[str]:
    match trace.about:
        case Event(note=note, quantity=known) | Value(note=note, stated=known) | Mark(reason=note, points=known):
            if note and not isinstance(known, Interval):
                yield note
        case _:
            pass
    for child in trace.children:
        yield from _notes(child)


def _grade(unit: UnitResult, language: Language) -> str:
    text = sheet("or", language).join(unit.grades)
    return text if len(unit.grades) < 2 else f"{text} ?"
