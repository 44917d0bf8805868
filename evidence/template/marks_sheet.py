"""The sheet of the committee's own marks and its rulings; what is to be judged is there already, without points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...interpreter.facts import Evidence
from ...interpreter.interval import Quantity
from ...interpreter.model import HeadingModel, Model, Type
from ..workbook_layout import KINDS, MARK_COLUMNS, SHEETS
from .cells import Cell, cell_of
from .checks import formula_for
from .lists import Lists
from .paper import ROWS, Book, Paper
from .words import ONLY_LIST

_UNIT, _ITEM, _KIND, _POINTS, _REASON, _BY = range(len(MARK_COLUMNS))
_AREA = (1, ROWS)
_A_NUMBER = Type("number")
_NEEDED = ("unit", "item", "kind", "points")


class MarksSheet:
    """Writes the sheet."""

    def __init__(self, book: Book, model: Model, units: Sequence[str], evidence: Evidence) -> None:
        """Take what the sheet tells."""
        self._book = book
        self._units = units
        self._evidence = evidence
        self._numbered = {heading.label: heading for heading in model.headings if heading.label}
        self._judged = [heading for heading in self._numbered.values() if heading.is_judged]
        self._paper: Paper = book.add_sheet(SHEETS["marks"])

    def write(self, lists: Lists, units: str) -> None:
        """Write the header, what the cells offer, and a row for each mark, ruling and mark to come."""
        paper, say = self._paper, self._book.say
        paper.header([f"{say(column.title)}{' *' if column.key in _NEEDED else ''}" for column in MARK_COLUMNS])
        paper.choose(_AREA, _UNIT, units, free=ONLY_LIST)
        paper.choose(
            _AREA, _ITEM, lists.range_of([_shown(heading) for heading in self._numbered.values()]), free=ONLY_LIST
        )
        paper.choose(_AREA, _KIND, [say(words) for words in KINDS.values()])
        if formula := formula_for(_A_NUMBER, "D2"):
            paper.demand(_AREA, _POINTS, formula, self._book.how_to_write(_A_NUMBER))
        ruling = say(KINDS["ruling"])
        paper.colour((1, _POINTS, ROWS, _POINTS), '=AND($B2<>"",D2="")', "missing")
        paper.colour((1, _REASON, ROWS, _BY), f'=AND($C2="{ruling}",E2="")', "missing")
        for row, cells in enumerate(self._rows(), 1):
            for column, content in enumerate(cells):
                paper.put(row, column, content, "entry" if column == _POINTS else "text")
            self._comment(row, str(cells[_ITEM]))
        paper.sheet.freeze_panes(1, 2)
        looks = dict.fromkeys(range(len(MARK_COLUMNS)), "text") | {_POINTS: "entry"}
        paper.widths(looks, {_UNIT: 14, _POINTS: 10, _REASON: 40, _BY: 14}, most=60)

    def _rows(self) -> Iterator[tuple[Cell, ...]]:
        mark, ruling = (self._book.say(words) for words in KINDS.values())
        for unit in self._units:
            given = self._evidence.units.get(unit)
            marks, rulings = (given.marks, given.rulings) if given else ({}, {})
            for heading in self._judged:
                said = marks.get(heading.label)
                points = self._points(said.points) if said else ""
                yield unit, _shown(heading), mark, points, said.reason if said else "", ""
            for label, decided in rulings.items():
                points = self._points(decided.points)
                yield unit, _shown(self._numbered[label]), ruling, points, decided.reason, decided.by

    def _points(self, points: Quantity) -> Cell:
        return cell_of(points, _A_NUMBER, self._book.language)

    def _comment(self, row: int, item: str) -> None:
        heading = self._numbered.get(item.split(" ")[0])
        self._paper.comment(row, _ITEM, "\n".join(heading.source) if heading else "")


def _shown(heading: HeadingModel) -> str:
    return f"{heading.label} {heading.title}".strip()
