"""`psr verify` and what is no result: damaged, hostile, of another year, or of another form."""

import json
import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

SCORE = ("score", "rules.psr", "evidence.yaml", "--format", "json", "--output", "scores.json")
VERIFY = ("verify", "scores.json", "rules.psr", "evidence.yaml")


@pytest.fixture
def scored(files: Path, psr) -> Path:
    """Give the folder, with the result of its evidence."""
    assert psr(*SCORE).code == 0
    return files


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "said", "place"),
    [
        (b"", "PSR801]: this is not JSON: it ends too soon", "1:1"),
        (b'{"rubric": "r",', "PSR801]: this is not JSON: it ends too soon", "1:15"),
        (b'{"rubric": "r', "PSR801]: this is not JSON: it ends too soon", "1:13"),
        (b'{"a": 1, "a": 2}', "PSR801]: this is not JSON: this name stands twice", "1:10"),
        (b'{"a":\n [1, NaN]}', "PSR801]: this is not JSON: this is no number", "2:6"),
        (b'{"a": -Infinity}', "PSR801]: this is not JSON: this is no number", "1:7"),
        (b"rubric: r", "PSR801]: this is not JSON: its structure", "1:1"),
        (b"[" * 10**6, "PSR801]: this is not JSON: it is nested too deep", "scores.json"),
        (b"[]", "PSR802]: this is not a result of `psr score`: `scores.json` should be a score sheet", "1:1"),
        (b'"' + b"x" * 10**6 + b'"', "`scores.json` should be a score sheet", "1:1"),
        (b'{"rubric": "r", "headings": []}', "a derivation of `psr explain` can't be verified", "1:1"),
        (b'{"rubric": "r", "units": {}}', "`units` should be a list", "1:26"),
        (b'{"rubric": "r", "units": [7]}', "`units` should be names with values", "1:27"),
        (b'{"rubric": 1, "units": []}', "`rubric` should be a text", "1:12"),
        (b'{"rubric": "\\ud800", "units": []}', "`rubric` should be a text of whole characters", "1:12"),
        (b'{"rubric": "r", "year": 2019.5, "units": []}', "`year` should be a whole number", "1:25"),
        (b'{"rubric": "r", "year": true, "units": []}', "`year` should be a whole number", "1:25"),
        (b'{"rubric": "r", "year": ' + b"9" * 5000 + b', "units": []}', "`year` should be a whole number", "1:25"),
        (b'{"rubric": "r", "receipt": {"psr": "1", "rules": {"file": "f", "sha256": "x"}}, "units": []}',
         "`sha256` should be a SHA-256 digest", "1:74"),
        (b"{\xff}", "PSR407", "scores.json"),
    ],
)  # fmt: skip
def test_what_is_no_result(files: Path, psr, content: bytes, said: str, place: str) -> None:
    (files / "scores.json").write_bytes(content)
    code, out, err = psr(*VERIFY)
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())
    assert place in err
    assert len(err) < 2000


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"points": "1.5"', '"points": "01.5"', "`points` should be points in quotes"),
        ('"points": "1.5"', '"points": 1.5', "`points` should be points in quotes"),
        ('"points": "1.5"', '"points": "1"', "`points` should be points that agree"),
        ('"provisional": false,\n          "items"', '"items"', ""),
        ('"id": "1.2"', '"id": "1.1"', "`id` should be a name that does not stand twice"),
        ('"unit": "二支部"', '"unit": "一支部"', "`unit` should be a name that does not stand twice"),
        ('"applies": true', '"applies": "yes"', "`applies` should be `true` or `false`"),
        ('"ruling": null', '"ruling": {"points": "2"}', "`reason` should be a text"),
        ('"rank": 1', '"rank": "1"', "`rank` should be a whole number"),
    ],
)
def test_a_value_of_another_form(scored: Path, psr, old: str, new: str, said: str) -> None:
    edit(scored / "scores.json", old, new)
    code, _, err = psr(*VERIFY)
    assert code == (2 if said else 0)
    assert said in " ".join(err.split())


