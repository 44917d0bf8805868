"""The cells of an axis, and how a person would name them."""

import pytest

from psr.interpreter.interval import Interval
from psr.linter.tables.axis import OTHER, Choices, Line, interval_words


@pytest.mark.parametrize(
    ("values", "english", "chinese"),
    [
        (Interval(None, None), "every value", "所有取值"),
        (Interval(None, 5), "`5` or less", "`5` 及以下"),
        (Interval(None, 5, high_open=True), "values below `5`", "`5` 以下（不含）"),
        (Interval(5, None), "`5` or more", "`5` 及以上"),
        (Interval(5, None, low_open=True), "values above `5`", "`5` 以上（不含）"),
        (Interval(5, 5), "`5`", "`5`"),
        (Interval(5, 6), "`5` to `6`", "`5` 至 `6`"),
        (Interval(5, 6, True, True), "values between `5` and `6`", "`5` 与 `6` 之间（不含两端）"),
        (Interval(5, 6, low_open=True), "values above `5`, up to `6`", "`5`（不含）至 `6`"),
        (Interval(5, 6, high_open=True), "values from `5` to below `6`", "`5` 至 `6`（不含）"),
    ],
)
def test_numbers_between_two_ends_have_a_name(values: Interval, english: str, chinese: str) -> None:
    assert interval_words(values, str) == (english, chinese)


def test_an_axis_holds_only_what_is_possible() -> None:
    assert Line([3, 5], Interval(0, 10), whole=False).size == 7  # 0, (0, 3), 3, (3, 5), 5, (5, 10), 10
    assert Line([3, 4], Interval(None, None), whole=True).size == 4  # below 3, 3, 4, above 4
    assert Line([3, 20], Interval(0, 10, True, True), whole=False).size == 3  # (0, 3), 3, (3, 10)


def test_choices_are_equal_or_not() -> None:
    axis = Choices(["a", "b", OTHER])
    assert axis.compared("=", "b") == (range(1, 2),)
    assert axis.compared("!=", "b") == (range(1), range(2, 3))
    assert axis.compared("=", "c") == ()
    assert axis.compared("!=", "c") == (range(3),)


def test_choices_have_a_name() -> None:
    axis = Choices(["a", "b", OTHER])
    assert axis.words(range(2)) == ("`a`, `b`", "`a`、`b`")
    assert axis.words(range(2, 3)) == ("every other text", "其他文字")
    assert axis.words(range(1, 3)) == ("`b` and every other text", "`b`和其他文字")
    assert Choices([True, False]).words(range(2)) == ("`yes`, `no`", "`是`、`否`")
