"""PSR612: two lines under a heading say different things of the same case."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...grammar import expressions as e
from ...grammar import statements as s
from ..placed import placed_lines
from ..rule import Subject

KIND = Kind(
    "PSR612",
    Words("{what}", "{what}"),
    Words("says otherwise", "说法不同"),
    Words(
        "keep the line that the regulation states, or write in both when each of them holds",
        "请保留原文所说的一条，或写明两条各在什么情形下适用",
    ),
    severity="warning",
)

_FIRST = Words("the same case", "同一情形")
_BOTH_COUNT = Words(
    "two lines state different things for the same case, and both count", "同一情形有两条规则，内容不同，且都会计算"
)
_ONE_CAPPED = Words(
    "the same line, with and without a cap, and both count", "同一条规则写了两次，一次有 `封顶`，一次没有，且都会计算"
)
_CAPPED_TWICE = Words(
    "the same line, with different caps, and both count", "同一条规则写了两次，`封顶` 不同，且都会计算"
)
_GIVES_AND_TAKES = Words("the same case is punished and rewarded", "同一情形既扣分又加分")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find lines of fixed points under one heading, its groups included, that differ only in what they state."""
    seen: dict[object, s.Effect] = {}
    for placed in placed_lines(subject.model):
        line = placed.line
        if not isinstance(line, s.Effect) or not _states_a_case(line):
            continue
        first = seen.setdefault((placed.heading.number, placed.concerning, line.per, line.condition), line)
        if first != line:
            yield KIND.at(subject.place(line), Label(subject.place(first), _FIRST), what=_difference(first, line))


def _difference(first: s.Effect, line: s.Effect) -> Words:
    if first.verb != line.verb:
        return _GIVES_AND_TAKES
    if first.amount != line.amount:
        return _BOTH_COUNT
    return _CAPPED_TWICE if first.caps and line.caps else _ONE_CAPPED


def _states_a_case(line: s.Effect) -> bool:
    """Tell whether a line states fixed points for a case that it names: each event, each step, a condition."""
    return isinstance(line.amount, e.Number) and line.by is None and (line.per or line.condition) is not None
