"""What the reader of sheets keeps to itself, found in a sheet's XML: formulas, failed ones, percentages, and its size.

The reader gives the value last saved for a formula, nothing for a formula that failed or was never calculated, and
0.67 for a cell that shows 67%. None of these may pass in silence. The XML was unpacked before (`workbook_zip`), and is
searched, not parsed, so that the work stays small beside the reading itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MAX_GRID = 12 * 10**6
"""The most cells from the first one of a sheet to the last that holds anything, whether they are empty or not.

The reader lays the whole grid out: one cell far out would be enough to fill the memory.
"""

_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_FORMAT = re.compile(rb'<(?:\w+:)?numFmt\s[^>]*?\bnumFmtId="([0-9]+)"[^>]*?\bformatCode="([^"]*)"')
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")
_NUMBER_FORMAT = re.compile(rb'\bnumFmtId="([0-9]+)"')
_PERCENT_FORMATS = {b"9", b"10"}  # 0% and 0.00%, which need no declaration
_QUOTED = re.compile(rb"&quot;.*?&quot;|\\.")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')

_ODD_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,9})([0-9]{1,9})""")
_COMMENT = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_NEAR_ROWS, _NEAR_COLUMNS = 99_999, 26  # how far a sheet may reach without being measured
_ENDLESS = (1_048_576, 16_384)

Cell = tuple[int, int]
"""A cell's row and column, both counted from 0."""


class Scan(NamedTuple):
    """What was found in a sheet: formulas, those without a value with their text; failed ones with what they show."""

    formulas: dict[Cell, str | None]
    failed: dict[Cell, str]
    percentages: frozenset[Cell]


def size_of(xml: bytes) -> tuple[int, int]:
    """Give the last row and the last column, counted from 1, that hold anything, or more than these.

    Nobody has vouched for the XML yet. Each pattern passes over it once, however it is made, and what is not written
    as programs write it is taken for the worst it can be.
    """
    prefix = _prefix(xml)
    cell = rb"<" + prefix + rb"c"
    far = cell + rb'\sr="(?=[A-Z]{2}|[A-Z][0-9]{6})([A-Z]{1,3})([0-9]{1,7})"[^<>]*+(?<!/)>'
    odd = cell + rb'(?!\sr="[A-Z]{1,3}[0-9]{1,7}"[\s>/])((?:\s[^<>]*+)?)>'
    rows, columns, implied, strange = _NEAR_ROWS, _NEAR_COLUMNS, 0, False
    for found in re.finditer(odd, xml):
        place, strange = _ODD_REFERENCE.search(found[1]), True
        if b"&" in found[1] or found[1].count(b'"') % 2 or found[1].count(b"'") % 2:
            return _ENDLESS
        if place is None:
            implied += 1
        elif not found[1].endswith(b"/"):
            rows, columns = max(rows, int(place[2])), max(columns, _column(place[1].upper()) + 1)
    if implied:
        numbers = re.findall(rb"<" + prefix + rb"row\s[^<>]*?\br\s*=\s*.([0-9]{1,9})", xml)
        rows = max([rows, xml.count(b"<" + prefix + b"row"), *map(int, numbers)])
        columns = max(columns, min(implied, _ENDLESS[1]))
    for found in re.finditer(far, xml):
        rows, columns = max(rows, int(found[2])), max(columns, _column(found[1]) + 1)
    if rows * columns > MAX_GRID and not strange:  # near cells may have been taken for further off than they are
        cells = re.findall(cell + rb'\sr="([A-Z]{1,3})([0-9]{1,7})"[^<>]*+(?<!/)>', xml)
        rows = max((int(row) for _, row in cells), default=0)
        columns = max((_column(column) + 1 for column in {column for column, _ in cells}), default=0)
    return rows, columns


def scan(xml: bytes, percent_styles: frozenset[bytes]) -> Scan:
    """Find what stands in a sheet's XML, which the reader has found to be well made.

    ``percent_styles`` are the numbers of the styles that show a number as a percentage.
    """
    if b"<!" in xml:
        xml = _COMMENT.sub(b"", xml)
    prefix = _prefix(xml)
    formulas = dict(_formulas(xml, prefix)) if b"<" + prefix + b"f" in xml else {}
    failed = dict(_failed(xml, prefix)) if b't="e"' in xml else {}
    percentages = frozenset(_percentages(xml, prefix, percent_styles)) if percent_styles else frozenset[Cell]()
    return Scan(formulas, failed, percentages)


