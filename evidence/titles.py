"""The titles of headings, as people write them behind a heading's number or in its place."""

from __future__ import annotations

from ..interpreter.model import HeadingModel, Model
from .keys import plain
from .workbook_layout import bare_header

_CUT = "….·"
"""What stands at the end of a title that was cut short."""


def is_title_of(heading: HeadingModel, text: str) -> bool:
    """Tell whether a text is the title of a heading, its beginning, or the title with a remark behind it."""
    title = _folded(heading.title)
    return not title or title.startswith(_folded(text).rstrip(_CUT)) or title == _folded(bare_header(text))


def headings_titled(text: str, model: Model) -> list[HeadingModel]:
    """Find the headings of a title; the number may stand before it without a space."""
    wanted = {_folded(text), _folded(bare_header(text))}
    return [
        heading
        for heading in model.labels.values()
        if heading.title and wanted & {_folded(heading.title), _folded(heading.label + heading.title)}
    ]


def _folded(text: str) -> str:
    return "".join(plain(text).lower().split())
