"""docs/next.md: what its commands print is what `psr next` prints; its options are all there are."""

import re
import shlex
from pathlib import Path

import pytest
from docs.pages import ROOT, Block, blocks

from psr.cli import main
from psr.replay.search import MOST_TRIALS

PAGE = ROOT / "docs" / "next.md"
TEXT = PAGE.read_text(encoding="utf-8")
[RULES] = blocks("psr", PAGE)
[EVIDENCE] = blocks("yaml", PAGE)


@pytest.mark.parametrize("block", blocks("console", PAGE), ids=str)
def test_a_command_prints_what_the_page_shows(
    block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PSR_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "rules.psr").write_text(RULES.text, encoding="utf-8")
    (tmp_path / "evidence.yaml").write_text(EVIDENCE.text, encoding="utf-8")
    command, _, shown = block.text.partition("\n")
    assert main(shlex.split(command.removeprefix("$ psr "))) == 0
    written = capsys.readouterr()
    assert written.out + written.err == shown


def test_every_option_and_the_bound_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["next", "--help"])
    options = set(re.findall(r"--[\w-]+", capsys.readouterr().out)) - {"--help", "--lang"}
    assert {option for option in options if option not in TEXT} == set()
    assert f"most {MOST_TRIALS} changed" in TEXT
