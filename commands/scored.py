"""What `psr score`, `psr explain` and `psr collect` share: they load rules, read evidence, score it, choose a unit."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NamedTuple

from .common import load, report

if TYPE_CHECKING:
    from ..diagnostics import Language
    from ..interpreter.facts import Evidence
    from ..interpreter.result import Result, UnitResult


class Scored(NamedTuple):
    """The exit code so far, and the evidence with its result; neither where errors leave none."""

    code: int
    evidence: Evidence | None = None
    result: Result | None = None


def evidence_options(command: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    """Declare what they all take."""
    command.add_argument("rules", metavar="RULES", help="the rule file (.psr)")
    command.add_argument("evidence", nargs="+", metavar="EVIDENCE", help="files or folders of evidence")
    command.add_argument(
        "--previous", action="append", metavar="EVIDENCE", help="last year's evidence; may be given several times"
    )
    command.add_argument("--format", choices=formats, default=formats[0], help=f"default: {formats[0]}")


def keep_going_option(command: argparse.ArgumentParser) -> None:
    """Declare the option that scores what can be scored."""
    command.add_argument(
        "--keep-going",
        action="store_true",
        help="score in spite of errors in the evidence; what they concern is unknown, and the points provisional",
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
