"""`psr check`: say what is wrong with rule files."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from .common import FINE, TROUBLE, language, report
from .rule_files import expand, miss, read

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic

DESCRIPTION = """\
Reads rule files and says what is wrong with them: syntax, names, types, and examples that do not come out.
It prints nothing where all is well. `psr lint` finds more: what can hardly be meant.

examples:
  psr check rules/2019.psr
  psr check rules/*.psr --lang zh
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    command.add_argument("rules", nargs="+", metavar="FILE", help="a rule file (.psr)")


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
