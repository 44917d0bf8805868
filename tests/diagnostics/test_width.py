import pytest

from psr.diagnostics.width import clip, display_width, pad


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("absence", 7),
        ("考核细则", 8),
        ("扣 0.5 分", 9),  # 2 + 1 + 3 + 1 + 2
        ("：％", 4),  # full-width punctuation
        ("\u3000", 2),  # the full-width space
        ("ｶﾞ", 2),  # half-width katakana and its mark, a cell each
        ("e\u0301", 1),  # e and a combining acute accent
        ("\u200b\ufe0f", 0),
        ("a\tb\x1b", 2),  # control characters take none
        ("🏆", 2),
        ("┌─…", 3),
    ],
)
def test_a_text_takes_so_many_cells(text: str, cells: int):
    assert display_width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "clipped"),
    [
        ("absence", 7, "absence"),
        ("absence", 6, "absen…"),
        ("absence", 1, "…"),
        ("absence", 0, ""),
        ("", 0, ""),
        ("考核细则", 8, "考核细则"),
        ("考核细则", 7, "考核细…"),
        ("考核细则", 6, "考核…"),  # five cells: half a character cannot be shown
        ("e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
    ],
)
def test_a_clipped_text_fits_and_says_that_it_was_clipped(text: str, cells: int, clipped: str):
    assert clip(text, cells) == clipped


def test_padding_counts_cells_and_shortens_nothing():
    assert pad("考核", 6) + "|" == "考核  |"
    assert pad("ab", 6) + "|" == "ab    |"
    assert pad("考核细则", 6) + "|" == "考核细则|"
