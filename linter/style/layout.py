"""PSR701: a file that is not laid out as `psr fmt` would do it."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Edit, Fix, Kind, Place, Span, Words
from ...grammar.format import format_document
from ..rule import Subject

KIND = Kind(
    "PSR701",
    Words("the file is not laid out as `psr fmt` does it", "本文件的版式与 `psr fmt` 的不同"),
    Words("the first line that differs", "从这一行开始不同"),
    Words("run `psr fmt`, or `psr lint --fix`", "请运行 `psr fmt`，或 `psr lint --fix`"),
    severity="warning",
)
_MISSING = Words("a blank line belongs above this line", "这一行上方应空一行")
_TOO_MANY = Words("a blank line too many", "多了一个空行")
_FIX = Words("lay the file out anew", "重新排版")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Point at the first line that `psr fmt` would change (docs/formatting.md)."""
    source = subject.source
    text = format_document(source, subject.document)
    if text is None or text == source.text:
        return
    fix = Fix(_FIX, (Edit(Span(0, len(source.text)), text),))
    span, words = _first_difference(source.text, text)
    yield KIND.at(Place(source, span), under=words, fix=fix)


def _first_difference(before: str, after: str) -> tuple[Span, Words | None]:
    """Give the first line of a text that is another in the text laid out; its last one where lines are missing.

    Where only a blank line makes the difference, the line itself looks perfect: then there are words that say so.
    """
    start = 0
    lines = before.splitlines(keepends=True)
    for line, other in zip(lines, after.splitlines(keepends=True), strict=False):
        if line != other:
            return Span(start, start + max(1, len(line.rstrip("\r\n")))), _blank_line(line, other)
        start += len(line)
    return Span(max(0, len(before) - 1), len(before)), None


def _blank_line(line: str, other: str) -> Words | None:
    """Tell of a blank line that one of two texts has where they begin to differ."""
    if not other.strip():
        return _MISSING if line.strip() else None
    return None if line.strip() else _TOO_MANY
