"""The evidence of 2019 as a workbook: as it lies in examples/, and filled in by a person, saved by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from acceptance.regulation import EVIDENCE, RULES, UNITS, marks
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from psr.api import Rubric, load, read_evidence, score
from psr.cli import main
from psr.interpreter.points import to_decimal

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return load(str(RULES))


def assert_marks(rubric: Rubric, path: Path) -> None:
    """Hold a workbook's score sheet against the marks that the branches got."""
    result = score(rubric, read_evidence(rubric, [str(path)]))
    assert [unit.name for unit in result.units] == list(UNITS)
    for item, wanted in marks().items():
        for unit in result.units:
            points = unit.total if item == "total" else unit.mark(result.model.labels[item]).points
            assert isinstance(points, int), (unit.name, item)
            assert to_decimal(points) == wanted.of[unit.name], (unit.name, item)


def test_the_workbook_in_the_examples_gives_the_marks(rubric: Rubric) -> None:
    assert_marks(rubric, EVIDENCE / "_evidence.xlsx")


def test_the_folder_is_read_without_it(rubric: Rubric) -> None:
    evidence = read_evidence(rubric, [str(EVIDENCE)])
    assert len(evidence.units["一支部"].events["essay"]) == 1


# ---- as a person fills it in ----------------------------------------------------------------------------------


def lines(unit: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give what a branch's YAML says, entry by entry: under which key, of what, and its parts."""
    document = yaml.load((EVIDENCE / f"{unit}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    for key in ("facts", "marks", "rulings"):
        for name, said in document[key].items():
            for entry in said if isinstance(said, list) else [said]:
                yield key, name, entry if isinstance(entry, dict) else {"value": entry}


def typed(text: str) -> Any:
    """Give what a spreadsheet makes of what a person types into a cell."""
    if text.endswith("%") and text[:-1].isdigit():
        return int(text[:-1]) / 100
    try:
        return int(text) if text.isdigit() else float(text)
    except ValueError:
        return date.fromisoformat(text) if text[:4].isdigit() and text[4:5] == "-" else text


class Sheet:
    """A sheet of the workbook, written into by the words in its first row."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.columns = {str(cell.value).rstrip(" *"): cell.column for cell in sheet[1] if cell.value}
        self.next = 2

    def row(self, **cells: str) -> None:
        """Fill in the next row that has nothing in its columns yet."""
        for header, text in cells.items():
            self.sheet.cell(self.next, self.columns[header], typed(text))
        self.next += 1


def fill_in(path: Path, rubric: Rubric) -> None:
    """Fill in an empty workbook with the evidence of 2019, in people's words."""
    book = load_workbook(path)
    facts, events, decisions = (Sheet(book[name]) for name in ("数据", "事件", "评定"))
    rows = {facts.sheet.cell(row, facts.columns["名称"]).value: row for row in range(2, facts.sheet.max_row + 1)}
    waiting = {
        (decisions.sheet.cell(row, 1).value, str(decisions.sheet.cell(row, 2).value).split()[0]): row
        for row in range(2, decisions.sheet.max_row + 1)
        if decisions.sheet.cell(row, 1).value
    }
    decisions.next = max(waiting.values()) + 1
    for unit in UNITS:
        for key, name, parts in lines(unit):
            if key == "facts" and rubric.model.facts[name].counts:
                fact = rubric.model.facts[name]
                labels = {field.name: field.label for field in fact.fields.values()}
                words = {"quantity": "数量", "value": "数量", "date": "日期", "note": "备注"} | labels
                events.row(单位=unit, 数据=fact.label, **{words[part]: text for part, text in parts.items()})
            elif key == "facts":
                facts.sheet.cell(rows[name], facts.columns[unit], typed(parts["value"]))
            elif key == "marks":
                decisions.next, after = waiting[unit, name], decisions.next
                decisions.row(得分=parts.get("points") or parts["value"])
                decisions.next = after
            else:
                item = {"指标": name, "种类": "裁定", "得分": parts["points"], "理由": parts["reason"]}
                decisions.row(单位=unit, 决定人=parts["by"], **item)
    book.save(path)


@pytest.fixture(scope="module")
def filled(rubric: Rubric, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("workbook") / "evidence.xlsx"
    assert main(["template", str(RULES), "--output", str(path), "--units", "，".join(UNITS), "--lang", "zh"]) == 0
    fill_in(path, rubric)
    return path


def test_a_workbook_filled_in_gives_the_marks(rubric: Rubric, filled: Path) -> None:
    assert_marks(rubric, filled)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed; .ci/run installs it")
def test_so_it_does_after_libreoffice_has_saved_it(rubric: Rubric, filled: Path, tmp_path: Path) -> None:
    assert OFFICE is not None
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = [OFFICE, home, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(filled)], check=True, capture_output=True, timeout=120)
    saved = tmp_path / filled.name
    assert saved.read_bytes() != filled.read_bytes()
    assert_marks(rubric, saved)
