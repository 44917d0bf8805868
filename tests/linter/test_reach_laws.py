"""Reach says no less than any evidence gives; and no more, where every fact is used once."""

from hypothesis import HealthCheck, given, settings
from support.intervals import holds
from support.rubrics import evidences, rubrics, spell
from support.scoring import diagnose
from support.single_use import SingleUse, single_use_rubrics

from psr.diagnostics import has_errors
from psr.diagnostics.render import render_all
from psr.interpreter.facts import Evidence
from psr.interpreter.interval import Interval
from psr.interpreter.points import POINT
from psr.interpreter.program import Program
from psr.interpreter.result import NO_GRADE
from psr.linter.reach.reach import Reach

laws = settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
FAR = 60 * POINT
"""What has no limit goes beyond this, and what has one does not."""


def compiled(text: str) -> Program:
    model, found = diagnose(spell(text, chinese=False))
    assert render_all(found) == ""
    assert model is not None
    return Program(model)


@laws
@given(rubrics(), evidences())
def test_no_evidence_leaves_the_reach(text: str, known: Evidence) -> None:
    """Soundness, on whole rubrics with several units that are compared."""
    program = compiled(text)
    reach, result = Reach(program), program.score(known)
    assert not has_errors(result.diagnostics)
    for unit in result.units:
        for heading in program.model.headings:
            found = unit.mark(heading).trace.value  # without what a veto does to the total
            assert isinstance(found, int | Interval)
            assert holds(reach.points(heading), found), (heading.label, reach.points(heading), found)
        names = {program.model.grades[number].name.value for number in reach.grades.given}
        assert set(unit.grades) - {NO_GRADE} <= names


@laws
@given(single_use_rubrics())
def test_both_ends_are_reached_where_facts_are_used_once(rubric: SingleUse) -> None:
    """Soundness again, on all evidence of small counts; and tightness."""
    program = compiled(rubric.text)
    heading = program.model.labels["1"]
    reach = Reach(program).points(heading)
    found: set[int] = set()
    for evidence in rubric.evidence:
        [unit, *_] = program.evaluate(evidence, None, {heading.number})
        points = unit.mark(heading.number).points
        assert isinstance(points, int)
        assert holds(reach, points), (rubric.text, evidence, reach, points)
        found.add(points)
    ends = Interval(None if min(found) < -FAR else min(found), None if max(found) > FAR else max(found))
    assert reach == ends, (rubric.text, reach, ends)
