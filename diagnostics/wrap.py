"""Break a paragraph into lines by terminal cells, as Chinese and English are set.

Chinese may break between any two characters, but no line begins with a closing sign or ends in an opening one.
English breaks at spaces. What stands in backticks stays on one line where it fits on one.
"""

from __future__ import annotations

import re
from functools import cache

from .width import clip, display_width

_WIDE = "⺀-￯\U00020000-\U0003ffff"
_OPENING = "“‘「『（《〈【"
_CLOSING = "”’」』）》〉】，。；：、？！"
_WORD = rf"(?:`[^`]*`|`|[^\s`{_WIDE}{_OPENING}])+"
_PIECE = rf"\s+|[{_OPENING}]*(?:[{_WIDE}]|{_WORD})[{_CLOSING}]*|[{_OPENING}]+"


def wrap(text: str, cells: int, first: int | None = None) -> list[str]:
    """Break a text without ends of lines into lines of at most so many terminal cells, at least one line.

    ``first`` is the room of the first line, where it is another. What is wider than a line breaks anywhere.
    """
    lines: list[str] = []
    line = ""
    room = cells if first is None else first
    for piece in _pieces().findall(text):
        if line.strip() and display_width(line + piece.rstrip()) > room:
            lines.append(line.rstrip())
            line, room = "", cells
        line = (line + piece) if line or not lines else piece.lstrip()
        while display_width(line.rstrip()) > room:
            head = _head(line, room)
            lines.append(head.rstrip())
            line, room = line[len(head) :].lstrip(), cells
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


@cache
def _pieces() -> re.Pattern[str]:
    """Compile what a line is made of, on first need: it takes as long as the rest of `psr --version`."""
    return re.compile(_PIECE)


def _head(text: str, room: int) -> str:
    """Give as much of a text as a line holds: up to its last space if there is one, at least a character."""
    held = clip(text, room + 1)[:-1] or text[0]
    return held[: held.rstrip().rfind(" ") + 1] or held
