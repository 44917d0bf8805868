"""docs/explaining.md: what its commands print is what `psr explain` prints; its options and forms are all there are."""

import re
from pathlib import Path

import pytest
from docs.pages import ROOT, blocks
from docs.test_readme import agrees, run, sessions

from psr.api import check_source, read_evidence
from psr.cli import main
from psr.diagnostics import SourceFile
from psr.evidence.whatif import read_changes

PAGE = ROOT / "docs" / "explaining.md"
TEXT = PAGE.read_text(encoding="utf-8")
[RULES] = blocks("psr", PAGE)
[EVIDENCE] = blocks("yaml", PAGE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "rules.psr").write_text(RULES.text, encoding="utf-8")
    (tmp_path / "evidence.yaml").write_text(EVIDENCE.text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("command", "said"), sessions(PAGE), ids=lambda text: text.partition("\n")[0][-40:])
def test_a_command_prints_what_the_page_shows(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str, said: str
) -> None:
    printed = run(command, monkeypatch, capsys)
    assert agrees(said, printed), printed


def test_every_form_of_the_page_is_understood(folder: Path) -> None:
    rubric, _ = check_source(SourceFile("rules.psr", RULES.text))
    assert rubric is not None
    evidence = read_evidence(rubric, ["evidence.yaml"])
    rows = re.findall(r"^\| (`.+?) \|", TEXT, re.MULTILINE)
    forms = re.findall(r"`'?([^`']+?)'?`", " ".join(rows) + TEXT.partition("**写法**")[2].partition("改为指标")[0])
    assert len(forms) > 12
    for form in forms:
        changes, found = read_changes([form], rubric.model, evidence, "一支部")
        if form == "essay-1 prize=third":
            assert [one.code for one in found] == ["PSR467"]  # there is no such essay yet
        else:
            assert (len(changes), found) == (1, ())


def test_every_format_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["explain", "--help"])
    [formats] = re.findall(r"--format \{(.+?)\}", capsys.readouterr().out)[:1]
    assert {form for form in formats.split(",") if f"--format {form}" not in TEXT} == {"text"}
