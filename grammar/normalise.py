"""Full-width forms, odd spaces, line ends → plain ones, one character for one: positions stay true."""

from __future__ import annotations

# Quotes are no forms of one another: each pair delimits strings, which may hold all the others.
_FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(0x5E) if 0x21 + i != ord('"')}
_ODD_SPACES = [0x0B, 0x0C, 0x0D, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
# What nobody sees, but word processors and chats put between words: joiners, directions, byte order marks.
_UNSEEN = [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]
_SPACES = dict.fromkeys([*_ODD_SPACES, *range(0x2000, 0x200B), *_UNSEEN], ord(" "))
_SIGNS = {ord("、"): ord(","), ord("×"): ord("*"), ord("÷"): ord("/"), ord("−"): ord("-")}
_TABLE = _FULL_WIDTH | _SPACES | _SIGNS


def normalise(text: str) -> str:
    """Give the text as the grammar reads it, of the same length.

    A carriage return on its own ends a line as much as one before a newline does. Strings are read from the
    text as it stood (specification: "Characters").
    """
    if text.isascii() and "\r" not in text and "\v" not in text and "\f" not in text:
        return text
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.translate(_TABLE)
