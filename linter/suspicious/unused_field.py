"""PSR603: a field of events is asked for that no rule looks at."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Place, Words
from ..rule import Subject

KIND = Kind(
    "PSR603",
    Words("no rule looks at `{name}` of `{fact}`", "没有规则用到 `{fact}` 的附带项 `{name}`"),
    Words("has to be filled in, and can move no points", "要填报，却不影响任何分数"),
    Words(
        "let a rule depend on it (`where`, `by`, the amount), or delete it here and from the evidence; for the record "
        "alone, a field of type `text` or `date` is enough",
        "请让规则用到它（`其中`、`按` 或分值），或从这里和佐证中删去；只为留存备查的，用 `文字` 或 `日期` 即可",
    ),
    severity="warning",
)

_FOR_THE_RECORD = ("text", "date")
"""What committees note down beside an event without reckoning with it: who, which, when."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find fields that nothing reads, of facts that are read; texts and dates may be there for the record."""
    for fact in subject.model.facts.values():
        if fact.span not in subject.uses:
            continue  # one finding, on the fact, is enough
        for field in fact.fields.values():
            if field.type.kind not in _FOR_THE_RECORD and field.span not in subject.uses:
                yield KIND.at(Place(subject.source, field.span), name=field.name, fact=fact.name)
