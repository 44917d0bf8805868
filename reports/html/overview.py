"""A score sheet → what is seen first: standings, sections as bars, and where points were lost, most first.

Means are exact fractions, shown with at most two decimals.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from markupsafe import Markup

from ...diagnostics import Language
from ...diagnostics.visible import visible
from ...interpreter.interval import Interval
from ...interpreter.model import HeadingModel
from ...interpreter.points import POINT
from ...interpreter.result import Result, UnitResult
from ..score_sheet import ScoreSheet, SheetRow
from .charts import Share, bar, spark
from .grid import FEW_UNITS, Cell, cell, title
from .words import word

MOST_LOSSES = 12
"""So many losses are shown at once; the others are folded away."""


class Standing(NamedTuple):
    """A unit's line among the standings; ``number`` is its place in the evidence, from 0."""

    number: int
    rank: str
    name: str
    total: Cell
    grade: str
    bars: Markup


class Bar(NamedTuple):
    """A bar with what it shows in words."""

    name: str
    text: str
    drawn: Markup


class Chart(NamedTuple):
    """Some bars under one name."""

    label: str
    title: str
    worth: str
    bars: tuple[Bar, ...]


def rounded(value: Fraction) -> str:
    """Write a mean with at most two decimals, halves away from zero."""
    hundredths = int(abs(value) * 100 + Fraction(1, 2))
    text = f"{Decimal(hundredths) / 100:f}"
    return f"-{text}" if value < 0 and hundredths else text


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


# ---- standings ------------------------------------------------------------------------------------------------


def standings(result: Result, sheet: ScoreSheet) -> tuple[Standing, ...]:
    """List the units by their best possible rank; equals in the order of the evidence."""
    rows = [section.row for section in sheet.sections if section.row is not None]
    found = [
        Standing(
            index,
            sheet.ranks[index],
            visible(name),
            cell(sheet.totals[index], sheet.worth),
            visible(sheet.grades[index]) if sheet.grades else "",
            spark((_share(row.heading, unit), _told(row, index)) for row in rows),
        )
        for index, (name, unit) in enumerate(zip(sheet.units, result.units, strict=True))
    ]
    return tuple(sorted(found, key=lambda standing: int(standing.rank.split("–")[0])))


def _share(heading: HeadingModel, unit: UnitResult) -> Share:
    """Give how much of its worth a unit has under a heading; nothing where it is not concerned."""
    mark = unit.mark(heading)
    if mark.applies is False or heading.worth is None or heading.worth <= 0:
        return Share(Fraction(0), Fraction(0))
    whole = Fraction(heading.worth) * POINT
    if not isinstance(mark.points, Interval):
        return Share(mark.points / whole, mark.points / whole)
    low, high = mark.points.low, mark.points.high
    return Share(Fraction(low or 0) / whole, Fraction(1) if high is None else high / whole)


def _told(row: SheetRow, index: int) -> str:
    worth = f" / {row.worth}" if row.worth else ""
    return f"{visible(row.title)} {row.marks[index].text}{worth}"


def summary(sheet: ScoreSheet, language: Language) -> tuple[tuple[str, str], ...]:
    """Give mean, highest and lowest total of the units whose total is certain; nothing for a single unit."""
    known = [Fraction(mark.points) for mark in sheet.totals if mark.points is not None]
    if len(known) < 2:
        return ()
    figures = {"mean": _mean(known), "highest": max(known), "lowest": min(known)}
    return tuple((word(name, language), rounded(value)) for name, value in figures.items())


# ---- sections -------------------------------------------------------------------------------------------------


def section_charts(result: Result, sheet: ScoreSheet, language: Language) -> tuple[Chart, ...]:
    """Chart each section: every unit's points where there are few, else their mean and how far they reach."""
    return tuple(
        Chart(visible(row.label), title(row, language), row.worth, tuple(_section_bars(row, result, sheet, language)))
        for row in (section.row for section in sheet.sections)
        if row is not None
    )


