"""Texts in CSV that a spreadsheet would run get an apostrophe, and get it once."""

import pytest

from psr.diagnostics.spreadsheet import shielded


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=x", "''=x"])
def test_what_would_run_is_shielded_and_so_is_what_looks_shielded(text: str) -> None:
    assert shielded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "1", "x=1", "'x", "一支部", " =1"])
def test_all_else_stays_as_it_is(text: str) -> None:
    assert shielded(text) == text


def test_a_negative_number_is_no_formula_where_numbers_stand() -> None:
    for text in ("-1", "-0.5", "-5%", "-2/3"):
        assert shielded(text, may_be_number=True) == text
        assert shielded(text) == f"'{text}"
    for text in ("-1+1", "-x", "=-1"):
        assert shielded(text, may_be_number=True) == f"'{text}"
