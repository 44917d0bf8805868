"""What the rubric's facts, fields and choices are called in messages: by their labels, which is what people see.

In a table (a workbook, CSV, TSV, Parquet) the label stands alone, as in its cells and lists. In YAML and JSON, whose
authors may write names, the name stands behind it: ``无故缺席（absence）``. Where two share a label, it always does.
Evidence may be written in this form, too: `spellings` gives it with the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, Protocol

from ..diagnostics import Place, Words
from ..diagnostics.table import TableSource
from .files import ending
from .keys import missing, plain
from .workbook_layout import titled


class Named(Protocol):
    """What has a name for rules and a label for people; they are the same where only one of them was declared."""

    @property
    def name(self) -> str:
        """The name in the rules."""
        ...

    @property
    def label(self) -> str:
        """The label for people."""
        ...


class Option(NamedTuple):
    """A value of a choice."""

    name: str
    label: str


Called = Callable[[Place], Words]
"""Tells what something is called in the file of a place."""


def options_of(options: Mapping[str, str]) -> list[Option]:
    """Give the values of a choice, in the order declared."""
    return [Option(name, label) for name, label in options.items()]


def call(thing: Named, place: Place, among: Iterable[Named] = ()) -> Words:
    """Call a thing by its label, in the file of ``place``; ``among`` are those it must be told from."""
    is_plain = thing.name == thing.label or (in_table(place) and not _shares_label(thing, among))
    return Words(thing.label, thing.label) if is_plain else Words(*_both(thing))


def caller(thing: Named, among: Iterable[Named] = ()) -> Called:
    """Make what calls a thing by its label in any file."""
    return lambda place: call(thing, place, among)


def spelled_in(thing: Named, place: Place, among: Iterable[Named] = ()) -> str:
    """Give what to write for a thing in the file of a place: its label in a table, else its name."""
    return written(thing, among) if in_table(place) else thing.name


def written(thing: Named, among: Iterable[Named]) -> str:
    """Give what to write for a thing in a table: its label, or its name where the label may mean something else."""
    return thing.name if missing(thing.label) or _shares_label(thing, among) else thing.label


def spellings(thing: Named) -> tuple[str, ...]:
    """Give all that evidence may write for a thing, its name first, each in plain form."""
    return thing.name, plain(thing.label), *(plain(both) for both in _both(thing))


def in_table(place: Place) -> bool:
    """Tell whether a place lies in a table, whose author sees cells and columns."""
    return isinstance(place.source, TableSource) or ending(place.source.name) in (".csv", ".tsv")


def on_sheet(place: Place) -> bool:
    """Tell whether a place lies on the sheet of a workbook."""
    return isinstance(place.source, TableSource) and bool(place.source.sheet)


def title_in(place: Place, title: Words) -> Words:
    """Give the title of a sheet or a column as the workbook of a place has it."""
    return titled(title, place.source.sheet) if isinstance(place.source, TableSource) else title


def _both(thing: Named) -> tuple[str, str]:
    return f"{thing.label} ({thing.name})", f"{thing.label}（{thing.name}）"


def _shares_label(thing: Named, among: Iterable[Named]) -> bool:
    """Tell whether another thing goes by the label, be it its label or its name."""
    label = plain(thing.label)
    return any(label in (other.name, plain(other.label)) and other.name != thing.name for other in among)
