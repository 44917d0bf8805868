"""The events of one unit and fact as long ledgers hold them: counted at once, made when somebody looks at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, overload

from ..diagnostics import Place, SourceFile
from ..interpreter.facts import Event


class Part(Protocol):
    """The events of one file. Making them raises nothing: their rows were checked before."""

    def number(self) -> int:
        """Tell how many events there are, at least one."""
        ...

    def first(self) -> Place:
        """Locate the first one."""
        ...

    def events(self) -> Sequence[Event]:
        """Make them."""
        ...


class EventRows(Sequence[Event]):
    """A list of events that is made on first use."""

    __slots__ = ("_events", "_parts")

    def __init__(self, parts: Sequence[Part]) -> None:
        """Take what makes the events, file by file."""
        self._parts = parts
        self._events: list[Event] | None = None

    def joined(self, other: EventRows) -> EventRows:
        """Give these events and others behind them."""
        return EventRows((*self._parts, *other._parts))

    def first(self) -> Place:
        """Locate the first event."""
        return self._parts[0].first()

    def __len__(self) -> int:
        return sum(part.number() for part in self._parts)

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
            self._events = [event for part in self._parts for event in part.events()]
        return self._events


def as_rows(events: Sequence[Event]) -> EventRows:
    """Give events as rows that others can be joined to."""
    return events if isinstance(events, EventRows) else EventRows([_Made(events)])


class _Made(NamedTuple):
    """Events that were made already."""

    made: Sequence[Event]

    def number(self) -> int:
        return len(self.made)

    def first(self) -> Place:
        return self.made[0].place or Place(SourceFile("", ""))

    def events(self) -> Sequence[Event]:
        return self.made
