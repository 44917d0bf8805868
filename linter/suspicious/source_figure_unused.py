"""PSR621: the regulation states a figure, and no rule beside it does."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Words
from ..discrepancies import Mistaken
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

_OF_ANOTHER_KIND = Kind(
    KIND.code,
    Words(
        "the source means `{figure}` as {meaning}, but in the rules beside it `{figure}` is something else",
        "原文中的 `{figure}` 是{meaning}，规则中的这个数却另有所指",
    ),
    KIND.label,
    KIND.help,
    severity="warning",
)
_SWAPPED = Kind(
    KIND.code,
    Words(
        "the source says `{figure}` for `{fact}`, but the rule says `{amount}`: the amounts seem to be swapped",
        "原文中 `{fact}` 为 `{figure}` 分，规则中却为 `{amount}` 分：几条规则的分值似乎写颠倒了",
    ),
    KIND.label,
    Words("put the amounts in the rules right, or correct the source", "请更正规则中的分值，或更正原文"),
    severity="warning",
)
_MEANING = {"points": Words("points", "分值"), "threshold": Words("a threshold", "次数、人数或比例的要求")}
_INSTEAD = Words("not so in the source", "与原文不符")
_AT_MOST = 3  # places pointed at beside the first


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find figures of a source that none of the rules made of it states."""
    for discrepancy in subject.discrepancies:
        others = [Label(subject.place(figure.node), _INSTEAD) for figure in discrepancy.unfounded[:_AT_MOST]]
        for missing in discrepancy.missing:
            kind = _OF_ANOTHER_KIND if missing.is_there else KIND
            yield kind.at(missing.place, *others, figure=missing.text, meaning=_MEANING[missing.kind])
        if discrepancy.swapped:
            yield _swapped(discrepancy.swapped, subject)


def _swapped(mistaken: list[Mistaken], subject: Subject) -> Diagnostic:
    """Tell of all amounts that changed places with one another at once: it is one slip."""
    first = mistaken[0]
    amounts = [one.swapped.amount for one in mistaken]
    labels = [Label(subject.place(amount), _INSTEAD) for amount in amounts[:_AT_MOST]]
    return _SWAPPED.at(
        first.place,
        *labels,
        figure=first.swapped.figure.text,
        fact=first.swapped.fact,
        amount=subject.source.text[slice(*first.swapped.amount.span)],
    )
