"""PSR509: what an item is worth can't be earned in full."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...interpreter import interval as i
from ...interpreter.interval import Exact, Quantity, interval
from ...interpreter.model import HeadingModel
from ...interpreter.points import half_up
from ...interpreter.show import points_text
from ...interpreter.trace import Trace
from ..figures import name_of, worth_node
from ..reach.reach import Reach, full_points
from ..reach.steps import added, node_of, points_of
from ..reach.witness import advice_with
from ..rule import Subject

KIND = Kind(
    "PSR509",
    Words(
        "`{name}` can never have all of its {worth} points: {most} at most",
        "`{name}` 的 {worth} 分永远得不满：最多得 {most} 分",
    ),
    Words("worth {worth}", "分值 {worth}"),
    Words(
        "raise what the lines give, or lower the worth to {most}",
        "请提高各条所给的分，或把分值降为 {most}",
    ),
    severity="warning",
)
_NOTHING = Words("mend the lines: nobody has any points here", "请更正各条规则：任何单位在此项都得不到分")
_EXAMPLE = Words("{points} is reached with {evidence}", "{evidence} 时得 {points} 分")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find headings whose own lines keep them from what they are worth; see PSR502 for what adds up to less."""
    for heading in subject.model.headings:
        most = _most(heading, subject.reach)
        if most is not None:
            yield KIND.at(
                subject.place(worth_node(heading)),
                *_limits(heading, subject),
                help=advice_with(
                    KIND.help if most > 0 else _NOTHING, subject.reach.witness(heading, 1, int(most)), _EXAMPLE
                ),
                name=name_of(heading),
                worth=points_text(full_points(heading) or 0),
                most=points_text(most),
            )


def _most(heading: HeadingModel, reach: Reach) -> Exact | None:
    """Give the most that a heading can have, if that is less than it is worth and its own lines are the reason."""
    full, most = full_points(heading), reach.earned(heading).high
    if full is None or most is None or most >= full or not reach.is_defined(heading) or not heading.parts:
        return None
    handed = sum(half_up((full_points(child) or 0) * Fraction(child.weight)) for child in heading.children)
    return most if not heading.children or (handed >= full and _would_do(heading, full, reach)) else None


def _would_do(heading: HeadingModel, full: int, reach: Reach) -> bool:
    """Tell whether the headings below would give all that this one is worth, if its own lines did nothing."""
    below: Quantity = 0
    for step, points in added(reach.mark(heading).trace):
        below = i.add(below, points) if step.kind == "handed up" else below
    high = interval(below).high
    return high is None or high >= full


def _limits(heading: HeadingModel, subject: Subject) -> Iterator[Label]:
    """Point at the lines that give too little, those that always take, and those that set the points."""
    for step in subject.reach.mark(heading).trace.children:
        words = _says(step)
        if words is not None:
            yield Label(subject.place(node_of(step)), words)


def _says(step: Trace) -> Words | None:
    if step.kind == "void":
        return Words("leaves nothing", "不得分") if step.value == 0 else None
    if step.kind not in ("line", "group", "score") or step.value is None:
        return None
    high = interval(points_of(step)).high
    if high is None or (high == 0 and step.kind != "score"):
        return None
    if high < 0:
        return Words(f"always takes {points_text(-high)}", f"总要扣 {points_text(-high)} 分")
    return Words(f"at most {points_text(high)}", f"最多 {points_text(high)} 分")
