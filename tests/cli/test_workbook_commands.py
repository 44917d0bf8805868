"""psr template, schema, collect and merge: what they write, what they refuse, and how they end."""

from __future__ import annotations

import csv
import json
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_template_is_a_workbook_that_scores_as_nothing_known(files: Path, psr) -> None:
    assert psr("template", "rules.psr", "--output", "e.xlsx", "--units", "甲，乙、丙").code == 0
    found = psr("score", "rules.psr", "e.xlsx", "--format", "json")
    assert [(unit["unit"], unit["provisional"]) for unit in json.loads(found.out)["units"]] == [
        ("甲", True),
        ("乙", True),
        ("丙", True),
    ]


@pytest.mark.parametrize(("language", "sheet"), [("en", "Events"), ("zh", "事件")])
def test_a_template_speaks_both_languages(files: Path, psr, language: str, sheet: str) -> None:
    assert psr("template", "rules.psr", "--output", "e.xlsx", "--lang", language).code == 0
    assert sheet in load_workbook(files / "e.xlsx").sheetnames


def test_a_template_can_be_filled_in_with_evidence(files: Path, psr) -> None:
    assert psr("template", "rules.psr", "--output", "e.xlsx", "--evidence", "evidence.yaml").code == 0
    with_yaml, with_workbook = (
        psr("score", "rules.psr", name, "--format", "csv") for name in ("evidence.yaml", "e.xlsx")
    )
    assert with_workbook.out == with_yaml.out
    assert with_yaml.code == 0


@pytest.mark.parametrize("command", ["template", "merge"])
def test_nothing_is_overwritten_unasked(files: Path, psr, command: str) -> None:
    (files / "e.xlsx").write_text("mine", encoding="utf-8")
    evidence = ["evidence.yaml"] if command == "merge" else []
    found = psr(command, "rules.psr", *evidence, "--output", "e.xlsx")
    assert found.code == 2
    assert "--force" in found.err
    assert (files / "e.xlsx").read_text(encoding="utf-8") == "mine"
    assert psr(command, "rules.psr", *evidence, "--output", "e.xlsx", "--force").code == 0


@pytest.mark.parametrize(("command", "name"), [("template", "e.csv"), ("merge", "e.pdf")])
def test_an_output_of_another_kind_is_refused(files: Path, psr, command: str, name: str) -> None:
    evidence = ["evidence.yaml"] if command == "merge" else []
    found = psr(command, "rules.psr", *evidence, "--output", name)
    assert found.code == 2
    assert name in found.err
    assert not (files / name).exists()


def test_a_merged_ledger_tells_where_its_rows_come_from(files: Path, psr) -> None:
    (files / "more.csv").write_text("unit,fact,quantity\n三支部,absence,2\n", encoding="utf-8")
    assert psr("merge", "rules.psr", "evidence.yaml", "more.csv", "--output", "all.csv").code == 0
    *_, last = rows_of(files / "all.csv")
    digest = sha256((files / "more.csv").read_bytes()).hexdigest()
    origin = {"file": "more.csv", "sheet": "", "row": "2", "digest": digest}
    assert last == {"unit": "三支部", "fact": "absence", "quantity": "2", "value": "", **origin}


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_a_row_that_two_files_have_is_told_and_taken_once(files: Path, psr, ending: str) -> None:
    ledger = "unit,fact,quantity,date\n甲,absence,1,2019-03-01\n"
    (files / "a.csv").write_text(ledger, encoding="utf-8")
    (files / "b.csv").write_text(f"{ledger}乙,absence,1,2019-03-01\n", encoding="utf-8")
    found = psr("merge", "rules.psr", "a.csv", "b.csv", "--output", f"all.{ending}")
    assert found.code == 0
    assert "PSR4" in found.err
    assert "b.csv" in found.err
    sheet = json.loads(psr("score", "rules.psr", f"all.{ending}", "--format", "json").out)
    assert sheet["units"][0]["sections"][0]["items"][0]["points"] == "1.5"


def test_a_merged_ledger_in_chinese_goes_by_labels(files: Path, psr) -> None:
    assert psr("merge", "rules.psr", "evidence.yaml", "--output", "all.csv", "--lang", "zh").code == 0
    header, *rows = (files / "all.csv").read_text("utf-8-sig").splitlines()
    assert header.startswith("单位,数据,")
    assert header.endswith(",文件,工作表,行,校验码")
    assert {row.split(",")[1] for row in rows} == {"平均分", "无故缺席"}


def test_evidence_with_errors_is_not_merged(files: Path, psr) -> None:
    (files / "bad.csv").write_text("unit,fact,quantity\n甲,absence,many\n", encoding="utf-8")
    assert psr("merge", "rules.psr", "bad.csv", "--output", "all.csv").code == 1
    assert not (files / "all.csv").exists()


def test_collect_ends_with_1_while_something_is_missing(files: Path, psr) -> None:
    assert psr("collect", "rules.psr", "evidence.yaml").code == 0
    (files / "part.yaml").write_text("year: 2019\nunits: {甲: , 乙: {facts: {average: 3}}}\n", encoding="utf-8")
    found = psr("collect", "rules.psr", "part.yaml", "--lang", "zh")
    assert found.code == 1
    assert "影响至多 2 分  平均分 (average)  1.2" in found.out
    value = json.loads(psr("collect", "rules.psr", "part.yaml", "--format", "json").out)
    assert [unit["complete"] for unit in value["units"]] == [False, True]


def test_a_schema_names_the_facts(files: Path, psr) -> None:
    assert psr("schema", "rules.psr", "--output", "s.json").code == 0
    schema = json.loads((files / "s.json").read_text(encoding="utf-8"))
    assert {"absence", "无故缺席", "average", "平均分"} == schema["$defs"]["facts"]["properties"].keys()


@pytest.mark.parametrize("command", ["template", "merge", "collect", "schema"])
def test_rules_with_errors_are_told(files: Path, psr, command: str) -> None:
    (files / "bad.psr").write_text("rubric\n", encoding="utf-8")
    evidence = ["evidence.yaml"] if command in ("merge", "collect") else []
    output = [] if command == "collect" else ["--output", {"schema": "s.json"}.get(command, "e.xlsx")]
    found = psr(command, "bad.psr", *evidence, *output)
    assert found.code == 1
    assert "PSR1" in found.err
