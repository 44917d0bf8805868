"""The public interface for programs: load a rubric, read evidence, score it. Small on purpose."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from .diagnostics import Diagnostic, PsrError, SourceFile, has_errors
from .grammar.parser import parse
from .grammar.statements import Document
from .interpreter.examples import run_examples
from .interpreter.facts import Evidence
from .interpreter.follow_ons import without_follow_ons
from .interpreter.model import Model
from .interpreter.program import Program
from .interpreter.resolve import resolve
from .interpreter.result import Result
from .rule_file import read_rule_file


class Rubric(NamedTuple):
    """A rubric that is ready to score: its model, compiled."""

    model: Model
    program: Program


class Checked(NamedTuple):
    """A rule file that was looked through: its tree, its rubric as far as it can be resolved, what is wrong with it."""

    document: Document
    model: Model | None
    program: Program | None
    diagnostics: tuple[Diagnostic, ...]


def check_source(source: SourceFile) -> tuple[Rubric | None, tuple[Diagnostic, ...]]:
    """Parse and resolve a rule file's text and run its examples.

    Gives the rubric, or None where an error leaves none, and all diagnostics.
    """
    checked = _checked(source)
    if checked.model is None or checked.program is None or has_errors(checked.diagnostics):
        return None, checked.diagnostics
    return Rubric(checked.model, checked.program), checked.diagnostics


def lint_source(source: SourceFile, codes: Container[str] | None = None) -> tuple[Diagnostic, ...]:
    """Say what is wrong with a rule file, and what a careful colleague would find in it.

    ``codes`` are the findings looked for, all of them where it is None; errors are given in any case. What the file
    allows with a reason is left out. Gives the diagnostics in the order of the file.
    """
    from .linter.lint import lint
    from .linter.registry import KINDS, RULES
    from .linter.suppress import suppress

    checked = _checked(source)
    tried = [rule for rule in RULES if codes is None or rule.kind.code in codes]
    found = list(checked.diagnostics)
    if checked.model is None or checked.program is None:
        tried = []
    else:
        found += lint(checked.model, checked.program, tried)
    known = frozenset(kind.code for kind in KINDS)
    found = suppress(source, checked.document, found, {rule.kind.code for rule in tried}, known)
    return tuple(
        sorted(
            (one for one in found if one.is_error or codes is None or one.code in codes),
            key=lambda diagnostic: diagnostic.place.span or (-1, -1),
        )
    )


def _checked(source: SourceFile) -> Checked:
    document, mistakes = parse(source)
    model, found = resolve(document, source)
    diagnostics = (*mistakes, *without_follow_ons(source, document, mistakes, found))
    if model is None or has_errors(diagnostics):
        return Checked(document, None, None, diagnostics)
    program = Program(model)
    return Checked(document, model, program, (*diagnostics, *run_examples(program)))


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
