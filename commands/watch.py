"""Do something again whenever a file changes, until the user ends it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from typing import NoReturn

_PAUSE = 0.5  # seconds between two looks at the files
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"

Look = tuple[tuple[str, int, int, int] | None, ...]


def watch(
    run: Callable[[], object], paths: Callable[[], Iterable[str]], sleep: Callable[[float], None] = time.sleep
) -> NoReturn:
    """Run now, and again each time one of the files changes, comes or goes. Ends with KeyboardInterrupt alone.

    ``paths`` gives the files to look at; it is asked every time, as a folder may hold others by then.
    """
    while True:
        before = look(paths())  # before the run, so that no change during it is missed
        if sys.stdout.isatty():
            sys.stdout.write(_CLEAR)
        run()
        sys.stdout.flush()
        while look(paths()) == before:
            sleep(_PAUSE)


def look(paths: Iterable[str]) -> Look:
    """Give what tells whether one of some files has changed, without reading them."""
    return tuple(map(_look, paths))


def _look(path: str) -> tuple[str, int, int, int] | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return path, found.st_mtime_ns, found.st_size, found.st_ino
