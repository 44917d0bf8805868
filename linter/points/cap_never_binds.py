"""PSR504: a cap is above all that its line or its group can ever come to, so it never cuts anything off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics import Diagnostic, Edit, Fix, Kind, Span, Words
from ...grammar import statements as s
from ...interpreter.interval import Exact
from ...interpreter.model import Group, HeadingModel, PointsLine
from ...interpreter.reads import facts_of
from ..bounds import Bounds
from ..figures import clauses_of, figure, points_of, written
from ..rule import Subject

KIND = Kind(
    "PSR504",
    Words(
        "`{cap}` never cuts anything off: without it the points come to {most} at most",
        "`{cap}` 永远用不上：不封顶，最多也只有 {most} 分",
    ),
    Words("more than {most}", "高于 {most} 分"),
    Words("mend the cap, or the amount it limits; or delete the cap", "请更正封顶，或更正所限的分数；或删去封顶"),
    severity="warning",
)
_DELETE = Words("delete the cap", "删去封顶")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find caps that are above what is to be capped; one that is just as high says what is so, and is fine."""
    bounds = Bounds(subject)
    for heading in subject.model.headings:
        for clause in clauses_of(heading):
            for line in clause.lines:
                if isinstance(line, s.Effect):
                    for cap in line.caps:
                        yield from _of_line(subject, heading, bounds, line, cap)
            if isinstance(clause.part, Group):
                yield from _of_group(subject, heading, bounds, clause.part)


def _of_line(
    subject: Subject, heading: HeadingModel, bounds: Bounds, line: s.Effect, cap: s.Cap
) -> Iterator[Diagnostic]:
    limit = points_of(cap.limit, heading)
    if limit is not None:
        yield from _finding(subject, cap, limit, bounds.before(cap, line, heading), [line])


def _of_group(subject: Subject, heading: HeadingModel, bounds: Bounds, group: Group) -> Iterator[Diagnostic]:
    """Look at a group, whose caps limit what its lines give together, and what they take together."""
    limits = [(cap, points_of(cap.limit, heading)) for cap in group.node.caps]
    if limits:
        sums = [_sum(heading, bounds, group, verb) for verb in ("award", "deduct")]
        most = None if None in sums else max(points for points in sums if points is not None)
        for cap, limit in limits:
            if limit is not None:
                yield from _finding(subject, cap, limit, most, group.lines)


def _sum(heading: HeadingModel, bounds: Bounds, group: Group, verb: str) -> Exact | None:
    """Give the most that the lines of a group come to that give, or that take; a mark of the committee may do both."""
    lines = [line for line in group.lines if not isinstance(line, s.Effect) or line.verb == verb]
    most = [bounds.most(line, heading) for line in lines]
    return None if None in most else sum(points for points in most if points is not None)


def _finding(
    subject: Subject, cap: s.Cap, limit: Exact, most: Exact | None, lines: Sequence[PointsLine]
) -> Iterator[Diagnostic]:
    """Say it; the number of all events may pass the range of their count, which each row of evidence keeps for itself.

    It may be below the range, too, where nothing happened: then nothing is said.
    """
    if most is None or limit <= most:
        return
    counted = [fact for line in lines for fact in facts_of(line, subject.model) if fact.counts]
    if not any(fact.type.low for fact in counted):
        fix = _without(subject, cap, safe=all(fact.type.high is None for fact in counted))
        yield KIND.at(subject.place(cap), fix=fix, cap=written(subject.source, cap), most=figure(most))


def _without(subject: Subject, cap: s.Cap, *, safe: bool) -> Fix | None:
    """Delete the cap with the blank before it; one that begins its own line of a long statement is left to a person."""
    text, start = subject.source.text, cap.span.start
    while text[start - 1] in " \t\u3000":
        start -= 1
    return None if text[start - 1] in "\r\n" else Fix(_DELETE, (Edit(Span(start, cap.span.end), ""),), safe)
