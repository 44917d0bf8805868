"""A result → JSON, as docs/score.schema.json describes it; points are plain decimals in strings, so nothing is lost."""

from __future__ import annotations

import json
from typing import Any

from ..interpreter.facts import Ruling
from ..interpreter.interval import Interval, Quantity, is_known
from ..interpreter.model import HeadingModel
from ..interpreter.points import to_decimal, to_points
from ..interpreter.result import Result, UnitResult
from ..interpreter.runtime import HeadingMark
from ..receipts.receipt import FileDigest, Receipt
from .waiting import is_unread
from .words import sheet


def score_json(result: Result, receipt: Receipt | None = None) -> str:
    """Write the score sheet of a result, with a line end, and what it was made of where that is known."""
    return to_text(score_value(result, receipt))


def score_value(result: Result, receipt: Receipt | None = None) -> dict[str, Any]:
    """Give the score sheet of a result as the value that is written as JSON."""
    model = result.model
    value: dict[str, Any] = {"rubric": model.title, "year": model.year}
    if receipt is not None:
        value["receipt"] = receipt_json(receipt)
    return value | {"units": [_unit(unit, result) for unit in result.units]}


def receipt_json(receipt: Receipt) -> dict[str, Any]:
    """Give a receipt as the value that is written as JSON."""
    return {
        "psr": receipt.version,
        "rules": _file(receipt.rules),
        "evidence": [_file(file) for file in receipt.evidence],
        "previous": [_file(file) for file in receipt.previous],
        "keep_going": receipt.keep_going,
        "units": receipt.units,
    }


def _file(file: FileDigest) -> dict[str, str]:
    return {"file": file.name, "sha256": file.sha256}


def to_text(value: object) -> str:
    """Write a value as JSON the way all commands do: Chinese as it is, two spaces deep."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _unit(unit: UnitResult, result: Result) -> dict[str, Any]:
    return {
        "unit": unit.name,
        "total": known(unit.total),
        "low": low(unit.total),
        "high": high(unit.total),
        "provisional": unit.provisional,
        "rank": unit.rank if isinstance(unit.rank, int) else None,
        "grade": unit.grade,
        "sections": [_section(section, items, unit) for section, items in sections(result.model.rubric)],
    }


def sections(rubric: HeadingModel) -> list[tuple[HeadingModel | None, tuple[HeadingModel, ...]]]:
    """Give a rubric's sections with their items, in order; items under no section come as a section of none."""
    found: list[tuple[HeadingModel | None, tuple[HeadingModel, ...]]] = []
    loose = tuple(child for child in rubric.children if child.rank != "section")
    if loose:
        found.append((None, loose))
    found += [(child, child.children) for child in rubric.children if child.rank == "section"]
    return found


def _section(section: HeadingModel | None, items: tuple[HeadingModel, ...], unit: UnitResult) -> dict[str, Any]:
    found = [_item(item, unit.mark(item)) for item in items]
    if section is None:  # items under no section: nobody adds them up but the rubric
        provisional = any(item["provisional"] for item in found)
        entry: dict[str, Any] = {"title": "", "worth": None, "points": None, "low": None, "high": None}
        return entry | {"provisional": provisional, "items": found}
    mark = unit.mark(section)
    return {
        "title": section.title,
        "worth": worth(section),
        "points": known(mark.points),
        "low": low(mark.points),
        "high": high(mark.points),
        "provisional": not is_known(mark.points),
        "items": found,
    }


def _item(item: HeadingModel, mark: HeadingMark) -> dict[str, Any]:
    return {
        "id": item.label,
        "title": item.title,
        "worth": worth(item),
        "points": known(mark.points),
        "low": low(mark.points),
        "high": high(mark.points),
        "provisional": not is_known(mark.points),
        "applies": mark.applies,
        "ruling": None if mark.ruling is None else _ruling(mark, mark.ruling),
    }


def _ruling(mark: HeadingMark, ruling: Ruling) -> dict[str, Any]:
    if is_unread(mark):
        return {"points": None, "reason": sheet("unread ruling", "en"), "by": ""}
    return {"points": known(to_points(ruling.points)), "reason": ruling.reason, "by": ruling.by}


def worth(heading: HeadingModel) -> str | None:
    """Give what a heading is worth, as declared."""
    return None if heading.worth is None else f"{heading.worth.normalize():f}"


def decimal(points: Any) -> str:
    """Write known points (in ten-thousand-millionths) as a plain decimal."""
    return f"{to_decimal(points):f}"


def known(points: Quantity) -> str | None:
    """Write points that are known; None where they are provisional."""
    return None if isinstance(points, Interval) else decimal(points)


def low(points: Quantity) -> str | None:
    """Write the least that points can be; None where there is no limit."""
    end = points.low if isinstance(points, Interval) else points
    return None if end is None else decimal(end)


def high(points: Quantity) -> str | None:
    """Write the most that points can be; None where there is no limit."""
    end = points.high if isinstance(points, Interval) else points
    return None if end is None else decimal(end)
