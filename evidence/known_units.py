"""The units of a workbook that lists them all: what its rows may name, and what they mean where they name another.

A workbook that `psr template` made has a column for each unit on its sheet of facts, so that a row of another unit is a
slip, a line of signatures or a sum, and must not take a place among the units.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics import Diagnostic, Words
from ..diagnostics.catalogue import evidence as say
from .called import title_in
from .keys import plain
from .record import Said
from .suggest import listed
from .unit_names import nearest
from .workbook_layout import SHEETS

_ALL = 12
"""So many units are listed in a message at most."""


class KnownUnits:
    """Finds what names of units stand for, among those of a workbook."""

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names, in their order."""
        self._names = names
        self._alike: dict[str, set[str]] = {}
        for name in names:
            self._alike.setdefault(_closed_up(name), set()).add(name)

    def find(self, name: str) -> str | None:
        """Find the one unit of that name, whatever spaces and unseen characters are in it."""
        if name in self._names:
            return name
        alike = self._alike.get(_closed_up(name), set())
        return next(iter(alike)) if len(alike) == 1 else None

    def near(self, name: str) -> str | None:
        """Give the unit that a name may be a slip for."""
        return nearest(name, self._names)

    def unknown(self, said: Said) -> Diagnostic:
        """Say that a name is none of a unit."""
        near = self.near(said.text)
        names = [Words(name, name) for name in self._names]
        known = listed(names[:_ALL], max(0, len(names) - _ALL))
        sheet = title_in(said.place, SHEETS["facts"])
        advice = say.A_SLIP_OR_NEW if near else None
        return say.UNKNOWN_UNIT.at(said.place, help=advice, name=said.text, near=near, known=known, sheet=sheet)


def _closed_up(name: str) -> str:
    """Give a name without spaces and what nobody sees, which are spaces in plain form."""
    return "".join(plain(name).split())
