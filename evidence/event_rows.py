"""The events of one unit and fact as long ledgers hold them: checked before, made when somebody looks at them."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import overload

from ..diagnostics import Place
from ..interpreter.facts import Event
from .record import Origin, origin_of


class EventRows(Sequence[Event]):
    """A list of events, at least one, that is made on first use. Making them raises nothing."""

    __slots__ = ("_events",)

    _events: list[Event] | None

    @abstractmethod
    def first(self) -> Place:
        """Locate the first event without making any."""

    @abstractmethod
    def by_origin(self) -> Counter[Origin]:
        """Tell how many events each file and sheet states."""

    @abstractmethod
    def make(self) -> list[Event]:
        """Make the events."""

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Event]: ...
    def __getitem__(self, index: int | slice) -> Event | Sequence[Event]:
        return self._made()[index]

    def __iter__(self) -> Iterator[Event]:
        return iter(self._made())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (EventRows, list)) and self._made() == [*other]  # pyright: ignore[reportUnknownVariableType]

    __hash__ = None  # type: ignore[assignment]

    def _made(self) -> list[Event]:
        if self._events is None:
            self._events = self.make()
        return self._events


class JoinedRows(EventRows):
    """Events, and others behind them."""

    __slots__ = ("parts",)

    def __init__(self, before: Sequence[Event], rows: EventRows) -> None:
        """Take both."""
        self._events = None
        parts = before.parts if isinstance(before, JoinedRows) else (before,)
        self.parts: tuple[Sequence[Event], ...] = (*parts, rows)

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def first(self) -> Place:
        """Locate the first event of the first part that has any."""
        return next(place for place in map(_first_of, self.parts) if place is not None)

    def by_origin(self) -> Counter[Origin]:
        """Count the events of all parts."""
        return sum(map(count_by_origin, self.parts), Counter[Origin]())

    def make(self) -> list[Event]:
        """Make the events of all parts."""
        return [event for part in self.parts for event in part]


def count_by_origin(events: Sequence[Event]) -> Counter[Origin]:
    """Tell how many of some events each file and sheet states."""
    if isinstance(events, EventRows):
        return events.by_origin()
    return Counter(origin_of(event.place.source) for event in events if event.place is not None)


def _first_of(events: Sequence[Event]) -> Place | None:
    return events.first() if isinstance(events, EventRows) else next((event.place for event in events), None)
