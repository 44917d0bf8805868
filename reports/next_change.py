"""One change of evidence in people's words: what changes, from what to what, how many of what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ..diagnostics import Language
from ..diagnostics.visible import visible
from ..interpreter.facts import Missing, Stated
from ..interpreter.interval import Interval
from ..interpreter.model import FactModel, Type
from ..interpreter.show import number_text
from ..replay.change import FactChange, MarkChange
from ..replay.moves import OTHER_TEXT, Step
from .next_words import word
from .values import value_text

_MOST_DAYS = 4


def change_text(step: Step, names: Mapping[int, str], language: Language) -> str:
    """Say what changes; ``names`` are the short names of headings."""
    match step.change:
        case MarkChange(heading=heading):
            before = word("no mark", language) if step.before is None else _points(step.before)
            item = visible(names[heading.number])
            return word("mark", language, item=item, before=before, after=_points(step.after))
        case FactChange(fact=fact):
            kind = fact.type if step.field is None else step.field.type
            return word(
                step.kind,
                language,
                fact=visible(fact.label),
                number=value_text(step.size, fact.type, language),
                field="" if step.field is None else visible(step.field.label),
                before=shown(step.before, kind, language),
                after=shown(step.after, kind, language),
                details=_details(step, fact, language),
                days=_days(step.days, language),
            )


def shown(value: Stated | None, kind: Type, language: Language) -> str:
    """Write a value; a text that was made up stands for any other one, and nothing for different values."""
    if value is None:
        return word("several", language)
    if isinstance(value, str) and kind.kind == "text" and value.startswith(OTHER_TEXT):
        return word("another", language)
    return visible(value_text(value, kind, language))


def _points(value: Stated) -> str:
    """Write a mark, which is a number of points."""
    assert not isinstance(value, Missing | bool | str | Interval)
    return number_text(value)


def _details(step: Step, fact: FactModel, language: Language) -> str:
    stated = [(fact.fields[name], value) for name, value in step.details.items() if name in fact.fields]
    parts = [
        word("detail", language, field=visible(field.label), value=_detail(step, value, field.type, language))
        for field, value in stated
        if value is not Missing.UNKNOWN
    ]
    return word("details", language, details=word("items", language).join(parts)) if parts else ""


def _detail(step: Step, value: Stated, kind: Type, language: Language) -> str:
    text = shown(value, kind, language)
    is_new_each = step.kind == "more" and step.size > 1 and text == word("another", language)
    return word("each another", language) if is_new_each else text


def _days(days: tuple[int, ...], language: Language) -> str:
    if not days:
        return ""
    listed = [date.fromordinal(day).isoformat() for day in days[:_MOST_DAYS]]
    more = " …" if len(days) > _MOST_DAYS else ""
    return word("days", language, days=word("comma", language).join(listed) + more)
