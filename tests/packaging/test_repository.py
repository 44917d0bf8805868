"""The repository stands alone: no file in it leans on a host, on one machine, or on a neighbouring folder."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Every phrase is put together here, so that this file is not the first to offend.
REGISTRIES = [".".join(parts) for parts in (
    ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("anaconda", "org"),
    ("mirrors", "aliyun", "com"), ("tuna", "tsinghua", "edu", "cn"), ("mirrors", "ustc", "edu", "cn"),
)]  # fmt: skip
FORBIDDEN = {
    "a registry's host": "|".join(map(re.escape, REGISTRIES)),
    "a path of one machine": r"(?<![\w.*~-])/(?:work|farm|root|home|Users)/[\w.]|\b[A-Z]:\\Users\\",
    "a folder outside": re.escape("/".join(("..", "shared"))),
}


def committed() -> list[Path]:
    """List the files under version control."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    )
    if listing.returncode != 0:
        pytest.skip("not a git checkout, so there is nothing committed to look at")
    names = listing.stdout.decode("utf-8").split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_no_committed_file_names(pattern: str) -> None:
    offence = re.compile(pattern)
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in committed()
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if offence.search(line)
    ]
    assert found == []


def test_no_lock_file_is_committed() -> None:
    locks = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"}
    assert [file.name for file in committed() if file.name in locks] == []


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("a registry's host", "index-url = https://" + "pypi." + "org/simple", True),
        ("a registry's host", "a wheel on PyPI", False),
        ("a path of one machine", "see /" + "home/li/rules.psr", True),
        ("a path of one machine", "#!/usr/bin/env bash", False),
        ("a path of one machine", "docs/" + "home/page", False),
        ("a folder outside", "../" + "shared/source", True),
        ("a folder outside", "from ..grammar import nodes", False),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern: str, text: str, found: bool) -> None:
    assert bool(re.search(FORBIDDEN[pattern], text)) is found
