"""PSR614: a condition that never holds, so that what hangs on it never happens."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Words
from ..rule import Subject
from .constant import constants

KIND = Kind(
    "PSR614",
    Words("`{condition}` is never true", "`{condition}` 永远不成立"),
    Words("{why}", "{why}"),
    Words("correct the condition, or delete what hangs on it", "请更正条件，或删去由它决定的内容"),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find conditions that no evidence can meet; a grade that nobody can get has a finding of its own (PSR511)."""
    grades = subject.model.grades
    given = subject.reach.grades.given if grades else frozenset[int]()
    told = [grade.span for number, grade in enumerate(grades) if number not in given]
    for found in constants(subject, False):
        start, end = found.node.span
        if not any(span.start <= start and end <= span.end for span in told):
            place = subject.place(found.node)
            yield KIND.at(place, condition=subject.source.text[start:end], why=found.why)
