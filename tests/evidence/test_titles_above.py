"""A line above the names of a table's columns, such as its title, is passed over; rows of another table never are."""

from __future__ import annotations

import pytest

from psr.evidence import csv_file, formats

ROWS = ["单位,数据,数量,备注", "一支部,无故缺席,2,张三"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "above",
    [
        ["2019年台账,,,"],
        ["2019年台账"],
        ["2019年台账,,,", "填报人：,张三,,"],
        ["2019年台账", "", "填表说明：一行一件事"],
    ],
)
def test_titles_above_a_ledger_are_passed_over(reader, above: list[str], separator: str):
    text = "\n".join([*above, *ROWS, ""]).replace(",", separator)
    (event,) = reader.sound(text, "台账.csv").units["一支部"].events["absence"]
    assert (event.quantity, event.note) == (2, "张三")
    assert event.place.position[0] == len(above) + 2


def test_titles_above_a_long_ledger_are_passed_over(reader, monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.setattr(formats, "LARGE", 0)
    monkeypatch.setattr(csv_file, "LONG", 0)
    text = "\n".join(["2019年台账,,,", *ROWS, ""])
    (event,) = reader.sound(text, "台账.csv").units["一支部"].events["absence"]
    assert (event.quantity, event.place.position[0]) == (2, 3)


@pytest.mark.parametrize(
    "rows", [["单位,指标,得分,理由", "一支部,1.2,1.5,认真"], ["数据,名称,一支部,二支部", "均分,average,3,4"]]
)
def test_titles_above_a_sheet_saved_as_csv_are_passed_over(reader, rows: list[str]):
    alone = reader.sound("\n".join([*rows, ""]), "评定.csv").units
    below = reader.sound("\n".join(["2019年度,,,", *rows, ""]), "评定.csv").units
    assert {name: (unit.marks.keys(), unit.values.keys()) for name, unit in below.items()} == {
        name: (unit.marks.keys(), unit.values.keys()) for name, unit in alone.items()
    }


def test_rows_of_a_table_with_other_names_are_not_lost_above_one_that_is_known(reader):
    text = "\n".join(["部门,事项,数量,备注", "一支部,无故缺席,1,李四", "", *ROWS, ""])
    _, found = reader.read(text, "台账.csv")
    assert {each.place.position[0] for each in found} == {1}
    assert sorted(each.code for each in found) == ["PSR425", "PSR425", "PSR426", "PSR426"]


def test_a_column_without_a_name_is_told_with_what_stands_in_it(reader):
    _, (found,) = reader.read("单位,数据,,数量\n一支部,无故缺席,,2\n一支部,征文,迟交,1\n", "台账.csv")
    assert (found.code, found.place.position) == ("PSR421", (1, 7))
    assert [label.place.position for label in found.labels[1:]] == [(3, 8)]


def test_a_table_without_names_is_told_so_and_not_cell_by_cell(reader):
    _, found = reader.read("一支部,无故缺席,,2\n一支部,征文,迟交,1\n", "台账.csv")
    assert [each.code for each in found if each.code != "PSR425"] == ["PSR426", "PSR426"]
