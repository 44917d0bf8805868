"""docs/receipts.md: its commands print what it shows, one after the other, but for digests and the version."""

import re
import shlex
from pathlib import Path

import pytest
from docs.pages import ROOT
from support.receipts import masked

from psr.cli import main

PAGE = ROOT / "docs" / "receipts.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = {"psr": "rules.psr", "yaml": "evidence.yaml"}


def test_the_page_from_top_to_bottom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PSR_LANG", "en")
    monkeypatch.setenv("COLUMNS", "100")
    codes: list[int] = []
    for language, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if language in FILES:
            (tmp_path / FILES[language]).write_text(text, encoding="utf-8")
        if language != "console":
            continue
        printed = ""
        for command in re.findall(r"^\$ psr (.+)$", text, re.MULTILINE):
            codes.append(main(shlex.split(command)))
            written = capsys.readouterr()
            printed += f"$ psr {command}\n{written.out}{written.err}"
        assert masked(printed) == masked(text)
    assert codes == [0, 0, 0, 1]
