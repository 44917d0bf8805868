"""A result → CSV: one row an item, section and total, one column a unit; provisional marks as ``low..high``."""

from __future__ import annotations

from ..diagnostics import Language
from ..diagnostics.spreadsheet import csv_text, shielded
from ..interpreter.interval import Interval, Quantity
from ..interpreter.model import HeadingModel
from ..interpreter.result import Result
from .as_json import high, known, low, sections, worth
from .words import sheet


def score_csv(result: Result, language: Language = "en") -> str:
    """Write the score sheet of a result; cells that a spreadsheet would run are written as text."""
    names = [sheet(name, language) for name in ("item", "title", "worth")]
    rows = [[*names, *(shielded(unit.name) for unit in result.units)]]
    for section, items in sections(result.model.rubric):
        if section is not None:
            rows.append(_row(section, result))
        rows.extend(_row(item, result) for item in items)
    totals = [cell(unit.total) for unit in result.units]
    rows.append(["", sheet("total", language), worth(result.model.rubric) or "", *totals])
    if result.model.grades:
        grades = [shielded(sheet("or", language).join(unit.grades)) for unit in result.units]
        rows.append(["", sheet("grade", language), "", *grades])
    ranks = [rank_text(unit.rank) for unit in result.units]
    rows.append(["", sheet("rank", language), "", *ranks])
    return csv_text(rows)


def _row(heading: HeadingModel, result: Result) -> list[str]:
    cells = [
        cell(unit.mark(heading).points) if unit.mark(heading).applies is not False else "" for unit in result.units
    ]
    return [shielded(heading.label), shielded(heading.title), worth(heading) or "", *cells]


def cell(points: Quantity) -> str:
    """Write points for a cell: ``3.5``, or ``1..2`` where they are provisional."""
    return known(points) or f"{low(points) or ''}..{high(points) or ''}"


def rank_text(rank: Quantity, between: str = "..") -> str:
    """Write a rank: ``1``, or ``1..2`` where it is provisional, with a sign ``between`` its ends."""
    return f"{rank.low}{between}{rank.high}" if isinstance(rank, Interval) else str(rank)
