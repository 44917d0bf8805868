"""Make characters that cannot be seen visible, so that no text can steer a terminal or hide what it says."""

from __future__ import annotations

from unicodedata import category

_UNSEEN = frozenset({"Cf", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""Write line ends as ``⏎``, other control characters as ``\x1b``, unseen ones as ``<U+202E>``; leave the rest.

    Unseen are the format characters (those that turn the direction of writing, joiners, the byte order mark),
    halves of surrogate pairs, and the separators of lines and paragraphs.
    """
    if text.isprintable():
        return text
    return "".join(map(_visible_character, text))


def _visible_character(character: str) -> str:
    if character == "\n":
        return "⏎"
    kind = category(character)
    if kind == "Cc":
        return f"\\x{ord(character):02x}"
    if kind in _UNSEEN:
        return f"<U+{ord(character):04X}>"
    return character
