"""One template for several branches, of which each fills in its own rows; and rows and columns that were emptied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from psr.api import load
from psr.evidence.read import read_evidence
from psr.evidence.template.workbook import workbook
from psr.interpreter.facts import Missing
from psr.interpreter.model import Model

RULES = """\
rubric "考核" year 2019 total 10
fact complaint "投诉" counts 次 required
fact visit "拜访" counts 次 with level "等级" a / b
item 1 "投诉" worth 5
  deduct 1 per complaint
item 2 "拜访" worth 5
  award per visit by level
    a: 2
    b: 1
"""
# The template's rows: 投诉 of 甲 in row 2, of 乙 in row 3, both 未知.
UNIT, FACT, QUANTITY = 1, 2, 3

Edit = Callable[[Worksheet], object]


@pytest.fixture
def model(tmp_path: Path) -> Model:
    path = tmp_path / "rules.psr"
    path.write_text(RULES, "utf-8")
    return load(str(path)).model


def fill(model: Model, path: Path, *edits: Edit) -> str:
    """Write the template for 甲 and 乙, and edit its sheet of events."""
    path.write_bytes(workbook(model, ["甲", "乙"], "zh"))
    book = load_workbook(path)
    for edit in edits:
        edit(book["事件"])
    book.save(path)
    return str(path)


def put(row: int, column: int, value: object) -> Edit:
    return lambda sheet: setattr(sheet.cell(row, column), "value", value)


def told(model: Model, *paths: str) -> tuple[dict[str, object], list[str]]:
    """Read files; give the complaints of each unit, and the codes of what is wrong."""
    evidence, found = read_evidence(paths, model)
    counted: dict[str, object] = {}
    for name, unit in evidence.units.items():
        rows = unit.events.get("complaint", [])
        counted[name] = rows if isinstance(rows, Missing) else [row.quantity for row in rows]
    return counted, [each.code for each in found]


def test_the_template_asks_for_each_branch(model: Model, tmp_path: Path):
    path = fill(model, tmp_path / "a.xlsx")
    sheet = load_workbook(path)["事件"]
    assert [[cell.value for cell in row][:3] for row in sheet["A2:C3"]] == [
        ["甲", "投诉", "未知"],
        ["乙", "投诉", "未知"],
    ]
    assert told(model, path) == ({"甲": Missing.UNKNOWN, "乙": Missing.UNKNOWN}, [])


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 1, 0], [1, 0, 2]])
def test_what_another_branch_left_as_it_was_gives_way(model: Model, tmp_path: Path, order: list[int]):
    paths = [
        fill(model, tmp_path / "甲.xlsx", put(2, QUANTITY, 3)),
        fill(model, tmp_path / "乙.xlsx", put(3, QUANTITY, 0)),
        fill(model, tmp_path / "丙.xlsx"),
    ]
    assert told(model, *(paths[index] for index in order)) == ({"甲": [3], "乙": [0]}, [])


def test_it_gives_way_to_rows_of_any_other_file(model: Model, tmp_path: Path):
    path = fill(model, tmp_path / "a.xlsx")
    other = tmp_path / "b.yaml"
    other.write_text("units: {甲: {facts: {complaint: [{note: 张三}]}}, 乙: {facts: {complaint: n/a}}}\n", "utf-8")
    for paths in ((path, str(other)), (str(other), path)):
        assert told(model, *paths) == ({"甲": [1], "乙": Missing.NOT_APPLICABLE}, [])


def test_in_one_file_it_is_a_contradiction(model: Model, tmp_path: Path):
    path = fill(model, tmp_path / "a.xlsx", put(4, UNIT, "甲"), put(4, FACT, "投诉"), put(4, QUANTITY, 2))
    assert told(model, path)[1] == ["PSR454"]


def test_unknown_with_a_note_was_written_by_somebody(model: Model, tmp_path: Path):
    paths = (
        fill(model, tmp_path / "a.xlsx", put(2, 6, "台账遗失")),
        fill(model, tmp_path / "b.xlsx", put(2, QUANTITY, 3)),
    )
    assert told(model, *paths)[1] == ["PSR454"]


def test_a_row_of_the_template_that_was_emptied_is_not_one_event(model: Model, tmp_path: Path):
    path = fill(model, tmp_path / "a.xlsx", put(2, QUANTITY, None))
    counted, codes = told(model, path)
    assert (counted, codes) == ({"甲": [], "乙": Missing.UNKNOWN}, ["PSR420"])


def test_a_row_of_what_is_not_required_is_one_event(model: Model, tmp_path: Path):
    path = fill(model, tmp_path / "a.xlsx", put(4, UNIT, "甲"), put(4, FACT, "拜访"))
    evidence, found = read_evidence([path], model)
    assert found == ()
    (event,) = evidence.units["甲"].events["visit"]
    assert event.quantity == 1


@pytest.mark.parametrize(("column", "named"), [(QUANTITY, "数量"), (5, "等级")])
def test_a_column_of_the_template_that_is_gone_is_missed(model: Model, tmp_path: Path, column: int, named: str):
    path = fill(model, tmp_path / "a.xlsx", lambda sheet: sheet.delete_cols(column))
    _, found = read_evidence([path], model)
    (missing,) = [each for each in found if each.code == "PSR426"]
    assert missing.message("zh") == f"没有名为 `{named}` 的列"
    assert str(missing.place).endswith("事件 · A1:F1")
