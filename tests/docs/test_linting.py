"""docs/linting.md: what its commands print is what `psr lint` prints; its options and settings are all there are."""

import re
import shlex
from pathlib import Path

import pytest
from docs.pages import ROOT, Block, blocks

from psr.api import lint_source
from psr.cli import main
from psr.commands.lint import FORMATS
from psr.diagnostics import SourceFile
from psr.settings import Settings, read_settings

PAGE = ROOT / "docs" / "linting.md"
TEXT = PAGE.read_text(encoding="utf-8")
SLIPS, ALLOWED = blocks("psr", PAGE)


@pytest.mark.parametrize("block", blocks("console", PAGE), ids=str)
def test_a_command_prints_what_the_page_shows(
    block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PSR_LANG", "en")
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "rules.psr").write_text(SLIPS.text, encoding="utf-8")
    command, _, shown = block.text.partition("\n")
    main(shlex.split(command.removeprefix("$ psr ")))
    written = capsys.readouterr()
    assert written.out + written.err == shown


def test_the_allowances_of_the_page() -> None:
    """One is needed; of the other the page says that it is not."""
    found = lint_source(SourceFile("r.psr", ALLOWED.text))
    assert [(one.code, one.arguments.get("code")) for one in found] == [("PSR690", "PSR507")]


def test_the_settings_of_the_page(tmp_path: Path) -> None:
    (block,) = blocks("toml", PAGE)
    file = tmp_path / "psr.toml"
    file.write_text(block.text, encoding="utf-8")
    assert read_settings(str(file)) == Settings(str(file), None, ("PSR620", "PSR7"), "zh")
    assert set(Settings._fields) - {"file"} == set(re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE))


def test_every_option_and_format_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["lint", "--help"])
    options = set(re.findall(r"--[\w-]+", capsys.readouterr().out)) - {"--help", "--force"}
    assert {option for option in options if option not in TEXT} == set()
    assert {form for form in FORMATS if f"--format {form}" not in TEXT} == {"text"}
