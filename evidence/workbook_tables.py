"""What the tables on a workbook's sheets have in common: a row that names the columns, merged cells, formulas."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from ..diagnostics.catalogue import workbook as say
from ..interpreter.model import Model
from .record import Report, Said
from .values import unread
from .workbook_cells import SheetCells
from .workbook_layout import HEADER_WITHIN, is_like_unit

_MOST_SPREAD = 2 * 10**6  # cells


def find_header(sheet: SheetCells, key_of: Callable[[str], str | None], *wanted: tuple[str, ...]) -> int | None:
    """Find the first row whose cells name all columns of one of the sets wanted."""
    for row in range(min(sheet.height, HEADER_WITHIN)):
        found = {key_of(text) for text in sheet.texts(row) if text}
        if any(found.issuperset(keys) for keys in wanted):
            return row
    return None


def is_filled(sheet: SheetCells, key_of: Callable[[str], str | None], *wanted: tuple[str, ...]) -> bool:
    """Tell whether a row names all columns of one of the sets wanted, and anything stands below it."""
    header = find_header(sheet, key_of, *wanted)
    return header is not None and any(any(sheet.texts(row)) for row in range(header + 1, sheet.height))


def find_like_unit(sheet: SheetCells, key_of: Callable[[str], str | None], behind: str) -> Said | None:
    """Find the cell of a header that seems to name the column of units, beside one that is known for sure."""
    for row in range(min(sheet.height, HEADER_WITHIN)):
        texts = sheet.texts(row)
        if any(key_of(text) == behind for text in texts if text):
            column = next((column for column, text in enumerate(texts) if is_like_unit(text)), None)
            return None if column is None else sheet.said(row, column)
    return None


def amount_fields(model: Model) -> Iterator[str]:
    """Give the names and the labels of the fields that are amounts, and so can't be those of several rows at once."""
    for fact in model.facts.values():
        for field in fact.fields.values():
            if field.type.kind in ("counts", "number", "percent"):
                yield from (field.name, field.label)


def spread_merged(
    sheet: SheetCells,
    by_column: list[list[str]],
    used: Mapping[int, str],
    first: int,
    filled: Collection[int],
    amounts: Collection[int],
    report: Report,
) -> None:
    """Write what a merged cell says into each row it spans, of the columns that are used.

    An amount can't be that of several rows at once: it is reported where more than one of them, by ``filled``, says
    anything.
    """
    room = _MOST_SPREAD
    for merged in sheet.merged:
        last = min(merged.bottom, sheet.height - 1)
        room -= max(0, last - merged.top)
        if merged.left not in used or merged.top < first or last == merged.top or room < 0:
            continue
        cells = by_column[merged.left]
        text = cells[merged.top - first]
        rows = range(merged.top - first, last + 1 - first)
        if merged.left in amounts and text and sum(row in filled for row in rows) > 1:
            place = sheet.place(merged.top, merged.left)
            report(say.MERGED_AMOUNT.at(place, name=used[merged.left]))
        elif merged.left not in amounts:
            for row in rows:
                cells[row] = text


def report_formulas(sheet: SheetCells, used: Collection[int] | Iterable[int], first: int, report: Report) -> None:
    """Warn that what was last saved is read of formulas in the columns that are used; report those without a value.

    Where a number or a name is wanted its reader finds them, too; a text would be taken for what somebody wrote.
    """
    columns = frozenset(used)
    looked_at = {cell for cell in (*sheet.scan.formulas, *sheet.scan.failed) if cell[0] >= first and cell[1] in columns}
    calculated = [cell for cell in looked_at if sheet.scan.formulas.get(cell, "") is None]
    if calculated:
        report(say.FORMULAS.at(sheet.place(*min(calculated)), count=len(calculated)))
    for cell in sorted(looked_at):
        if found := unread(sheet.said(*cell)):
            report(found)


def report_unshown(
    sheet: SheetCells, amounts: Collection[int], used: Collection[int], first: int, report: Report
) -> None:
    """Report formulas for an amount that show nothing in a row that says something: an empty cell would mean one."""
    for row, column in sorted(sheet.scan.formulas):
        if row < first or column not in amounts or sheet.text(row, column):
            continue
        if any(sheet.text(row, other) for other in used):
            report(say.NO_VALUE.at(sheet.place(row, column), help=say.SHOWS_NOTHING))
