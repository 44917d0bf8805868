"""A trace → sentences: each step of a derivation in people's words, with the place it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, NamedTuple

from ..diagnostics import Language, Place
from ..diagnostics.visible import visible
from ..grammar import expressions as e
from ..grammar import statements as s
from ..interpreter.facts import Event, Mark, Ruling, Value
from ..interpreter.interval import Interval, is_known, less, negate, total
from ..interpreter.model import DefineModel, FactModel, Group, HeadingModel
from ..interpreter.points import to_number
from ..interpreter.result import Result, UnitResult, Vetoed
from ..interpreter.show import number_text, points_text
from ..interpreter.trace import Trace
from .arithmetic import arithmetic
from .instead import instead
from .rule_text import RuleText
from .values import value_text
from .wording import clauses
from .words import step


class Sentence(NamedTuple):
    """One line of a derivation: how deep it stands, what it says, and where that is written."""

    level: int
    kind: str
    text: str
    place: Place | None
    value: str | None


class Derivation:
    """Tells the traces of one unit in one language."""

    __slots__ = ("_rules", "language", "model", "unit", "units")

    def __init__(self, result: Result, unit: UnitResult, language: Language, rules: RuleText | None = None) -> None:
        """Take the result, for the rubric's words and the other units' points, the unit and the language.

        ``rules`` spares reading the rule file again where several units are told.
        """
        self._rules = rules or RuleText(result.model, language)
        self.model = result.model
        self.units = result.units
        self.unit = unit
        self.language: Language = language

    def of(self, heading: HeadingModel, level: int = 0) -> Iterator[Sentence]:
        """Give the sentences about one heading's points, those of its steps below them.

        A part is told where its item is; sections and items have derivations of their own.
        """
        if heading.in_full:
            yield self._quotation("in full", heading.in_full, level)
        if heading.source:
            yield self._quotation("source", heading.source, level)
        for child in self.unit.mark(heading).trace.children:
            yield from self._step(child, heading, level)
            if child.kind == "handed up" and isinstance(child.about, HeadingModel) and child.about.rank == "part":
                yield from self.of(child.about, level + 1)
        if heading is self.model.rubric:
            for veto in self.unit.vetoes:
                yield self._veto(veto, level)

    def _veto(self, veto: Vetoed, level: int) -> Sentence:
        text = self.say("veto" if veto.sure else "perhaps", reason=visible(veto.reason))
        total = self._points(self.unit.total)
        if self.unit.mark(self.model.rubric).trace.value != self.unit.total:
            text = self.say("total", text=text, points=total)
        return Sentence(level, "veto", text, None, total)

    def _quotation(self, kind: Literal["in full", "source"], words: tuple[str, ...], level: int) -> Sentence:
        text = visible(" ".join(clauses(words)))
        return Sentence(level, kind, step(kind, self.language, text=text), None, None)

    def name(self, heading: HeadingModel) -> str:
        """Write a heading as its number and title."""
        return visible(f"{heading.label} {heading.title}".strip())

    def code(self, node: e.Node) -> str:
        """Give a node of the rule file on one line, in the reader's language."""
        return self._rules.of(node)

    def say(self, name: str, **arguments: object) -> str:
        """Give a step's sentence in the derivation's language."""
        return step(name, self.language, **arguments)

    def _step(
        self, trace: Trace, heading: HeadingModel, level: int, above: tuple[Trace, ...] = ()
    ) -> Iterator[Sentence]:
        """Tell one step and those below it; ``above`` holds the steps it stands under, the outermost first."""
        if isinstance(trace.about, Event):
            yield self._event(trace, trace.about, level, above)
            return
        text = "" if _is_idle(trace, above) else self._text(trace, heading)
        if text:
            place = self._place(trace)
            yield Sentence(level, trace.kind, text, place, self._value(trace))
            level += 1
        if isinstance(trace.about, Group) and trace.about.source:
            yield self._quotation("source", trace.about.source, level)
        yield from self._background(trace, heading, level, above)
        for child in trace.children:
            yield from self._step(child, heading, level, (*above, trace))
        if trace.kind == "events" and above and (reckoned := arithmetic(trace, above[-1], self.language)):
            yield Sentence(level - 1, "times", reckoned, None, self._plain(trace.value))

    def _background(
        self, trace: Trace, heading: HeadingModel, level: int, above: tuple[Trace, ...]
    ) -> Iterator[Sentence]:
        """Tell how a definition reads, and what a unit gets that the heading does not concern."""
        symbol = self.model.symbols.get(trace.about.span) if isinstance(trace.about, e.Name) else None
        if trace.kind == "value" and isinstance(symbol, DefineModel):
            yield Sentence(level, "definition", self.code(symbol.node), self.model.place(symbol.node), None)
        if trace.kind == "applies" and trace.about is heading.applies and not above:
            text = instead(heading, self.unit, self.units, self.language)
            if text:
                yield Sentence(level - 1, "applies", text, None, self._points(self.unit.mark(heading).trace.value))

    def _place(self, trace: Trace) -> Place | None:
        about = trace.about
        if isinstance(about, Mark | Ruling | Value):
            return about.place
        if isinstance(about, s.Line) and trace.kind in ("line", "score", "void", "table", "applies", "round"):
            return self.model.place(about)
        return None

    def _value(self, trace: Trace) -> str | None:
        if trace.kind == "value" and isinstance(trace.about, e.Name):
            symbol = self.model.symbols.get(trace.about.span)
            if isinstance(symbol, FactModel) and symbol.type.kind == "date" and trace.value is not None:
                return value_text(trace.value, symbol.type, self.language)
        if trace.kind in ("events", "times", "quota", "value"):
            return None if trace.value is None else self._plain(trace.value)
        if trace.kind == "stated" and isinstance(trace.about, Value):
            return None  # the step above says the same
        if isinstance(trace.value, bool) or trace.value is None or trace.kind in ("condition", "applies"):
            return None
        return self._points(trace.value)

    def _points(self, value: Any) -> str:
        return points_text(value) if is_known(value) else f"{points_text(value)} ?"

    def _plain(self, value: Any) -> str:
        return value_text(value, None, self.language)

    # ---- the sentences ----------------------------------------------------------------------------------------

    def _text(self, trace: Trace, heading: HeadingModel) -> str:
        value: Any = trace.value
        match trace.kind, trace.about:
            case "start", _:
                return self._start(heading, value)
            case "handed up", HeadingModel() as child if self.unit.mark(child).applies is False:
                return self.say("handed up", heading=self.name(child), points="—")
            case "handed up", HeadingModel() as child:
                name = "handed up" if child.weight == 1 else "weighted"
                weight = number_text(_exact(child.weight))
                return self.say(name, heading=self.name(child), points=self._points(value), weight=weight)
            case "line", s.Judge() as line if not trace.children:
                return f"{self.say('no mark')}  {self.code(line)}"
            case "line", s.Line() as line:
                return self._signed("line", value, _verb(line), self.code(line))
            case "group", Group() as group:
                title = group.node.title.value if group.node.title else self.code(group.node)
                return self._signed("group", value, "", visible(title))
            case "events", FactModel() as fact:
                name = "events" if trace.children or value != 0 else "no events"
                return self.say(name, fact=visible(fact.label), count=value_text(value, fact.type, self.language))
            case "quota", s.Quota() as quota:
                return (
                    f"{self.code(quota)}"
                    if isinstance(quota.of, e.Number)
                    else self._equals(self.code(quota.of), self._plain(value))
                )
            case "times", _:
                return self._times(trace)
            case "amount", _:
                return ""
            case "table", s.Row() as row:
                return self.say("table", text=self.code(row))
            case "table", _:
                return self.say("no row", points=self._points(value))
            case "stated", Value() as entry:
                return self.say("stated", note=visible(entry.note)) if entry.note else self.say("on record")
            case "condition", e.Node() as node:
                return self.say("condition", text=self.code(node), holds=value_text(value, None, self.language))
            case "value", e.Node() as node:
                return self._equals(self._named(node), self._of_node(node, value))
            case "cap", s.Cap() as about:
                limit: Any = trace.children[0].value
                if about.per is not None:
                    return self.say("cap per", text=self.code(about), points=self._points(value))
                return self.say("cap", limit=self._points(limit), points=self._points(value))
            case "mark", Mark() as mark:
                name = "mark" if mark.reason else "mark alone"
                return self.say(name, points=self._points(value), reason=visible(mark.reason))
            case (("score" | "void"), s.Line() as line):
                name = trace.kind if value is not None else f"{trace.kind} not"
                points = "" if value is None else self._points(value)
                return self.say(name, points=points, text=self.code(line))
            case "range", _:
                low = "…" if heading.low is None else f"{heading.low:f}"
                high = "…" if heading.high is None else f"{heading.high:f}"
                return self.say("range", low=low, high=high, points=self._points(value))
            case "scaled", _:
                return self.say("scaled", to=f"{heading.scaled_to or 0:f}", points=self._points(value))
            case "round", _:
                return self.say("round", points=self._points(value))
            case "bonus", HeadingModel() as child:
                return self.say("bonus", heading=self.name(child), points=self._points(value))
            case "applies", s.Applies() as line:
                return self.say("does not apply", text=self.code(line))
            case "applies", _:
                return self.say("not applicable")
            case "ruling", Ruling() as ruling if not is_known(ruling.points):
                return self.say("unread ruling", points=self._points(value))
            case "ruling", Ruling() as ruling:
                reason, by = visible(ruling.reason), visible(ruling.by)
                return self.say("ruling", points=self._points(value), reason=reason, by=by)
            case "undefined", e.Node() as node:
                return self.say("undefined", text=self.code(node))
            case _:
                return ""

    def _start(self, heading: HeadingModel, value: Any) -> str:
        if value == 0:
            return self.say("starts zero") if heading.worth is not None else ""
        name = "starts full" if heading.worth == heading.start else "starts at"
        return self.say(name, points=self._points(value))

    def _signed(self, name: str, value: Any, verb: str, text: str) -> str:
        taken = verb == "deduct" or (not isinstance(value, Interval) and value < 0)
        size = negate(value) if taken else value
        return self.say(name, sign="−" if taken else "+", points=self._points(size), text=text)

    def _times(self, trace: Trace) -> str:
        count: Any = trace.value
        each: Any = trace.children[0].value
        points = _product(count, each)
        return self.say("times", count=_factor(count), amount=points_text(each), points=_span(points))

    def _event(self, trace: Trace, row: Event, level: int, above: tuple[Trace, ...]) -> Sentence:
        """Tell one row of evidence: what it says, and before that the points it accounts for."""
        if trace.kind == "stated":  # of a count that was read, not of rows that a line counts
            name = above[-1].about
            fact = self.model.symbols.get(name.span) if isinstance(name, e.Name) else None
            what = self._row(row, fact if isinstance(fact, FactModel) else None)
            return Sentence(level, "stated", what, row.place, self._plain(row.quantity))
        fact = next((step.about for step in above if isinstance(step.about, FactModel)), None)
        line = next((step.about for step in above if isinstance(step.about, s.Effect)), None)
        what = self._row(row, fact)
        value: Any = trace.value
        if line is None or (isinstance(line.per, s.PerEvent) and line.per.quota is not None):
            return Sentence(level, "event", what, row.place, self._plain(value))  # it is counted, not priced
        text = self._signed("event", value if line.verb == "award" else negate(value), line.verb, what)
        return Sentence(level, "event", text, row.place, self._points(value))

    def _row(self, row: Event, fact: FactModel | None) -> str:
        parts = [value_text(row.quantity, fact.type if fact else None, self.language)]
        for name, stated in row.fields.items():
            field = fact.fields.get(name) if fact else None
            label = field.label if field else name
            parts.append(
                f"{visible(label)} {visible(value_text(stated, field.type if field else None, self.language))}"
            )
        if isinstance(row.date, int):
            parts.append(date.fromordinal(row.date).isoformat())
        parts += [visible(text) for text in (row.note, row.reference) if text]
        return " · ".join(parts)

    def _equals(self, text: str, value: str) -> str:
        """Write what something came to: ``members = 8``, ``members >= 5``."""
        return f"{text} {value}" if value.startswith(("<", ">")) else self.say("value", text=text, value=value)

    def _named(self, node: e.Node) -> str:
        symbol = self.model.symbols.get(node.span)
        if isinstance(symbol, FactModel):
            return visible(symbol.label)
        return self.code(node)

    def _of_node(self, node: e.Node, value: Any) -> str:
        symbol = self.model.symbols.get(node.span)
        return value_text(value, symbol.type if isinstance(symbol, FactModel) else None, self.language)


def _is_idle(trace: Trace, above: tuple[Trace, ...]) -> bool:
    """Tell whether a step is a cap that took nothing away: it would only be noise."""
    if not isinstance(trace.about, s.Cap) or trace.about.per is not None:
        return False
    left: Any = trace.value
    if isinstance(above[-1].about, Group):
        values: list[Any] = [step.value for step in above[-1].children if step.kind == "line"]
        return total(values) == left
    limit: Any = trace.children[0].value
    return less(left, limit) is True


def _verb(line: s.Line) -> str:
    return line.verb if isinstance(line, s.Effect) else ""


def _exact(weight: Any) -> Any:
    from fractions import Fraction

    return Fraction(weight)


def _span(value: Any) -> str:
    """Write a number, known or not: ``2``, ``0 – 2``; an end without limit is ``…``."""
    if not isinstance(value, Interval):
        return number_text(value)
    ends = ["…" if end is None else number_text(end) for end in (value.low, value.high)]
    return " – ".join(ends)


def _factor(value: Any) -> str:
    return f"({_span(value)})" if isinstance(value, Interval) else _span(value)


def _product(count: Any, each: Any) -> Any:
    from ..interpreter.interval import multiply

    return multiply(count, to_number(each))
