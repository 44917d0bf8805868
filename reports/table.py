"""A result → the terminal's table: one row an item, one column a unit, as wide as the terminal."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TextIO

from ..diagnostics import Language
from ..diagnostics.visible import visible
from ..diagnostics.width import display_width, pad
from ..interpreter.interval import Interval, Quantity, is_known
from ..interpreter.model import HeadingModel
from ..interpreter.result import Result, ToCollect, UnitResult
from ..interpreter.runtime import HeadingMark
from ..interpreter.show import points_text, share_text
from ..receipts.receipt import Receipt
from .as_csv import rank_text
from .as_json import sections, worth
from .naming import short_names
from .receipt_line import receipt_line
from .waiting import is_unread, waited_for
from .words import sheet

if TYPE_CHECKING:
    from rich.table import Table

_UNIT_CELLS = 14
_TITLE_CELLS = 24
_FIXED_CELLS = 22
_LEAST_CELLS = 36
"""In a narrower terminal lines wrap rather than lose a column."""
_MOST_TO_COLLECT = 10
_MOST_UNREAD = 3
"""Of more rulings of a unit that could not be read their number is told."""
_LEAST_NAME = 6


def print_table(
    result: Result,
    output: TextIO,
    language: Language = "en",
    width: int | None = None,
    receipt: Receipt | None = None,
) -> None:
    """Print the score sheet; ``width`` is in terminal cells, by default that of the terminal.

    The last line tells what the sheet was made of, where that is known.
    """
    from rich.console import Console

    console = Console(file=output, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)
    console.width = max(console.width, _LEAST_CELLS)
    year = f" · {result.model.year}" if result.model.year else ""
    console.print(visible(result.model.title) + year, style="bold", soft_wrap=True)
    fits = max(1, (console.width - _FIXED_CELLS - _title_cells(result)) // (_unit_cells(result) + 3))
    count = len(result.units)
    for first in range(0, count, fits):
        shown = result.units[first : first + fits]
        if count > fits:
            name = "continued" if len(shown) > 1 else "continued alone"
            console.print(sheet(name, language, first=first + 1, last=first + len(shown), count=count))
        console.print(_table(result, shown, language))
    notes = _notes(result, language)
    for line in notes:
        console.print(line, soft_wrap=True)
    if receipt is not None:
        console.print("\n" * bool(notes) + receipt_line(receipt, language), style="dim", soft_wrap=True)


def _title_cells(result: Result) -> int:
    """Give how many cells the titles need; what is wider than ``_TITLE_CELLS`` may be folded."""
    titles = (display_width(visible(heading.title)) for heading in result.model.headings[1:])
    return min(_TITLE_CELLS, max(titles, default=0))


def _unit_cells(result: Result) -> int:
    """Give how many cells the widest unit needs; what is wider than ``_UNIT_CELLS`` is folded."""
    texts = [visible(unit.name) for unit in result.units]
    texts += [_mark(mark) for unit in result.units for mark in unit.marks]
    return min(_UNIT_CELLS, max(map(display_width, texts), default=0))


def table_text(result: Result, language: Language = "en", width: int = 100, receipt: Receipt | None = None) -> str:
    """Give the score sheet as plain text, ``width`` cells wide, without blanks at the ends of its lines."""
    from io import StringIO

    output = StringIO()
    print_table(result, output, language, width, receipt)
    return "".join(f"{line.rstrip()}\n" for line in output.getvalue().split("\n")).rstrip("\n") + "\n"


def _table(result: Result, units: list[UnitResult], language: Language) -> Table:
    from rich import box
    from rich.table import Table

    model = result.model
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(sheet("item", language), no_wrap=True)
    table.add_column(sheet("title", language), overflow="fold")
    table.add_column(sheet("worth", language), justify="right", no_wrap=True)
    for unit in units:
        table.add_column(visible(unit.name), justify="right", overflow="fold")
    for section, items in sections(model.rubric):
        if section is not None:
            table.add_row(*_row(section, units, language), style="bold")
        for item in items:
            table.add_row(*_row(item, units, language))
        table.add_section()
    totals = [_points(unit.total) for unit in units]
    table.add_row("", sheet("total", language), worth(model.rubric) or "", *totals, style="bold")
    if model.grades:
        table.add_row("", sheet("grade", language), "", *(_grade(unit, language) for unit in units))
    table.add_row("", sheet("rank", language), "", *(rank_text(unit.rank, "–") for unit in units))
    return table


def _row(heading: HeadingModel, units: list[UnitResult], language: Language) -> list[str]:
    title = visible(heading.title)
    if heading.bonus:
        title = f"{title} ({sheet('bonus', language)})"
    if heading.weight != 1:
        title = f"{title} × {share_text(Fraction(heading.weight))}"
    return [visible(heading.label), title, worth(heading) or "", *(_mark(unit.mark(heading)) for unit in units)]


def _mark(mark: HeadingMark) -> str:
    if mark.applies is False:
        return "—"
    return _points(mark.points) + (" *" if mark.ruling else "")


def _points(points: Quantity) -> str:
    return points_text(points) if is_known(points) else f"{points_text(points)} ?"


def _grade(unit: UnitResult, language: Language) -> str:
    text = sheet("or", language).join(visible(grade) for grade in unit.grades)
    return text if len(unit.grades) < 2 else f"{text} ?"


def _notes(result: Result, language: Language) -> list[str]:
    """Say below the table what its signs mean, which rulings and vetoes there are, and what is still missing."""
    lines: list[str] = []
    marks = [mark for unit in result.units for mark in unit.marks]
    if any(not is_known(mark.points) for mark in marks):
        lines.append(sheet("provisional", language))
    if any(mark.ruling for mark in marks):
        lines.append(sheet("ruled", language))
    if any(mark.applies is False for mark in marks):
        lines.append(sheet("left out", language))
    for unit in result.units:
        lines += _rulings(unit, result, language)
        for veto in unit.vetoes:
            name = "vetoed" if veto.sure else "perhaps"
            reason = sheet(name, language, reason=visible(veto.reason))
            lines.append(f"  {sheet('says', language, whose=visible(unit.name), value=reason)}")
    for unit in result.units:
        if unit.to_collect:
            lines.append(f"{sheet('collect', language)} · {visible(unit.name)}")
            lines += _to_collect(unit, short_names(result.model), language)
            if len(unit.to_collect) > _MOST_TO_COLLECT:
                lines.append(f"  … +{len(unit.to_collect) - _MOST_TO_COLLECT}")
    return lines


def _rulings(unit: UnitResult, result: Result, language: Language) -> list[str]:
    found: list[str] = []
    unread = sum(is_unread(mark) for mark in unit.marks)
    if unread > _MOST_UNREAD:
        found.append(f"  {sheet('unread rulings on', language, unit=visible(unit.name), count=unread)}")
    for heading in result.model.headings:
        ruling = unit.mark(heading).ruling
        if ruling and not (unread > _MOST_UNREAD and is_unread(unit.mark(heading))):
            points = points_text(unit.mark(heading).points)
            words = {"unit": visible(unit.name), "label": visible(heading.label), "points": points}
            words |= {"reason": visible(ruling.reason), "by": visible(ruling.by)}
            name = "unread ruling on" if is_unread(unit.mark(heading)) else "ruling"
            found.append(f"  {sheet(name, language, **words)}")
    return found


def _to_collect(unit: UnitResult, names: dict[int, str], language: Language) -> list[str]:
    """Say what can move the most points, a line each; what follows the names stands in one column."""
    shown = unit.to_collect[:_MOST_TO_COLLECT]
    named = [visible(names[entry.heading.number]) for entry in shown]
    width = max(_LEAST_NAME, *map(display_width, named))
    return [
        f"  {pad(name, width)}  {_collect(entry, unit.mark(entry.heading), language)}"
        for name, entry in zip(named, shown, strict=True)
    ]


def _collect(entry: ToCollect, mark: HeadingMark, language: Language) -> str:
    missing = [f"{visible(fact.label)} ({visible(fact.name)})" for fact in entry.facts]
    if entry.mark_missing:
        missing.append(sheet("mark", language))
    if is_unread(mark):
        missing = [sheet("unread ruling", language)]
    why = ", ".join(missing) or waited_for(entry, language)
    return _reach(entry.points, language) + (sheet("by", language, facts=why) if why else "")


def _reach(points: Quantity, language: Language) -> str:
    """Say by how many points missing evidence can still move a heading."""
    if isinstance(points, Interval):
        return sheet("no limit", language)
    text = points_text(points)
    return sheet("can move one" if text == "1" else "can move", language, points=text)
