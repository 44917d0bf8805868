"""The sheet of marks and rulings: a heading by its number, its title or both, and where a row lacks something."""

from pathlib import Path

import pytest
from evidence.workbooks import workbook

from psr.evidence.read import read_evidence
from psr.interpreter.facts import UnitFacts

RULES = """\
rubric "r" total 8
fact a counts
section 8 "考核评价" worth 8
  item 8.1 "党务公开" worth 4
    deduct 1 per a
  item 8.2 "建立 党员考核评价指标体系" worth 2
    judge 0 to 2
  item 8.3 "重名" worth 1
    judge 0 to 1
  item 8.4 "重名" worth 1
    judge 0 to 1
"""


@pytest.fixture
def told(reader_of, tmp_path: Path):
    model = reader_of(RULES).model

    def read(rows: str, keep_going: bool = False):
        path = tmp_path / "a.xlsx"
        path.write_bytes(workbook(f"评定\n单位 | 指标 | 种类 | 得分 | 理由 | 决定人\n{rows}"))
        evidence, found = read_evidence([str(path)], model, keep_going=keep_going)
        said = [(str(d.place).rpartition(" · ")[2], d.code, d.advice("zh")) for d in found]
        return evidence.units.get("甲", UnitFacts("甲")), said

    return read


@pytest.mark.parametrize(
    "item",
    [
        "8.2 建立 党员考核评价指标体系",
        "8.2 建立党员考核评价指标体系",
        "8.2 建立党员考核",
        "8.2 建立党员考核…",
        "8.2 建立党员考核评价指标体系（新）",
        "'8.2",
        "建立党员考核评价指标体系",
        "8.2建立党员考核评价指标体系",
    ],
)
def test_a_heading_is_known_by_its_number_and_by_its_title(told, item: str):
    unit, found = told(f"甲 | {item} | 评分 | 1 | |")
    assert (list(unit.marks), found) == (["8.2"], [])


def test_a_number_and_another_title_are_an_error(told):
    unit, found = told("甲 | 8.1 建立党员考核评价指标体系 | 评分 | 1 | |")
    assert not unit.marks
    assert found == [("B2", "PSR468", "是否想写 `8.2 建立 党员考核评价指标体系`？")]


def test_a_title_that_no_heading_has_is_one_too(told):
    _, found = told("甲 | 8.2 志愿服务 | 评分 | 1 | |")
    assert found == [("B2", "PSR468", "请写上与标题相符的编号，或只写其中一个")]


def test_a_title_of_several_headings_names_none(told):
    unit, found = told("甲 | 重名 | 评分 | 1 | |")
    assert (unit.marks, found) == ({}, [("B2", "PSR431", "请写其中之一：`8.3`、`8.4`")])


def test_of_a_ruling_on_nobody_knows_what_any_item_may_be_ruled(told):
    unit, _ = told("甲 | 8.1 志愿服务 | 裁定 | 1 | 某 | 总支", keep_going=True)
    assert set(unit.rulings) == {"8", "8.1", "8.2", "8.3", "8.4"}


# ---- cells that lack something ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "cell", "code"),
    [
        ("甲 | 8.1 党务公开 | 裁定 | 1 | | 总支", "E2", "PSR462"),
        ("甲 | 8.1 党务公开 | 裁定 | 1 | 某 |", "F2", "PSR462"),
        ("甲 | 8.1 党务公开 | 裁定 | | 某 | 总支", "D2", "PSR462"),
        ("甲 | 8.1 党务公开 | 裁定 | 1 | |", "E2", "PSR462"),
        ("甲 | 8.1 党务公开 | | 1 | 某 | 总支", "C2", "PSR420"),
        ("甲 | 8.2 | | 1 | 某 | 总支", "C2", "PSR420"),
        ("甲 | 8.1 党务公开 | | 1 | 某 |", "C2", "PSR460"),
        ("甲 | 8.1 党务公开 | 评分 | 1 | 某 | 总支", "B2", "PSR460"),
        ("甲 | 8.2 | 评分 | | 某 |", "D2", "PSR420"),
    ],
)
def test_what_a_row_lacks_is_shown_at_its_cell(told, row: str, cell: str, code: str):
    assert [found[:2] for found in told(row)[1]] == [(cell, code)]
