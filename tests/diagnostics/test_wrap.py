"""Lines break where Chinese and English allow it, and never stick out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psr.diagnostics import Kind, Place, SourceFile, Span, Words
from psr.diagnostics.render import render
from psr.diagnostics.width import display_width
from psr.diagnostics.wrap import wrap


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("甲乙丙丁戊", 4, ["甲乙", "丙丁", "戊"]),
        ("甲乙，丙丁", 4, ["甲", "乙，", "丙丁"]),
        ("甲“乙”丙", 5, ["甲", "“乙”", "丙"]),
        ("写上 `rank of x` 为止", 14, ["写上", "`rank of x` 为", "止"]),
        ("a `b c`, d", 7, ["a", "`b c`,", "d"]),
        ("`one two three`", 8, ["`one", "two", "three`"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
    ],
)
def test_where_lines_break(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


@given(st.text(st.sampled_from("ab `，。（）“”甲乙`丙")), st.integers(8, 40))
def test_no_line_sticks_out_and_nothing_is_lost(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(display_width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_diagnostic_keeps_to_the_terminal() -> None:
    kind = Kind("PSR901", Words("one two three four five six", "一"), Words("here it stands and goes on", "此"))
    source = SourceFile("a.psr", "abcdefghij klm\n")
    found = kind.at(Place(source, Span(0, 3)), help=Words("write it anew, and then look again", "改"))
    assert render(found, width=36, wraps=True).splitlines() == [
        "error[PSR901]: one two three four",
        "               five six",
        "  ┌─ a.psr:1:1",
        "1 │ abcdefghij klm",
        "  │ ^^^ here it stands and goes on",
        "  = help: write it anew, and then",
        "          look again",
    ]
    assert render(found, width=28, wraps=True).splitlines()[3:7] == [
        "1 │ abcdefghij klm",
        "  │ ^^^",
        "  │ here it stands and goes",
        "  │ on",
    ]
