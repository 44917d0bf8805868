"""Which reader reads which file, by the ending of its name, and how large a file of each kind may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import SourceFile
from ..interpreter.model import Model
from .files import ending, read_bytes, whole
from .names import columns
from .record import EvidenceFile, Report
from .text import decode

if TYPE_CHECKING:
    from ..receipts.files_read import Seen

MAX_TABLE = 200 * 10**6
MAX_YAML = 10 * 10**6
"""The most bytes a file with many rows may have, and one in YAML or JSON."""

LARGE = 4 * 10**6
"""From so many bytes on, a CSV file is read by columns where that is possible."""


def load(path: str, model: Model, report: Report, seen: Seen | None = None) -> EvidenceFile | None:
    """Read a file of any format; nothing where no part of it can be trusted. ``seen`` is told of its bytes."""
    kind = ending(path)
    data = read_bytes(path, MAX_YAML if kind in (".yaml", ".yml", ".json") else MAX_TABLE, report)
    if data is None:
        return None
    if seen is not None:
        seen(path, data)
    if kind == ".xlsx":
        return _workbook(path, data, model, report)
    if kind == ".parquet":
        from .parquet_file import read_parquet

        return read_parquet(whole(path).source.name, data, model, report)
    if kind in (".csv", ".tsv") and len(data) >= LARGE:
        from .csv_columns import read_csv_columns

        file = read_csv_columns(whole(path).source.name, data, model, report)
        if file is not None:
            return file
    source = decode(whole(path).source.name, data, report, chinese=kind in (".csv", ".tsv"))
    del data
    return None if source is None else read_text(source, model, report)


def read_text(source: SourceFile, model: Model, report: Report) -> EvidenceFile | None:
    """Read a text in the format that the ending of its name tells; YAML if it tells none."""
    match ending(source.name):
        case ".csv" | ".tsv":
            from .csv_file import read_csv
            from .csv_separator import separator_of
            from .csv_sheets import read_csv_sheet

            separator = separator_of(source.name, source.text)
            sheet = read_csv_sheet(source, model, report, separator)
            return sheet or read_csv(source, columns(model), report, separator)
        case ".jsonl":
            from .jsonl_file import read_jsonl

            return read_jsonl(source, columns(model), report)
        case _:
            from .yaml_file import read_yaml

            return read_yaml(source, report)


def _workbook(path: str, data: bytes, model: Model, report: Report) -> EvidenceFile | None:
    from .workbook_file import open_workbook
    from .workbook_sheets import read_sheets

    place = whole(path)
    sheets = open_workbook(data, place, report)
    return None if sheets is None else read_sheets(place.source.name, sheets, model, report)