def test_a_result_of_another_year_or_rubric(scored: Path, psr) -> None:
    edit(scored / "scores.json", '"year": 2019', '"year": 2018')
    code, out, err = psr(*VERIFY)
    assert (code, out) == (2, "")
    assert "error[PSR803]" in err
    assert "scores.json:3:11" in err
    edit(scored / "scores.json", '"year": 2018', '"year": 2019')
    edit(scored / "rules.psr", 'rubric "考核"', 'rubric "支部考核"')
    code, out, err = psr(*VERIFY)
    assert (code, out.startswith("The result holds: every point is still the same.")) == (0, True)
    assert "warning[PSR804]" in err
    assert "title of the rubric: 考核 → 支部考核" in out


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda file: None, "there is no such file"),
        (lambda file: file.mkdir(), "it is a folder"),
        (os.mkfifo, "it is neither a file nor a folder"),
    ],
)
def test_what_cannot_be_read(files: Path, psr, make: Callable[[Path], None], said: str) -> None:
    make(files / "scores.json")
    code, out, err = psr(*VERIFY)
    assert (code, out) == (2, "")
    assert "error[PSR401]" in err
    assert said in err


@pytest.mark.parametrize("name", ["scores.xlsx", "scores.docx", "scores.CSV", "rules.psr", "evidence.yaml"])
def test_a_file_of_another_form(files: Path, psr, name: str) -> None:
    (files / name).touch()
    code, out, err = psr("verify", name, "rules.psr", "evidence.yaml")
    assert (code, out) == (2, "")
    said = " ".join(err.split())
    assert f"error[PSR802]: this is not a result of `psr score`: `{name}` should be a `.json` file" in said
    assert "psr report RULES EVIDENCE --output FILE.json" in said


def test_a_file_that_is_not_there_is_helped(files: Path, psr) -> None:
    for name in ("scores.json", "scores.xlsx"):
        err = psr("verify", name, "rules.psr", "evidence.yaml").err
        assert "there is no such file" in err
        assert "psr report RULES EVIDENCE --output FILE.json" in err


def test_a_result_too_large_to_be_one(scored: Path, psr, monkeypatch: pytest.MonkeyPatch) -> None:
    from psr.commands import verify

    monkeypatch.setattr(verify, "MAX_BYTES", 100)
    code, _, err = psr(*VERIFY)
    assert code == 2
    assert "error[PSR406]" in err
    assert "split it" not in err


def test_a_hostile_name_steers_no_terminal(scored: Path, psr) -> None:
    edit(scored / "scores.json", '"evidence.yaml"', '"\\u001b[31m\\u202e"')
    edit(scored / "scores.json", '"unit": "二支部"', '"unit": "\\u001b]0;x\\u0007"')
    edit(scored / "evidence.yaml", "absence: 1,", "absence: 3,")
    code, out, _ = psr(*VERIFY)
    assert code == 1
    assert not {"\x1b", "\u202e", "\x07"} & set(out)


def test_nothing_to_compare_is_no_crash(files: Path, psr) -> None:
    (files / "scores.json").write_text('{"rubric": "考核", "year": 2019, "units": []}', encoding="utf-8")
    code, out, _ = psr(*VERIFY)
    assert code == 0
    assert "Units that the result does not show" in out


@pytest.mark.parametrize("key", ["title", "unit", "rubric", "file", "reason"])
def test_a_text_of_any_length_fills_no_screen(scored: Path, psr, key: str) -> None:
    ruled = "{rulings: {'1.2': {points: 1, reason: 请假, by: 党总支}}, "
    edit(scored / "evidence.yaml", "{facts: {absence: 1,", ruled + "facts: {absence: 1,")
    assert psr(*SCORE, "--force").code == 0
    text = (scored / "scores.json").read_text(encoding="utf-8")
    long = re.sub(rf'("{key}": )"[^"]+"', lambda found: f'{found[1]}"{"长" * 10**5}"', text, count=1)
    (scored / "scores.json").write_text(long, encoding="utf-8")
    edit(scored / "evidence.yaml", "absence: 1,", "absence: 3,")
    code, out, err = psr(*VERIFY)
    assert code == 1
    assert len(out) < 3000
    assert len(err) < 3000


def test_a_thousand_sections_and_files_take_no_time(scored: Path, psr) -> None:
    """What would take hours if each were held against each."""
    value = json.loads((scored / "scores.json").read_text(encoding="utf-8"))
    section = value["units"][0]["sections"][0] | {"items": [], "title": "x"}
    value["units"][0]["sections"] += [section] * 20_000
    value["receipt"]["evidence"] = [{"file": f"{n}", "sha256": f"{n:064x}"} for n in range(20_000)]
    (scored / "scores.json").write_text(json.dumps(value), encoding="utf-8")
    begun = time.process_time()
    code, out, _ = psr(*VERIFY)
    assert code == 1
    assert "… +" in out
    assert time.process_time() - begun < 20
