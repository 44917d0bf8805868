"""The lines of a rubric that give and take points, each with the heading it counts for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..grammar import expressions as e
from ..interpreter.model import Group, HeadingModel, Model, PointsLine


class PlacedLine(NamedTuple):
    """A line, its heading, and what decides whether it counts at all.

    ``everywhere`` says that no heading above restricts whom it concerns and that what it gives is handed up.
    """

    line: PointsLine
    heading: HeadingModel
    group: Group | None
    everywhere: bool

    @property
    def concerning(self) -> e.Expression | None:
        """Whom the line's own group concerns; None for everybody."""
        return self.group.applies.condition if self.group and self.group.applies else None


def placed_lines(model: Model) -> Iterator[PlacedLine]:
    """Give all lines, heading by heading, in the order of the file."""
    waiting = [(model.rubric, True)]
    while waiting:
        heading, everywhere = waiting.pop()
        everywhere = everywhere and heading.applies is None and heading.weight != 0
        for part in heading.parts:
            if isinstance(part, Group):
                for line in part.lines:
                    yield PlacedLine(line, heading, part, everywhere and part.applies is None)
            else:
                yield PlacedLine(part, heading, None, everywhere)
        waiting += [(child, everywhere) for child in reversed(heading.children)]
