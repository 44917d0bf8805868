"""`psr explain`: say why a unit has its points."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import TROUBLE, language, output_options, put, report
from .scored import evidence_options, keep_going_option, score, unit_of

if TYPE_CHECKING:
    from ..diagnostics import Language
    from ..interpreter.model import HeadingModel
    from ..interpreter.result import Result
    from .parser import Parser

_EXAMPLES = """\
  psr explain rules/2019.psr examples/2019 --unit 一支部
  psr explain rules/2019.psr examples/2019 --unit 二支部 --item 2.2 --format json
"""
DESCRIPTION = Words(
    f"""\
Says why a unit has its points: the regulation's words, the rule, the evidence, the arithmetic, cap and range.

examples:
{_EXAMPLES}""",
    f"""\
说明某单位得分的由来：规定原文、规则、数据、算式、封顶和分值范围。

示例：
{_EXAMPLES}""",
)


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    evidence_options(command, ("text", "json"))
    command.option(
        "--unit",
        metavar="U",
        required=True,
        help=Words("the unit to explain; ranks still count all", "要说明的单位；名次仍按所有单位计算"),
    )
    keep_going_option(command)
    output_options(command)
    command.option(
        "--item", metavar="I", help=Words("the number of a single item, such as 2.4", "只说明该编号的指标，例如 2.4")
    )


def run(options: argparse.Namespace) -> int:
    """Explain a unit's points; give the exit code."""
    from ..reports.explain import explain_json, explain_text

    chosen = language(options)
    code, _, result = score(options, chosen)
    if result is None:
        return code
    unit = unit_of(result, options.unit, chosen)
    headings = None if unit is None else _headings(result, options.item, chosen)
    if unit is None or headings is None:
        return TROUBLE
    write = explain_json if options.format == "json" else explain_text
    return max(code, put(write(result, unit, headings, chosen), options))


def _headings(result: Result, label: str | None, language: Language) -> tuple[HeadingModel, ...] | None:
    """Give the heading asked for, or all of them but the parts, which are told with their items."""
    if label is None:
        return tuple(heading for heading in result.model.headings if heading.rank != "part")
    heading = result.model.labels.get(label)
    if heading is not None:
        return (heading,)
    from ..diagnostics import Place
    from ..diagnostics.catalogue import names as say
    from ..interpreter.problems import listed

    labels = listed(result.model.labels)
    report([say.UNKNOWN_LABEL.at(Place(result.model.source), label=label, labels=labels)], language)
    return None