def percent_styles(styles: bytes) -> frozenset[bytes]:
    """Give the numbers of the styles that show a number as a percentage, from the part ``xl/styles.xml``."""
    shown = {number for number, code in _FORMAT.findall(styles) if b"%" in _QUOTED.sub(b"", code)}
    section = _STYLES.search(styles)
    found: set[bytes] = set()
    for index, style in enumerate(_STYLE.findall(section[0]) if section else ()):
        number = _NUMBER_FORMAT.search(style)
        if number and number[1] in shown | _PERCENT_FORMATS:
            found.add(str(index).encode())
    return frozenset(found)


def sheet_parts(parts: dict[str, bytes]) -> list[str]:
    """Give the part of each sheet, in the order of the sheets; an empty text where it is not to be found."""
    book = next((name for name in parts if name.startswith("xl/workbook") and name.endswith(".xml")), "")
    relations = parts.get(f"xl/_rels/{book.removeprefix('xl/')}.rels", b"").decode("utf-8", "replace")
    targets = {
        found["Id"]: found["Target"]
        for found in (dict(_ATTRIBUTE.findall(each)) for each in _RELATION.findall(relations))
        if "Id" in found and "Target" in found
    }
    sheets = [dict(_ATTRIBUTE.findall(each)) for each in _SHEET.findall(parts[book].decode("utf-8", "replace"))]
    ids = [next((value for key, value in found.items() if key.endswith(":id")), "") for found in sheets]
    return [_absolute(targets.get(each, "")) for each in ids]


def _absolute(target: str) -> str:
    return target.lstrip("/") if target.startswith(("/", "xl/")) else f"xl/{target}" if target else ""


def _prefix(xml: bytes) -> bytes:
    """Give the prefix of the sheet's own elements, such as ``x:``; most have none."""
    found = re.search(rb"<(\w+:)?worksheet\b", xml[:4096])
    return found[1] if found and found[1] else b""


def _formulas(xml: bytes, prefix: bytes) -> Iterator[tuple[Cell, str | None]]:
    """Find the formulas, each with its text where it was never calculated; one that shows nothing has been."""
    start, end = rb"<" + prefix, rb"</" + prefix
    pattern = start + rb"c\s([^<>]*+)>\s*" + start + rb"f([\s/>].*?)" + end + rb"c>"
    value = re.compile(start + rb"v[^>/]*>[^<]")
    for found in re.finditer(pattern, xml, re.DOTALL):
        if cell := _cell(found[1]):
            has_value = b't="str"' in found[1] or value.search(found[2]) is not None
            text = found[2].partition(b">")[2].partition(b"<")[0][:200]
            yield cell, None if has_value else "=" + text.decode("utf-8", "replace")


def _failed(xml: bytes, prefix: bytes) -> Iterator[tuple[Cell, str]]:
    start = rb"<" + prefix
    pattern = start + rb'c\s([^<>]*\bt="e"[^<>]*)>(.*?)</' + prefix + rb"c>"
    value = re.compile(start + rb"v[^>/]*>([^<]*)")
    for found in re.finditer(pattern, xml, re.DOTALL):
        shown = value.search(found[2])
        if cell := _cell(found[1]):
            yield cell, shown[1].decode("utf-8", "replace") if shown else "#"


def _percentages(xml: bytes, prefix: bytes, styles: frozenset[bytes]) -> Iterator[Cell]:
    pattern = rb"<" + prefix + rb'c\s([^<>]*\bs="(?:' + b"|".join(sorted(styles)) + rb')"[^<>]*)(?<!/)>'
    for found in re.finditer(pattern, xml):
        if cell := _cell(found[1]):
            yield cell


def _cell(attributes: bytes) -> Cell | None:
    found = _REFERENCE.search(attributes)
    return (int(found[2]) - 1, _column(found[1])) if found else None


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
