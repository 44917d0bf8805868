"""Which format `psr score` writes: the one asked for, else the one that the ending of the file says."""

from __future__ import annotations

from pathlib import PurePath

from ..diagnostics import Words
from .common import DOCUMENTS

_OF_ENDING = {".json": "json", ".csv": "csv"}

_A_DOCUMENT = Words(
    "`psr score` does not write `{ending}` files: run `psr report` instead, with the same files and --output",
    "`psr score` 不能写成 `{ending}` 文件：请改用 `psr report`，佐证和 --output 照旧",
)
DISAGREE = Words(
    "`{output}` would not hold what --format {asked} writes: leave out --format, or name another file",
    "`{output}` 的结尾与 --format {asked} 不符：请去掉 --format，或另取文件名",
)


def format_of(asked: str | None, output: str | None) -> str | Words:
    """Give the format, or say why there is none: a document is `psr report`'s, and no ending says what is not so.

    Files with another ending or none take any format, by default the table.
    """
    ending = "" if output is None else PurePath(output).suffix.lower()
    if ending in DOCUMENTS or ending == ".md":
        return _A_DOCUMENT.filled(ending=ending)
    told = _OF_ENDING.get(ending)
    if asked is not None and told not in (None, asked):
        return DISAGREE.filled(output=output, asked=asked)
    return asked or told or "table"
