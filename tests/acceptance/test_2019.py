"""`psr score` on the evidence of 2019 gives the score column of the regulation, mark by mark."""

import json
import re
from decimal import Decimal
from typing import Any

import pytest
from acceptance.regulation import EVIDENCE, RULES, UNITS, marks, rows

from psr.cli import main

MARKS = marks()
ITEMS = [item for item in MARKS if item != "total"]


def score(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, Any]]:
    """Run `psr score … --format json`; give the result by unit."""
    code = main(["score", str(RULES), str(EVIDENCE), "--format", "json", *arguments])
    written = capsys.readouterr()
    assert (code, written.err) == (0, "")
    return {unit["unit"]: unit for unit in json.loads(written.out)["units"]}


def items(unit: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for section in unit["sections"] for item in section["items"]}


def points(found: dict[str, Any]) -> Decimal:
    """Give the points of an item that has one figure and no doubt about it."""
    assert found["points"] == found["low"] == found["high"]
    assert found["provisional"] is False
    return Decimal(found["points"])


@pytest.mark.parametrize("unit", UNITS)
def test_each_of_the_36_marks_is_the_regulations(capsys: pytest.CaptureFixture[str], unit: str) -> None:
    found = {item: points(value) for item, value in items(score(capsys)[unit]).items()}
    assert found == {item: MARKS[item].of[unit] for item in ITEMS}
    assert list(found) == ITEMS


@pytest.mark.parametrize(("unit", "total"), [("一支部", "87.5"), ("二支部", "90")])
def test_the_total_is_the_regulations(capsys: pytest.CaptureFixture[str], unit: str, total: str) -> None:
    found = score(capsys)[unit]
    assert (found["total"], found["low"], found["high"]) == (total, total, total)
    assert found["provisional"] is False


def test_the_second_branch_goes_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert {name: unit["rank"] for name, unit in score(capsys).items()} == {"一支部": 2, "二支部": 1}


def test_one_branch_alone_has_the_same_marks(capsys: pytest.CaptureFixture[str]) -> None:
    """The other branch's evidence still counts where they are compared (2.2)."""
    assert score(capsys, "--unit", "一支部") == {"一支部": score(capsys)["一支部"]}


@pytest.mark.parametrize("unit", UNITS)
def test_only_the_contest_was_ruled_upon(capsys: pytest.CaptureFixture[str], unit: str) -> None:
    ruled = {item: value["ruling"] for item, value in items(score(capsys)[unit]).items() if value["ruling"]}
    assert list(ruled) == ["2.4"]
    assert (ruled["2.4"]["points"], ruled["2.4"]["by"]) == ("6", "党总支")
    assert "全部党员参加" in ruled["2.4"]["reason"]


@pytest.mark.parametrize("unit", UNITS)
def test_sections_and_items_are_worth_what_the_regulation_says(capsys: pytest.CaptureFixture[str], unit: str) -> None:
    found = score(capsys)[unit]
    assert {item: Decimal(value["worth"]) for item, value in items(found).items()} == {
        item: MARKS[item].worth for item in ITEMS
    }
    headings = [re.sub(r"\s", "", row.section) for row in rows()]
    sections = [f"{section['title']}（{section['worth']}分）" for section in found["sections"]]
    assert sections == list(dict.fromkeys(headings))
    for section in found["sections"]:
        assert Decimal(section["points"]) == sum(Decimal(item["points"]) for item in section["items"])
