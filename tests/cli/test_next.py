"""psr next: what is asked for, what is answered, and how it ends."""

import json
from pathlib import Path

import pytest

NEXT = ("next", "rules.psr", "evidence.yaml", "--unit")
GRADED = """\
rubric "考核" year 2019 total 4
grade "优秀" if total >= 3
grade "合格" otherwise
fact absence "无故缺席" counts 人次
fact average "平均分" number 分
item 1.1 "参加会议" worth 2
  deduct 0.5 per absence cap 2
item 1.2 "平均分" worth 2
  score 2 if rank of average = 1
"""


@pytest.fixture
def graded(files: Path) -> Path:
    """Give a folder with a rubric that has grades: 一支部 has 3.5 points, 二支部 none."""
    (files / "rules.psr").write_text(GRADED, encoding="utf-8")
    return files


def test_the_next_grade_is_meant_where_nothing_is_said(graded: Path, psr) -> None:
    """3 points: 1 or more for at most two absences, and 2 for the best average, 30 like the other's."""
    code, out, err = psr(*NEXT, "二支部")
    assert (code, err) == (0, "")
    assert out == (
        "二支部: 0 points, 合格, rank 2 of 2\n"
        "Wanted: 优秀\n\n"
        "1 way; it was scored:\n\n"
        "1. 无故缺席: 7 人次 fewer, 9 人次 → 2 人次\n"
        "   平均分: 20 分 → 30 分\n"
        "     item 1.1: 0 → 1; item 1.2: 0 → 2\n"
        "     total 0 → 3, 优秀, rank 2 of 2\n"
    )


def test_a_rank_that_is_shared_is_told(graded: Path, psr) -> None:
    """3.5 points are those of 一支部: 1.5 for one absence, 2 for the average; so the two are level."""
    code, out, _ = psr(*NEXT, "二支部", "--total", "3.5")
    assert code == 0
    assert out.startswith("二支部: 0 points, 合格, rank 2 of 2\n")
    assert "total 0 → 3.5, 优秀, rank 1 (tied) of 2\n" in out
    assert "总分 0 → 3.5，优秀，名次 1（并列） / 2\n" in psr(*NEXT, "二支部", "--total", "3.5", "--lang", "zh").out


def test_a_total_is_reached_instead_of_a_grade(files: Path, psr) -> None:
    found = json.loads(psr(*NEXT, "二支部", "--total", "２分", "--format", "json").out)
    assert found["target"] == {"grade": None, "total": "2"}
    [first, second] = found["ways"]  # 2 of the best average; all absences less: 2
    assert [(change["fact"], change["to"]) for change in first["changes"]] == [("average", "30")]
    assert [(change["fact"], change["from"], change["to"]) for change in second["changes"]] == [("absence", "9", "0")]


def test_only_so_many_ways_are_shown(files: Path, psr) -> None:
    found = json.loads(psr(*NEXT, "二支部", "--total", "2", "--most", "1", "--format", "json").out)
    assert len(found["ways"]) == 1


def test_the_best_grade_needs_nothing(graded: Path, psr) -> None:
    code, out, err = psr(*NEXT, "一支部")
    assert (code, err) == (0, "")
    assert out.endswith("This is the best grade: nothing has to change.\n")
    assert psr(*NEXT, "一支部", "--grade", "优秀").out.endswith("Reached already: nothing has to change.\n")
    assert psr(*NEXT, "一支部", "--lang", "zh").out.endswith("已是最高等次，无需改动。\n")


def test_where_there_is_no_way_it_says_so_and_ends_with_1(graded: Path, psr) -> None:
    code, out, err = psr(*NEXT, "一支部", "--total", "4.5")
    assert (code, err) == (1, "")
    assert "There is no way, however good the unit's evidence: its total is at most 4." in out
    assert "总分最多 4 分。" in psr(*NEXT, "一支部", "--total", "4.5", "--lang", "zh").out


