"""Columns of the sheet of facts that came after `psr template` had made the workbook: each is warned of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from evidence.conftest import resolved
from openpyxl import load_workbook

from psr.evidence.read import read_evidence
from psr.evidence.template.workbook import workbook
from psr.interpreter.facts import Evidence, UnitFacts, Value

MODEL = resolved(
    """\
rubric "考核" year 2025 total 10
fact ratio "办结率" number
fact visit "拜访" counts 次
item 1 "项" worth 10 starts zero
  award ratio
  award 1 per visit
"""
)
FIRST_UNIT = 7  # the column G


@pytest.fixture
def told(tmp_path: Path):
    """Make a workbook for units, fill their columns in, and add others; tell which units are read, and what is said."""

    def read(units: Sequence[str], *headers: str, value: object = 3):
        path = tmp_path / "a.xlsx"
        given = Evidence({unit: UnitFacts(unit, {"ratio": Value(2)}) for unit in units})
        path.write_bytes(workbook(MODEL, units, "zh", given))
        book = load_workbook(path)
        for column, header in enumerate(headers, FIRST_UNIT + len(units)):
            book["数据"].cell(1, column, header)
            book["数据"].cell(2, column, value)
        book.save(path)
        evidence, found = read_evidence([str(path)], MODEL)
        assert not any(one.is_error for one in found)
        return list(evidence.units), [(str(one.place).rpartition(" · ")[2], one.code) for one in found]

    return read


def test_units_that_the_workbook_was_made_with_are_not(told):
    assert told(["甲", "乙"]) == (["甲", "乙"], [])


@pytest.mark.parametrize("header", ["历年最好", "对照组", "丙"])
def test_another_column_with_a_value_is(told, header: str):
    assert told(["甲", "乙"], header) == (["甲", "乙", header], [("I1", "PSR400")])


def test_it_says_what_to_do(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(MODEL, ["甲"], "zh", Evidence({"甲": UnitFacts("甲", {"ratio": Value(2)})})))
    book = load_workbook(path)
    book["数据"]["H1"], book["数据"]["H2"] = "对照组", 3
    book.save(path)
    _, (found,) = read_evidence([str(path)], MODEL)
    assert found.message("zh") == "`对照组` 一列被当作一个单位，但生成此工作簿时没有这个单位"
    assert "删去此列" in (found.advice("zh") or "")


def test_one_without_a_value_is_warned_of_as_one_without_evidence_alone(told):
    assert told(["甲", "乙"], "对照组", value=None)[1] == [("I1", "PSR459")]


@pytest.mark.parametrize("header", ["全校平均", "备 注", "去年同期"])
def test_what_no_unit_is_called_is_passed_over_alone(told, header: str):
    assert told(["甲", "乙"], header) == (["甲", "乙"], [("I1", "PSR439")])


def test_where_no_unit_was_given_no_column_is(told):
    assert told([], "甲", "乙") == (["甲", "乙"], [])


@pytest.mark.parametrize("units", [["一 支部", "C, D"], ["A\nB"], ["-B", "+1"], ["甲" * 40]])
def test_names_of_any_kind_are_found_again(told, units: list[str]):
    assert told(units)[1] == []


def test_more_units_than_a_cell_can_list_are_not_listed(told):
    units = [f"{number:04}{'支' * 50}" for number in range(600)]
    assert told(units, "丙")[1] == []


def test_spaces_and_remarks_that_people_add_do_no_harm(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    given = Evidence({unit: UnitFacts(unit, {"ratio": Value(2)}) for unit in ("一支部", "二支部")})
    path.write_bytes(workbook(MODEL, [], "zh", given))
    book = load_workbook(path)
    book["数据"]["G1"], book["数据"]["H1"] = "一 支部", "二支部（王某）"
    book.save(path)
    assert [one.code for one in read_evidence([str(path)], MODEL)[1]] == []
