"""The regulation of 2019 with grades set above it: what 二支部 (90 points) and 一支部 (87.5) lack for 92."""

from functools import cache

import pytest
from replay.test_next import told
from reports.cases import ROOT
from support.scoring import diagnose

from psr.diagnostics import has_errors
from psr.evidence.read import read_evidence
from psr.interpreter.program import Program
from psr.replay.search import MOST_TRIALS, Found, next_steps
from psr.replay.target import Target, is_reached
from psr.replay.trials import Setting

GRADES = 'grade "优秀" if total >= {total}\ngrade "合格" otherwise\n'


ONE_PLACE = GRADES.replace("{total}", "85 for at most 50% of units")
EVERY_SECTION = GRADES.replace("{total}", "90 and every section >= 80%")


def found(unit: str, total: int) -> Found:
    return found_with(unit, GRADES.format(total=total))


@cache
def found_with(unit: str, grades: str) -> Found:
    text = (ROOT / "rules" / "2019.psr").read_text(encoding="utf-8")
    model, _ = diagnose(text + grades)
    assert model is not None
    evidence, problems = read_evidence([str(ROOT / "examples" / "2019")], model)
    assert not has_errors(problems)
    return next_steps(Setting(Program(model), evidence, None, unit, Target(0)))


def test_the_second_branch_lacks_one_essay_of_third_prize_or_two_pieces_of_research() -> None:
    """7.4 has 2 of 6, and a third prize is worth 2; 11.2 has 0 of 3, and each piece is worth 1."""
    ways = [told(answer) for answer in found("二支部", 92).answers]
    assert ways[:2] == [
        "师德师风作品、征文: 1 篇 more (奖次: 三等奖), 1 篇 → 2 篇 = 92",
        "党建理论研究成果: 2 项 more, 0 项 → 2 项 = 92",
    ]


def test_the_first_branch_lacks_two_things() -> None:
    """4.5 points are more than any item has left: 2.2 lacks 2, 4.2 lacks 3, 7.4 lacks 2.5, 9.1 lacks 1, 11.2 lacks 3."""
    answers = found("一支部", 92).answers
    assert [len(answer.steps) for answer in answers] == [2] * 5
    assert {told(answer).rpartition(" = ")[2] for answer in answers} == {"92"}  # just enough


def test_just_ahead_of_the_other_branch_is_the_least() -> None:
    """2.2: the first branch gains 2 points (89.5), the second loses as many (88); all else takes 3 (90.5)."""
    ways = [told(answer) for answer in found_with("一支部", ONE_PLACE).answers]
    assert ways[0] == "年底人均积分: < 9232.86 分 → 9232.87 分 = 89.5"
    assert {way.rpartition(" = ")[2] for way in ways[1:]} == {"90.5"}


@pytest.mark.parametrize("total", [97, 99])
def test_more_than_three_changes_are_found_together(total: int) -> None:
    """All that is left in the five items of 一支部 is 11.5 points: 99 takes every one of them."""
    [answer] = found("一支部", total).answers
    assert is_reached(answer.unit, Target(0), answer.result.model)
    assert len(answer.steps) == {97: 4, 99: 5}[total]


@pytest.mark.parametrize(("unit", "changes", "total"), [("一支部", 4, 92), ("二支部", 3, 95)])
def test_no_more_than_is_needed_where_every_section_counts(unit: str, changes: int, total: int) -> None:
    """80% of the worths 12, 12, 3 and 5 are 9.6, 9.6, 2.4 and 4.

    The first branch has 9, 9.5, 2 and 2 there: 4.2 gives steps of 1, 7.4 of a half, so +1, +0.5, +1 and +2; 92 in all.
    The second one has 11, 8, 2 and 2: +2 by a third prize in 7.4, +1 and +2; 95 in all.
    """
    way = found_with(unit, EVERY_SECTION).answers[0]
    assert (len(way.steps), told(way).rpartition(" = ")[2]) == (changes, str(total))


def test_the_search_keeps_to_its_bound() -> None:
    tried = [found("二支部", 92), found("一支部", 92), found("一支部", 97), found("一支部", 99)]
    assert max(one.tried for one in tried) <= MOST_TRIALS


def test_a_hundred_is_out_of_reach() -> None:
    """The items come to 99 points, though the rubric says 100."""
    assert found("一支部", 100).impossible
