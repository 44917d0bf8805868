"""A progress bar on standard error while much evidence is read; nothing on a pipe, nothing where reading is quick."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..diagnostics.words import Language, Words

if TYPE_CHECKING:
    from rich.progress import Progress

    from ..evidence.read import Progress as Told

LONG = 10 * 10**6
"""From so many bytes of evidence on, reading takes long enough to be shown."""

_READING = Words("reading", "正在读取")


@contextmanager
def reading(language: Language) -> Generator[Told | None]:
    """Give what `read_evidence` tells its progress, or nothing where nobody watches; take the bar away at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = _Bar(language)
    try:
        yield bar.tell
    finally:
        bar.close()


class _Bar:
    """Draws the bar from the first time on that there is much to read."""

    def __init__(self, language: Language) -> None:
        self._words = _READING.say(language, {})
        self._drawn: Progress | None = None

    def tell(self, done: int, total: int, path: str) -> None:
        """Draw how many bytes of how many were read, and the file that is being read."""
        if total < LONG:
            return
        if self._drawn is None:
            self._drawn = _start()
            self._drawn.add_task(self._words, total=total)
        name = os.path.basename(path)
        self._drawn.update(self._drawn.task_ids[0], completed=done, description=f"{self._words} {name}".rstrip())

    def close(self) -> None:
        """Take the bar away."""
        if self._drawn is not None:
            self._drawn.stop()


def _start() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    drawn = Progress(*columns, console=Console(stderr=True), transient=True)
    drawn.start()
    return drawn
