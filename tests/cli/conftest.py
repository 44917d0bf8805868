"""What every test of the command line starts with: an empty folder, a plain terminal, a small rubric."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from psr.cli import main

RULES = """\
rubric "考核" year 2019 total 4
fact absence "无故缺席" counts 人次
fact average "平均分" number 分
item 1.1 "参加会议" worth 2
  deduct 0.5 per absence cap 2
item 1.2 "平均分" worth 2
  score 2 if rank of average = 1
"""
EVIDENCE = """\
year: 2019
units:
  一支部: {facts: {absence: 1, average: 30}}
  二支部: {facts: {absence: 9, average: 20}}
"""
SILENT = ("LC_ALL", "LC_MESSAGES", "LANG", "PSR_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS")


class Outcome(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder, made the current one, in a terminal that asks for nothing."""
    monkeypatch.chdir(tmp_path)
    for name in SILENT:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def files(folder: Path) -> Path:
    """Give a folder with a sound rubric and sound evidence."""
    (folder / "rules.psr").write_text(RULES, encoding="utf-8")
    (folder / "evidence.yaml").write_text(EVIDENCE, encoding="utf-8")
    return folder


@pytest.fixture
def psr(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run a command in this process."""

    def run(*arguments: str) -> Outcome:
        try:
            code = main(arguments)
        except SystemExit as end:  # argparse ends by itself
            code = end.code if isinstance(end.code, int) else -1
        written = capsys.readouterr()
        return Outcome(code, written.out, written.err)

    return run


@pytest.fixture
def process(folder: Path) -> Callable[..., Outcome]:
    """Run a command as a process of its own, as a shell would; a minute is an eternity."""

    def run(arguments: Sequence[str | bytes], **environment: str) -> Outcome:
        inherited = {name: value for name, value in os.environ.items() if name not in SILENT}
        ended = subprocess.run(
            [sys.executable, "-m", "psr.cli", *arguments],
            cwd=folder,
            env=inherited | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return Outcome(ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8"))

    return run
