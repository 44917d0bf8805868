"""Rows of a ledger that name no fact: a mark, a ruling, or a unit that takes part (docs/evidence.md: "CSV")."""

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


def names_unit_only(record: Record) -> bool:
    """Tell whether a row says no more than that there is a unit."""
    return record.about == "fact" and bool(record.unit.text) and not (record.subject.text or record.entries)
