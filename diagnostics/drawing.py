"""Draw the places a diagnostic points at: the file's name, its marked lines, and the signs under them.

Takes a diagnostic's labels, gives lines of text no wider than asked for, the name of the file aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from .diagnostic import Diagnostic, Severity
from .excerpt import Excerpt, excerpt, line_up
from .source import SourceFile, Span
from .table import TableSource
from .visible import visible
from .width import clip, display_width
from .words import Language
from .wrap import wrap

_COLORS: dict[Severity, str] = {"error": "31", "warning": "33"}  # red, yellow
_ASIDE = "36"  # cyan


class Mark(NamedTuple):
    """A label on the line it begins on: the characters ``start`` to ``end`` of that line, counted from 0."""

    line: int
    start: int
    end: int
    text: str
    leads: bool

    @property
    def reach(self) -> int:
        """The end of what must be seen; a mark between two characters shows the one behind it."""
        return max(self.end, self.start + 1)


class Block(NamedTuple):
    """A file's name, with the place in it that leads, and the marks in that file; none for a whole file."""

    head: str
    source: SourceFile
    marks: list[Mark]


class Look(NamedTuple):
    """How to draw: the width of the line numbers and the room beside them, in terminal cells; colours; line breaks."""

    gutter: int
    room: int
    severity: Severity
    color: bool
    wraps: bool = False
    """Whether words that are wider than the room go on below; otherwise they stay on one line, or are cut short."""

    def paint(self, text: str, leads: bool) -> str:
        """Colour a text: what leads in the colour of its severity, the rest in that of asides."""
        if not self.color:
            return text
        return f"\x1b[{_COLORS[self.severity] if leads else _ASIDE}m{text}\x1b[0m"

    def beside(self, number: str, sign: str, text: str = "") -> str:
        """Put a text to the right of the gutter."""
        return f"{number:>{self.gutter}} {sign} {text}".rstrip()


def gather(diagnostic: Diagnostic, language: Language) -> list[Block]:
    """Gather the labels by file, in the order in which the files are first met."""
    blocks: list[Block] = []
    for label in diagnostic.labels:
        leads = not blocks
        source, span = label.place
        text = visible(diagnostic.label_text(label, language))
        if span is None:
            blocks.append(Block(f"{label.place}: {text}" if text else str(label.place), source, []))
            continue
        block = next((block for block in blocks if block.marks and block.source is source), None)
        if block is None:
            block = Block(str(label.place), source, [])
            blocks.append(block)
        block.marks.append(_mark(source, span, text, leads))
    return blocks


def _mark(source: SourceFile, span: Span, text: str, leads: bool) -> Mark:
    """Find a span on the line it begins on; of a span over several lines, mark what stands on the first."""
    number, start, end = source.stretch(span)
    return Mark(number, start, end, text, leads)


def draw(block: Block, look: Look) -> Iterator[str]:
    """Draw a file's name and its marked lines, with a ``·`` where lines between them are left out."""
    head, *rest = wrap(visible(block.head), look.room) if look.wraps and not block.marks else [visible(block.head)]
    yield look.beside("", "┌─", head)
    yield from (look.beside("", "│ ", line) for line in rest)
    before = None
    in_order = sorted(block.marks, key=lambda mark: mark.line)
    for number, marks in groupby(in_order, key=lambda mark: mark.line):
        if before is not None and number > before + 1:
            yield look.beside("", "·")
        shares = _share(block.source, number, list(marks), look.room)
        if before is None and isinstance(block.source, TableSource):
            shown, (mark, *_) = shares[0]
            yield from _draw_header(block.source, mark, shown, look)
        before = number
        for shown, seen in shares:
            yield look.beside(str(number), "│", shown.text)
            for mark in seen:
                yield from _draw_mark(mark, shown, look)


def _draw_header(source: TableSource, mark: Mark, shown: Excerpt, look: Look) -> Iterator[str]:
    """Draw the row that names a table's columns above the first row that is shown, each name above its cell."""
    number = source.heading(mark.line)
    if number is not None:
        line, start = source.headed(mark.line, mark.start)
        yield look.beside(str(number), "│", line_up(line, start, shown.cell(mark.start), look.room))


def _share(source: SourceFile, number: int, marks: list[Mark], room: int) -> list[tuple[Excerpt, list[Mark]]]:
    """Show a line with all its marks, what leads first; once for each mark if the room is too small."""
    line = source.line(number)
    ordered = sorted(marks, key=lambda mark: (not mark.leads, mark.start))
    start, end = min(mark.start for mark in ordered), max(mark.reach for mark in ordered)
    if isinstance(source, TableSource):
        end += len(line[end:]) - len(line[end:].lstrip(" "))  # as far as the name of its column
    if end > len(line):
        line += " "  # to stand a mark under that points behind the last character
    shown = excerpt(line, start, end, room)
    if len(ordered) == 1 or shown.holds(end):
        return [(shown, ordered)]
    return [(excerpt(line, mark.start, mark.reach, room), [mark]) for mark in ordered]


def _draw_mark(mark: Mark, shown: Excerpt, look: Look) -> Iterator[str]:
    """Draw the signs under what is marked, and the label's text behind them or, for want of room, below."""
    cell = shown.cell(mark.start)
    count = max(1, shown.cell(mark.end) - cell)
    signs = ("^" if mark.leads else "-") * count
    free = look.room - cell - count - 1
    if display_width(mark.text) <= free or not mark.text:
        yield look.beside("", "│", " " * cell + look.paint(f"{signs} {mark.text}".rstrip(), mark.leads))
        return
    texts = wrap(mark.text, look.room) if look.wraps else [clip(mark.text, look.room)]
    indent = min(cell, look.room - max(map(display_width, texts)))
    yield look.beside("", "│", " " * cell + look.paint(signs, mark.leads))
    for text in texts:
        yield look.beside("", "│", " " * indent + look.paint(text, mark.leads))
