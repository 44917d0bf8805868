"""Checks each line that gives or takes points: its parts, their types, its table (specification: "Effects")."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from ..diagnostics import Span, Words
from ..diagnostics.catalogue import names, types
from ..grammar import expressions as e
from ..grammar import statements as s
from .declare import literal_kind
from .expression_types import NUMBER, UNCLEAR, ExpressionChecker, ExpressionType, Scope
from .model import FactModel, PointsLine
from .problems import listed

_PER_WITH_EVENTS = Words("write `per` and a fact that counts", "请写 `每` 和一个计量的数据")
_VERBS = {"deduct": Words("deduct", "扣"), "award": Words("award", "加")}
SIDES = {"below": Words("below", "不足"), "above": Words("above", "超过")}
_CALENDARS = {
    "day": Words("day", "天"),
    "month": Words("month", "月"),
    "quarter": Words("quarter", "季度"),
    "year": Words("year", "年度"),
}
_NO_QUOTA = Words("a quota counts what is missing or too much, not events", "`不足` 和 `超过` 计的是差额，不是事件")


class LineChecker:
    """Checks lines with the help of the checker of expressions."""

    __slots__ = ("expressions", "problems")

    def __init__(self, expressions: ExpressionChecker) -> None:
        """Take the checker of expressions."""
        self.expressions = expressions
        self.problems = expressions.problems

    def check(self, line: PointsLine, scope: Scope) -> None:
        """Check one line under a heading."""
        match line:
            case s.Effect():
                self._effect(line, scope)
            case s.Score():
                self.expressions.amount(line.amount, scope)
                self._condition(line.condition, scope)
            case s.Void():
                self._condition(line.condition, scope)
            case s.Judge():
                if line.low.value > line.high.value:
                    span = Span(line.low.span.start, line.high.span.end)
                    self.problems.say(names.UPSIDE_DOWN, span, low=line.low.value, high=line.high.value)
            case _:
                assert_never(line)

    def _condition(self, node: e.Expression | None, scope: Scope) -> None:
        if node is not None:
            self.expressions.condition(node, scope)

    def _effect(self, line: s.Effect, scope: Scope) -> None:
        fact = self._per(line.per, scope)
        with_events = isinstance(line.per, s.PerEvent) and line.per.quota is None
        inner = replace(scope, fact=fact if with_events else None)
        if line.amount is None and line.by is None:
            self.problems.say(types.AMOUNT_MISSING, line.span, verb=_VERBS[line.verb])
        if isinstance(line.amount, e.Negate):
            other = _VERBS["award" if line.verb == "deduct" else "deduct"]
            self.problems.say(types.NEGATIVE_AMOUNT, line.amount.span, verb=_VERBS[line.verb], other=other)
        if line.amount is not None:
            if line.by is not None:
                self.problems.say(types.AMOUNT_AND_TABLE, line.amount.span)
            self.expressions.amount(line.amount, inner)
        if line.by is not None:
            if line.per is not None and not with_events:
                self._needs_events(Words("by", "按"), line.by.span, _NO_QUOTA)
            if line.by.occurrence and not with_events:
                self._needs_events(Words("by occurrence", "按 次序"), line.by.span, _PER_WITH_EVENTS)
            self.table(line.by, line.rows, inner, points=True)
        self._highest_per(line, fact if with_events else None)
        self._condition(line.condition, scope)
        self.caps(line.caps, scope, per_event=with_events)

    def caps(self, caps: tuple[s.Cap, ...], scope: Scope, *, per_event: bool) -> None:
        """Check the caps of a line or a group."""
        for cap in caps:
            self.expressions.amount(cap.limit, scope)
            if cap.per is not None and not per_event:
                self._needs_events(per_period(Words("cap", "封顶"), cap.per), cap.span, _PER_WITH_EVENTS)

    def _needs_events(self, word: Words, span: Span, advice: Words) -> None:
        self.problems.say(types.NEEDS_EVENTS, span, word=word, advice=advice)

    def _highest_per(self, line: s.Effect, fact: FactModel | None) -> None:
        for name in line.highest_per:
            if fact is None:
                self._needs_events(Words("highest per", "就高同一"), name.span, _PER_WITH_EVENTS)
            elif name.text not in fact.fields:
                fields = listed(fact.fields) if fact.fields else Words("none", "无")
                self.problems.say(names.UNKNOWN_FIELD, name.span, fact=fact.name, name=name.text, fields=fields)
            else:
                self.expressions.names.symbols[name.span] = fact.fields[name.text]

    def _per(self, per: s.Per | None, scope: Scope) -> FactModel | None:
        match per:
            case None:
                return None
            case s.PerEvent():
                fact = self.expressions.events(per.fact, scope)
                if per.where is not None:
                    self.expressions.condition(per.where, replace(scope, fact=fact))
                if per.quota is not None:
                    self.expressions.number(per.quota.of, scope)
                return fact
            case s.PerStep():
                self._step(per, scope)
            case s.PerCalendar():
                for side in (per.of, per.after):
                    found = self.expressions.type_of(side, scope)
                    if found.kind not in ("date", "unclear"):
                        self._wrong(side, found, "date")
            case _:
                assert_never(per)
        return None

    def _step(self, per: s.PerStep, scope: Scope) -> None:
        if per.step.value <= 0:
            self.problems.say(types.NOT_POSITIVE, per.step.span)
        wanted = "share" if isinstance(per.step, e.Percent) else "number"
        sides = [per.of] if per.quota is None else [per.of, per.quota.of]
        for side in sides:
            found = self.expressions.type_of(side, scope)
            if found.kind not in (wanted, "ratio", "unclear"):
                self._wrong(side, found, wanted)
        if per.quota is not None and per.quota.per is not None:
            word = per_period(SIDES[per.quota.side], per.quota.per)
            self._needs_events(word, per.quota.span, _PER_WITH_EVENTS)

    def _wrong(self, node: e.Expression, found: ExpressionType, wanted: str) -> None:
        self.problems.say(types.WRONG_TYPE, node.span, found=types.KINDS[found.kind], wanted=types.KINDS[wanted])

    def table(self, by: s.By, rows: tuple[s.Row, ...], scope: Scope, *, points: bool) -> ExpressionType:
        """Check a decision table: its keys against the types of its columns, its outcomes; give their type."""
        columns = [NUMBER] if by.occurrence else [self.expressions.type_of(key, scope) for key in by.keys]
        result: ExpressionType | None = None
        for row in rows:
            if len(row.keys) != len(columns):
                otherwise = len(row.keys) == 1 and isinstance(row.keys[0], s.OtherwiseKey)
                if not otherwise:
                    self.problems.say(
                        types.WRONG_KEYS, row.span, (by.span, _TABLE), found=len(row.keys), wanted=len(columns)
                    )
            for key, column in zip(row.keys, columns, strict=False):
                self._key(key, column)
            if points:
                self.expressions.amount(row.outcome, scope)
            else:
                found = self.expressions.type_of(row.outcome, scope)
                result = found if result is None else self.expressions.together(row.outcome, result, found)
        return (result or UNCLEAR)._replace(literal=None)

    def _key(self, key: s.Key, column: ExpressionType) -> None:
        match key:
            case s.ExactKey():
                self._key_value(key.value, column)
            case s.BoundKey():
                self._ordered(key, column)
                self._key_value(key.value, column)
            case s.RangeKey():
                self._ordered(key, column)
                self._key_value(key.low, column)
                self._key_value(key.high, column)
            case s.OtherwiseKey():
                pass
            case _:
                assert_never(key)

    def _ordered(self, key: s.BoundKey | s.RangeKey, column: ExpressionType) -> None:
        if isinstance(key, s.BoundKey) and key.operator in ("=", "!="):
            return
        if column.kind not in ("number", "share", "ratio", "date", "unclear"):
            self.problems.say(types.NOT_IN_ORDER, key.span, kind=types.KINDS[column.kind])

    def _key_value(self, value: s.Value, column: ExpressionType) -> None:
        kinds = {e.Number: "number", e.Percent: "share", e.Date: "date", e.Text: "text", e.YesNo: "yes/no"}
        if isinstance(value, e.Name):
            if column.kind == "choice":
                self.expressions.option(value, column)
            elif column.kind != "unclear":
                wanted = types.KINDS[column.kind]
                self.problems.say(types.WRONG_TYPE, value.span, found=literal_kind(value), wanted=wanted)
            return
        found = kinds[type(value)]
        fits = column.kind in (found, "unclear") or (column.kind == "ratio" and found in ("number", "share"))
        if fits:
            return
        if isinstance(value, e.Number) and column.kind == "share":
            self.problems.say(types.SHARE_AND_NUMBER, value.span, number=value.value, share=f"{value.value * 100:f}")
        else:
            wanted = types.KINDS[column.kind]
            self.problems.say(types.WRONG_TYPE, value.span, found=literal_kind(value), wanted=wanted)


def per_period(word: Words, calendar: s.Calendar) -> Words:
    """Write what is said for each day, month, quarter or year: ``cap … per month``."""
    unit = _CALENDARS[calendar]
    return Words(f"{word.en} … per {unit.en}", f"{word.zh} … 每 {unit.zh}")


_TABLE = Words("the table's columns", "表的各列")
