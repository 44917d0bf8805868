"""The straight-line code of plain rubrics and the general evaluator give the same points and the same traces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psr.api import check_source
from psr.diagnostics import SourceFile
from psr.interpreter.facts import Event, Evidence, Mark, Missing, Ruling, UnitFacts, Value
from psr.interpreter.interval import Interval
from psr.interpreter.points import POINT
from psr.interpreter.straight import NotPlain, straight

PLAIN = """
rubric "plain" year 2019 total 30
fact a counts 次
fact b counts 次 required
fact c counts 次 with prize first / second / third, note_of text
fact d counts 次
fact late yes/no presumed no
fact grave yes/no
section "one" worth 20
item 1.1 "capped" worth 4
  deduct 0.5 per a cap 2
  deduct 1 per d if late cap 3 cap 2
item 1.2 "a table" worth 6
  award per c by prize cap 5
    first: 3
    second: 1.5
item 1.3 "a table with the rest" worth 6 from -1
  award per c by prize
    first: 2
    otherwise: 0.25
item 1.4 "quotas" worth 5
  deduct 0.5 per b below 3.5
  deduct 0.1 per a above 2
item 1.5 "set" worth 6 starts at 2
  deduct 1 per a
  award 0.5 per d
  score 6 if late
  score 5 if grave
  void if grave
section "two"
item 2.1 "judged" worth 3
  judge 0 to 3
item 2.2 "no worth"
  award 1 per d
"""


def _program(text):
    rubric, found = check_source(SourceFile("plain.psr", text))
    assert rubric is not None, found
    return rubric.program


PROGRAM = _program(PLAIN)
POINTS = straight(PROGRAM.model, traced=False)
MARKS = straight(PROGRAM.model, traced=True)


def _general(unit):
    """Score without the straight-line code."""
    program = _program(PLAIN)
    program._plain_marks = None
    return program.score(Evidence({unit.name: unit})).units[0]


_rows = st.lists(st.builds(Event, st.integers(0, 12)), max_size=3)
_prizes = st.fixed_dictionaries({"prize": st.sampled_from(["first", "second", "third"]), "note_of": st.just("x")})


@st.composite
def plain_units(draw):
    unit = UnitFacts("甲")
    unit.events = {name: draw(_rows) for name in ("a", "b", "d")}
    unit.events["c"] = draw(st.lists(st.builds(Event, st.integers(0, 4), st.none(), _prizes), max_size=3))
    if not draw(st.booleans()):
        del unit.events["a"]
    if draw(st.booleans()):
        unit.values["late"] = Value(draw(st.booleans()))
    unit.values["grave"] = Value(draw(st.booleans()))
    unit.marks["2.1"] = Mark(draw(st.fractions(0, 3, max_denominator=8)))
    return unit


@given(plain_units())
def test_points_and_traces_are_the_same(unit):
    general = _general(unit)
    assert MARKS(unit) == general.marks
    assert [mark.points for mark in general.marks] == list(POINTS(unit))


def test_points_by_hand():
    unit = UnitFacts("甲", {"grave": Value(False)}, {"a": [Event(3)], "b": [Event(4)]}, {"2.1": Mark(2)})
    points = {heading.label: POINTS(unit)[heading.number] for heading in PROGRAM.model.headings if heading.label}
    # 4 - 1.5; nothing given twice; 5 - 0.1 for the third a above 2; 2 - 3 is below the range; the mark; nothing.
    assert points == {
        "1.1": 25 * POINT // 10,
        "1.2": 0,
        "1.3": 0,
        "1.4": 49 * POINT // 10,
        "1.5": 0,
        "2.1": 2 * POINT,
        "2.2": 0,
    }


OPEN = {
    "a bound": {"events": {"a": [Event(Interval(1, 3))]}},
    "an unknown fact": {"events": {"a": Missing.UNKNOWN}},
    "a fact that does not apply": {"events": {"a": Missing.NOT_APPLICABLE}},
    "a field left out": {"events": {"c": [Event(1)]}},
    "a field unknown": {"events": {"c": [Event(1, None, {"prize": Missing.UNKNOWN, "note_of": "x"})]}},
    "no row of what is required": {"drop": "b"},
    "no value": {"values": {}},
    "no mark": {"marks": {}},
    "a mark that is a bound": {"marks": {"2.1": Mark(Interval(1, 2))}},
    "a ruling": {"rulings": {"1.1": Ruling(1, "because", "the committee")}},
}


@pytest.mark.parametrize("what", OPEN)
def test_evidence_that_is_not_plain_is_left_to_the_general_evaluator(what):
    changes = dict(OPEN[what])
    unit = UnitFacts("甲", {"grave": Value(False)}, {"b": [Event(4)]}, {"2.1": Mark(2)})
    unit.events.update(changes.pop("events", {}))
    unit.events.pop(changes.pop("drop", ""), None)
    for name, value in changes.items():
        setattr(unit, name, value)
    with pytest.raises(NotPlain):
        POINTS(unit)
    with pytest.raises(NotPlain):
        MARKS(unit)
    program = _program(PLAIN)
    assert program.score(Evidence({"甲": unit})).units[0].marks == _general(unit).marks


HEAD = 'rubric "r" year 2019\nfact f counts with size number, kind x / y\nfact n number\nfact g yes/no\nitem 1 "i" worth 5\n'
NOT_PLAIN = {
    "a filter": "deduct 1 per f where size > 2",
    "the same matter once": "deduct 1 per f highest per kind",
    "a cap a month": "deduct 1 per f cap 1 per month",
    "a formula": "award n * 2",
    "an amount by field": "deduct size per f",
    "a table by two keys": "award per f by kind, size\n x, 1: 2",
    "a table by number": "award per f by size\n 1: 2",
    "a table by bound": "award per f by kind\n x: n",
    "a condition with a figure": "deduct 1 per f if n > 3",
    "a quota each month": "deduct 1 per f below 1 per month",
    "a quota by formula": "deduct 1 per f below n",
    "a group": "part cap 1\ndeduct 1 per f",
    "rounding": "deduct 1 per f\nround to 1",
    "whom it concerns": "deduct 1 per f\napplies if g",
    "a score by formula": "score n if g",
}


@pytest.mark.parametrize("what", NOT_PLAIN)
def test_rubrics_that_are_not_plain_are_left_to_the_general_evaluator(what):
    program = _program(HEAD + NOT_PLAIN[what])
    assert straight(program.model, traced=False) is None
    with pytest.raises(NotPlain):
        program.points(UnitFacts("甲"))


def test_a_rubric_of_too_many_figures_is_left_to_it_too(monkeypatch):
    assert straight(PROGRAM.model, traced=False) is not None
    monkeypatch.setattr("psr.interpreter.straight._MOST_CONSTANTS", 3)
    assert straight(PROGRAM.model, traced=False) is None
