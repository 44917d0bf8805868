"""PSR704: a clause of a heading that says what holds without it."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Edit, Fix, Kind, Place, Span, Words
from ...grammar import statements as s
from ...interpreter.model import HeadingModel
from ..rule import Subject
from ..written import weight_clause

KIND = Kind(
    "PSR704",
    Words("`{clause}` says what holds anyway", "`{clause}` 写不写都一样"),
    Words("needless", "多余"),
    Words("delete it: {why}", "请删去：{why}"),
    severity="warning",
)

_DELETE = Words("delete the clause", "删去这一项")
_STARTS_FULL = Words("a heading whose lines only take away starts full", "只扣分的标题本来就从满分起算")
_STARTS_ZERO = Words("a heading whose lines only give starts at zero", "只加分的标题本来就从零分起算")
_STARTS_FROM_SUM = Words(
    "a heading without lines of its own starts from the sum of those below", "下有标题的，本来就从下级得分之和起算"
)
_WHOLE_RANGE = Words("points stay between zero and the worth", "得分本来就介于零与分值之间")
_WHOLE_WEIGHT = Words("a heading without a weight counts in full", "没有权重的标题本来就全额计入")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find starts, ranges and weights that are those of a heading which says nothing of them."""
    for heading in subject.model.headings:
        for span, why in _needless(heading, subject):
            clause = " ".join(subject.source.text[span.start : span.end].split())
            fix = Fix(_DELETE, (Edit(_with_spaces(span, subject.source.text), ""),))
            yield KIND.at(Place(subject.source, span), fix=fix, clause=clause, why=why)


def _needless(heading: HeadingModel, subject: Subject) -> Iterator[tuple[Span, Words]]:
    node = heading.node
    if node.start is not None and (why := _natural_start(heading)):
        yield node.start.span, why
    if node.range is not None and node.range.low == 0 and node.worth and node.range.high == node.worth.value:
        yield node.range.span, _WHOLE_RANGE
    if node.weight is not None and heading.weight == 1:
        yield weight_clause(node, node.weight, subject.source), _WHOLE_WEIGHT


def _natural_start(heading: HeadingModel) -> Words | None:
    """Say why a heading would start where it does without a word of it; None where it would not."""
    takes = {
        isinstance(line, s.Void) or (isinstance(line, s.Effect) and line.verb == "deduct") for line in heading.lines
    }
    if heading.children:
        return _STARTS_FROM_SUM if heading.start == 0 else None
    if heading.worth is None or len(takes) > 1:
        return None
    if takes == {True}:
        return _STARTS_FULL if heading.start == heading.worth else None
    return _STARTS_ZERO if heading.start == 0 else None


def _with_spaces(span: Span, text: str) -> Span:
    """Give a stretch with the spaces before it."""
    start = span.start
    while text[start - 1] in " \t\u3000":
        start -= 1
    return Span(start, span.end)
