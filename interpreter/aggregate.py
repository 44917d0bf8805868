"""Sums, means, medians, extremes, counts and ranks, over events and across units (specification: "Aggregates")."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, assert_never

from ..diagnostics import Place
from ..diagnostics.catalogue import evaluation as say
from ..grammar import expressions as e
from . import interval as i
from .compare import same
from .facts import Event, Missing
from .interval import Exact, Interval, Quantity, Truth, between, high_end, is_known, low_end
from .model import FactModel
from .runtime import Case, Evaluate, Everyone, NoValue, Unit

if TYPE_CHECKING:
    from .compile_expressions import ExpressionCompiler


ANY_PLACE = Interval(1, None)
"""The rank of a unit among others of which nothing is known, not even how many they are."""
ANY_NUMBER = Interval(0, None)


class Weighted(NamedTuple):
    """A value that counts ``weight`` times; ``sure`` tells whether it surely counts."""

    value: Quantity
    weight: Quantity
    sure: bool


class Statistics:
    """Compiles aggregates and ranks."""

    __slots__ = ("compiler",)

    def __init__(self, compiler: ExpressionCompiler) -> None:
        """Take the compiler of the expressions inside them."""
        self.compiler = compiler

    # ---- ranks ------------------------------------------------------------------------------------------------

    def rank(self, node: e.RankOf) -> Evaluate:
        """Compile ``rank of E``: 1 + how many units are better."""
        of = self.compiler.compile(node.of)
        concerning, within = self.compiler.concerning, self._within(node.within)
        cases = self._cases(node, of, None)
        place = Place(self.compiler.model.source, node.span)

        def rank(u: Unit, _: Event | None) -> Quantity:
            everyone = u.all()
            own = of(u, None)
            group = _group(u, within)
            entries = cases(everyone)
            if len(everyone.units) == 1 and not everyone.others and ("alone", node.span) not in everyone.memo:
                everyone.memo["alone", node.span] = True
                everyone.problems.append(say.RANK_OF_ONE.at(place, unit=u.name))
            key = ("rivals", node.span, concerning, group)
            if key not in everyone.memo:
                everyone.memo[key] = _rivals(entries, node.ascending, within, group)
            # A unit that is not sure of its own figure may seem to be better than itself.
            counts_itself = high_end(own) > low_end(own) and any(case.unit is u for case in entries)
            if everyone.others:
                return ANY_PLACE
            return _rank(own, everyone.memo[key], node.ascending, counts_itself)

        return rank

    # ---- aggregates -------------------------------------------------------------------------------------------

    def aggregate(self, node: e.Aggregate) -> Evaluate:
        """Compile an aggregate over events or across units."""
        where = self.compiler.compile(node.where) if node.where is not None else None
        drops = tuple((drop.end, self.compiler.compile(drop.count)) for drop in node.drops)
        match node.source:
            case e.AcrossUnits(within=within):
                return self._across(node, self._within(within), where, drops)
            case e.Over(fact=name):
                return self._over(node, name, where, drops)
            case None:
                assert isinstance(node.of, e.Name)
                return self._over(node, node.of, where, drops)
            case _:
                assert_never(node.source)

    def _over(self, node: e.Aggregate, name: e.Name, where: Evaluate | None, drops: Any) -> Evaluate:
        fact = self.compiler.model.symbols[name.span]
        assert isinstance(fact, FactModel)
        index = fact.number
        of = None if node.source is None else self.compiler.compile(node.of)

        def over(u: Unit, v: Event | None) -> Quantity:
            rows = u.facts[index]
            if rows is Missing.NOT_APPLICABLE:
                raise NoValue(None, None)
            if node.statistic == "count":
                return i.total(_counted(row, u, where, of) for row in rows)
            assert of is not None
            values = [entry for row in rows if (entry := _entry(row, u, where, of)) is not None]
            return _statistic(node, u, values, _dropped(drops, u, v))

        return over

    def _across(self, node: e.Aggregate, within: Evaluate | None, where: Evaluate | None, drops: Any) -> Evaluate:
        of = self.compiler.compile(node.of)
        cases = self._cases(node, of, where)

        def across(u: Unit, v: Event | None) -> Quantity:
            group = _group(u, within)
            entries = [
                Weighted(case.value, 1, case.sure and belongs is True)
                for case in cases(u.all())
                if (belongs := _belongs(case.unit, group, within)) is not False
            ]
            if u.all().others:
                entries += [entry._replace(weight=ANY_NUMBER, sure=False) for entry in entries]
            if node.statistic == "count":
                return i.total(i.multiply(entry.weight, _one(entry)) for entry in entries)
            return _statistic(node, u, entries, _dropped(drops, u, v))

        return across

    def _within(self, within: e.Name | None) -> Evaluate | None:
        return None if within is None else self.compiler.compile(within)

    def _cases(self, node: e.RankOf | e.Aggregate, of: Evaluate, where: Evaluate | None) -> Any:
        """Make a function that gives each unit's part in a comparison, found once for all units."""
        concerning = self.compiler.concerning
        key = ("cases", node.span, concerning)

        def cases(everyone: Everyone) -> list[Case]:
            if key not in everyone.memo:
                everyone.memo[key] = [case for unit in everyone.units for case in _case(unit, of, where, concerning)]
            return everyone.memo[key]

        return cases


