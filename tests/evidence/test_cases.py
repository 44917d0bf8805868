"""Small files of evidence, good and bad; in a bad one each line names the codes that are expected of it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from psr.diagnostics.render import render_all

CASES = Path(__file__).parent / "cases"
_CODE = re.compile(r"PSR4\d\d")


def files(folder: str) -> list[Path]:
    return sorted((CASES / folder).iterdir())


def name(path: Path) -> str:
    return path.name


@pytest.fixture(params=["libyaml", "pure Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read YAML once with the parser in C and once, as where that is missing, with the one in Python."""
    monkeypatch.setattr("yaml.__with_libyaml__", request.param == "libyaml")
    return request.param


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("path", files("bad"), ids=name)
def test_each_mistake_is_reported_on_its_own_line(path: Path, reader):
    text = path.read_text("utf-8")
    _, found = reader.read(text, path.name, previous=path.name.startswith("previous"))
    expected = Counter(
        (number, code) for number, line in enumerate(text.splitlines(), 1) for code in _CODE.findall(line)
    )
    assert Counter((max(d.place.position[0], 1), d.code) for d in found) == expected


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("path", files("good"), ids=name)
def test_nothing_is_reported_where_nothing_is_wrong(path: Path, reader):
    evidence = reader.sound(path.read_text("utf-8"), path.name, previous=path.name.startswith("previous"))
    assert evidence.units


@pytest.mark.parametrize("path", files("bad"), ids=name)
def test_each_mistake_is_told_in_both_languages(path: Path, reader):
    _, found = reader.read(path.read_text("utf-8"), path.name, previous=path.name.startswith("previous"))
    english, chinese = render_all(found, "en"), render_all(found, "zh")
    assert "error[" in english or "warning[" in english
    assert "错误[" in chinese or "警告[" in chinese
    for diagnostic in found:
        assert re.search(r"[\u4e00-\u9fff]", diagnostic.message("zh"))
        assert "{" not in diagnostic.message() + diagnostic.message("zh")
        assert not re.search(r"\b(int|str|float|None|True|False|Fraction|Missing)\b", diagnostic.message())
