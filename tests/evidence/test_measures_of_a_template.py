"""What a field's amounts are measured in stands in the workbook of `psr template`, and does no harm when it is read."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from evidence.conftest import resolved
from openpyxl import load_workbook

from psr.diagnostics import Language
from psr.evidence.read import read_evidence
from psr.evidence.template.workbook import workbook
from psr.interpreter.facts import Event, Evidence, Missing, UnitFacts
from psr.interpreter.model import Model


def rubric(facts: str) -> Model:
    """Give a rubric that has some facts."""
    return resolved(f'rubric "考核" year 2025 total 1\n{facts}\nitem 1 "项" worth 1\n  award 1 per deal\n')


def opened(model: Model, language: Language = "zh") -> Any:
    return load_workbook(BytesIO(workbook(model, ["甲"], language)))


def fields(model: Model, language: Language = "zh") -> list[str]:
    """Give the headers of the fields on the sheet of events."""
    return [cell.value for cell in opened(model, language)[{"zh": "事件", "en": "Events"}[language]][1]][4:-2]


DEAL = 'fact deal "客户" counts 家 with amount "合同额" number 万元'


@pytest.mark.parametrize(
    ("facts", "headers"),
    [
        (DEAL, ["合同额（万元）"]),
        (f'{DEAL}\nfact renewal "续约" counts with amount "合同额" number 万元', ["合同额（万元）"]),
        (f'{DEAL}\nfact renewal "续约" counts with amount "合同额" number 元', ["合同额"]),
        (f'{DEAL}\nfact renewal "续约" counts with amount "合同额" number', ["合同额"]),
        ('fact deal "客户" counts with amount "合同额（含税）" number 万元', ["合同额（含税）"]),
        (f'{DEAL}, other "合同额（万元）" yes/no', ["合同额", "合同额（万元）"]),
        ('fact deal "客户" counts with amount "日期" number 天', ["amount（天）"]),
        (
            'fact deal "客户" counts with share "占比" percent, day "签约日" date, pages number',
            ["占比", "签约日", "pages"],
        ),
    ],
)
def test_it_stands_behind_the_header_where_that_reads_back(facts: str, headers: list[str]) -> None:
    assert fields(rubric(facts)) == headers


def test_in_english_in_plain_brackets() -> None:
    assert fields(rubric(DEAL), "en") == ["合同额 (万元)"]


def filled(model: Model) -> bytes:
    """Give a workbook in which 甲 has a deal of 120, which its field says."""
    rows = [Event(1, None, dict.fromkeys(model.facts["deal"].fields, 120))]
    return workbook(model, [], "zh", Evidence({"甲": UnitFacts("甲", {}, {"deal": rows})}))


def amounts(path: Path, model: Model) -> list[Any]:
    evidence, found = read_evidence([str(path)], model)
    assert [(each.code, each.message()) for each in found] == []
    rows = evidence.units["甲"].events["deal"]
    assert not isinstance(rows, Missing)
    return [stated for row in rows for stated in row.fields.values()]


@pytest.mark.parametrize("label", ["合同额", "合同额（含税）", "日期", "Contract value"])
def test_a_column_with_it_is_read(tmp_path: Path, label: str) -> None:
    model = rubric(f'fact deal "客户" counts with amount "{label}" number 万元')
    path = tmp_path / "a.xlsx"
    path.write_bytes(filled(model))
    assert amounts(path, model) == [120]


def test_also_from_the_sheet_saved_as_csv(tmp_path: Path) -> None:
    model = rubric(DEAL)
    sheet = load_workbook(BytesIO(filled(model)))["事件"]
    text = StringIO()
    csv.writer(text).writerows(sheet.iter_rows(values_only=True))
    path = tmp_path / "a.csv"
    path.write_text(text.getvalue(), "utf-8")
    assert "合同额（万元）" in text.getvalue()
    assert amounts(path, model) == [120]


def test_the_guide_tells_it() -> None:
    told = [cell.value for row in opened(rubric(DEAL))["说明"].iter_rows() for cell in row]
    assert "合同额（数字，以万元计，不小于0）" in told
    told = [cell.value for row in opened(rubric(DEAL), "en")["Guide"].iter_rows() for cell in row]
    assert "合同额 (a number, in 万元, 0 or more)" in told


@pytest.mark.parametrize(
    ("other", "prompt"),
    [
        ("万元", "数字，以万元计，不小于0"),
        ("元", "客户：数字，以万元计，不小于0\n续约：数字，以元计，不小于0"),
        ("0 to 5 元", "客户：数字，以万元计，不小于0\n续约：数字，以元计，不小于0，不大于5"),
    ],
)
def test_a_cell_that_is_chosen_tells_it(other: str, prompt: str) -> None:
    sheet = rubric(f'{DEAL}\nfact renewal "续约" counts with amount "合同额" number {other}')
    rules = opened(sheet)["事件"].data_validations.dataValidation
    assert [rule.prompt for rule in rules if str(rule.sqref) == "E2:E5001"] == [prompt]
