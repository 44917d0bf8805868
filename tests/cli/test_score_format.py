"""What `psr score --output` writes: the ending of the file and --format never say two things."""

import json
from pathlib import Path

import pytest

SCORE = ("score", "rules.psr", "evidence.yaml")


def written(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def test_the_ending_says_the_format(files: Path, psr):
    for name in ("a.json", "a.CSV", "a.txt", "a.list"):
        assert psr(*SCORE, "--output", name).code == 0
    assert json.loads(written(files, "a.json"))["rubric"] == "考核"
    assert written(files, "a.CSV").startswith("\ufeffItem,Title,Worth,一支部,二支部\n")
    for name in ("a.txt", "a.list"):
        assert written(files, name).startswith("考核 · 2019\n")


@pytest.mark.parametrize("ending", ["xlsx", "docx", "html", "md", "pdf", "XLSX"])
@pytest.mark.parametrize("asked", [(), ("--format", "csv"), ("--format", "table")])
def test_a_document_is_left_to_report(files: Path, psr, ending: str, asked: tuple[str, ...]):
    code, out, err = psr(*SCORE, "--output", f"a.{ending}", *asked)
    assert (code, out) == (2, "")
    assert err == (
        f"psr: `psr score` does not write `.{ending.lower()}` files: run `psr report` instead, "
        "with the same files and --output\n"
    )
    assert not (files / f"a.{ending}").exists()


@pytest.mark.parametrize(
    ("name", "asked"), [("a.json", "csv"), ("a.csv", "json"), ("a.csv", "table"), ("a{1}.json", "table")]
)
def test_a_format_that_the_ending_denies_is_refused(files: Path, psr, name: str, asked: str):
    code, out, err = psr(*SCORE, "--output", name, "--format", asked)
    assert (code, out) == (2, "")
    assert err.startswith(f"psr: `{name}` would not hold what --format {asked} writes")
    assert not (files / name).exists()


def test_a_format_that_is_asked_for_wins_where_the_ending_says_nothing(files: Path, psr):
    for name in ("a.txt", "a", "a.json"):
        assert psr(*SCORE, "--output", name, "--format", "json").code == 0
        assert json.loads(written(files, name))["rubric"] == "考核"


def test_the_reason_is_said_in_chinese_too(files: Path, psr):
    assert psr(*SCORE, "--output", "成绩.xlsx", "--lang", "zh").err == (
        "psr: `psr score` 不能写成 `.xlsx` 文件：请改用 `psr report`，佐证和 --output 照旧\n"
    )
