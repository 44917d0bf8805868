"""Which files a command reads: a result must never take the place of one of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from .rule_files import expand


def is_read(output: str, given: Iterable[str | Sequence[str] | None]) -> bool:
    """Tell whether a file is among those given, or among the rule files and the evidence in folders given.

    A file is known by what it really is, whatever links and names lead to it. One that is not there is never read.
    """
    if not os.path.exists(output):
        return False
    return any(_is_same(output, file) for paths in given for file in _files(paths))


def _files(paths: str | Sequence[str] | None) -> Iterator[str]:
    from ..evidence.files import find_files

    for path in [paths] if isinstance(paths, str) else paths or ():
        yield path
        if os.path.isdir(path):
            yield from expand([path])[0]
            yield from find_files([path], lambda _: None)


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):  # not there, or no possible name
        return False


def folder_around(output: str, given: Iterable[str]) -> str | None:
    """Give the folder among those given that a file to be written lies in, where reading the folder would read it."""
    from ..evidence.files import is_set_aside

    parts = os.path.realpath(output).split(os.sep)
    for path in given:
        above = os.path.realpath(path).split(os.sep)
        inside = parts[len(above) :]
        if os.path.isdir(path) and parts[: len(above)] == above and not any(map(is_set_aside, inside)):
            return path
    return None
