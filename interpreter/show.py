"""Numbers and points as people read them: plain decimals, intervals with a dash."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

from .interval import Exact, Interval, Quantity
from .points import to_decimal


def points_text(points: Quantity) -> str:
    """Write points (in ten-thousand-millionths): ``3.5``, ``1 – 2``; an end without limit is ``…``."""
    if not isinstance(points, Interval):
        return f"{to_decimal(points):f}"
    low = "…" if points.low is None else f"{to_decimal(points.low):f}"
    high = "…" if points.high is None else f"{to_decimal(points.high):f}"
    return f"{low} – {high}"


def number_text(value: Exact) -> str:
    """Write an exact number: as a decimal where it is one, else as a fraction: ``0.5``, ``10/3``."""
    ratio = Fraction(value)
    denominator = ratio.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return f"{ratio.numerator}/{ratio.denominator}"
    with localcontext() as context:
        context.prec = len(str(ratio.numerator)) + len(str(ratio.denominator)) * 4 + 10
        text = f"{Decimal(ratio.numerator) / ratio.denominator:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def share_text(value: Exact) -> str:
    """Write a share of 1 as a percentage: ``67%``."""
    return f"{number_text(Fraction(value) * 100)}%"
