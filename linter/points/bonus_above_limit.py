"""PSR512: a bonus section, or the total with its bonus, can come to more than the limit that is stated for it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...interpreter.model import HeadingModel
from ..budgets import may_be_left_out, most_of, shares_of
from ..figures import WORTH, figure, name_of, worth_node
from ..rule import Subject

KIND = Kind(
    "PSR512",
    Words(
        "the bonus section `{heading}` is worth {worth}, but what stands under it adds up to {sum}",
        "附加大项 `{heading}` 的分值是 {worth} 分，下设各项合计却是 {sum} 分",
    ),
    WORTH,
    Words(
        "mend the figures; if {worth} is only meant as a limit, write `from 0 to {worth}` in place of the worth",
        "请更正分值；若 {worth} 分只是上限，请把分值改写为 `介于 0 至 {worth}`",
    ),
    severity="warning",
)
_TOTAL = Kind(
    KIND.code,
    Words(
        "the total can come to {sum} with its bonus, above the {limit} that its range allows",
        "总分连同附加分可达 {sum} 分，超过了所写的上限 {limit} 分",
    ),
    Words("at most {limit}", "最高 {limit} 分"),
    Words(
        "a bonus is added after the range of the total; lower the bonus, or raise the range to {total}",
        "附加分在总分取范围之后才加上；请降低附加分，或把上限提高到 {total} 分",
    ),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find bonus sections whose sub-headings are worth more than they are, and totals that pass a range above them.

    A bonus section that states its limit as a range is fine: a limit may be lower than all there is to earn.
    """
    rubric = subject.model.rubric
    bonuses = [child for child in rubric.children if child.bonus]
    for bonus in bonuses:
        yield from _section(subject, bonus)
    if bonuses and rubric.worth is not None and rubric.high is not None and rubric.high > rubric.worth:
        yield from _total(subject, rubric, bonuses)


def _section(subject: Subject, bonus: HeadingModel) -> Iterator[Diagnostic]:
    shares = shares_of(bonus)
    if shares is None or bonus.worth is None or bonus.node.range is not None:
        return
    total = sum((share.points for share in shares), Fraction(0))
    if total > bonus.worth and not any(map(may_be_left_out, bonus.children)):
        yield KIND.at(
            subject.place(worth_node(bonus)),
            *(
                Label(subject.place(worth_node(share.heading)), Words(f"worth {share.text}", f"分值 {share.text}"))
                for share in shares
            ),
            heading=name_of(bonus),
            worth=figure(bonus.worth),
            sum=f"{' + '.join(share.text for share in shares)} = {figure(total)}",
        )


def _total(subject: Subject, rubric: HeadingModel, bonuses: list[HeadingModel]) -> Iterator[Diagnostic]:
    """Look at a range that reaches above the total: it can only be meant to make room for the bonus."""
    assert rubric.high is not None
    assert rubric.node.range is not None
    most = [most_of(child) for child in rubric.children if not child.bonus]
    extra = [most_of(bonus) for bonus in bonuses]
    known = [points for points in (*most, *extra) if points is not None]
    if len(known) < len(rubric.children):
        return
    ordinary = min(sum(known[: len(most)], Fraction(0)), Fraction(rubric.high))
    total = ordinary + sum(known[len(most) :], Fraction(0))
    if total > rubric.high:
        terms = " + ".join(figure(points) for points in (ordinary, *known[len(most) :]))
        yield _TOTAL.at(
            subject.place(rubric.node.range),
            *(Label(subject.place(bonus.node), _BONUS) for bonus in bonuses),
            limit=figure(rubric.high),
            total=figure(total),
            sum=f"{terms} = {figure(total)}",
        )


_BONUS = Words("added on top", "另外加上")
