"""YAML text → a tree of scalars, lists and mappings, each with its stretch of the file and its text as written.

No value is converted: ``0.3`` and ``1.10`` stay the texts they are. What YAML can do beyond that is refused
(aliases, types of its own, several documents), and depth and size are bounded, so that no file can do harm. JSON is
YAML, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from ..diagnostics import Diagnostic, Label, Place, SourceFile, Span
from ..diagnostics.catalogue import evidence as say
from .record import Report
from .text import STRANGE, strange_character
from .yaml_problems import describe

if TYPE_CHECKING:
    from yaml.events import CollectionStartEvent, Event, ScalarEvent

MAX_DEPTH = 20
MAX_VALUES = 200_000

_NULL = frozenset({"~", "null", "Null", "NULL"})


class Scalar(NamedTuple):
    """A single value; ``style`` is the sign that opens it, empty for plain text."""

    text: str
    span: Span
    style: str

    @property
    def is_empty(self) -> bool:
        """Whether this says nothing."""
        return not self.text.strip() or (not self.style and self.text in _NULL)


class Items(NamedTuple):
    """A list."""

    items: list[Node]
    span: Span


class Mapping(NamedTuple):
    """Pairs of a key and what stands under it, in their order; no key comes twice."""

    entries: list[tuple[Scalar, Node]]
    span: Span


Node = Scalar | Items | Mapping


def read_tree(source: SourceFile, report: Report) -> Node | None:
    """Read a YAML file's text; nothing where a mistake makes all of it doubtful. An empty one is an empty value."""
    try:
        return _Builder(source, report).build()
    except _RefusedError as refused:
        report(refused.diagnostic)
        return None


class _RefusedError(Exception):
    """Ends the reading of a file."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__()
        self.diagnostic = diagnostic


class _Open:
    """A list or a mapping whose end was not met yet."""

    __slots__ = ("entries", "firsts", "is_mapping", "items", "key", "last", "start")

    def __init__(self, is_mapping: bool, start: int) -> None:
        self.is_mapping = is_mapping
        self.start = start
        self.last = start
        self.items: list[Node] = []
        self.entries: list[tuple[Scalar, Node]] = []
        self.firsts: dict[str, Scalar] = {}
        self.key: Scalar | None = None

    def close(self, end: int) -> Node:
        """Give the finished node; ``end`` is where its closing bracket ends, or nothing new without one."""
        span = Span(self.start, max(end, self.last))
        return Mapping(self.entries, span) if self.is_mapping else Items(self.items, span)


class _Builder:
    """Puts the parser's events together, without recursion."""

    def __init__(self, source: SourceFile, report: Report) -> None:
        self.source = source
        self.report = report
        self.open: list[_Open] = []
        self.root: Node | None = None

    def build(self) -> Node:
        """Read the whole text. Raises _RefusedError at what ends the reading."""
        import yaml

        loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
        parse = cast("Callable[..., Iterator[Event]]", yaml.parse)  # pyright: ignore[reportUnknownMemberType]
        try:
            for count, event in enumerate(parse(self.source.text, Loader=loader)):
                if count > MAX_VALUES:
                    raise _RefusedError(say.TOO_MANY_VALUES.at(self._at(event), limit=MAX_VALUES))
                self._take(event)
        except yaml.YAMLError as error:
            raise _RefusedError(describe(self.source, error)) from error
        return self.root or Scalar("", Span(0, 0), "")

    def _take(self, event: Event) -> None:
        from yaml import events

        match event:
            case events.ScalarEvent():
                self._check(event)
                self._add(self._scalar(event))
            case events.MappingStartEvent() | events.SequenceStartEvent():
                self._check(event)
                if len(self.open) == MAX_DEPTH:
                    raise _RefusedError(say.TOO_DEEP.at(self._at(event), limit=MAX_DEPTH))
                is_mapping = isinstance(event, events.MappingStartEvent)
                self.open.append(_Open(is_mapping, event.start_mark.index))
            case events.MappingEndEvent() | events.SequenceEndEvent():
                bracketed = event.end_mark.index > event.start_mark.index
                self._add(self.open.pop().close(event.end_mark.index if bracketed else 0))
            case events.AliasEvent():
                raise _RefusedError(say.NO_ALIASES.at(self._at(event)))
            case events.DocumentStartEvent() if self.root is not None:
                raise _RefusedError(say.SECOND_DOCUMENT.at(self._at(event)))
            case _:
                pass

    def _check(self, event: ScalarEvent | CollectionStartEvent) -> None:
        """Refuse a node with an anchor or with a type of its own."""
        if event.anchor is not None:
            raise _RefusedError(say.NO_ALIASES.at(self._at(event)))
        if event.tag is not None:
            raise _RefusedError(say.NO_TAGS.at(self._at(event)))

    def _scalar(self, event: ScalarEvent) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        if style in ("|", ">"):  # such a text ends where the next line of the file begins
            end = start + len(self.source.text[start:end].rstrip())
        if strange := STRANGE.search(event.value) if style == '"' else None:  # by way of an escape
            raise _RefusedError(strange_character(strange, self._at(event)))
        return Scalar(event.value, Span(start, end), style)

    def _add(self, node: Node) -> None:
        """Put a finished node where it belongs."""
        if not self.open:
            self.root = node
            return
        into = self.open[-1]
        into.last = max(into.last, node.span.end)
        if not into.is_mapping:
            into.items.append(node)
        elif into.key is not None:
            if into.firsts[into.key.text.strip()] is into.key:
                into.entries.append((into.key, node))
            into.key = None
        elif isinstance(node, Scalar):
            self._take_key(into, node)
        else:
            raise _RefusedError(say.WRONG_SHAPE.at(Place(self.source, node.span), wanted=say.A_PLAIN_KEY))

    def _take_key(self, into: _Open, key: Scalar) -> None:
        into.key = key
        first = into.firsts.setdefault(key.text.strip(), key)
        if first is not key:
            again, before = Place(self.source, key.span), Place(self.source, first.span)
            self.report(say.REPEATED_KEY.at(again, Label(before, say.FIRST_HERE), key=key.text))

    def _at(self, event: Event) -> Place:
        start, end = event.start_mark.index, event.end_mark.index
        return Place(self.source, Span(start, max(start, end)))
