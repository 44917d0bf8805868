"""`psr score`: score all units."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import FINE, TROUBLE, complain, language, output_options, put, width
from .score_format import format_of
from .scored import evidence_options, keep_going_option, score, unit_of

if TYPE_CHECKING:
    from ..diagnostics import Language
    from ..interpreter.result import Result
    from ..receipts.receipt import Receipt
    from .parser import Parser

_EXAMPLES = """\
  psr score rules/2019.psr examples/2019
  psr score rules/2019.psr evidence.xlsx
  psr score rules/2019.psr ledger.csv rulings.yaml --unit 一支部
  psr score rules/2019.psr evidence.xlsx --keep-going
  psr score rules/2020.psr 2020/ --previous 2019/ --format csv --output scores.csv
"""
DESCRIPTION = Words(
    f"""\
Scores every unit that the evidence names. EVIDENCE is any number of files of evidence, or folders of them.

examples:
{_EXAMPLES}""",
    f"""\
给佐证中出现的所有单位计分。EVIDENCE 可以是任意多个佐证文件或文件夹。

示例：
{_EXAMPLES}""",
)


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    evidence_options(command, ("table", "json", "csv"))
    command.option(
        "--unit",
        metavar="U",
        help=Words("the unit to show; ranks still count all", "只显示该单位；名次仍按所有单位计算"),
    )
    keep_going_option(command)
    output_options(command)
    command.set_defaults(format=None)  # then the ending of the output file says which


def run(options: argparse.Namespace) -> int:
    """Score the evidence and show the sheet; give the exit code."""
    chosen = language(options)
    form = format_of(options.format, options.output)
    if not isinstance(form, str):
        return complain(form.plain(chosen))
    options.format = form
    scored = score(options, chosen)
    if scored.result is None:
        return scored.code
    return max(scored.code, _show(scored.result, scored.receipt, options, chosen))


def _show(result: Result, receipt: Receipt | None, options: argparse.Namespace, chosen: Language) -> int:
    """Show the sheet in the format asked for; give the exit code."""
    if options.unit is not None:
        unit = unit_of(result, options.unit, chosen)
        if unit is None:
            return TROUBLE
        result.units = [unit]
    if options.format == "json":
        from ..reports.as_json import score_json

        return put(score_json(result, receipt), options)
    if options.format == "csv":
        from ..reports.as_csv import score_csv

        # Excel takes a file of Chinese for its own code page unless it begins with a byte order mark.
        mark = "" if options.output is None else "\ufeff"
        return put(mark + score_csv(result, chosen), options)
    from ..reports.table import print_table, table_text

    if options.output is None and sys.stdout.isatty():
        print_table(result, sys.stdout, chosen, receipt=receipt)
        return FINE
    return put(table_text(result, chosen, width(), receipt), options)
