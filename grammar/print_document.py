"""Lines as they were written → the text of a file: comments beside their lines, and blank lines.

A blank line parts items, sections and examples, and what stands further in from what stands flush left. Any other
stays where its author put it, several as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ..diagnostics.width import display_width
from .print_indents import STEP, indents, is_round_total
from .print_lines import lines_of
from .print_reading import Remark, Script, Written
from .print_tables import align

_OPENING = frozenset({"rubric", "section", "item", "part", "example"})
_AFTER_A_BLANK_LINE = frozenset({"rubric", "section", "item", "example"})


def document_text(script: Script) -> str:
    """Lay a file out; give its text, which ends in one newline, or is empty if nothing stands in the file."""
    for is_table, rows in groupby(script.lines, key=lambda line: line.rule == "row"):
        if is_table:
            align([row.words for row in rows])
    printer = _Printer()
    rows = {index for index, line in enumerate(script.lines) if line.rule == "row"}
    for index, (line, indent) in enumerate(zip(script.lines, indents(script.lines), strict=True)):
        has_rows = index not in rows and index + 1 in rows
        printer.add(line, indent, hang=indent + (2 * STEP if has_rows else STEP))
    printer.text += [""] if script.lines and script.rest else []
    printer.remarks(script.rest, 0)
    return "".join(f"{line}\n" for line in printer.text)


class _Printer:
    """Puts lines under one another."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self._last: Written | None = None
        self._indent = 0
        self._strings = 0  # the cell in which the strings of the last source or full text begin

    def add(self, line: Written, indent: int, hang: int) -> None:
        """Add a line and the comments that belong to it."""
        if self._last and _are_parted(self._last, self._indent, line, indent):
            self.text.append("")
        if line.rule == "more":
            margin = self._strings
            self.text += [" " * margin + remark.text for remark in line.above]
        else:
            margin = indent
            self.remarks(line.above, margin)
            self.text += [""] if line.above and line.apart else []
        self.text += lines_of(line.words, line.inside, line.behind, margin, hang)
        self.remarks(line.below, indent + STEP * (line.rule in _OPENING and line.rule != "rubric"))
        if line.rule in ("source", "in_full"):
            self._strings = indent + display_width(line.words[0].text) + 1
        self._last, self._indent = line, indent

    def remarks(self, remarks: Sequence[Remark], margin: int) -> None:
        """Add comments on lines of their own; no blank line above the first one, which is not theirs."""
        for index, remark in enumerate(remarks):
            if index and remark.apart:
                self.text.append("")
            self.text.append(" " * margin + remark.text)


def _are_parted(last: Written, last_indent: int, line: Written, indent: int) -> bool:
    """Tell whether a blank line stands above a line and its comments."""
    if line.rule == "more" or (line.rule == "row" and last.rule != "row"):
        return False
    if line.rule in _AFTER_A_BLANK_LINE or (last_indent > 0 and indent == 0):
        return True
    if last.rule == "rubric" and indent == 0:
        return line.set_apart or not (line.rule == "period" or is_round_total(line))
    if indent > last_indent and last.rule not in _OPENING:
        return True  # it belongs to a heading further up, not to the line above it
    if indent > last_indent and not line.above and not last.below:
        return False
    return line.set_apart
