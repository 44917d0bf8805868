"""PSR621: the regulation states a figure, and no rule beside it does."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Words
from ..rule import Subject

KIND = Kind(
    "PSR621",
    Words("the source says `{figure}`, but no rule beside it does", "原文写的是 `{figure}`，规则中却没有这个数"),
    Words("in the regulation's words", "原文如此"),
    Words(
        "correct the figure in the rule or in the source, or write the rule that is missing",
        "请核对原文与规则：更正写错的一处，或补上缺少的规则",
    ),
    severity="warning",
)

_INSTEAD = Words("not in the source", "原文中没有这个数")
_AT_MOST = 3  # places pointed at beside the first


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find figures of a source that none of the rules made of it states."""
    for discrepancy in subject.discrepancies:
        others = [Label(subject.place(figure.node), _INSTEAD) for figure in discrepancy.unfounded[:_AT_MOST]]
        for missing in discrepancy.missing:
            yield KIND.at(missing.place, *others, figure=missing.text)
