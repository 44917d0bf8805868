"""One unit, 46 items, 52 rows of evidence: PSR beside the same rubric written by hand in Python with Decimal.

The two take the same evidence and must give the same total; the table of pytest-benchmark shows how their times
compare, the hand-written one under the name of `by hand`.
"""

from decimal import Decimal
from pathlib import Path

from support import by_hand

from psr.api import load
from psr.interpreter.facts import Event, Evidence, UnitFacts
from psr.interpreter.interval import Interval
from psr.interpreter.points import to_decimal

RUBRIC = load(str(Path(__file__).with_name("plain.psr")))


def _evidence() -> UnitFacts:
    unit = UnitFacts("甲")
    for fact in RUBRIC.model.facts.values():
        if fact.counts:
            unit.events[fact.name] = [Event(1, None, {"prize": "third"} if fact.fields else {})]
    return unit


UNIT = _evidence()
# By hand: an item capped at 2 has 4 - 0.5 = 3.5; two deductions leave 4 - 0.5 - 0.3 = 3.2; a third prize is 2; of
# eight, seven are missing, 3.5 under a worth of 2, so 0; 5 - 1 = 4. Section by section, the first and the fourth
# above their 15: 15 + 14.5 + 12.7 + 15 + 13 + 12.2 + 14.5 + 8.7 + 14.5 + 8.7 = 128.8.


def test_by_hand(benchmark):
    assert benchmark(by_hand.score, UNIT.events, {}) == Decimal("128.8")


def test_psr_without_trace(benchmark):
    assert to_decimal(benchmark(RUBRIC.program.points, UNIT)[0]) == Decimal("128.8")


def test_psr_with_full_trace(benchmark):
    evidence = Evidence({"甲": UNIT})
    result = benchmark(RUBRIC.program.score, evidence)
    assert to_decimal(result.units[0].total) == Decimal("128.8")
    assert result.units[0].marks[0].trace.children


def test_psr_with_one_bound(benchmark):
    """Evidence that holds an interval takes the general road, with the full trace."""
    unit = UnitFacts("甲", {}, dict(UNIT.events))
    unit.events["f1"] = [Event(Interval(1, 4))]
    result = benchmark(RUBRIC.program.score, Evidence({"甲": unit}))
    # One to four absences at 0.5, capped at 2: the item has 2 to 3.5, its section 14.2 to 15, the total as much less.
    total = result.units[0].total
    assert (to_decimal(total.low), to_decimal(total.high)) == (Decimal("128.0"), Decimal("128.8"))
