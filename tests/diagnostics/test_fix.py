"""Fixes are made whole or not at all, and as many as do not collide."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psr.diagnostics import Edit, Fix, Span, Words
from psr.diagnostics.fix import apply, together

WORDS = Words("do it", "照办")


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix(WORDS, tuple(Edit(Span(start, end), text) for start, end, text in edits))


@pytest.mark.parametrize(
    ("fixes", "text", "made"),
    [
        ([], "abcdef", 0),
        ([fix((0, 1, "X"))], "Xbcdef", 1),
        ([fix((0, 0, "X"))], "Xabcdef", 1),
        ([fix((6, 6, "X"))], "abcdefX", 1),
        ([fix((1, 3, ""))], "adef", 1),
        ([fix((4, 5, "Y"), (0, 1, "X"))], "XbcdYf", 1),
        ([fix((4, 5, "Y")), fix((0, 1, "X"))], "XbcdYf", 2),
        ([fix((0, 3, "X")), fix((2, 4, "Y"))], "Xdef", 1),  # overlaps
        ([fix((0, 3, "X")), fix((3, 4, "Y"))], "Xdef", 1),  # touches
        ([fix((0, 3, "X")), fix((4, 5, "Y"))], "XdYf", 2),
        ([fix((0, 1, "X"), (4, 6, "")), fix((5, 5, "Y"), (2, 3, "Z"))], "Xbcd", 1),  # not even its half that could be
        ([fix((0, 1, "X")), fix((0, 1, "X"))], "Xbcdef", 1),  # the same, twice
        ([fix((1, 5, "X")), fix((0, 6, "Y"))], "aXf", 1),  # around an earlier one
        ([fix((2, 2, "X"), (2, 2, "Y"))], "abXYcdef", 1),  # at one place, in the order written
    ],
)
def test_cases(fixes: list[Fix], text: str, made: int) -> None:
    assert apply("abcdef", fixes) == (text, made)


@pytest.mark.parametrize(
    ("text", "line_end"), [("a\nb\n", "\n"), ("a\r\nb\n", "\r\n"), ("a\rb", "\r"), ("ab", "\n"), ("\na\r\n", "\n")]
)
def test_lines_put_in_end_as_the_others_do(text: str, line_end: str) -> None:
    assert apply(text, [fix((0, 0, "x\ny\r\n"))])[0] == (
        "x\ny\r\n" + text if line_end == "\n" else f"x{line_end}y{line_end}{text}"
    )


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 5)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
FIXES = st.lists(st.builds(lambda span, text: Fix(WORDS, (Edit(span, text),)), SPANS, st.sampled_from(["", "X", "YY"])), max_size=12)  # fmt: skip


@given(FIXES)
def test_as_one_would_choose_and_make_them_by_hand(fixes: list[Fix]) -> None:
    """One after the other from the end of the text, so that no place moves before its turn."""
    taken: list[Edit] = []
    for one in fixes:
        (edit,) = one.edits
        if all(edit.span.end < other.span.start or other.span.end < edit.span.start for other in taken):
            taken.append(edit)
    text = "".join(chr(0x4E00 + index) for index in range(40))
    expected = text
    for edit in sorted(taken, key=lambda edit: -edit.span.start):
        expected = expected[: edit.span.start] + edit.text + expected[edit.span.end :]
    assert apply(text, fixes) == (expected, len(taken))
    assert [fixes[index].edits[0] for index in together(fixes)] == taken


def test_many_fixes_take_little_time() -> None:
    """Twenty thousand, in a text of a million characters: seconds if each looked at all others."""
    fixes = [fix((start, start + 10, "x")) for start in range(0, 1_000_000, 50)]
    begun = process_time()
    text, made = apply("a" * 1_000_000, fixes)
    assert (len(text), made) == (1_000_000 - 20_000 * 9, 20_000)
    assert process_time() - begun < 2
