"""A unit's rank in words: whether others share it is told, too."""

from __future__ import annotations

from ..diagnostics import Language
from ..interpreter.result import Result, UnitResult
from .as_csv import rank_text
from .whatif_words import word


def shared_rank(unit: UnitResult, result: Result, language: Language) -> str:
    """Write a unit's rank: ``1``, ``1 (tied)`` where others surely have it, too, ``1 – 2`` where it is not certain."""
    text = rank_text(unit.rank, " – ")
    level = sum(other.rank == unit.rank for other in result.units) > 1
    return word("tied", language, rank=text) if level and isinstance(unit.rank, int) else text
