"""Numbers that are not fully known: intervals with open or closed, finite or infinite ends.

The rule is structural: each operation works on its own bounds and knows nothing of correlations between uses, so that
every engine gives the same interval (specification: "Unknowns"). A known number is a plain ``int`` or ``Fraction``;
only what is not known is an ``Interval``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from math import ceil as ceil_of
from math import floor as floor_of
from typing import NamedTuple

Exact = int | Fraction


class Interval(NamedTuple):
    """All numbers from ``low`` to ``high``; None is an open end without limit, ``*_open`` leaves the end itself out."""

    low: Exact | None
    high: Exact | None
    low_open: bool = False
    high_open: bool = False


Quantity = Exact | Interval
"""A number, known or not."""

Truth = bool | None
"""A condition: true, false, or None where the evidence leaves it open."""

ANYTHING = Interval(None, None)

_End = tuple[int, Exact, int]


def interval(value: Quantity) -> Interval:
    """Give a number as the interval that holds it alone."""
    return value if isinstance(value, Interval) else Interval(value, value)


def between(low: Exact | None, high: Exact | None, low_open: bool = False, high_open: bool = False) -> Quantity:
    """Make an interval, or a plain number where only one is left."""
    if low is not None and low == high:
        return low
    return Interval(low, high, low_open and low is not None, high_open and high is not None)


def is_known(value: object) -> bool:
    """Tell whether a number is known."""
    return not isinstance(value, Interval)


def low_end(value: Quantity) -> _End:
    """Give the lower end in a form that compares as it should: an open end lies just above its number."""
    if not isinstance(value, Interval):
        return (0, value, 0)
    return (-1, 0, 0) if value.low is None else (0, value.low, 1 if value.low_open else 0)


def high_end(value: Quantity) -> _End:
    """Give the upper end in a form that compares as it should: an open end lies just below its number."""
    if not isinstance(value, Interval):
        return (0, value, 0)
    return (1, 0, 0) if value.high is None else (0, value.high, -1 if value.high_open else 0)


def from_ends(low: _End, high: _End) -> Quantity:
    """Make a number or an interval of two ends."""
    return between(
        None if low[0] else low[1],
        None if high[0] else high[1],
        low[2] != 0,
        high[2] != 0,
    )


# ---- arithmetic -----------------------------------------------------------------------------------------------


def add(a: Quantity, b: Quantity) -> Quantity:
    """Give ``a + b``."""
    if not isinstance(a, Interval) and not isinstance(b, Interval):
        return a + b
    a, b = interval(a), interval(b)
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    return between(low, high, a.low_open or b.low_open, a.high_open or b.high_open)


def negate(a: Quantity) -> Quantity:
    """Give ``-a``."""
    if not isinstance(a, Interval):
        return -a
    low = None if a.high is None else -a.high
    high = None if a.low is None else -a.low
    return Interval(low, high, a.high_open, a.low_open)


def subtract(a: Quantity, b: Quantity) -> Quantity:
    """Give ``a - b``."""
    if not isinstance(a, Interval) and not isinstance(b, Interval):
        return a - b
    return add(a, negate(b))


def multiply(a: Quantity, b: Quantity) -> Quantity:
    """Give ``a * b``; nothing times an endless quantity is nothing."""
    if not isinstance(a, Interval) and not isinstance(b, Interval):
        return a * b
    a, b = interval(a), interval(b)
    products = [
        _product(x, y)
        for x in ((a.low, -1, a.low_open), (a.high, 1, a.high_open))
        for y in ((b.low, -1, b.low_open), (b.high, 1, b.high_open))
    ]
    low = min(products, key=lambda p: (p[0], p[1], p[2]))
    high = max(products, key=lambda p: (p[0], p[1], -p[2]))
    return between(low[1] if low[0] == 0 else None, high[1] if high[0] == 0 else None, bool(low[2]), bool(high[2]))


def _product(x: tuple[Exact | None, int, bool], y: tuple[Exact | None, int, bool]) -> tuple[int, Exact, int]:
    """Multiply two ends: (-1, 0 or 1 for endless or not, the number, 1 where it is not reached)."""
    (a, a_side, a_open), (b, b_side, b_open) = x, y
    if a == 0 or b == 0:
        reached = (a == 0 and not a_open) or (b == 0 and not b_open)
        return (0, 0, 0 if reached else 1)
    if a is None or b is None:
        sign = (a_side if a is None else (1 if a > 0 else -1)) * (b_side if b is None else (1 if b > 0 else -1))
        return (sign, 0, 1)
    return (0, a * b, 1 if a_open or b_open else 0)


def reciprocal(a: Interval) -> Quantity:
    """Give ``1 / a`` over all of ``a`` but zero."""
    low, high = a.low, a.high
    if (low is None or low < 0) and (high is None or high > 0):
        return ANYTHING
    if high == 0:
        return Interval(None, _inverse(low), False, a.low_open or low is None)
    if low == 0:
        return Interval(_inverse(high), None, a.high_open or high is None, False)
    return between(_inverse(high), _inverse(low), a.high_open or high is None, a.low_open or low is None)


def _inverse(a: Exact | None) -> Exact:
    return 0 if a is None else exact(Fraction(1) / a)


def may_be_zero(a: Quantity) -> bool:
    """Tell whether zero is among the values."""
    return low_end(a) <= (0, 0, 0) <= high_end(a)


def exact(a: Exact) -> Exact:
    """Give a whole ratio as an ``int``, which is quicker to reckon with."""
    return a.numerator if isinstance(a, Fraction) and a.denominator == 1 else a


def divide(a: Quantity, b: Quantity) -> Quantity:
    """Give the exact ratio ``a / b``. Raises ZeroDivisionError where ``b`` is known to be zero."""
    if not isinstance(a, Interval) and not isinstance(b, Interval):
        return exact(Fraction(a) / b)
    if isinstance(b, Interval):
        return multiply(a, reciprocal(b))
    if b == 0:
        raise ZeroDivisionError
    return multiply(a, exact(Fraction(1) / b))


# ---- order ----------------------------------------------------------------------------------------------------


def least(*values: Quantity) -> Quantity:
    """Give the smallest of several numbers."""
    if len(values) == 2 and not isinstance(values[0], Interval) and not isinstance(values[1], Interval):
        return min(values[0], values[1])
    if not any(isinstance(value, Interval) for value in values):
        return min(values)  # type: ignore[type-var]
    return from_ends(min(map(low_end, values)), min(map(high_end, values)))


def greatest(*values: Quantity) -> Quantity:
    """Give the largest of several numbers."""
    if len(values) == 2 and not isinstance(values[0], Interval) and not isinstance(values[1], Interval):
        return max(values[0], values[1])
    if not any(isinstance(value, Interval) for value in values):
        return max(values)  # type: ignore[type-var]
    return from_ends(max(map(low_end, values)), max(map(high_end, values)))


def hull(*values: Quantity) -> Quantity:
    """Give the smallest interval that holds all of several."""
    return from_ends(min(map(low_end, values)), max(map(high_end, values)))


def clamp(value: Quantity, low: Exact | None, high: Exact | None) -> Quantity:
    """Bring a number into a range; None leaves that side open."""
    if low is not None:
        value = greatest(value, low)
    return value if high is None else least(value, high)


def less(a: Quantity, b: Quantity) -> Truth:
    """Tell whether ``a < b``."""
    if not isinstance(a, Interval) and not isinstance(b, Interval):
        return a < b
    if high_end(a) < low_end(b):
        return True
    return False if low_end(a) >= high_end(b) else None


def equal(a: Quantity, b: Quantity) -> Truth:
    """Tell whether ``a = b``."""
    if not isinstance(a, Interval) and not isinstance(b, Interval):
        return a == b
    return False if high_end(a) < low_end(b) or high_end(b) < low_end(a) else None


def contrary(truth: Truth) -> Truth:
    """Give the contrary of a condition; what is open stays open."""
    return None if truth is None else not truth


# ---- whole numbers --------------------------------------------------------------------------------------------


def stepwise(value: Quantity, step: Callable[[Exact], Exact]) -> Quantity:
    """Apply a function that never falls, such as rounding, to a number or to both ends of an interval."""
    if not isinstance(value, Interval):
        return step(value)
    low = None if value.low is None else step(value.low)
    high = None if value.high is None else step(value.high)
    return between(low, high)


def floor(value: Quantity) -> Quantity:
    """Give the whole number at or below: just below 3 it is 2."""
    if not isinstance(value, Interval):
        return floor_of(value)
    low = None if value.low is None else floor_of(value.low)
    high = value.high
    if high is not None:
        high = ceil_of(high) - 1 if value.high_open else floor_of(high)
    return between(low, high)


def ceil(value: Quantity) -> Quantity:
    """Give the whole number at or above: just above 3 it is 4."""
    if not isinstance(value, Interval):
        return ceil_of(value)
    return negate(floor(negate(value)))


def total(values: Iterable[Quantity]) -> Quantity:
    """Give the sum of several numbers; of none it is 0."""
    result: Quantity = 0
    for value in values:
        result = add(result, value)
    return result
