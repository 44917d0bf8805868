"""Places in a table are cells: how they are named, and how a row is shown under its header."""

import pytest

from psr.diagnostics import Kind, Place, Span, Words
from psr.diagnostics.render import render, render_all
from psr.diagnostics.table import WIDTH, TableSource, letters

SAY = Kind("PSR999", Words("wrong", "有误"), Words("this", "这里"))
ROWS = [["台账"], ["单位", "数据", "数量"], ["一支部", "征文", "很多"], ["", "x" * 500, "7"]]


def sheet(header: int = 2, named: bool = False) -> TableSource:
    return TableSource("e.xlsx", "事件", lambda n: ROWS[n - 1] if n <= len(ROWS) else (), header, named)


def at(row: int, column: int, width: int = 1, source: TableSource | None = None) -> Place:
    start = (row - 1) * WIDTH + column - 1
    return Place(source or sheet(), Span(start, start + width))


@pytest.mark.parametrize(
    ("column", "expected"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")]
)
def test_columns_have_letters(column: int, expected: str):
    assert letters(column) == expected


def test_a_place_is_named_by_its_cells():
    assert str(at(3, 3)) == "e.xlsx · 事件 · C3"
    assert str(at(3, 1, 3)) == "e.xlsx · 事件 · A3:C3"
    assert str(Place(sheet())) == "e.xlsx · 事件"
    assert at(3, 3).position == (3, 3)
    assert at(3, 3).row == str(at(3, 3))


def test_where_columns_have_no_letters_a_place_is_named_by_its_header():
    assert str(at(3, 3, source=sheet(named=True))) == "e.xlsx · 事件 · #3 · 数量"
    assert str(at(3, 1, 3, source=sheet(named=True))) == "e.xlsx · 事件 · #3"


def test_a_row_is_shown_under_its_header():
    assert render(SAY.at(at(3, 3))).splitlines()[1:] == [
        "  ┌─ e.xlsx · 事件 · C3",
        "2 │ 单位   │ 数据 │ 数量",
        "3 │ 一支部 │ 征文 │ 很多",
        "  │                 ^^^^ this",
    ]


def test_the_header_itself_and_what_stands_above_it_are_shown_alone():
    assert len(render(SAY.at(at(2, 1))).splitlines()) == 4
    assert len(render(SAY.at(at(1, 1))).splitlines()) == 4


@pytest.mark.parametrize("width", [24, 40, 80])
@pytest.mark.parametrize("row", [3, 4, 9])
@pytest.mark.parametrize("column", [1, 2, 3, 7])
def test_any_cell_can_be_shown(row: int, column: int, width: int):
    from psr.diagnostics.width import display_width

    lines = render(SAY.at(at(row, column)), width=width).splitlines()
    assert max(display_width(line) for line in lines[2:]) <= width


def test_sheets_of_a_file_stay_apart():
    other = TableSource("e.xlsx", "数据", lambda _: ["x"])
    text = render_all([SAY.at(at(3, 1)), SAY.at(at(1, 1, source=other)), SAY.at(at(1, 1))])
    assert [line for line in text.splitlines() if "┌─" in line] == [
        "  ┌─ e.xlsx · 事件 · A1",
        "  ┌─ e.xlsx · 事件 · A3",
        "  ┌─ e.xlsx · 数据 · A1",
    ]
