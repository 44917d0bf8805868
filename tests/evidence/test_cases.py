"""Small files of evidence, good and bad; in a bad one each line names the codes that are expected of it."""

import re
from collections import Counter
from pathlib import Path

import pytest
from evidence.common import CASES, read

_CODE = re.compile(r"PSR4\d\d")


def files(folder: str) -> list[Path]:
    return sorted(path for path in (CASES / folder).iterdir())


def name(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", files("bad"), ids=name)
def test_each_mistake_is_reported_on_its_own_line(path: Path):
    text = path.read_text("utf-8")
    _, found = read(text, path.name, previous=path.name.startswith("previous"))
    expected = Counter(
        (number, code) for number, line in enumerate(text.splitlines(), 1) for code in _CODE.findall(line)
    )
    assert Counter((max(d.place.position[0], 1), d.code) for d in found) == expected


@pytest.mark.parametrize("path", files("good"), ids=name)
def test_nothing_is_reported_where_nothing_is_wrong(path: Path):
    evidence, found = read(path.read_text("utf-8"), path.name, previous=path.name.startswith("previous"))
    assert [(str(d.place), d.code, d.message()) for d in found] == []
    assert evidence.units
