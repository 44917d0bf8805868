"""PSR502: what stands under a heading adds up to less or more than the heading is worth."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...grammar import statements as s
from ...interpreter.model import HeadingModel
from ..budgets import Share, may_be_left_out, most_of, ordinary, shares_of, weights_disagree
from ..figures import WORTH, figure, name_of, worth_node
from ..rule import Subject
from .in_play import most_at_once

KIND = Kind(
    "PSR502",
    Words(
        "`{heading}` is worth {worth}, but what stands under it adds up to {sum}",
        "`{heading}` 的分值是 {worth} 分，下设各项合计却是 {sum} 分",
    ),
    WORTH,
    Words(
        "mend one of the figures; if a sub-heading is missing, add it",
        "请更正其中一处分值；若漏写了一项，请补上",
    ),
    severity="warning",
)
_EACH = 4
"""So many sub-headings are all pointed at; of more, the first and the last."""
_TERMS = 12
"""So many figures of a sum are written out."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find headings whose sub-headings give less or more, weights and scaling included (specification: "Headings").

    Of sub-headings that concern only some units, those count that may concern one unit at once.
    """
    for heading, above in _with_above(subject.model.rubric, []):
        shares = shares_of(heading)
        if shares is None or heading.worth is None or weights_disagree(heading):
            continue
        total = _total(heading, shares)
        if total > heading.worth and any(map(may_be_left_out, heading.children)):
            shares = most_at_once(subject, heading, above)
            total = _total(heading, shares)
            if total <= heading.worth:
                continue
        if total != heading.worth and not _is_meant(heading, total):
            yield KIND.at(
                subject.place(worth_node(heading)),
                *_labels(subject, shares),
                heading=name_of(heading),
                worth=figure(heading.worth),
                sum=_sum(heading, shares, total),
            )


def _with_above(heading: HeadingModel, above: list[HeadingModel]) -> Iterator[tuple[HeadingModel, list[HeadingModel]]]:
    """Give a heading and all below it, each with those above it, in the order of the file."""
    yield heading, above
    for child in heading.children:
        yield from _with_above(child, [*above, heading])


def _total(heading: HeadingModel, shares: list[Share]) -> Fraction:
    return sum((share.points for share in shares), Fraction(heading.start))


def _is_meant(heading: HeadingModel, total: Fraction) -> bool:
    """Tell whether the sub-headings need not make up the worth: lines add to it, a range lets it be passed.

    What has a rule of its own is left to that: a total that nobody can
    have (PSR503), a bonus section that comes to more than its limit (PSR512).
    """
    if total < (heading.worth or 0):
        return (
            _is_out_of_reach(heading, total)
            or any(map(_gives, heading.lines))
            or any(child.node.range is not None for child in ordinary(heading))
        )
    return heading.bonus or (heading.node.range is not None and (heading.high is None or heading.high >= total))


def _is_out_of_reach(heading: HeadingModel, total: Fraction) -> bool:
    """Tell whether a bonus does not lift the total above what is declared; just as high may be what is meant."""
    if heading.rank != "rubric":
        return False
    bonuses = [most_of(child) for child in heading.children if child.bonus]
    return None not in bonuses and total + sum(bonus for bonus in bonuses if bonus is not None) <= (heading.worth or 0)


def _gives(line: s.Statement) -> bool:
    return isinstance(line, s.Score | s.Judge) or (isinstance(line, s.Effect) and line.verb == "award")


def _labels(subject: Subject, shares: list[Share]) -> list[Label]:
    shown = shares if len(shares) <= _EACH else [shares[0], shares[-1]]
    return [
        Label(subject.place(worth_node(share.heading)), Words(f"worth {share.text}", f"分值 {share.text}"))
        for share in shown
    ]


def _sum(heading: HeadingModel, shares: list[Share], total: Fraction) -> str:
    """Write the sum: ``1 + 2 + 2 + 4 = 9``."""
    terms = [share.text for share in shares]
    if heading.start:
        terms.insert(0, figure(heading.start))
    if len(terms) == 1:
        return figure(total)
    if len(terms) > _TERMS:
        terms[_TERMS - 2 : -1] = ["…"]
    return f"{' + '.join(terms)} = {figure(total)}"
