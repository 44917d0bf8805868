"""How many terminal cells a text takes: a Chinese character takes two, a combining mark none."""

from __future__ import annotations

from unicodedata import category, east_asian_width

ELLIPSIS = "…"
_TAKES_NO_CELL = frozenset({"Mn", "Me", "Cf", "Cc"})


def display_width(text: str) -> int:
    """Give the width of a text in terminal cells; control characters count as none."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_character_width, text))


def clip(text: str, cells: int) -> str:
    """Shorten a text to at most so many terminal cells; where something is left out, it ends in ``…``."""
    used = 0
    kept = 0  # how many characters leave a cell for the ellipsis
    for index, character in enumerate(text):
        used += _character_width(character)
        if used < cells:
            kept = index + 1
        elif used > cells:
            return text[:kept] + ELLIPSIS if cells > 0 else ""
    return text


def pad(text: str, cells: int) -> str:
    """Fill a text with spaces up to so many terminal cells; a wider one stays as it is."""
    return text + " " * (cells - display_width(text))


def _character_width(character: str) -> int:
    if category(character) in _TAKES_NO_CELL:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
