"""Which headings a change of evidence can reach: what the change cannot reach did not move, however uncertain it is."""

import pytest
from support.scoring import program

from psr.interpreter.facts import Mark, Missing
from psr.replay.change import Change, FactChange, MarkChange
from psr.replay.touched import touched

COMPILED = program("""\
rubric "r" year 2019 total 40
fact a counts
fact b counts
fact everybody yes/no
define half_of_1 = points of 1 / 2
section "one" worth 20
item 1 "read by others" worth 4
  deduct 1 per a
item 2 "reads 1" worth 4
  award points of 1 / 4
item 3 "reads 1 through a definition" worth 4
  award half_of_1
item 4 "judged" worth 4
  judge 0 to 4
section "two" worth 20
  applies if everybody
item 5 "alone" worth 4
  deduct 1 per b
""")


@pytest.mark.parametrize(
    ("name", "reached"),
    [
        ("a", ["r", "one", "1", "2", "3"]),
        ("b", ["r", "two", "5"]),
        ("everybody", ["r", "two", "5"]),  # whom the section concerns decides with whom 5 is compared
        ("4", ["r", "one", "4"]),
    ],
)
def test_what_a_change_can_reach(name: str, reached: list[str]) -> None:
    model = COMPILED.model
    change: Change = (
        FactChange(model.facts[name], Missing.UNKNOWN)
        if name in model.facts
        else MarkChange(model.labels[name], Mark(1))
    )
    numbers = touched(model, [change])
    assert [heading.label or heading.title for heading in model.headings if heading.number in numbers] == reached


def test_sections_beside_it_are_out_of_reach() -> None:
    compiled = program(
        'rubric "r" year 2019 total 9\nfact a counts\nsection "s" worth 4\nitem 1 "i" worth 4\n  deduct 1 per a\n'
        'section "t" worth 5\nitem 2 "j" worth 5\n  judge 0 to 5\n'
    )
    change = FactChange(compiled.model.facts["a"], ())
    assert touched(compiled.model, [change]) == {0, 1, 2}
    assert touched(compiled.model, []) == set()
