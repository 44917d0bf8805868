"""What a unit has still to do, or should have avoided, for a grade or a total: for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Language
from ..diagnostics.visible import visible
from ..diagnostics.width import display_width
from ..diagnostics.wrap import wrap
from ..interpreter.interval import Interval, is_known
from ..interpreter.model import Model
from ..interpreter.result import Result, ToCollect, UnitResult
from ..interpreter.show import points_text
from ..replay.search import Answer, Found
from ..replay.target import Target
from .naming import short_names
from .next_change import change_text
from .next_items import ItemMove, item_moves
from .next_words import word
from .ranks import shared_rank
from .words import sheet

_MOST_TO_COLLECT = 3
_MOST_AT_ONCE = 3
"""A way of more changes than these was not looked for as the smallest."""


def next_text(before: Result, unit: UnitResult, target: Target, found: Found, language: Language, width: int) -> str:
    """Write what was found, in lines of at most so many terminal cells."""
    lines = [word("present", language, unit=visible(unit.name), standing=_standing(unit, before, language))]
    lines += [*_target(target, before.model, language), *_notes(unit, before.model, language)]
    blocks = [_wrapped(lines, width), _wrapped(_outcome(found, target, before, language), width)]
    blocks += [_way(number, answer, unit, language, width) for number, answer in enumerate(found.answers, 1)]
    if any(len(answer.steps) > _MOST_AT_ONCE for answer in found.answers):
        blocks.append(_wrapped([word("perhaps fewer", language)], width))
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def _standing(unit: UnitResult, result: Result, language: Language) -> str:
    total = _provisional(unit.total)
    points = word("point" if total == "1" else "points", language, points=total)
    return word("between", language).join([points, *_place(unit, result, language)])


def _place(unit: UnitResult, result: Result, language: Language) -> list[str]:
    """Give a unit's grade, where the rubric has grades, and its rank."""
    grade = sheet("or", language).join(map(visible, unit.grades)) or word("no grade", language)
    rank = word("rank", language, rank=shared_rank(unit, result, language), units=len(result.units))
    return [grade, rank] if result.model.grades else [rank]


def _provisional(points: object) -> str:
    assert isinstance(points, int | Interval)
    return points_text(points) + ("" if is_known(points) else " ?")


def _target(target: Target, model: Model, language: Language) -> Iterator[str]:
    if target.total is not None:
        wanted = word("or more", language, points=points_text(target.total))
    elif target.grade is not None:
        grade = visible(model.grades[target.grade].name.value)
        wanted = word("or better", language, grade=grade) if target.grade else grade
    else:
        return
    yield word("target", language, what=wanted)


def _notes(unit: UnitResult, model: Model, language: Language) -> Iterator[str]:
    for veto in unit.vetoes:
        yield word("veto" if veto.sure else "perhaps veto", language, reason=visible(veto.reason))
    names = short_names(model)
    comma = word("comma", language)
    ruled = [visible(names[heading.number]) for heading in model.headings if unit.mark(heading).ruling is not None]
    if ruled:
        yield word("ruled", language, items=comma.join(ruled))
    if unit.to_collect:
        first = [_to_collect(entry, names, language) for entry in unit.to_collect[:_MOST_TO_COLLECT]]
        yield word("collect", language, facts=comma.join(first))


def _to_collect(entry: ToCollect, names: dict[int, str], language: Language) -> str:
    whose = visible(names[entry.heading.number])
    facts = [visible(fact.label) for fact in (*entry.facts, *(fact for fact, _ in entry.elsewhere))]
    what = word("comma", language).join(facts) or word("mark of", language, item=whose)
    if isinstance(entry.points, Interval):
        return word("to collect", language, what=what, points=sheet("no limit", language))
    points = points_text(entry.points)
    reach = sheet("can move one" if points == "1" else "can move", language, points=points)
    return word("to collect", language, what=what, points=reach)


def _outcome(found: Found, target: Target, before: Result, language: Language) -> list[str]:
    if found.reached:
        is_best = target.grade is None and target.total is None
        return [word("best" if is_best else "reached", language)]
    if found.answers:
        count = len(found.answers)
        return [word("way" if count == 1 else "ways", language, count=count)]
    if found.no_place and target.grade is not None:
        grade = visible(before.model.grades[target.grade].name.value)
        return [word("no place", language, grade=grade, units=len(before.units))]
    if found.impossible:
        high = found.best.high if isinstance(found.best, Interval) else found.best
        if high is None:
            return [word("impossible without limit", language)]
        return [word("impossible", language, points=points_text(high))]
    return [word("none in the bound" if found.ended else "none", language, tried=found.tried)]


def _way(number: int, answer: Answer, before: UnitResult, language: Language, width: int) -> list[str]:
    model = answer.result.model
    names = short_names(model)
    sign = f"{number}. "
    lines = [change_text(step, names, language) for step in answer.steps]
    items = [_item(one, names, language) for one in item_moves(model, before, answer.unit)]
    total = word("total", language, before=_provisional(before.total), after=_provisional(answer.unit.total))
    come = [word("items", language).join(items)] if items else []
    come.append(word("between", language).join([total, *_place(answer.unit, answer.result, language)]))
    room = width - len(sign)
    steps = [line for text in lines for line in wrap(text, room)]
    whole = [*steps, *(f"  {line}" for text in come for line in wrap(text, room - 2))]
    return [(sign if index == 0 else " " * len(sign)) + line for index, line in enumerate(whole)]


def _item(one: ItemMove, names: dict[int, str], language: Language) -> str:
    before, after = ("—" if mark.applies is False else points_text(mark.points) for mark in (one.before, one.after))
    name = visible(names[one.heading.number])
    item = word("item", language, item=name) if one.heading.rank in ("item", "part") else name
    return word("moves", language, item=item, before=before, after=after)


def _wrapped(lines: list[str], width: int) -> list[str]:
    return [part for line in lines for part in (wrap(line, width) if display_width(line) > width else [line])]
