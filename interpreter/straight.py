"""Plain rubrics → straight-line Python: for one unit whose evidence is all known, as fast as code written by hand.

Most rubrics are made of plain lines: so many points for each occurrence, a table by one field, a quota, a cap, a
yes/no that voids. For these the compiler writes one function without calls or tests for the unknown. Where the
rubric or the evidence is not that plain, the general evaluator (compile_headings.py) takes over; it alone gives the
language its meaning, and tests hold the two to the same points and the same traces.

The text that is compiled holds numbers and positions in a table of constants, never a name or a text of a file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor
from typing import Any, cast

from ..grammar import expressions as e
from ..grammar import statements as s
from .declare import exact_of
from .facts import Missing, UnitFacts
from .interval import Interval
from .lookup import key_value
from .model import FactModel, FieldModel, Group, HeadingModel, Model, PointsLine, settings_of
from .points import scaled
from .runtime import HeadingMark
from .trace import Trace

Points = Callable[[UnitFacts], "Sequence[int]"]
"""Gives the points of all headings, by index, in ten-thousand-millionths."""

Marks = Callable[[UnitFacts], "list[HeadingMark]"]
"""Gives the marks of all headings, by index, each with its trace."""


class NotPlain(Exception):
    """The rubric, or the evidence, is not plain: the general evaluator is needed."""


def straight(model: Model, *, traced: bool) -> Any:
    """Compile a plain rubric to `Points`, or to `Marks` where ``traced``; None for any other rubric.

    What comes out raises NotPlain for evidence that is not plain: something unknown, or a ruling.
    """
    try:
        writer = _Writer(model, traced)
        for index in model.order:
            writer.heading(model.headings[index])
        return _refusing(writer.finish())
    except NotPlain:
        return None


def _refusing(run: Callable[[UnitFacts], Any]) -> Callable[[UnitFacts], Any]:
    def refusing(facts: UnitFacts) -> Any:
        try:
            return run(facts)
        except (TypeError, KeyError):
            # An interval can't be added to a number, and what is missing is no list and no key of a table.
            raise NotPlain from None

    return refusing


_MOST_CONSTANTS = 2000
"""Some 700 lines; Python takes ever longer to compile a function than it gets longer."""


class _Writer:
    """Writes the function, heading by heading; variable p7 holds the points of heading 7."""

    def __init__(self, model: Model, traced: bool) -> None:
        self.model = model
        self.traced = traced
        self.lines: list[str] = []
        self.constants: list[Any] = []
        self.fixed: dict[str, Trace] = {}
        """The steps that are the same for every unit, by the constant that holds them."""

    def put(self, *lines: str) -> None:
        self.lines += [f"    {line}" for line in lines]

    def constant(self, value: Any) -> str:
        if len(self.constants) == _MOST_CONSTANTS:
            raise NotPlain
        self.constants.append(value)
        return f"K{len(self.constants) - 1}"

    def step(self, trace: Trace) -> str:
        """Keep a step that is the same for every unit."""
        name = self.constant(trace)
        self.fixed[name] = trace
        return name

    def trace(self, kind: str, value: str, about: object, *children: str) -> str:
        """Write the making of a step of the trace."""
        inner = "()"
        if children and all(child in self.fixed for child in children):
            inner = self.constant(tuple(self.fixed[child] for child in children))
        elif children:
            inner = f"({', '.join(children)},)"
        return f"N(T, ({kind!r}, {value}, {self.constant(about)}, {inner}))"

    def finish(self) -> Callable[[UnitFacts], Any]:
        names = ", ".join(f"K{number}" for number in range(len(self.constants)))
        count = len(self.model.headings)
        results = ", ".join(f"{'m' if self.traced else 'p'}{index}" for index in range(count))
        text = [
            f"def make({names + ', ' if names else ''}N, T, M, refuse, incomplete):",
            "  def run(facts):",
            "    if facts.rulings: raise refuse",
            "    events = facts.events.get; values = facts.values.get; marks = facts.marks.get",
            *self.lines,
            f"    return [{results}]" if self.traced else f"    return ({results},)",
            "  return run",
        ]
        scope: dict[str, Any] = {}
        new = cast("Any", tuple).__new__  # makes a step of the trace in half the time of its class
        exec("\n".join(text), scope)
        return scope["make"](*self.constants, new, Trace, HeadingMark, NotPlain, _is_incomplete)

    # ---- headings ---------------------------------------------------------------------------------------------

    def heading(self, heading: HeadingModel) -> None:
        """Write the arithmetic of one heading: start, children, lines, void and score, range."""
        plain = heading.applies is None and heading.scaled_to is None and heading.round is None
        if not plain or any(child.bonus or child.weight != 1 for child in heading.children):
            raise NotPlain
        start = scaled(heading.start)
        self.put(f"p = {start}")
        began = not heading.children or start
        steps = [self.step(Trace("start", start, heading))] if began else []
        for child in heading.children:
            self.put(f"p += p{child.number}")
            steps.append(self.trace("handed up", f"p{child.number}", child))
        for part in heading.parts:
            if not isinstance(part, s.Score | s.Void):
                self._part(part, heading, f"l{len(steps)}")
                self.put("p += a")
                steps.append(f"l{len(steps)}")
        for line, _ in settings_of(heading):
            self._setting(line, f"l{len(steps)}")
            steps.append(f"l{len(steps)}")
        if self.traced:
            self.put(f"t = ({', '.join(steps)},)" if steps else "t = ()")
        self._range(heading)
        self.put(f"p{heading.number} = p")
        if self.traced:
            trace = f"N(T, ('heading', p, {self.constant(heading)}, t))"
            self.put(f"m{heading.number} = N(M, (p, {self._worth(heading)}, True, None, {trace}))")

    def _worth(self, heading: HeadingModel) -> str:
        if heading.worth is not None or not heading.children:
            return str(None if heading.worth is None else scaled(heading.worth))
        known = [f"m{child.number}[1]" for child in heading.children if child.worth is not None or child.children]
        return " + ".join(known) or "0"

    def _range(self, heading: HeadingModel) -> None:
        low = None if heading.low is None else scaled(heading.low)
        high = None if heading.high is None else scaled(heading.high)
        if low is None:  # then there is no upper end either
            return
        if self.traced:
            self.put("q = p")
        self.put(f"if p < {low}: p = {low}")
        if high is not None:
            self.put(f"if p > {high}: p = {high}")
        if self.traced:
            self.put(f"if p != q: t += ({self.trace('range', 'p', heading)},)")

    def _setting(self, line: s.Score | s.Void, name: str) -> None:
        """Write a ``score`` or a ``void`` that hangs on a yes/no fact."""
        kind = "score" if isinstance(line, s.Score) else "void"
        points = scaled(_literal(line.amount)) if isinstance(line, s.Score) else 0
        steps = self._condition(line.condition)
        self.put("if c:", f"  p = {points}")
        if self.traced:
            self.put(f"{name} = {self.trace(kind, 'p if c else None', line, *steps)}")

    def _condition(self, node: e.Expression | None) -> tuple[str, ...]:
        """Write the reading of a condition into c; give the steps that tell of it."""
        if node is None:
            self.put("c = True")
            return ()
        symbol = self.model.symbols.get(node.span) if isinstance(node, e.Name) else None
        if not isinstance(symbol, FactModel) or symbol.type.kind != "yes/no":
            raise NotPlain
        self.put(
            f"e = values({self.constant(symbol.name)})",
            f"c = {symbol.presumed!r} if e is None else e[0]",
            "if c is not True and c is not False: raise refuse",
        )
        stated = "() if e is None else (N(T, ('stated', c, e, ())),)"
        return f"N(T, ('value', c, {self.constant(node)}, {stated}))", self.trace("condition", "c", node)

    # ---- lines ------------------------------------------------------------------------------------------------

    def _part(self, part: PointsLine | Group, heading: HeadingModel, name: str) -> None:
        """Write a line: its signed points into a, its step under a name."""
        match part:
            case s.Effect():
                self._effect(part, name)
            case s.Judge():
                self._judge(part, heading, name)
            case _:
                raise NotPlain

    def _judge(self, line: s.Judge, heading: HeadingModel, name: str) -> None:
        self.put(f"j = marks({self.constant(heading.label)})", "if j is None: raise refuse")
        self.put(f"a = {self.constant(scaled_mark)}(j[0])")
        if self.traced:
            self.put(f"{name} = {self.trace('line', 'a', line, 'N(T, (' + repr('mark') + ', a, j, ()))')}")

    def _effect(self, line: s.Effect, name: str) -> None:
        if not isinstance(line.per, s.PerEvent) or line.per.where is not None or line.highest_per:
            raise NotPlain
        if any(cap.per is not None for cap in line.caps):
            raise NotPlain
        steps = list(self._condition(line.condition)) if line.condition is not None else []
        steps += self._events(line, line.per)
        for cap in line.caps:
            limit = scaled(_literal(cap.limit))
            self.put(f"if a > {limit}: a = {limit}")
            if self.traced:
                kept = f"s{len(steps)}"
                amount = self.step(Trace("amount", limit, cap.limit))
                self.put(f"{kept} = {self.trace('cap', 'a', cap, amount)}")
                steps.append(kept)
        if line.verb == "deduct":
            self.put("a = -a")
        if line.condition is not None:
            self.put("if not c: a = 0")
        if self.traced:
            told = self.trace("line", "a", line, *steps)
            if line.condition is None:
                self.put(f"{name} = {told}")
            else:
                self.put(f"{name} = {told} if c else {self.trace('line', '0', line, *steps[:2])}")

    def _events(self, line: s.Effect, per: s.PerEvent) -> list[str]:
        fact = self.model.symbols[per.fact.span]
        assert isinstance(fact, FactModel)
        self.put(f"r = events({self.constant(fact.name)})")
        if fact.required:
            self.put("if r is None: raise refuse")
        self.put("n = a = 0", "v = ()")
        if fact.fields and (self.traced or line.by is not None):
            self.put(f"if r and incomplete(r, {len(fact.fields)}): raise refuse")
        if per.quota is not None:
            return self._quota(line, per.quota, fact)
        amount = self._amount(line)
        self.put("if r:", "  for x in r: n += x[0]")
        if line.by is None:
            self.put(f"  a = {amount} * n")
        else:
            self.put(f"  for x in r: a += {amount} * x[0]")
        if self.traced:
            self.put(f"  v = tuple([N(T, ('event', {amount} * x[0], x, ())) for x in r])")
        return self._told(fact)

    def _told(self, fact: FactModel) -> list[str]:
        return [f"N(T, ('events', n, {self.constant(fact)}, v))"] if self.traced else []

    def _amount(self, line: s.Effect) -> str:
        """Write what one occurrence in row x costs."""
        if line.by is None:
            return str(scaled(_literal(line.amount)))
        if len(line.by.keys) != 1 or not isinstance(line.by.keys[0], e.Name):
            raise NotPlain
        field = self.model.symbols.get(line.by.keys[0].span)
        if not isinstance(field, FieldModel) or field.type.kind != "choice":
            raise NotPlain
        table = {option: _outcome(line.rows, option) for option in field.type.options}
        return f"{self.constant(table)}[x[2][{self.constant(field.name)}]]"

    def _quota(self, line: s.Effect, quota: s.Quota, fact: FactModel) -> list[str]:
        wanted = _literal(quota.of)
        if quota.per is not None:
            raise NotPlain
        amount = scaled(_literal(line.amount))
        gap = f"{ceil(wanted)} - n" if quota.side == "below" else f"n - {floor(wanted)}"
        self.put("if r:", "  for x in r: n += x[0]", f"d = {gap}", "if d < 0: d = 0", f"a = {amount} * d")
        if not self.traced:
            return []
        self.put("if r: v = tuple([N(T, ('event', x[0], x, ())) for x in r])")
        asked = self.step(Trace("quota", wanted, quota))
        each = self.step(Trace("amount", amount, line.amount))
        return [*self._told(fact), asked, self.trace("times", "d", line, each)]


def _literal(node: e.Expression | None) -> Any:
    if not isinstance(node, e.Number):
        raise NotPlain
    return exact_of(node)


def _outcome(rows: tuple[s.Row, ...], option: str) -> int:
    for row in rows:
        match row.keys[0]:
            case s.OtherwiseKey():
                return scaled(_literal(row.outcome))
            case s.ExactKey(value=value):
                if key_value(value) == option:
                    return scaled(_literal(row.outcome))
            case _:
                raise NotPlain
    return 0


def scaled_mark(points: Any) -> int:
    """Turn a committee's mark into ten-thousand-millionths; a bound is not plain."""
    if isinstance(points, Interval):
        raise NotPlain
    return scaled(points)


def _is_incomplete(rows: Any, fields: int) -> bool:
    """Tell whether a row leaves a field open."""
    for row in rows:
        if len(row[2]) != fields:
            return True
        for value in row[2].values():
            if value is None or isinstance(value, _OPEN):
                return True
    return False


_OPEN = (Missing, Interval)
