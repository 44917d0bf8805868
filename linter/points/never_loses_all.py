"""PSR508: what starts full can't lose all its points."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...interpreter.interval import Exact, interval
from ...interpreter.model import HeadingModel
from ...interpreter.points import scaled
from ...interpreter.show import points_text
from ..figures import figure, name_of, worth_node
from ..reach.reach import Reach
from ..reach.steps import added, node_of
from ..reach.witness import advice_with
from ..rule import Subject

KIND = Kind(
    "PSR508",
    Words(
        "`{name}` can never lose all of its {worth} points: at least {least} is left",
        "`{name}` 的 {worth} 分永远扣不完：至少还剩 {least} 分",
    ),
    Words("starts with {worth}", "从 {worth} 分起算"),
    Words(
        "let the lines take all of it, or lower the worth; if {least} is to be kept, write `from {least} to {most}`",
        "请使各条合计能够扣完，或降低分值；如果本意是保底 {least} 分，请写 `介于 {least} 至 {most}`",
    ),
    severity="warning",
)
_EXAMPLE = Words("{points} is left with {evidence}", "{evidence} 时仍剩 {points} 分")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find headings that start with all they are worth and keep some of it whatever happens."""
    for heading in subject.model.headings:
        least = _left(heading, subject.reach)
        if least is not None:
            witness = subject.reach.witness(heading, -1, int(least))
            if witness is not None and witness.points < least:  # a unit that the heading does not concern
                witness = None
            yield KIND.at(
                subject.place(worth_node(heading)),
                *_limits(heading, subject),
                help=advice_with(KIND.help, witness, _EXAMPLE),
                name=name_of(heading),
                worth=figure(heading.worth or 0),
                least=points_text(least),
                most=figure(heading.high or heading.worth or 0),
            )


def _left(heading: HeadingModel, reach: Reach) -> Exact | None:
    """Give what a heading keeps in any case, if it starts full and should be able to lose it."""
    if not heading.worth or heading.start != heading.worth or heading.scaled_to is not None:
        return None
    least = reach.earned(heading).low
    floor = max(0, scaled(heading.low or 0))
    return least if reach.is_defined(heading) and least is not None and least > floor else None


def _limits(heading: HeadingModel, subject: Subject) -> Iterator[Label]:
    """Point at the lines and groups that take points, each with the most that it takes."""
    for step, points in added(subject.reach.mark(heading).trace):
        low = interval(points).low
        if low is not None and low < 0 and step.kind in ("line", "group"):
            most = points_text(-low)
            yield Label(subject.place(node_of(step)), Words(f"takes at most {most}", f"最多扣 {most} 分"))
