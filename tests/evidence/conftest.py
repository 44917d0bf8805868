"""The rubric of the cases, and short ways to read texts as its evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from psr.diagnostics import Diagnostic, SourceFile
from psr.evidence.read import check_evidence
from psr.grammar.parser import parse
from psr.interpreter.facts import Evidence
from psr.interpreter.model import Model
from psr.interpreter.resolve import resolve

RULES = Path(__file__).parent / "cases" / "rules.psr"


def resolved(text: str, name: str = "rules.psr") -> Model:
    """Give the model of a rubric in which nothing is wrong."""
    source = SourceFile(name, text)
    document, unread = parse(source)
    model, unclear = resolve(document, source)
    assert [d.message() for d in (*unread, *unclear)] == []
    assert model is not None
    return model


class Reader:
    """Reads texts as evidence of one rubric; a text's name tells its format."""

    def __init__(self, model: Model) -> None:
        self.model = model

    def read(
        self, text: str, name: str = "evidence.yaml", previous: bool = False
    ) -> tuple[Evidence, tuple[Diagnostic, ...]]:
        return check_evidence([SourceFile(name, text)], self.model, previous)

    def sound(self, text: str, name: str = "evidence.yaml", previous: bool = False) -> Evidence:
        """Read a text in which nothing is wrong."""
        evidence, found = self.read(text, name, previous)
        assert [(str(d.place), d.code, d.message()) for d in found] == []
        return evidence

    def codes(self, text: str, name: str = "evidence.yaml", previous: bool = False) -> list[str]:
        return [diagnostic.code for diagnostic in self.read(text, name, previous)[1]]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(resolved(RULES.read_text("utf-8")))


@pytest.fixture(scope="session")
def reader_of():
    """Give a reader for any rubric."""
    return lambda text: Reader(resolved(text))
