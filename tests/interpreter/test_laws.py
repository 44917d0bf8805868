"""Laws that hold for every rubric and all evidence: what is unknown never says too much, and order never matters."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.intervals import holds
from support.rubrics import BARE_ROWS, FACTS, blurred, evidences, items, rubrics, shuffled, spell, units
from support.scoring import diagnose

from psr.diagnostics.render import render_all
from psr.interpreter.facts import Event, Evidence
from psr.interpreter.interval import Interval, add, high_end, low_end, total
from psr.interpreter.program import Program
from psr.interpreter.result import NO_GRADE, Result
from psr.interpreter.trace import Trace

# Each example is a whole rubric: a quarter of them is enough.
laws = settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def compiled(text: str, chinese: bool = False) -> Program:
    model, found = diagnose(spell(text, chinese))
    assert render_all(found) == ""
    assert model is not None
    return Program(model)


def sheet(result: Result) -> dict[str, Any]:
    """Give everything that a result says of each unit, traces and places left out."""
    return {
        unit.name: (
            unit.total,
            unit.rank,
            unit.grades,
            unit.vetoes,
            [(mark.points, mark.worth, mark.applies) for mark in unit.marks],
        )
        for unit in result.units
    }


@laws
@given(st.data(), rubrics(), evidences())
def test_the_order_of_rows_and_units_never_matters(data: st.DataObject, text: str, known: Evidence) -> None:
    program = compiled(text)
    less = data.draw(blurred(known))
    for name, unit in less.units.items():  # the events of which the first may cost less than the next keep their dates
        unit.events["b"] = known.units[name].events["b"]
    known, other = less, data.draw(st.composite(shuffled)(less))
    assert sheet(program.score(known)) == sheet(program.score(other))


@laws
@given(rubrics(), evidences())
def test_both_vocabularies_give_the_same(text: str, known: Evidence) -> None:
    assert sheet(compiled(text).score(known)) == sheet(compiled(text, chinese=True).score(known))


@laws
@given(st.data(), rubrics(), evidences())
def test_what_is_known_lies_within_what_was_left_open(data: st.DataObject, text: str, known: Evidence) -> None:
    """Soundness: whatever the unknown turns out to be, points, totals, ranks and worths were among those given."""
    program = compiled(text)
    less = data.draw(blurred(known))
    before, after = program.score(less), program.score(known)
    undefined = {d.code for d in before.diagnostics}
    assert "PSR480" not in undefined
    for unit in after.units:
        was = before.unit(unit.name)
        assert was is not None
        assert holds(was.total, unit.total)
        assert holds(was.rank, unit.rank)
        assert set(unit.grades or [NO_GRADE]) <= set(was.grades or [NO_GRADE])
        for heading in program.model.headings:
            then, now = was.mark(heading), unit.mark(heading)
            assert holds(then.points, now.points), (heading.label, then.points, now.points)
            assert then.applies in (None, now.applies)
            if then.worth is not None and now.worth is not None:
                assert holds(then.worth, now.worth)


@laws
@given(st.data(), rubrics(), evidences())
def test_points_stay_in_range(data: st.DataObject, text: str, known: Evidence) -> None:
    program = compiled(text)
    result = program.score(data.draw(blurred(known)))
    for unit in result.units:
        for heading in program.model.headings[1:]:
            low, high = heading.low, heading.high
            if heading.scaled_to is None and heading.round is None:
                points = unit.mark(heading).points
                limits = Interval(
                    None if low is None else int(low * 10**10), None if high is None else int(high * 10**10)
                )
                assert holds(limits, points)


LINES = st.sampled_from(["{deduct} 0.5 {per} b", "{deduct} 0.5 {per} b {cap} 2", "{deduct} n / 3 {per} b {if} n > 2"])
MONTHS = st.sampled_from(
    ["{deduct} 1 {per} b {cap} 1 {per} {month}", "{deduct} {per} b {by} {occurrence}\n  1: 0.5\n  {otherwise}: 1"]
)


@laws
@given(LINES | MONTHS, units("A"), BARE_ROWS)
def test_one_more_absence_never_raises_a_score(line: str, given_before: Any, row: Event) -> None:
    program = compiled(
        '{rubric} "r" {year} 2020 {total} 9\n' + FACTS + '{item} 1 "i" {worth} 9 {starts full}\n' + line + "\n"
    )
    before = program.score(Evidence({"A": given_before})).units[0].total
    given_before.events["b"] = [*given_before.events["b"], row]
    after = program.score(Evidence({"A": given_before})).units[0].total
    assert low_end(after) <= low_end(before)
    assert high_end(after) <= high_end(before)


@laws
@given(st.integers(0, 5), st.integers(0, 5), units("A"))
def test_caps_hold(cap: int, group: int, facts: Any) -> None:
    line = f"{{award}} 1.5 {{per}} a {{cap}} {cap}\n"
    part = f"{{part}} {{cap}} {group}\n{{award}} load {{per}} a\n{{award}} 2 {{per}} b\n"
    program = compiled(
        '{rubric} "r" {year} 2020 {total} 99\n'
        + FACTS
        + '{item} 1 "i" {worth} 99\n'
        + line
        + '{item} 2 "i" {worth} 99\n'
        + part
    )
    result = program.score(Evidence({"A": facts})).units[0]
    found = [result.mark(heading).points for heading in program.model.headings[1:]]
    assert found[0] <= cap * 10**10
    assert found[1] <= group * 10**10
    many = sum(row.quantity for row in facts.events["a"])
    assert found[0] == min(many * 3 * 10**10 // 2, cap * 10**10)


BEFORE_RANGE = ("start", "handed up", "line", "group")


@laws
@given(st.data(), rubrics(), evidences())
def test_each_trace_leads_to_its_points(data: st.DataObject, text: str, known: Evidence) -> None:
    program = compiled(text)
    result = program.score(data.draw(blurred(known)))
    for unit in result.units:
        for heading in program.model.headings:
            mark = unit.mark(heading)
            assert mark.trace.kind == "heading"
            # What a veto does to the total is told beside it: the trace keeps the arithmetic.
            assert mark.trace.value == mark.points or (unit.vetoes and heading is program.model.rubric)
            if mark.applies is True and not heading.applies and not unit.vetoes:
                assert _reckoned(mark.trace) == mark.points
        for mark in unit.marks:
            for group in (step for step in mark.trace.children if step.kind == "group"):
                lines = [step.value for step in group.children if step.kind == "line"]
                caps = [step.value for step in group.children if step.kind == "cap"]
                if lines and not caps:
                    assert total(lines) == group.value


def _reckoned(trace: Trace) -> Any:
    """Follow the steps: what adds up, and what sets the points afterwards."""
    points: Any = 0
    for step in trace.children:
        if step.kind in BEFORE_RANGE or step.kind == "bonus":
            points = add(points, step.value)
        elif step.kind in ("score", "void"):
            points = points if step.value is None else step.value
        else:
            assert step.kind in ("range", "scaled", "round")
            points = step.value
    return points


@laws
@given(st.data(), items(1), units("A"))
def test_the_same_evidence_gives_the_same_sheet(data: st.DataObject, lines: list[str], facts: Any) -> None:
    program = compiled("\n".join(['{rubric} "r" {year} 2020 {total} 40', FACTS, "{define} table = n", *lines]) + "\n")
    once = sheet(program.score(Evidence({"A": facts})))
    assert sheet(program.score(Evidence({"A": facts}))) == once
