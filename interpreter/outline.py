"""The flat lines of a file → nested headings, each with the lines that stand under it (specification: "Headings")."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..diagnostics import Span, Words
from ..diagnostics.catalogue import names
from ..grammar import statements as s
from .model import PointsLine
from .problems import Problems

_DEPTH: dict[s.Rank, int] = {"rubric": 0, "section": 1, "item": 2, "part": 3}


@dataclass(slots=True)
class Outline:
    """A heading with what stands under it, in the order of the file."""

    node: s.Heading
    lines: list[PointsLine] = field(default_factory=list[PointsLine])
    children: list[Outline] = field(default_factory=list["Outline"])
    order: list[PointsLine | Outline] = field(default_factory=list["PointsLine | Outline"])
    applies: s.Applies | None = None
    round: s.Round | None = None
    in_full: s.InFull | None = None
    source: list[str] = field(default_factory=list[str])

    @property
    def is_group(self) -> bool:
        """Whether this is a part without a worth, whose lines count as its heading's own."""
        return self.node.rank == "part" and self.node.worth is None and self.node.range is None


def outline(document: s.Document, problems: Problems) -> Outline | None:
    """Nest the headings of a file; nothing where it has no rubric line."""
    open_headings: list[Outline] = []
    of_total: list[s.Round] = []
    for line in document.statements:
        match line:
            case s.Heading():
                _open(line, open_headings, problems)
            case s.Effect() | s.Score() | s.Void() | s.Judge() | s.Applies() | s.InFull() | s.Source():
                if open_headings:
                    _add(open_headings[-1], line, problems)
                else:
                    problems.say(names.BEFORE_RUBRIC, line.span)
            case s.Round(total=True):
                of_total.append(line)
            case s.Round():
                if open_headings:
                    _round(open_headings[-1], line, problems)
                else:
                    problems.say(names.BEFORE_RUBRIC, line.span)
            case _:
                pass
    if not open_headings:
        problems.say(names.NO_RUBRIC, document.statements[0].span if document.statements else Span(0, 0))
        return None
    for line in of_total:
        _round(open_headings[0], line, problems)
    return open_headings[0]


def _open(node: s.Heading, open_headings: list[Outline], problems: Problems) -> None:
    depth = _DEPTH[node.rank]
    if depth == 0 and open_headings:
        problems.say(names.SECOND_RUBRIC, node.span, (open_headings[0].node.span, names.FIRST_HERE))
        return
    if depth and not open_headings:
        problems.say(names.BEFORE_RUBRIC, node.span)
        return
    while open_headings and _DEPTH[open_headings[-1].node.rank] >= depth:
        open_headings.pop()
    heading = Outline(node)
    if open_headings:
        if node.rank == "part" and open_headings[-1].node.rank == "rubric":
            problems.say(names.PART_OF_NOTHING, node.span)
        open_headings[-1].children.append(heading)
        open_headings[-1].order.append(heading)
    open_headings.append(heading)


def _add(heading: Outline, line: PointsLine | s.Applies | s.InFull | s.Source, problems: Problems) -> None:
    match line:
        case s.Source():
            heading.source.extend(text.value for text in line.lines)
        case s.InFull():
            if heading.in_full:
                _repeated(line, heading.in_full, Words("in full", "全文"), problems)
            heading.in_full = line
        case s.Applies():
            if heading.applies:
                _repeated(line, heading.applies, Words("applies if", "适用"), problems)
            heading.applies = line
        case _:
            heading.lines.append(line)
            heading.order.append(line)


def _round(heading: Outline, line: s.Round, problems: Problems) -> None:
    if heading.round:
        _repeated(line, heading.round, Words("round", "舍入"), problems)
    heading.round = line


def _repeated(line: s.Statement, first: s.Statement, word: Words, problems: Problems) -> None:
    problems.say(names.REPEATED_LINE, line.span, (first.span, names.FIRST_HERE), word=word)
