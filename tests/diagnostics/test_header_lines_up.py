"""However wide a table and narrow the terminal: above a marked cell stands the name of its column, and no other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from psr.diagnostics import Kind, Place, Span, Words
from psr.diagnostics.render import render
from psr.diagnostics.table import WIDTH, TableSource
from psr.diagnostics.width import display_width

WRONG = Kind("PSR999", Words("wrong", "有误"))
words = st.text(st.sampled_from("数据a1 单位，x"), min_size=1, max_size=14).map(
    lambda text: " ".join(text.split()) or "空"
)


def part_at(line: str, cell: int) -> str:
    """Give what stands between the bars round a terminal cell of a line."""
    begin = 0
    for part in line.split("│"):
        end = begin + display_width(part)
        if begin <= cell < end:
            return part.strip()
        begin = end + 1
    return ""


def test_a_row_is_cut_where_its_header_is():
    names = ["数据", "名称", "计量单位", "填写方式", "要求", "说明", "华东组", "华南组", "华北组"]
    cells = ["销售额", "销售额", "万元", "数字，不小于0", "必填", "用于 1.1", "1234.5", "8百", "560"]
    table = TableSource("a.xlsx", "数据", lambda row: names if row == 1 else cells, header=1)
    shown = render(WRONG.at(Place(table, Span(WIDTH + 7, WIDTH + 8))), width=80).splitlines()[2:]
    assert shown == [
        "1 │ …   │ 计量单位 │ 填写方式      │ 要求 │ 说明     │ 华东组 │ 华南组 │ 华北组",
        "2 │ …额 │ 万元     │ 数字，不小于0 │ 必填 │ 用于 1.1 │ 1234.5 │ 8百    │ 560",
        "  │                                                             ^^^",
    ]


@given(st.data(), st.integers(40, 100), st.integers(2, 12))
def test_the_name_of_a_column_stands_above_its_cell(data: st.DataObject, width: int, columns: int):
    texts = st.lists(words, min_size=columns, max_size=columns)
    names = [f"{number}#{text}" for number, text in enumerate(data.draw(texts))]
    cells = data.draw(texts)
    column = data.draw(st.integers(0, columns - 1))
    table = TableSource("a.xlsx", "数据", lambda row: names if row == 1 else cells, header=1)
    place = Place(table, Span(WIDTH + column, WIDTH + column + 1))
    _, _, header, row, marks, *_ = render(WRONG.at(place), width=width).splitlines()
    assert display_width(header) <= width
    at = display_width(marks[: marks.index("^")])
    assert part_at(row, at).strip("… ") in cells[column]
    assert part_at(header, at).strip("… ") in names[column]
    assert part_at(header, at).startswith(f"{column}#")
