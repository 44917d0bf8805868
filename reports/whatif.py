"""What would come out if the evidence were another → text for the terminal, Markdown, or JSON (docs/explaining.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..diagnostics import Language
from ..interpreter.interval import is_known
from ..interpreter.model import HeadingModel
from ..interpreter.result import Result, UnitResult
from ..replay.compare import WhatIf, is_standing_alike, moved
from .as_json import high, known, low, to_text
from .derivation import Derivation
from .explain import explain_text, hanging, heading_json
from .explain_markdown import bullets, explain_markdown, line_of
from .markdown import escaped
from .whatif_rows import WhatIfRows, whatif_rows
from .whatif_table import draw

Headings = tuple[HeadingModel, ...] | None
"""The headings to explain; those whose points move, where it is None."""


def whatif_text(
    asked: WhatIf, headings: Headings, language: Language, width: int = 80, wrapped_at: int | None = None
) -> str:
    """Write what moves as a table ``width`` terminal cells wide, then the new derivations.

    Sentences are broken at ``wrapped_at`` cells, or not at all.
    """
    shown = whatif_rows(asked, language)
    blocks = [shown.title]
    if shown.rows:
        blocks.append(draw(shown.head, shown.rows, width))
    if shown.remarks:
        remarks = [line for text in shown.remarks for line in (hanging(text, wrapped_at) if wrapped_at else [text])]
        blocks.append("\n".join(remarks))
    _, unit = asked.sheets
    derived = shown.derived if headings is None else headings
    if derived:
        blocks.append(explain_text(asked.after, unit, derived, language, wrapped_at).rstrip("\n"))
    return "\n\n".join(blocks) + "\n"


# ---- Markdown -------------------------------------------------------------------------------------------------


def whatif_markdown(asked: WhatIf, headings: Headings, language: Language) -> str:
    """Write what moves as a Markdown table, then the new derivations as lists."""
    shown = whatif_rows(asked, language)
    blocks = [f"**{line_of(shown.title)}**"]
    if shown.rows:
        blocks.append("\n".join(_table(shown)))
    if shown.remarks:
        blocks.append(bullets(shown.remarks))
    _, unit = asked.sheets
    derived = shown.derived if headings is None else headings
    if derived:
        blocks.append(explain_markdown(asked.after, unit, derived, language).rstrip("\n"))
    return "\n\n".join(blocks) + "\n"


def _table(shown: WhatIfRows) -> Iterator[str]:
    yield _row(shown.head)
    yield "| --- | --- | ---: | ---: | ---: |"
    yield from map(_row, shown.rows)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(escaped, cells)) + " |"


# ---- JSON -----------------------------------------------------------------------------------------------------


def whatif_json(asked: WhatIf, headings: Headings, language: Language) -> str:
    """Write both standings and both derivations of the headings asked for as JSON (docs/explain.schema.json)."""
    before, after = asked.sheets
    told = headings or tuple(entry.heading for entry in moved(asked))
    return to_text(
        {
            "rubric": asked.model.title,
            "year": asked.model.year,
            "unit": asked.unit,
            "whatif": list(asked.texts),
            "before": _side(asked.before, before, told, language),
            "after": _side(asked.after, after, told, language),
            "others": [*_others(asked)],
            "remarks": list(whatif_rows(asked, language).remarks),
        }
    )


def _side(result: Result, unit: UnitResult, headings: tuple[HeadingModel, ...], language: Language) -> dict[str, Any]:
    derivation = Derivation(result, unit, language)
    return {**_standing(unit), "headings": [heading_json(heading, derivation) for heading in headings]}


def _standing(unit: UnitResult) -> dict[str, Any]:
    return {
        "total": known(unit.total),
        "low": low(unit.total),
        "high": high(unit.total),
        "rank": unit.rank if isinstance(unit.rank, int) and is_known(unit.rank) else None,
        "grades": list(unit.grades),
    }


def _others(asked: WhatIf) -> Iterator[dict[str, Any]]:
    """Give the other units whose total, rank or grade moves."""
    for first, then in zip(asked.before.units, asked.after.units, strict=True):
        if first.name != asked.unit and not is_standing_alike(first, then):
            yield {"unit": first.name, "before": _standing(first), "after": _standing(then)}
