"""What is still missing in the evidence, by unit, what can move the most points first: for the terminal and as JSON."""

from __future__ import annotations

from typing import NamedTuple

from ..diagnostics import Language
from ..diagnostics.visible import visible
from ..diagnostics.width import display_width, pad
from ..interpreter.facts import Evidence, Missing, UnitFacts
from ..interpreter.interval import Interval, Quantity, add, high_end
from ..interpreter.model import FactModel, HeadingModel, Model
from ..interpreter.result import Result, ToCollect, UnitResult
from .as_json import decimal, to_text
from .naming import short_names
from .waiting import waited_for
from .words import sheet

_BAR_CELLS = 20
_DONE, _OPEN = "█", "░"


class Needed(NamedTuple):
    """Something to collect: a fact, or the committee's mark for a heading where ``fact`` is None.

    ``points``: by how much it can still move these headings together, in ten-thousand-millionths; an interval where
    there is no limit.
    """

    fact: FactModel | None
    headings: tuple[HeadingModel, ...]
    items: tuple[str, ...]
    """The numbers of the headings; a part without one goes by its item's, a heading under none by its title."""
    points: Quantity
    required: bool

    @property
    def label(self) -> str:
        """What people call it; empty for a mark."""
        return self.fact.label if self.fact else ""


class Waiting(NamedTuple):
    """A heading for which a unit lacks nothing itself but waits for other units' evidence, and what it is called."""

    name: str
    entry: ToCollect


class Collection(NamedTuple):
    """How far the evidence of a unit has come: what it needs, and how many things are wanted in all."""

    unit: str
    needed: tuple[Needed, ...]
    wanted: int
    waiting: tuple[Waiting, ...] = ()

    @property
    def collected(self) -> int:
        """How many of the things wanted are there."""
        return self.wanted - len(self.needed)


def collect(result: Result, evidence: Evidence) -> list[Collection]:
    """Say for each unit what its evidence still needs: what a fact is `required`, and what leaves points open."""
    names = short_names(result.model)
    return [_unit(unit, evidence.units[unit.name], result.model, names) for unit in result.units]


def _unit(unit: UnitResult, given: UnitFacts, model: Model, names: dict[int, str]) -> Collection:
    facts: dict[int, Needed] = {}
    marks: list[Needed] = []
    for entry in unit.to_collect:
        if entry.mark_missing:
            marks.append(Needed(None, (entry.heading,), (names[entry.heading.number],), entry.points, required=True))
        for fact in entry.facts:
            known = facts.get(fact.number, Needed(fact, (), (), 0, fact.required))
            items = tuple(dict.fromkeys([*known.items, names[entry.heading.number]]))
            headings = (*known.headings, entry.heading)
            facts[fact.number] = Needed(fact, headings, items, add(known.points, entry.points), fact.required)
    for fact in model.facts.values():
        if fact.required and fact.number not in facts and not _is_stated(fact, given):
            facts[fact.number] = Needed(fact, (), (), 0, required=True)
    needed = (*facts.values(), *marks)
    asked = {fact.number for fact in model.facts.values() if _is_asked(fact)} | facts.keys()
    judged = sum(heading.is_judged and unit.mark(heading).applies is not False for heading in model.headings)
    waiting = tuple(Waiting(names[entry.heading.number], entry) for entry in unit.to_collect if entry.elsewhere)
    return Collection(unit.name, tuple(sorted(needed, key=_order)), len(asked) + judged, waiting)


def _is_asked(fact: FactModel) -> bool:
    """Tell whether every unit has to say something of a fact: not where silence means that nothing happened."""
    return fact.required or not (fact.counts or fact.presumed is not None)


def _is_stated(fact: FactModel, given: UnitFacts) -> bool:
    if fact.counts:
        return given.events.get(fact.name, Missing.UNKNOWN) is not Missing.UNKNOWN
    value = given.values.get(fact.name)
    return value is not None and value.stated is not Missing.UNKNOWN


def _order(needed: Needed) -> tuple[int, int, bool, int]:
    kind, size, _ = high_end(needed.points)
    return -kind, -int(size), not needed.required, needed.headings[0].number if needed.headings else 0


# ---- JSON -----------------------------------------------------------------------------------------------------


def collect_json(found: list[Collection], model: Model) -> str:
    """Write what is missing as JSON; ``points`` is null where there is no limit (docs/collect.schema.json)."""
    units = [
        {
            "unit": unit.unit,
            "complete": not unit.needed,
            "collected": unit.collected,
            "wanted": unit.wanted,
            "missing": [_entry(needed) for needed in unit.needed],
        }
        for unit in found
    ]
    complete = not any(unit.needed for unit in found)
    return to_text({"rubric": model.title, "year": model.year, "complete": complete, "units": units})


def _entry(needed: Needed) -> dict[str, object]:
    return {
        "fact": needed.fact.name if needed.fact else None,
        "label": needed.fact.label if needed.fact else None,
        "mark": needed.fact is None,
        "items": list(needed.items),
        "points": None if isinstance(needed.points, Interval) else decimal(needed.points),
        "required": needed.required,
    }


# ---- terminal -------------------------------------------------------------------------------------------------


def collect_text(found: list[Collection], language: Language) -> str:
    """Write what is missing for the terminal: each unit with a bar of what is there, and a line for what is not."""
    width = max((display_width(visible(unit.unit)) for unit in found), default=0)
    blocks: list[str] = []
    for unit in found:
        lines = [f"{pad(visible(unit.unit), width)}  {_bar(unit)}  {unit.collected}/{unit.wanted}"]
        cells = [_cells(needed, language) for needed in unit.needed]
        widths = [max(map(display_width, column)) for column in zip(*cells, strict=True)]
        for row in cells:
            padded = (pad(text, cells) for text, cells in zip(row, widths, strict=True))
            lines.append("  " + "  ".join(padded).rstrip())
        lines += [_waiting(waiting, language) for waiting in unit.waiting]
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, _summary(found, language)]) + "\n"


def _bar(unit: Collection) -> str:
    done = _BAR_CELLS if not unit.wanted else unit.collected * _BAR_CELLS // unit.wanted
    return _DONE * done + _OPEN * (_BAR_CELLS - done)


def _cells(needed: Needed, language: Language) -> tuple[str, ...]:
    items = sheet("comma", language).join(map(visible, needed.items))
    what = visible(needed.label) if needed.fact else sheet("mark", language)
    name = f"{what} ({visible(needed.fact.name)})" if needed.fact and needed.fact.name != needed.fact.label else what
    return _reach(needed.points, language), name, items, sheet("required", language) if needed.required else ""


def _waiting(waiting: Waiting, language: Language) -> str:
    reach, what = _reach(waiting.entry.points, language), waited_for(waiting.entry, language)
    return f"  {visible(waiting.name)}  {reach}{sheet('by', language, facts=what)}"


def _reach(points: Quantity, language: Language) -> str:
    if isinstance(points, Interval):
        return sheet("no limit", language)
    text = decimal(points)
    return sheet("can move one" if text == "1" else "can move", language, points=text) if points else "—"


def _summary(found: list[Collection], language: Language) -> str:
    missing = sum(len(unit.needed) for unit in found)
    if not missing:
        return sheet("complete", language)
    units = sum(bool(unit.needed) for unit in found)
    return sheet("incomplete one" if missing == 1 else "incomplete", language, missing=missing, units=units)
