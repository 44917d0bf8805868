"""Intervals: whatever the unknown turns out to be, the result lies in the interval that was given for it."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.intervals import NUMBERS, holds, members

from psr.interpreter import interval as i
from psr.interpreter.interval import ANYTHING, Interval, between
from psr.interpreter.points import half_up, to_points
from psr.interpreter.rounding import rounded

OPERATIONS = {
    "add": (i.add, lambda x, y: x + y),
    "subtract": (i.subtract, lambda x, y: x - y),
    "multiply": (i.multiply, lambda x, y: x * y),
    "least": (i.least, min),
    "greatest": (i.greatest, max),
}
STEPS = {
    "floor": (i.floor, floor),
    "ceil": (i.ceil, ceil),
    "negate": (i.negate, lambda x: -x),
    "round": (lambda a: i.stepwise(a, lambda x: rounded(x, 0, "half even")), round),
    "to_points": (to_points, lambda x: half_up(Fraction(x) * 10**10)),
}


@pytest.mark.parametrize("name", OPERATIONS)
@given(data=st.data())
def test_an_operation_holds_what_its_members_give(name: str, data: st.DataObject) -> None:
    of_intervals, of_numbers = OPERATIONS[name]
    (a, x), (b, y) = data.draw(members()), data.draw(members())
    assert holds(of_intervals(a, b), of_numbers(x, y))


@pytest.mark.parametrize("name", STEPS)
@given(data=st.data())
def test_a_step_holds_what_a_member_gives(name: str, data: st.DataObject) -> None:
    of_interval, of_number = STEPS[name]
    a, x = data.draw(members())
    assert holds(of_interval(a), of_number(x))


@given(members(), members())
def test_a_ratio_holds_what_its_members_give(one: tuple, other: tuple) -> None:
    (a, x), (b, y) = one, other
    if y != 0:
        assert holds(i.divide(a, b), Fraction(x) / y)
    elif not isinstance(b, Interval):
        with pytest.raises(ZeroDivisionError):
            i.divide(a, b)


@given(members(), members())
def test_a_comparison_says_no_more_than_its_members(one: tuple, other: tuple) -> None:
    (a, x), (b, y) = one, other
    assert i.less(a, b) in (None, x < y)
    assert i.equal(a, b) in (None, x == y)
    assert i.contrary(i.less(a, b)) in (None, x >= y)


@given(members(), members(), members())
def test_a_hull_and_a_sum_hold_all(one: tuple, other: tuple, third: tuple) -> None:
    parts = [one, other, third]
    assert all(holds(i.hull(*(a for a, _ in parts)), a) for a, _ in parts)
    assert holds(i.total(a for a, _ in parts), sum(x for _, x in parts))
    assert holds(i.least(*(a for a, _ in parts)), min(x for _, x in parts))
    assert holds(i.greatest(*(a for a, _ in parts)), max(x for _, x in parts))


@given(members(), st.none() | NUMBERS, st.none() | NUMBERS)
def test_a_clamp_holds_what_its_member_gives(one: tuple, low: i.Exact | None, high: i.Exact | None) -> None:
    a, x = one
    bounded = x if low is None else max(x, low)
    assert holds(i.clamp(a, low, high), bounded if high is None else min(bounded, high))


@given(st.integers(-9, 9), st.integers(0, 9), st.integers(-9, 9), st.integers(0, 9))
def test_bounds_are_no_wider_than_the_corners(a: int, wide: int, b: int, broad: int) -> None:
    left, right = between(a, a + wide), between(b, b + broad)
    corners = [(x, y) for x in (a, a + wide) for y in (b, b + broad)]
    for of_intervals, of_numbers in OPERATIONS.values():
        reached = [of_numbers(x, y) for x, y in corners]
        assert of_intervals(left, right) == between(min(reached), max(reached))


OVER_3 = Interval(3, None, low_open=True)
UNDER_3 = Interval(None, 3, high_open=True)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (i.add(Interval(1, 2, True, False), Interval(1, 2)), Interval(2, 4, True, False)),
        (i.subtract(5, Interval(1, 2, True, False)), Interval(3, 4, False, True)),
        (i.subtract(Interval(1, 2), Interval(1, 2)), Interval(-1, 1)),  # structural: x - x is not 0
        (i.add(OVER_3, 1), Interval(4, None, True)),
        (i.negate(OVER_3), Interval(None, -3, high_open=True)),
        (i.multiply(0, ANYTHING), 0),
        (i.multiply(Interval(0, 1), Interval(0, None)), Interval(0, None)),
        (i.multiply(Interval(0, 1, low_open=True), Interval(2, 3)), Interval(0, 3, low_open=True)),
        (i.multiply(Interval(0, 1, low_open=True), Interval(0, 3)), Interval(0, 3)),
        (i.multiply(Interval(0, None, low_open=True), Interval(-1, 2, True, True)), ANYTHING),
        (i.multiply(Interval(-2, 1), Interval(-3, 5)), Interval(-10, 6)),
        (i.divide(1, Interval(2, 4)), Interval(Fraction(1, 4), Fraction(1, 2))),
        (i.divide(1, Interval(0, 4)), Interval(Fraction(1, 4), None)),
        (i.divide(1, Interval(-4, 0)), Interval(None, Fraction(-1, 4))),
        (i.divide(1, Interval(None, 0)), Interval(None, 0, high_open=True)),
        (i.divide(1, Interval(2, None)), Interval(0, Fraction(1, 2), low_open=True)),
        (i.divide(1, Interval(-1, 1)), ANYTHING),
        (i.divide(0, Interval(0, None)), 0),
        (i.divide(Interval(1, 2), 2), Interval(Fraction(1, 2), 1)),
        (i.divide(Interval(2, 4), -2), Interval(-2, -1)),
        (i.divide(6, 4), Fraction(3, 2)),
        (i.divide(6, 3), 2),
        (i.floor(UNDER_3), Interval(None, 2)),
        (i.floor(OVER_3), Interval(3, None)),
        (i.floor(Interval(2, 3, high_open=True)), 2),
        (i.floor(Fraction(-1, 2)), -1),
        (i.ceil(OVER_3), Interval(4, None)),
        (i.ceil(Interval(2, 3, low_open=True)), 3),
        (i.ceil(Fraction(-1, 2)), 0),
        (i.least(OVER_3, 3), 3),
        (i.least(UNDER_3, 3), UNDER_3),
        (i.greatest(UNDER_3, 3), 3),
        (i.greatest(OVER_3, 4), Interval(4, None)),
        (i.hull(1, OVER_3), Interval(1, None)),
        (i.clamp(OVER_3, 0, 5), Interval(3, 5, low_open=True)),
        (i.clamp(OVER_3, None, 5), Interval(3, 5, low_open=True)),
        (i.total([]), 0),
        (between(2, 2), 2),
        (to_points(Interval(None, 3, high_open=True)), Interval(None, 3 * 10**10)),
    ],
)
def test_ends(found: i.Quantity, expected: i.Quantity) -> None:
    assert found == expected


@pytest.mark.parametrize("number", [6, Interval(1, 2)])
def test_nothing_is_divided_by_zero(number: i.Quantity) -> None:
    with pytest.raises(ZeroDivisionError):
        i.divide(number, 0)


@pytest.mark.parametrize(
    ("truth", "expected"),
    [
        (i.less(UNDER_3, 3), True),
        (i.less(Interval(None, 3), 3), None),
        (i.less(3, UNDER_3), False),
        (i.less(3, OVER_3), True),
        (i.less(3, Interval(3, None)), None),
        (i.less(OVER_3, UNDER_3), False),
        (i.less(Interval(3, None), Interval(None, 3)), False),
        (i.less(1, 2), True),
        (i.equal(UNDER_3, OVER_3), False),
        (i.equal(UNDER_3, 3), False),
        (i.equal(Interval(None, 3), 3), None),
        (i.equal(2, 2), True),
        (i.contrary(None), None),
        (i.contrary(True), False),
        (i.may_be_zero(Interval(0, 1, low_open=True)), False),
        (i.may_be_zero(Interval(0, 1)), True),
        (i.is_known(OVER_3), False),
        (i.is_known(3), True),
    ],
)
def test_what_is_certain(truth: bool | None, expected: bool | None) -> None:
    assert truth is expected
