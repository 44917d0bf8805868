"""Bytes → text, and what no text may hold."""

from __future__ import annotations

import re

from ..diagnostics import Diagnostic, Place, SourceFile, Span
from ..diagnostics.catalogue import evidence as say
from .record import Report

_BOM = b"\xef\xbb\xbf"
_BOMS_OF_16_BITS = (b"\xff\xfe", b"\xfe\xff")
"""How UTF-16 begins, which spreadsheets call `Unicode text`."""
_THREE_BYTES = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}")
_PRIVATE = re.compile("[\ue000-\uf8ff\u0080-\u009f]")  # what bytes that are no Chinese text come out as
STRANGE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What no text has: characters that steer a machine, and halves of surrogate pairs."""

UNSEEN = tuple(chr(code) for code in (*range(0x20), 0x7F) if code not in b"\t\n\r")
"""Those of them that UTF-8 can hold, one by one, and but for ``\\r``, which ends lines."""


def decode(name: str, data: bytes, report: Report, chinese: bool = False) -> SourceFile | None:
    """Read bytes as UTF-8, or as UTF-16 where they say so; nothing where they are no text.

    A byte order mark is left out, line ends are made plain. With ``chinese``, what is no UTF-8 may be GB18030, in which
    Excel writes CSV in China.
    """
    if is_utf_16(data):
        return _in_utf_16(name, data, report)
    data = data.removeprefix(_BOM)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        if chinese and (text := _in_gb18030(data, error.start)) is not None:
            return SourceFile(name, _plain_ends(text))
        report(say.NOT_TEXT.at(_undecoded(name, data, error.start), byte=f"0x{data[error.start]:02x}"))
        return None
    return SourceFile(name, _plain_ends(text))


def is_utf_16(data: bytes) -> bool:
    """Tell whether bytes begin as UTF-16 does."""
    return data.startswith(_BOMS_OF_16_BITS)


def _in_utf_16(name: str, data: bytes, report: Report) -> SourceFile | None:
    try:
        return SourceFile(name, _plain_ends(data.decode("utf-16")))
    except UnicodeDecodeError:
        # As UTF-8 the file would come out as signs that nobody wrote.
        report(say.NOT_TEXT.at(Place(SourceFile(name, "")), help=say.HELP_BROKEN_UTF_16, byte=""))
        return None


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _in_gb18030(data: bytes, offset: int) -> str | None:
    """Read bytes as GB18030, unless they look like UTF-8 that was damaged at an offset, or like no text at all."""
    # A character of three bytes that is sound UTF-8 hardly ever comes about in Chinese text of the other encoding.
    if b"\0" in data or _THREE_BYTES.search(data, 0, offset):
        return None
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if not _PRIVATE.search(text) else None


def is_sound(source: SourceFile, report: Report) -> bool:
    """Tell whether a text is free of strange characters, and report the first one if not."""
    found = STRANGE.search(source.text)
    if found is None:
        return True
    report(strange_character(found, Place(source, Span(*found.span()))))
    return False


def strange_character(found: re.Match[str], place: Place) -> Diagnostic:
    """Say which character, found by `STRANGE`, stands at a place."""
    return say.STRANGE_CHARACTER.at(place, found=f"U+{ord(found[0]):04X}")


def _undecoded(name: str, data: bytes, offset: int) -> Place:
    """Give the place of a byte in as much of the file as a person can make out."""
    start = len(data[:offset].decode())
    end = data.find(b"\n", offset)
    text = data[: end if end >= 0 else len(data)].decode(errors="replace")
    return Place(SourceFile(name, text), Span(start, start + 1))
