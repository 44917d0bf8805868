"""Numbers as people read them."""

from fractions import Fraction

import pytest

from psr.interpreter.interval import Interval
from psr.interpreter.points import POINT
from psr.interpreter.show import number_text, points_text, share_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (100, "100"),
        (Fraction(1, 2), "0.5"),
        (Fraction(-7, 40), "-0.175"),
        (Fraction(10, 3), "10/3"),
        (Fraction(1, 2**40), "0.0000000000009094947017729282379150390625"),
        (10**40 + 1, "1" + "0" * 39 + "1"),
    ],
)
def test_a_number_is_written_exactly(value: Fraction, text: str) -> None:
    assert number_text(value) == text


def test_a_share_is_a_percentage() -> None:
    assert share_text(Fraction(67, 100)) == "67%"
    assert share_text(Fraction(1, 3)) == "100/3%"


def test_points_known_and_unknown() -> None:
    assert points_text(POINT * 7 // 2) == "3.5"
    assert points_text(Interval(0, POINT * 2)) == "0 – 2"
    assert points_text(Interval(None, POINT)) == "… – 1"
    assert points_text(Interval(-POINT, None)) == "-1 – …"
