"""A score sheet → the heat map: cells with their text and tint, units as columns or as rows.

A few units stand side by side, as on the committee's paper. Many become the rows, so that the page grows downwards and
its headings repeat on every printed sheet.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ...diagnostics import Language
from ...diagnostics.visible import visible
from ...interpreter.show import share_text
from ..score_sheet import MarkCell, ScoreSheet, SheetRow
from ..words import sheet as sheet_word
from .words import word

FEW_UNITS = 8
"""So many units fit side by side on a sheet of paper."""

LEVELS = (Decimal(0), Decimal("0.2"), Decimal("0.4"), Decimal("0.6"), Decimal("0.8"), Decimal(1))
"""The shares of the worth up to which each tint reaches, ``h0`` (nothing lost) to ``h5``."""


class Head(NamedTuple):
    """What a row or a column is about.

    ``kind`` is unit, section, item or total. ``number`` is the unit's place or the heading's number; ``section`` the
    place of the section it belongs to, from 0, and -1 for what belongs to none.
    """

    kind: str
    number: int
    label: str
    title: str
    worth: str
    section: int


class Cell(NamedTuple):
    """A mark: its text, its tint (a CSS class, or nothing) and the numbers of its footnotes."""

    text: str
    tint: str
    notes: str


class GridRow(NamedTuple):
    """A row of the heat map."""

    head: Head
    cells: tuple[Cell, ...]


class Grid(NamedTuple):
    """The heat map. Where ``upright`` is true items are the rows, else the units are."""

    upright: bool
    columns: tuple[Head, ...]
    rows: tuple[GridRow, ...]


def grid(sheet: ScoreSheet, language: Language) -> Grid:
    """Lay out a sheet as a heat map."""
    units = tuple(Head("unit", index, "", visible(name), "", -1) for index, name in enumerate(sheet.units))
    rows = _headings(sheet, language)
    if len(units) <= FEW_UNITS:
        return Grid(True, units, rows)
    columns = (rows[-1], *rows[:-1])  # many units: the total stands where it is seen first
    turned = (
        GridRow(unit, cells)
        for unit, cells in zip(units, zip(*(row.cells for row in columns), strict=True), strict=True)
    )
    return Grid(False, tuple(row.head for row in columns), tuple(turned))


def _headings(sheet: ScoreSheet, language: Language) -> tuple[GridRow, ...]:
    rows: list[GridRow] = []
    for place, section in enumerate(sheet.sections):
        bonus = section.row is not None and section.row.heading.bonus
        if section.row is not None:
            rows.append(_row("section", section.row, place, bonus, language))
        rows += [_row("item", item, place, bonus, language) for item in section.items]
    total = Head("total", 0, "", sheet_word("total", language), sheet.worth, -1)
    cells = tuple(cell(mark, sheet.worth) for mark in sheet.totals)
    return (*rows, GridRow(total, cells))


def _row(kind: str, row: SheetRow, section: int, bonus: bool, language: Language) -> GridRow:
    head = Head(kind, row.heading.number, visible(row.label), title(row, language), row.worth, section)
    worth = "" if bonus else row.worth  # a bonus that was not earned is no loss, and has no tint
    return GridRow(head, tuple(cell(mark, worth) for mark in row.marks))


def title(row: SheetRow, language: Language) -> str:
    """Write a row's title, with what else counts when its points are added up: that it is a bonus, its weight."""
    text = visible(row.title)
    if row.heading.bonus:
        text = word("bonus", language, title=text)
    if row.heading.weight != 1:
        text = word("weighted", language, title=text, weight=share_text(Fraction(row.heading.weight)))
    return text


def cell(mark: MarkCell, worth: str) -> Cell:
    """Write a mark for a cell: ``?`` where it is provisional, ``*`` where it was ruled."""
    sign = " ?" if mark.provisional else " *" if mark.ruled else ""
    return Cell(mark.text + sign, tint(mark, worth), " ".join(map(str, mark.footnotes)))


def tint(mark: MarkCell, worth: str) -> str:
    """Choose the tint for how much of its worth a mark lost."""
    if mark.provisional:
        return "hp"
    if mark.points is None:
        return "hx"
    if not worth or Decimal(worth) <= 0:
        return ""
    lost = 1 - mark.points / Decimal(worth)
    return next((f"h{level}" for level, end in enumerate(LEVELS) if lost <= end), "h5")