def test_a_grade_without_a_place_is_no_matter_of_evidence(graded: Path, psr) -> None:
    """30% of 2 units are 0.6: no place. 50% are one."""
    rules = (graded / "rules.psr").read_text(encoding="utf-8")
    (graded / "rules.psr").write_text(rules.replace(">= 3", ">= 3 for at most 30% of units"), encoding="utf-8")
    code, out, _ = psr(*NEXT, "一支部")
    assert code == 1
    assert "There is no way: among 2 units, 优秀 has no place.\n" in out
    assert "however" not in out
    assert "无法达到：2 个单位中，优秀的名额为 0。\n" in psr(*NEXT, "一支部", "--lang", "zh").out
    assert json.loads(psr(*NEXT, "一支部", "--format", "json").out)["no_place"] is True
    (graded / "rules.psr").write_text(rules.replace(">= 3", ">= 3 for at most 50% of units"), encoding="utf-8")
    assert psr(*NEXT, "一支部").out.endswith("nothing has to change.\n")


def test_what_is_unknown_is_to_be_collected_first(graded: Path, psr) -> None:
    evidence = (
        "year: 2019\nunits:\n  一支部: {facts: {absence: 3, average: unknown}}\n  二支部: {facts: {average: 20}}\n"
    )
    (graded / "evidence.yaml").write_text(evidence, encoding="utf-8")
    code, out, _ = psr(*NEXT, "一支部")
    assert code == 0
    assert out.startswith("一支部: 0.5 – 2.5 ? points, 合格, rank ")
    assert "Collect first: 平均分 (up to 2 points)." in out.replace("\n", " ")
    assert "平均分: unknown → 20 分" in out


def test_a_ruling_is_told(graded: Path, psr) -> None:
    evidence = "year: 2019\nunits:\n  一支部:\n    facts: {absence: 3, average: 20}\n    rulings: {'1.2': {points: 0, reason: 补, by: 委}}\n  二支部: {facts: {average: 30}}\n"
    (graded / "evidence.yaml").write_text(evidence, encoding="utf-8")
    code, out, _ = psr(*NEXT, "一支部")
    assert code == 1
    assert "Ruled by the committee, so that no evidence moves it: 1.2\n" in out
    assert "its total is at most 2." in out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--grade", "优秀", "--total", "3"), "name either --grade or --total, not both"),
        (("--grade", "优"), "the rubric has no grade `优`; it has `优秀`, `合格`"),
        (("--total", "many"), "`many` is no number of points; write it like 92 or 92.5"),
        (("--total", "1e9"), "`1e9` is no number of points; write it like 92 or 92.5"),
        (("--total", "-1"), "`-1` is no number of points; write it like 92 or 92.5"),
        (("--total", "9" * 100), f"`{'9' * 100}` is no number of points; write it like 92 or 92.5"),
        (("--most", "0"), "`--most 0`: write a number from 1 to 50"),
        (("--most", "9" * 99), f"`--most {'9' * 99}`: write a number from 1 to 50"),
        (("--most", "²"), "`--most ²`: write a number from 1 to 50"),
    ],
)
def test_wrong_use(graded: Path, psr, options: tuple[str, ...], said: str) -> None:
    assert psr(*NEXT, "二支部", *(f"{options[0]}={options[1]}", *options[2:])) == (2, "", f"psr: {said}\n")


def test_a_rubric_without_grades_needs_a_total(files: Path, psr) -> None:
    code, out, err = psr(*NEXT, "二支部")
    assert (code, out) == (2, "")
    assert err == "psr: the rubric gives no grades: say what total is wanted, such as --total 90\n"


def test_a_unit_that_is_not_there(graded: Path, psr) -> None:
    code, out, err = psr(*NEXT, "三支部")
    assert (code, out) == (2, "")
    assert "PSR484" in err


def test_it_can_be_written_to_a_file(graded: Path, psr) -> None:
    assert psr(*NEXT, "二支部", "--output", "next.txt") == (0, "", "")
    assert (graded / "next.txt").read_text(encoding="utf-8") == psr(*NEXT, "二支部").out


def test_the_evidence_is_not_overwritten(graded: Path, psr) -> None:
    before = (graded / "evidence.yaml").read_bytes()
    assert psr(*NEXT, "二支部", "--output", "evidence.yaml", "--force").code == 2
    assert (graded / "evidence.yaml").read_bytes() == before
