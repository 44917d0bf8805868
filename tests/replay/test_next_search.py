"""The search ends: by its bound, with what was found until then, or with everything tried."""

from pathlib import Path

import pytest
from replay.test_next import read, told
from support.scoring import evidence, program, unit

from psr.interpreter.facts import Event
from psr.interpreter.points import POINT
from psr.replay import search
from psr.replay.search import next_steps
from psr.replay.target import Target
from psr.replay.trials import Setting

FOLDER = Path(__file__).parent / "next"


@pytest.mark.parametrize("name", ["two_facts", "deducted", "four_facts"])
@pytest.mark.parametrize("most", [1, 10, 160, 200, 300])
def test_no_more_is_tried_than_allowed_and_what_was_found_is_true(
    monkeypatch: pytest.MonkeyPatch, name: str, most: int
) -> None:
    monkeypatch.setattr(search, "MOST_TRIALS", most)
    monkeypatch.setattr(search, "_FEWEST_TRIALS", 1)
    case = read(FOLDER / f"{name}.psr")
    found = next_steps(case.setting)
    assert found.tried <= most
    assert [told(answer) for answer in found.answers] == case.ways[: len(found.answers)]
    if not found.answers:
        assert found.ended
        assert not found.impossible


def test_a_bound_that_ends_the_search_does_not_hide_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the two facts the first is enough, and was tried when the search had to end."""
    monkeypatch.setattr(search, "MOST_TRIALS", 153)
    monkeypatch.setattr(search, "_FEWEST_TRIALS", 1)
    found = next_steps(read(FOLDER / "no_grades.psr").setting)
    assert found.ended
    assert [told(answer) for answer in found.answers] == ["fault: 2 fewer, 2 → 0 = 4"]


def test_many_facts_at_once() -> None:
    """30 conditions of a point each, all of them wanted: as many changes, and none to spare."""
    facts = "".join(f"fact f{n} yes/no\n" for n in range(30))
    items = "".join(f'item {n} "i" worth 1\n  award 1 if f{n}\n' for n in range(30))
    compiled = program(f'rubric "r" total 30\n{facts}{items}')
    given = evidence(unit("A", **{f"f{n}": False for n in range(30)}))
    [answer] = next_steps(Setting(compiled, given, None, "A", Target(total=30 * POINT))).answers
    assert len(answer.steps) == 30


def test_a_thousand_rows_take_no_longer_than_the_bound() -> None:
    compiled = program(
        'rubric "r" total 2000\nfact a counts with load number\nitem 1 "i" worth 2000\n  deduct load per a where load > 3\n'
    )
    rows = [Event(1, None, {"load": n % 50}) for n in range(1000)]
    found = next_steps(Setting(compiled, evidence(unit("A", a=rows)), None, "A", Target(total=POINT)))
    assert found.answers
    assert found.tried <= search.MOST_TRIALS


def test_facts_that_no_line_reads_are_left_alone() -> None:
    compiled = program('rubric "r" total 4\nfact a counts\nfact b counts\nitem 1 "i" worth 4\n  deduct 1 per a\n')
    found = next_steps(Setting(compiled, evidence(unit("A", a=[1], b=[1])), None, "A", Target(total=4 * POINT)))
    assert [told(answer) for answer in found.answers] == ["a: 1 fewer, 1 → 0 = 4"]


def test_of_many_units_the_first_place_is_found_beside_another_change() -> None:
    """30 units have 1 to 30; only the first gets the 2 points, level with 30. The fault takes another point."""
    compiled = program(
        'rubric "r" total 4\nfact n number\nfact fault counts\nitem 1 "i" worth 2\n  award 2 if rank of n = 1\n'
        'item 2 "j" worth 2\n  deduct 1 per fault\n'
    )
    others = [unit(f"U{n}", n=n) for n in range(1, 31)]
    given = evidence(unit("A", n=0, fault=[1]), *others)
    [answer] = next_steps(Setting(compiled, given, None, "A", Target(total=4 * POINT))).answers
    assert told(answer) == "n: 0 → 30 + fault: 1 fewer, 1 → 0 = 4"
