"""What the READMEs and docs/api.md say that commands print is what they print."""

import re
import shlex
from pathlib import Path

import pytest
from docs.pages import ROOT, blocks

from psr.cli import main

READMES = [ROOT / "README.md", ROOT / "README.zh.md"]
GAP = "…"


def sessions(page: Path) -> list[tuple[str, str]]:
    """Give the commands in a page's console blocks, each with what it is said to print."""
    return [
        (found[1], found[2])
        for block in blocks("console", page)
        for found in re.finditer(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE)
    ]


def agrees(said: str, printed: str) -> bool:
    """Tell whether a text is what was printed, but for the lines that `…` stands for."""
    parts = ["\n" + part for part in re.split(rf"^{GAP}\n", "\n" + said, flags=re.MULTILINE)]
    position = 0
    text = "\n\n" + printed
    for part in parts:
        position = text.find(part, position)
        if position < 0:
            return False
        position += len(part) - 1
    return said.endswith(f"{GAP}\n") or position == len(text) - 1


def run(command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "PSR_LANG"):
        monkeypatch.delenv(name, raising=False)
    if command.startswith("PSR_LANG=zh "):
        monkeypatch.setenv("PSR_LANG", "zh")
        command = command.removeprefix("PSR_LANG=zh ")
    assert main(shlex.split(command)[1:]) == 0
    written = capsys.readouterr()
    return written.out + written.err


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_make_score_prints_what_the_readme_says(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [(command, said)] = [entry for entry in sessions(page) if "make score" in entry[0]]
    assert re.search(r"psr score rules/2019.psr examples/2019$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    monkeypatch.chdir(ROOT)
    printed = run(command.replace("make score", "psr score rules/2019.psr examples/2019"), monkeypatch, capsys)
    assert agrees(said, printed), printed


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_make_test_runs_the_checks_that_the_readme_says(page: Path) -> None:
    [(_, said)] = [entry for entry in sessions(page) if entry[0] == "make test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    jobs = re.search(r"^JOBS\s*\?=\s*(\d+)$", makefile, re.MULTILINE)
    assert jobs is not None
    checks = [line.replace("%s", jobs[1]) for line in re.findall(r"printf '\\n(== .+?)\\n'", makefile)]
    assert [line for line in said.splitlines() if line.startswith("== ")] == checks


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_the_first_rubric_of_the_readme_gives_what_it_says(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    [rubric] = blocks("psr", page)
    [evidence] = blocks("yaml", page)
    (tmp_path / "first.psr").write_text(rubric.text, encoding="utf-8")
    (tmp_path / "evidence.yaml").write_text(evidence.text, encoding="utf-8")
    commands = [entry for entry in sessions(page) if entry[0].startswith("psr ")]
    assert len(commands) == 3
    for command, said in commands:
        printed = run(command, monkeypatch, capsys)
        assert agrees(said, printed), printed


def test_both_readmes_have_the_same_sections() -> None:
    counts = [len(re.findall(r"^#+ ", page.read_text(encoding="utf-8"), re.MULTILINE)) for page in READMES]
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("said", "printed", "expected"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "a\nb\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n…\nx\n", "a\nb\n", False),
        ("a\n…\nd\n", "a\nb\nd\ne\n", False),
        ("", "", True),
        ("", "a\n", False),
    ],
)
def test_the_comparison_sees_a_difference(said: str, printed: str, expected: bool) -> None:
    assert agrees(said, printed) is expected


def test_the_python_of_the_api_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = blocks("python", ROOT / "docs" / "api.md")
    assert found
    for block in found:
        exec(compile(block.text, str(block), "exec"), {})
