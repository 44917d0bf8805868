"""Workbooks of `psr template`: the units are the columns of the sheet of facts, and no row adds another one."""

from pathlib import Path

import pytest
from evidence.workbooks import workbook

from psr.evidence import workbook_layout
from psr.evidence.read import read_evidence
from psr.interpreter.facts import Missing
from psr.interpreter.interval import Interval

FACTS = "数据\n数据|名称|一支部|二支部|机关党委办公室\n均分|average|1|2|3"
MARKS = "评定\n单位|指标|种类|得分|理由|决定人"
NEW = "单位以 `数据` 工作表的各列为准：`一支部`、`二支部`、`机关党委办公室`；"


@pytest.fixture
def read(reader, tmp_path: Path):
    """Read a workbook of `psr template`, its rows of events and of marks given; tell what is said at which cell."""

    def read_book(events: str = "", marks: str = "", keep_going: bool = False, is_ours: bool = True):
        about = workbook_layout.about(reader.model)
        hidden = "_psr\n" + "\n".join(f"{key}|'{value}" for key, value in about.items() if key != "facts")
        shown = [FACTS, f"事件\n单位|数据|数量|备注\n{events}", f"{MARKS}\n{marks}"]
        path = tmp_path / "a.xlsx"
        path.write_bytes(workbook("\n\n".join([*shown, hidden] if is_ours else shown), hidden=("_psr",)))
        evidence, found = read_evidence([str(path)], reader.model, keep_going=keep_going)
        return evidence, [(str(d.place).partition(" · ")[2], d.code, d.advice("zh") or "") for d in found]

    return read_book


@pytest.mark.parametrize("name", ["一支步", "一支部门"])
def test_a_slip_is_an_error_with_what_was_meant(read, name: str):
    evidence, found = read(f"{name}|无故缺席|2")
    advice = "是否想写 `一支部`？新的单位请先在 `数据` 工作表中加一列"
    assert found == [("事件 · A2", "PSR469", advice)]
    assert list(evidence.units) == ["一支部", "二支部", "机关党委办公室"]


@pytest.mark.parametrize("row", ["填表人：王某||", "填表人：王某|无故缺席|2", "合计|无故缺席|2", "三支部|无故缺席|1"])
def test_what_is_near_no_unit_is_an_error_that_says_how_to_add_one(read, row: str):
    evidence, ((cell, code, advice),) = read(row)
    assert (cell, code) == ("事件 · A2", "PSR469")
    assert advice == f"{NEW}新的单位请先在那里加一列，不是单位的请清空这一行"
    assert list(evidence.units) == ["一支部", "二支部", "机关党委办公室"]


def test_so_is_one_on_the_sheet_of_marks(read):
    evidence, found = read(marks="三支部|1.2|评分|1||")
    assert [each[:2] for each in found] == [("评定 · A2", "PSR469")]
    assert "三支部" not in evidence.units


@pytest.mark.parametrize("name", ["二 支部", "二\u200b支部", "二支部\ufeff", "二\u3000支部"])
def test_spaces_and_what_nobody_sees_are_forgiven(read, name: str):
    evidence, found = read(f"{name}|无故缺席|2\n二支部|无故缺席|1", f"{name}|1.2|评分|1||")
    assert found == []
    assert sorted(row.quantity for row in evidence.units["二支部"].events["absence"]) == [1, 2]
    assert list(evidence.units["二支部"].marks) == ["1.2"]


def test_in_a_workbook_of_ones_own_it_is_a_warning(read):
    evidence, found = read("三支部|无故缺席|1", is_ours=False)
    assert [code for _, code, _ in found] == ["PSR438"]
    assert "三支部" in evidence.units


def test_with_keep_going_the_unit_that_is_meant_is_doubted(read):
    evidence, _ = read("一支步|无故缺席|2\n一支部|无故缺席|1\n二支部|无故缺席|1", keep_going=True)
    first, second = (evidence.units[name].events["absence"] for name in ("一支部", "二支部"))
    assert [row.quantity for row in first] == [1, Interval(0, None)]
    assert [row.quantity for row in second] == [1]


def test_with_keep_going_any_unit_is_where_none_is_near(read):
    evidence, _ = read("三支部|无故缺席|2", keep_going=True)
    for name in ("一支部", "二支部", "机关党委办公室"):
        rows = evidence.units[name].events["absence"]
        assert not isinstance(rows, Missing)
        assert [row.quantity for row in rows] == [Interval(0, 2)]