def _case(unit: Unit, of: Evaluate, where: Evaluate | None, concerning: tuple[Evaluate, ...]) -> list[Case]:
    """Give a unit's part in a comparison, or none: where the heading does not concern it, or its value is n/a."""
    part = concerned(unit, concerning)
    if part is False:
        return []
    try:
        holds = True if where is None else where(unit, None)
        return [] if holds is False else [Case(unit, of(unit, None), part is True and holds is True)]
    except NoValue as nothing:
        if nothing.why is not None:
            raise
        return []


def concerned(unit: Unit, concerning: tuple[Evaluate, ...]) -> Truth:
    """Tell whether a heading concerns a unit, as its own and its ancestors' ``applies`` lines say."""
    result: Truth = True
    for test in concerning:
        try:
            holds = test(unit, None)
        except NoValue as nothing:
            if nothing.why is not None:
                raise
            return False
        if holds is False:
            return False
        result = result if holds else None
    return result


def _group(unit: Unit, within: Evaluate | None) -> Any:
    return None if within is None else within(unit, None)


def _belongs(unit: Unit, group: Any, within: Evaluate | None) -> Truth:
    if within is None:
        return True
    try:
        return same(_group(unit, within), group)
    except NoValue:
        return False


_Ends = list[tuple[int, Exact, int]]


def _rivals(entries: list[Case], ascending: bool, within: Evaluate | None, group: Any) -> tuple[_Ends, _Ends]:
    """Give the least that each sure rival has, and the most that each possible one has, both in order."""
    surely: _Ends = []
    possibly: _Ends = []
    for case in entries:
        belongs = _belongs(case.unit, group, within)
        if belongs is not False:
            value = i.negate(case.value) if ascending else case.value
            if case.sure and belongs:
                surely.append(low_end(value))
            possibly.append(high_end(value))
    return sorted(surely), sorted(possibly)


def _rank(own: Quantity, rivals: tuple[_Ends, _Ends], ascending: bool, counts_itself: bool) -> Quantity:
    """Give 1 + how many rivals are better: at best those that surely are, at worst those that may be."""
    surely, possibly = rivals
    own = i.negate(own) if ascending else own
    best = len(surely) - bisect_right(surely, high_end(own))
    worst = len(possibly) - bisect_right(possibly, low_end(own))
    return between(1 + best, 1 + worst - counts_itself)


def _counted(row: Event, u: Unit, where: Evaluate | None, of: Evaluate | None) -> Quantity:
    """Give how many of a row's occurrences count."""
    holds: Truth = True
    for condition in (where, of):
        if condition is not None and holds is not False:
            found = _holds(condition, u, row)
            holds = found if holds is True or found is False else None
    if holds is False:
        return 0
    return row.quantity if holds else i.hull(0, row.quantity)


def _holds(condition: Evaluate, u: Unit, row: Event) -> Truth:
    try:
        return condition(u, row)
    except NoValue as nothing:
        if nothing.why is not None:
            raise
        return False


def _entry(row: Event, u: Unit, where: Evaluate | None, of: Evaluate) -> Weighted | None:
    holds = True if where is None else _holds(where, u, row)
    if holds is False or row.quantity == 0:
        return None
    try:
        value = of(u, row)
    except NoValue as nothing:
        if nothing.why is not None:
            raise
        return None
    sure = holds is True and low_end(row.quantity) > (0, 0, 0)
    return Weighted(value, row.quantity, sure)


def _one(entry: Weighted) -> Quantity:
    return between(1 if entry.value is True and entry.sure else 0, 0 if entry.value is False else 1)


