"""The titles of headings, as people write them behind a heading's number or in its place."""

from __future__ import annotations

from ..interpreter.model import HeadingModel, Model
from .keys import closed_up
from .workbook_layout import bare_header

_CUT = "….·"
"""What stands at the end of a title that was cut short."""


def is_title_of(heading: HeadingModel, text: str) -> bool:
    """Tell whether a text is the title of a heading, its beginning, or the title with a remark behind it."""
    title = closed_up(heading.title)
    return not title or title.startswith(closed_up(text).rstrip(_CUT)) or title == closed_up(bare_header(text))


def headings_titled(text: str, model: Model) -> list[HeadingModel]:
    """Find the headings of a title; the number may stand before it without a space."""
    wanted = {closed_up(text), closed_up(bare_header(text))}
    return [
        heading
        for heading in model.labels.values()
        if heading.title and wanted & {closed_up(heading.title), closed_up(heading.label + heading.title)}
    ]
