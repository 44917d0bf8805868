"""What a fix does to a rubric: a safe one changes no score of any evidence; none leaves a mistake behind."""

from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from support.any_evidence import any_evidence, sheet
from support.lint_cases import FILES, source_of
from support.rubrics import evidences, rubrics, spell

from psr.api import check_source, lint_source
from psr.diagnostics import SourceFile
from psr.diagnostics.render import render_all
from psr.interpreter.facts import Evidence
from psr.linter.mend import Mended, mend

_ROUNDS = 20  # of evidence drawn for each case
laws = settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def mended(path: Path, *, unsafe: bool = False) -> Mended:
    """Mend what the rule finds that a case is about."""
    return mend(source_of(path), lambda source: lint_source(source, {path.parent.name}), unsafe=unsafe)


@cache
def codes_with_safe_fixes() -> frozenset[str]:
    found = (one for path in FILES for one in lint_source(source_of(path), {path.parent.name}))
    return frozenset(one.code for one in found if one.fix and one.fix.safe)


def test_there_are_safe_fixes() -> None:
    assert len(codes_with_safe_fixes()) > 3


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_safe_fixes_of_a_case_change_no_score(path: Path) -> None:
    before = source_of(path)
    after = mended(path).source
    if after.text == before.text:
        return
    old, new = check_source(before)[0], check_source(after)[0]
    assert old is not None
    assert new is not None
    for seed in range(_ROUNDS):
        known = any_evidence(old.model, Random(seed))
        last_year = any_evidence(old.model, Random(seed + _ROUNDS))
        scores = [sheet(one.program.score(known, last_year), one.model) for one in (old, new)]
        assert scores[0] == scores[1], f"with the evidence of seed {seed}, after mending to\n{after.text}"


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_mended_case_has_no_mistake_and_nothing_left_to_mend(path: Path, unsafe: bool) -> None:
    done = mended(path, unsafe=unsafe)
    assert render_all(one for one in done.left if one.is_error) == ""
    assert [one.code for one in done.left if one.fix and (unsafe or one.fix.safe)] == []


@laws
@given(rubrics(), evidences())
def test_safe_fixes_change_no_score(text: str, known: Evidence) -> None:
    before = SourceFile("r.psr", spell(text, chinese=False))
    after = mend(before, lambda source: lint_source(source, codes_with_safe_fixes())).source
    old, new = check_source(before)[0], check_source(after)[0]
    assert old is not None
    assert new is not None
    if before.text != after.text:
        assert sheet(old.program.score(known), old.model) == sheet(new.program.score(known), new.model), after.text