def _dropped(drops: Any, u: Unit, v: Event | None) -> list[tuple[str, Quantity]]:
    return [(end, i.greatest(0, i.floor(count(u, v)))) for end, count in drops]


def _statistic(node: e.Aggregate, u: Unit, entries: list[Weighted], drops: list[tuple[str, Quantity]]) -> Quantity:
    """Take the figure of weighted values; of none it is undefined, but for a sum."""
    certain = all(entry.sure and is_known(entry.weight) for entry in entries) and all(is_known(n) for _, n in drops)
    if not certain:
        return _uncertain(node, u, entries, drops)
    lows = _kept(sorted((low_end(x.value), x.weight) for x in entries), drops)
    if not lows and node.statistic != "sum":
        raise NoValue(node, say.MEAN_OF_NOTHING)
    if all(is_known(x.value) for x in entries):
        return _figure(node.statistic, [(end[1], weight) for end, weight in lows])
    highs = _kept(sorted((high_end(x.value), x.weight) for x in entries), drops)
    return i.from_ends(_bound(node.statistic, lows), _bound(node.statistic, highs))


def _bound(statistic: e.Statistic, ends: list[tuple[Any, Any]]) -> Any:
    """Take a figure of ends: it has no limit where one that counts has none, and is open where one of those is."""
    if statistic in ("sum", "mean"):
        endless = next((end[0] for end, _ in ends if end[0]), 0)
        opened = next((end[2] for end, _ in ends if end[2]), 0)
        return (endless, 0 if endless else _figure(statistic, [(end[1], weight) for end, weight in ends]), opened)
    if statistic == "lowest":
        return ends[0][0]
    if statistic == "highest":
        return ends[-1][0]
    middle = _middle(ends)
    if any(end[0] for end in middle):
        return next(end for end in middle if end[0])
    value = i.exact(Fraction(sum((Fraction(end[1]) for end in middle), Fraction(0)), len(middle)))
    return (0, value, next((end[2] for end in middle if end[2]), 0))


def _figure(statistic: e.Statistic, values: list[tuple[Exact, Any]]) -> Exact:
    """Take a figure of known, sorted values with their weights."""
    match statistic:
        case "sum":
            return sum(value * weight for value, weight in values)
        case "mean":
            return i.exact(Fraction(sum(v * w for v, w in values)) / sum(w for _, w in values))
        case "lowest":
            return values[0][0]
        case "highest":
            return values[-1][0]
        case _:
            middle = _middle(values)
            return i.exact(Fraction(sum(middle), len(middle)))


def _middle(values: list[tuple[Any, Any]]) -> list[Any]:
    """Give the one or two values in the middle of sorted, weighted ones."""
    count = sum(weight for _, weight in values)
    wanted = [(count + 1) // 2, (count + 2) // 2]
    found: list[Any] = []
    seen = 0
    for value, weight in values:
        while len(found) < 2 and seen < wanted[len(found)] <= seen + weight:
            found.append(value)
        seen += weight
    return found


def _kept(ends: list[tuple[Any, Any]], drops: list[tuple[str, Any]]) -> list[tuple[Any, Any]]:
    """Leave out the highest and the lowest of sorted, weighted values."""
    for end, count in drops:
        left = count
        while left and ends:
            position = -1 if end == "highest" else 0
            value, weight = ends[position]
            taken = min(left, weight)
            left -= taken
            if taken == weight:
                del ends[position]
            else:
                ends[position] = (value, weight - taken)
    return ends


def _uncertain(node: e.Aggregate, u: Unit, entries: list[Weighted], drops: list[tuple[str, Quantity]]) -> Quantity:
    """Bound a figure of values of which it is not known which count, or how often."""
    if node.statistic == "sum":
        if drops:
            entries = [entry._replace(sure=False) for entry in entries]
        return i.total(
            i.multiply(x.value, x.weight) if x.sure else i.hull(0, i.multiply(x.value, x.weight)) for x in entries
        )
    if not entries:
        raise NoValue(node, say.MEAN_OF_NOTHING)
    sure = [entry for entry in entries if entry.sure]
    if not sure or drops:
        u.doubtful = True
    everything = i.hull(*(entry.value for entry in entries))
    if not sure or drops or node.statistic not in ("highest", "lowest"):
        return everything
    pick = i.greatest if node.statistic == "highest" else i.least
    low, high = pick(*(x.value for x in sure)), pick(*(x.value for x in entries))
    return i.hull(low, high)
