"""What would come out if the evidence were another → texts in one language, which every format shows alike.

A table of what moves, a line for each other unit whose standing moves, and why some things do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..diagnostics import Language
from ..diagnostics.visible import visible
from ..grammar import statements as s
from ..interpreter.facts import Ruling
from ..interpreter.interval import is_known
from ..interpreter.model import HeadingModel
from ..replay.change import FactChange
from ..replay.compare import Moved, WhatIf, difference, is_plain_sum, is_standing_alike, moved
from ..replay.still import Still, concerned, stopped
from ..replay.touched import touched
from .derivation import Derivation
from .ranks import shared_rank
from .waiting import is_unread
from .whatif_texts import (
    both,
    difference_text,
    grade_text,
    mark_text,
    standing_words,
    total_text,
    vetoes_words,
)
from .whatif_words import word
from .words import sheet

_MOST_UNITS = 20


class Row(NamedTuple):
    """A line of the table: the heading's number and title, its points before and after, and the difference."""

    label: str
    title: str
    before: str
    after: str
    by: str


class WhatIfRows(NamedTuple):
    """What is shown of a question: its title, the table, what it does to other units, and why things stay.

    ``rows`` is empty where nothing changes; ``derived`` are the headings whose new derivation is worth a look.
    """

    title: str
    head: Row
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]
    derived: tuple[HeadingModel, ...]


def whatif_rows(asked: WhatIf, language: Language) -> WhatIfRows:
    """Put into words what a change of the evidence does."""
    return _Writer(asked, language).all()


