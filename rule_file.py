"""Reads rule files from the disk; whatever is wrong with one comes back as a diagnostic."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from .diagnostics import Diagnostic, Place, SourceFile, Span, Words
from .diagnostics.catalogue import syntax as say

if TYPE_CHECKING:
    from .receipts.files_read import Seen

MAX_MEGABYTES = 5
_BOM = b"\xef\xbb\xbf"


def read_rule_file(path: str, seen: Seen | None = None) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """Read a rule file as text; nothing, and why, where it is none. ``seen`` is told of the bytes it has."""
    name = path.encode(errors="replace").decode()
    whole = Place(SourceFile(name, ""))
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None, (say.UNREADABLE.at(whole, reason=say.NOT_A_FILE),)
        with open(path, "rb") as file:
            data = file.read(MAX_MEGABYTES * 10**6 + 1)
    except (OSError, ValueError) as error:
        told = (error.strerror if isinstance(error, OSError) else None) or str(error)
        reason = say.NO_SUCH_FILE if isinstance(error, FileNotFoundError) else Words(told, told)
        return None, (say.UNREADABLE.at(whole, reason=reason),)
    if len(data) > MAX_MEGABYTES * 10**6:
        return None, (say.FILE_TOO_LARGE.at(whole, limit=MAX_MEGABYTES),)
    if seen is not None:
        seen(path, data)
    return decode(name, data)


def decode(name: str, data: bytes) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """Read bytes as UTF-8, with or without a byte order mark (specification: "Files")."""
    data = data.removeprefix(_BOM)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        source = SourceFile(name, before + data[error.start :].decode(errors="replace").split("\n")[0])
        place = Place(source, Span(len(before), len(before) + 1))
        byte = f"0x{data[error.start]:02x}"
        return None, (say.NOT_TEXT.at(place, byte=byte, line=source.position(len(before))[0]),)
    source = SourceFile(name, text)
    if (at := text.find("\0")) >= 0:
        return None, (say.NUL_CHARACTER.at(Place(source, Span(at, at + 1))),)
    return source, ()
