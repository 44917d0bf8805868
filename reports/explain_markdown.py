"""Why a unit has its points, as Markdown to be pasted into a message: a list within lists, one line a step.

Nothing that comes from the rules or the evidence is read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..diagnostics import Language
from ..interpreter.model import HeadingModel
from ..interpreter.result import Result, UnitResult
from .derivation import Derivation, Sentence
from .explain import standing, title
from .markdown import escaped

_BLOCK = re.compile(r"\A(\d*)([-+](?=[\s+-]|\Z)|[.)](?=\s|\Z))")
"""What would begin a list or draw a line across the page."""


def explain_markdown(result: Result, unit: UnitResult, headings: Iterable[HeadingModel], language: Language) -> str:
    """Write the derivation of some headings of one unit."""
    derivation = Derivation(result, unit, language)
    blocks: list[str] = []
    for heading in headings:
        block = derived(heading, derivation)
        if heading is result.model.rubric:
            block += "\n" + bullets(standing(result, unit, language))
        blocks.append(block)
    return "\n\n".join(blocks) + "\n"


def derived(heading: HeadingModel, derivation: Derivation) -> str:
    """Write a heading's points in bold, and below them the list of their steps, without a line end."""
    steps = [f"{'  ' * sentence.level}- {line_of(_text(sentence))}" for sentence in derivation.of(heading)]
    return "\n".join([f"**{line_of(title(heading, derivation))}**", "", *steps])


def bullets(texts: Iterable[str]) -> str:
    """Write texts as a list, without a line end."""
    return "\n".join(f"- {line_of(text)}" for text in texts)


def line_of(text: str) -> str:
    """Write a text such that it is shown as it is, also at the beginning of a line."""
    return _BLOCK.sub(r"\1\\\2", escaped(text))


def _text(sentence: Sentence) -> str:
    return sentence.text if sentence.place is None else f"{sentence.text}  [{sentence.place.row}]"
