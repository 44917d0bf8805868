"""Headings → functions of a unit that give its points (specification: "Headings").

start + children + awards - deductions; ``void`` wins over ``score``; then the range; then scaling; then ``round``;
a ruling replaces what came out; ``weight`` scales what is handed up.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, assert_never

from ..diagnostics import Words
from ..diagnostics.catalogue import evaluation as say
from ..grammar import statements as s
from . import interval as i
from .aggregate import concerned as concerned_by
from .compile_expressions import ExpressionCompiler, constant
from .compile_lines import Line, LineCompiler
from .facts import Ruling
from .interval import Interval, Quantity, Truth
from .model import Group, HeadingModel, Model, settings_of
from .points import POINT, half_up, scaled, to_points
from .rounding import rounded
from .runtime import Evaluate, HeadingMark, NoValue, Unit
from .trace import Trace

Heading = Callable[[Unit], HeadingMark]


class HeadingCompiler:
    """Compiles the headings of one rubric."""

    __slots__ = ("_applies", "_concerning", "expressions", "lines", "model")

    def __init__(self, model: Model) -> None:
        """Take the resolved rubric."""
        self.model = model
        self.expressions = ExpressionCompiler(model)
        self.lines = LineCompiler(self.expressions)
        self._applies: dict[int, Evaluate] = {}
        self._concerning: dict[int, tuple[Evaluate, ...]] = {}
        self._gather_applies(model.rubric)

    def _gather_applies(self, rubric: HeadingModel) -> None:
        """Compile all ``applies`` lines first: comparisons across units leave out those a heading does not concern."""
        waiting: list[tuple[HeadingModel, tuple[Evaluate, ...]]] = [(rubric, ())]
        while waiting:
            heading, above = waiting.pop()
            self.expressions.heading = heading
            if heading.applies is not None:
                compiled = self._applies[heading.number] = self.expressions.compile(heading.applies.condition)
                above = (*above, compiled)
            self._concerning[heading.number] = above
            waiting += [(child, above) for child in heading.children]

    def heading(self, heading: HeadingModel) -> Heading:
        """Compile one heading; those below it are evaluated before it."""
        self.expressions.heading = heading
        self.expressions.concerning = self._concerning[heading.number]
        arithmetic = self._arithmetic(heading)
        self.expressions.heading, self.expressions.concerning = None, ()
        applies = self._applies.get(heading.number)
        otherwise = self._otherwise(heading, arithmetic)
        label = heading.label

        def run(u: Unit) -> HeadingMark:
            try:
                concerned: Truth = True if applies is None else concerned_by(u, (applies,))
                mark = otherwise(u) if concerned is False else arithmetic(u)
                if concerned is None:
                    mark = _perhaps(mark, otherwise(u))
            except NoValue as nothing:
                mark = self._undefined(heading, u, nothing)
            ruling = u.given.rulings.get(label) if label else None
            return mark if ruling is None else _ruled(heading, mark, ruling)

        return run

    # ---- the arithmetic ---------------------------------------------------------------------------------------

    def _arithmetic(self, heading: HeadingModel) -> Heading:
        sums = self._sums(heading)
        settings = [self._setting(line, group) for line, group in settings_of(heading)]
        limit, to_places = self._limit(heading), self._to_places(heading)
        start = scaled(heading.start)
        children = heading.children
        ordinary = tuple((child, _worth_handed_up(child)) for child in children if not child.bonus)
        bonuses = tuple(child for child in children if child.bonus)
        declared = None if heading.worth is None else scaled(heading.worth)
        may_be_left_out = bool(children) and not heading.parts
        started = Trace("start", start, heading)

        def run(u: Unit) -> HeadingMark:
            points: Quantity = start
            steps: list[Trace] = [] if children and not start else [started]
            worth: Quantity | None = declared
            if children:
                points, worth = _children(u, ordinary, points, worth, steps)
            added, lines = sums(u)
            points = i.add(points, added)
            steps += lines
            for setting in settings:
                points = setting(u, points, steps)
            points = limit(points, worth, steps)
            for child in bonuses:
                handed = _handed(child, u.mark(child.number).points)
                points = i.add(points, handed)
                steps.append(Trace("bonus", handed, child))
            points = to_places(points, steps)
            in_play = worth if heading.scaled_to is None else scaled(heading.scaled_to)
            mark = HeadingMark(points, in_play, True, None, Trace("heading", points, heading, tuple(steps)))
            if may_be_left_out and not any(u.mark(child.number).applies for child in children):
                left_out = HeadingMark(0, 0, False, None, Trace("heading", 0, heading, tuple(steps)))
                surely = all(u.mark(child.number).applies is False for child in children)
                return left_out if surely else _perhaps(mark, left_out)
            return mark

        return run

    def _sums(self, heading: HeadingModel) -> Callable[[Unit], tuple[Quantity, tuple[Trace, ...]]]:
        """Compile the lines that add up, groups included."""
        parts = [self._part(part, heading) for part in heading.parts if not isinstance(part, s.Score | s.Void)]
        if len(parts) == 1:
            part = parts[0]

            def one(u: Unit) -> tuple[Quantity, tuple[Trace, ...]]:
                trace = part(u)
                return trace.value, (trace,)  # type: ignore[return-value]

            return one

        def sums(u: Unit) -> tuple[Quantity, tuple[Trace, ...]]:
            traces = tuple([part(u) for part in parts])
            return i.total(trace.value for trace in traces), traces  # type: ignore[misc]

        return sums

    def _part(self, part: s.Effect | s.Judge | Group, heading: HeadingModel) -> Line:
        match part:
            case Group():
                return self._group(part, heading)
            case s.Effect():
                line = self.lines.effect(part)
                return line if part.verb == "award" else _taking(line)
            case s.Judge():
                return _judge(part, heading)
            case _:
                assert_never(part)

    def _group(self, group: Group, heading: HeadingModel) -> Line:
        lines = [self._part(line, heading) for line in group.lines if not isinstance(line, s.Score | s.Void)]
        caps = [self.lines.amount(cap.limit) for cap in group.node.caps]
        applies = None if group.applies is None else self.expressions.compile(group.applies.condition)

        def run(u: Unit) -> Trace:
            concerned: Truth = True if applies is None else concerned_by(u, (applies,))
            if concerned is False:
                return Trace("group", 0, group, (Trace("applies", False, group.applies),))
            traces = [line(u) for line in lines]
            values: list[Any] = [trace.value for trace in traces]
            given = i.total(i.greatest(0, value) for value in values)
            taken = i.total(i.greatest(0, i.negate(value)) for value in values)
            for cap, limit in zip(group.node.caps, caps, strict=True):
                most = limit(u, None)
                given, taken = i.least(given, most), i.least(taken, most)
                traces.append(Trace("cap", i.subtract(given, taken), cap, (Trace("amount", most, cap.limit),)))
            points = i.subtract(given, taken)
            return Trace("group", points if concerned else i.hull(0, points), group, tuple(traces))

        return run

    def _setting(
        self, line: s.Score | s.Void, group: Group | None
    ) -> Callable[[Unit, Quantity, list[Trace]], Quantity]:
        """Compile a line that sets the points, whatever else happened.

        One in a group waits for the group's ``applies``.
        """
        kind = "score" if isinstance(line, s.Score) else "void"
        amount = self.lines.amount(line.amount) if isinstance(line, s.Score) else constant(0)
        condition = self.lines.condition(line.condition)
        notes = self.lines.notes(line)
        concerning = None if group is None else group.applies
        applies = None if concerning is None else self.expressions.compile(concerning.condition)

        def setting(u: Unit, points: Quantity, steps: list[Trace]) -> Quantity:
            holds: Truth = True if applies is None else concerned_by(u, (applies,))
            traced = notes(u) if holds else (Trace("applies", holds, concerning),)
            if condition is not None and holds is not False:
                met, step = condition(u)
                traced = (*traced, step)
                holds = met if holds or met is False else None
            if holds is False:
                steps.append(Trace(kind, None, line, traced))
                return points
            set_to = amount(u, None)
            points = set_to if holds else i.hull(points, set_to)
            steps.append(Trace(kind, points, line, traced))
            return points

        return setting

    def _limit(self, heading: HeadingModel) -> Callable[[Quantity, Quantity | None, list[Trace]], Quantity]:
        """Compile what comes after the sum: range and scaling."""
        low = None if heading.low is None else scaled(heading.low)
        high = None if heading.high is None else scaled(heading.high)
        follows_worth = heading.node.range is None and heading.worth is not None
        scale = None if heading.scaled_to is None else Fraction(heading.scaled_to) * POINT

        def limit(points: Quantity, worth: Quantity | None, steps: list[Trace]) -> Quantity:
            within = points
            if low is not None:
                within = i.greatest(within, low)
            most = worth if follows_worth and worth is not None else high
            if most is not None:
                within = i.least(within, most)
            if within != points:
                points = within
                steps.append(Trace("range", points, heading))
            if scale is not None and worth is not None:
                points = _scaled_to(points, worth, i.exact(scale))
                steps.append(Trace("scaled", points, heading))
            return points

        return limit

    def _to_places(self, heading: HeadingModel) -> Callable[[Quantity, list[Trace]], Quantity]:
        """Compile the rounding, which comes last: a bonus is rounded with the rest."""
        line = heading.round
        if line is None:
            return lambda points, _: points
        places, mode = int(line.places.value), line.mode or "half up"

        def to_places(points: Quantity, steps: list[Trace]) -> Quantity:
            points = i.stepwise(points, lambda x: int(rounded(Fraction(x, POINT), places, mode) * POINT))
            steps.append(Trace("round", points, line))
            return points

        return to_places

    def _otherwise(self, heading: HeadingModel, arithmetic: Heading) -> Heading:
        """Compile what a unit gets that the heading does not concern."""
        line = heading.applies
        worth = None if heading.worth is None else scaled(heading.worth)
        concerning = self._concerning[heading.number]

        def otherwise(u: Unit) -> HeadingMark:
            step = Trace("applies", False, line)
            if line is None or line.otherwise == "left out":
                return HeadingMark(0, 0, False, None, Trace("heading", 0, heading, (step,)))
            points = (worth or 0) if line.otherwise == "full" else _peer_mean(heading, u, concerning, arithmetic)
            return HeadingMark(points, worth, True, None, Trace("heading", points, heading, (step,)))

        return otherwise

    # ---- what can go wrong ------------------------------------------------------------------------------------

    def _undefined(self, heading: HeadingModel, u: Unit, nothing: NoValue) -> HeadingMark:
        """Note that an expression has no value; the heading may then be anything its range allows."""
        node = nothing.node or heading.node
        name, what = heading.label or heading.title, nothing.why or _NOT_APPLICABLE
        u.all().problems.append(say.UNDEFINED.at(self.model.place(node), unit=u.name, heading=name, what=what))
        return _anything(heading, Trace("undefined", None, node if nothing.node else None))


_NOT_APPLICABLE = Words("what this heading needs does not apply", "所需数据不适用")


def _taking(line: Line) -> Line:
    def taking(u: Unit) -> Trace:
        trace = line(u)
        points: Any = trace.value
        return trace if points == 0 else Trace("line", i.negate(points), trace.about, trace.children)

    return taking


def _judge(line: s.Judge, heading: HeadingModel) -> Line:
    label = heading.label
    low, high = scaled(line.low.value), scaled(line.high.value)

    def judge(u: Unit) -> Trace:
        mark = u.judged(label)
        if mark is None:
            return Trace("line", i.between(low, high), line)
        points = to_points(mark.points)
        return Trace("line", points, line, (Trace("mark", points, mark),))

    return judge


def _children(
    u: Unit,
    children: tuple[tuple[HeadingModel, Quantity | None], ...],
    points: Quantity,
    worth: Quantity | None,
    steps: list[Trace],
) -> tuple[Quantity, Quantity | None]:
    """Add up the headings below, each given with the worth it hands up when it is in play.

    The worth of a heading that does not concern the unit leaves its parent's; what they have more than their parent,
    as alternatives have, leaves first.
    """
    theirs = i.total(own for _, own in children if own is not None)
    in_play: Quantity = 0 if worth is None else i.greatest(worth, theirs)
    for child, own in children:
        mark = u.mark(child.number)
        handed = _handed(child, mark.points)
        steps.append(Trace("handed up", handed, child))
        points = i.add(points, handed)
        left = None if mark.worth is None else _handed(child, mark.worth)
        if left is None:
            continue
        if worth is None:
            in_play = i.add(in_play, left)
        elif own is not None and left != own:
            in_play = i.greatest(0, i.subtract(in_play, i.subtract(own, left)))
    return points, in_play if worth is None else i.least(worth, in_play)


def _worth_handed_up(child: HeadingModel) -> Quantity | None:
    return None if child.worth is None else _handed(child, scaled(child.scaled_to or child.worth))


def _handed(heading: HeadingModel, points: Quantity) -> Quantity:
    """Weigh what a heading hands up."""
    if heading.weight == 1:
        return points
    weight = Fraction(heading.weight)
    return i.stepwise(points, lambda x: half_up(x * weight))


def _scaled_to(points: Quantity, worth: Quantity, to: i.Exact) -> Quantity:
    if worth == 0:
        return 0
    scaled_points = i.multiply(i.divide(points, worth), to)
    if isinstance(worth, Interval):
        scaled_points = i.clamp(scaled_points, 0, to)
    return i.stepwise(scaled_points, half_up)


def _peer_mean(heading: HeadingModel, u: Unit, concerning: tuple[Evaluate, ...], arithmetic: Heading) -> Quantity:
    """Give the mean of a heading's points over the units that it concerns."""
    sure: list[Quantity] = []
    possible: list[Quantity] = []
    for peer in u.all().units:
        concerned = False if peer is u else concerned_by(peer, concerning)
        if concerned is not False:
            ruling = peer.given.rulings.get(heading.label)
            points = arithmetic(peer).points if ruling is None else to_points(ruling.points)
            (sure if concerned else possible).append(points)
    if u.all().others:
        possible.append(arithmetic(u).points)
    if not sure and not possible:
        raise NoValue(None, say.NO_PEERS)
    if possible:
        return i.hull(*sure, *possible)
    return i.stepwise(i.divide(i.total(sure), len(sure)), half_up)


def _perhaps(concerned: HeadingMark, otherwise: HeadingMark) -> HeadingMark:
    """Give what is known of a heading of which it is open whether it concerns the unit."""
    worth = None
    if concerned.worth is not None and otherwise.worth is not None:
        worth = i.hull(concerned.worth, otherwise.worth)
    points = i.hull(concerned.points, otherwise.points)
    applies = None if otherwise.applies is False else True
    return HeadingMark(points, worth, applies, None, concerned.trace._replace(value=points))


def _anything(heading: HeadingModel, step: Trace) -> HeadingMark:
    low = None if heading.low is None else scaled(heading.low)
    high = None if heading.high is None else scaled(heading.high)
    points = i.between(low, high)
    worth = None if heading.worth is None else scaled(heading.worth)
    return HeadingMark(points, worth, True, None, Trace("heading", points, heading, (step,)))


def _ruled(heading: HeadingModel, mark: HeadingMark, ruling: Ruling) -> HeadingMark:
    points = to_points(ruling.points)
    steps = (*mark.trace.children, Trace("ruling", points, ruling))
    worth = mark.worth if mark.applies else None if heading.worth is None else scaled(heading.worth)
    return HeadingMark(points, worth, True, ruling, Trace("heading", points, heading, steps))
