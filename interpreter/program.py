"""Model → program → result: compiled once, run over any number of units.

Takes a resolved rubric; gives for evidence the score sheet of every unit, each point with its derivation. The same
evidence gives the same result, whatever the order of its rows and units.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, cast

from ..diagnostics import Place
from ..diagnostics.catalogue import evaluation as say
from .compile_headings import HeadingCompiler
from .elsewhere import Elsewhere, is_open, is_undated
from .facts import Evidence, UnitFacts
from .interval import Interval, Quantity
from .model import FactModel, HeadingModel, Model
from .reads import facts_of_heading
from .result import Result, ToCollect, UnitResult, by_reach, span_of
from .runtime import Everyone, HeadingMark, Unit, blank, introduce
from .standings import Standings, settle
from .straight import Marks, NotPlain, Points, straight

if TYPE_CHECKING:
    from .rescore import Rescorer


class Program:
    """A compiled rubric."""

    __slots__ = ("_facts", "_headings", "_plain_marks", "_plain_points", "_reads", "_standings", "model")

    def __init__(self, model: Model) -> None:
        """Compile a resolved rubric."""
        self.model = model
        compiler = HeadingCompiler(model)
        self._headings = tuple((index, compiler.heading(model.headings[index])) for index in model.order)
        self._standings = Standings(model, compiler.expressions)
        self._facts = tuple(model.facts.values())
        self._plain_marks: Marks | None = straight(model, traced=True)
        self._plain_points: Points | None = None
        self._reads: dict[int, tuple[FactModel, ...]] = {}

    def score(self, evidence: Evidence, previous: Evidence | None = None) -> Result:
        """Score all units of the evidence (specification: "Evaluation").

        ``previous`` is last year's evidence, by the same units' names. Gives the result with its diagnostics (48x);
        raises nothing for whatever sound evidence says.
        """
        everyone = Everyone(self.model, [self._unit(given, previous) for given in evidence.units.values()])
        introduce(everyone, everyone)
        self._mark(everyone.units)
        standings, problems = self._standings.place(everyone.units)
        elsewhere = Elsewhere(self.model, everyone.units)
        units = [self._result(unit, elsewhere) for unit in everyone.units]
        for result, standing in zip(units, standings, strict=True):
            settle(result, standing, self.model)
        if previous is None and self.model.previous is not None and units:
            problems.append(say.NO_PREVIOUS.at(self.model.place(self.model.previous)))
        if not units:
            problems.append(say.NO_UNITS.at(Place(self.model.source)))
        introduce(everyone, None)  # no circle is left behind, which only the garbage collector could break
        return Result(self.model, units, [*everyone.problems, *problems])

    def anyone(self) -> Unit:
        """Evaluate a unit of which nothing is known, among any number of such: its marks hold all that can come out.

        What is presumed is open too, for evidence may say otherwise, and so are last year's facts and the committee's
        marks. Rulings, and facts that do not apply (``n/a``), are left out of account.
        """
        unit = blank(self.model, len(self.model.headings))
        everyone = Everyone(self.model, [unit], others=True)
        introduce(everyone, everyone)
        for index, heading in self._headings:
            unit.marks[index] = heading(unit)
        return unit

    def grades(self, unit: Unit, total: Quantity) -> tuple[list[int], list[int]]:
        """Give the grades, by number, that an evaluated unit may get if its total before any veto is this one.

        Behind them, those whose condition it may meet, whether or not it gets a grade before them.
        """
        rubric = self.model.rubric.number
        mark = unit.mark(rubric)
        unit.marks[rubric] = mark._replace(points=total)
        unit.forget()
        [standing], _ = self._standings.place([unit])
        met = self._standings.met(standing)
        unit.marks[rubric] = mark
        return standing.grades, met

    def evaluate(self, evidence: Evidence, previous: Evidence | None, headings: Collection[int]) -> list[Unit]:
        """Evaluate only some headings, by number, all that they depend on among them; the others have no mark."""
        units = [self._unit(given, previous).lay_out(self._facts) for given in evidence.units.values()]
        everyone = Everyone(self.model, units)
        introduce(everyone, everyone)
        for index, heading in self._headings:
            if index in headings:
                for unit in units:
                    unit.marks[index] = heading(unit)
        introduce(everyone, None)
        return units

    def rescorer(self, evidence: Evidence, previous: Evidence | None = None) -> Rescorer:
        """Evaluate all units once, to score single ones with other evidence."""
        from .rescore import Rescorer

        units = self.evaluate(evidence, previous, self.model.order)
        return Rescorer(self.model, self._headings, self._standings, units)

    def points(self, given: UnitFacts) -> Sequence[int]:
        """Give the points of all headings of one unit, by index, in ten-thousand-millionths, and nothing more.

        Only for plain rubrics and evidence that is all known (see straight.py); raises NotPlain for any other.
        """
        if self._plain_points is None:
            self._plain_points = straight(self.model, traced=False)
        if self._plain_points is None:
            raise NotPlain
        return self._plain_points(given)

    def _mark(self, units: list[Unit]) -> None:
        """Evaluate the headings: straight away where all is plain and known, else one after the other for all units."""
        model = self.model
        waiting: list[Unit] = []
        for unit in units:
            try:
                if self._plain_marks is None:
                    raise NotPlain
                unit.marks[:] = self._plain_marks(unit.given)
            except NotPlain:
                waiting.append(unit)
        for unit in units if model.grades or model.vetoes or model.tie_break else waiting:
            unit.lay_out(self._facts)
        for index, heading in self._headings:
            for unit in waiting:
                unit.marks[index] = heading(unit)

    def _unit(self, given: UnitFacts, previous: Evidence | None) -> Unit:
        unit = Unit(given, len(self.model.headings))
        if previous is not None and given.name in previous.units:
            unit.previous = Unit(previous.units[given.name], 0).lay_out(self._facts)
        return unit

    def _result(self, unit: Unit, elsewhere: Elsewhere) -> UnitResult:
        marks = cast("list[HeadingMark]", unit.marks)
        result = UnitResult(unit.name, marks, marks[self.model.rubric.number].points)
        if isinstance(result.total, Interval):
            result.to_collect = self._to_collect(unit, result, elsewhere)
        return result

    def _to_collect(self, unit: Unit, result: UnitResult, elsewhere: Elsewhere) -> tuple[ToCollect, ...]:
        """Say which evidence is missing, what can still move the most points first."""
        found: list[ToCollect] = []
        for heading in self.model.headings:
            mark = result.marks[heading.number]
            if not isinstance(mark.points, Interval) or (heading.children and not heading.parts):
                continue
            read = self._facts_of(heading)
            facts = tuple(fact for fact in read if is_open(unit, fact))
            # Where nothing else is missing, it is the days: a quota of each month, or a cap, may hang on them.
            facts = facts or tuple(fact for fact in read if is_undated(unit, fact))
            judged = heading.is_judged
            mark_missing = judged and heading.label not in unit.given.marks
            waits = () if facts or mark_missing else elsewhere.waited_for(heading)
            found.append(ToCollect(heading, facts, span_of(mark.points), mark_missing, waits))
        return tuple(sorted(found, key=by_reach))

    def _facts_of(self, heading: HeadingModel) -> tuple[FactModel, ...]:
        if heading.number not in self._reads:
            self._reads[heading.number] = facts_of_heading(heading, self.model)
        return self._reads[heading.number]
