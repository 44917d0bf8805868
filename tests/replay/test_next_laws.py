"""What `psr next` says is true: each way reaches the target, none has a change too many, none smaller was overlooked."""

from itertools import product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.rubrics import blurred, evidences, rubrics, spell
from support.scoring import diagnose, evidence, unit

from psr.diagnostics import has_errors
from psr.diagnostics.render import render_all
from psr.interpreter.facts import Evidence
from psr.interpreter.interval import low_end
from psr.interpreter.points import POINT
from psr.interpreter.program import Program
from psr.replay.change import changed
from psr.replay.search import next_steps
from psr.replay.target import Target, is_reached
from psr.replay.trials import Setting

laws = settings(
    max_examples=settings().max_examples // 8,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def compiled(text: str) -> Program:
    model, found = diagnose(spell(text, chinese=False))
    assert render_all(found) == ""
    assert model is not None
    return Program(model)


@laws
@given(st.data(), rubrics(), evidences())
def test_every_way_reaches_the_target_when_it_is_scored_afresh(data: st.DataObject, text: str, known: Evidence) -> None:
    program = compiled(text)
    given = data.draw(st.sampled_from([known, data.draw(blurred(known))]))
    before = program.score(given)
    if has_errors(before.diagnostics):
        return
    names = [grade.name.value for grade in program.model.grades]
    totals = st.integers(0, 20).map(lambda total: Target(total=total * POINT))
    target = data.draw(totals if not names else totals | st.integers(0, len(names) - 1).map(Target))
    found = next_steps(Setting(program, given, None, "A", target), most=3)
    sheet = before.unit("A")
    assert sheet is not None
    assert found.reached == is_reached(sheet, target, program.model)
    for answer in found.answers:
        again = compiled(text)
        after = again.score(changed(given, "A", [step.change for step in answer.steps])).unit("A")
        assert after is not None
        assert is_reached(after, target, again.model)
        for left in answer.steps:  # none of the changes is one too many
            fewer = [step.change for step in answer.steps if step is not left]
            without = again.score(changed(given, "A", fewer)).unit("A")
            assert without is not None
            assert not is_reached(without, target, again.model)


# ---- nothing smaller was overlooked -------------------------------------------------------------------------------

LINES = ["deduct 1 per a", "deduct 2 per a cap 3", "award 0.5 per b", "award 1 per b cap 2", "award 3 if a < 2 and c",
         "void if c and b = 0", "deduct 1 per b below 3", "deduct 1 per a above 1", "award 2 if b >= 2", "score 4 if c",
         "award by d\nnone: 0\nthird: 1\nsecond: 1.5\nfirst: 3", "award 2 if d = second or d = first",
         "void if d = first and a > 1"]  # fmt: skip
PRIZES = ("none", "third", "second", "first")
MOST = 3
"""So many events there are at most of each fact."""
NUMBER = st.integers(0, MOST)


@st.composite
def tiny_rubrics(draw: st.DrawFn) -> str:
    """Write two items over four facts."""
    text = ['rubric "r" total 10', "fact a counts 0 to 3", "fact b counts 0 to 3", "fact c yes/no"]
    text.append(f"fact d {' / '.join(PRIZES)}")
    for number in (1, 2):
        start = draw(st.sampled_from(["starts full", "starts zero"]))
        text.append(f'item {number} "i" worth 5 {start}')
        text += draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=3, unique=True))
    return "\n".join(text) + "\n"


@settings(max_examples=settings().max_examples // 2, suppress_health_check=[HealthCheck.too_slow])
@given(tiny_rubrics(), st.tuples(NUMBER, NUMBER, st.booleans(), st.sampled_from(PRIZES)), st.integers(1, 10))
def test_no_evidence_at_all_reaches_it_with_fewer_changes_or_fewer_points(
    text: str, stated: tuple[int, int, bool, str], wanted: int
) -> None:
    program = compiled(text)

    def total(values: tuple[Any, ...]) -> int:
        number_a, number_b, condition, prize = values
        sheet = program.score(evidence(unit("A", a=[number_a], b=[number_b], c=condition, d=prize))).unit("A")
        assert sheet is not None
        return int(low_end(sheet.total)[1])

    everything = product(range(MOST + 1), range(MOST + 1), (False, True), PRIZES)
    totals = {values: total(values) for values in everything}
    enough = [
        (sum(one != other for one, other in zip(values, stated, strict=True)), points)
        for values, points in totals.items()
        if points >= wanted * POINT
    ]
    start = evidence(unit("A", a=[stated[0]], b=[stated[1]], c=stated[2], d=stated[3]))
    found = next_steps(Setting(program, start, None, "A", Target(total=wanted * POINT)))
    assert found.reached == (totals[stated] >= wanted * POINT)
    if not found.reached:
        smallest = [(len(answer.steps), answer.unit.total) for answer in found.answers[:1]]
        assert smallest == sorted(enough)[:1]
    if found.impossible:
        assert not enough
