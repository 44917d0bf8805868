"""Bytes → text, and what no text may hold."""

from __future__ import annotations

import re

from ..diagnostics import Place, SourceFile, Span
from ..diagnostics.catalogue import evidence as say
from .record import Report

_BOM = b"\xef\xbb\xbf"
STRANGE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What no text has: characters that steer a machine, and halves of surrogate pairs."""


def decode(name: str, data: bytes, report: Report) -> SourceFile | None:
    """Read bytes as UTF-8; nothing where they are no text. A byte order mark is left out, line ends are made plain."""
    data = data.removeprefix(_BOM)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        report(say.NOT_TEXT.at(_undecoded(name, data, error.start), byte=f"0x{data[error.start]:02x}"))
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return SourceFile(name, text)


def is_sound(source: SourceFile, report: Report) -> bool:
    """Tell whether a text is free of strange characters, and report the first one if not."""
    found = STRANGE.search(source.text)
    if found is None:
        return True
    place = Place(source, Span(*found.span()))
    report(say.STRANGE_CHARACTER.at(place, found=f"U+{ord(found[0]):04X}"))
    return False


def _undecoded(name: str, data: bytes, offset: int) -> Place:
    """Give the place of a byte in as much of the file as a person can make out."""
    start = len(data[:offset].decode())
    end = data.find(b"\n", offset)
    text = data[: end if end >= 0 else len(data)].decode(errors="replace")
    return Place(SourceFile(name, text), Span(start, start + 1))
