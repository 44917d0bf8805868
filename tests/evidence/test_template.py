"""The workbook that PSR makes, looked at as another program sees it."""

from __future__ import annotations

import time
from io import BytesIO
from typing import Any

import pytest
from evidence.conftest import resolved
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from psr.api import load
from psr.evidence.template.workbook import workbook
from psr.interpreter.facts import Event, Evidence, Missing, Ruling, UnitFacts, Value
from psr.interpreter.interval import Interval
from psr.interpreter.model import Model

RULES = """\
rubric "年度考核" year 2019 total 20
fact absence "无故缺席" counts 人次
fact session "政治学习" counts 次 required
fact essay "征文" counts 篇 with prize "奖次" first "一等奖" / third "三等奖", online "线上" yes/no, share "占比" percent
fact average "人均积分" number 0 to 100 分 required
fact withheld "未报告" yes/no presumed no
fact filed "提交日期" date
fact kind "类别" office "机关" / shop "车间"
fact motto "口号" text
item 1.10 "出勤" worth 10
  source "无故缺席一人扣0.5分"
  deduct 0.5 per absence
  deduct 0.5 per session below 8
  deduct 1 if withheld or filed > 2019-06-01 or kind = shop or motto = "无"
item 2 "创新" worth 10 starts zero
  source "酌情评分"
  judge 0 to 2
  award 1 per essay where prize = first and online and share > 10%
  award average / 100
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    path = tmp_path_factory.mktemp("rules") / "rules.psr"
    path.write_text(RULES, encoding="utf-8")
    return load(str(path)).model


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def rows(book: Workbook, sheet: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def test_the_sheets_of_an_empty_workbook(model: Model) -> None:
    book = opened(workbook(model, ["一支部", "二支部"], "zh"))
    assert book.sheetnames == ["说明", "数据", "事件", "评定", "_psr"]
    assert book["_psr"].sheet_state == "hidden"
    assert [row[0] for row in rows(book, "数据")] == ["数据", "人均积分", "未报告", "提交日期", "类别", "口号"]
    assert rows(book, "数据")[0][6:8] == ["一支部", "二支部"]
    assert rows(book, "事件")[0] == ["单位 *", "数据 *", "数量", "日期", "奖次", "线上", "占比", "备注", "出处"]
    assert rows(book, "评定")[1:] == [
        ["一支部", "2 创新", "评分", None, None, None],
        ["二支部", "2 创新", "评分", None, None, None],
    ]
    assert [book[sheet].freeze_panes for sheet in ("数据", "事件", "评定")] == ["B2", "C2", "C2"]


def test_what_it_was_made_for_is_written_in_it(model: Model) -> None:
    about = {row[0]: row[1] for row in rows(opened(workbook(model, [], "en")), "_psr")}
    assert (about["rubric"], about["year"], about["psr"]) == ("年度考核", "2019", "1")


def test_the_regulation_is_a_comment(model: Model) -> None:
    book = opened(workbook(model, ["一支部"], "zh"))
    assert book["数据"]["A3"].comment.text == "1.10 出勤\n无故缺席一人扣0.5分"
    assert book["评定"]["B2"].comment.text == "酌情评分"


def test_cells_offer_and_check_what_they_take(model: Model) -> None:
    book = opened(workbook(model, ["一支部"], "zh"))
    facts = {str(rule.sqref): rule for rule in book["数据"].data_validations.dataValidation}
    assert facts["G2"].formula1 == "OR(ISTEXT(G2),AND(ISNUMBER(G2),G2>=0,G2<=100))"
    assert facts["G3"].formula1 == '"是,否"'
    events = {str(rule.sqref): rule for rule in book["事件"].data_validations.dataValidation}
    assert events["A2:A5001"].formula1 == "数据!$G$1:$N$1"
    # 2019-01-01 and 2019-12-31 are days 43466 and 43830 of a spreadsheet.
    assert events["D2:D5001"].formula1 == "OR(ISTEXT(D2),AND(ISNUMBER(D2),D2>=43466,D2<=43830))"
    lists = rows(book, "_psr")
    prizes = events["E2:E5001"].formula1
    assert prizes.startswith("_psr!$")
    column = ord(prizes.split("$")[1]) - ord("A")
    assert [row[column] for row in lists if row[column]] == ["一等奖", "三等奖"]


def test_the_same_bytes_on_any_day(model: Model) -> None:
    first = workbook(model, ["一支部"], "zh")
    time.sleep(1.1)  # a clock would show in the properties, or in the archive
    assert workbook(model, ["一支部"], "zh") == first


HOSTILE = ['=cmd|"/c calc"!A1', "+1+1", "-2+3", "@SUM(1)", "\t=1", "http://example.org/", "{=1}", "<b>&amp;", "a\x01b"]


def test_no_text_becomes_a_formula_or_a_link(model: Model) -> None:
    unit = UnitFacts("=1+1")
    unit.values["motto"] = Value(HOSTILE[0], note=HOSTILE[1])
    unit.events["absence"] = [Event(1, note=text, reference=text) for text in HOSTILE]
    unit.rulings["1.10"] = Ruling(3, "=1+1", "@SUM(1)")
    book = opened(workbook(model, [], "zh", Evidence({unit.name: unit})))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)
    assert [row[7] for row in rows(book, "事件")[1:4]] == HOSTILE[:3]


def test_evidence_fills_the_cells(model: Model) -> None:
    unit = UnitFacts("一支部")
    unit.values |= {"average": Value(Interval(0, 50, high_open=True), "低于二支部"), "withheld": Value(False)}
    unit.values |= {"filed": Value(737060), "kind": Value("shop"), "motto": Value(Missing.UNKNOWN)}
    unit.events |= {"absence": [Event(2, 737070, {}, "甲、乙", "签到表")], "session": Missing.UNKNOWN}
    book = opened(workbook(model, [], "zh", Evidence({"一支部": unit})))
    found = {row[1]: row[6:8] for row in rows(book, "数据")}
    assert found["average"] == ["< 50", "低于二支部"]
    assert [found[name][0] for name in ("withheld", "kind", "motto")] == ["否", "车间", "未知"]
    assert found["filed"][0].isoformat() == "2019-01-01T00:00:00"
    first, second = rows(book, "事件")[1:3]
    assert (first[:3], first[3].isoformat(), first[7:]) == (
        ["一支部", "无故缺席", 2],
        "2019-01-11T00:00:00",
        ["甲、乙", "签到表"],
    )
    assert second[:3] == ["一支部", "政治学习", "未知"]


# ---- what a row of events needs -------------------------------------------------------------------------------


def colours(book: Workbook, sheet: str, cells: str) -> list[str]:
    """Give the formulas by which cells are coloured."""
    return [
        rule.formula[0]
        for area in book[sheet].conditional_formatting
        if str(area.sqref) == cells
        for rule in area.rules
    ]


def test_a_required_fact_stays_coloured_until_its_row_says_something(model: Model) -> None:
    (formula,) = colours(opened(workbook(model, ["一支部"], "zh")), "事件", "C2:C5001")
    # Quantity, date and the three fields are the columns C to G.
    assert formula.startswith('AND(OR($C2="未知",COUNTA($C2:$G2)=0),COUNTIF(')


@pytest.mark.parametrize(
    ("language", "sheet", "says"),
    [
        ("zh", "说明", ["数量留空按一件计", "必填的数据须写明数量", "没有发生填 0"]),
        (
            "en",
            "Guide",
            ["A row without a quantity counts as one event", "a required fact needs a number", "0 if noth"],
        ),
    ],
)
def test_the_guide_says_what_a_row_without_a_quantity_means(model: Model, language: Any, sheet: str, says: list[str]):
    step = next(row[0] for row in rows(opened(workbook(model, [], language)), sheet) if str(row[0]).startswith("2."))
    assert [words for words in says if words not in step] == []


# ---- days -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('rubric "考核" year 2025 total 1', "2025-03-25"),
        ('rubric "考核" total 1\nperiod 2025-09-01 to 2026-06-30', "2026-03-25"),
        ('rubric "考核" year 2025 total 1\nperiod 2025-09-01 to 2026-01-20', "2025-09-01"),
    ],
)
def test_days_are_shown_by_one_of_the_rubrics_own_year(head: str, day: str) -> None:
    model = resolved(
        f'{head}\nfact filed "提交" date\nfact deal "客户" counts with signed "签约" date\n'
        'item 1 "项" worth 1\n  award 1 per deal\n'
    )
    book = opened(workbook(model, ["甲"], "zh"))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    hints = [rule.error for sheet in book for rule in sheet.data_validations.dataValidation if rule.error]
    assert [text for text in (*map(str, cells), *hints) if "2019-" in text] == []
    assert f"签约（日期，如 {day}）" in cells
    assert {hint for hint in hints if hint.startswith("日期")} == {f"日期，如 {day}"}
