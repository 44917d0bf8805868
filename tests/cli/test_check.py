"""`psr check`: files, folders, standard input."""

import io
import sys
from pathlib import Path

import pytest

BROKEN = 'rubric "r" year 2019 total 1\nvoid void\n'


def test_folders_are_searched(files: Path, psr) -> None:
    (files / "below").mkdir()
    (files / "below" / "b.psr").write_text(BROKEN, encoding="utf-8")
    assert psr("check", "rules.psr") == (0, "", "")
    code, out, err = psr("check", ".", "below/b.psr")
    assert (code, out) == (1, "")
    assert err.count("below/b.psr:2:6") == 1


def test_a_folder_without_rules(files: Path, psr) -> None:
    (files / "empty").mkdir()
    assert psr("check", "empty", "rules.psr") == (2, "", "psr: `empty` holds no rule file (.psr)\n")
    assert psr("check", "empty", "--lang", "zh").err == "psr: `empty` 中没有规则文件（.psr）\n"


def test_standard_input(folder: Path, psr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BROKEN.encode())))
    code, _, err = psr("check", "-")
    assert code == 1
    assert "<stdin>:2:6" in err
