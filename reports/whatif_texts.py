"""Points, ranks and grades before and after a change of the evidence → texts in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..diagnostics import Language
from ..diagnostics.visible import visible
from ..interpreter.interval import Interval, Quantity, is_known, negate
from ..interpreter.result import UnitResult
from ..interpreter.runtime import HeadingMark
from ..interpreter.show import points_text
from .as_csv import rank_text
from .whatif_words import word
from .words import sheet


def standing_words(before: UnitResult, after: UnitResult, language: Language) -> str:
    """Write what moved of a unit's total, rank, grade and vetoes: ``rank 1 → 2``; empty where nothing did."""
    shown = [("total", *both(total_text, before, after)), ("rank", *both(rank_words, before, after))]
    shown.append(("grade", grade_text(before, language), grade_text(after, language)))
    texts = [
        word("from to", language, what=word(name, language), before=first, after=then)
        for name, first, then in shown
        if first != then
    ]
    return word("between", language).join([*texts, *vetoes_words(before, after, language)])


def total_text(unit: UnitResult) -> str:
    """Write a unit's total: ``87.5``, ``80 – 82 ?``."""
    return _points(unit.total)


def rank_words(unit: UnitResult) -> str:
    """Write a unit's rank: ``1``, ``1 – 2 ?``."""
    text = rank_text(unit.rank, " – ")
    return text if is_known(unit.rank) else f"{text} ?"


def grade_text(unit: UnitResult, language: Language) -> str:
    """Write a unit's grade, or those it may get."""
    text = sheet("or", language).join(map(visible, unit.grades))
    return text if len(unit.grades) < 2 else f"{text} ?"


def mark_text(mark: HeadingMark) -> str:
    """Write a heading's points as the score sheet does: ``2``, ``2 – 3 ?``, ``6 *`` where they are ruled, ``—``."""
    if mark.applies is False:
        return "—"
    return _points(mark.points) + (" *" if mark.ruling else "")


def difference_text(points: Quantity) -> str:
    """Write by how much points moved: ``+1``, ``−1.5``, ``−1 – 0 ?``."""
    if not isinstance(points, Interval):
        return _signed(points)
    low, high = ("…" if end is None else _signed(end) for end in (points.low, points.high))
    return f"{low} – {high} ?"


def _signed(points: Any) -> str:
    return f"−{points_text(negate(points))}" if points < 0 else f"+{points_text(points)}" if points else "0"


def _points(points: Quantity) -> str:
    return points_text(points) if is_known(points) else f"{points_text(points)} ?"


def both(write: Callable[[UnitResult], str], before: UnitResult, after: UnitResult) -> tuple[str, str]:
    """Write something of a unit as it is before and after."""
    return write(before), write(after)


def vetoes_words(before: UnitResult, after: UnitResult, language: Language) -> Iterator[str]:
    """Say which vetoes hold or may hold only before, and which only afterwards."""
    for name, here, there in (("no longer", before, after), ("now", after, before)):
        for veto in here.vetoes:
            if veto not in there.vetoes:
                what = sheet("vetoed" if veto.sure else "perhaps", language, reason=visible(veto.reason))
                yield word(name, language, what=what)
