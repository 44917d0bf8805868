"""PSR620: a heading has rules, but not the regulation's words beside them, which the others have."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Words
from ...interpreter.model import Group, HeadingModel
from ..rule import Subject

KIND = Kind(
    "PSR620",
    Words("`{heading}` has rules but no `source`", "`{heading}` 有规则，却没有 `原文`"),
    Words("nothing to check its rules against", "规则无从核对"),
    Words(
        'put the regulation\'s own words under it: `source "…"`, as under the other headings',
        '请像其他标题那样，在其下写上细则的原话：`原文 "…"`',
    ),
    severity="warning",
)

_HABIT = 4  # of so many headings with rules, at most one may lack its source; else the file does without by habit


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find headings with lines that have no source, nor any heading above or part below, in a file where most do."""
    with_rules = 0
    without: list[HeadingModel] = []
    waiting = [(subject.model.rubric, False)]
    while waiting:
        heading, above = waiting.pop()
        sourced = (
            above or bool(heading.source) or any(isinstance(part, Group) and part.source for part in heading.parts)
        )
        if heading.parts and heading.weight:  # without a weight it is an aid to another heading
            with_rules += 1
            if not sourced and not any(child.source for child in heading.children):
                without.append(heading)
        waiting += [(child, sourced) for child in reversed(heading.children)]
    if without and with_rules >= _HABIT * len(without):
        for heading in without:
            yield KIND.at(subject.place(heading.node), heading=subject.name_of(heading))
