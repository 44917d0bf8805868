"""Points: whole numbers of ten-thousand-millionths of a point, so that they add up exactly and quickly.

Expressions are exact ratios; a line hands its heading a decimal of ten places (specification: "Numbers").
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

from .interval import Exact, Interval, Quantity, between

PLACES = 10
POINT = 10**PLACES
"""One point."""


def to_points(value: Quantity) -> Quantity:
    """Turn a number of points into ten-thousand-millionths, the last place rounded half up."""
    if isinstance(value, Interval):
        low = None if value.low is None else scaled(value.low)
        high = None if value.high is None else scaled(value.high)
        return between(low, high)  # rounding reaches the end itself
    return scaled(value)


def scaled(value: Exact | Decimal) -> int:
    """Turn one number of points into ten-thousand-millionths, halves away from zero."""
    if isinstance(value, int):
        return value * POINT
    product = Fraction(value) * POINT
    if product.denominator == 1:
        return product.numerator
    return half_up(product)


def half_up(value: Exact) -> int:
    """Round to a whole number, halves away from zero."""
    return floor(value + Fraction(1, 2)) if value >= 0 else -floor(-value + Fraction(1, 2))


def to_number(points: Quantity) -> Quantity:
    """Turn ten-thousand-millionths back into a number of points, for use in an expression."""
    if isinstance(points, Interval):
        low = None if points.low is None else _unscaled(points.low)
        high = None if points.high is None else _unscaled(points.high)
        return Interval(low, high, points.low_open, points.high_open)
    return _unscaled(points)


def _unscaled(points: Exact) -> Exact:
    ratio = Fraction(points) / POINT
    return ratio.numerator if ratio.denominator == 1 else ratio


def to_decimal(points: Exact) -> Decimal:
    """Give points as a decimal without needless zeros: 35000000000 is 3.5."""
    whole, part = divmod(abs(int(points)), POINT)
    digits = f"{whole}.{part:0{PLACES}}".rstrip("0").rstrip(".")
    return Decimal(f"-{digits}" if points < 0 else digits)
