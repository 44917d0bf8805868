"""Any text at all gives a result, and soon: no exception, no endless wait, and no more memory than it is worth."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reading import mistakes, read, statement
from support.rubric_text import rule_texts

from psr.diagnostics.render import render_all
from psr.grammar.driver import MAX_LENGTH
from psr.grammar.expressions import Arithmetic, Name, Number
from psr.grammar.flaws import MAX_DEPTH, MAX_DIGITS
from psr.grammar.statements import Score, Void

MILLION = 1_000_000


def codes(text: str) -> list[str]:
    return [code for _, _, code in mistakes(text)]


# ---- size ----------------------------------------------------------------------------------------------------


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x" * 10 * MILLION, "PSR122"),  # one line of ten megabytes
        ("deduct 1 per a\n" * (MILLION * 2 // 3), "PSR122"),  # many lines of ten megabytes
        ("score " + "9" * 4 * MILLION, "PSR117"),
        ("score 1" + " " * 4 * MILLION + "x", "PSR117"),
        ('source "' + "x" * 4 * MILLION + '"', "PSR117"),
        ("[" * 4 * MILLION, "PSR103"),
        ('"' * (4 * MILLION + 1), "PSR101"),
        ("award by a" + ",\n" * 100_000, "PSR117"),
        ("award by a" + ", # x\n" * 100_000 + "b", "PSR117"),
        ("deduct 1 " + "每" * 4 * MILLION, "PSR113"),
        ("score " + "a" * MILLION + " b", "PSR117"),
    ],
    ids=lambda value: repr(value[:12]),
)
def test_a_line_far_too_long_or_a_file(text: str, code: str):
    assert codes(text) == [code]


def test_the_largest_file_is_read():
    text = "void\n" + "\n" * (5 * MILLION - 5)
    assert codes(text) == []
    assert codes(text + "\n") == ["PSR122"]
    assert len(read(text)[0].statements) == 1


@pytest.mark.no_cover
def test_blank_lines_and_comments_cost_little():
    found, wrong = read("void" + "\n" * 2 * MILLION + "# x\n" * 200_000 + "void # y")
    assert wrong == ()
    assert len(found.statements[1].comments.above) == 200_000


def test_a_line_may_have_a_hundred_thousand_characters():
    # `score` and a blank are six of them.
    assert codes(f"score {'a' * (MAX_LENGTH - 6)}") == []
    assert codes(f"score {'a' * (MAX_LENGTH - 5)}") == ["PSR117"]


def test_a_line_too_long_costs_no_other():
    found, wrong = read(f"void\nscore 1{' ' * MAX_LENGTH}+ 1\nvoid # behind")
    assert [type(line) for line in found.statements] == [Void, Void]
    assert [diagnostic.place.position for diagnostic in wrong] == [(2, 1)]


# ---- depth ---------------------------------------------------------------------------------------------------


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "text",
    [
        "score " + "+".join(["1"] * 10_000),
        "score " + "-" * 10_000 + "1",
        "score 1 if " + "not " * 10_000 + "a",
        "score 1 if " + "a or " * 10_000 + "a",
        "score " + "if a then b else " * 5_000 + "c",
        "score " + "if a then (" * 2_000 + "b" + ") else c" * 2_000,
        "score " + "min(1, " * 10_000 + "a" + ")" * 10_000,
        "score " + "-(" * 10_000 + "1" + ")" * 10_000,
        "award by " + "previous (" * 5_000 + "a" + ")" * 5_000,
        "define x = " + "a / " * 10_000 + "a",
    ],
    ids=lambda text: text[:24],
)
def test_nesting_without_end(text: str):
    assert codes(text) == ["PSR110"]


@pytest.mark.no_cover
def test_ten_thousand_brackets_are_only_brackets():
    assert statement("score " + "(" * 10_000 + "1" + ")" * 10_000) == statement("score 1")
    assert codes("score " + "(" * 10_000) == ["PSR101"]
    assert codes("score " + "(" * 10_000 + "1" + ")" * 9_999) == ["PSR101"]
    assert codes("score " + "(" * 10_000 + "1" + ")" * 10_001) == ["PSR101"]


def test_as_deep_as_is_allowed():
    # The line is one level, the number another; between them are the signs.
    deepest = MAX_DEPTH - 2
    assert codes("score " + "-" * deepest + "1") == []
    assert codes("score " + "-" * (deepest + 1) + "1") == ["PSR110"]
    assert codes("score " + "+".join(["1"] * (deepest + 1))) == []
    assert codes("score " + "+".join(["1"] * (deepest + 2))) == ["PSR110"]


@pytest.mark.no_cover
def test_long_lists_are_wide_and_not_deep():
    assert codes("fact f " + " / ".join(f"a{number}" for number in range(5_000))) == []
    assert codes("award by a\n" + ", ".join(["x"] * 5_000) + ": 1") == []
    assert codes("tie break by " + ", ".join(["a"] * 5_000)) == []
    assert codes("score max(" + ", ".join(["a"] * 5_000) + ")") == []


# ---- numbers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["1e999999999", "1E-999999999", "9e9", "1e+5", "0e0"])
def test_powers_of_ten(number: str):
    assert codes(f"score {number}") == ["PSR112"]
    assert codes(f"deduct {number} per a cap 2") == ["PSR112"]
    assert codes(f"fact x number 0 to {number}") == ["PSR112"]


def test_a_number_with_a_hundred_thousand_digits():
    assert codes("score " + "9" * (MAX_LENGTH - 7)) == ["PSR111"]
    assert codes("score 0." + "0" * (MAX_LENGTH - 9)) == ["PSR111"]


def test_a_number_as_long_as_is_allowed():
    longest = "9" * (MAX_DIGITS - 2) + ".25"
    line = statement(f"score {longest}")
    assert isinstance(line, Score)
    assert isinstance(line.amount, Number)
    assert line.amount.value == Decimal(longest)
    assert codes(f"score 9{longest}") == ["PSR111"]


def test_every_decimal_place_is_kept():
    line = statement("score 0.1 + 0.20")
    assert isinstance(line, Score)
    assert isinstance(line.amount, Arithmetic)
    assert [str(side.value) for side in (line.amount.left, line.amount.right) if isinstance(side, Number)] == [
        "0.1",
        "0.20",
    ]


# ---- characters ----------------------------------------------------------------------------------------------


def test_a_text_with_a_nul_is_none():
    assert mistakes("void\ndeduct\0 1") == [(2, 7, "PSR121")]
    assert read("void\n\0")[0].statements == ()
    assert codes("\0" * MILLION) == ["PSR121"]


@pytest.mark.parametrize("character", ["\ud800", "\x07", "\x1b", "\x7f", "\ufffe", "😀", "￥", "\U0010ffff", "\u0301"])
def test_a_character_without_a_meaning(character: str):
    assert mistakes(f"void\n扣 1 每 缺席 {character} 封顶 2\nvoid") == [(2, 10, "PSR103")]
    assert codes(f'source "{character}"') == []
    assert codes(f"void # {character}") == []
    _, wrong = read(f"void {character}")
    page = render_all(wrong)
    assert "PSR103" in page
    page.encode("utf-8")  # what no terminal takes has been made visible


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
def test_line_ends(end: str):
    found, wrong = read(f"void{end}@{end}void")
    assert len(found.statements) == 2
    assert [diagnostic.code for diagnostic in wrong] == ["PSR103"]
    assert [line.span.start for line in found.statements] == [0, 5 + 2 * len(end)]


def test_a_byte_order_mark():
    assert codes("\ufeffvoid\n\ufeffvoid") == []


@pytest.mark.parametrize("text", ["", "\n", " ", "\t\n\n  ", "\r", "\r\n", "# x", "#", "\ufeff", "\u3000\n"], ids=repr)
def test_a_file_with_nothing_in_it(text: str):
    found, wrong = read(text)
    assert (found.statements, wrong) == ((), ())


@given(st.text(max_size=200) | st.text(alphabet='void 1.5,扣每a"“”[]()#%-/:=<\r\n\t', max_size=200))
def test_any_text_gives_a_result(text: str):
    found, wrong = read(text)
    assert all(0 <= line.span.start < line.span.end <= len(text) for line in found.statements)
    places = [diagnostic.place.span for diagnostic in wrong if diagnostic.place.span]
    assert all(0 <= place.start <= place.end <= len(text) for place in places)
    assert places == sorted(places)
    for language in ("en", "zh"):
        render_all(wrong, language)


@given(rule_texts(), st.integers(0), st.integers(0), st.text(max_size=3))
def test_any_damage_to_a_rule_file_gives_a_result(text: str, start: int, length: int, patch: str):
    start %= len(text) + 1
    damaged = text[:start] + patch + text[start + length % 5 :]
    found, wrong = read(damaged)
    assert all(damaged[line.span.start : line.span.end].strip() for line in found.statements)
    render_all(wrong)


def test_a_name_may_hold_any_letter():
    line = statement("score größe + 𠮷田 + x²")
    assert isinstance(line, Score)
    assert isinstance(line.amount, Arithmetic)
    assert line.amount.right == statement_name("x²")


def statement_name(text: str) -> Name:
    line = statement(f"score {text}")
    assert isinstance(line, Score)
    assert isinstance(line.amount, Name)
    return line.amount
