"""Golden pages: for each small rubric the commands, what they print and how they end.

Every figure on them was worked out by hand before the page was accepted.
"""

import shlex

import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from reports.cases import CASES, ROOT
from support.receipts import masked

from psr.cli import main

COMMANDS = {
    "provisional": [
        "score",
        "score --lang zh --unit 乙",
        "score --format csv",
        "explain --unit 甲",
        "explain --unit 乙",
    ],
    "ruled": ["score", "score --format json --unit 甲", "explain --unit 甲", "explain --unit 甲 --lang zh --item 2.4"],
    "graded": ["score", "score --lang zh", "explain --unit 丁", "explain --unit 戊"],
    "instead": ["score", "explain --unit 甲", "explain --unit 甲 --lang zh --item 1.1", "explain --unit 丙 --item 1.3"],
    "taken_apart": ["score", "explain --unit 甲", "explain --unit 乙 --lang zh"],
    "left_out": ["score", "score --format csv --lang zh", "explain --unit 甲", "explain --unit 乙 --lang zh"],
}


def page(commands: list[str], files: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Run commands on files and write down everything that can be seen of it."""
    text = ""
    for command in commands:
        name, *options = shlex.split(command)
        code = main([name, *shlex.split(files), *options])
        written = capsys.readouterr()
        text += f"$ psr {name} {files} {shlex.join(options)}".rstrip() + "\n" + masked(written.out) + written.err
        text += f"exit code {code}\n\n"
    return text.rstrip("\n") + "\n"


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "PSR_LANG"):
        monkeypatch.delenv(name, raising=False)


def test_every_case_has_its_commands() -> None:
    assert set(COMMANDS) == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_golden_page(
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    file_regression: FileRegressionFixture,
) -> None:
    monkeypatch.chdir(CASES[name])
    text = page(COMMANDS[name], "rules.psr evidence.yaml", capsys)
    file_regression.check(text, fullpath=CASES[name] / "expected.txt", newline="\n")


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("score.txt", "score"),
        ("score-zh.txt", "score --lang zh"),
        ("explain-1.txt", "explain --unit 一支部"),
        ("explain-2-zh.txt", "explain --unit 二支部 --lang zh"),
    ],
)
def test_2019(
    name: str,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    file_regression: FileRegressionFixture,
) -> None:
    monkeypatch.chdir(ROOT)
    text = page([command], "rules/2019.psr examples/2019", capsys)
    file_regression.check(text, fullpath=ROOT / "tests" / "reports" / "golden-2019" / name, newline="\n")
