"""Which columns of the sheet of facts are units: those with evidence, and not remarks or arithmetic."""

from pathlib import Path

import pytest
from evidence.workbooks import workbook

from psr.evidence.read import read_evidence


@pytest.fixture
def told(reader, tmp_path: Path):
    """Write workbooks, and give the units and what is told: cells, codes, severities."""

    def read(*texts: str):
        for number, text in enumerate(texts):
            (tmp_path / f"{number}.xlsx").write_bytes(workbook(text))
        evidence, found = read_evidence([str(tmp_path)], reader.model)
        return list(evidence.units), [(str(d.place).rpartition(" · ")[2], d.code, d.is_error) for d in found]

    return read


@pytest.mark.parametrize(
    "header",
    [
        *("备注", "审核意见", "平均", "平均分", "最高", "最低", "合计", "小计", "总计", "排名", "名次"),
        *("note", "Remark", "average", "mean", "Max", "min", "SUM", "total", "rank", "平均（分）"),
        *("全校平均", "各支部平均分", "本周 合计", "备 注", "备注2", "说 明 1", "目标值", "满分", "责任人", "差额"),
        *("上年", "去年同期", "上年同期", "数据来源", "School average", "Last year", "Grand total"),
    ],
)
def test_words_of_the_format_and_of_arithmetic_are_no_units(told, header: str):
    units, found = told(f"数据\n数据|甲|乙|{header}\n均分|1|3|2")
    assert units == ["甲", "乙"]
    assert found == [("D1", "PSR439", False)]


@pytest.mark.parametrize("header", ["标准科", "目标办", "审计处", "平均律乐团", "一支部2", "Sumner", "Source"])
def test_what_only_begins_like_one_of_them_is_a_unit(told, header: str):
    assert told(f"数据\n数据|甲|乙|{header}\n均分|1|3|2") == (["甲", "乙", header], [])


def test_an_explanation_is_a_column_of_the_sheet_itself(told):
    assert told("数据\n数据|甲|乙|说明\n均分|1|3|年底") == (["甲", "乙"], [])


def test_a_column_without_any_value_is_a_unit_and_warned_of(told):
    units, found = told("数据\n数据|甲|经办人\n均分|1|")
    assert units == ["甲", "经办人"]
    assert found == [("C1", "PSR459", False)]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "数据\n数据|甲|乙\n均分|1|\n\n事件\n单位|数据\n乙|无故缺席",
        "数据\n数据|甲|乙\n均分|1|\n\n事件\n单位|数据\n乙|",
        "数据\n数据|甲|乙\n均分|1|\n\n评定\n单位|指标|得分\n乙|1.2|1",
        "数据\n数据|甲|乙\n均分|1|未知",
    ],
)
def test_one_of_which_there_is_anything_is_not(told, elsewhere: str):
    assert told(elsewhere) == (["甲", "乙"], [])


def test_one_that_another_file_names_is_not(told):
    assert told("数据\n数据|甲|乙\n均分|1|", "数据\n数据|乙\n均分|2") == (["甲", "乙"], [])


def test_one_that_was_warned_of_already_is_not(told):
    _, found = told("数据\n数据|甲处|甲 处\n均分|1|")
    assert [code for _, code, _ in found] == ["PSR435"]


def test_a_sheet_that_nobody_has_filled_in_yet_is_not(told):
    assert told("数据\n数据|甲|乙\n均分||") == (["甲", "乙"], [])
