"""`psr next`: say what a unit has still to do for the next grade, or should have avoided."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import ERRORS, FINE, TROUBLE, complain, language, output_options, put, width
from .scored import Scored, evidence_options, keep_going_option, score, unit_of

if TYPE_CHECKING:
    from decimal import Decimal

    from ..interpreter.model import Model
    from ..interpreter.result import UnitResult
    from ..replay.search import Found
    from ..replay.target import Target
    from .parser import Parser

_EXAMPLES = """\
  psr next rules/2019.psr examples/2019 --unit 二支部 --total 92
  psr next rules/2020.psr 2020/ --unit 一支部 --grade 优秀
  psr next rules/2020.psr 2020/ --unit 一支部 --most 10 --format json
"""
DESCRIPTION = Words(
    f"""\
Says what is the least that would have to be otherwise for a unit to reach the next grade, a grade or a total: the
fewest facts, and of those the fewest points. Each way was scored by the rules. What is unknown stays unknown, and
rulings stay as they are.

examples:
{_EXAMPLES}""",
    f"""\
说明某单位要达到上一等次（或指定的等次、总分），佐证至少要有哪些不同：先看改动的项数，再看涉及的分数，少的在前。每种做法都按细则
重新计分。未知的仍按未知计算，委员会的裁定不变。

示例：
{_EXAMPLES}""",
)
_DEFAULT = 5
_MOST = 50
_TWO_TARGETS = Words("name either --grade or --total, not both", "--grade 和 --total 只能给一个")
_NO_GRADES = Words(
    "the rubric gives no grades: say what total is wanted, such as --total 90",
    "细则没有设等次：请用 --total 给出想达到的总分，例如 --total 90",
)
_NO_GRADE = Words("the rubric has no grade `{grade}`; it has {grades}", "细则没有等次 `{grade}`；有 {grades}")
_NO_TOTAL = Words("`{total}` is no number of points; write it like 92 or 92.5", "`{total}` 不是分数；请写成 92 或 92.5")
_NO_NUMBER = Words("`--most {most}`: write a number from 1 to {limit}", "`--most {most}`：请写 1 到 {limit} 的整数")


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    evidence_options(command, ("text", "json"))
    command.option("--unit", metavar="U", required=True, help=Words("the unit that is to reach it", "要达到目标的单位"))
    command.option(
        "--grade", metavar="G", help=Words("the grade to reach; default: the next one", "要达到的等次；默认为上一等次")
    )
    command.option(
        "--total", metavar="P", help=Words("reach so many points instead of a grade", "要达到的总分，代替等次")
    )
    command.option(
        "--most",
        metavar="N",
        default=str(_DEFAULT),
        help=Words(f"show at most so many ways; default: {_DEFAULT}", f"最多列出几种做法；默认为 {_DEFAULT}"),
    )
    keep_going_option(command)
    output_options(command)


def run(options: argparse.Namespace) -> int:
    """Look for the smallest changes; give the exit code: 1 where there are none."""
    chosen = language(options)
    if options.grade is not None and options.total is not None:
        return complain(_TWO_TARGETS.say(chosen, {}))
    if not options.most.isdecimal() or not 1 <= int(options.most[:9]) <= _MOST:
        return complain(_NO_NUMBER.say(chosen, {"most": options.most, "limit": _MOST}))
    scored = score(options, chosen)
    if scored.result is None:
        return scored.code
    unit = unit_of(scored.result, options.unit, chosen)
    if unit is None:
        return TROUBLE
    target = _target(options, unit, scored.result.model)
    if isinstance(target, Words):
        return complain(target.plain(chosen))
    return _told(options, scored, unit, target)


def _told(options: argparse.Namespace, scored: Scored, unit: UnitResult, target: Target) -> int:
    chosen, result = language(options), scored.result
    found = _found(scored, unit, target, int(options.most))
    if found is None or result is None:
        return TROUBLE
    if options.format == "json":
        from ..reports.next_json import next_json

        text = next_json(result, unit, target, found)
    else:
        from ..reports.next_steps import next_text

        text = next_text(result, unit, target, found, chosen, width())
    code = put(text, options)
    return max(scored.code, code or (FINE if found.answers or found.reached else ERRORS))


def _found(scored: Scored, unit: UnitResult, target: Target, most: int) -> Found | None:
    from ..replay.search import Found, next_steps
    from ..replay.trials import Setting

    if scored.program is None or scored.evidence is None:
        return None
    if target.grade is None and target.total is None:  # it surely has the best grade
        return Found((), reached=True)
    return next_steps(Setting(scored.program, scored.evidence, scored.previous, unit.name, target), most)


def _target(options: argparse.Namespace, unit: UnitResult, model: Model) -> Target | Words:
    """Say what is to be reached: as asked for, else the next grade; or what is wrong with what was asked for."""
    from ..interpreter.points import scaled
    from ..replay.target import Target, next_grade

    if options.total is not None:
        total = _decimal(options.total)
        return _NO_TOTAL.filled(total=options.total) if total is None else Target(total=scaled(total))
    names = [grade.name.value for grade in model.grades]
    if not names:
        return _NO_GRADES
    if options.grade is None:
        return Target(next_grade(unit, model))
    if options.grade not in names:
        return _NO_GRADE.filled(grade=options.grade, grades=", ".join(f"`{name}`" for name in names))
    return Target(names.index(options.grade))


def _decimal(text: str) -> Decimal | None:
    """Read a number of points, full-width digits and `分` behind it included; None for anything else."""
    import re
    from decimal import Decimal
    from unicodedata import normalize

    found = re.fullmatch(r"([0-9]{1,20}(?:\.[0-9]{1,10})?)\s*分?", normalize("NFKC", text[:60]).strip(), re.ASCII)
    return None if found is None else Decimal(found[1])
