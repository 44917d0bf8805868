"""`psr check`: say what is wrong with rule files."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import FINE, TROUBLE, language, report
from .rule_files import FILES, expand, miss, read

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from .parser import Parser

_EXAMPLES = """\
  psr check rules/2019.psr
  psr check rules/*.psr --lang zh
"""
DESCRIPTION = Words(
    f"""\
Reads rule files and says what is wrong with them: syntax, names, types, and examples that do not come out.
It prints nothing where all is well. `psr lint` finds more: what can hardly be meant.

examples:
{_EXAMPLES}""",
    f"""\
读取细则文件，指出其中的错误：语法、名称、类型，以及算不出所写结果的算例。
没有错误时不输出任何内容。`psr lint` 查得更多，还会指出多半不是本意的地方。

示例：
{_EXAMPLES}""",
)


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    command.option("rules", nargs="+", metavar="FILE", help=FILES)


def run(options: argparse.Namespace) -> int:
    """Check the files; give the exit code."""
    from ..api import check_source

    chosen = language(options)
    files, empty = expand(options.rules)
    for folder in empty:
        miss(folder, chosen)
    found: list[Diagnostic] = []
    for path in files:
        source, mistakes = read(path)
        found += mistakes if source is None else check_source(source)[1]
    return max(report(found, chosen), TROUBLE if empty else FINE)