class _Writer:
    """Writes the parts in one language."""

    def __init__(self, asked: WhatIf, language: Language) -> None:
        self._asked = asked
        self._language: Language = language
        self._before, self._after = asked.sheets
        self._derivation = Derivation(asked.after, self._after, language)

    def all(self) -> WhatIfRows:
        """Write everything."""
        asked = self._asked
        found = moved(asked)
        others = [*self._others()]
        nothing = not found and not others and is_standing_alike(self._before, self._after)
        remarks = [*others, *vetoes_words(self._before, self._after, self._language), *self._stays(nothing)]
        texts = sheet("comma", self._language).join(map(visible, asked.texts))
        return WhatIfRows(
            self._say("title", unit=visible(asked.unit), texts=texts),
            self._head(),
            () if nothing else (*map(self._row, filter(_is_shown, found)), *self._standing()),
            tuple([self._say("nothing"), *remarks] if nothing else remarks),
            tuple(self._derived(found)),
        )

    def _say(self, name: str, **arguments: object) -> str:
        return word(name, self._language, **arguments)

    # ---- the table ---------------------------------------------------------------------------------------------

    def _head(self) -> Row:
        item, title = (sheet(name, self._language) for name in ("item", "title"))
        return Row(item, title, self._say("before"), self._say("after"), self._say("by"))

    def _row(self, entry: Moved) -> Row:
        heading = entry.heading
        by = "" if False in (entry.before.applies, entry.after.applies) else difference_text(entry.by)
        return Row(visible(heading.label), visible(heading.title), mark_text(entry.before), mark_text(entry.after), by)

    def _standing(self) -> Iterator[Row]:
        """Write the total, the rank and the grade, moved or not."""
        before, after, language = self._before, self._after, self._language
        reached = touched(self._asked.model, self._asked.changes)
        by = difference(self._asked.model.rubric, before, after, reached)
        moves = before.total != after.total
        yield Row("", sheet("total", language), *both(total_text, before, after), difference_text(by) if moves else "")
        yield Row("", sheet("rank", language), *self._ranks(), "")
        if self._asked.model.grades:
            first, then = (grade_text(unit, language) or self._say("none") for unit in (before, after))
            yield Row("", sheet("grade", language), first, then, "")

    def _ranks(self) -> tuple[str, str]:
        """Write the rank before and after; one that is not certain has a mark, one that others share a word."""
        sides = ((self._before, self._asked.before), (self._after, self._asked.after))
        first, then = (
            shared_rank(unit, result, self._language) + ("" if is_known(unit.rank) else " ?") for unit, result in sides
        )
        return first, then

    # ---- remarks -----------------------------------------------------------------------------------------------

    def _others(self) -> Iterator[str]:
        """Write which other units' totals, ranks and grades move, of many the first ones."""
        told = [*self._moving_units()]
        yield from told[:_MOST_UNITS]
        if len(told) > _MOST_UNITS:
            yield self._say("more units", count=len(told) - _MOST_UNITS)

    def _moving_units(self) -> Iterator[str]:
        for first, then in zip(self._asked.before.units, self._asked.after.units, strict=True):
            what = standing_words(first, then, self._language) if first.name != self._asked.unit else ""
            if what:
                yield self._say("says", whose=visible(first.name), what=what)

    def _stays(self, nothing: bool) -> Iterator[str]:
        """Say of each change what keeps points from moving; that the rules give the same is said if nothing moves."""
        told: dict[str, None] = {}
        for change, present in zip(self._asked.changes, self._asked.present, strict=True):
            what = visible(change.fact.label if isinstance(change, FactChange) else change.heading.label)
            if present:
                told[self._say("present", what=what)] = None
            elif not concerned(change, self._asked.model):
                if nothing:
                    told[self._say("unread", what=what)] = None
            else:
                for stay in stopped(change, self._asked.model, self._before, self._after):
                    if nothing or stay.reason != "otherwise":
                        told[self._stay(stay)] = None
        yield from told

    def _stay(self, stay: Still) -> str:
        heading = stay.heading
        name = self._derivation.name(heading) or visible(self._asked.model.title)
        points = mark_text(self._after.mark(heading))
        return self._say("kept", heading=name, points=points, why=self._why(stay))

    def _why(self, stay: Still) -> str:
        about: Any = None if stay.step is None else stay.step.about
        match stay.reason, about:
            case "ruled", Ruling() as ruling:
                unread = is_unread(self._after.mark(stay.heading))
                return self._say("unread ruling") if unread else self._say("ruled", by=visible(ruling.by))
            case "range", _:
                low, high = stay.heading.low, stay.heading.high
                return self._say(
                    "range", low="…" if low is None else f"{low:f}", high="…" if high is None else f"{high:f}"
                )
            case (("void" | "score" | "cap"), s.Line() | s.Cap() as node):
                return self._say(stay.reason, text=self._derivation.code(node))
            case _:
                return self._say(stay.reason)

    # ---- derivations -------------------------------------------------------------------------------------------

    def _derived(self, found: tuple[Moved, ...]) -> Iterator[HeadingModel]:
        """Give the headings that moved but for mere sums and parts; where none did, those that read what changed."""
        above = self._above()
        numbers = {above.get(entry.heading.number, entry.heading).number for entry in found if not _is_sum(entry)}
        if self._before.vetoes != self._after.vetoes:
            numbers.add(self._asked.model.rubric.number)
        if not found:
            read = [heading for change in self._asked.changes for heading in concerned(change, self._asked.model)]
            numbers |= {above.get(heading.number, heading).number for heading in read}
        return (heading for heading in self._asked.model.headings if heading.number in numbers)

    def _above(self) -> dict[int, HeadingModel]:
        """Give the item of each part, by the part's number: a part is told where its item is."""
        return {
            part.number: heading
            for heading in self._asked.model.headings
            for part in heading.children
            if part.rank == "part"
        }


def _is_shown(entry: Moved) -> bool:
    """Tell whether a heading has a row of its own: the rubric's is the total, parts are told with their items."""
    return entry.heading.rank in ("section", "item")


def _is_sum(entry: Moved) -> bool:
    return entry.heading.rank != "item" and is_plain_sum(entry.after) and is_plain_sum(entry.before)
