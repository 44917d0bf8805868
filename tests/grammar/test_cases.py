"""The lines of cases/: what is wrong with each, and that nothing is with all the others."""

import re
from collections import Counter
from pathlib import Path

import pytest
from support.reading import mistakes

from psr.diagnostics import Kind
from psr.diagnostics.catalogue import syntax

CASES = sorted((Path(__file__).parent / "cases").glob("*.psr"))
_MARK = re.compile(r"#[ ]+(\^ )?(PSR\d{3}(?: PSR\d{3})*)$")

# These need a file on the disk, or a longer text than a case: see test_bad_input and the tests of rule files.
ELSEWHERE = {"PSR110", "PSR117", "PSR120", "PSR121", "PSR122", "PSR123", "PSR124"}


def expected(text: str) -> list[tuple[int, str]]:
    """Give the line and the code of each mistake that the comments announce."""
    found: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if mark := _MARK.search(line):
            found += [(number - 1 if mark[1] else number, code) for code in mark[2].split()]
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_line(path: Path):
    text = path.read_text(encoding="utf-8")
    found = [(line, code) for line, _, code in mistakes(text)]
    assert Counter(found) == Counter(expected(text))
    assert [line for line, _ in found] == sorted(line for line, _ in found)


def test_every_code_has_a_case():
    codes = {kind.code for kind in vars(syntax).values() if isinstance(kind, Kind)}
    assert {code for path in CASES for _, code in expected(path.read_text(encoding="utf-8"))} == (
        codes - ELSEWHERE | {"PSR203"}
    )
