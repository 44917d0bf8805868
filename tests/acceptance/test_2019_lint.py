"""`psr lint` on the regulation of 2019: all its slips that figures can show, and nothing that is none.

The slips are those that reading the regulation closely finds: section 6 is headed 10 and holds 9, so that the whole
reaches 99; 3.3 and 9.2 have clauses of 0.5 + 0.5 under 2 points; 4.1 a clause of 4 under 2, 4.4 one of 2 under 1;
10.1 and 10.3 clauses of 1 + 1 under 1.
"""

import re

import pytest
from acceptance.regulation import RULES

from psr.api import lint_source
from psr.diagnostics import Diagnostic, SourceFile
from psr.linter.suppress import allowances

TEXT = RULES.read_text(encoding="utf-8")
BARE = "".join(line for line in TEXT.splitlines(keepends=True) if "# psr: allow" not in line)

SLIPS = [
    ("PSR503", ['rubric "2019年职工党支部党建工作目标"', 'section "加强精神文明建设"'], "100", "99"),
    ("PSR508", ["item 3.3", "cap 0.5", "cap 0.5"], "2", "1"),
    ("PSR506", ["cap 4", "item 4.1"], "4", "2"),
    ("PSR506", ["cap 2", "item 4.4"], "2", "1"),
    ("PSR502", ['section "加强精神文明建设"', "item 6.1", "item 6.2", "item 6.3", "item 6.4"], "10", "9"),
    ("PSR508", ["item 9.2", "cap 0.5", "cap 0.5"], "2", "1"),
    ("PSR507", ["item 10.1", "cap 1", "cap 1"], "2", "1"),
    ("PSR507", ["item 10.3", "cap 1", "cap 1"], "2", "1"),
]
"""Each slip in the order of the file: its code, what stands on the lines it shows, and the two figures that differ."""


@pytest.fixture(scope="module")
def found() -> tuple[Diagnostic, ...]:
    return lint_source(SourceFile("2019.psr", BARE))


def test_each_slip_is_found_and_nothing_else(found: tuple[Diagnostic, ...]) -> None:
    assert [diagnostic.code for diagnostic in found] == [code for code, *_ in SLIPS]


@pytest.mark.parametrize("index", range(len(SLIPS)), ids=[f"{code}-{places[0]}" for code, places, *_ in SLIPS])
def test_a_slip_shows_both_places_and_both_figures(found: tuple[Diagnostic, ...], index: int) -> None:
    _, places, stated, reached = SLIPS[index]
    diagnostic = found[index]
    lines = [BARE.splitlines()[label.place.position[0] - 1] for label in diagnostic.labels]
    assert len(lines) == len(places)
    assert all(place in line for place, line in zip(places, lines, strict=True))
    for language in ("en", "zh"):
        figures = re.findall(r"\d+(?:\.\d+)?", diagnostic.message(language))
        assert stated in figures
        assert reached in figures
        assert diagnostic.advice(language)


def test_the_file_itself_is_clean_and_gives_a_reason_for_each_slip() -> None:
    source = SourceFile("2019.psr", TEXT)
    assert lint_source(source) == ()
    from psr.grammar.parser import parse

    allowed = allowances(source, parse(source)[0], {code for code, *_ in SLIPS})
    assert sorted(one.code for one in allowed) == sorted(code for code, *_ in SLIPS)
    assert all("原文如此" in one.reason for one in allowed)
