"""PSR602: a definition is made that nothing reads."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Words
from ..rule import Subject

KIND = Kind(
    "PSR602",
    Words("nothing reads the definition `{name}`", "没有任何一行用到定义 `{name}`"),
    Words("can move no points", "不影响任何分数"),
    Words("use it in a rule, or delete it", "请在规则中用到它，或删去这条定义"),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find definitions whose name stands in no line and in no other definition."""
    for define in subject.model.defines.values():
        name = define.node.name
        if name.span not in subject.uses:
            yield KIND.at(subject.place(name), name=name.text)
