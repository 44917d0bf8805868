"""PSR615: a line or a clause that can change nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Place, Span, Words
from ...grammar import expressions as e
from ...grammar import statements as s
from ..rule import Subject
from ..written import weight_clause

KIND = Kind(
    "PSR615",
    Words("`{clause}` changes nothing", "`{clause}` 不起任何作用"),
    Words("{why}", "{why}"),
    Words("write the figure that is meant, or delete it", "请写上应有的数值，或将其删去"),
    severity="warning",
)

_ZERO = Words("zero points", "零分")
_ALL_ZERO = Words("every row gives zero points", "每一行都是零分")
_CAPPED = Words("at most zero: the line gives and takes nothing", "封顶为零，既不加分也不扣分")
_WEIGHTLESS = Words("nothing is handed up, and nobody reads these points", "得分不计入上级，也没有别处用到")
_NO_CHOICE = Words("only one mark is possible", "只有一种分数可评")
_TEN_PLACES = Words("points have ten places in any case", "得分本来就只有十位小数")
_NONE_DROPPED = Words("drops none", "一个也没有去掉")

_PLACES = 10
"""Decimal places that points have in any case (specification: "Numbers")."""

_Found = tuple[Span, Words]


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find zeros where no zero can be meant; a table may have rows of zero, and ``score 0`` sets something."""
    for span, why in _idle(subject):
        clause = subject.source.text[span.start : span.end]
        yield KIND.at(Place(subject.source, span), clause=" ".join(clause.split()), why=why)


def _idle(subject: Subject) -> Iterator[_Found]:
    read = {node.label.text for node in subject.nodes if isinstance(node, e.PointsOf)}
    for node in subject.nodes:
        match node:
            case s.Effect(amount=amount) if _is_zero(amount):
                yield node.span, _ZERO
            case s.Effect(rows=rows) if rows and all(_is_zero(row.outcome) for row in rows):
                yield node.span, _ALL_ZERO
            case s.Cap() if _is_zero(node.limit):
                yield node.span, _CAPPED
            case s.Heading(weight=weight) if (
                weight and not weight.value and not (node.label and node.label.text in read)
            ):
                yield weight_clause(node, weight, subject.source), _WEIGHTLESS
            case s.Judge() if node.low.value == node.high.value:
                yield node.span, _NO_CHOICE
            case s.Round() if node.places.value == _PLACES:
                yield node.span, _TEN_PLACES
            case e.Drop() if _is_zero(node.count):
                yield node.span, _NONE_DROPPED
            case _:
                pass


def _is_zero(node: e.Expression | None) -> bool:
    return isinstance(node, e.Number) and node.value == 0
