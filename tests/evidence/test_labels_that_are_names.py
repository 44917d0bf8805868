"""A label that is the name of something else: the workbook offers what it will be read as."""

from __future__ import annotations

from pathlib import Path

import pytest

from psr.api import load
from psr.evidence.read import read_evidence
from psr.evidence.template.workbook import workbook
from psr.interpreter.facts import Event, Evidence, Missing, UnitFacts, Value

RULES = """\
rubric "出勤" year 2019 total 10
fact late "迟到" counts 次
fact 迟到 "早退" counts 次
fact level "等级" 好 "一般" / 一般 "差" / other "未知"
item 1 "出勤" worth 10
  deduct 1 per late
  deduct 3 per 迟到
"""


@pytest.mark.parametrize("level", ["好", "一般", "other"])
def test_a_workbook_reads_back_as_it_was_written(tmp_path: Path, level: str):
    rules, book = tmp_path / "rules.psr", tmp_path / "evidence.xlsx"
    rules.write_text(RULES, "utf-8")
    model = load(str(rules)).model
    unit = UnitFacts("A", {"level": Value(level)}, {"late": [Event(2)], "迟到": [Event(1)]})
    book.write_bytes(workbook(model, [], "zh", Evidence({"A": unit})))
    evidence, found = read_evidence([str(book)], model)
    assert [each.code for each in found if each.is_error] == []
    read = evidence.units["A"]
    assert read.values["level"].stated == level
    counted = {
        name: None if isinstance(rows, Missing) else [row.quantity for row in rows]
        for name, rows in read.events.items()
    }
    assert counted == {"late": [2], "迟到": [1]}
