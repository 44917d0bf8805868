"""Workbooks: what people write on their sheets is what is read, and each mistake is shown at its cell."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from evidence.workbooks import ABOUT, workbook

from psr.diagnostics.as_json import to_json
from psr.diagnostics.render import render
from psr.evidence import workbook_layout
from psr.evidence.read import read_evidence
from psr.interpreter.facts import Event, Mark, Missing, Ruling
from psr.interpreter.interval import Interval


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


class Sheets:
    """Reads workbooks written from text as evidence of the rubric of the cases."""

    def __init__(self, model, folder: Path) -> None:
        self.model = model
        self.path = folder / "evidence.xlsx"

    def read(self, text: str, merged: tuple[str, ...] = (), hidden: tuple[str, ...] = (), keep_going: bool = False):
        self.path.write_bytes(workbook(text, merged, hidden))
        return read_evidence([str(self.path)], self.model, keep_going=keep_going)

    def sound(self, text: str, *more, **others):
        evidence, found = self.read(text, *more, **others)
        assert [(str(d.place), d.message()) for d in found] == []
        return evidence.units

    def told(self, text: str, *more, **others) -> list[tuple[str, str]]:
        """Give the cells with what is told of each."""
        _, found = self.read(text, *more, **others)
        return [(str(d.place).removeprefix(f"{self.path}").removeprefix(" · "), d.code) for d in found]


@pytest.fixture
def sheets(reader, tmp_path: Path) -> Sheets:
    return Sheets(reader.model, tmp_path)


# ---- the sheets of the template ------------------------------------------------------------------------------


def test_the_sheet_of_facts_has_a_column_for_each_unit(sheets: Sheets):
    units = sheets.sound("""
        数据
        数据   | 名称      | 计量单位 | 一支部     | 二支部
        均分   | average   | 分       | 0.3        | < 9232.86
        到会率 | turnout   |          | 67%        | '≥ 67%
        未报告 |           |          | √          | 否
               | submitted |          | 2019-03-25 | '2019年3月25日
        等级   |           |          | 好         | 未知
        说明   |           |          |            | 不适用
    """)
    first, second = units["一支部"].values, units["二支部"].values
    assert {name: value.stated for name, value in first.items()} == {
        "average": Fraction(3, 10),
        "turnout": Fraction(67, 100),
        "withheld": True,
        "submitted": day("2019-03-25"),
        "level": "good",
    }
    assert {name: value.stated for name, value in second.items()} == {
        "average": Interval(0, Fraction(923286, 100), False, True),
        "turnout": Interval(Fraction(67, 100), 1),
        "withheld": False,
        "submitted": day("2019-03-25"),
        "level": Missing.UNKNOWN,
        "remark": Missing.NOT_APPLICABLE,
    }
    assert str(second["average"].place).endswith("evidence.xlsx · 数据 · E2")


def test_the_sheet_of_events_has_a_row_for_each(sheets: Sheets):
    units = sheets.sound("""
        事件
        单位   | 数据     | 数量 | 日期           | 奖次   | 署名比例 | 备注 | 出处
        一支部 | 征文     | 1    | 2019-05-04     | 三等奖 | 50%      | 朱婷 | 校发3号
        一支部 | 无故缺席 | '２人次 | '2019.3.25  |        |          |      |
        一支部 | 征文     | '>= 3   | '2019/3/25  | first  | '＞60%   |      |
    """)
    essay = [row._replace(place=None) for row in units["一支部"].events["essay"]]
    fields = {"prize": "third", "pages": Missing.UNKNOWN, "share": Fraction(1, 2)}
    assert essay[0] == Event(1, day("2019-05-04"), fields, "朱婷", "校发3号")
    more = {"prize": "first", "pages": Missing.UNKNOWN, "share": Interval(Fraction(3, 5), 1, True, False)}
    assert essay[1] == Event(Interval(3, None), day("2019-03-25"), more)
    (absence,) = units["一支部"].events["absence"]
    assert (absence.quantity, absence.date) == (2, day("2019-03-25"))
    assert str(absence.place).endswith("evidence.xlsx · 事件 · A3:H3")


def test_the_sheet_of_marks_has_marks_and_rulings(sheets: Sheets):
    units = sheets.sound("""
        评定
        单位   | 指标        | 种类 | 得分 | 理由 | 决定人
        一支部 | 1.2 酌情    | 评分 | 1.5  | 新颖 |
        一支部 | 1.10 另一项 | 裁定 | 2    | 补课 | 党总支
        二支部 | 1.2 酌情    |      |      |      |
        二支部 | '1.1        | 裁定 | 3    | 病假 | 党总支
    """)
    assert units["一支部"].marks["1.2"]._replace(place=None) == Mark(Fraction(3, 2), "新颖")
    assert units["一支部"].rulings["1.10"]._replace(place=None) == Ruling(2, "补课", "党总支")
    assert units["二支部"].rulings["1.1"].points == 3


def test_english_titles_and_headers_mean_the_same(sheets: Sheets):
    units = sheets.sound("""
        Events
        Date       | FACT    | unit | Quantity (how many) | Note | prize
        2019-05-04 | absence | A    | 2                   | x    |

        Marks
        Unit | Item | Kind   | Points | Reason | Decided by
        A    | 1.2  | mark   | 1      |        |
    """)
    assert [row.quantity for row in units["A"].events["absence"]] == [2]
    assert units["A"].marks["1.2"].points == 1


def test_a_title_above_the_header_and_numbers_of_rows_do_no_harm(sheets: Sheets):
    units = sheets.sound("""
        事件
        二〇一九年度台账
        |
        序号 | 单位   | 数据     | 数量
        1    | 一支部 | 无故缺席 | 3
        2    |        |          |
             | 一支部 | 无故缺席 | 4
    """)
    rows = units["一支部"].events["absence"]
    assert [row.quantity for row in rows] == [3, 4]
    assert [str(row.place).rpartition(" · ")[2] for row in rows] == ["A4:D4", "A6:D6"]


def test_any_sheet_with_the_columns_of_a_ledger_is_one(sheets: Sheets):
    units = sheets.sound("""
        一季度
        单位 | 数据     | 数量 | 值
        A    | 无故缺席 | 3    |
        A    | 均分     |      | 0.25

        二季度
        数据     | 单位
        无故缺席 | A
    """)
    assert [row.quantity for row in units["A"].events["absence"]] == [3, 1]
    assert units["A"].values["average"].stated == Fraction(1, 4)


def test_sheets_for_people_are_passed_over(sheets: Sheets):
    told = sheets.told(
        """
        事件
        单位 | 数据
        A    | 无故缺席

        说明
        随便

        草稿（忽略）
        随便

        名单
        张三

        _lists
        x
        """,
        hidden=("_lists",),
    )
    assert told == [("名单", "PSR491")]


# ---- cells ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0.3", Fraction(3, 10)),
        ("0.30000000000000004", Fraction(3, 10)),  # what 0.1 + 0.2 leaves in a cell
        ("1.1", Fraction(11, 10)),
        ("12345678901234", 12345678901234),
        ("'1234567890.12345678901", Fraction("1234567890.12345678901")),
        ("0.000001", Fraction(1, 10**6)),
        ("'０.３分", Fraction(3, 10)),
        ("'  8  ", 8),
        ("=A1+1 → 3", 3),
    ],
)
def test_numbers_are_those_that_were_typed(sheets: Sheets, typed: str, expected: object):
    evidence, found = sheets.read(f"数据\n数据|一支部\n均分|{typed}")
    assert evidence.units["一支部"].values["average"].stated == expected
    assert [d.code for d in found] == (["PSR488"] if typed.startswith("=") else [])


def test_merged_cells_say_the_same_for_all_their_rows(sheets: Sheets):
    text = """
        事件
        单位   | 数据     | 数量 | 日期
        一支部 | 无故缺席 | 1    | 2019-01-01
               |          | 2    |
               |          | 3    |
               |          |      |
        二支部 | 无故缺席 | 4    | 2019-01-02
    """
    units = sheets.sound(text, merged=("事件!A2:A5", "事件!B2:B5", "事件!D2:D3"))
    rows = units["一支部"].events["absence"]
    assert [(row.quantity, row.date) for row in rows] == [(1, day("2019-01-01")), (2, day("2019-01-01")), (3, None)]


def test_a_merged_amount_is_nobodys(sheets: Sheets):
    text = "事件\n单位|数据|数量\nA|无故缺席|1\nA|无故缺席|"
    assert sheets.told(text, merged=("事件!C2:C3",)) == [("事件 · C2", "PSR490")]


# ---- mistakes, each at its cell ------------------------------------------------------------------------------

MISTAKES = {
    "a count that is none": ("事件\n单位|数据|数量\nA|无故缺席|abc", [("事件 · C2", "PSR440")]),
    "a fact that is near another": ("事件\n单位|数据\nA|无故缺度", [("事件 · B2", "PSR430")]),
    "a field of another fact": ("事件\n单位|数据|奖次\nA|无故缺席|三等奖", [("事件 · C2", "PSR432")]),
    "a prize that is none": ("事件\n单位|数据|奖次\nA|征文|五等奖", [("事件 · C2", "PSR433")]),
    "a day that is a number": ("数据\n数据|A\n提交日期|43549", [("数据 · B2", "PSR440")]),
    "a day of another year": ("事件\n单位|数据|日期\nA|无故缺席|2018-01-01", [("事件 · C2", "PSR450")]),
    "a share without its sign": ("数据\n数据|A\n到会率|0.67", [("数据 · B2", "PSR443")]),
    "a formula without a value": ("事件\n单位|数据|数量\nA|无故缺席|=1+1", [("事件 · C2", "PSR487")]),
    "a formula without a value for a unit": ("事件\n单位|数据|数量\n=D1|无故缺席|1", [("事件 · A2", "PSR487")]),
    "a formula that failed": ("数据\n数据|A\n均分|=1/0 → #DIV/0!", [("数据 · B2", "PSR488"), ("数据 · B2", "PSR489")]),
    "an unknown column": ("事件\n单位|数据|数目\nA|无故缺席|1", [("事件 · C1", "PSR425")]),
    "a column without a name": ("事件\n单位|数据||数量\nA|无故缺席|x|1", [("事件 · C1", "PSR421")]),
    "a column twice": ("事件\n单位|数据|数量|quantity\nA|无故缺席|1|1", [("事件 · D1", "PSR417")]),
    "no unit": ("事件\n单位|数据|数量\n|无故缺席|1", [("事件 · A2", "PSR421")]),
    "no header": ("事件\n甲|乙\n1|2", [("事件", "PSR492")]),
    "no header of marks": ("评定\n甲|乙\n1|2", [("评定", "PSR492")]),
    "a fact twice": ("数据\n数据|A\n均分|1\naverage|2", [("数据 · B3", "PSR453")]),
    "an unknown fact for two units": ("数据\n数据|A|B\n均份|1|2", [("数据 · A2", "PSR430")]),
    "a value without a fact": ("数据\n数据|A\n|1", [("数据 · A2", "PSR421")]),
    "a mark that is too much": ("评定\n单位|指标|得分\nA|1.2|3", [("评定 · C2", "PSR461")]),
    "a ruling that lacks its reason": ("评定\n单位|指标|种类|得分\nA|1.2|裁定|3", [("评定 · A2:D2", "PSR462")]),
    "a decision of no kind": ("评定\n单位|指标|种类|得分\nA|1.2|表扬|1", [("评定 · C2", "PSR499")]),
    "a number that may be two headings": ("评定\n单位|指标|得分\nA|1.1|1", [("评定 · B2", "PSR431")]),
    "an item that is none": ("评定\n单位|指标|得分\nA|7|1", [("评定 · B2", "PSR434")]),
    "a mark for nobody": ("评定\n单位|指标|得分\n|1.2|1", [("评定 · A2", "PSR421")]),
    "nothing at all": ("事件\n ", [("事件", "PSR492")]),
    "an unknown column of marks": ("评定\n单位|指标|得分|备考\nA|1.2|1|x", [("评定 · D1", "PSR425")]),
    "unknown and counted": ("事件\n单位|数据|数量\nA|无故缺席|未知\nA|无故缺席|1", [("事件 · A3:C3", "PSR454")]),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_each_mistake_is_told_at_its_cell(sheets: Sheets, case: str):
    text, expected = MISTAKES[case]
    if case == "nothing at all":
        expected = [("", "PSR424")]
    assert sheets.told(text) == expected


def test_a_mistake_is_shown_under_its_header(sheets: Sheets):
    _, (found,) = sheets.read("事件\n单位|数据|数量|日期\n一支部|无故缺席|很多|2019-05-04")
    assert render(found, "zh").splitlines()[2:5] == [
        "1 │ 单位   │ 数据     │ 数量 │ 日期",
        "2 │ 一支部 │ 无故缺席 │ 很多 │ 2019-05-04",
        "  │                     ^^^^ 应为：次数",
    ]
    (label,) = to_json(found)["labels"]
    assert (label["sheet"], label["cell"], label["line"], label["column"]) == ("事件", "C2", 2, 3)


def test_a_day_number_is_told_as_the_day_it_is(sheets: Sheets):
    _, (found,) = sheets.read("数据\n数据|A\n提交日期|43549")
    assert "2019-03-25" in found.advice()


def test_with_keep_going_what_could_not_be_read_is_unknown(sheets: Sheets):
    text = """
        事件
        单位 | 数据     | 数量
        A    | 无故缺席 | 3
        A    | 无故缺席 | 许多
        A    | 征文     | 1
        B    | 征雯     | 1

        数据
        数据 | A    | B
        均分 | 高   | 8
    """
    evidence, found = sheets.read(text, keep_going=True)
    assert sorted(d.code for d in found) == ["PSR430", "PSR440", "PSR440"]
    a, b = evidence.units["A"], evidence.units["B"]
    assert [row.quantity for row in a.events["absence"]] == [3, Interval(0, None)]
    assert [row.quantity for row in a.events["essay"]] == [1]
    assert a.values["average"].stated is Missing.UNKNOWN
    assert b.values["average"].stated == 8
    assert [row.quantity for row in b.events["essay"]] == [Interval(0, 1)]  # the nearest fact to `征雯`, if any


# ---- what a workbook was made for ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"rubric": "另一份"}, ["PSR474"]),
        ({"year": "2018"}, ["PSR471"]),
        ({"facts": "0000"}, ["PSR493"]),
        ({"psr": "2"}, ["PSR494"]),
    ],
)
def test_a_workbook_knows_what_it_was_made_for(sheets: Sheets, changed: dict[str, str], expected: list[str]):
    text = ABOUT.format(**{**workbook_layout.about(sheets.model), **changed})
    evidence, found = sheets.read(text, hidden=("_psr",))
    assert [d.code for d in found] == expected
    assert bool(evidence.units) == (expected in ([], ["PSR493"]))