def _section_bars(row: SheetRow, result: Result, sheet: ScoreSheet, language: Language) -> Iterable[Bar]:
    if len(sheet.units) <= FEW_UNITS:
        for unit, mark in zip(result.units, row.marks, strict=True):
            yield Bar(visible(unit.name), cell(mark, row.worth).text, bar(_share(row.heading, unit)))
        return
    known = [Fraction(mark.points) for mark in row.marks if mark.points is not None]
    if known:
        mean = _mean(known)
        reach = word("reach", language, low=rounded(min(known)), high=rounded(max(known)))
        share = mean / Fraction(row.worth) if row.worth and Decimal(row.worth) else Fraction(0)
        yield Bar(word("mean of", language, points=rounded(mean)), reach, bar(Share(share, share)))


# ---- losses ---------------------------------------------------------------------------------------------------


def loss_charts(result: Result, sheet: ScoreSheet, language: Language) -> tuple[Chart, ...]:
    """Chart the items at which points were lost for certain, those with the greatest loss first.

    A bonus that was not earned is no loss.
    """
    found: list[tuple[Fraction, Chart]] = []
    for row in _losing(sheet):
        lost = _losses(row.heading, result)
        whole = sum(loss for loss in lost if loss is not None)
        if whole > 0:
            found.append((Fraction(whole), _loss_chart(row, lost, sheet, language)))
    return tuple(chart for _, chart in sorted(found, key=lambda pair: -pair[0]))


def unit_losses(result: Result, sheet: ScoreSheet) -> list[list[tuple[int, str, str]]]:
    """Give each unit's own losses, the greatest first: heading, points, and the share of the worth as a percentage."""
    found: list[list[tuple[Fraction, int, Fraction]]] = [[] for _ in result.units]
    for row in _losing(sheet):
        for losses, loss in zip(found, _losses(row.heading, result), strict=True):
            if loss:
                losses.append((loss, row.heading.number, loss / Fraction(row.worth)))
    return [
        [
            (number, rounded(loss), rounded(100 * share))
            for loss, number, share in sorted(losses, key=lambda one: -one[0])
        ]
        for losses in found
    ]


def _losing(sheet: ScoreSheet) -> Iterable[SheetRow]:
    """Give the items at which points can be lost."""
    for section in sheet.sections:
        if section.row is None or not section.row.heading.bonus:
            yield from (item for item in section.items if item.heading.worth is not None and item.heading.worth > 0)


def _losses(heading: HeadingModel, result: Result) -> list[Fraction | None]:
    """Give what each unit lost for certain, in points; None where it is not concerned."""
    worth = Fraction(heading.worth or 0)
    lost: list[Fraction | None] = []
    for unit in result.units:
        mark = unit.mark(heading)
        best = mark.points.high if isinstance(mark.points, Interval) else mark.points
        if mark.applies is False:
            lost.append(None)
        else:
            lost.append(Fraction(0) if best is None else max(Fraction(0), worth - Fraction(best) / POINT))
    return lost


def _loss_chart(row: SheetRow, lost: list[Fraction | None], sheet: ScoreSheet, language: Language) -> Chart:
    losers = [(name, loss) for name, loss in zip(sheet.units, lost, strict=True) if loss]
    concerned = sum(loss is not None for loss in lost)
    worth = Fraction(row.worth)
    if len(sheet.units) <= FEW_UNITS:
        bars = [Bar(visible(name), f"−{rounded(loss)}", _loss_bar(loss / worth)) for name, loss in losers]
    else:
        mean = sum((loss for _, loss in losers), Fraction(0)) / concerned
        name = "lost mean one" if len(losers) == 1 else "lost mean"
        text = word(name, language, points=rounded(mean), worth=row.worth, count=len(losers))
        bars = [Bar("", text, _loss_bar(mean / worth))]
    return Chart(visible(row.label), title(row, language), row.worth, tuple(bars))


def _loss_bar(share: Fraction) -> Markup:
    return bar(Share(share, share), "loss")
