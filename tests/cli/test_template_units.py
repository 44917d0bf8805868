"""The units that `psr template` is told of: their names are parted by any comma or semicolon that people type."""

from pathlib import Path

import pytest
from openpyxl import load_workbook


@pytest.mark.parametrize("units", ["甲,乙,丙", "甲，乙，丙", "甲、乙、丙", "甲;乙;丙", "甲；乙；丙", "甲; 乙、 丙；"])
def test_names_may_be_parted_as_people_do(files: Path, psr, units: str) -> None:
    assert psr("template", "rules.psr", "--output", "e.xlsx", "--units", units, "--lang", "zh").code == 0
    header = [cell.value for cell in load_workbook(files / "e.xlsx")["数据"][1] if cell.value]
    assert header[6:] == ["甲", "乙", "丙"]
