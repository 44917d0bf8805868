"""Workbooks: nothing counts that nobody wrote, and nothing that somebody wrote is passed over in silence."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from evidence.workbooks import ABOUT, workbook

from psr.diagnostics import Diagnostic
from psr.evidence import workbook_file
from psr.evidence.read import read_evidence
from psr.evidence.workbook_layout import about
from psr.interpreter.facts import Evidence


class Book:
    """Writes a workbook and reads it as evidence of the rubric of the cases."""

    def __init__(self, reader, folder: Path) -> None:
        self.model = reader.model
        self.path = folder / "evidence.xlsx"

    def read(self, text: str, percentages: Sequence[str] = (), **others) -> tuple[Evidence, tuple[Diagnostic, ...]]:
        data = workbook(text, **others)
        self.path.write_bytes(_with_percentages(data, percentages) if percentages else data)
        return read_evidence([str(self.path)], self.model)

    def told(self, text: str, **others) -> list[tuple[str, str]]:
        found = self.read(text, **others)[1]
        return [(str(each.place).removeprefix(f"{self.path}").removeprefix(" · "), each.code) for each in found]


@pytest.fixture
def book(reader, tmp_path: Path) -> Book:
    return Book(reader, tmp_path)


def _with_percentages(data: bytes, cells: Sequence[str]) -> bytes:
    """Give cells such as ``数据!B2`` the format of percentages."""
    opened = openpyxl.load_workbook(BytesIO(data))
    for cell in cells:
        title, _, name = cell.partition("!")
        opened[title][name].number_format = "0.00%"
    written = BytesIO()
    opened.save(written)
    return written.getvalue()


# ---- texts in cells that show numbers as percentages -----------------------------------------------------------


@pytest.mark.parametrize("text", ["92.5", "1", "9250"])
def test_a_text_has_no_percent_sign_whatever_the_format_of_its_cell(book: Book, text: str):
    facts = f"数据\n数据|一支部\n到会率|'{text}"
    plain, formatted = book.told(facts), book.told(facts, percentages=["数据!B2"])
    assert plain == formatted == [("数据 · B2", "PSR443")]


def test_a_text_with_a_percent_sign_and_a_number_are_read_in_such_a_cell(book: Book):
    evidence, found = book.read(
        "数据\n数据|A|B\n到会率|'92.5%|0.925\n均分|'0.5|7", percentages=["数据!B2", "数据!C2", "数据!B3"]
    )
    assert [each.message() for each in found] == []
    a, b = (evidence.units[name].values for name in "AB")
    assert a["turnout"].stated == b["turnout"].stated == Fraction(925, 1000)
    assert a["average"].stated == Fraction(1, 2)


# ---- merged amounts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("field", "value"), [("页数", "5"), ("pages", "5"), ("署名比例", "50%")])
def test_a_merged_field_that_is_an_amount_is_nobodys(book: Book, field: str, value: str):
    text = f"事件\n单位|数据|{field}\nA|征文|{value}\nA|征文|"
    assert book.told(text, merged=("事件!C2:C3",)) == [("事件 · C2", "PSR490")]


def test_a_merged_amount_beside_an_empty_row_belongs_to_the_first(book: Book):
    text = "事件\n单位|数据|页数\nA|征文|5\n||\nB|征文|6"
    evidence, found = book.read(text, merged=("事件!C2:C3",))
    assert found == ()
    assert [row.fields["pages"] for row in evidence.units["A"].events["essay"]] == [5]


def test_a_merged_choice_is_that_of_all_its_rows(book: Book):
    text = "事件\n单位|数据|奖次\nA|征文|一等奖\nA|征文|"
    evidence, found = book.read(text, merged=("事件!C2:C3",))
    assert found == ()
    assert [row.fields["prize"] for row in evidence.units["A"].events["essay"]] == ["first", "first"]


# ---- hidden sheets ----------------------------------------------------------------------------------------------

SHOWN = "事件\n单位|数据|数量\nA|无故缺席|1"


@pytest.mark.parametrize(
    "rows",
    [
        "单位|数据|数量\nA|无故缺席|3",
        "二〇一九年补登\n单位 *|数据 *|数量\nA|无故缺席|3",
        "单位|指标|得分\nA|1.2|1",
        "数据|名称|A\n均分|average|3",
    ],
)
def test_a_hidden_sheet_that_looks_like_evidence_is_told(book: Book, rows: str):
    evidence, (found,) = book.read(f"{SHOWN}\n\n补登\n{rows}", hidden=("补登",))
    assert (found.code, found.is_error) == ("PSR491", False)
    assert found.message("zh") == "工作表 `补登` 未作为佐证读取"
    assert found.advice("zh") == "它是隐藏的：其中如有佐证，请取消隐藏；否则请在表名后加“（忽略）”"
    assert [row.quantity for row in evidence.units["A"].events["absence"]] == [1]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("补登（忽略）", "单位|数据|数量\nA|无故缺席|3"),
        ("说明", "单位|数据|数量\nA|无故缺席|3"),
        ("补登", "单位|数据|数量"),
        ("名单", "姓名|电话\n张三|5512"),
    ],
)
def test_other_hidden_sheets_are_passed_over(book: Book, title: str, rows: str):
    assert book.told(f"{SHOWN}\n\n{title}\n{rows}", hidden=(title,)) == []


def test_a_hidden_sheet_of_the_workbook_itself_is_told_once(book: Book):
    said = about(book.model)
    text = ABOUT.format(**said).replace("单位 | 指标", "单位 | 指标\nA | 1.2")
    assert book.told(text, hidden=("_psr",)) == []
    assert book.told(text, hidden=("_psr", "评定")) == [("", "PSR457")]


def test_a_hidden_sheet_for_which_there_is_no_room_is_told(book: Book, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workbook_file, "MAX_GRID", 99_999 * 26)  # as much as a small sheet may need
    text = f"{SHOWN}\n\n名单\n姓名|电话\n张三|5512"
    assert book.told(text, hidden=("名单",)) == [("", "PSR491")]


# ---- beside the columns of the sheet of marks -------------------------------------------------------------------


def test_what_stands_in_a_column_without_a_name_is_told(book: Book):
    _, (found,) = book.read("评定\n单位|指标|得分||\nA|1.2|1||\nB|1.2|1||3.5")
    assert (found.code, str(found.place).rpartition(" · ")[2]) == ("PSR421", "E1")
    assert [str(label.place).rpartition(" · ")[2] for label in found.labels[1:]] == ["E3"]


# ---- what spreadsheet programs leave beside open workbooks ------------------------------------------------------


def test_the_lock_file_of_an_open_workbook_is_passed_over_where_it_is_named(book: Book):
    lock = book.path.with_name("~$evidence.xlsx")
    lock.write_bytes(b"\x04Wang" + b" " * 160)
    book.read(SHOWN)
    evidence, (found,) = read_evidence([str(book.path), str(lock)], book.model)
    assert (str(found.place), found.code, found.is_error) == (str(lock), "PSR424", False)
    assert found.advice("zh") == (
        "这是 Excel 或 WPS 打开工作簿时留下的临时文件：请保存并关闭该工作簿，或不要列出这个文件"
    )
    assert list(evidence.units) == ["A"]
