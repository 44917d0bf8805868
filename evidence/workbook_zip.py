"""A workbook's bytes, looked at before anything opens it: whether it is one, and can do no harm.

An ``.xlsx`` is a zip of XML parts. What a small file unpacks to can be vast, and its directory may lie about that, so
that the parts are unpacked here first, each no further than a bound.
"""

from __future__ import annotations

from ..diagnostics import Place, Words
from ..diagnostics.catalogue import workbook as say
from .record import Report

MAX_WORKBOOK = 100 * 10**6
"""The most bytes a workbook may have."""

MAX_UNPACKED = 400 * 10**6
"""The most bytes all its parts may have together, unpacked."""

MAX_PARTS = 5_000
"""The most parts it may have."""

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls, and of encrypted workbooks
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOCAL = b"PK\x03\x04"


def read_parts(data: bytes, place: Place, report: Report) -> dict[str, bytes] | None:
    """Unpack the XML of a workbook, by the names of its parts; nothing where it is none, or too large."""
    if data.startswith(_OLD):
        report((say.ENCRYPTED if _ENCRYPTED in data else say.OLD_WORKBOOK).at(place))
        return None
    if not data.startswith(_LOCAL):
        report(say.NO_WORKBOOK.at(place))
        return None
    try:
        return _unpack(data, place, report)
    except _BrokenError as broken:
        report(say.BROKEN_WORKBOOK.at(place, part=broken.part))
        return None


class _BrokenError(Exception):
    """A part that can't be unpacked."""

    def __init__(self, part: Words) -> None:
        super().__init__()
        self.part = part


def _unpack(data: bytes, place: Place, report: Report) -> dict[str, bytes] | None:
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise _BrokenError(say.ITS_DIRECTORY) from error
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        report(say.TOO_MUCH_INSIDE.at(place, limit=MAX_UNPACKED // 10**6, parts=MAX_PARTS))
        return None
    xml: dict[str, bytes] = {}
    for entry in entries:
        name = entry.filename.replace("\\", "/").lstrip("/")
        if entry.flag_bits & 1:
            report(say.ENCRYPTED.at(place))
            return None
        if not name.startswith("xl/") or not name.endswith((".xml", ".rels")):
            continue
        xml[name] = _part(data, entry.header_offset, entry.compress_size, entry.file_size, entry.compress_type, name)
    if not any(name.startswith("xl/workbook") for name in xml):
        report(say.NO_WORKBOOK.at(place))
        return None
    return xml


def _part(data: bytes, header: int, packed: int, size: int, method: int, name: str) -> bytes:
    """Unpack a part, no further than the size its directory states; more of it, or less, means a lie."""
    import zlib

    broken = _BrokenError(Words(f"`{name}`", f"`{name}`"))
    start = header + 30 + sum(int.from_bytes(data[header + n : header + n + 2], "little") for n in (26, 28))
    raw = memoryview(data)[start : start + packed]
    if data[header : header + 4] != _LOCAL or len(raw) != packed:
        raise broken
    if method == 0 and packed == size:
        return bytes(raw)
    if method != zlib.DEFLATED:
        raise broken
    unpacker = zlib.decompressobj(-15)
    try:
        found = unpacker.decompress(raw, size + 1)
    except zlib.error as error:
        raise broken from error
    if len(found) != size or not unpacker.eof:
        raise broken
    return found
