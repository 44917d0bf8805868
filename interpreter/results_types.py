"""Checks the lines on grades, vetoes and ties (specification: "Results")."""

from __future__ import annotations

from ..diagnostics import Words
from ..diagnostics.catalogue import names, types
from ..grammar import expressions as e
from ..grammar import statements as s
from .expression_types import ExpressionChecker, Scope
from .problems import listed


def check_results(document: s.Document, expressions: ExpressionChecker) -> None:
    """Check all lines on results in a file."""
    scope = Scope(None)
    grades = [line for line in document.statements if isinstance(line, s.Grade)]
    _grades(grades, expressions, scope)
    known = {grade.name.value for grade in grades}
    for line in document.statements:
        match line:
            case s.Veto():
                expressions.condition(line.condition, scope)
                for outcome in line.outcomes:
                    _outcome(outcome, known, expressions)
            case s.TieBreak():
                for key in line.keys:
                    expressions.number(key.of, scope)
            case _:
                pass
    for kind, word in ((s.TieBreak, Words("tie break by", "同分按")), (s.Period, Words("period", "考核期"))):
        lines = [line for line in document.statements if isinstance(line, kind)]
        for line in lines[1:]:
            expressions.problems.say(names.REPEATED_LINE, line.span, (lines[0].span, names.FIRST_HERE), word=word)


def _grades(grades: list[s.Grade], expressions: ExpressionChecker, scope: Scope) -> None:
    taken: dict[str, s.Grade] = {}
    last: s.Grade | None = None
    for grade in grades:
        first = taken.setdefault(grade.name.value, grade)
        if first is not grade:
            others = (first.name.span, names.FIRST_HERE)
            expressions.problems.say(names.REPEATED_NAME, grade.name.span, others, name=grade.name.value)
        if last is not None:
            expressions.problems.say(types.OTHERWISE_NOT_LAST, grade.span, (last.span, Words("takes all", "囊括其余")))
        if grade.condition is None:
            last = grade
        else:
            expressions.condition(grade.condition, scope)
        if isinstance(grade.quota, e.Number) and grade.quota.value != int(grade.quota.value):
            expressions.problems.say(types.WHOLE_NUMBER, grade.quota.span, number=grade.quota.value)


def _outcome(outcome: s.Outcome, known: set[str], expressions: ExpressionChecker) -> None:
    value = outcome.value
    if isinstance(value, e.Text):
        if value.value not in known:
            help = None if known else names.NO_GRADES
            grades = listed(sorted(known))
            expressions.problems.say(names.UNKNOWN_GRADE, value.span, help=help, name=value.value, grades=grades)
    elif outcome.does == "lower grade" and value.value != int(value.value):
        expressions.problems.say(types.WHOLE_NUMBER, value.span, number=value.value)
