"""Which rule files a command is to look at: files, folders with all `*.psr` files below, `-` for standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import complain

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic, Language, SourceFile

STANDARD_INPUT = "-"
_NAME_OF_INPUT = "<stdin>"
_BOM = b"\xef\xbb\xbf"
FILES = Words(
    "a rule file, a folder with rule files, or - for standard input",
    "细则文件、含细则文件的文件夹，或表示标准输入的 -",
)
"""What the commands that take rule files say of them in their help."""
_NO_RULE_FILE = Words("`{folder}` holds no rule file (.psr)", "`{folder}` 中没有规则文件（.psr）")


def expand(paths: Iterable[str]) -> tuple[list[str], list[str]]:
    """Give the files that are meant, each once, and the folders without any.

    Folders are searched in the order of names; hidden files and folders are passed over, links to folders too.
    """
    found: dict[str, str] = {}  # by what a path comes to, so that `./a.psr` and `a.psr` are one
    empty: list[str] = []
    for path in paths:
        meant = list(_below(path)) if path != STANDARD_INPUT and os.path.isdir(path) else [path]
        for file in meant:
            found.setdefault(os.path.normpath(file), file)
        if not meant:
            empty.append(path)
    return list(found.values()), empty


def _below(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            os.path.normpath(os.path.join(here, name))
            for name in sorted(files)
            if name.endswith(".psr") and not name.startswith(".")
        )


def miss(folder: str, language: Language) -> int:
    """Say that a folder holds no rule file; give the exit code for it."""
    return complain(_NO_RULE_FILE.say(language, {"folder": folder}))


def shown(path: str) -> str:
    """Give the name of a file as people see it, that of standard input too."""
    return _NAME_OF_INPUT if path == STANDARD_INPUT else path


def read(path: str) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """Read a rule file, or standard input; nothing, and why, where it can't be read."""
    from ..rule_file import decode, read_rule_file

    if path != STANDARD_INPUT:
        return read_rule_file(path)
    return decode(_NAME_OF_INPUT, sys.stdin.buffer.read())


def mark_of(path: str) -> str:
    """Give the byte order mark that a file begins with, or nothing; none for standard input."""
    if path == STANDARD_INPUT:
        return ""
    with open(path, "rb") as file:
        return "\ufeff" if file.read(len(_BOM)) == _BOM else ""
