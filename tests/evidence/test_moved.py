"""What people do to a sheet of ours by mistake is told, and never read as something else."""

from pathlib import Path

import pytest
from evidence.workbooks import workbook

from psr.evidence.read import check_evidence, read_evidence


@pytest.fixture
def told(reader, tmp_path: Path):
    """Give the cells of a workbook with what is told of each, and the units with their values."""

    def read(text: str, **others):
        path = tmp_path / "evidence.xlsx"
        path.write_bytes(workbook(text, **others))
        evidence, found = read_evidence([str(path)], reader.model)
        where = [(str(d.place).removeprefix(str(path)).removeprefix(" · "), d.code) for d in found]
        return where, {unit: [*facts.values] for unit, facts in evidence.units.items()}, found

    return read


def test_labels_sorted_without_their_names_are_told_at_each_row(told):
    where, values, found = told("""
        数据
        数据   | 名称    | 一支部
        到会率 | average | 0.3
        均分   | turnout | 67%
        未报告 | withheld | 否
    """)
    assert where == [("数据 · A2", "PSR437"), ("数据 · A3", "PSR437")]
    assert values == {"一支部": ["withheld"]}
    assert [str(label.place).rpartition(" ")[2] for label in found[0].labels] == ["A2", "B2"]


def test_a_row_with_one_cell_that_names_no_fact_is_told(told):
    where, _, _ = told("""
        数据
        数据   | 名称    | 一支部
        旧名称 | average | 0.3
    """)
    assert where == [("数据 · A2", "PSR437")]


def test_a_unit_that_the_header_does_not_list_is_told(told):
    where, _, found = told("""
        数据
        名称    | 一支部 | 二支部
        average | 1      | 2

        事件
        单位   | 数据
        一支部 | 无故缺席
        二支布 | 无故缺席
        2支部  | 无故缺席
        外语系 | 无故缺席
    """)
    assert [code for _, code in where] == ["PSR438"] * 3
    assert [d.arguments["name"] for d in found] == ["二支布", "2支部", "外语系"]
    assert [d.arguments["near"] for d in found] == ["二支部", "二支部", ""]


def test_names_of_rows_alone_are_not_told(told):
    assert (
        told("""
        事件
        单位   | 数据
        一支部 | 无故缺席
        一支布 | 无故缺席
    """)[0]
        == []
    )


def test_a_unit_of_rows_is_told_beside_units_of_files_only_if_it_may_be_a_slip(reader):
    from psr.diagnostics import SourceFile

    files = [SourceFile("a.yaml", "单位: 一支部\n"), SourceFile("b.yaml", "单位: 机械学院\n")]
    ledger = SourceFile("c.csv", "单位,数据\n二支部,无故缺席\n1支部,无故缺席\n机械学阮,无故缺席\n外语系,无故缺席\n")
    _, found = check_evidence([*files, ledger], reader.model)
    assert [(d.code, d.arguments["name"], d.arguments["near"]) for d in found] == [
        ("PSR438", "1支部", "一支部"),
        ("PSR438", "机械学阮", "机械学院"),
    ]


def test_totals_are_no_unit_and_a_name_with_a_remark_is_told(told):
    where, values, _ = told("""
        数据
        名称    | 一支部 | 一支部（汇总） | 合计 | Total
        average | 1      | 2              | 3    | 3
    """)
    assert where == [("数据 · C1", "PSR435"), ("数据 · D1", "PSR439"), ("数据 · E1", "PSR439")]
    assert [*values] == ["一支部", "一支部（汇总）"]


@pytest.mark.parametrize(
    ("text", "says"), [*((t, True) for t in "√✓✔"), *((t, False) for t in "×✗✘"), ("Ｙｅｓ", True)]
)
def test_ticks_and_crosses_say_yes_and_no(reader, text: str, says: bool):
    evidence = reader.sound(f"unit: A\nfacts: {{withheld: {text}}}\n")
    assert evidence.units["A"].values["withheld"].stated is says


ABOUT = """
        _psr
        psr | '1
        rubric | {title}
"""


