"""docs/evidence.md: what its commands print is what they print, on the rubric and the evidence of the page."""

from pathlib import Path

import pytest
from docs.pages import ROOT, blocks
from docs.test_readme import agrees, run, sessions

from psr.cli import main
from psr.commands.common import ERRORS, FINE

PAGE = ROOT / "docs" / "evidence.md"
ONE_UNIT, TWO_UNITS, _ = blocks("yaml", PAGE)
[RUBRIC] = blocks("psr", PAGE)
LEDGER = next(block.text for block in blocks("text", PAGE) if "digest" in block.text)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "rules.psr").write_text(RUBRIC.text, encoding="utf-8")
    (tmp_path / "一支部.yaml").write_text(ONE_UNIT.text, encoding="utf-8")
    (tmp_path / "branches.yaml").write_text(TWO_UNITS.text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_is_still_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [(command, said)] = sessions(PAGE)
    printed = run(command, monkeypatch, capsys, ERRORS)
    assert agrees(said, printed), printed


def test_the_merged_ledger(folder: Path) -> None:
    assert main(["merge", "rules.psr", "一支部.yaml", "--output", "ledger.csv"]) == FINE
    header, *rows = (folder / "ledger.csv").read_text("utf-8-sig").splitlines()
    shown_header, *shown = LEDGER.splitlines()
    assert header == shown_header
    for row in shown:
        assert any(one.startswith(row.removesuffix("…")) for one in rows), row


def test_a_text_that_a_spreadsheet_would_run(folder: Path) -> None:
    (folder / "a.csv").write_text("unit,fact,note\n一支部,absence,=1+1\n", encoding="utf-8")
    for merged, ledger in (("a.csv", "b.csv"), ("b.csv", "c.csv")):
        assert main(["merge", "rules.psr", merged, "--output", ledger]) == FINE
        assert "一支部,absence,1,'=1+1," in (folder / ledger).read_text("utf-8-sig")


def test_a_file_is_put_aside_by_its_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inside = folder / "evidence"
    inside.mkdir()
    for name, absences in (("a.csv", 1), ("_b.csv", 2)):
        (inside / name).write_text(f"unit,fact,quantity\n一支部,absence,{absences}\n", encoding="utf-8")
    assert main(["explain", "rules.psr", "evidence", "--unit", "一支部", "--item", "1.1"]) == FINE
    assert "出勤: 1.5 / 2" in capsys.readouterr().out  # 2 − 1 × 0.5
    assert main(["explain", "rules.psr", "evidence/_b.csv", "--unit", "一支部", "--item", "1.1"]) == FINE
    assert "出勤: 1 / 2" in capsys.readouterr().out  # 2 − 2 × 0.5
