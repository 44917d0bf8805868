"""A workbook's bytes → the cells of its sheets, in bounded time and memory, with nothing passed over in silence."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from ..diagnostics import Place
from ..diagnostics.catalogue import workbook as say
from .guard import guarded
from .record import Report
from .workbook_cells import Merged, SheetCells, Value
from .workbook_layout import bare_header, sheet_of
from .workbook_scan import MAX_GRID, Scan, percent_styles, scan, sheet_parts, size_of
from .workbook_zip import read_parts

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_LOOKED_AT = 1000  # rows of a hidden sheet
_NOTHING = Scan({}, {}, frozenset())
_IGNORED = ("忽略)", "ignored)", "ignore)")


def open_workbook(data: bytes, place: Place, report: Report) -> list[SheetCells] | None:
    """Read the sheets of a workbook that may hold evidence; nothing where it can't be opened."""
    parts = read_parts(data, place, report)
    if parts is None:
        return None
    if find_spec("python_calamine") is None:
        report(say.NEEDS_EXTRA.at(place, ending=".xlsx", package="python-calamine", install="python-calamine"))
        return None
    paths = sheet_parts(parts)
    book = guarded(lambda: _open(data))
    if book is None or len(paths) != len(book.sheets_metadata) or not all(path in parts for path in paths):
        report(say.BROKEN_WORKBOOK.at(place, part=say.ITS_SHEETS))
        return None
    styles = percent_styles(parts.get("xl/styles.xml", b""))
    sheets: list[SheetCells] = []
    hidden: list[int] = []
    room, refused = MAX_GRID, False
    for index, (title, path) in enumerate(zip(book.sheet_names, paths, strict=True)):
        if not _is_wanted(book, index):
            continue
        if _is_hidden(book, index):
            hidden.append(index)
            continue
        rows, columns = size_of(parts[path])
        if rows * columns > room:
            report(say.GRID_TOO_LARGE.at(place, sheet=title, row=rows, column=columns))
            refused = True
            continue
        sheet = guarded(lambda index=index: _sheet(book.get_sheet_by_index(index)))
        if sheet is None:
            report(say.BROKEN_WORKBOOK.at(place, part=say.ITS_SHEETS))
            return None
        cells = SheetCells(place.source.name, title, sheet[0], scan(parts[path], styles), sheet[1], index)
        room -= cells.height * cells.width
        sheets.append(cells)
    if refused and not sheets:
        return None
    for index in hidden:  # behind the others, which have the first claim to the room
        rows, columns = size_of(parts[paths[index]])
        sheet = guarded(lambda index=index: _sheet(book.get_sheet_by_index(index))) if rows * columns <= room else None
        title = book.sheet_names[index]
        if sheet is None:
            report(say.SHEET_PASSED_OVER.at(place, help=say.HELP_HIDDEN_SHEET, sheet=title))
            continue
        room -= len(sheet[0]) * max(map(len, sheet[0]), default=0)
        sheets.append(SheetCells(place.source.name, title, sheet[0][:_LOOKED_AT], _NOTHING, (), index, is_hidden=True))
    return sheets


def _open(data: bytes) -> CalamineWorkbook:
    from io import BytesIO

    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(BytesIO(data))


def _is_wanted(book: CalamineWorkbook, index: int) -> bool:
    """Tell whether a sheet may hold evidence: it holds cells, and is not said to be for people alone."""
    from python_calamine import SheetTypeEnum

    sheet = book.sheets_metadata[index]
    kind = sheet_of(sheet.name)
    if kind == "about":
        return True
    title = bare_header(sheet.name) if sheet.name.endswith("*") else sheet.name
    has_cells = sheet.typ == SheetTypeEnum.WorkSheet
    return has_cells and kind != "guide" and not title.lower().replace("）", ")").endswith(_IGNORED)


def _is_hidden(book: CalamineWorkbook, index: int) -> bool:
    """Tell whether a sheet is one that people don't see, unless it is that of this program."""
    from python_calamine import SheetVisibleEnum

    sheet = book.sheets_metadata[index]
    return sheet.visible != SheetVisibleEnum.Visible and sheet_of(sheet.name) != "about"


def _sheet(sheet: CalamineSheet) -> tuple[list[list[Value]], list[Merged]]:
    """Give a sheet's values, from its first cell on, and its merged cells."""
    merged = [Merged(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    return sheet.to_python(skip_empty_area=False), merged
