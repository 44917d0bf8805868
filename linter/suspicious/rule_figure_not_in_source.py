"""PSR622: a rule states points that the regulation's words beside it do not."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Words
from ..rule import Subject

KIND = Kind(
    "PSR622",
    Words("the rule says `{figure}`, but the source beside it does not", "规则写的是 `{figure}`，原文中却没有这个数"),
    Words("not in the source", "原文中没有这个数"),
    Words(
        "correct the figure, or complete the source; if the committee has set it, allow it and say so",
        "请更正这个数，或补全原文；若是委员会自定的标准，请写明理由予以允许",
    ),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find fixed points that no sentence states; where a sentence has a figure left over, PSR621 speaks of both."""
    for discrepancy in subject.discrepancies:
        if not discrepancy.missing:
            for figure in discrepancy.unfounded:
                text = subject.source.text[figure.node.span.start : figure.node.span.end]
                yield KIND.at(subject.place(figure.node), figure=text)
