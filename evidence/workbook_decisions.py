"""The sheet of marks and rulings → records, one a row; a row that gives neither points nor a reason says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Label, Place, Words
from ..diagnostics.catalogue import evidence as say
from ..diagnostics.catalogue import workbook as more
from ..interpreter.model import Model
from ..interpreter.problems import listed
from .called import title_in
from .record import Entry, Record, Report, Said
from .titles import headings_titled
from .workbook_cells import SheetCells
from .workbook_layout import KINDS, MARK_COLUMNS, SERIAL, UNIT_TITLE, column_of, kind_of
from .workbook_tables import find_header, find_like_unit, report_formulas, spread_merged

_SAYS = ("points", "reason", "by")


def read_decisions(sheet: SheetCells, model: Model, report: Report) -> Iterator[Record]:
    """Read the sheet of marks and rulings."""
    header = find_header(sheet, mark_column, ("unit", "item"))
    if header is None:
        if any(any(sheet.texts(row)) for row in range(min(sheet.height, 1000))):
            wanted = Words("`Unit` and `Item`", "`单位`、`指标`")
            like = find_like_unit(sheet, mark_column, "item")
            place, advice = (like.place, say.DID_YOU_MEAN) if like else (Place(sheet.source), None)
            report(more.NO_HEADER.at(place, help=advice, sheet=sheet.title, columns=wanted, near=UNIT_TITLE))
        return
    sheet.set_header(header)
    first = header + 1
    by_column = sheet.columns(first)
    keys: dict[str, int] = {}
    for column, text in enumerate(sheet.texts(header)):
        key = mark_column(text)
        if key is not None:
            keys.setdefault(key, column)
        elif text and text.lower() not in SERIAL and any(by_column[column]):
            report(say.UNKNOWN_COLUMN.at(sheet.place(header, column), help=_help(), name=text))
        elif not text and any(by_column[column]):
            below = next(row for row, cell in enumerate(by_column[column]) if cell)
            report(say.EMPTY_NAME.at(sheet.place(header, column), Label(sheet.place(first + below, column))))
    used = {column: key for key, column in keys.items()}
    report_formulas(sheet, used, first, report)
    filled = [row for row in range(len(by_column[0])) if any(by_column[keys[key]][row] for key in _SAYS if key in keys)]
    spread_merged(sheet, by_column, used, first, frozenset(filled), {keys.get("points", -1)}, report)
    for row in filled:
        said = {
            key: Said(by_column[column][row], sheet.place(first + row, column))
            for key, column in keys.items()
            if by_column[column][row]
        }
        unit, item = (said.get(key) or Said("", sheet.place(first + row, keys[key])) for key in ("unit", "item"))
        for name in (unit, item):
            if not name.text:
                report(say.EMPTY_NAME.at(name.place))
        title: Said | None = None
        if item.text:
            item, title = _item(item, sheet.is_number(first + row, keys["item"]), model, report)
        empty = [(key, sheet.place(first + row, column)) for key, column in keys.items() if key not in said]
        blank = tuple(Entry(Said(key, place), Said("", place)) for key, place in empty)
        record = _record(said, unit, item, sheet.place(first + row, 0, sheet.width), report)
        if "by" in said:
            record = _decided(record, dict(empty).get("kind"), report)
        yield record._replace(title=title, blank=blank)


def _record(said: dict[str, Said], unit: Said, item: Said, place: Place, report: Report) -> Record:
    """Make the record of a row; of a kind that is not known it may be a ruling, which weighs more than a mark."""
    kind = kind_of(said["kind"].text) if "kind" in said else "mark"
    if kind is None:
        report(more.UNKNOWN_DECISION.at(said["kind"].place, found=said["kind"].text))
        return Record("ruling", unit, item, place, broken=True)
    entries = tuple(Entry(Said(key, said[key].place), said[key]) for key in _SAYS if key in said)
    if kind == "mark":
        entries = tuple(entry for entry in entries if entry.key.text != "by")
    return Record(kind, unit, item, place, entries=entries, broken=not (unit.text and item.text))


def _decided(record: Record, empty_kind: Place | None, report: Report) -> Record:
    """Refuse a row that says who decided, as rulings do, and leaves open whether it is one."""
    if empty_kind is None:
        return record
    title = title_in(empty_kind, next(column.title for column in MARK_COLUMNS if column.key == "kind"))
    ruling, mark = (title_in(empty_kind, KINDS[kind]) for kind in ("ruling", "mark"))
    report(say.EMPTY_VALUE.at(empty_kind, help=say.HELP_MARK_OR_RULING, name=title, ruling=ruling, mark=mark))
    return record._replace(about="ruling", broken=True)


def _item(said: Said, is_number: bool, model: Model, report: Report) -> tuple[Said, Said | None]:
    """Find the number of a heading in a cell, and the title behind it; an empty text where it may be several.

    A cell that holds 1.10 as a number shows 1.1, so that the number alone may not tell which heading is meant. A title
    alone names the heading that has it.
    """
    number, *behind = said.text.split(maxsplit=1)
    meant = [label for label in model.labels if label == number or (is_number and _is_longer(label, number))]
    title = said._replace(text=behind[0]) if behind else None
    if not meant:
        meant, title = [heading.label for heading in headings_titled(said.text, model)], None
    if len(meant) > 1:
        advice = _as_text() if is_number else None
        report(say.AMBIGUOUS.at(said.place, help=advice, name=said.text, known=listed(meant)))
        return said._replace(text=""), None
    return said._replace(text=meant[0] if meant else number), title


def _is_longer(label: str, number: str) -> bool:
    """Tell whether a heading's number is another one with zeros behind it: `1.10` and `1.1`."""
    return "." in number and label.startswith(number) and not label[len(number) :].strip("0")


def mark_column(text: str) -> str | None:
    """Give the key of the column of this sheet with that header."""
    return column_of(text, MARK_COLUMNS)


def _as_text() -> Words:
    return Words(
        "write the heading's title behind its number, or format the cell as text: one of {known}",
        "请在编号后写上标题，或把单元格设为文本格式：{known} 之一",
    )


def _help() -> Words:
    titles = [column.title for column in MARK_COLUMNS]
    return Words(
        "columns are " + ", ".join(f"`{title.en}`" for title in titles),
        "列名可以是 " + "、".join(f"`{title.zh}`" for title in titles),
    )
