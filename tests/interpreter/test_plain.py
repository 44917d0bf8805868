"""Plain rubrics through the program: the quick way and the careful one say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.rubrics import BARE_ROWS
from support.scoring import NOT_APPLICABLE, evidence, program, shown, unit

from psr.interpreter.straight import NotPlain

PLAIN = """rubric "plain" year 2020 total 20
fact a counts
fact ok yes/no
item 1 "a range without an end" worth 5 from -3
  deduct 1.5 per a
item 2 "neither worth nor range"
  deduct 2 per a
item 3 "set whatever happens" worth 5
  score 4
item 4 "void whatever happens" worth 5
  void
item 5 "a range alone" from -1 to 1
  deduct 1 per a if ok
"""
WITH_A_RULING = PLAIN + 'example "ruled"\n  given points of 1 = 9\n  given ok no\n  expect 1 = 9\n'


QUICK, CAREFUL = program(PLAIN), program(PLAIN)
CAREFUL._plain_marks = None


@given(st.lists(BARE_ROWS, max_size=3), st.booleans())
def test_the_quick_way_gives_the_same_points(rows, ok: bool) -> None:
    facts = unit(a=rows, ok=ok)
    slowly = CAREFUL.score(evidence(facts)).units[0].marks
    assert list(QUICK.points(facts)) == [mark.points for mark in slowly]
    assert QUICK.score(evidence(facts)).units[0].marks == slowly


def test_by_hand() -> None:
    found = [shown(points) for points in program(PLAIN).points(unit(a=[4], ok=True))]
    assert found == [0, -1, -8, 4, 0, -1]  # -1 - 8 + 4 + 0 - 1 is below zero


def test_what_is_not_plain_is_refused() -> None:
    compiled = program(PLAIN)
    for facts in (unit(a=NOT_APPLICABLE, ok=True), unit(a=[1]), unit(a=[1], ok=True, rulings={"1": 3})):
        with pytest.raises(NotPlain):
            compiled.points(facts)
    assert program(WITH_A_RULING)
    table = PLAIN.replace("fact a counts", "fact a counts with kind x / y")
    by_bound = table + 'item 6 "i" worth 5\n  award per a by kind\n    != x: 2\n'
    with pytest.raises(NotPlain):
        program(by_bound).points(unit(a=[], ok=True))
