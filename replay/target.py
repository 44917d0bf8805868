"""What is to be reached: a grade or a better one, or so many points; and whether a unit surely has it."""

from __future__ import annotations

from typing import NamedTuple

from ..grammar import expressions as e
from ..grammar import statements as s
from ..interpreter.declare import exact_of
from ..interpreter.interval import Exact, high_end, low_end
from ..interpreter.model import Model
from ..interpreter.result import UnitResult


class Target(NamedTuple):
    """A grade by its number, 0 the best, or a total in ten-thousand-millionths; the other one is None."""

    grade: int | None = None
    total: int | None = None


def grades_of(unit: UnitResult, model: Model) -> list[int]:
    """Give the grades that a unit may get, by number; one behind the last is none at all."""
    names = [grade.name.value for grade in model.grades]
    if not unit.grades:
        return [len(names)]
    return [names.index(name) if name in names else len(names) for name in unit.grades]


def next_grade(unit: UnitResult, model: Model) -> int | None:
    """Give the grade above the worst that a unit may get; None where it surely has the best."""
    worst = max(grades_of(unit, model))
    return worst - 1 if worst else None


def is_reached(unit: UnitResult, target: Target, model: Model) -> bool:
    """Tell whether a unit surely has what is to be reached, whatever is still unknown."""
    if target.total is not None:
        return low_end(unit.total) >= (0, target.total, 0)
    return target.grade is None or max(grades_of(unit, model)) <= target.grade


def is_possible(unit: UnitResult, target: Target, model: Model) -> bool:
    """Tell whether a unit may have what is to be reached."""
    if target.total is not None:
        return high_end(unit.total) >= (0, target.total, 0)
    return target.grade is None or min(grades_of(unit, model)) <= target.grade


def has_no_place(target: Target, model: Model, units: int) -> bool:
    """Tell whether the grade, and each better one, is for so few of so many units that it comes to no place."""
    if target.grade is None:
        return False
    return all(_places(grade, units) < 1 for grade in model.grades[: target.grade + 1])


def _places(grade: s.Grade, units: int) -> Exact:
    if grade.quota is None:
        return units
    share = exact_of(grade.quota)
    return share if isinstance(grade.quota, e.Number) else share * units
