"""PSR503: the declared total can't be reached."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...interpreter.interval import Exact
from ...interpreter.model import HeadingModel
from ...interpreter.points import half_up
from ...interpreter.show import points_text
from ..budgets import weights_disagree
from ..figures import worth_node
from ..reach.reach import Reach, full_points
from ..reach.witness import advice_with
from ..rule import Subject

KIND = Kind(
    "PSR503",
    Words(
        "the total is {total}, but no unit can have more than {most}{sum}",
        "总分是 {total} 分，但任何单位最多只能得 {most} 分{sum}",
    ),
    Words("{total} is declared here", "此处写明 {total} 分"),
    Words(
        "change the worths so that all of it can be had, or declare `total {most}`",
        "请调整分值，使总分能够得满；或写明 `总分 {most}`",
    ),
    severity="warning",
)
_EXAMPLE = Words("{points} is reached with {evidence}", "{evidence} 时得 {points} 分")
_EACH = 4
"""So many headings are all pointed at; of more, the first and the last."""
_MOST_TERMS = 24
"""So many figures of a sum are written out."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find a total that is more than all headings together can give.

    Where nothing but weights that do not add up keeps it out of reach, PSR513 says so.
    """
    rubric, reach = subject.model.rubric, subject.reach
    full, most = full_points(rubric), reach.total.high
    if full is None or most is None or most >= full:
        return
    causes = [heading for heading in _causes(rubric, reach) if heading is not rubric]
    if not causes and weights_disagree(rubric):
        return
    yield KIND.at(
        subject.place(rubric.node.scaled_to or rubric.node.worth or rubric.node),
        *(Label(subject.place(heading.node), _at_most(heading, reach)) for heading in causes),
        *(() if causes else _handed_up(subject)),
        help=advice_with(KIND.help, reach.witness(rubric, 1, int(most)), _EXAMPLE),
        total=points_text(full),
        most=points_text(most),
        sum=_sum(rubric, most, reach),
    )


def _handed_up(subject: Subject) -> Iterator[Label]:
    """Point at what the headings below are worth, the first and the last of many."""
    children = subject.model.rubric.children
    for child in children if len(children) <= _EACH else (children[0], children[-1]):
        text = points_text(_weighed(child, subject.reach.points(child).high or 0))
        yield Label(subject.place(worth_node(child)), Words(f"at most {text}", f"最多 {text} 分"))


def _causes(heading: HeadingModel, reach: Reach) -> Iterator[HeadingModel]:
    """Give the lowest headings that can't give what they are worth, or whose sub-headings are worth less than they."""
    short = [child for child in heading.children if _is_short(child, reach)]
    for child in short:
        yield from _causes(child, reach)
    handed = sum(_weighed(child, full_points(child) or 0) for child in heading.children)
    if not short or handed < (full_points(heading) or 0):
        yield heading


def _is_short(heading: HeadingModel, reach: Reach) -> bool:
    full, most = full_points(heading), reach.points(heading).high
    return full is not None and most is not None and most < full


def _weighed(heading: HeadingModel, points: Exact) -> int:
    return half_up(points * Fraction(heading.weight))


def _at_most(heading: HeadingModel, reach: Reach) -> Words:
    most, full = points_text(reach.points(heading).high or 0), points_text(full_points(heading) or 0)
    return Words(f"at most {most} of {full}", f"{full} 分中最多得 {most} 分")


def _sum(rubric: HeadingModel, most: Exact, reach: Reach) -> Words:
    """Write the sum of what the headings below can give, where that is all there is to it."""
    terms = [_weighed(child, reach.points(child).high or 0) for child in rubric.children]
    if not 2 <= len(terms) <= _MOST_TERMS or sum(terms) != most:
        return Words("", "")
    written = f"{' + '.join(map(points_text, terms))} = {points_text(most)}"
    return Words(f": {written}", f"：{written}")
