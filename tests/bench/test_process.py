"""Whole processes, as a user starts them; `bare Python` is what no program can go below."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "bare Python": ["-c", "pass"],
    "psr --version": ["-m", "psr.cli", "--version"],
    "psr --help": ["-m", "psr.cli", "--help"],
    "psr check": ["-m", "psr.cli", "check", "rules/2019.psr"],
    "psr score, table": ["-m", "psr.cli", "score", "rules/2019.psr", "examples/2019"],
    "psr score, JSON": ["-m", "psr.cli", "score", "rules/2019.psr", "examples/2019", "--format", "json"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_process(benchmark, name):
    command = [sys.executable, *COMMANDS[name]]
    done = benchmark.pedantic(
        lambda: subprocess.run(command, cwd=ROOT, capture_output=True, check=True), rounds=9, warmup_rounds=2
    )
    assert done.stderr == b""
