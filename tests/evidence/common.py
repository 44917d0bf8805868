"""The rubric of the cases, and a short way to read texts as its evidence."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from psr.diagnostics import Diagnostic, SourceFile
from psr.evidence.read import check_evidence
from psr.grammar.parser import parse
from psr.interpreter.facts import Evidence
from psr.interpreter.model import Model
from psr.interpreter.resolve import resolve

CASES = Path(__file__).parent / "cases"


@cache
def rubric(path: Path = CASES / "rules.psr") -> Model:
    source = SourceFile(path.name, path.read_text("utf-8"))
    document, unread = parse(source)
    model, unclear = resolve(document, source)
    assert model is not None and not unread, (unread, unclear)
    return model


def read(text: str, name: str = "evidence.yaml", previous: bool = False) -> tuple[Evidence, tuple[Diagnostic, ...]]:
    return check_evidence([SourceFile(name, text)], rubric(), previous)


def sound(text: str, name: str = "evidence.yaml") -> Evidence:
    """Read a text in which nothing is wrong."""
    evidence, found = read(text, name)
    assert not found, [(str(d.place), d.code, d.message()) for d in found]
    return evidence


def codes(text: str, name: str = "evidence.yaml", previous: bool = False) -> list[str]:
    return [diagnostic.code for diagnostic in read(text, name, previous)[1]]
