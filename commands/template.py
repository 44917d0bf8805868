"""`psr template`: make the workbook in which evidence is kept."""

from __future__ import annotations

import argparse
import re

from .common import TROUBLE, complain, language, load, put_bytes, report

DESCRIPTION = """\
Makes a workbook from the rules, for people to fill in: a sheet that explains it, one for measured facts, one for
events, one for the committee's marks and rulings. `psr score` reads it as it is.

examples:
  psr template rules/2019.psr --output evidence.xlsx
  psr template rules/2019.psr --output evidence.xlsx --units 一支部,二支部 --lang zh
  psr template rules/2019.psr --output evidence.xlsx --evidence branches/
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    command.add_argument("rules", metavar="RULES", help="the rule file (.psr)")
    command.add_argument("--output", metavar="FILE", required=True, help="the workbook to write (.xlsx)")
    command.add_argument("--units", metavar="A,B,…", default="", help="the units' names, parted by commas")
    command.add_argument(
        "--evidence", nargs="+", default=[], metavar="EVIDENCE", help="evidence to fill in: files or folders"
    )
    command.add_argument("--force", action="store_true", help="overwrite the workbook if there is one")


def run(options: argparse.Namespace) -> int:
    """Make the workbook; give the exit code."""
    chosen = language(options)
    if not options.output.lower().endswith(".xlsx"):
        wrong = f"无法写入 `{options.output}`：工作簿的文件名须以 .xlsx 结尾"
        return complain(
            wrong if chosen == "zh" else f"`{options.output}` is no name for a workbook: it must end in .xlsx"
        )
    rubric, found = load(options.rules)
    code = report(found, chosen)
    if rubric is None:
        return code or TROUBLE
    evidence = None
    if options.evidence:
        from ..diagnostics import has_errors
        from ..evidence.read import read_evidence

        evidence, problems = read_evidence(options.evidence, rubric.model)
        code = report(problems, chosen)
        if has_errors(problems):
            return code
    from ..evidence.template.workbook import workbook

    units = [unit.strip() for unit in re.split("[,，、]", options.units) if unit.strip()]
    return put_bytes(workbook(rubric.model, units, chosen, evidence), options)
