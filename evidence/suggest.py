"""What an author may have meant by a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Diagnostic, Kind, Words
from ..diagnostics.catalogue import evidence as say
from ..interpreter.problems import listed, nearest
from .record import Said

_LONGEST = 60  # characters; nobody misspells a longer name, and comparing takes time


def unknown(kind: Kind, said: Said, known: Iterable[str], of: str = "", shown: Words | None = None) -> Diagnostic:
    """Say that a name does not exist: with the nearest one that does, or else with those there are.

    ``of`` is what it would be a name of; ``shown`` lists the names for people, if not just all of them.
    """
    names = list(dict.fromkeys(known))
    near = nearest(said.text, names) if len(said.text) <= _LONGEST else None
    advice = say.DID_YOU_MEAN if near else None
    return kind.at(said.place, help=advice, name=said.text, of=of, near=near, known=shown or listed(names))
