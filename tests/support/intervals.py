"""Intervals for Hypothesis, each with a number that lies in it."""

from fractions import Fraction

from hypothesis import strategies as st

from psr.interpreter import interval as i

NUMBERS = st.one_of(st.integers(-6, 6), st.fractions(min_value=-6, max_value=6, max_denominator=6).map(i.exact))
_GAPS = st.one_of(st.just(Fraction(0)), st.fractions(min_value=0, max_value=5, max_denominator=4))


@st.composite
def members(draw: st.DrawFn) -> tuple[i.Quantity, i.Exact]:
    """Give an interval, known numbers and ends without limit among them, and a number in it."""
    number = draw(NUMBERS)
    low_gap, high_gap = draw(st.none() | _GAPS), draw(st.none() | _GAPS)
    low = None if low_gap is None else i.exact(number - low_gap)
    high = None if high_gap is None else i.exact(number + high_gap)
    low_open = bool(low_gap) and draw(st.booleans())
    high_open = bool(high_gap) and draw(st.booleans())
    return i.between(low, high, low_open, high_open), number


def holds(whole: i.Quantity, part: i.Quantity) -> bool:
    """Tell whether one interval holds all of another."""
    return i.low_end(whole) <= i.low_end(part) and i.high_end(part) <= i.high_end(whole)
