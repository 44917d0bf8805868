"""Evidence with one unit's entries changed: it says what was asked for, and what was given stays as it was."""

from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.rubrics import evidences, rubrics, spell, units
from support.scoring import NOT_APPLICABLE, UNKNOWN, evidence, points, program, unit

from psr.interpreter.facts import Event, Evidence, Mark, Missing, UnitFacts, Value
from psr.interpreter.result import Result
from psr.replay.change import Change, FactChange, MarkChange, changed, is_present, replay

RULES = """\
rubric "r" year 2019 total 8
fact absence counts 人次
fact average number
item 1 "a" worth 2
  deduct 0.5 per absence cap 2
item 2 "b" worth 4
  score 4 if rank of average = 1
item 3 "c" worth 2
  judge 0 to 2
"""
COMPILED = program(RULES)
FACTS = COMPILED.model.facts
HEADINGS = COMPILED.model.labels


def given_now() -> Evidence:
    return evidence(
        unit("A", absence=[1], average=30, marks={"3": 1}), unit("B", absence=[0], average=40, marks={"3": 2})
    )


@pytest.mark.parametrize(
    ("changes", "first", "second", "third"),
    [
        ([], "1.5", "0", "1"),
        ([FactChange(FACTS["absence"], (Event(3),))], "0.5", "0", "1"),  # 2 − 3 × 0.5
        ([FactChange(FACTS["absence"], ())], "2", "0", "1"),
        ([FactChange(FACTS["absence"], NOT_APPLICABLE)], "2", "0", "1"),
        ([FactChange(FACTS["average"], Value(41))], "1.5", "4", "1"),
        ([FactChange(FACTS["average"], NOT_APPLICABLE)], "1.5", "0", "1"),
        ([MarkChange(HEADINGS["3"], Mark(2))], "1.5", "0", "2"),
        ([FactChange(FACTS["absence"], (Event(3),)), FactChange(FACTS["absence"], (Event(2),))], "1", "0", "1"),
    ],
)
def test_what_comes_out(changes: list[Change], first: str, second: str, third: str) -> None:
    result = replay(COMPILED, given_now(), None, "A", changes)
    assert [str(points(result, label)) for label in ("1", "2", "3")] == [first, second, third]


def test_what_is_unknown_is_known_by_bounds() -> None:
    result = replay(COMPILED, given_now(), None, "A", [FactChange(FACTS["absence"], UNKNOWN)])
    assert tuple(map(str, points(result, "1"))) == ("0", "2")
    result = replay(COMPILED, given_now(), None, "A", [FactChange(FACTS["average"], UNKNOWN)])
    assert tuple(map(str, points(result, "2"))) == ("0", "4")


def test_other_units_are_ranked_anew() -> None:
    result = replay(COMPILED, given_now(), None, "A", [FactChange(FACTS["average"], Value(41))])
    assert str(points(result, "2", "B")) == "0"
    assert [one.rank for one in result.units] == [1, 2]  # 1.5 + 4 + 1 against 2 + 0 + 2


def test_nothing_given_is_changed_and_all_else_is_shared() -> None:
    before = given_now()
    copy = deepcopy(before)
    after = changed(before, "A", [FactChange(FACTS["absence"], (Event(3),)), MarkChange(HEADINGS["3"], Mark(0))])
    assert before == copy
    assert after.units["B"] is before.units["B"]
    assert after.units["A"].values["average"] is before.units["A"].values["average"]
    assert after.units["A"].rulings is before.units["A"].rulings
    assert list(after.units) == ["A", "B"]


def test_a_unit_there_is_none_of() -> None:
    with pytest.raises(KeyError):
        changed(given_now(), "C", [])


def test_last_year_passes_through() -> None:
    compiled = program('rubric "r" year 2019\nfact n number\nitem 1 "a" worth 5\n  award n - previous n\n')
    [fact] = compiled.model.facts.values()
    now, then = evidence(unit("A", n=3)), evidence(unit("A", n=2))
    assert str(points(replay(compiled, now, then, "A", [FactChange(fact, Value(6))]))) == "4"  # 6 − 2


@pytest.mark.parametrize(
    ("change", "present"),
    [
        (FactChange(FACTS["absence"], (Event(1),)), True),
        (FactChange(FACTS["absence"], (Event(2),)), False),
        (FactChange(FACTS["absence"], UNKNOWN), False),
        (FactChange(FACTS["average"], Value(30)), True),
        (FactChange(FACTS["average"], Value(31)), False),
        (MarkChange(HEADINGS["3"], Mark(1)), True),
        (MarkChange(HEADINGS["3"], Mark(2)), False),
    ],
)
def test_what_evidence_says_already(change: Change, present: bool) -> None:
    assert is_present(change, given_now().units["A"]) is present


def test_silence_is_no_event() -> None:
    assert is_present(FactChange(FACTS["absence"], ()), unit("A"))
    assert is_present(FactChange(FACTS["absence"], UNKNOWN), unit("A", absence=UNKNOWN))


laws = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def sheet(result: Result) -> list[object]:
    return [
        (one.name, one.total, one.rank, one.grades, one.vetoes, [mark[:3] for mark in one.marks])
        for one in result.units
    ]


@laws
@given(st.data(), rubrics(), evidences(), units("A"))
def test_replay_is_scoring_what_was_edited_by_hand(
    data: st.DataObject, text: str, known: Evidence, other: UnitFacts
) -> None:
    compiled = program(spell(text, chinese=False))
    facts = data.draw(st.lists(st.sampled_from(sorted(compiled.model.facts)), unique=True))
    events = {name: rows for name, rows in other.events.items() if name in facts and not isinstance(rows, Missing)}
    values = {name: value for name, value in other.values.items() if name in facts}
    changes: list[Change] = [FactChange(compiled.model.facts[name], tuple(rows)) for name, rows in events.items()]
    changes += [FactChange(compiled.model.facts[name], value) for name, value in values.items()]
    before = known.units["A"]
    edited = replace(before, events=before.events | events, values=before.values | values)
    by_hand = compiled.score(Evidence(known.units | {"A": edited}))
    assert sheet(replay(compiled, known, None, "A", changes)) == sheet(by_hand)
