"""What each rule says of its cases, in both languages: a file a code in messages/.

After a change of words, `pytest tests/linter/test_messages.py --force-regen` writes them anew; read what changed as
its readers will.
"""

from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from support.lint_cases import FILES, source_of

from psr.api import lint_source
from psr.diagnostics import Diagnostic, Language, SourceFile
from psr.diagnostics.render import render
from psr.linter import suppress
from psr.linter.registry import KINDS, RULES

MESSAGES = Path(__file__).parent / "messages"
_WIDTH = 100

ALLOWANCES = """\
rubric "r" year 2019 total 1
fact a counts  # psr: allow PSR601 because 委员会如此决定
item 1 "i" worth 1
  deduct 1 per a  # psr: allow PSR601
# psr: allow 601 because 简短
# psr: ignore PSR601 because 简短
# psr: 允许 PSR999 因为 党总支如此决定
"""
"""What can be wrong with an allowance, which no folder of cases/ is about."""


def found(path: Path, code: str) -> list[Diagnostic]:
    return list(lint_source(source_of(path), {code}))


def page(diagnostics: list[Diagnostic]) -> str:
    languages: tuple[Language, ...] = ("en", "zh")
    said = [render(one, language, width=_WIDTH) for one in diagnostics for language in languages]
    return "\n\n".join(said) + "\n"


@pytest.mark.parametrize("code", [rule.kind.code for rule in RULES])
def test_rule(code: str, file_regression: FileRegressionFixture) -> None:
    diagnostics = [one for path in FILES if path.parent.name == code for one in found(path, code)]
    file_regression.check(page(diagnostics), fullpath=MESSAGES / f"{code}.txt", newline="\n")


def test_allowances(file_regression: FileRegressionFixture) -> None:
    looked_for = {"PSR601", *(kind.code for kind in suppress.KINDS)}
    diagnostics = list(lint_source(SourceFile("allowances.psr", ALLOWANCES), looked_for))
    assert [one.code for one in diagnostics] == ["PSR690", "PSR691", "PSR691", "PSR691", "PSR692"]
    file_regression.check(page(diagnostics), fullpath=MESSAGES / "allowances.txt", newline="\n")


def test_no_code_is_left_out() -> None:
    kept = {path.stem for path in MESSAGES.glob("PSR*.txt")}
    assert kept == {rule.kind.code for rule in RULES}
    text = (MESSAGES / "allowances.txt").read_text(encoding="utf-8")
    assert all(code in text for code in {kind.code for kind in KINDS} - kept)


def test_every_text_is_said_in_full() -> None:
    """No argument is missing or of another kind than words, in either language."""
    for path in MESSAGES.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        for sign in ("Words(", "None", "Fraction(", "Decimal(", "{", "<psr"):
            assert sign not in text, f"{path.name}: {sign}"
