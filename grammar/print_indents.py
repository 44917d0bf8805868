"""How far in each line of a file stands.

Headings and what concerns the whole file stand flush left. What belongs to a heading or to an example stands one
step further in than it, the rows of a table one step further than their table.
"""

from __future__ import annotations

from collections.abc import Sequence

from .keywords import NUMBER_OF
from .print_reading import Written

STEP = 2
"""How many terminal cells a line stands in from the one it belongs to."""

# How far in a heading stands, what belongs to it, and the facts and definitions below it.
_HEADINGS = {
    "rubric": (0, STEP, 0),
    "section": (0, STEP, STEP),
    "item": (0, STEP, STEP),
    "part": (STEP, 2 * STEP, 2 * STEP),
}
_OWN = frozenset({"in_full", "source", "effect", "score", "void", "judge", "applies", "round"})
_ATTACHED = frozenset({"row", "more"})
_FREE = frozenset({"fact", "define_value", "define_table"})
_IN_EXAMPLES = frozenset({"given_fact", "given_points", "expect"})
_TOTAL = NUMBER_OF["TOTAL"]


def indents(lines: Sequence[Written]) -> list[int]:
    """Give the cells before each line; of a further string, those before the line it goes on with."""
    result: list[int] = []
    margins = _Margins()
    for line, is_within in zip(lines, _within(lines), strict=True):
        result.append(margins.of(line, is_within))
    return result


def is_round_total(line: Written) -> bool:
    """Tell whether a line is ``round total to N``: it speaks of the rubric, wherever it stands."""
    return line.rule == "round" and line.words[1].terminal == _TOTAL


def _belongs_to_heading(line: Written) -> bool:
    return line.rule == "part" or (line.rule in _OWN and not is_round_total(line))


def _within(lines: Sequence[Written]) -> list[bool]:
    """Tell of each line whether a line of the heading round about follows, facts and definitions aside."""
    result: list[bool] = []
    within = False
    for line in reversed(lines):
        result.append(within)
        if line.rule not in _FREE and line.rule not in _ATTACHED:
            within = _belongs_to_heading(line)
    return result[::-1]


class _Margins:
    """Where lines stand below what was passed so far."""

    def __init__(self) -> None:
        self._own = 0  # what belongs to the heading round about
        self._free = 0  # a fact or a definition
        self._last = 0  # the last line that is neither a row nor a further string

    def of(self, line: Written, is_within: bool) -> int:
        """Give the cells before a line."""
        if line.rule == "row":
            return self._last + STEP
        if line.rule != "more":
            self._last = self._of_statement(line, is_within)
        return self._last

    def _of_statement(self, line: Written, is_within: bool) -> int:
        if heading := _HEADINGS.get(line.rule):
            indent, self._own, self._free = heading
            return indent
        if line.rule in _FREE:
            # Facts gathered at the left behind an item's lines are none of the item's.
            if line.flush and line.set_apart and not is_within:
                self._free = 0
            return self._free
        if _belongs_to_heading(line):
            return self._own
        if line.rule in _IN_EXAMPLES:
            return STEP
        self._free = 0
        return 0
