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
_FIX = Words("lay the file out anew", "重新排版")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Point at the first line that `psr fmt` would change (docs/formatting.md)."""
    source = subject.source
    text = format_document(source, subject.document)
    if text is None or text == source.text:
        return
    fix = Fix(_FIX, (Edit(Span(0, len(source.text)), text),))
    yield KIND.at(Place(source, _first_difference(source.text, text)), fix=fix)


def _first_difference(before: str, after: str) -> Span:
    """Give the first line of a text that is another in the text laid out; its last one where lines are missing."""
    start = 0
    lines = before.splitlines(keepends=True)
    for line, other in zip(lines, after.splitlines(keepends=True), strict=False):
        if line != other:
            return Span(start, start + max(1, len(line.rstrip("\r\n"))))
        start += len(line)
    return Span(max(0, len(before) - 1), len(before))
