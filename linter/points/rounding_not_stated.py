"""PSR515: points can have decimals without end, and nothing says how they are rounded."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...grammar import expressions as e
from ...grammar import statements as s
from ...grammar.node import Node
from ...interpreter.declare import exact_of
from ...interpreter.model import HeadingModel
from ..budgets import scales_evenly
from ..endless import Endless
from ..figures import Clause, amounts_of, clauses_of, is_finite, points_of, written
from ..rule import Subject

KIND = Kind(
    "PSR515",
    Words(
        "`{amount}` can have decimals without end, and nothing says how points are rounded",
        "`{amount}` 可能除不尽，而细则没有写明得分如何舍入",
    ),
    Words("such as 3.3333333333", "例如 3.3333333333"),
    Words(
        "add a line `round total to 2` below the rubric, or `round to 2` under the heading",
        "请在考核细则下写一行 `舍入 总分 至 2`，或在该标题下写 `舍入 至 2`",
    ),
    severity="warning",
)
_HERE_TOO = Words("here too", "此处也是")
_MOST_PLACES = 4


class _Uneven(NamedTuple):
    """What may not come out even, and what to call it."""

    node: Node
    called: str | Words


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find where points may not come out even, once for a file: one line that rounds the total mends them all."""
    found = _uneven(subject.model.rubric, subject, Endless(subject.model))
    first = next(found, None)
    if first is not None:
        others = [Label(subject.place(one.node), _HERE_TOO) for one in islice(found, _MOST_PLACES - 1)]
        yield KIND.at(subject.place(first.node), *others, amount=first.called)


def _uneven(heading: HeadingModel, subject: Subject, endless: Endless) -> Iterator[_Uneven]:
    """Go through a heading and what stands under it; what is rounded, or stands under what is, comes out even."""
    if heading.applies is not None and heading.applies.otherwise == "peer mean":  # its own `round` does not reach that
        yield _Uneven(heading.applies, Words("else peer mean", "否则 取均分"))
    if heading.round is not None:
        return
    scaled_to = heading.node.scaled_to
    if scaled_to is not None and not scales_evenly(heading):
        number = written(subject.source, scaled_to)
        yield _Uneven(scaled_to, Words(f"scaled to {number}", f"折合 {number}"))
    for clause in clauses_of(heading):
        yield from (_Uneven(node, written(subject.source, node)) for node in _uneven_parts(clause, heading, endless))
    for child in heading.children:
        yield from _uneven(child, subject, endless)


def _uneven_parts(clause: Clause, heading: HeadingModel, endless: Endless) -> Iterator[Node]:
    """Give the amounts, steps and caps of a clause that may not come out even."""
    for line in clause.lines:
        amounts = list(amounts_of(line))
        yield from (amount for amount in amounts if endless.find(amount, heading))
        per = line.per if isinstance(line, s.Effect) else None
        if per is not None and _is_uneven(per, amounts, heading, endless):
            yield per
    yield from (cap for cap in clause.all_caps if endless.find(cap.limit, heading))


def _is_uneven(per: s.Per, amounts: list[e.Expression], heading: HeadingModel, endless: Endless) -> bool:
    """Tell whether a linear step may not come out even: its figure, its quota, or the amount for each unit of it."""
    match per:
        case s.PerStep(rounding="prorated"):
            amount = points_of(amounts[0], heading)
            rate = Fraction(1 if amount is None else amount) / exact_of(per.step)
            sides = [per.of] if per.quota is None else [per.of, per.quota.of]
            return not is_finite(rate) or any(endless.find(side, heading) for side in sides)
        case s.PerCalendar(rounding="prorated"):
            return per.unit != "day"
        case _:
            return False
