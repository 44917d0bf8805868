"""PSR506: a clause is capped at more than all the points its heading has."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Words
from ..budgets import room_of
from ..figures import WORTH, clauses_of, figure, name_of, points_of, worth_node, written
from ..rule import Subject

KIND = Kind(
    "PSR506",
    Words(
        "`{cap}` is more than `{heading}` is worth: {worth}",
        "`{cap}` 超过了 `{heading}` 的全部分值（{worth} 分）",
    ),
    Words("more than there is", "超过分值"),
    Words(
        "mend whichever is wrong: the cap, or the worth of `{heading}`",
        "请核对以哪一处为准：更正封顶，或更正 `{heading}` 的分值",
    ),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find caps above the worth, a line's or a group's; what a wider range makes room for is fine.

    See PSR510 for amounts that are above it.
    """
    for heading in subject.model.headings:
        room = room_of(heading)
        if room is not None and heading.worth is not None:
            for cap in [cap for clause in clauses_of(heading) for cap in clause.all_caps]:
                limit = points_of(cap.limit, heading)
                if limit is not None and limit > room:
                    yield KIND.at(
                        subject.place(cap),
                        Label(subject.place(worth_node(heading)), WORTH),
                        cap=written(subject.source, cap),
                        heading=name_of(heading),
                        worth=figure(heading.worth),
                    )
