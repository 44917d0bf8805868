"""A ledger → the bytes of a file: CSV, a workbook or Parquet. The same ledger gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from itertools import chain
from typing import Any

from ...diagnostics.spreadsheet import csv_text, shielded
from ...interpreter.model import Model
from ..workbook_layout import SHEETS, about
from .rows import LedgerTable

ENDINGS = (".csv", ".xlsx", ".parquet")


def as_csv(table: LedgerTable) -> bytes:
    """Write a CSV file as Excel in China opens it: UTF-8 with a byte order mark.

    A text that a spreadsheet would run gets an apostrophe before it, which the reader takes off again.
    """
    rows = ([shielded(cell, may_be_number=True) for cell in row] for row in table.rows)
    return ("\ufeff" + csv_text(chain([table.columns], rows))).encode()


def as_workbook(table: LedgerTable, model: Model) -> bytes:
    """Write a workbook with the ledger on one sheet, all cells texts; it knows which rubric it is for."""
    from ..template.book import new_book

    stream = BytesIO()
    made: Any = new_book(stream, model.title)
    text = made.add_format({"num_format": "@"})
    strong = made.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1})
    sheet = made.add_worksheet(SHEETS["events"].zh)
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name, strong)
        sheet.set_column(column, column, 14, text)
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(number, column, cell, text)
    sheet.freeze_panes(1, 2)
    hidden = made.add_worksheet(SHEETS["about"].en)
    hidden.hide()
    for number, (key, value) in enumerate(about(model).items()):
        hidden.write_string(number, 0, key, text)
        hidden.write_string(number, 1, value, text)
    made.close()
    return stream.getvalue()


def as_parquet(table: LedgerTable) -> bytes:
    """Write a Parquet file, all columns texts. Raises ImportError where Polars is not installed."""
    import polars as pl

    stream = BytesIO()
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    frame = pl.DataFrame(
        [pl.Series(name, cells, pl.String) for name, cells in zip(table.columns, columns, strict=True)]
    )
    frame.write_parquet(stream)
    return stream.getvalue()
