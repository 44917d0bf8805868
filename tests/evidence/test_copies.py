"""What stands twice: sheets copied within a workbook, and files that are copies of others."""

from pathlib import Path

import pytest
from evidence.workbooks import workbook

from psr.evidence.merge.rows import Merger
from psr.evidence.read import read_evidence
from psr.interpreter.interval import Interval

HEADER = "单位 | 数据 | 数量 | 日期 | 备注"
ROWS = """\
甲 | 无故缺席 | 2 | 2019-03-04 |
甲 | 无故缺席 | 1 | 2019-05-06 |
乙 | 征文     | 1 | 2019-06-01 | 朱婷"""
OTHER = "乙 | 无故缺席 | 5 | 2019-07-08 |"


def book(**sheets: str) -> bytes:
    """Write a workbook of sheets of events."""
    return workbook("\n\n".join(f"{title.replace('_', ' ')}\n{HEADER}\n{rows}" for title, rows in sheets.items()))


@pytest.fixture
def told(reader, tmp_path: Path):
    """Write files, and give what is told of them: the code, the severity and the sentence, each in Chinese."""

    def read(keep_going: bool = False, **files: bytes):
        for name, data in files.items():
            (tmp_path / f"{name}.xlsx").write_bytes(data)
        evidence, found = read_evidence([str(tmp_path)], reader.model, keep_going=keep_going)
        return evidence, [(each.code, each.is_error, each.message("zh")) for each in found]

    return read


def test_a_sheet_that_repeats_another_is_one_error(told):
    _, found = told(a=book(事件=ROWS, 事件_2=ROWS))
    message = "工作表 `事件 2` 与工作表 `事件` 重复：它的全部事件（3 条）也都写在那里"
    assert found == [("PSR458", True, message)]


def test_of_three_that_are_alike_two_repeat_the_first(told):
    _, found = told(a=book(事件=ROWS, 二=ROWS, 三=ROWS))
    assert [(code, message[:20]) for code, _, message in found] == [
        ("PSR458", "工作表 `二` 与工作表 `事件` 重复"),
        ("PSR458", "工作表 `三` 与工作表 `事件` 重复"),
    ]


def test_a_sheet_to_which_rows_were_added_is_no_copy_of_the_one_copied(told):
    _, found = told(a=book(事件=ROWS, 汇总=f"{ROWS}\n{OTHER}"))
    assert found == [("PSR458", True, "工作表 `事件` 与工作表 `汇总` 重复：它的全部事件（3 条）也都写在那里")]


def test_single_events_on_two_sheets_are_warned_of(told):
    first = f"{ROWS}\n甲 | 无故缺席 | 3 | 2019-11-12 |"
    _, found = told(a=book(事件=first, 二=f"{ROWS.splitlines()[0]}\n{OTHER}"))
    assert found == [("PSR495", False, "`甲` 的 `无故缺席` 在两张工作表中有相同的事件")]


def test_an_event_that_stands_once_more_than_on_the_other_sheet_is_new(told):
    """Of three rows alike, two may be there: then the sheet says something that the other one does not."""
    row = ROWS.splitlines()[0]
    _, found = told(a=book(事件=f"{row}\n{OTHER}", 二=f"{row}\n{row}"))
    assert [code for code, _, _ in found] == ["PSR495", "PSR495"]


def test_in_two_workbooks_each_event_is_told(told):
    _, found = told(a=book(事件=ROWS), b=book(事件=f"{ROWS}\n{OTHER}"))
    assert [(code, is_error) for code, is_error, _ in found] == [("PSR495", False)] * 3
    assert "在两个文件中" in found[0][2]


def test_with_keep_going_the_events_of_a_copy_count_or_do_not(told):
    evidence, _ = told(keep_going=True, a=book(事件=ROWS, 事件_2=ROWS))
    amounts = [row.quantity for row in evidence.units["甲"].events["absence"]]
    assert amounts == [2, 1, Interval(0, 2), Interval(0, 1)]


def test_what_a_copy_doubles_is_not_told_besides(reader_of, tmp_path: Path):
    model = reader_of('rubric "r" total 1\nfact a "缺席" counts 0 to 3 次\naward 1 per a').model
    rows = "单位|数据|数量\n甲|缺席|3"
    (tmp_path / "a.xlsx").write_bytes(workbook(f"事件\n{rows}\n\n事件 (2)\n{rows}"))
    assert [each.code for each in read_evidence([str(tmp_path)], model)[1]] == ["PSR458"]


def test_merged_an_event_of_two_sheets_is_one_row(told, reader):
    first = f"{ROWS}\n甲 | 无故缺席 | 3 | 2019-11-12 |"
    evidence, _ = told(a=book(事件=first, 二=f"{ROWS.splitlines()[0]}\n{OTHER}"))
    table = Merger(reader.model, {}).table(evidence)
    assert (len(table.rows), table.repeated) == (5, 1)


# ---- files ------------------------------------------------------------------------------------------------------


def test_a_copy_of_a_file_is_one_error_and_is_not_read(told, tmp_path: Path):
    data = book(事件=f"{ROWS}\n甲 | 均分 | 1 | |")
    evidence, found = told(a=data, b=data)
    assert [(code, message) for code, _, message in found] == [
        ("PSR452", "`均分` 不是逐件登记的数据，有值而没有数量"),
        ("PSR429", f"此文件与 `{tmp_path / 'a.xlsx'}` 内容完全相同，不再重复读取"),
    ]
    assert [row.quantity for row in evidence.units["甲"].events["absence"]] == [2, 1]


def test_a_copy_makes_nothing_unknown(told):
    data = book(事件=ROWS)
    evidence, found = told(keep_going=True, a=data, b=data)
    assert [code for code, _, _ in found] == ["PSR429"]
    assert [row.quantity for row in evidence.units["甲"].events["absence"]] == [2, 1]
    assert not evidence.units["甲"].rulings


def test_empty_files_are_no_copies(reader, tmp_path: Path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_bytes(b"")
    assert [each.code for each in read_evidence([str(tmp_path)], reader.model)[1]] == ["PSR424", "PSR424"]


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", ".DS_Store", "~$事件.xlsx"])
def test_what_the_system_leaves_in_a_folder_is_passed_over_in_silence(told, tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(b"\x00")
    assert told(a=book(事件=ROWS))[1] == []
