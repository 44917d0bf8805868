"""`psr facts`: list the facts of a rule file and where they are used."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import TROUBLE, language, load, output_options, put, report, width

if TYPE_CHECKING:
    from ..diagnostics import Span
    from ..interpreter.model import Model
    from ..linter.uses import Use
    from ..reports.fact_list import Reading, Readings
    from .parser import Parser

_EXAMPLES = """\
  psr facts rules/2019.psr
  psr facts rules/2019.psr --format csv --output facts.csv
"""
DESCRIPTION = Words(
    f"""\
Lists the facts of a rule file, that is the evidence to collect: name, meaning, type, what holds where the evidence is
silent, and the items and lines that read each of them. Fields stand under their facts.

examples:
{_EXAMPLES}""",
    f"""\
列出细则的各项数据，也就是要收集的内容：名称、含义、类型、未填时如何处理，以及用到它的指标和行。
字段列在所属数据之下。

示例：
{_EXAMPLES}""",
)


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    command.option("rules", metavar="RULES", help=Words("the rule file (.psr)", "细则文件（.psr）"))
    command.option(
        "--format", choices=("table", "json", "csv"), default="table", help=Words("how to list them", "输出格式")
    )
    output_options(command)


def run(options: argparse.Namespace) -> int:
    """List the facts; give the exit code."""
    chosen = language(options)
    rubric, found = load(options.rules)
    code = report(found, chosen)
    if rubric is None:
        return code or TROUBLE
    from ..reports.fact_list import facts_csv, facts_json, facts_table

    readings = _readings(rubric.model)
    if options.format == "json":
        return put(facts_json(rubric.model, readings, chosen), options)
    if options.format == "csv":
        # Excel takes a file of Chinese for its own code page unless it begins with a byte order mark.
        mark = "" if options.output is None else "\ufeff"
        return put(mark + facts_csv(rubric.model, readings, chosen), options)
    return put(facts_table(rubric.model, readings, chosen, width()), options)


def _readings(model: Model) -> Readings:
    """Say for people where each fact and each field is read."""
    from ..linter.uses import uses_of

    names = _names(model)
    return {declared: [_reading(use, model, names) for use in uses] for declared, uses in uses_of(model).items()}


def _names(model: Model) -> dict[Span, str]:
    """Give what people call each heading, by its place: its number or its title; a part goes by its item."""
    from ..grammar.statements import Heading

    names: dict[Span, str] = {}
    above = ""
    for line in model.document.statements:
        if not isinstance(line, Heading):
            continue
        if line.label is not None:
            names[line.span] = line.label.text
        elif line.rank == "part" or line.title is None:
            names[line.span] = above
        else:
            names[line.span] = line.title.value
        above = above if line.rank == "part" else names[line.span]
    return names


def _reading(use: Use, model: Model, names: dict[Span, str]) -> Reading:
    from ..reports.fact_list import Reading

    return Reading(_where(use, names), model.source.position(use.name.span.start)[0])


def _where(use: Use, names: dict[Span, str]) -> Words:
    """Say what the line that reads something belongs to: a heading, or one of the lines that have none."""
    from ..grammar import statements as s

    match use.line:
        case s.Define():
            return Words(f"define {use.line.name.text}", f"定义 {use.line.name.text}")
        case s.Grade():
            return Words(f"grade {use.line.name.value}", f"等次 {use.line.name.value}")
        case s.Veto():
            return Words("veto", "一票否决")
        case s.TieBreak():
            return Words("tie break by", "同分按")
        case _:
            name = names[use.heading.span] if use.heading else ""
            return Words(name, name)
