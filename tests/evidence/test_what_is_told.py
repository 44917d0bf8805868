"""What people are told of mistakes in evidence: in words they know, with what to do where they are.

Facts, fields and choices go by their labels. In a table the label stands alone; in YAML and JSON, whose authors may
write names, the name stands behind it.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from evidence.workbooks import ABOUT, workbook

from psr.diagnostics import Diagnostic, SourceFile
from psr.evidence import csv_file, suggest, workbook_layout
from psr.evidence.called import Named
from psr.evidence.read import check_evidence, read_evidence


class Told(NamedTuple):
    """Where something is told, what, and what to do."""

    where: str
    message: str
    advice: str | None


def in_chinese(diagnostic: Diagnostic) -> Told:
    where = str(diagnostic.place).rpartition("/")[2]
    return Told(where.removeprefix("evidence.xlsx · "), diagnostic.message("zh"), diagnostic.advice("zh"))


@pytest.fixture
def told(reader, tmp_path: Path):
    """Give what is told of a file in Chinese, written from text; one of no other ending is a workbook."""

    def read(text: str, name: str = "evidence.xlsx", **others) -> list[Told]:
        path = tmp_path / name
        path.write_bytes(workbook(text, **others) if name.endswith(".xlsx") else text.encode())
        return [in_chinese(diagnostic) for diagnostic in read_evidence([str(path)], reader.model)[1]]

    return read


# ---- on sheets: labels alone, and what to do with cells and columns ---------------------------------------------

ON_SHEETS = {
    "a count that is none": (
        "事件\n单位|数据|数量\nA|无故缺席|很多",
        "事件 · C2",
        "`无故缺席` 写的是 `很多`，不能读作次数",
        "请写数值（`8`）、界限（`>= 8`）、范围（`4..10`）、`未知` 或 `不适用`",
    ),
    "a count that is not whole": (
        "事件\n单位|数据|数量\nA|无故缺席|1.5",
        "事件 · C2",
        "`无故缺席` 按整数计，而 `1.5` 不是整数",
        "请写整数；每次折算多少由细则规定",
    ),
    "a count below zero, by the fact's name": (
        "事件\n单位|数据|数量\nA|absence|-1",
        "事件 · C2",
        "`无故缺席` 不能小于零，而这里是 `-1`",
        "请写 `0` 或以上；是否扣分由细则规定",
    ),
    "a day in words": (
        "事件\n单位|数据|日期\nA|无故缺席|五月初",
        "事件 · C2",
        "`无故缺席` 的日期写的是 `五月初`，不能读作日期",
        "请按 年-月-日 书写，例如 `2019-03-25`",
    ),
    "a count with another noun": (
        "事件\n单位|数据|数量\nA|无故缺席|1次",
        "事件 · C2",
        "`无故缺席` 写的是 `1次`，不能读作次数",
        "计量单位是人次：请写明合多少人次，只写数字",
    ),
    "a column of units by another name": (
        "事件\n支部|数据|数量\nA|无故缺席|1",
        "事件 · A1",
        "工作表 `事件` 中没有写明 `单位`、`数据` 各列的行",
        "是否想写 `单位`？",
    ),
    "a column of units by another name on a sheet of one's own": (
        "台账\n部门|数据|数量\nA|无故缺席|1\n\n事件\n单位|数据\nA|无故缺席",
        "台账 · A1",
        "工作表 `台账` 未作为佐证读取",
        "是否想写 `单位`？",
    ),
    "a column of units by another name beside the marks": (
        "评定\n科室|指标|得分\nA|1.2|1",
        "评定 · A1",
        "工作表 `评定` 中没有写明 `单位`、`指标` 各列的行",
        "是否想写 `单位`？",
    ),
    "a number in words": (
        "数据\n数据|A\n均分|很高",
        "数据 · B2",
        "`均分` 写的是 `很高`，不能读作数值",
        "请写数值（`8`）、界限（`>= 8`）、范围（`4..10`）、`未知` 或 `不适用`",
    ),
    "neither yes nor no": (
        "数据\n数据|A\n未报告|有",
        "数据 · B2",
        "`未报告` 写的是 `有`，不能读作“是”或“否”",
        "请写 `是` 或 `√`、`否` 或 `×`、`未知` 或 `不适用`",
    ),
    "a day that does not exist": (
        "事件\n单位|数据|日期\nA|无故缺席|'2019.2.30",
        "事件 · C2",
        "`无故缺席` 的日期写的是 `2019.2.30`，日历上没有这一天",
        "请查对日期；先写年，再写月、日，例如 `2019-03-25`",
    ),
    "a day of another year": (
        "事件\n单位|数据|日期\nA|无故缺席|2018-05-04",
        "事件 · C2",
        "`无故缺席` 的日期 `2018-05-04` 不在考核期内",
        "请改正日期；其他年度的事件应列入该年度的佐证",
    ),
    "a fact that is near one other": (
        "事件\n单位|数据\nA|无故缺度",
        "事件 · B2",
        "细则中没有名为 `无故缺度` 的数据",
        "是否想写 `无故缺席`？",
    ),
    "a fact that is near one other by its name": (
        "事件\n单位|数据\nA|absense",
        "事件 · B2",
        "细则中没有名为 `absense` 的数据",
        "是否想写 `无故缺席`？",
    ),
    "a part of a fact's label": (
        "事件\n单位|数据\nA|缺席",
        "事件 · B2",
        "细则中没有名为 `缺席` 的数据",
        "是否想写 `无故缺席`？",
    ),
    "a fact that is near none": (
        "事件\n单位|数据\nA|志愿服务",
        "事件 · B2",
        "细则中没有名为 `志愿服务` 的数据",
        "它的数据有 `无故缺席`、`征文`、`走访`、`均分`、`增幅`、`到会率`、`未报告`、`提交日期`、`说明`、`等级`、"
        "`双（twin_a）`、`双（twin_b）`",
    ),
    "a prize that is near two": (
        "事件\n单位|数据|奖次\nA|征文|五等奖",
        "事件 · C2",
        "`五等奖` 不是 `奖次` 的取值",
        "它的取值有 `提交`、`三等奖`、`一等奖`",
    ),
    "a prize that is near one": (
        "事件\n单位|数据|奖次\nA|征文|三等将",
        "事件 · C2",
        "`三等将` 不是 `奖次` 的取值",
        "是否想写 `三等奖`？",
    ),
    "a prize that is near none": (
        "事件\n单位|数据|奖次\nA|征文|4th",
        "事件 · C2",
        "`4th` 不是 `奖次` 的取值",
        "它的取值有 `提交`、`三等奖`、`一等奖`",
    ),
    "a field of another fact": (
        "事件\n单位|数据|奖次\nA|无故缺席|三等奖",
        "事件 · C2",
        "`无故缺席` 没有名为 `奖次` 的附带项",
        "请清空这一格；如果数据选错了，请改选：填写此列的数据有 `征文`",
    ),
    "a quantity of what is measured": (
        "事件\n单位|数据|数量\nA|均分|31",
        "事件 · C2",
        "`均分` 不是逐件登记的数据，有值而没有数量",
        "请写到 `数据` 工作表：在 `均分` 一行、该单位一列中填写，并清空这一行",
    ),
    "a measured fact without a value": (
        "事件\n单位|数据|备注\nA|均分|年底",
        "事件 · A2:C2",
        "`均分` 没有内容",
        "请写到 `数据` 工作表：在 `均分` 一行、该单位一列中填写，并清空这一行",
    ),
    "a value of what is counted": (
        "事件\n单位|数据|数量|值\nA|无故缺席||2",
        "事件 · D2",
        "`无故缺席` 是逐件登记的数据，有数量而没有值",
        "请把数字移到 `数量` 一列",
    ),
    "an event that does not apply": (
        "事件\n单位|数据|数量|奖次\nA|征文|不适用|一等奖",
        "事件 · C2",
        "`征文` 的事件如果不适用，就不能有日期或附带项",
        "请清空这一行的日期和其他各列，或写出数量",
    ),
    "a fact that is measured twice": (
        "数据\n数据|A\n均分|1\naverage|2",
        "数据 · B3",
        "`A` 的 `均分` 写了两处",
        "请只保留一处",
    ),
    "a number beyond its range": (
        "数据\n数据|A\n增幅|7",
        "数据 · B2",
        "`7` 不是 `增幅` 可取的值",
        "请检查是否笔误；取值范围由细则声明",
    ),
    "a mark that is too much": (
        "评定\n单位|指标|得分\nA|1.2 酌情|3",
        "评定 · C2",
        "`1.2 酌情` 不能得 `3` 分",
        "请在范围内评分；委员会若要突破范围，请写裁定",
    ),
    "a mark where nothing is judged": (
        "评定\n单位|指标|得分\nA|'1.1 出勤|3",
        "评定 · B2",
        "`1.1 出勤` 按佐证计分，不接受人工评分",
        "请删去这一行；如果委员会要在这里偏离规则，请把种类改为 `裁定`，并写明理由和决定人",
    ),
    "a ruling that says neither why nor by whom": (
        "评定\n单位|指标|种类|得分\nA|1.2|裁定|3",
        "评定 · A2:D2",
        "对 `1.2 酌情` 的裁定没有写明理由、决定人",
        "请在这一行补填 `理由`、`决定人`",
    ),
    "a mark without points": (
        "评定\n单位|指标|得分|理由\nA|1.2||新颖",
        "评定 · C2",
        "`1.2 酌情` 没有内容",
        "请写分值；尚未评分的写 `未知`",
    ),
    "a column of one's own": (
        "事件\n单位|数据|经办人\nA|无故缺席|王可",
        "事件 · C1",
        "没有名为 `经办人` 的列",
        "列名可以是 单位、数据、数量、值、日期、备注、依据，以及细则中数据的附带项；其他内容请写在 备注 一列",
    ),
}


@pytest.mark.parametrize("case", ON_SHEETS)
def test_on_a_sheet(told, case: str):
    text, *expected = ON_SHEETS[case]
    assert told(text) == [Told(*expected)]


def test_sheets_and_columns_go_by_the_titles_of_the_workbook(reader, tmp_path: Path):
    text = """
        事件
        单位 | 数据 | 数量
        A    | 均分 | 31

        Marks
        Unit | Item | Kind   | Points
        A    | 1.2  | ruling | 3
    """
    (tmp_path / "a.xlsx").write_bytes(workbook(text))
    _, (event, ruling) = read_evidence([str(tmp_path)], reader.model)
    assert "on the sheet `数据`" in (event.advice() or "")
    assert ruling.advice("zh") == "请在这一行补填 `Reason`、`Decided by`"


def test_a_row_that_was_unknown_to_the_rubric_goes_by_its_label(told):
    (found,) = told("数据\n数据|名称|A\n旧的一项|old_item|1")
    assert found[:2] == ("数据 · A2", "细则中没有名为 `旧的一项` 的数据")


def test_a_counted_fact_may_have_a_remark_on_the_sheet_of_facts(told):
    assert told("数据\n数据|A|A · 备注\n无故缺席|2|请假") == []


# ---- shares without their sign ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fact", "written", "advice"),
    [
        ("到会率", "67", "请写作 `67%`"),  # 6700% is more than all
        ("到会率", "0.67", "请按本意写作 `0.67%` 或 `67%`"),
        ("到会率", "1", "请按本意写作 `1%` 或 `100%`"),
        ("到会率", "1.5", "请写作 `1.5%`"),
        ("到会率", "670", "请写百分比：0% 至 100%"),
        ("增长率", "67", "请写作 `67%`"),
        ("增长率", "150", "请写作 `150%`"),
    ],
)
def test_of_a_share_only_what_is_possible_is_offered(reader_of, fact: str, written: str, advice: str):
    rubric = 'rubric "r" total 1\nfact a "到会率" percent 0% to 100%\nfact b "增长率" percent\naward 1 if a > b'
    _, (found,) = reader_of(rubric).read(f"单位,数据,值\n甲,{fact},{written}\n", "a.csv")
    assert (found.code, found.advice("zh")) == ("PSR443", advice)


# ---- names behind the labels, where people write names ----------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "english", "chinese"),
    [
        (
            "absence: -1",
            "`无故缺席 (absence)` can't be less than zero, as `-1` is",
            "`无故缺席（absence）` 不能小于零，而这里是 `-1`",
        ),
        (
            "essay: {share: 67}",
            "`署名比例 (share)` is a share, and `67` has no percent sign",
            "`署名比例（share）` 是百分比，而 `67` 没有百分号",
        ),
        (
            "average: {quantity: 3}",
            "`均分 (average)` does not count events, so it has a value and no quantity",
            "`均分（average）` 不是逐件登记的数据，有值而没有数量",
        ),
    ],
)
def test_in_yaml_the_name_stands_behind_the_label(reader, written: str, english: str, chinese: str):
    _, (found,) = reader.read(f"unit: A\nfacts: {{{written}}}\n")
    assert (found.message(), found.message("zh")) == (english, chinese)


@pytest.mark.parametrize("name", ["evidence.yaml", "evidence.json"])
def test_in_yaml_and_json_lists_have_both(reader, name: str):
    _, (found,) = reader.read('{"unit": "A", "facts": {"essay": {"prize": "五等奖"}}}', name)
    assert found.advice() == "its values are `提交 (submitted)`, `三等奖 (third)`, `一等奖 (first)`"
    assert found.advice("zh") == "它的取值有 `提交（submitted）`、`三等奖（third）`、`一等奖（first）`"


def test_what_is_offered_is_written_as_its_author_does(reader):
    _, found = reader.read("unit: A\nfacts: {absense: 1, 无故缺度: 1}\n")
    assert [diagnostic.advice() for diagnostic in found] == ["did you mean `absence`?", "did you mean `无故缺席`?"]


@pytest.mark.parametrize("written", ["无故缺席（absence）", "无故缺席 (absence)"])
def test_what_a_message_shows_can_be_written(reader, written: str):
    assert list(reader.sound(f"unit: A\nfacts: {{{written}: 1}}\n").units["A"].events) == ["absence"]
    assert list(reader.sound(f"单位,数据\nA,{written}\n", "a.csv").units["A"].events) == ["absence"]


def test_a_choice_can_be_written_so_too(reader):
    (row,) = reader.sound("unit: A\nfacts: {essay: {prize: 一等奖（first）}}\n").units["A"].events["essay"]
    assert row.fields["prize"] == "first"


# ---- many facts -------------------------------------------------------------------------------------------------

MANY = 'rubric "r" total 1\nfact c0 "缺席支部大会" counts 次\nfact c1 "缺席党课" counts 次\n' + "".join(
    f'fact f{number} "第{number}类台账" counts 次\n' for number in range(1, 21)
)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("缺席", "是否想写其中之一：`缺席支部大会`、`缺席党课`？"),
        ("缺席党客", "是否想写 `缺席党课`？"),
        (
            "会议",
            "它的数据有 `缺席支部大会`、`缺席党课`、`第1类台账`、`第2类台账`、`第3类台账`、`第4类台账`，另有 16 项",
        ),
    ],
)
def test_of_many_facts_the_nearest_are_listed(reader_of, written: str, advice: str):
    _, (found,) = reader_of(MANY + "award 1 per c0").read(f"单位,数据\n甲,{written}\n", "a.csv")
    assert found.advice("zh") == advice


def test_what_may_have_been_meant_is_sought_only_for_what_is_told(
    reader_of, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    sought: list[str] = []

    def seek(text: str, known: Sequence[Named]) -> list[suggest.Near]:
        sought.append(text)
        return [suggest.Near(thing, thing.name, 0) for thing in known]

    monkeypatch.setattr(suggest, "sort_by_nearness", seek)
    monkeypatch.setattr(csv_file, "LONG", 0)  # so that rows are read by columns
    rows = "".join(f"甲,会议{number}\n" for number in range(2000))
    found = reader_of(MANY + "award 1 per c0").codes("单位,数据\n" + rows, "a.csv")
    assert found == ["PSR430"] * 200 + ["PSR409"]
    assert len(sought) <= 201
    sought.clear()
    units = ",".join(f"支部{number}" for number in range(500))
    sheet = f"数据,名称,{units}\n会议,," + ",".join("1" * 500) + "\n"
    assert reader_of(MANY + "award 1 per c0").codes(sheet, "数据.csv") == ["PSR430"]
    assert sought == ["会议"]


# ---- the order in which mistakes are told -----------------------------------------------------------------------


def test_mistakes_come_in_the_order_of_the_workbook(told):
    found = told("""
        评定
        单位 | 指标 | 得分
        A    | 1.2  | 9

        事件
        单位 | 数据     | 数量 | 日期
        A    | 无故缺席 | x    | y
        A    | 无故缺度 |      |
        A    | 无故缺席 | -1   | 2018-01-01

        数据
        数据 | A | B
        均分 | x | y
        增幅 | 9 |
    """)
    cells = [each.where for each in found]
    assert cells == [
        "评定 · C2",
        *("事件 · C2", "事件 · D2", "事件 · B3", "事件 · C4", "事件 · D4"),
        *("数据 · B2", "数据 · C2", "数据 · B3"),
    ]


def test_that_reading_stopped_is_told_behind_the_mistakes(reader):
    rows = "".join(f"A,absense,{number}\n" for number in range(300))
    _, found = check_evidence([SourceFile("a.csv", "unit,fact,quantity\n" + rows)], reader.model)
    assert [diagnostic.code for diagnostic in found] == ["PSR430"] * 200 + ["PSR409"]
    assert str(found[-1].place) == "a.csv:201:3"


# ---- what a workbook says where nobody sees it ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {"rubric": "另一份"},
            Told(
                "evidence.xlsx",
                "这是另一份细则 `另一份` 的佐证",
                "请用生成此工作簿的细则计分；如果只是细则改了名称，请取消隐藏工作表 `_psr`，在其中一并修改",
            ),
        ),
        (
            {"year": "2018"},
            Told(
                "evidence.xlsx",
                "这是 2018 年的佐证，而细则是 2019 年的",
                "请填写用 `psr template` 为 2019 年生成的工作簿；上年的佐证请用 `--previous` 给出",
            ),
        ),
    ],
)
def test_the_hidden_sheet_is_not_shown(reader, told, changed: dict[str, str], expected: Told):
    text = ABOUT.format(**{**workbook_layout.about(reader.model), **changed})
    assert told(text, hidden=("_psr",)) == [expected]


# ---- files ------------------------------------------------------------------------------------------------------


def test_a_link_to_nothing_is_told_as_such(reader, tmp_path: Path):
    (tmp_path / "一支部.xlsx").symlink_to(tmp_path / "gone.xlsx")
    (tmp_path / "二支部.yaml").write_text("unit: A\n", "utf-8")
    _, (found,) = read_evidence([str(tmp_path)], reader.model)
    assert found.code == "PSR404"
    assert found.advice("zh") == "它是一个链接，所指的文件不存在：请把文件本身放入文件夹，或删除这个链接"


def test_what_is_no_file_is_told_as_such(reader, tmp_path: Path):
    os.mkfifo(tmp_path / "一支部.csv")
    (tmp_path / "二支部.yaml").write_text("unit: A\n", "utf-8")
    _, (found,) = read_evidence([str(tmp_path)], reader.model)
    assert (found.code, found.advice("zh")) == ("PSR404", "它不是普通文件：请移到别处")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", ["\t", ","])
def test_unicode_text_of_a_spreadsheet_is_read(reader, tmp_path: Path, encoding: str, separator: str):
    lines = [["单位", "数据", "数量"], ["一支部", "无故缺席", "2"]]
    path = tmp_path / "台账.csv"
    path.write_bytes(("\ufeff" + "".join(separator.join(line) + "\r\n" for line in lines)).encode(encoding))
    evidence, found = read_evidence([str(path)], reader.model)
    assert found == ()
    assert [row.quantity for row in evidence.units["一支部"].events["absence"]] == [2]


def test_utf_16_that_is_cut_short_is_told_without_strange_signs(reader, tmp_path: Path):
    path = tmp_path / "台账.csv"
    path.write_bytes("\ufeff单位,数据\n".encode("utf-16-le")[:-1])
    _, (found,) = read_evidence([str(path)], reader.model)
    assert (found.code, found.place.source.text) == ("PSR407", "")
    assert "UTF-16" in found.advice("zh")


@pytest.mark.parametrize("separator", [",", "\t", ";", "；", "，"])
@pytest.mark.parametrize("name", ["台账.csv", "台账.tsv"])
def test_the_first_line_tells_what_parts_the_cells(reader, name: str, separator: str):
    lines = [["单位", "数据", "数量", "备注"], ["一支部", "无故缺席", "2", "张三"], ["一支部", "征文", "", ""]]
    text = "".join(separator.join(line) + "\n" for line in lines)
    events = reader.sound(text, name).units["一支部"].events
    assert [(row.quantity, row.note) for row in events["absence"]] == [(2, "张三")]
    assert len(events["essay"]) == 1


def test_a_sheet_of_facts_may_have_semicolons(reader):
    values = reader.sound("数据;名称;一支部;二支部\n均分;average;3;4\n", "数据.csv").units["二支部"].values
    assert values["average"].stated == 4


@pytest.mark.parametrize(
    ("row", "advice"),
    [
        ("一支部;征文;1;一等奖;二稿", "含分号的内容须加引号"),
        ("一支部;征文", "空着的格之后也要有分号"),
    ],
)
def test_a_row_with_other_cells_is_told_by_its_separator(reader, row: str, advice: str):
    _, (found,) = reader.read(f"单位;数据;数量;备注\n{row}\n", "a.csv")
    assert (found.code, found.advice("zh")) == ("PSR427", advice)


def test_a_cell_that_is_too_long_is_told_and_nothing_else(reader):
    long = "x" * 131_073
    _, (below,) = reader.read(f"单位,数据,备注\n一支部,无故缺席,{long}\n", "a.csv")
    assert (below.code, below.message("zh")) == ("PSR428", "这一行不是 CSV：有一格超过 131,072 个字符")
    _, (above,) = reader.read(f"单位,数据,{long}\n", "a.csv")
    assert above.code == "PSR428"
    assert "请缩短内容" in (above.advice("zh") or "")


def test_quotes_that_do_not_match_are_told_and_nothing_else(reader):
    _, (found,) = reader.read('单位,数据,"备注"x\n一支部,无故缺席,好\n', "a.csv")
    assert (found.code, found.message("zh")) == ("PSR428", "这一行不是 CSV：引号不成对")


def test_in_csv_a_column_of_units_by_another_name_is_told(told):
    first = told("单位名称,数据,数量\nA,无故缺席,1\n", "a.csv")[0]
    assert first == Told("a.csv:1:1", "没有名为 `单位名称` 的列", "是否想写 `单位`？")


def test_beside_the_column_of_units_another_one_is_not_taken_for_it(told):
    (found,) = told("单位,数据,部门\nA,无故缺席,人事\n", "a.csv")
    assert "单位`？" not in (found.advice or "")
