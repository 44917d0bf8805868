"""Events that several files or sheets state alike, which are scored as often as they stand there.

Somebody collects files in one, and both lie in the folder; or copies a sheet to begin the next one and leaves the rows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..diagnostics import Place
from ..interpreter.facts import Event, Evidence, Missing
from .event_rows import count_by_origin
from .record import Origin, origin_of


class Shared(NamedTuple):
    """The events of a unit and a fact that more than one file or sheet may speak of; the two by their names."""

    unit: str
    fact: str
    rows: Sequence[Event]


class RepeatedEvent(NamedTuple):
    """An event that stands in two files or sheets."""

    unit: str
    fact: str
    first: Place
    again: Place


class RepeatedSheet(NamedTuple):
    """A sheet whose ``number`` events all stand on ``other``, a sheet of the same workbook; where both begin."""

    sheet: Origin
    other: Origin
    place: Place
    first: Place
    number: int


class _Pair(NamedTuple):
    """A sheet, and another one of its workbook."""

    sheet: Origin
    other: Origin


def stated_by(evidence: Evidence) -> Counter[Origin]:
    """Tell how many events each file and sheet states."""
    stated: Counter[Origin] = Counter()
    for unit in evidence.units.values():
        for events in unit.events.values():
            if not isinstance(events, Missing):
                stated += count_by_origin(events)
    return stated


def repeated_sheets(shared: Sequence[Shared], stated: Mapping[Origin, int]) -> list[RepeatedSheet]:
    """Find sheets that say nothing new; ``stated`` tells how many events each file and sheet states.

    Of sheets that are alike the first one counts, in the order of the workbook.
    """
    alike: Counter[_Pair] = Counter()
    places: dict[_Pair, tuple[Place, Place]] = {}
    for each in shared:
        for events in _alike(each.rows).values():
            for pair in _pairs(events):
                alike[pair] += min(len(events[pair.sheet]), len(events[pair.other]))
                places.setdefault(pair, (events[pair.sheet][0], events[pair.other][0]))
    found: dict[Origin, RepeatedSheet] = {}
    for pair in sorted(places, key=lambda pair: (-_number(places[pair][0]), _number(places[pair][1]))):
        if alike[pair] == stated[pair.sheet] and not {pair.sheet, pair.other} & found.keys():
            found[pair.sheet] = RepeatedSheet(*pair, *places[pair], alike[pair])
    return list(found.values())


def repeated_events(shared: Iterable[Shared], leave_out: frozenset[Origin]) -> Iterator[RepeatedEvent]:
    """Find single events; those of some sheets are left out."""
    for each in shared:
        for events in _alike(each.rows).values():
            stands_in = [origin for origin in events if origin not in leave_out]
            for origin in stands_in[1:]:
                for place in events[origin]:
                    yield RepeatedEvent(each.unit, each.fact, events[stands_in[0]][0], place)


def _alike(rows: Iterable[Event]) -> Mapping[object, Mapping[Origin, list[Place]]]:
    """Sort the places of events by what they say, and then by file and sheet."""
    found: defaultdict[object, defaultdict[Origin, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.place is not None:
            said = (row.quantity, row.date, tuple(row.fields.items()), row.note, row.reference)
            found[said][origin_of(row.place.source)].append(row.place)
    return found


def _pairs(origins: Iterable[Origin]) -> Iterator[_Pair]:
    """Pair sheets of one workbook."""
    sheets = [origin for origin in origins if origin.sheet]
    for sheet in sheets:
        for other in sheets:
            if sheet.file == other.file and sheet != other:
                yield _Pair(sheet, other)


def _number(place: Place) -> int:
    """Give the place of a sheet in its workbook."""
    return getattr(place.source, "number", 0)
