"""What is still missing in evidence: which facts and marks, what hangs on each, and how far each unit has come."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from reports.cases import ROOT

from psr.api import check_source
from psr.diagnostics import SourceFile
from psr.evidence.read import check_evidence
from psr.reports.collect import Collection, collect, collect_json, collect_text

RULES = """\
rubric "收集" year 2019 total 20
fact session "学习" counts 次 required
fact essay "征文" counts 篇 with prize first / third
fact average "均分" number 0 to 10 分
fact withheld "瞒报" yes/no presumed no
item 1 "学习" worth 4
  part "次数" worth 4
    deduct 0.5 per session below 8
item 2 "积分" worth 10
  award average
item 3 "创新" worth 2
  judge 0 to 2
item 4 "征文" worth 4 starts zero
  award per essay by prize
    first: 3
    third: 1
  void if withheld
"""
EVIDENCE = """\
year: 2019
units:
  甲: {facts: {average: 9, session: ">= 6"}}
  乙:
    facts: {session: 8, average: 10, essay: [{prize: unknown}, {prize: first}]}
    marks: {3: 2}
  丙: {facts: {session: 9, average: 1}, marks: {3: 1}}
  丁:
"""


@pytest.fixture(scope="module")
def found() -> tuple[list[Collection], str]:
    rubric, problems = check_source(SourceFile("rules.psr", RULES))
    assert rubric is not None, problems
    evidence, problems = check_evidence([SourceFile("evidence.yaml", EVIDENCE)], rubric.model)
    assert not problems
    collected = collect(rubric.program.score(evidence), evidence)
    return collected, collect_json(collected, rubric.model)


def test_what_hangs_on_what(found: tuple[list[Collection], str]) -> None:
    # 甲: sessions of 6, 7 or 8 and more leave 1 point open; the mark 2. 乙: a first prize gives 3, a third one 1, and
    # together with the other first one the worth of 4 is reached either way: nothing is open. 丁: all of it.
    needed = {
        unit.unit: [(entry.label or "评分", "、".join(entry.items), entry.points // 10**10) for entry in unit.needed]
        for unit in found[0]
    }
    assert needed == {
        "甲": [("评分", "3", 2), ("学习", "1", 1)],
        "乙": [],
        "丙": [],
        "丁": [("均分", "2", 10), ("学习", "1", 4), ("评分", "3", 2)],
    }


def test_how_far_each_unit_is(found: tuple[list[Collection], str]) -> None:
    # Wanted of every unit: sessions, the average, the mark.
    assert [(unit.collected, unit.wanted) for unit in found[0]] == [(1, 3), (3, 3), (3, 3), (0, 3)]


def test_as_text(found: tuple[list[Collection], str]) -> None:
    assert collect_text(found[0], "zh") == (
        "甲  ██████░░░░░░░░░░░░░░  1/3\n"
        "  影响至多 2 分  委员会评分      3  必填\n"
        "  影响至多 1 分  学习 (session)  1  必填\n"
        "\n"
        "乙  ████████████████████  3/3\n"
        "\n"
        "丙  ████████████████████  3/3\n"
        "\n"
        "丁  ░░░░░░░░░░░░░░░░░░░░  0/3\n"
        "  影响至多 10 分  均分 (average)  2\n"
        "  影响至多 4 分   学习 (session)  1  必填\n"
        "  影响至多 2 分   委员会评分      3  必填\n"
        "\n"
        "还缺 5 项，涉及 2 个单位。\n"
    )


def test_as_json(found: tuple[list[Collection], str]) -> None:
    value = json.loads(found[1])
    schema = json.loads((ROOT / "docs" / "collect.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(value)] == []
    assert value["complete"] is False
    assert value["units"][0]["missing"] == [
        {"fact": None, "label": None, "mark": True, "items": ["3"], "points": "2", "required": True},
        {"fact": "session", "label": "学习", "mark": False, "items": ["1"], "points": "1", "required": True},
    ]
