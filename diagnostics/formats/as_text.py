"""Findings for a person: each with its place, and last how many they are and how many a program can mend."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostic import Diagnostic
from ..render import render_all
from ..words import Language, Words

_NOTHING = Words("{count} file{s}, nothing found", "{count} 个文件，未发现问题")
_SAFE = Words("{safe} can be mended with --fix", "其中 {safe} 个可用 --fix 改正")
_UNSAFE = Words("{unsafe} can be mended with --unsafe-fixes", "其中 {unsafe} 个可用 --unsafe-fixes 改正")
_BOTH = Words(
    "{safe} can be mended with --fix, {unsafe} more with --unsafe-fixes",
    "其中 {safe} 个可用 --fix 改正，另有 {unsafe} 个可用 --unsafe-fixes 改正",
)


_HIDDEN = Words("other findings are shown once the errors are mended", "改正错误之后，才会显示其他问题")
_EVALUATION = "PSR4"  # codes from here on are found in rules that are sound enough to be linted


def text(
    files: int,
    found: Sequence[Diagnostic],
    language: Language,
    color: bool = False,
    width: int = 80,
    *,
    wraps: bool = False,
) -> str:
    """Show the findings in some files in a terminal that is ``width`` cells wide; say so if there are none.

    ``wraps`` breaks messages into lines of that width.
    """
    if not found:
        return f"{_NOTHING.say(language, {'count': files, 's': '' if files == 1 else 's'})}\n"
    shown = render_all(found, language, color, width, wraps=wraps)
    hides = any(one.is_error and one.code < _EVALUATION for one in found)
    return f"{shown}\n{_mendable(found, language)}" + (f"{_HIDDEN.say(language, {})}\n" if hides else "")


def _mendable(found: Sequence[Diagnostic], language: Language) -> str:
    """Say how many findings can be mended by which option; nothing where none can."""
    safe = sum(one.fix is not None and one.fix.safe for one in found)
    unsafe = sum(one.fix is not None and not one.fix.safe for one in found)
    if not safe and not unsafe:
        return ""
    words = _BOTH if safe and unsafe else _SAFE if safe else _UNSAFE
    return f"{words.say(language, {'safe': safe, 'unsafe': unsafe})}\n"
