"""The score sheet as CSV: plain figures for a spreadsheet, and nothing that one would run."""

import csv
import io

import pytest
from reports.cases import result_of, result_of_2019

from psr.reports.as_csv import score_csv


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_2019_adds_up() -> None:
    rows = table(score_csv(result_of_2019(), "zh"))
    assert rows[0] == ["编号", "指标", "分值", "一支部", "二支部"]
    assert rows[-2:] == [["", "总分", "100", "87.5", "90"], ["", "名次", "", "2", "1"]]
    sections = [row for row in rows[1:-2] if row[0] == ""]
    items = [row for row in rows[1:-2] if row[0] != ""]
    assert (len(sections), len(items)) == (11, 36)
    for group in (sections, items):
        assert (sum(float(row[3]) for row in group), sum(float(row[4]) for row in group)) == (87.5, 90)


def test_every_row_has_a_cell_for_every_column() -> None:
    for name in ("provisional", "graded", "left_out"):
        assert len({len(row) for row in table(score_csv(result_of(name)))}) == 1


def test_an_item_that_does_not_concern_a_unit_is_empty() -> None:
    rows = {row[0]: row[3:] for row in table(score_csv(result_of("left_out")))}
    assert rows["1.1"] == ["", "10"]
    assert rows["2.1"] == ["70", "-20"]


def test_possible_grades_are_all_named() -> None:
    grades = next(row for row in table(score_csv(result_of("graded"))) if row[1] == "Grade")
    assert grades[3:] == ["优秀", "合格", "合格", "不合格", "合格 or 不合格"]


@pytest.mark.parametrize("name", ["=SUM(A1)", "+1", "-1", "@x", "\tx"])
def test_a_name_that_a_spreadsheet_would_run_is_made_text(name: str) -> None:
    result = result_of("ruled")
    result.units[0].name = name
    assert table(score_csv(result))[0][3] == f"'{name}"
