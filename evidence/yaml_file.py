"""YAML and JSON text → records (docs/evidence.md: "YAML").

Takes the text of one file, gives its records and reports what has the wrong shape; the rest of the file is still
read. Names and values are not looked at: they come out as they were written.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Keys
from typing import Literal, NamedTuple, assert_never

from ..diagnostics import Label, Place, SourceFile, Span
from ..diagnostics.catalogue import evidence as say
from .keys import FILE_KEYS, UNIT_KEYS, find_key, shown_keys
from .record import Entry, EvidenceFile, Record, Report, Said
from .suggest import unknown
from .text import is_sound
from .yaml_tree import Items, Mapping, Node, Scalar, read_tree

_WIDE_COLON = "："
_ABOUT: dict[str, Literal["fact", "mark", "ruling"]] = {"facts": "fact", "marks": "mark", "rulings": "ruling"}


def read_yaml(source: SourceFile, report: Report) -> EvidenceFile | None:
    """Read the text of a YAML or JSON file; nothing where no part of it can be trusted."""
    root = read_tree(source, report) if is_sound(source, report) else None
    match root:
        case None:
            return None
        case Mapping():
            return _Reader(source, report).file(root)
        case Scalar() if root.is_empty:
            report(say.EMPTY_FILE.at(Place(source)))
        case _:
            _Reader(source, report).refuse(root)
    return None


class _Part(NamedTuple):
    """Something under a key of the format: which key it is, as it was written, and what stands there."""

    name: str
    key: Scalar
    node: Node


class _Reader:
    """Turns the tree of one file into records."""

    def __init__(self, source: SourceFile, report: Report) -> None:
        self.source = source
        self.report = report

    def file(self, root: Mapping) -> EvidenceFile:
        """Read a whole file."""
        parts = {part.name: part for part in self._parts(root, {**FILE_KEYS, **UNIT_KEYS})}
        units = self._units(parts)
        records = [record for unit, below in units for part in below for record in self._section(unit, part)]
        rubric, year = (self._value(parts[name]) if name in parts else None for name in ("rubric", "year"))
        extents = tuple(self._extents(root, parts, [unit for unit, _ in units]))
        return EvidenceFile(self.source, records, tuple(unit for unit, _ in units), rubric, year, extents=extents)

    def _extents(self, root: Mapping, parts: dict[str, _Part], units: list[Said]) -> Iterator[tuple[Said, Span]]:
        """Give the stretch of each unit; the whole file is that of the one that it names."""
        if "units" not in parts:
            yield from ((unit, root.span) for unit in units)
        elif isinstance(below := parts["units"].node, Mapping):
            yield from ((self._said(key), Span(key.span.start, node.span.end)) for key, node in below.entries)

    def _units(self, parts: dict[str, _Part]) -> list[tuple[Said, list[_Part]]]:
        """Give the units of a file, each with the parts that belong to it."""
        own = [parts[name] for name in _ABOUT if name in parts]
        if "units" not in parts:
            unit = self._value(parts["unit"]) if "unit" in parts else None
            if unit is None and "unit" not in parts:
                self.report(say.NO_UNIT.at(self._place(own[0].key.span) if own else Place(self.source)))
            return [(unit, own)] if unit else []
        for part in [parts["unit"], *own] if "unit" in parts else own:
            self.report(say.TWO_FORMS.at(self._place(part.key.span), key=part.key.text))
        below = self._mapping(parts["units"].node)
        return [(self._said(key), self._unit(node)) for key, node in below if self._is_named(key)]

    def _unit(self, node: Node) -> list[_Part]:
        match node:
            case Mapping():
                return list(self._parts(node, UNIT_KEYS))
            case _:
                self._mapping(node)
                return []

    def _section(self, unit: Said, part: _Part) -> Iterator[Record]:
        """Read all facts, all marks or all rulings of a unit."""
        about = _ABOUT[part.name]
        for key, node in self._mapping(part.node):
            if not self._is_named(key):
                continue
            subject = self._said(key)
            place = self._place(Span(key.span.start, max(key.span.end, node.span.end)))
            first = Record(about, unit, subject, place)
            if about == "fact" and isinstance(node, Items):
                yield from self._events(first, node)
            else:
                yield from self._record(first, node)

    def _events(self, record: Record, node: Items) -> Iterator[Record]:
        if not node.items:
            yield record._replace(nothing=True)
        for item in node.items:
            if isinstance(item, Scalar) and self._has_wide_colon(item):
                yield record._replace(place=self._place(item.span), broken=True)
                continue
            yield from self._record(record._replace(place=self._place(item.span)), item)

    def _record(self, record: Record, node: Node) -> Iterator[Record]:
        match node:
            case Scalar() if node.is_empty:
                if node.style == ">":
                    self.report(say.UNQUOTED_BOUND.at(self._place(node.span)))
                else:
                    self.report(say.EMPTY_VALUE.at(record.place, name=record.subject.text))
                yield record._replace(broken=True)
            case Scalar():
                yield record._replace(bare=self._said(node))
            case Mapping():
                blank = tuple(Entry(self._said(key), self._said(empty)) for key, empty in self._blank(node))
                yield record._replace(entries=tuple(self._entries(node)), blank=blank)
            case Items():
                self.report(say.WRONG_SHAPE.at(self._place(node.span), wanted=say.VALUE_OR_PARTS))
                yield record._replace(broken=True)
            case _:
                assert_never(node)

    def _entries(self, mapping: Mapping) -> Iterator[Entry]:
        for key, node in mapping.entries:
            if isinstance(node, Scalar) and node.is_empty and self._is_run_together(key):
                continue
            if not isinstance(node, Scalar):
                self.report(say.WRONG_SHAPE.at(self._place(node.span), wanted=say.ONE_VALUE))
            elif node.is_empty and node.style == ">":
                self.report(say.UNQUOTED_BOUND.at(self._place(node.span)))
            elif self._is_named(key) and not node.is_empty:
                yield Entry(self._said(key), self._said(node))

    def _blank(self, mapping: Mapping) -> Iterator[tuple[Scalar, Scalar]]:
        """Give the keys with nothing behind them."""
        for key, node in mapping.entries:
            is_apart = key.style or not {":", _WIDE_COLON} & set(key.text)
            if isinstance(node, Scalar) and node.is_empty and node.style != ">" and not key.is_empty and is_apart:
                yield key, node

    def _is_run_together(self, key: Scalar) -> bool:
        """Tell whether a key holds its value, too, for want of a colon with a space behind it, and report it."""
        at = key.text.find(":")
        if key.style or at < 0:
            return self._has_wide_colon(key)
        place = self._place(Span(key.span.start + at, key.span.start + at + 1))
        self.report(say.BAD_YAML.at(place, help=say.HELP_CLOSE_COLON, problem=say.CLOSE_COLON))
        return True

    def _parts(self, mapping: Mapping, keys: Keys[str, str]) -> Iterator[_Part]:
        """Sort a mapping by the keys of the format; each is given once."""
        met: dict[str, Scalar] = {}
        for key, node in mapping.entries:
            name = find_key(key.text, keys)
            if name == "unit" and isinstance(node, Mapping):
                name = "units"
            if name is None:
                if self._is_named(key):
                    self.report(unknown(say.UNKNOWN_KEY, self._said(key), keys, shown=shown_keys(keys)))
            elif name in met:
                first = Label(self._place(met[name].span), say.FIRST_HERE)
                self.report(say.REPEATED_KEY.at(self._place(key.span), first, key=key.text))
            else:
                met[name] = key
                yield _Part(name, key, node)

    def _mapping(self, node: Node) -> list[tuple[Scalar, Node]]:
        """Give what stands in a mapping, or nothing where something else stands; an empty value is no mistake."""
        if isinstance(node, Mapping):
            return node.entries
        if not (isinstance(node, Scalar) and node.is_empty):
            self.refuse(node)
        return []

    def refuse(self, node: Node) -> None:
        """Report what stands where names and values should."""
        if not (isinstance(node, Scalar) and self._has_wide_colon(node)):
            self.report(say.WRONG_SHAPE.at(self._place(node.span), wanted=say.A_MAPPING))

    def _value(self, part: _Part) -> Said | None:
        """Give the single value that stands under a key."""
        if not isinstance(part.node, Scalar):
            self.report(say.WRONG_SHAPE.at(self._place(part.node.span), wanted=say.ONE_VALUE))
        elif part.node.is_empty:
            self.report(say.EMPTY_VALUE.at(self._place(part.key.span), name=part.key.text))
        else:
            return self._said(part.node)
        return None

    def _has_wide_colon(self, scalar: Scalar) -> bool:
        """Tell whether a plain text holds a full-width colon where a half-width one was meant, and report it."""
        at = scalar.text.find(_WIDE_COLON)
        if scalar.style or at < 0:
            return False
        start = scalar.span.start + at
        place = self._place(Span(start, start + 1))
        self.report(say.BAD_YAML.at(place, help=say.HELP_WIDE_COLON, problem=say.WIDE_COLON))
        return True

    def _is_named(self, key: Scalar) -> bool:
        if key.is_empty:
            self.report(say.EMPTY_NAME.at(self._place(key.span)))
        return not key.is_empty

    def _said(self, scalar: Scalar) -> Said:
        return Said(scalar.text.strip(), self._place(scalar.span))

    def _place(self, span: Span) -> Place:
        return Place(self.source, span)
