"""The sheet of derivations: for each unit and heading, its points and the steps that led to them."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Language
from ...interpreter.model import HeadingModel
from ...interpreter.result import Result, UnitResult
from ...interpreter.show import points_text
from ..derivation import Derivation
from ..rule_text import RuleText
from ..words import step
from .book import At, Book, Sheet
from .words import word

MOST_ROWS = 200_000
_WIDTHS = (14, 34, 90, 40)


class TraceSheet:
    """The sheet, and where in it each unit's derivation of a heading begins."""

    def __init__(self, book: Book, result: Result, language: Language) -> None:
        """Add the empty sheet."""
        self.sheet: Sheet = book.add_sheet(word("traces", language))
        self.starts: dict[tuple[int, int], At] = {}
        self._result = result
        self._language: Language = language
        self._row = 0

    def fill(self, cells: Mapping[tuple[int, int], At], places: Mapping[str, At]) -> None:
        """Write all derivations.

        ``cells`` tells where the mark of a unit (its place) under a heading (its number) stands; ``places`` where the
        evidence of a place is told.
        """
        names = ("unit", "heading", "step", "place")
        self.sheet.columns(_WIDTHS)
        self.sheet.header(0, 2, [word(name, self._language) for name in names])
        rules = RuleText(self._result.model, self._language)
        for index, unit in enumerate(self._result.units):
            told = Derivation(self._result, unit, self._language, rules)
            for heading in self._result.model.headings:
                if heading.rank == "part":
                    continue  # told with its item
                if self._row >= MOST_ROWS:
                    self.sheet.text(self._row + 1, 0, word("cut", self._language), "plain")
                    return
                at = At(self.sheet.name, self._row + 1, 2)
                self.starts[index, heading.number] = at
                self._tell(unit, heading, told, cells.get((index, heading.number)), places)
        self.sheet.filtered(0, self._row, len(names))

    def _tell(
        self,
        unit: UnitResult,
        heading: HeadingModel,
        told: Derivation,
        cell: At | None,
        places: Mapping[str, At],
    ) -> None:
        name, points = told.name(heading), self._points(unit, heading)
        text = step("handed up", self._language, heading=name, points=points)
        self._line(unit.name, name, "head")
        self.sheet.text(self._row, 2, text, "head", to=cell)
        for sentence in told.of(heading):
            self._line(unit.name, name, "plain")
            self.sheet.text(self._row, 2, sentence.text, "plain", indent=2 * sentence.level + 1)
            if sentence.place is not None:
                where = sentence.place.row
                self.sheet.text(self._row, 3, where, "plain", to=places.get(where))

    def _line(self, unit: str, heading: str, look: str) -> None:
        self._row += 1
        self.sheet.text(self._row, 0, unit, look)
        self.sheet.text(self._row, 1, heading, look)

    def _points(self, unit: UnitResult, heading: HeadingModel) -> str:
        if heading is self._result.model.rubric:
            return points_text(unit.total)
        mark = unit.mark(heading)
        return "—" if mark.applies is False else points_text(mark.points)
