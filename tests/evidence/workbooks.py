"""Workbooks written from tables that people can read: a line a row, bars between the cells, blank lines between sheets.

The first line of a sheet is its title. A cell holds what a person would type: `8` and `0.3` are numbers, `2019-05-04`
is a date, `67%` is the number 0.67 shown as a percentage, `TRUE` is a truth value, `=A1+1` is a formula that was never
calculated, `=A1+1 → 3` one that was. A text in quotes is a text, whatever it looks like.
"""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

ABOUT = """
_psr
psr    | '{psr}
rubric | {rubric}
year   | '{year}
facts  | '{facts}

事件
单位 | 数据     | 数量 | prize | pages | share | note | day | left | right
A    | 无故缺席

数据
数据 | 名称

评定
单位 | 指标
"""
"""A workbook with little in it, but the sheet that says what it was made for."""


def workbook(text: str, merged: tuple[str, ...] = (), hidden: tuple[str, ...] = ()) -> bytes:
    """Write a workbook; ``merged`` are stretches such as ``事件!A2:A4``."""
    book = Workbook()
    book.remove(book.active)
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        title, *lines = block.splitlines()
        sheet: Worksheet = book.create_sheet(title.strip())
        if title.strip() in hidden:
            sheet.sheet_state = "hidden"
        for row, line in enumerate(lines, 1):
            for column, cell in enumerate(line.strip().split("|"), 1):
                _write(sheet, row, column, cell.strip())
    for each in merged:
        title, _, stretch = each.partition("!")
        book[title].merge_cells(stretch)
    written = BytesIO()
    book.save(written)
    return _calculated(written.getvalue())


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column)
    if not text:
        return
    value: Any = text
    if text.startswith("'"):
        value = text[1:]
        cell.number_format = "@"
    elif _NUMBER.fullmatch(text):
        value = float(text) if "." in text else int(text)
    elif text.endswith("%") and _NUMBER.fullmatch(text[:-1]):
        value, cell.number_format = float(text[:-1]) / 100, "0.00%"
    elif _DATE.fullmatch(text):
        value, cell.number_format = date.fromisoformat(text), "yyyy-mm-dd"
    elif text == "TRUE":
        value = True
    cell.value = value
    if text.startswith("'"):
        cell.data_type = "s"


def _calculated(data: bytes) -> bytes:
    """Give the formulas with an arrow the value behind it, as a spreadsheet program saves it."""
    from zipfile import ZIP_DEFLATED, ZipFile

    written = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(written, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            xml = before.read(name)
            if name.startswith("xl/worksheets/"):
                xml = re.sub(
                    rb"<f>([^<]*?) (?:\xe2\x86\x92|&#8594;) ([^<]*)</f>(?:<v ?/>|<v></v>)", rb"<f>\1</f><v>\2</v>", xml
                )
            after.writestr(name, xml)
    return written.getvalue()


def with_shown(data: bytes, shown: dict[str, tuple[str, str]]) -> bytes:
    """Give formulas the type and the text that a spreadsheet program saves of them, such as `("e", "#DIV/0!")`."""
    from zipfile import ZIP_DEFLATED, ZipFile

    written = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(written, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            xml = before.read(name).decode()
            for formula, (kind, text) in shown.items():
                cell = rf"<c ([^<>]*?)( t=\"\w+\")?><f>{re.escape(formula.removeprefix('='))}</f>(?:<v ?/>|<v></v>)"
                xml = re.sub(cell, rf'<c \1 t="{kind}"><f>{formula.removeprefix("=")}</f><v>{text}</v>', xml)
            after.writestr(name, xml)
    return written.getvalue()
