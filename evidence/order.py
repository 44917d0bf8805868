"""The order in which diagnostics are told: that in which a person goes through the files to mend them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..diagnostics import Diagnostic, Place
from ..diagnostics.table import TableSource


def in_order(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort diagnostics by files, as they are first met, then by sheets, rows and columns, or by lines.

    What concerns a whole file leads; what says that its reading ended comes last.
    """
    files = {name: rank for rank, name in enumerate(dict.fromkeys(each.place.source.name for each in found))}
    return tuple(sorted(found, key=lambda each: (files[each.place.source.name], each.kind.ends, _position(each.place))))


def last_place(found: Iterable[Diagnostic], otherwise: Place) -> Place:
    """Give the last place in a file of which anything is told."""
    places = [each.place for each in found if each.place.source.name == otherwise.source.name and each.place.span]
    return max(places, key=_position, default=otherwise)


def _position(place: Place) -> tuple[int, int]:
    """Give the sheet and the offset of a place; those of a whole file are before all others."""
    if place.span is None:
        return -1, -1
    return place.source.number if isinstance(place.source, TableSource) else 0, place.span.start
