"""Bad workbooks: each ends in a clear diagnostic, soon, in little memory, and never in a traceback."""

import random
import struct
import tracemalloc
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from evidence.workbooks import workbook

from psr.evidence import workbook_file
from psr.evidence.read import read_evidence

SOUND = workbook("事件\n单位|数据|数量\nA|无故缺席|1")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TABLE = (
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>unit</t></is></c><c r="B1" t="inlineStr"><is><t>fact</t></is></c></row>'
    b'<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2" t="inlineStr"><is><t>absence</t></is></c></row>'
)
FOOT = b"</sheetData></worksheet>"


def changed(parts: dict[str, bytes | None], data: bytes = SOUND) -> bytes:
    """Give a workbook with some parts replaced, added or, for None, left out."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(written, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name not in parts:
                after.writestr(name, before.read(name))
        for name, content in parts.items():
            if content is not None:
                after.writestr(name, content)
    return written.getvalue()


def with_sheet(rows: bytes) -> bytes:
    return changed({SHEET: HEAD + TABLE + rows + FOOT})


def lying(data: bytes, name: str, size: int) -> bytes:
    """Give a zip whose directory says that a part is shorter than it is, with a checksum to match."""
    with ZipFile(BytesIO(data)) as archive:
        entry = archive.getinfo(name)
        checksum = zlib.crc32(archive.read(name)[:size])
    at = data.index(b"PK\x01\x02")
    while data[at + 46 : at + 46 + len(name)] != name.encode():
        at = data.index(b"PK\x01\x02", at + 4)
    true = struct.pack("<III", entry.CRC, entry.compress_size, entry.file_size)
    assert data[at + 16 : at + 28] == true
    return data[: at + 16] + struct.pack("<III", checksum, entry.compress_size, size) + data[at + 28 :]


def encrypted_zip() -> bytes:
    at = SOUND.index(b"PK\x01\x02")
    return SOUND[: at + 8] + b"\x01" + SOUND[at + 9 :]


def many_parts() -> bytes:
    written = BytesIO(SOUND)
    with ZipFile(written, "a") as archive:
        for number in range(5_001):
            archive.writestr(f"xl/media/{number}", b"")
    return written.getvalue()


def stored() -> bytes:
    written = BytesIO()
    with ZipFile(BytesIO(SOUND)) as before, ZipFile(written, "w", ZIP_STORED) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name))
    return written.getvalue()


def shortened(data: bytes, share: float) -> bytes:
    return data[: int(len(data) * share)]


BOMB = b"<x>" + b" " * 20_000_000 + b"</x>"
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in range(ord("b"), ord("k")))
    + b"]>"
)

FILES = {
    "empty": (lambda: b"", ["PSR477"]),
    "text": (lambda: b"unit,fact\nA,absence\n", ["PSR477"]),
    "another zip": (lambda: changed(dict.fromkeys(ZipFile(BytesIO(SOUND)).namelist())), ["PSR477"]),
    "old workbook": (lambda: OLE + bytes(2000) + "Workbook".encode("utf-16-le"), ["PSR476"]),
    "password": (lambda: OLE + bytes(2000) + "EncryptedPackage".encode("utf-16-le"), ["PSR475"]),
    "password of the zip": (encrypted_zip, ["PSR475"]),
    "cut short": (lambda: shortened(SOUND, 0.7), ["PSR478"]),
    "cut to its beginning": (lambda: SOUND[:4], ["PSR478"]),
    "damaged": (lambda: SOUND.replace(b"PK\x03\x04", b"PK\x03\x05"), ["PSR477"]),
    "lies about a size": (lambda: lying(with_sheet(b" " * 10**6), SHEET, 500), ["PSR478"]),
    "many parts": (many_parts, ["PSR479"]),
    "zip bomb": (lambda: changed({f"xl/media/{n}.xml": BOMB for n in range(21)}), ["PSR479"]),
    "no sheet": (lambda: changed({SHEET: None}), ["PSR478"]),
    "sheet that is no XML": (lambda: changed({SHEET: b"\x00" * 1000}), ["PSR478"]),
    "entities": (lambda: changed({SHEET: ENTITIES + HEAD + TABLE + FOOT}), []),
    "cell far out": (lambda: with_sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), ["PSR486"]),
    "cell far out in other quotes": (
        lambda: with_sheet(b"<row r='1048576'><c  r = 'XFD1048576'><v>1</v></c></row>"),
        ["PSR486"],
    ),
    "cells far out without names": (
        lambda: with_sheet(b'<row r="1048576">' + b"<c><v>1</v></c>" * 5000 + b"</row>"),
        ["PSR486"],
    ),
    "cell far out in disguise": (lambda: with_sheet(b'<row r="2"><c r="&#88;FD9"><v>1</v></c></row>'), ["PSR486"]),
    "rows that are empty": (
        lambda: with_sheet(b"".join(b'<row r="%d" s="1"><c r="A%d" s="1"/></row>' % (n, n) for n in range(3, 300_000))),
        [],
    ),
    "brackets without end": (lambda: changed({SHEET: HEAD + b"<c " * 10**6}), ["PSR478"]),
    "formulas without end": (lambda: changed({SHEET: HEAD + b'<c r="A1"><f>' * 10**5}), ["PSR478"]),
    "macros": (lambda: changed({"xl/vbaProject.bin": OLE}), []),
    "external links": (lambda: changed({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}), []),
    "stored": (stored, []),
}


@pytest.mark.parametrize("case", FILES)
def test_bad_workbooks(case: str, reader, tmp_path: Path):
    make, expected = FILES[case]
    path = tmp_path / "evidence.xlsx"
    path.write_bytes(make())
    tracemalloc.start()
    evidence, found = read_evidence([str(path)], reader.model)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [d.code for d in found] == expected
    assert peak < 200 * 10**6
    if not expected:
        assert len(evidence.units["A"].events["absence"]) == 1


def test_a_damaged_workbook_never_ends_in_a_traceback(reader, tmp_path: Path):
    path = tmp_path / "evidence.xlsx"
    random.seed(4)
    for _ in range(150):
        data = bytearray(SOUND)
        for _ in range(random.randrange(1, 20)):
            data[random.randrange(len(data))] = random.randrange(256)
        path.write_bytes(bytes(data))
        for diagnostic in read_evidence([str(path)], reader.model)[1]:
            assert diagnostic.message("zh")


def test_a_sheet_too_large_is_named_and_the_others_are_read(reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "evidence.xlsx"
    path.write_bytes(workbook("小\n单位|数据\nA|无故缺席\n\n大\n单位|数据\n" + "B|无故缺席\n" * 5))
    sizes = iter([(3, 2), (99_999, 26)])
    monkeypatch.setattr(workbook_file, "MAX_GRID", 1000)
    monkeypatch.setattr(workbook_file, "size_of", lambda _: next(sizes))
    evidence, (found,) = read_evidence([str(path)], reader.model)
    assert found.message() == "the sheet `大` reaches to row 99999 and column 26, which is more than can be read"
    assert list(evidence.units) == ["A"]
