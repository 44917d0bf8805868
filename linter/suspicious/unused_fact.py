"""PSR601: a fact is declared that no rule reads."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Place, Words
from ..rule import Subject

KIND = Kind(
    "PSR601",
    Words("no rule reads the fact `{name}`", "没有规则用到数据 `{name}`"),
    Words("can move no points", "不影响任何分数"),
    Words(
        "write the rule that needs it, or delete the fact and take it out of the evidence",
        "请写上用到它的规则；不需要的，请删去这项数据，并从佐证中去掉",
    ),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find facts that no line, definition, grade, veto or tie break reads; a ``given`` of an example reads nothing."""
    for fact in subject.model.facts.values():
        if fact.span not in subject.uses:
            yield KIND.at(Place(subject.source, fact.span), name=fact.name)
