"""Scoring one unit again gives what scoring all of the evidence gives; only headings that compare units move others."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.rubrics import VALUES, blurred, evidences, rubrics, spell, units
from support.scoring import diagnose, evidence, program, unit

from psr.interpreter.depends import dependences
from psr.interpreter.facts import Evidence, Ruling, UnitFacts, Value
from psr.interpreter.model import Model
from psr.interpreter.program import Program
from psr.interpreter.result import UnitResult

laws = settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def sheet(found: UnitResult | None) -> tuple[object, ...]:
    assert found is not None
    points = [(mark.points, mark.worth, mark.applies, mark.ruling) for mark in found.marks]
    return found.total, found.rank, found.grade, found.grades, found.vetoes, points


@laws
@given(st.data(), rubrics(), evidences(), evidences())
def test_a_unit_scored_again_comes_to_what_all_together_give(
    data: st.DataObject, text: str, known: Evidence, last: Evidence
) -> None:
    model, _ = diagnose(spell(text, chinese=False))
    assert model is not None
    compiled = Program(model)
    given_at_first = data.draw(blurred(known))
    rescorer = compiled.rescorer(given_at_first, last)
    for _ in range(2):
        name = data.draw(st.sampled_from(list(known.units)))
        drawn = data.draw(blurred(Evidence({name: data.draw(units(name))}))).units[name]
        other = mixed(given_at_first.units[name], drawn, data.draw(st.sets(st.sampled_from(NAMES))))
        all_of_it = Evidence({**given_at_first.units, name: other})
        again = rescorer.score(other)
        assert sheet(again.unit) == sheet(compiled.score(all_of_it, last).unit(name))


NAMES = [*VALUES, "a", "b", "1", "2", "3", "4", "ruling"]


def mixed(before: UnitFacts, drawn: UnitFacts, names: set[str]) -> UnitFacts:
    """Give a unit's evidence in which some facts and marks are as drawn; what is not named stays the same object."""
    values = before.values | {name: value for name, value in drawn.values.items() if name in names}
    events = before.events | {name: rows for name, rows in drawn.events.items() if name in names}
    marks = {name: mark for name, mark in before.marks.items() if name not in names}
    marks |= {name: mark for name, mark in drawn.marks.items() if name in names}
    rulings = {"1": Ruling(3, "", "")} if "ruling" in names else {}
    return UnitFacts(before.name, values, events, marks, rulings)


LAST_YEAR = """rubric "r" total 10
define growth = a - previous a
fact a number
item 1 "i" worth 10
  award 5 if rank of growth = 1
"""


def test_last_year_is_compared_again() -> None:
    last = evidence(unit("A", a=1), unit("B", a=1))
    rescorer = program(LAST_YEAR).rescorer(evidence(unit("A", a=2), unit("B", a=3)), last)
    assert rescorer.score(unit("A", a=2)).unit.total == 0
    assert rescorer.score(unit("A", a=4)).unit.total == 5 * 10**10
    assert rescorer.score(unit("A", a=2)).unit.total == 0


def test_what_is_wrong_with_the_evidence_is_told() -> None:
    text = 'rubric "r" total 4\nfact a number\nitem 1 "i" worth 4 starts zero\n  award 1 / a\n'
    rescorer = program(text).rescorer(evidence(unit("A", a=1)))
    assert rescorer.score(unit("A", a=1)).diagnostics == ()
    assert [one.code for one in rescorer.score(unit("A", a=0)).diagnostics] == ["PSR480"]


def test_a_unit_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        program(LAST_YEAR).rescorer(evidence(unit("A", a=1))).score(unit("B", a=1))


MOVING = """rubric "r" total 40
define place = rank of a
fact a number
fact ok yes/no
section "one" worth 20
item 1 "plain" worth 4
  deduct 1 if ok
item 2 "compared, through a definition" worth 4
  award 1 if place = 1
section "two" worth 20
item 3 "reads what is compared" worth 4
  award points of 2
item 4 "reads what is plain" worth 4
  award points of 1
item 5 "the others' mean" worth 4
  applies if ok else peer mean
  award a
item 6 "a group's cap" worth 4
  part "g" cap highest of a across units
    award a
item 7 "across" worth 4
  award mean of a across units
item 8 "left out" worth 4
  applies if ok
  award a
"""


def labels(model: Model) -> list[str]:
    return [
        model.headings[number].label or model.headings[number].title for number in sorted(dependences(model).on_others)
    ]


def test_which_headings_move_with_another_unit() -> None:
    assert labels(program(MOVING).model) == ["r", "one", "2", "two", "3", "5", "6", "7"]


CONCERNED = """rubric "r" total 10
fact ok yes/no
fact a number
section "s" worth 10
  applies if ok
item 1 "mean of those whom the section concerns" worth 10
  award mean of a across units
"""


def test_a_condition_above_decides_who_is_compared() -> None:
    before = unit("A", ok=False, a=1)
    rescorer = program(CONCERNED).rescorer(evidence(before, unit("B", ok=True, a=2)))
    after = UnitFacts("A", {**before.values, "ok": Value(True)})
    assert rescorer.score(after).unit.total == 15 * 10**9  # the mean of 1 and 2
