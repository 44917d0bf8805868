"""A mistake costs its own line: whatever else can be read still comes out, and is blamed for nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reading import document, mistakes, read
from support.rubric_text import Line, blocks, lines, rows, write, write_mixed

from psr.grammar.statements import Effect

BROKEN = (
    "deduct 0.5 pr absence cap 2",
    "扣0.5每缺席",
    "item 1.1",
    'source "没有结束',
    'source "没有结束，',
    "￥",
    "award by",
    "award by level,",
    "score )",
    "score (1",
    "fact [] counts",
    "void if  # why",
    "grade otherwise",
    "x y z",
    "1 2 3",
    '"a" "b"',
    ", , 1",  # a comma at its end would make the next line a part of it
    ": 3",
    "period 2019-02-30 to 2019-12-31",
    'section "x" worth 1 worth 2',
    "score " + "9" * 31,
    "score " + "-" * 100 + "1",
)


def between(good: list[list[str]], bad: list[tuple[int, str]]) -> tuple[str, list[int]]:
    """Put broken lines before blocks of good ones; give the text and the numbers of the broken lines."""
    text: list[str] = []
    numbers: list[int] = []
    for index, block in enumerate([*good, []]):
        for _, line in (pair for pair in bad if pair[0] == index):
            text.append(line)
            numbers.append(len(text))
        text += block
    return "\n".join(text), numbers


written_blocks = st.lists(
    st.tuples(blocks, st.randoms(use_true_random=False)).map(
        lambda both: [write_mixed(line, both[1]) for line in both[0]]
    ),
    max_size=5,
)


@given(written_blocks, st.lists(st.tuples(st.integers(0, 5), st.sampled_from(BROKEN)), max_size=5))
def test_broken_lines_among_good_ones(good: list[list[str]], bad: list[tuple[int, str]]):
    bad = [(min(index, len(good)), line) for index, line in bad]
    text, numbers = between(good, bad)
    found, wrong = read(text)
    assert found == document("\n".join(line for block in good for line in block))
    assert [diagnostic.place.position[0] for diagnostic in wrong] == numbers


@given(written_blocks, lines, st.integers(0, 60), st.randoms(use_true_random=False))
def test_any_broken_line_among_good_ones(good: list[list[str]], line: Line, cut: int, random: Any):
    """Here the broken line is a good one, cut off somewhere and closed with a sign that no line takes."""
    broken = write(line, "en")[:cut].rstrip(" ,") + " @"
    text, numbers = between(good, [(random.randint(0, len(good)), broken)])
    found, wrong = read(text)
    assert found == document("\n".join(line for block in good for line in block))
    assert [diagnostic.place.position[0] for diagnostic in wrong] == numbers


@given(st.lists(rows, min_size=1, max_size=4), st.data())
def test_broken_rows_among_good_ones(good: list[Line], data: st.DataObject):
    written = [write(row, "en") for row in good]
    broken = data.draw(st.sampled_from(["a b: 1", "￥: 1", "a: 1 2", "a: (", "a 3", ">= : 2", "a: 1 @"]))
    place = data.draw(st.integers(0, len(written)))
    text = "\n".join(["award by x", *written[:place], broken, *written[place:]])
    found, wrong = read(text)
    assert found == document("\n".join(["award by x", *written]))
    assert [diagnostic.place.position[0] for diagnostic in wrong] == [place + 2]


@given(st.lists(rows, min_size=1, max_size=3))
def test_rows_of_a_broken_table_are_nobodys(good: list[Line]):
    written = [write(row, "en") for row in good]
    for broken in ("award by x y", "awrd by x", "award per x by y cap", "item 1.1", "define by x"):
        text = "\n".join(["award by x", "a: 1", broken, *written, "void"])
        assert [line for line, _, _ in mistakes(text)] == [3]
        assert read(text)[0] == document("award by x\na: 1\nvoid")


def test_a_table_that_lost_its_only_row_is_not_called_empty():
    assert [code for _, _, code in mistakes("award by x\na 1")] == ["PSR101"]
    table = read("award by x\na 1")[0].statements[0]
    assert isinstance(table, Effect)
    assert table.rows == ()


@pytest.mark.parametrize(
    "first", ["award by a,", "fact a counts with b number,", "deduct 1 per a,", "score min(1,", "deduct 1 pr a,"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "  # why\n# indeed\n"], ids=repr)
@pytest.mark.parametrize("second", ['item 1.1 "x" worth 2', "扣 1 每 缺席", "applies if a", "同分按 a"])
def test_a_stray_comma_swallows_no_statement(first: str, gap: str, second: str):
    found, wrong = read(f"{first}{gap}{second}")
    assert found == document(second)
    assert [diagnostic.place.position[0] for diagnostic in wrong] == [1]


@pytest.mark.parametrize("tail", ["", "\n", "\n\n", " # why", "\n# why\n \n"], ids=repr)
@pytest.mark.parametrize("start", ["award by a,", "void,", "deduct 1 per a, # x", "deduct 1 pr a,", ","])
def test_a_stray_comma_at_the_end(start: str, tail: str):
    assert [line for line, _, _ in mistakes(f"{start}{tail}")] == [1]


def test_reading_stops_after_two_hundred_mistakes():
    found, wrong = read("@\n" * 200 + "void\n")
    assert [diagnostic.code for diagnostic in wrong] == ["PSR103"] * 200 + ["PSR123"]
    assert wrong[-1].place.position == (201, 1)
    assert found.statements == ()


def test_two_hundred_mistakes_are_not_too_many_if_nothing_follows():
    assert len(mistakes("@\n" * 200 + "\n# the end\n")) == 200


def test_mistakes_of_tables_and_lines_come_in_order():
    text = "award by x\nvoid\n@\naward by y\nx: 1 2\naward by z"
    assert [(line, code) for line, _, code in mistakes(text)] == [
        (1, "PSR106"), (3, "PSR103"), (5, "PSR101"), (6, "PSR106"),
    ]  # fmt: skip
