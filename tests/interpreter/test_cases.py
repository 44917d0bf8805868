"""Bad rubrics are refused on the offending line, in both languages; their mended twins pass."""

from pathlib import Path

import pytest
from support.scoring import cases, diagnose, evidence, score, unit, wanted

from psr.diagnostics import Diagnostic, Kind
from psr.diagnostics.catalogue import evaluation, names, types
from psr.diagnostics.render import render, render_all
from psr.interpreter.examples import evidence_of, run_examples
from psr.interpreter.program import Program

BAD, GOOD = cases("bad"), cases("good")


def everything(path: Path) -> list[Diagnostic]:
    """Give all that resolving a file and running its examples finds, warnings included."""
    model, found = diagnose(path.read_text(encoding="utf-8"), path.name)
    if model is None:
        return found
    program = Program(model)
    found += run_examples(program)
    for example in model.examples:
        found += program.score(*evidence_of(example, model)).diagnostics
    return found


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_mistake_is_found_on_its_line_and_nowhere_else(path: Path) -> None:
    found = everything(path)
    places = {(d.place.source.position(d.place.span.start)[0] if d.place.span else 0, d.code) for d in found}
    assert places == wanted(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_message_can_be_said_in_both_languages(path: Path) -> None:
    for diagnostic in everything(path):
        for language in ("en", "zh"):
            said = [diagnostic.message(language), diagnostic.advice(language) or ""]
            said += [diagnostic.label_text(label, language) for label in diagnostic.labels]
            assert not any("{" in text or "Words(" in text or "None" in text for text in said), said
            assert diagnostic.code in render(diagnostic, language)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_the_mended_twin_passes(path: Path) -> None:
    alone = set() if path.stem == "comparisons" else {"PSR482"}  # there the ranks are the point
    assert render_all(d for d in everything(path) if d.code not in alone) == ""


def test_each_bad_case_has_a_mended_twin() -> None:
    assert [path.name for path in GOOD if (path.parent.parent / "bad" / path.name).exists()] == [p.name for p in BAD]


PLAIN = 'rubric "r" year 2020 total 5\nfact a counts\nitem 1 "i" worth 5\n  deduct 1 per a\n'
LAST_YEAR = 'rubric "r" year 2020 total 5\nfact a number\nitem 1 "i" worth 5\n  award previous a\n'


def test_no_unit_at_all_is_an_error() -> None:
    result = score(PLAIN)
    assert [d.code for d in result.diagnostics] == ["PSR481"]
    assert result.units == []
    assert score(PLAIN, unit()).diagnostics == []


def test_a_rubric_that_reads_last_year_asks_for_it() -> None:
    result = score(LAST_YEAR, unit())
    assert [d.code for d in result.diagnostics] == ["PSR485"]
    assert result.diagnostics[0].place.span is not None
    assert score(LAST_YEAR, unit(), previous=evidence()).diagnostics == []


# Said elsewhere: a unit that is not in the evidence, by the command line.
ELSEWHERE = {"PSR484"}
BY_HAND = {"PSR481", "PSR485"}


def test_every_code_of_the_interpreter_has_a_case() -> None:
    kinds = [kind for module in (names, types, evaluation) for kind in vars(module).values() if isinstance(kind, Kind)]
    found = {code for path in BAD for _, code in wanted(path.read_text(encoding="utf-8"))}
    assert {kind.code for kind in kinds} == found | ELSEWHERE | BY_HAND
