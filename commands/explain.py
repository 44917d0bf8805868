"""`psr explain`: say why a unit has its points."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from .common import TROUBLE, language, output_options, put, report
from .scored import evidence_options, keep_going_option, score, unit_of

if TYPE_CHECKING:
    from ..diagnostics import Language
    from ..interpreter.model import HeadingModel
    from ..interpreter.result import Result

DESCRIPTION = """\
Says why a unit has its points: the regulation's words, the rule, the evidence, the arithmetic, cap and range.

examples:
  psr explain rules/2019.psr examples/2019 --unit 一支部
  psr explain rules/2019.psr examples/2019 --unit 二支部 --item 2.2 --format json
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    evidence_options(command, ("text", "json"))
    command.add_argument("--unit", metavar="U", required=True, help="the unit to explain; ranks still count all")
    keep_going_option(command)
    output_options(command)
    command.add_argument("--item", metavar="I", help="the number of a single item, such as 2.4")


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
