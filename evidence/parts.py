"""The entries of a record, sorted by what their keys mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from ..diagnostics import Diagnostic, Label
from ..diagnostics.catalogue import evidence as say
from .called import in_table
from .keys import find_key, shown_keys
from .record import Entry, Record, Report, Said
from .suggest import unknown

_Key = TypeVar("_Key")


def sort_entries(record: Record, find: Callable[[Said], _Key | Diagnostic], report: Report) -> dict[_Key, Entry]:
    """Give each entry under what ``find`` makes of its key; report what it can't find, and what stands twice.

    A key with nothing behind it may be left out, but must be one that there is: ``quantity:3`` is a key of its own.
    """
    found: dict[_Key, Entry] = {}
    for entry in record.blank:
        key = find(entry.key)
        if isinstance(key, Diagnostic) and not in_table(entry.key.place):
            report(key)
    for entry in record.entries:
        key = find(entry.key)
        if isinstance(key, Diagnostic):
            report(key)
        elif key in found:
            first = Label(found[key].key.place, say.FIRST_HERE)
            report(say.REPEATED_KEY.at(entry.key.place, first, key=entry.key.text))
        else:
            found[key] = entry
    return found


def among(keys: Mapping[str, str]) -> Callable[[Said], str | Diagnostic]:
    """Make a function that finds the words of the format among some of them."""

    def find(said: Said) -> str | Diagnostic:
        return find_key(said.text, keys) or unknown(say.UNKNOWN_KEY, said, keys, shown=shown_keys(keys))

    return find
