"""Comparisons of known and unknown values of every type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..grammar.expressions import Comparison
from . import interval as i
from .facts import Event, Missing
from .interval import Interval, Truth
from .runtime import Evaluate, Unit


def comparer(operator: Comparison, left: Evaluate, right: Evaluate) -> Evaluate:
    """Make a function that compares two values; None where what is unknown decides."""
    compare = COMPARISONS[operator]

    def comparison(u: Unit, v: Event | None) -> Truth:
        return compare(left(u, v), right(u, v))

    return comparison


def same(a: Any, b: Any) -> Truth:
    """Tell whether two values are equal."""
    if a is None or b is None or a is Missing.UNKNOWN or b is Missing.UNKNOWN:
        return None
    if isinstance(a, Interval) or isinstance(b, Interval):
        return i.equal(a, b)
    return a == b


COMPARISONS: dict[Comparison, Callable[[Any, Any], Truth]] = {
    "=": same,
    "!=": lambda a, b: i.contrary(same(a, b)),
    "<": i.less,
    ">=": lambda a, b: i.contrary(i.less(a, b)),
    ">": lambda a, b: i.less(b, a),
    "<=": lambda a, b: i.contrary(i.less(b, a)),
}


def join(a: Any, b: Any) -> Any:
    """Give what is known where either of two values may hold."""
    if isinstance(a, bool) or isinstance(b, bool) or a is None or b is None:
        return a if a is b else None
    if isinstance(a, str | Missing) or isinstance(b, str | Missing):
        return a if a == b else Missing.UNKNOWN
    return i.hull(a, b)
