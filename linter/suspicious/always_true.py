"""PSR613: a condition that always holds, and so decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Words
from ..rule import Subject
from .constant import constants

KIND = Kind(
    "PSR613",
    Words("`{condition}` is always true", "`{condition}` 恒成立"),
    Words("{why}", "{why}"),
    Words("delete the condition, or correct it if something can fail it", "请删去这个条件；若本意是有时不成立，请更正"),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find conditions that no evidence can fail, as long as what they read applies."""
    for found in constants(subject, True):
        place = subject.place(found.node)
        yield KIND.at(place, condition=subject.source.text[slice(*found.node.span)], why=found.why)