def test_a_sheet_of_ours_that_has_another_name_is_missing(told, reader):
    where, _, found = told(
        """
        数据汇总
        数据 | 名称    | 一支部
        均分 | average | 0.3

        事件
        单位   | 数据
        一支部 | 无故缺席

        评定
        单位 | 指标
        """
        + ABOUT.format(title=reader.model.title),
        hidden=("_psr",),
    )
    assert where == [("数据汇总", "PSR491"), ("", "PSR457")]
    assert (found[1].arguments["sheet"], found[1].arguments["near"]) == ("数据", "数据汇总")
    assert "数据汇总" in found[1].advice("zh")


def test_a_column_of_labels_with_another_header_is_no_unit(told):
    where, values, found = told("""
        数据
        项目   | 名称    | 一支部
        均分   | average | 0.3
        到会率 | turnout | 67%
    """)
    assert where == [("数据 · A1", "PSR425")]
    assert "`数据`" in found[0].advice("zh")
    assert values == {"一支部": ["average", "turnout"]}


def test_formulas_without_a_value_are_no_texts(told):
    where, _, _ = told("""
        事件
        单位   | 数据     | 数量      | 备注
        一支部 | 无故缺席 | 1         | =1/0
        一支部 | 无故缺席 | =A1+1 → 3 |
    """)
    assert where == [("事件 · D2", "PSR487"), ("事件 · C3", "PSR488")]


def test_a_quantity_that_shows_nothing_is_not_one_event(tmp_path, reader):
    from evidence.workbooks import with_shown

    path = tmp_path / "evidence.xlsx"
    book = workbook("""
        事件
        单位   | 数据     | 数量 | 备注
        一支部 | 无故缺席 | =B1  | =B2
    """)
    path.write_bytes(with_shown(book, {"=B1": ("str", ""), "=B2": ("e", "#DIV/0!")}))
    _, found = read_evidence([str(path)], reader.model)
    assert [(str(d.place).rpartition(" ")[2], d.code) for d in found if d.kind.severity == "error"] == [
        ("C2", "PSR487"),
        ("D2", "PSR489"),
    ]


# ---- sheets of ours that were saved as CSV -------------------------------------------------------------------------


def test_a_sheet_of_facts_saved_as_csv_is_read_by_its_own_columns(reader):
    text = (
        "序号,数据,名称,要求,一支部,一支部 · 备注,二支部,,\n1,均分,average,,0.3,年底,0.4,,\n2,到会率,turnout,,67%,,,,\n"
    )
    units = reader.sound(text, "数据.csv").units
    values = units["一支部"].values
    assert (*values, values["average"].note) == ("average", "turnout", "年底")
    assert [*units["二支部"].values] == ["average"]


def test_a_mistake_on_a_sheet_saved_as_csv_is_told_at_its_cell(reader):
    _, (found,) = reader.read("数据,名称,一支部\n均分,average,多\n", "数据.csv")
    assert (found.code, str(found.place)) == ("PSR440", "数据.csv:2:12")


@pytest.mark.parametrize("ending", ["csv", "tsv"])
def test_a_sheet_of_marks_saved_as_csv_is_read(reader, ending: str):
    text = "单位 *,指标 *,种类 *,得分 *,理由,决定人\n一支部,1.2 酌情,评分,1.5,新颖,\n一支部,1.10 另一项,裁定,2,补课,党总支\n"
    unit = reader.sound(text.replace(",", "\t") if ending == "tsv" else text, f"评定.{ending}").units["一支部"]
    assert ([*unit.marks], [*unit.rulings]) == (["1.2"], ["1.10"])


def test_a_sheet_of_events_saved_as_csv_is_read(reader):
    text = "序号,单位 *,数据 *,数量,奖次（必填）,,\n1,一支部,无故缺席,2,,,\n2,一支部,征文,,三等奖,,\n"
    events = reader.sound(text, "事件.csv").units["一支部"].events
    assert {name: [event.quantity for event in rows] for name, rows in events.items()} == {"absence": [2], "essay": [1]}


def test_a_column_without_a_name_that_holds_something_is_told(reader):
    assert reader.codes("单位,数据,,\nA,无故缺席,,x\n", "事件.csv") == ["PSR421"]
