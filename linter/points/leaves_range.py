"""PSR510: a figure that leaves the range of its heading, which then cuts it off."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...interpreter.model import HeadingModel
from ...interpreter.points import scaled
from ...interpreter.show import points_text
from ..figures import name_of, worth_node
from ..reach.at_once import Figure, figures_at_once
from ..reach.witness import advice_with
from ..rule import Subject

KIND = Kind(
    "PSR510",
    Words(
        "this {figure} does not fit into the range of `{name}`: what lies {beyond} is cut off",
        "此处的 {figure} 分超出 `{name}` 的分值范围：{beyond} 分的部分会被直接截去",
    ),
    Words("comes to {reached}", "算下来是 {reached} 分"),
    Words(
        "write a figure that fits, or widen the range with `from … to …`",
        "请改为范围之内的数，或用 `介于 … 至 …` 放宽范围",
    ),
    severity="warning",
)
_LOSES_ALL = Words(
    "to say that nothing is left, write `void if …`; to go below, widen the range with `from … to …`",
    "如果本意是此项不得分，请写 `不得分 如果 …`；如果可以低于下限，请用 `介于 … 至 …` 放宽范围",
)
_OR_MORE = Words("comes to {reached} or more", "算下来至少是 {reached} 分")
_OR_LESS = Words("comes to {reached} or less", "算下来至多是 {reached} 分")
_EXAMPLE = Words("the reckoning comes to {points} with {evidence}", "{evidence} 时算下来是 {points} 分")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find figures that leave the range by themselves; what only adds up to more is cut off on purpose."""
    for heading in subject.model.headings:
        low = None if heading.low is None else scaled(heading.low)
        high = None if heading.high is None else scaled(heading.high)
        for figure in figures_at_once(heading, subject.reach.mark(heading).trace):
            if high is not None and figure.reached > high and (figure.sets or figure.points > 0):
                yield _found(figure, heading, 1, high, subject)
            elif low is not None and figure.reached < low and (figure.sets or figure.points < 0):
                yield _found(figure, heading, -1, low, subject)


def _found(figure: Figure, heading: HeadingModel, sign: int, limit: int, subject: Subject) -> Diagnostic:
    end = points_text(limit)
    words = Words(f"ends at {end}", f"最高 {end} 分") if sign > 0 else Words(f"begins at {end}", f"最低 {end} 分")
    witness = subject.reach.witness(heading, sign, int(figure.reached), uncut=True)
    goes_on = figure.varies and (witness is None or witness.points != figure.reached)
    return KIND.at(
        subject.place(figure.node),
        Label(subject.place(heading.node.range or worth_node(heading)), words),
        help=advice_with(_LOSES_ALL if limit == 0 and not figure.sets else KIND.help, witness, _EXAMPLE),
        under=(_OR_MORE if sign > 0 else _OR_LESS) if goes_on else None,
        figure=points_text(abs(figure.points)),
        name=name_of(heading),
        beyond=Words(f"above {end}", f"高于 {end}") if sign > 0 else Words(f"below {end}", f"低于 {end}"),
        reached=points_text(figure.reached),
    )
