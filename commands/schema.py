"""`psr schema`: write the JSON Schema of a rubric's evidence."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import TROUBLE, language, load, output_options, put, report

if TYPE_CHECKING:
    from .parser import Parser

_EXAMPLES = """\
  psr schema rules/2019.psr --output 2019.schema.json
"""
DESCRIPTION = Words(
    f"""\
Writes the JSON Schema of a rubric's evidence. With it an editor completes the names of facts, values and items in YAML
and JSON, and shows what can't be right while it is typed. In editors with the YAML language server, put this line at
the top of a file of evidence:

  # yaml-language-server: $schema=2019.schema.json

Put the number of an item in quotes there, as in "1.10": an editor may take 1.10 for the number 1.1. PSR reads both.

examples:
{_EXAMPLES}""",
    f"""\
生成佐证的 JSON Schema。编辑器有了它，录入 YAML 和 JSON 时就能补全数据、取值和指标的名称，并随时指出错误。
使用 YAML 语言服务器的编辑器，请在佐证文件第一行写上：

  # yaml-language-server: $schema=2019.schema.json

指标编号请加引号，例如 "1.10"：不加引号时，编辑器可能把 1.10 当作数字 1.1。PSR 两种写法都能读。

示例：
{_EXAMPLES}""",
)


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    command.option("rules", metavar="RULES", help=Words("the rule file (.psr)", "细则文件（.psr）"))
    output_options(command)


def run(options: argparse.Namespace) -> int:
    """Write the schema; give the exit code."""
    import json

    from ..evidence.schema import evidence_schema

    chosen = language(options)
    rubric, found = load(options.rules)
    code = report(found, chosen)
    if rubric is None:
        return code or TROUBLE
    return put(json.dumps(evidence_schema(rubric.model, chosen), ensure_ascii=False, indent=2) + "\n", options)
