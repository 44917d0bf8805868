"""What `psr score`, `psr explain` and `psr collect` share: they load rules, read evidence, score it, choose a unit."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Words
from .common import load, report

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic, Language
    from ..interpreter.facts import Evidence
    from ..interpreter.model import Model
    from ..interpreter.program import Program
    from ..interpreter.result import Result, UnitResult
    from ..receipts.files_read import FilesRead
    from ..receipts.receipt import Receipt
    from .parser import Parser


class Scored(NamedTuple):
    """The exit code so far, and the evidence with its result; neither where errors leave none.

    ``previous`` is last year's evidence, where it was given; ``program`` scores evidence again. ``receipt`` tells which
    files were read, whether or not there were errors in them; it is None where the rules could not be used.
    """

    code: int
    evidence: Evidence | None = None
    result: Result | None = None
    previous: Evidence | None = None
    program: Program | None = None
    receipt: Receipt | None = None


def evidence_options(command: Parser, formats: tuple[str, ...] = ()) -> None:
    """Declare what they all take."""
    command.option("rules", metavar="RULES", help=Words("the rule file (.psr)", "细则文件（.psr）"))
    command.option(
        "evidence", nargs="+", metavar="EVIDENCE", help=Words("files or folders of evidence", "佐证文件或文件夹")
    )
    command.option(
        "--previous",
        action="append",
        metavar="EVIDENCE",
        help=Words("last year's evidence; may be given several times", "上一年度的佐证；可多次给出"),
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
            "佐证有错误也照样计分；涉及的内容按未知处理，得分为暂定",
        ),
    )


class _Files(NamedTuple):
    """The files that were read: the rules, the evidence, last year's."""

    rules: FilesRead
    evidence: FilesRead
    previous: FilesRead


def score(options: argparse.Namespace, language: Language) -> Scored:
    """Load the rules, read the evidence and score it; report whatever is wrong on the way."""
    from ..receipts.files_read import FilesRead

    files = _Files(FilesRead(), FilesRead(), FilesRead())
    rubric, found = load(options.rules, files.rules.take)
    if rubric is None:
        return Scored(report(found, language))
    from ..diagnostics import has_errors

    keep_going: bool = getattr(options, "keep_going", False)
    evidence, previous, problems = _read(options, rubric.model, files, keep_going, language)
    found += problems
    receipt = _receipt(options, files, keep_going and has_errors(found), len(evidence.units))
    if has_errors(found) and not (keep_going and evidence.units):
        return Scored(report(found, language), receipt=receipt)
    result = rubric.program.score(evidence, previous)
    code = report((*found, *result.diagnostics), language)
    if has_errors(result.diagnostics):
        return Scored(code, receipt=receipt)
    return Scored(code, evidence, result, previous, rubric.program, receipt)


def _read(
    options: argparse.Namespace, model: Model, files: _Files, keep_going: bool, language: Language
) -> tuple[Evidence, Evidence | None, list[Diagnostic]]:
    """Read the evidence, last year's where it is given, and what is wrong with either."""
    from ..evidence.read import read_evidence
    from .progress import reading

    previous: Evidence | None = None
    with reading(language) as told:
        evidence, problems = read_evidence(
            options.evidence, model, keep_going=keep_going, progress=told, seen=files.evidence.take
        )
        found = list(problems)
        if options.previous:
            previous, problems = read_evidence(
                options.previous, model, True, keep_going, progress=told, seen=files.previous.take
            )
            found += problems
    return evidence, previous, found


def _receipt(options: argparse.Namespace, files: _Files, kept_going: bool, units: int) -> Receipt:
    from .. import __version__
    from ..receipts.receipt import Receipt

    [rules] = files.rules.below([options.rules])
    evidence, previous = files.evidence.below(options.evidence), files.previous.below(options.previous or ())
    return Receipt(__version__, rules, evidence, previous, kept_going, units)


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
