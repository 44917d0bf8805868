"""Where in a JSON text each value stands: for messages only, since the reader itself tells no places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..diagnostics import Span

Path = tuple[str | int, ...]
"""The names and the numbers in lists (from 0) that lead to a value; empty for the whole."""

_TOKEN = re.compile(r'\s*("[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},:]|[^\s\[\]{},:"]+)', re.DOTALL)

LONGEST = 20 * 10**6
"""Characters; about a million go by in half a second."""
_NO_NUMBERS = ("NaN", "Infinity", "-Infinity")


class Entry(NamedTuple):
    """A value that stands in another one, or the whole: its path, where its name stands, and where it begins.

    The span of a list or a mapping is that of its opening bracket.
    """

    path: Path
    key: Span | None
    value: Span


def entries(text: str) -> Iterator[Entry]:
    """Give the values of a text that is JSON, in its order; a name that stands twice comes twice."""
    for path, key, value in _walk(text):
        yield Entry(tuple(path), key, value)


def place_of(text: str, path: Path) -> Span | None:
    """Give where the value at a path begins; where there is none, the nearest one around it that there is.

    Nothing is given where the text is so long that looking would take many seconds.
    """
    if len(text) > LONGEST:
        return None
    found: Span | None = None
    depth = -1
    for here, _, value in _walk(text):
        if len(here) <= depth:
            break  # what comes now stands behind the one around it
        if len(here) == depth + 1 and tuple(here) == path[: depth + 1]:
            found, depth = value, depth + 1
    return found


def repeated(text: str) -> Span | None:
    """Give the first name that stands a second time in one place."""
    names: list[set[str | int]] = [set()]
    for path, key, value in _walk(text):
        del names[len(path) + 1 :]
        if key is not None:
            if path[-1] in names[-1]:
                return key
            names[-1].add(path[-1])
        if text[value.start] in "{[":
            names.append(set())
    return None


def no_number_in(text: str) -> Span | None:
    """Give the first value that is `NaN` or infinite."""
    values = (value for _, _, value in _walk(text))
    return next((value for value in values if text.startswith(_NO_NUMBERS, value.start)), None)


def _walk(text: str) -> Iterator[tuple[list[str | int], Span | None, Span]]:
    """Go through the values; the path is one list, which changes on the way.

    What is no JSON is gone through as far as it can be taken for any.
    """
    path: list[str | int] = []
    opened: list[str] = []
    key: Span | None = None
    position = 0
    while token := _TOKEN.match(text, position):
        sign, span, position = token[1], Span(*token.span(1)), token.end()
        if key is None and opened and opened[-1] == "{" and sign[0] == '"':
            path[-1], key = _text(sign), span
            continue
        if sign in ("}", "]"):
            if not opened:
                return
            opened.pop()
            path.pop()
        elif sign == "," and opened and opened[-1] == "[":
            path[-1] = int(path[-1]) + 1
        elif sign not in (",", ":"):
            yield path, key, span
            if sign in ("{", "["):
                opened.append(sign)
                path.append(0)
        key = key if sign == ":" else None


def _text(token: str) -> str:
    if "\\" not in token:
        return token[1:-1]
    import json

    try:
        return str(json.loads(token, strict=False))
    except ValueError:
        return token
