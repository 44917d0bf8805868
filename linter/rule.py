"""What a lint rule is, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from ..diagnostics import Diagnostic, Kind, Place, SourceFile
from ..grammar import statements as s
from ..grammar.node import Node
from ..grammar.walk import walk
from ..interpreter.model import HeadingModel, Model
from ..interpreter.program import Program
from .discrepancies import Discrepancy, discrepancies
from .reach.reach import Reach
from .suspicious.masked import Masked, masked_alternatives
from .tables.decision import grids
from .tables.extent import Extents
from .tables.grid import Grid
from .uses import Uses, uses_of


class Subject:
    """A sound rule file under the linter's eye; what several rules work out of it is worked out once, on first need."""

    def __init__(self, model: Model, program: Program) -> None:
        """Take the resolved rubric, which knows its source and its tree, and the same compiled."""
        self.model = model
        self.program = program
        self.source: SourceFile = model.source
        self.document: s.Document = model.document

    @cached_property
    def reach(self) -> Reach:
        """What each heading, the total and the grades can come to."""
        return Reach(self.program)

    @cached_property
    def extents(self) -> Extents:
        """What any expression can give, whatever the evidence says."""
        return Extents(self.program)

    @cached_property
    def tables(self) -> tuple[Grid, ...]:
        """The decision tables, taken apart into the values that their rows take."""
        return tuple(grids(self.model, self.extents))

    @cached_property
    def masked(self) -> tuple[Masked, ...]:
        """The grades, `score` lines and branches that are never used, for earlier ones take their place."""
        return tuple(masked_alternatives(self.model, self.extents))

    def place(self, node: Node) -> Place:
        """Give the place of a node in the rule file."""
        return Place(self.source, node.span)

    def name_of(self, heading: HeadingModel) -> str:
        """Give what people call a heading: its number, else its title, else its line; for a part its item's number too.

        Two items may each have a part called "procedure": so it is `3.2 procedure`.
        """
        item = self.item_of(heading)
        if item is not heading and item.label and heading.title and not heading.label:
            return f"{item.label} {heading.title}"
        return heading.label or heading.title or self.source.line(self.place(heading.node).position[0]).strip()

    def item_of(self, heading: HeadingModel) -> HeadingModel:
        """Give the item that a part belongs to; any other heading itself."""
        return self._items.get(heading.number, heading)

    @cached_property
    def _items(self) -> dict[int, HeadingModel]:
        """The items of the parts with a budget of their own, by the part's number."""
        items = [heading for heading in self.model.headings if heading.rank == "item"]
        return {part.number: item for item in items for part in item.children}

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes of the tree, parents first, in the order of the file."""
        return tuple(walk(self.document))

    @cached_property
    def discrepancies(self) -> list[Discrepancy]:
        """Where the figures of the regulation's words and of the rules beside them differ."""
        return discrepancies(self.document, self.source)

    @cached_property
    def uses(self) -> Uses:
        """Where each fact, field and definition is read."""
        return uses_of(self.model)


Check = Callable[[Subject], Iterator[Diagnostic]]


class Rule(NamedTuple):
    """One rule of the linter: what it says, and how it finds where to say it."""

    kind: Kind
    check: Check
