"""`psr template`: make the workbook in which evidence is kept."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import TROUBLE, complain, language, load, put_bytes, report

if TYPE_CHECKING:
    from .parser import Parser

_EXAMPLES = """\
  psr template rules/2019.psr --output evidence.xlsx
  psr template rules/2019.psr --output evidence.xlsx --units 一支部,二支部 --lang zh
  psr template rules/2019.psr --output evidence.xlsx --evidence branches/
"""
DESCRIPTION = Words(
    f"""\
Makes a workbook from the rules, for people to fill in: a sheet that explains it, one for measured facts, one for
events, one for the committee's marks and rulings. `psr score` reads it as it is.

examples:
{_EXAMPLES}""",
    f"""\
按细则生成供人填报的工作簿：一张说明，一张填各项数据，一张填事件，一张填评分和裁定。
填好后 `psr score` 可直接读取。

示例：
{_EXAMPLES}""",
)


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    command.option("rules", metavar="RULES", help=Words("the rule file (.psr)", "细则文件（.psr）"))
    command.option(
        "--output",
        metavar="FILE",
        required=True,
        help=Words("the workbook to write (.xlsx)", "要生成的工作簿（.xlsx）"),
    )
    command.option(
        "--units",
        metavar="A,B,…",
        default="",
        help=Words("the units' names, parted by commas or semicolons", "各单位的名称，以逗号、顿号或分号分隔"),
    )
    command.option(
        "--evidence",
        nargs="+",
        default=[],
        metavar="EVIDENCE",
        help=Words("evidence to fill in: files or folders", "预先填入的佐证：文件或文件夹"),
    )
    command.option(
        "--force", action="store_true", help=Words("overwrite the workbook if there is one", "工作簿已存在时将其覆盖")
    )


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

    units = [unit.strip() for unit in re.split("[,，、;；]", options.units) if unit.strip()]
    return put_bytes(workbook(rubric.model, units, chosen, evidence), options)
