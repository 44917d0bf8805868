"""What a unit can come to at best: its evidence laid open, all else as it is."""

from __future__ import annotations

from ..interpreter.facts import Event, Evidence, Missing, UnitFacts, Value
from ..interpreter.interval import Interval
from ..interpreter.model import FactModel
from ..interpreter.result import UnitResult
from .trials import Setting, unit_in


def ceiling(setting: Setting) -> UnitResult:
    """Score the unit as if nothing were known of it: what comes out holds all that any evidence of it can give.

    Rulings stay, and so does what does not apply; the other units' evidence is as it is, and last year's.
    """
    given = setting.evidence.units[setting.unit]
    opened = UnitFacts(given.name, rulings=given.rulings)
    for fact in setting.program.model.facts.values():
        _open(fact, given, opened)
    evidence = Evidence({**setting.evidence.units, setting.unit: opened})
    return unit_in(setting.program.score(evidence, setting.previous), setting.unit)


def _open(fact: FactModel, given: UnitFacts, opened: UnitFacts) -> None:
    if not fact.counts:
        value = given.values.get(fact.name)
        stays = value is not None and value.stated is Missing.NOT_APPLICABLE
        opened.values[fact.name] = value if value is not None and stays else Value(Missing.UNKNOWN)
    elif given.events.get(fact.name) is Missing.NOT_APPLICABLE:
        opened.events[fact.name] = Missing.NOT_APPLICABLE
    elif fact.type.low:
        opened.events[fact.name] = [Event(Interval(0, fact.type.high))]
    else:
        opened.events[fact.name] = Missing.UNKNOWN
