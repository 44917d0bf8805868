"""What `psr score`, `psr explain` and `psr collect` share: they load rules, read evidence, score it, choose a unit."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Words
from .common import load, report

if TYPE_CHECKING:
    from ..diagnostics import Language
    from ..interpreter.facts import Evidence
    from ..interpreter.result import Result, UnitResult
    from .parser import Parser


class Scored(NamedTuple):
    """The exit code so far, and the evidence with its result; neither where errors leave none."""

    code: int
    evidence: Evidence | None = None
    result: Result | None = None


def evidence_options(command: Parser, formats: tuple[str, ...] = ()) -> None:
    """Declare what they all take."""
    command.option("rules", metavar="RULES", help=Words("the rule file (.psr)", "细则文件（.psr）"))
    command.option(
        "evidence", nargs="+", metavar="EVIDENCE", help=Words("files or folders of evidence", "数据文件或文件夹")
    )
    command.option(
        "--previous",
        action="append",
        metavar="EVIDENCE",
        help=Words("last year's evidence; may be given several times", "上一年度的数据；可多次给出"),
    )
    if formats:
        command.option(
            "--format",
            choices=formats,
            default=formats[0],
            help=Words(f"default: {formats[0]}", f"默认为 {formats[0]}"),
        )


def keep_going_option(command: Parser) -> None:
    """Declare the option that scores what can be scored."""
    command.option(
        "--keep-going",
        action="store_true",
        help=Words(
            "score in spite of errors in the evidence; what they concern is unknown, and the points provisional",
            "数据有错误也照样计分；涉及的内容按未知处理，得分为暂定",
        ),
    )


def score(options: argparse.Namespace, language: Language) -> Scored:
    """Load the rules, read the evidence and score it; report whatever is wrong on the way."""
    rubric, found = load(options.rules)
    if rubric is None:
        return Scored(report(found, language))
    from ..diagnostics import has_errors
    from ..evidence.read import read_evidence
    from .progress import reading

    keep_going: bool = getattr(options, "keep_going", False)
    previous = None
    with reading(language) as told:
        evidence, problems = read_evidence(options.evidence, rubric.model, keep_going=keep_going, progress=told)
        found += problems
        if options.previous:
            previous, problems = read_evidence(
                options.previous, rubric.model, previous=True, keep_going=keep_going, progress=told
            )
            found += problems
    if has_errors(found) and not (keep_going and evidence.units):
        return Scored(report(found, language))
    result = rubric.program.score(evidence, previous)
    code = report((*found, *result.diagnostics), language)
    return Scored(code) if has_errors(result.diagnostics) else Scored(code, evidence, result)


def unit_of(result: Result, name: str, language: Language) -> UnitResult | None:
    """Give a unit by its name; where there is none, say so and name those there are."""
    unit = result.unit(name)
    if unit is None:
        from ..diagnostics import Place
        from ..diagnostics.catalogue import evaluation as say
        from ..interpreter.problems import listed

        units = listed(unit.name for unit in result.units)
        report([say.UNKNOWN_UNIT.at(Place(result.model.source), unit=name, units=units)], language)
    return unit
