"""JSON text → its value, in bounded time; what is wrong with it comes back as a diagnostic at its place.

Stricter than most readers: a name that stands twice, `NaN` and halves of characters are refused.
"""

from __future__ import annotations

import json
import re

from ..diagnostics import Diagnostic, Place, SourceFile, Span
from ..diagnostics.catalogue import results as say
from .json_places import LONGEST, no_number_in, repeated

_LONGEST_NUMBER = 18  # digits
_HALF = re.compile("[\ud800-\udfff]")


class _RefusedError(Exception):
    """Ends the reading of a text."""


def read_json(source: SourceFile) -> tuple[object, Diagnostic | None]:
    """Read a text; give its value, or None and what is wrong."""
    try:
        value: object = json.loads(
            source.text, object_pairs_hook=_once, parse_constant=_refuse, parse_int=_integer, parse_float=float
        )
    except json.JSONDecodeError as error:
        return None, _not_json(source, error.pos)
    except RecursionError:
        return None, say.BAD_JSON.at(Place(source), problem=say.TOO_DEEP)
    except _RefusedError:
        return None, _refused(source)
    return value, None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _RefusedError
    return found


def _refuse(_: str) -> object:
    raise _RefusedError


def _integer(text: str) -> int | float:
    return int(text) if len(text) <= _LONGEST_NUMBER else float(text)


def _not_json(source: SourceFile, position: int) -> Diagnostic:
    last = len(source.text.rstrip())
    if position >= last or _is_cut(source.text[position:]):
        return say.BAD_JSON.at(_place(source, max(0, last - 1)), problem=say.ENDS_EARLY)
    return say.BAD_JSON.at(_place(source, position), problem=say.ELSEWISE)


def _is_cut(rest: str) -> bool:
    """Tell whether a text that is not understood is one whose end is missing: a string that goes on to the end."""
    return rest.startswith('"') and not re.search(r'(?<!\\)"', rest[1:])


def _place(source: SourceFile, start: int, end: int | None = None) -> Place:
    return Place(source, Span(start, min(len(source.text), start + 1) if end is None else end))


def _refused(source: SourceFile) -> Diagnostic:
    """Find again what was refused: a name that stands twice, or what is no number."""
    if len(source.text) > LONGEST:
        return say.BAD_JSON.at(Place(source), problem=say.TWICE_OR_NO_NUMBER)
    twice, no_number = repeated(source.text), no_number_in(source.text)
    if twice is not None and (no_number is None or twice < no_number):
        return say.BAD_JSON.at(Place(source, twice), problem=say.TWICE)
    return say.BAD_JSON.at(Place(source, no_number), problem=say.NO_NUMBER)


def is_whole(text: str) -> bool:
    """Tell whether a text can be written again: JSON can name half a character, which no file can hold."""
    return text.isascii() or not _HALF.search(text)
