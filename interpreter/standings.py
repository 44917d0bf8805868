"""Vetoes, ranks and grades: what the totals of all units come to (specification: "Results")."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Any, Literal

from ..diagnostics import Diagnostic
from ..diagnostics.catalogue import evaluation as say
from ..grammar import expressions as e
from ..grammar import statements as s
from . import interval as i
from .compile_expressions import ExpressionCompiler
from .declare import exact_of
from .interval import Quantity, Truth, high_end, low_end
from .model import Model
from .points import scaled
from .problems import listed
from .result import NO_GRADE, UnitResult, Vetoed
from .runtime import Evaluate, NoValue, Unit

Order = Literal["ahead", "behind", "equal", "open"]
_Key = tuple[tuple[int, Any, int], tuple[int, Any, int]]


@dataclass(slots=True)
class Standing:
    """One unit's place among all: its rank, the grades it may get (by number), the vetoes it fell under."""

    unit: Unit
    total: Quantity
    rank: Quantity = 1
    keys: tuple[_Key, ...] = ()
    vetoes: tuple[Vetoed, ...] = ()
    forced: list[tuple[int, bool]] = field(default_factory=list[tuple[int, bool]])
    barred: list[tuple[int, bool]] = field(default_factory=list[tuple[int, bool]])
    lowered: list[tuple[int, bool]] = field(default_factory=list[tuple[int, bool]])
    grades: list[int] = field(default_factory=list[int])
    ungraded: bool = False
    """Whether it may end with no grade at all."""

    @property
    def competes(self) -> Truth:
        """Whether the unit takes one of a grade's places; one that is sent down by a veto takes none."""
        sent_down = [sure for _, sure in (*self.forced, *self.lowered)]
        return False if any(sent_down) else None if sent_down else True


