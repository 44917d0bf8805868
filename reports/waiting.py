"""What a unit waits for though it lacks nothing itself, in words: other units' evidence, a ruling nobody can read."""

from __future__ import annotations

from ..diagnostics import Language
from ..diagnostics.visible import visible
from ..interpreter.interval import is_known
from ..interpreter.result import ToCollect
from ..interpreter.runtime import HeadingMark
from .words import sheet

_MOST_UNITS = 3


def is_unread(mark: HeadingMark) -> bool:
    """Tell whether there is a ruling on a heading that could not be read: its points may be any."""
    return mark.ruling is not None and not is_known(mark.ruling.points)


def waited_for(entry: ToCollect, language: Language) -> str:
    """Say for which evidence of which other units a heading waits; empty where it waits for none."""
    if not entry.elsewhere:
        return ""
    facts = [_fact(fact.label, units, language) for fact, units in entry.elsewhere]
    return sheet("elsewhere", language, facts=sheet("comma", language).join(facts))


def _fact(label: str, units: tuple[str, ...], language: Language) -> str:
    names = sheet("comma", language).join(map(visible, units[:_MOST_UNITS]))
    if len(units) > _MOST_UNITS:
        names += f" … +{len(units) - _MOST_UNITS}"
    return sheet("lacking", language, fact=visible(label), units=names)
