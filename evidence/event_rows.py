"""The events of one unit and fact as a long ledger holds them: counted at once, made when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from ..diagnostics import Place, SourceFile
from ..interpreter.facts import Event


class EventRows(Sequence[Event]):
    """A list of events that is made on first use. Making it raises nothing: its rows were checked before."""

    __slots__ = ("_events", "_length", "_makers", "first")

    def __init__(
        self, makers: Sequence[Callable[[], Sequence[Event]]], length: int, first: Callable[[], Place]
    ) -> None:
        """Take what makes the events, part by part, how many they are, and what finds the first one's place."""
        self._makers = makers
        self._length = length
        self._events: list[Event] | None = None
        self.first = first

    def joined(self, other: EventRows) -> EventRows:
        """Give these events and others behind them."""
        return EventRows((*self._makers, *other._makers), self._length + other._length, self.first)

    def __len__(self) -> int:
        return self._length

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
            self._events = [event for make in self._makers for event in make()]
        return self._events


def as_rows(events: Sequence[Event]) -> EventRows:
    """Give events as rows that others can be joined to."""
    if isinstance(events, EventRows):
        return events
    return EventRows([lambda: events], len(events), lambda: events[0].place or Place(SourceFile("", "")))
