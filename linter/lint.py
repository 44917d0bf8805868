"""Rule file → findings. Takes a sound rubric and the rules to try; gives what they found, in the order of the file.

Guarantees: the same file gives the same findings in the same order; no rule changes what another sees.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Diagnostic
from ..interpreter.model import Model
from ..interpreter.program import Program
from .registry import RULES
from .rule import Rule, Subject
from .vocabulary import in_vocabulary, vocabulary_of


def lint(model: Model, program: Program, rules: Iterable[Rule] = RULES) -> list[Diagnostic]:
    """Try rules on a rubric; what was allowed is still among the findings (see suppress.py)."""
    subject = Subject(model, program)
    vocabulary = vocabulary_of(subject.document, subject.source)
    found = [in_vocabulary(diagnostic, vocabulary) for rule in rules for diagnostic in rule.check(subject)]
    return sorted(found, key=_order)


def _order(diagnostic: Diagnostic) -> tuple[int, str]:
    span = diagnostic.place.span
    return (span.start if span else -1, diagnostic.code)
