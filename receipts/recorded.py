"""A result as it was written down: the JSON of a score sheet → its points, its receipt, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from ..diagnostics import Diagnostic, Place, SourceFile
from ..diagnostics.catalogue import results as say
from .json_node import Node, NotSoError
from .json_places import place_of
from .json_text import read_json
from .receipt import FileDigest, Receipt

Named = TypeVar("Named")


class Points(NamedTuple):
    """Points as decimals: known ones, or None with the least and the most they can be (None: without limit)."""

    known: str | None
    low: str | None
    high: str | None


class Mark(NamedTuple):
    """What a unit has under a heading; ``ruling`` is the committee's: points, reason, by whom."""

    title: str
    worth: str | None
    points: Points
    applies: bool | None = True
    ruling: tuple[str | None, str, str] | None = None


class Unit(NamedTuple):
    """A unit's sheet. Sections go by title and their number among those of this title; items, by their number."""

    total: Points
    rank: int | None
    grade: str | None
    sections: dict[tuple[str, int], Mark]
    items: dict[str, Mark]


class Recorded(NamedTuple):
    """A score sheet as it was written."""

    title: str
    year: int | None
    units: dict[str, Unit]
    receipt: Receipt | None = None


def read_recorded(source: SourceFile) -> tuple[Recorded | None, Diagnostic | None]:
    """Read the JSON of a score sheet; give nothing, and what is wrong, where it is none."""
    value, mistake = read_json(source)
    if mistake is not None:
        return None, mistake
    try:
        return recorded(value), None
    except NotSoError as found:
        span = place_of(source.text, found.path)
        name = next((str(step) for step in reversed(found.path) if isinstance(step, str)), source.name)
        return None, say.NOT_A_RESULT.at(Place(source, span), help=found.help, name=name, wanted=found.wanted)


def recorded(value: object) -> Recorded:
    """Take the value of a score sheet apart. Raises NotSoError where it is none."""
    root = Node(value)
    if not isinstance(value, dict) or not (root.has("rubric") and root.has("units")):
        is_derivation = isinstance(value, dict) and root.has("headings")
        raise NotSoError((), say.A_SHEET, say.NO_DERIVATION if is_derivation else None)
    receipt = _receipt(root.get("receipt")) if root.has("receipt") else None
    units = _named((unit.get("unit"), _unit(unit)) for unit in root.get("units").each())
    return Recorded(root.get("rubric").text(), root.get("year").whole(), units, receipt)


def _unit(node: Node) -> Unit:
    sections: dict[tuple[str, int], Mark] = {}
    items: list[tuple[Node, Mark]] = []
    met: Counter[str] = Counter()
    for section in node.get("sections").each():
        title = section.get("title").text()
        sections[title, met[title]] = _mark(section)
        met[title] += 1
        items += ((item.get("id"), _item(item)) for item in section.get("items").each())
    return Unit(
        _points(node, "total"), node.get("rank").whole(), node.get("grade").text_or_none(), sections, _named(items)
    )


def _mark(node: Node) -> Mark:
    return Mark(node.get("title").text(), node.get("worth").points(), _points(node, "points"))


def _points(node: Node, name: str) -> Points:
    """Take points, which must agree with themselves: known ones are the least and the most, and not provisional."""
    points = Points(node.get(name).points(), node.get("low").points(), node.get("high").points())
    if points.known is not None and (points != (points.known,) * 3 or node.get("provisional").truth() is not False):
        raise NotSoError(node.get(name).path, say.AGREEING)
    return points


def _item(node: Node) -> Mark:
    ruling = node.get("ruling")
    decided = None
    if ruling.value is not None:
        decided = (ruling.get("points").points(), ruling.get("reason").text(), ruling.get("by").text())
    return _mark(node)._replace(applies=node.get("applies").truth(), ruling=decided)


def _receipt(node: Node) -> Receipt:
    return Receipt(
        node.get("psr").text(),
        _file(node.get("rules")),
        tuple(sorted(map(_file, node.get("evidence").each()))),
        tuple(sorted(map(_file, node.get("previous").each()))),
        bool(node.get("keep_going").truth()),
        node.get("units").whole() or 0,
    )


def _file(node: Node) -> FileDigest:
    return FileDigest(node.get("file").text(), node.get("sha256").digest())


def _named(pairs: Iterable[tuple[Node, Named]]) -> dict[str, Named]:
    """Gather values by their names, none of which may come twice."""
    found: dict[str, Named] = {}
    for name, value in pairs:
        if name.text() in found:
            raise NotSoError(name.path, say.ANOTHER_NAME)
        found[name.text()] = value
    return found
