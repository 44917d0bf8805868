"""What the READMEs say that commands print is what they print, in one run from the first rubric to the next year; the
Python of docs/api.md runs.
"""

import re
import shlex
from pathlib import Path

import pytest
from docs.pages import ROOT, blocks
from openpyxl import load_workbook
from support.receipts import masked

from psr.cli import main
from psr.commands.common import ERRORS, FINE

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


def run(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], exit_code: int = FINE
) -> str:
    """Run a command as on a plain terminal of 100 cells; give all that it prints."""
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "PSR_LANG"):
        monkeypatch.delenv(name, raising=False)
    if command.startswith("PSR_LANG=zh "):
        monkeypatch.setenv("PSR_LANG", "zh")
        command = command.removeprefix("PSR_LANG=zh ")
    assert main(shlex.split(command)[1:]) == exit_code
    written = capsys.readouterr()
    return written.out + written.err


def is_shown(said: str, printed: str) -> bool:
    """Tell whether a text is what was printed, but for gaps, and for digests and versions, which change."""
    return agrees(masked(said), masked(printed))


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_make_score_prints_what_the_readme_says(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [(command, said)] = [entry for entry in sessions(page) if "make score" in entry[0]]
    assert re.search(r"psr score rules/2019.psr examples/2019$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    monkeypatch.chdir(ROOT)
    printed = run(command.replace("make score", "psr score rules/2019.psr examples/2019"), monkeypatch, capsys)
    assert is_shown(said, printed), printed


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_make_test_runs_the_checks_that_the_readme_says(page: Path) -> None:
    [(_, said)] = [entry for entry in sessions(page) if entry[0] == "make test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    jobs = re.search(r"^JOBS\s*\?=\s*(\d+)$", makefile, re.MULTILINE)
    assert jobs is not None
    checks = [line.replace("%s", jobs[1]) for line in re.findall(r"printf '\\n(== .+?)\\n'", makefile)]
    assert [line for line in said.splitlines() if line.startswith("== ")] == checks


def put_right(page: Path, rules: Path, printed: str) -> None:
    """Do what the page asks for where the linter found something: write the line that it gives in the place named."""
    [(number, line)] = re.findall(r"^(?:Line|第) (\d+).*?`(.+?)`", page.read_text(encoding="utf-8"), re.MULTILINE)
    lines = rules.read_text(encoding="utf-8").splitlines()
    assert f"{number} │ {lines[int(number) - 1]}" in printed
    lines[int(number) - 1] = f"  {line}"
    rules.write_text("\n".join(lines) + "\n", encoding="utf-8")


def fill_in(page: Path, workbook: Path) -> None:
    """Write the table of the page into the workbook's sheet of events, as a person would."""
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in re.findall(r"^\|.*\|$", page.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    book = load_workbook(workbook)
    sheet = book["Events" if "Events" in book.sheetnames else "事件"]
    titles = [str(cell.value).removesuffix(" *") for cell in sheet[1]]
    for number, row in enumerate(rows[2:], 2):
        for title, cell in zip(rows[0], row, strict=True):
            column = titles.index(title) + 1
            sheet.cell(number, column).value = int(cell) if cell.isdecimal() else cell or None
    book.save(workbook)


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_from_the_first_rubric_to_the_next_year(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    [rubric] = blocks("psr", page)
    rules = tmp_path / "first.psr"
    rules.write_text(rubric.text, encoding="utf-8")
    met: list[str] = []
    for command, said in sessions(page):
        if not command.startswith("psr "):
            continue
        name = command.split()[1]
        # The linter finds something the first time, and the workbook as it is filled in lacks something.
        found = (name == "lint" and "lint" not in met) or name == "collect"
        printed = run(command, monkeypatch, capsys, ERRORS if found else FINE)
        assert is_shown(said, printed), printed
        if name == "lint" and found:
            put_right(page, rules, printed)
        if name == "template":
            fill_in(page, tmp_path / "evidence.xlsx")
        met.append(name)
    assert " ".join(met) == ("check lint lint template collect score explain explain next report report verify init")


def shape(page: Path) -> list[str]:
    """Give the kinds of a page's headings, blocks and tables, in their order."""
    text = page.read_text(encoding="utf-8")
    return re.findall(r"^(?:#+(?= )|```\w+|\|-.*\|$)", text, re.MULTILINE)


def test_both_readmes_have_the_same_parts() -> None:
    assert shape(READMES[0]) == shape(READMES[1])


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
