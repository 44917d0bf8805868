"""Rounding to places: the table of the specification, negatives, and that no mode goes too far."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psr.interpreter.interval import Interval
from psr.interpreter.points import half_up, scaled, to_decimal, to_number
from psr.interpreter.rounding import rounded

MODES = ("half up", "half even", "up", "down")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2.345", ("2.35", "2.34", "2.35", "2.34")),
        ("2.355", ("2.36", "2.36", "2.36", "2.35")),
        ("-2.345", ("-2.35", "-2.34", "-2.35", "-2.34")),
        ("2.341", ("2.34", "2.34", "2.35", "2.34")),
        ("-2.341", ("-2.34", "-2.34", "-2.35", "-2.34")),
        ("2.34", ("2.34", "2.34", "2.34", "2.34")),
        ("0", ("0", "0", "0", "0")),
        ("-0.005", ("-0.01", "0", "-0.01", "0")),
    ],
)
def test_two_places(value: str, expected: tuple[str, ...]) -> None:
    found = tuple(rounded(Fraction(value), 2, mode) for mode in MODES)
    assert found == tuple(Fraction(text) for text in expected)


@given(st.fractions(), st.integers(0, 10), st.sampled_from(MODES))
def test_no_mode_goes_further_than_its_own_unit(value: Fraction, places: int, mode: str) -> None:
    unit = Fraction(1, 10**places)
    found = Fraction(rounded(value, places, mode))
    assert (found / unit).denominator == 1
    assert abs(found - value) < unit
    if mode.startswith("half"):
        assert abs(found - value) <= unit / 2
    assert rounded(-value, places, mode) == -found
    assert rounded(found, places, mode) == found


@given(st.fractions(), st.fractions(), st.integers(0, 10), st.sampled_from(MODES))
def test_the_larger_number_never_ends_below(a: Fraction, b: Fraction, places: int, mode: str) -> None:
    low, high = sorted((a, b))
    assert rounded(low, places, mode) <= rounded(high, places, mode)


def test_points_have_ten_places_the_last_one_rounded_half_up() -> None:
    assert scaled(Fraction(1, 3)) == 3_333_333_333
    assert scaled(Fraction(2, 3)) == 6_666_666_667
    assert scaled(Fraction(-2, 3)) == -6_666_666_667
    assert scaled(Decimal("0.5")) == 5_000_000_000
    assert scaled(3) == 30_000_000_000
    assert (half_up(Fraction(5, 2)), half_up(Fraction(-5, 2))) == (3, -3)


def test_points_turn_back_into_numbers() -> None:
    assert to_number(15_000_000_000) == Fraction(3, 2)
    assert to_number(Interval(20_000_000_000, None)) == Interval(2, None)
    assert to_number(Interval(None, 5_000_000_000)) == Interval(None, Fraction(1, 2))


@pytest.mark.parametrize(
    ("points", "text"), [(35_000_000_000, "3.5"), (0, "0"), (-1, "-0.0000000001"), (-20_000_000_000, "-2")]
)
def test_points_are_written_without_needless_zeros(points: int, text: str) -> None:
    assert str(to_decimal(points)) in (text, str(Decimal(text)))
