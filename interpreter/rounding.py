"""Rounding to decimal places (specification: "Rounding"): halves and ups go away from zero, as in a spreadsheet."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from ..grammar.statements import RoundingMode
from .interval import Exact, exact


def rounded(value: Exact, places: int, mode: RoundingMode) -> Exact:
    """Round an exact number to ``places`` decimal places."""
    unit = 10**places
    size = abs(Fraction(value) * unit)
    match mode:
        case "half up":
            whole = floor(size + Fraction(1, 2))
        case "half even":
            whole = round(size)
        case "up":
            whole = ceil(size)
        case "down":
            whole = floor(size)
        case _:
            assert_never(mode)
    return exact(Fraction(whole if value >= 0 else -whole, unit))
