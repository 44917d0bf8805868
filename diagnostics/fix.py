"""How a finding can be mended: edits to the file's text, and whether they can change a score."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from typing import NamedTuple

from .source import Span
from .words import Words


class Edit(NamedTuple):
    """Put ``text`` in the place of a stretch of the file; an empty stretch inserts, an empty text deletes."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A mend that a program can make. ``safe``: it can change no score of any evidence, and no word of a person's."""

    words: Words
    """What it does, in the imperative: ``delete the line``."""
    edits: tuple[Edit, ...]
    safe: bool = True


def together(fixes: Sequence[Fix]) -> list[int]:
    """Choose fixes that can be made at one time; give their places in the order given.

    One whose edits overlap or touch those of an earlier one is not among them: it has to wait for the next round.
    """
    taken: list[Span] = []  # in the order of the text, so that only the neighbours of an edit can collide with it
    chosen: list[int] = []
    for index, fix in enumerate(fixes):
        if not any(_collides(edit.span, taken) for edit in fix.edits):
            chosen.append(index)
            for edit in fix.edits:
                insort(taken, edit.span)
    return chosen


def apply(text: str, fixes: Sequence[Fix]) -> tuple[str, int]:
    """Make fixes in a text, whole ones only, as many as can be made at one time.

    Lines that they put in end as the lines of the text do. Gives the new text and the number of fixes made.
    """
    chosen = together(fixes)
    line_end = _line_end(text)
    pieces: list[str] = []
    reached = 0
    for span, new in sorted((edit for index in chosen for edit in fixes[index].edits), key=lambda edit: edit.span):
        pieces += (text[reached : span.start], new if line_end == "\n" else _with_line_end(new, line_end))
        reached = span.end
    return "".join((*pieces, text[reached:])), len(chosen)


def _collides(span: Span, taken: list[Span]) -> bool:
    before = bisect_right(taken, span.end, key=lambda other: other.start)
    return before > 0 and taken[before - 1].end >= span.start


def _line_end(text: str) -> str:
    """Give what ends the first line of a text."""
    end = text.find("\n")
    if end < 0:
        return "\r" if "\r" in text else "\n"
    return "\r\n" if text[end - 1 : end] == "\r" else "\n"


def _with_line_end(text: str, line_end: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", line_end)
