"""`psr explain`: say why a unit has its points."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import FINE, TROUBLE, language, output_options, put, report, width
from .scored import Scored, evidence_options, keep_going_option, score, unit_of

if TYPE_CHECKING:
    from ..diagnostics import Language
    from ..interpreter.model import HeadingModel
    from ..interpreter.result import Result, UnitResult
    from ..receipts.receipt import Receipt
    from ..replay.compare import WhatIf
    from .parser import Parser

_EXAMPLES = """\
  psr explain rules/2019.psr examples/2019 --unit 一支部
  psr explain rules/2019.psr examples/2019 --unit 二支部 --item 2.2 --format md
  psr explain rules/2019.psr examples/2019 --unit 一支部 --whatif absence=3
"""
DESCRIPTION = Words(
    f"""\
Says why a unit has its points: the regulation's words, the rule, the evidence, the arithmetic, cap and range. With
--whatif it says what would come out if the evidence were another.

examples:
{_EXAMPLES}""",
    f"""\
说明某单位得分的由来：规定原文、规则、佐证、算式、封顶和分值范围。加上 --whatif，则说明佐证假如不同，得分会怎样变化。

示例：
{_EXAMPLES}""",
)


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    evidence_options(command, ("text", "json", "md"))
    command.option(
        "--unit",
        metavar="U",
        required=True,
        help=Words("the unit to explain; ranks still count all", "要说明的单位；名次仍按所有单位计算"),
    )
    keep_going_option(command)
    output_options(command)
    command.option(
        "--item",
        metavar="I",
        help=Words(
            "a single item or section, by its number or title, such as 2.4",
            "只说明一项指标或大项，写编号或标题，例如 2.4",
        ),
    )
    command.option(
        "--whatif",
        action="append",
        metavar="CHANGE",
        help=Words(
            "what if the evidence said otherwise? Such as absence=3, 'essay+1 prize=third', essay-1, 1.2=2; "
            "may be given several times",
            "假如佐证不同，例如 absence=3、'essay+1 prize=third'、essay-1、1.2=2；可多次给出",
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Explain a unit's points; give the exit code."""
    chosen = language(options)
    scored = score(options, chosen)
    result = scored.result
    if result is None:
        return scored.code
    unit = unit_of(result, options.unit, chosen)
    headings = _headings(result, options.item, chosen)
    if unit is None or headings is None:
        return TROUBLE
    if options.whatif is None:
        text = _explained(result, unit, headings, options, chosen, scored.receipt)
    else:
        asked = _whatif(scored, options, chosen)
        if isinstance(asked, int):
            return asked
        text = _answered(asked, None if options.item is None else headings, options, chosen)
    return max(scored.code, put(text, options))


def _explained(
    result: Result,
    unit: UnitResult,
    headings: tuple[HeadingModel, ...],
    options: argparse.Namespace,
    language: Language,
    receipt: Receipt | None,
) -> str:
    if options.format == "md":
        from ..reports.explain_markdown import explain_markdown

        return explain_markdown(result, unit, headings, language)
    from ..reports.explain import explain_json, explain_text

    if options.format == "json":
        return explain_json(result, unit, headings, language, receipt)
    return explain_text(result, unit, headings, language, _wrapped_at(options))


def _whatif(scored: Scored, options: argparse.Namespace, language: Language) -> WhatIf | int:
    """Read the changes and score the evidence with them; where that fails, report why and give the exit code."""
    from ..diagnostics import has_errors
    from ..evidence.whatif import read_changes
    from ..replay.change import is_present, replay
    from ..replay.compare import WhatIf

    program, evidence, result = scored.program, scored.evidence, scored.result
    if program is None or evidence is None or result is None:
        return TROUBLE
    texts: tuple[str, ...] = tuple(options.whatif)
    changes, found = read_changes(texts, program.model, evidence, options.unit)
    report(found, language)
    if has_errors(found):
        return TROUBLE
    after = replay(program, evidence, scored.previous, options.unit, changes)
    code = report([one for one in after.diagnostics if one not in result.diagnostics], language)
    if code != FINE:
        return code
    given = evidence.units[options.unit]
    present = tuple(is_present(change, given) for change in changes)
    return WhatIf(options.unit, texts, changes, present, result, after)


def _answered(
    asked: WhatIf, headings: tuple[HeadingModel, ...] | None, options: argparse.Namespace, language: Language
) -> str:
    from ..reports.whatif import whatif_json, whatif_markdown, whatif_text

    if options.format == "text":
        return whatif_text(asked, headings, language, width(), _wrapped_at(options))
    write = whatif_json if options.format == "json" else whatif_markdown
    return write(asked, headings, language)


def _wrapped_at(options: argparse.Namespace) -> int | None:
    """Give the width at which sentences are broken: a terminal's; in files and pipes each stays on its line."""
    import sys

    return width() if options.output is None and sys.stdout.isatty() else None


def _headings(result: Result, text: str | None, language: Language) -> tuple[HeadingModel, ...] | None:
    """Give the heading asked for, or all of them but the parts, which are told with their items."""
    if text is None:
        return tuple(heading for heading in result.model.headings if heading.rank != "part")
    from ..diagnostics import Diagnostic
    from ..evidence.headings import heading_called

    found = heading_called(text, result.model)
    if isinstance(found, Diagnostic):
        report([found], language)
        return None
    return (found,)
