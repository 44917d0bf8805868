"""Each character becomes one character, so that an offset means the same place before and after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psr.grammar.normalise import normalise


@given(st.text() | st.text(alphabet="\r\n\t\v\f ，０％＂“”　\ufeff\u200b\u2028a"))
def test_the_length_stays(text: str):
    assert len(normalise(text)) == len(text)


@given(st.text())
def test_once_is_enough(text: str):
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("扣０．５　每　缺席", "扣0.5 每 缺席"),
        ("（１＋２）×３÷４−５", "(1+2)*3/4-5"),
        ("ａ，ｂ、ｃ：＞＝６７％＃", "a,b,c:>=67%#"),
        ("［扣 分］＝ｘ＿１", "[扣 分]=x_1"),
        ("！～", "!~"),  # the first and the last of the full-width forms
        ("“甲”「乙」＂丙＂", "“甲”「乙」＂丙＂"),  # quotes stay what they are
        ("≥≤≠。；", "≥≤≠。;"),
        ("a\r\nb\rc\n", "a \nb\nc\n"),
        ("\ufeffa\xa0b\u2003c\u200bd\u2029e\x0bf\x0cg\x85h", " a b c d e f g h"),
        ("\u2066a\u2069 \u202ab\u202e", " a   b "),
        ("plain\tASCII\n", "plain\tASCII\n"),
        ("", ""),
    ],
)
def test_by_hand(text: str, plain: str):
    assert normalise(text) == plain


# What has a full-width form: the signs, digits and letters of ASCII, and no others.
@pytest.mark.parametrize("code", [code for code in range(0x21, 0x7F) if chr(code) != '"'])
def test_every_full_width_form(code: int):
    assert normalise(chr(code + 0xFEE0)) == chr(code)
