"""An empty workbook of XlsxWriter's in which nothing runs, and which is the same on any day."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Stands for the day on which the workbook was made, which would make each one another."""
_TEXTS_STAY_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def new_book(stream: BytesIO, title: str) -> Any:
    """Begin a workbook; closing it writes it into the stream."""
    from xlsxwriter.workbook import Workbook

    made: Any = Workbook(stream, {"in_memory": True, **_TEXTS_STAY_TEXTS})
    made.set_properties({"title": title, "created": _NO_DAY, "author": "", "comments": ""})
    return made
