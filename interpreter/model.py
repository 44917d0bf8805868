"""The resolved rubric: what every pass after the resolver reads (evaluator, linter, reports, editor).

Names are bound once: ``Model.symbols`` says what each name of the file means, by the stretch it stands on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from ..diagnostics import Place, SourceFile, Span
from ..grammar import expressions as e
from ..grammar import statements as s
from .interval import Exact

TypeKind = Literal["counts", "number", "percent", "yes/no", "date", "text", "choice"]


class Type(NamedTuple):
    """What a fact or a field can be; ``low`` and ``high`` bound numbers, shares (of 1) and dates (ordinals)."""

    kind: TypeKind
    low: Exact | None = None
    high: Exact | None = None
    noun: str = ""
    options: Mapping[str, str] = {}
    """Of a choice: each value's name and its label for people, in the order declared."""


class FieldModel(NamedTuple):
    """A field of a fact's events."""

    name: str
    label: str
    type: Type
    span: Span


class FactModel(NamedTuple):
    """A declared fact. ``presumed`` is what holds where the evidence is silent, in the form of facts.Stated."""

    number: int
    name: str
    label: str
    type: Type
    fields: Mapping[str, FieldModel]
    required: bool
    presumed: Exact | bool | str | None
    span: Span

    @property
    def counts(self) -> bool:
        """Whether the fact counts events."""
        return self.type.kind == "counts"


class DefineModel(NamedTuple):
    """A named expression or lookup table. ``events`` names the facts whose fields it reads, if it reads any."""

    number: int
    name: str
    node: s.Define
    events: frozenset[str] | None
    kind: str
    """The kind of its value: a number, a share, a ratio, a condition, a date, a text or a choice."""


class Option(NamedTuple):
    """A name that is one value of a choice."""

    name: str


Symbol = FactModel | FieldModel | DefineModel | Option

PointsLine = s.Effect | s.Score | s.Void | s.Judge


class Group(NamedTuple):
    """A part without a worth: its lines count as its heading's own, its cap limits them together."""

    node: s.Heading
    lines: tuple[PointsLine, ...]
    applies: s.Applies | None
    source: tuple[str, ...]


def lines_of(parts: Iterable[PointsLine | Group]) -> list[PointsLine]:
    """Give the lines among some parts of a heading, those of its groups in their places."""
    return [line for part in parts for line in (part.lines if isinstance(part, Group) else (part,))]


class HeadingModel(NamedTuple):
    """A heading with a budget of its own: rubric, section, item, or a part with a worth. All figures in points.

    ``low`` and ``high`` are the range its points stay in, None where open. ``start`` is what it begins with before
    its lines: its worth, zero or a figure. ``parts`` holds lines and groups in the order of the file.
    """

    number: int
    rank: s.Rank
    label: str
    title: str
    worth: Decimal | None
    low: Decimal | None
    high: Decimal | None
    start: Decimal
    weight: Decimal
    scaled_to: Decimal | None
    bonus: bool
    parts: tuple[PointsLine | Group, ...]
    children: tuple[HeadingModel, ...]
    applies: s.Applies | None
    round: s.Round | None
    in_full: tuple[str, ...]
    """Its title as the regulation words it, which documents print; empty where the title says it all."""
    source: tuple[str, ...]
    node: s.Heading

    @property
    def is_judged(self) -> bool:
        """Whether the committee gives it a mark of its own."""
        return any(isinstance(line, s.Judge) for line in self.lines)

    @property
    def lines(self) -> list[PointsLine]:
        """Its own lines, those of its groups in their places."""
        return lines_of(self.parts)


def settings_of(heading: HeadingModel) -> list[tuple[s.Score | s.Void, Group | None]]:
    """Give the lines that set a heading's points, each with its group, in the order in which they are tried.

    A later one replaces what an earlier one set: so the first ``score`` comes after the others, and ``void`` last.
    """
    placed = [(line, part if isinstance(part, Group) else None) for part in heading.parts for line in lines_of([part])]
    scores = [(line, group) for line, group in placed if isinstance(line, s.Score)]
    voids = [(line, group) for line, group in placed if isinstance(line, s.Void)]
    return [*reversed(scores), *voids]


class ExampleModel(NamedTuple):
    """An example of the file: what is given and what is expected of it."""

    node: s.Example
    given: tuple[s.GivenFact | s.GivenPoints, ...]
    expected: tuple[s.Expect, ...]


class Model(NamedTuple):
    """A rubric, resolved. ``order`` lists the headings so that each comes after all that its points depend on."""

    source: SourceFile
    document: s.Document
    title: str
    year: int | None
    period: tuple[date, date] | None
    rubric: HeadingModel
    headings: tuple[HeadingModel, ...]
    order: tuple[int, ...]
    facts: Mapping[str, FactModel]
    defines: Mapping[str, DefineModel]
    symbols: Mapping[Span, Symbol]
    share_bounds: frozenset[Span]
    """The places of ``every section >= 60%`` and the like, whose bound is a share of what each section is worth."""
    previous: e.Previous | None
    """The first place that reads last year's facts, if there is one."""
    labels: Mapping[str, HeadingModel]
    grades: tuple[s.Grade, ...]
    vetoes: tuple[s.Veto, ...]
    tie_break: s.TieBreak | None
    examples: tuple[ExampleModel, ...]

    def place(self, node: e.Node) -> Place:
        """Give the place of a node in the rule file."""
        return Place(self.source, node.span)
