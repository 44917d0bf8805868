"""`psr collect`: say which evidence is still missing."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import ERRORS, FINE, language, output_options, put
from .scored import evidence_options, keep_going_option, score

if TYPE_CHECKING:
    from .parser import Parser

_EXAMPLES = """\
  psr collect rules/2019.psr examples/2019
  psr collect rules/2019.psr evidence.xlsx --format json
"""
DESCRIPTION = Words(
    f"""\
Says what the evidence still lacks, unit by unit: facts that are required, and whatever leaves points open; what can
move the most points stands first. Ends with exit code 1 while anything is missing.

examples:
{_EXAMPLES}""",
    f"""\
逐个单位列出尚缺的佐证：必填的数据，以及使得分未定的其他数据；影响分值最大的排在最前。
仍有缺项时，退出码为 1。

示例：
{_EXAMPLES}""",
)


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    evidence_options(command, ("text", "json"))
    keep_going_option(command)
    output_options(command)


def run(options: argparse.Namespace) -> int:
    """Show what is missing; give the exit code."""
    chosen = language(options)
    code, evidence, result, *_ = score(options, chosen)
    if result is None or evidence is None:
        return code
    from ..reports.collect import collect, collect_json, collect_text

    found = collect(result, evidence)
    text = collect_json(found, result.model) if options.format == "json" else collect_text(found, chosen)
    return put(text, options) or max(code, ERRORS if any(unit.needed for unit in found) else FINE)
