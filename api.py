"""The public interface for programs: load a rubric, read evidence, score it. Small on purpose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .diagnostics import Diagnostic, PsrError, SourceFile, has_errors
from .diagnostics.catalogue import names
from .grammar.parser import parse
from .interpreter.examples import run_examples
from .interpreter.facts import Evidence
from .interpreter.model import Model
from .interpreter.program import Program
from .interpreter.resolve import resolve
from .interpreter.result import Result
from .rule_file import read_rule_file


class Rubric(NamedTuple):
    """A rubric that is ready to score: its model, compiled."""

    model: Model
    program: Program


def check_source(source: SourceFile) -> tuple[Rubric | None, tuple[Diagnostic, ...]]:
    """Parse and resolve a rule file's text and run its examples.

    Gives the rubric, or None where an error leaves none, and all diagnostics.
    """
    document, mistakes = parse(source)
    model, found = resolve(document, source)
    diagnostics = (*mistakes, *_without_follow_ons(found, mistakes))
    if model is None or has_errors(diagnostics):
        return None, diagnostics
    program = Program(model)
    diagnostics += run_examples(program)
    return (None if has_errors(diagnostics) else Rubric(model, program)), diagnostics


def _without_follow_ons(found: tuple[Diagnostic, ...], mistakes: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """Leave out what only follows from lines that could not be read: empty headings, names they may declare."""
    unread = "\n".join(mistake.place.source.line(mistake.place.position[0]) for mistake in mistakes)
    for diagnostic in found:
        follows = diagnostic.kind in (names.NO_RUBRIC, names.EMPTY_HEADING, names.BEFORE_RUBRIC, names.GIVES_AND_TAKES)
        follows = follows or (diagnostic.kind is names.UNKNOWN_NAME and str(diagnostic.arguments["name"]) in unread)
        if not (mistakes and follows):
            yield diagnostic


def load(path: str) -> Rubric:
    """Load a rubric from a rule file. Raises PsrError with all diagnostics where the file has errors."""
    source, found = read_rule_file(path)
    rubric = None
    if source is not None:
        rubric, found = check_source(source)
    if rubric is None:
        raise PsrError(found)
    return rubric


def read_evidence(rubric: Rubric, paths: Iterable[str], *, previous: bool = False) -> Evidence:
    """Read evidence for a rubric from files and folders. Raises PsrError where there are errors in it."""
    from .evidence.read import read_evidence as read

    evidence, found = read(list(paths), rubric.model, previous=previous)
    if has_errors(found):
        raise PsrError(found)
    return evidence


def score(rubric: Rubric, evidence: Evidence, previous: Evidence | None = None) -> Result:
    """Score evidence. Raises PsrError where the evidence leaves an expression without a value."""
    result = rubric.program.score(evidence, previous)
    if has_errors(result.diagnostics):
        raise PsrError(result.diagnostics)
    return result
