"""PSR505: a cap is no multiple of what each occurrence costs, so the last occurrence costs less than the others."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...grammar import statements as s
from ...interpreter.interval import Exact
from ..figures import figure, points_of, written
from ..rule import Subject

KIND = Kind(
    "PSR505",
    Words(
        "`{cap}` is no multiple of {amount}: the occurrence that reaches it {verb} only {rest}",
        "`{cap}` 不是每次 {amount} 分的整数倍：达到封顶的那一次只{verb} {rest} 分",
    ),
    Words("{amount} × {times} = {before}", "{amount} × {times} = {before}"),
    Words(
        "if {before} or {after} is meant, write that as the cap",
        "如果本意是 {before} 分或 {after} 分，请改写封顶",
    ),
    severity="warning",
)
_BELOW = Kind(
    KIND.code,
    Words(
        "`{cap}` is less than {amount}, so that even a single occurrence {verb} only {rest}",
        "`{cap}` 小于每次的 {amount} 分，因此一次也只{verb} {rest} 分",
    ),
    Words("the cap", "封顶"),
    Words(
        "raise the cap to {amount}, or write {rest} for each occurrence",
        "请把封顶提高到 {amount} 分，或把每次的分数改为 {rest} 分",
    ),
    severity="warning",
)
_EACH = Words("{amount} each", "每次 {amount} 分")
_VERBS = {"deduct": Words("takes", "扣"), "award": Words("gives", "加")}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find caps on lines that give or take the same figure each time, and do not come out even.

    Steps reckoned ``prorated`` reach any figure. A heading's own worth is no cap: what is left of it is always less.
    """
    for heading in subject.model.headings:
        for line in heading.lines:
            if isinstance(line, s.Effect) and line.amount is not None and _repeats(line.per):
                amount = points_of(line.amount, heading)
                for cap in line.caps:
                    limit = points_of(cap.limit, heading)
                    if amount and limit and limit % amount:
                        yield _finding(subject, line, cap, amount, limit)


def _repeats(per: s.Per | None) -> bool:
    return isinstance(per, s.PerEvent) or (isinstance(per, s.PerStep | s.PerCalendar) and per.rounding != "prorated")


def _finding(subject: Subject, line: s.Effect, cap: s.Cap, amount: Exact, limit: Exact) -> Diagnostic:
    times = Fraction(limit) // amount
    before = times * Fraction(amount)
    return (KIND if times else _BELOW).at(
        subject.place(cap),
        *([Label(subject.place(line.amount), _EACH)] if line.amount else ()),
        cap=written(subject.source, cap),
        amount=figure(amount),
        verb=_VERBS[line.verb],
        times=times,
        before=figure(before),
        rest=figure(limit - before),
        after=figure(before + amount),
    )
