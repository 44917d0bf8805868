"""What `psr lint --fix` and `--diff` do with a mended rule file: write it back, or show what would change."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .common import FINE, colored, complain
from .rule_files import STANDARD_INPUT, mark_of

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic, Language

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_COLORS = {"-": "31", "+": "32", "@": "36"}  # red, green, cyan


def write_back(path: str, text: str, language: Language) -> int:
    """Put a mended text in the place of a file, whole or not at all; standard input goes to standard output.

    The file keeps its byte order mark, its permissions, and the place that a link points to. Gives the exit code.
    """
    from ..output import write_whole

    if path == STANDARD_INPUT:
        sys.stdout.write(text)
        return FINE
    if not os.access(path, os.W_OK):
        return complain(
            f"无法写入 `{path}`：没有权限" if language == "zh" else f"`{path}` can't be written: no permission"
        )
    trouble = write_whole(os.path.realpath(path), mark_of(path) + text, overwrite=True)
    return FINE if trouble is None else complain(trouble.plain(language))


def show_difference(path: str, before: str, after: str) -> None:
    """Write to standard output what would change, in the form that `patch` and `git apply` read."""
    from difflib import unified_diff

    color = colored(sys.stdout)
    for line in unified_diff(_LINE.findall(before), _LINE.findall(after), path, path):
        sys.stdout.write("".join(_shown(line, color)))


def _shown(line: str, color: bool) -> Iterator[str]:
    if color:
        from ..diagnostics.visible import visible

        sign = _COLORS.get(line[0])
        text = visible(line.rstrip("\r\n"))
        yield f"\x1b[{sign}m{text}\x1b[0m\n" if sign else f"{text}\n"
    else:
        yield line if line.endswith("\n") else f"{line}\n"
    if not line.endswith("\n"):
        yield "\\ No newline at end of file\n"


def say_mended(made: Iterable[Diagnostic], language: Language, *, done: bool) -> None:
    """Say on standard error how many findings of which code were mended, or would be."""
    counts = sorted(Counter(diagnostic.code for diagnostic in made).items())
    total = sum(count for _, count in counts)
    if language == "zh":
        listed = "、".join(f"{code} {count} 处" for code, count in counts)
        words = f"{'已改正' if done else '可改正'} {total} 处" + (f"：{listed}" if counts else "")
    else:
        listed = ", ".join(f"{count} × {code}" for code, count in counts)
        words = f"{'mended' if done else 'would mend'} {total}" + (f": {listed}" if counts else "")
    sys.stderr.write(f"{words}\n")
