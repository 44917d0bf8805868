"""Rows of a ledger that hold a mark or a ruling: they name an item and no fact (docs/evidence.md: "CSV")."""

from __future__ import annotations

from .keys import DECISION_COLUMNS, find_key
from .record import Entry, Record, Said


def decision_of(record: Record) -> Record:
    """Give the mark or the ruling that a row without a fact holds; any other record as it is.

    A row that says who decided is a ruling, and so needs all that a ruling needs; another one is a mark.
    """
    if record.about != "fact" or record.subject.text:
        return record
    parts = {find_key(entry.key.text, DECISION_COLUMNS) or entry.key.text: entry for entry in record.entries}
    item = parts.pop("item", None)
    if item is None:
        return record
    entries = tuple(Entry(Said(name, entry.key.place), entry.value) for name, entry in parts.items())
    about = "ruling" if "by" in parts else "mark"
    return record._replace(about=about, subject=item.value, entries=entries)
