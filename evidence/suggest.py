"""What an author may have meant by a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..diagnostics import Diagnostic, Kind, Place, Words
from ..diagnostics.catalogue import evidence as say
from .called import Named, Option, call, in_table, spelled_in
from .keys import plain
from .record import NOWHERE, Said

_LONGEST = 60  # characters; nobody misspells a longer name, and comparing takes time
_PART = 0.7
"""How near a part of a name is to the whole: people write `缺席` for `无故缺席民族宗教知识教育`."""
_LEAD = 0.1
"""By so much the nearest name is nearer than the next one where it alone can be meant."""
_ALL = 12
"""So many names are listed all of them, in the order of the rubric; of more, a few of the nearest."""
_NEAREST = 6


class Near(NamedTuple):
    """A thing, and how near its nearest spelling is to what was written: 1 for alike, 0 for nothing in common."""

    thing: Named
    spelling: str
    nearness: float


def unknown(kind: Kind, said: Said, known: Iterable[str], of: object = "", shown: Words | None = None) -> Diagnostic:
    """Say that a word does not exist: with the one that is near, or else with those there are.

    ``of`` is what it would be a word of; ``shown`` lists the words for people, if not just all of them.
    """
    words = [Option(word, word) for word in dict.fromkeys(known)]
    return unknown_thing(kind, said, words, of=of, shown=shown)


def unknown_thing(
    kind: Kind,
    said: Said,
    known: Sequence[Named],
    words: Iterable[str] = (),
    of: object = "",
    shown: Words | None = None,
) -> Diagnostic:
    """Say that nothing of the rubric goes by a name: with the sole thing that is near, or else with those there are.

    ``words`` may have been meant, too; ``of`` is what it would be a name of.
    """
    if said.place is NOWHERE:  # looking for what may have been meant takes time
        return kind.at(said.place, name=said.text, of=of, near=None, known="")
    among = sort_by_nearness(said.text, [*known, *(Option(word, word) for word in words)])
    nearest = meant_by(said.text, among)
    near = _to_write(nearest[0], said.place, known) if len(nearest) == 1 else None
    advice = say.DID_YOU_MEAN if near else None
    if near is None and len(nearest) > 1 and len(known) > _ALL:
        advice = say.DID_YOU_MEAN_ONE_OF
        shown = listed([call(each.thing, said.place, known) for each in nearest[:_NEAREST]])
    if shown is None:
        shown = list_things(known, said.place, [each.thing for each in among])
    return kind.at(said.place, help=advice, name=said.text, of=of, near=near, known=shown)


def list_things(known: Sequence[Named], place: Place, by_nearness: Sequence[Named] = ()) -> Words:
    """List things for people; of many, the first few by nearness, and how many more there are."""
    if len(known) <= _ALL:
        return listed([call(thing, place, known) for thing in known])
    own = {id(thing) for thing in known}
    nearest = [thing for thing in by_nearness if id(thing) in own] or known
    return listed([call(thing, place, known) for thing in nearest[:_NEAREST]], len(known) - _NEAREST)


def listed(names: Sequence[Words], more: int = 0) -> Words:
    """Write names in backticks, one after the other, and how many more there are."""
    english, chinese = ([f"`{name[index]}`" for name in names] for index in (0, 1))
    if not more:
        return Words(", ".join(english), "、".join(chinese))
    return Words(f"{', '.join(english)} and {more} more", f"{'、'.join(chinese)}，另有 {more} 项")


def sort_by_nearness(text: str, known: Sequence[Named]) -> list[Near]:
    """Sort things by how near a name is to theirs, the nearest first; those alike stay in order."""
    if len(text) > _LONGEST:
        return [Near(thing, thing.name, 0) for thing in known]
    found = [max(_nearness(text, thing), key=lambda near: near.nearness) for thing in known]
    return sorted(found, key=lambda near: -near.nearness)


def meant_by(text: str, among: Sequence[Near]) -> Sequence[Near]:
    """Give the things that can be meant: those that are near, or one alone that is clearly nearer than any other."""
    # Of two Chinese characters, one wrong is half of the name.
    enough = 0.5 if len(text) <= 3 and not text.isascii() else 0.6
    near = [each for each in among if each.nearness >= enough]
    return near[:1] if len(near) > 1 and near[0].nearness - near[1].nearness >= _LEAD else near


def _nearness(text: str, thing: Named) -> list[Near]:
    """Give how near each spelling of a thing is."""
    from difflib import SequenceMatcher

    wanted = plain(text).lower()
    signs = frozenset(wanted)
    found = [Near(thing, thing.name, 0)]
    for spelling in dict.fromkeys((thing.name, thing.label)):
        other = plain(spelling).lower()
        if signs.isdisjoint(other):
            continue
        nearness = SequenceMatcher(None, other, wanted, autojunk=False).ratio()
        if len(wanted) > 1 and (wanted in other or (len(other) > 1 and other in wanted)):
            nearness = max(nearness, _PART)
        found.append(Near(thing, spelling, nearness))
    return found


def _to_write(near: Near, place: Place, known: Sequence[Named]) -> str:
    """Give the spelling to write for the nearest thing: in a table the label, elsewhere the spelling that was near."""
    return spelled_in(near.thing, place, known) if in_table(place) else near.spelling
