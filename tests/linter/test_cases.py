"""Every rule, on rule files that people can read.

A folder under cases/ is a rule, by its code. In each of its files a comment `# PSR502` stands behind the lines on which
the rule leads its finding; a file without such a comment has none. Other rules' findings do not count here.
"""

import re
from pathlib import Path

import pytest

from psr.api import lint_source
from psr.diagnostics import SourceFile
from psr.linter.registry import RULES

CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.glob("*/*.psr"))
_EXPECTED = re.compile(r"# (PSR\d{3}(?:, PSR\d{3})*)$")


def expected(text: str, code: str) -> list[int]:
    """Give the numbers of the lines at whose end the code stands, once for each time it does."""
    found = ((number, _EXPECTED.search(line)) for number, line in enumerate(text.splitlines(), 1))
    return [number for number, codes in found if codes for one in codes[1].split(", ") if one == code]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    code = path.parent.name
    text = path.read_text(encoding="utf-8")
    found = lint_source(SourceFile(path.name, text), {code})
    assert [diagnostic.code for diagnostic in found if diagnostic.is_error] == []
    assert sorted(diagnostic.place.position[0] for diagnostic in found) == expected(text, code)


@pytest.mark.parametrize("code", [rule.kind.code for rule in RULES])
def test_every_rule_has_a_case_with_and_one_without_a_finding(code: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in FILES if path.parent.name == code]
    assert any(expected(text, code) for text in texts)
    assert any(not expected(text, code) for text in texts)


def test_every_folder_is_a_rule() -> None:
    assert {path.parent.name for path in FILES} <= {rule.kind.code for rule in RULES}