class Standings:
    """The compiled lines on results of one rubric."""

    __slots__ = ("conditions", "grades", "model", "tie_keys", "vetoes")

    def __init__(self, model: Model, expressions: ExpressionCompiler) -> None:
        """Compile the conditions of vetoes and grades, and the keys that part ties."""
        self.model = model
        self.vetoes = [(veto, expressions.compile(veto.condition)) for veto in model.vetoes]
        self.grades = model.grades
        self.conditions = [None if g.condition is None else expressions.compile(g.condition) for g in model.grades]
        keys = model.tie_break.keys if model.tie_break else ()
        self.tie_keys = [(expressions.compile(key.of), key.ascending) for key in keys]

    def place(self, units: list[Unit]) -> tuple[list[Standing], list[Diagnostic]]:
        """Give the standing of each unit, in the order given, and what is wrong with the evidence or is tied."""
        problems: list[Diagnostic] = []
        rubric = self.model.rubric.number
        standings = [Standing(unit, unit.mark(rubric).points) for unit in units]
        for standing in standings:
            self._veto(standing, problems)
        for standing in standings if self.vetoes else ():
            mark = standing.unit.mark(rubric)
            standing.unit.marks[rubric] = mark._replace(points=standing.total)
            standing.unit.forget()
        _rank(standings)
        for standing in standings:
            standing.keys = (_key(standing.total), *(self._tie_key(standing.unit, key) for key in self.tie_keys))
        if self.grades:
            self._grade(standings, problems)
        return standings, problems

    def met(self, standing: Standing) -> list[int]:
        """Give the grades, by number, whose conditions a unit may meet, each taken by itself."""
        return [number for number in range(len(self.grades)) if self._reaches(standing, number, []) is not False]

    # ---- vetoes -----------------------------------------------------------------------------------------------

    def _veto(self, standing: Standing, problems: list[Diagnostic]) -> None:
        names = [grade.name.value for grade in self.grades]
        totals: list[tuple[int, bool]] = []
        found: list[Vetoed] = []
        for veto, condition in self.vetoes:
            holds = self._holds(condition, standing.unit, problems)
            if holds is False:
                continue
            sure = holds is True
            found.append(Vetoed(veto.reason.value, sure))
            for outcome in veto.outcomes:
                value = outcome.value
                if isinstance(value, e.Text):
                    grades = standing.forced if outcome.does == "grade" else standing.barred
                    grades.append((names.index(value.value), sure))
                elif outcome.does == "total":
                    totals.append((scaled(value.value), sure))
                else:
                    standing.lowered.append((int(value.value), sure))
        standing.vetoes = tuple(found)
        for total, sure in sorted(totals, key=lambda entry: not entry[1]):
            lower = i.least(standing.total, total)
            standing.total = lower if sure else i.hull(standing.total, lower)

    def _holds(self, condition: Evaluate, unit: Unit, problems: list[Diagnostic]) -> Truth:
        try:
            return condition(unit, None)
        except NoValue as nothing:
            if nothing.why is not None and nothing.node is not None:
                place = self.model.place(nothing.node)
                problems.append(say.UNDEFINED.at(place, unit=unit.name, heading=self.model.title, what=nothing.why))
                return None
            return False

    def _tie_key(self, unit: Unit, key: tuple[Evaluate, bool]) -> _Key:
        of, ascending = key
        try:
            value = of(unit, None)
        except NoValue:
            return (-1, 0, 0), (-1, 0, 0)  # what has no value comes last
        return _key(i.negate(value) if ascending else value)

    # ---- grades -----------------------------------------------------------------------------------------------

    def _grade(self, standings: list[Standing], problems: list[Diagnostic]) -> None:
        waiting: dict[int, bool] = dict.fromkeys(range(len(standings)), True)
        """The units that may be without a grade so far, and whether they surely are."""
        for number, grade in enumerate(self.grades):
            contenders: dict[int, bool] = {}
            for index in waiting:
                reaches = self._reaches(standings[index], number, problems)
                if reaches is not False:
                    contenders[index] = reaches is True
            gets = self._within_quota(grade, standings, contenders, waiting, problems)
            for index, surely in gets.items():
                standings[index].grades.append(number)
                if surely:
                    del waiting[index]
                else:
                    waiting[index] = False
        for index in waiting:
            standings[index].ungraded = True
        for standing in standings:
            _send_down(standing, len(self.grades) - 1)

    def _reaches(self, standing: Standing, number: int, problems: list[Diagnostic]) -> Truth:
        condition = self.conditions[number]
        barred = [sure for grade, sure in standing.barred if grade == number]
        if True in barred:
            return False
        holds = True if condition is None else self._holds(condition, standing.unit, problems)
        return None if holds and barred else holds

    def _within_quota(
        self,
        grade: s.Grade,
        standings: list[Standing],
        contenders: dict[int, bool],
        waiting: dict[int, bool],
        problems: list[Diagnostic],
    ) -> dict[int, bool]:
        """Give which contenders get a grade, each with whether it surely does if it has none so far."""
        if grade.quota is None:
            return contenders
        share = exact_of(grade.quota)
        if share > 0 and any(standing.unit.all().others for standing in standings):
            # Others of whom nothing is known may take every place, or leave it; who is sent down needs none.
            return {index: sure and standings[index].competes is False for index, sure in contenders.items()}
        places = int(i.exact(share) if isinstance(grade.quota, e.Number) else (share * len(standings)) // 1)
        if not places and contenders:
            place = self.model.place(grade.quota)
            problems.append(say.NO_PLACE.at(place, grade=grade.name.value, count=len(standings)))
        competes = {index: standings[index].competes for index in contenders}
        gets = {index: sure and competes[index] is False for index, sure in contenders.items() if not competes[index]}
        rivals = [index for index in contenders if competes[index] is not False]
        sure = {index: contenders[index] and waiting[index] and competes[index] is True for index in rivals}
        order = _Ahead(standings, rivals, sure)
        tied: list[str] = []
        for index in rivals:
            surely, possibly = order.of(index)
            if possibly < places:
                gets[index] = contenders[index]
            elif surely < places:
                if order.is_certain:
                    tied.append(standings[index].unit.name)
                else:
                    gets[index] = False
        if tied:
            place = self.model.place(grade)
            problems.append(say.TIE_AT_QUOTA.at(place, units=listed(tied), grade=grade.name.value, places=places))
        return gets


def settle(result: UnitResult, standing: Standing, model: Model) -> None:
    """Write a unit's standing on its sheet."""
    names = [grade.name.value for grade in model.grades]
    result.total, result.rank, result.vetoes = standing.total, standing.rank, standing.vetoes
    result.grades = tuple(names[number] for number in standing.grades)
    if result.grades and standing.ungraded:
        result.grades = (*result.grades, NO_GRADE)
    result.grade = result.grades[0] if len(result.grades) == 1 else None


class _Ahead:
    """Counts for each rival how many of the others surely, and possibly, stand before it or level with it."""

    __slots__ = ("_keys", "_rivals", "_standings", "_sure", "is_certain")

    def __init__(self, standings: list[Standing], rivals: list[int], sure: dict[int, bool]) -> None:
        self._standings = standings
        self._rivals = rivals
        self._sure = sure
        known = all(low == high for index in rivals for low, high in standings[index].keys)
        self.is_certain = known and all(sure[index] for index in rivals)
        self._keys = (
            sorted(tuple(low for low, _ in standings[index].keys) for index in rivals) if self.is_certain else []
        )

    def of(self, index: int) -> tuple[int, int]:
        """Give how many surely stand before a rival, and how many possibly do, its equals among them."""
        own = self._standings[index].keys
        if self.is_certain:
            key = tuple(low for low, _ in own)
            before = len(self._keys) - bisect_right(self._keys, key)
            level = bisect_right(self._keys, key) - bisect_left(self._keys, key)
            return before, before + level - 1
        surely = possibly = 0
        for other in self._rivals:
            if other != index:
                order = _order(self._standings[other].keys, own)
                surely += order == "ahead" and self._sure[other]
                possibly += order != "behind"
        return surely, possibly


def _order(first: tuple[_Key, ...], second: tuple[_Key, ...]) -> Order:
    """Tell how one unit stands to another: by total, then key by key."""
    for (low, high), (other_low, other_high) in zip(first, second, strict=True):
        if low > other_high:
            return "ahead"
        if high < other_low:
            return "behind"
        if not low == high == other_low == other_high:
            return "open"
    return "equal"


def _key(value: Quantity) -> _Key:
    return low_end(value), high_end(value)


def _rank(standings: list[Standing]) -> None:
    """Rank by total: 1 + how many are better; equals share the place."""
    lows = sorted(low_end(standing.total) for standing in standings)
    highs = sorted(high_end(standing.total) for standing in standings)
    for standing in standings:
        low, high = low_end(standing.total), high_end(standing.total)
        best = len(lows) - bisect_right(lows, high)
        worst = len(highs) - bisect_right(highs, low) - (1 if high > low else 0)
        standing.rank = i.between(1 + best, 1 + worst)


def _send_down(standing: Standing, last: int) -> None:
    """Apply what vetoes do to a grade: the worst wins."""
    deserved = standing.grades
    for steps, sure in sorted(standing.lowered):
        lower = [min(grade + steps, last) for grade in deserved]
        standing.grades = lower if sure else [*standing.grades, *lower]
    for forced, sure in standing.forced:
        worse = [max(grade, forced) for grade in standing.grades] + [forced] * standing.ungraded
        standing.grades = worse if sure else [*standing.grades, *worse]
        standing.ungraded = standing.ungraded and not sure
    standing.grades = sorted(set(standing.grades))
