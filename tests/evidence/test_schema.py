"""The JSON Schema of a rubric's evidence: it takes what the reader takes, and shows an editor what can't be right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from evidence.conftest import RULES, Reader, resolved
from jsonschema import Draft202012Validator

from psr.api import load
from psr.evidence.schema import evidence_schema
from psr.grammar.normalise import normalise

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted((RULES.parent).rglob("*.yaml"))


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def loaded(text: str) -> Any:
    """Give YAML as an editor holds it against a schema: keys are texts as written; full-width forms are beyond it."""
    return _value(yaml.compose(text, yaml.SafeLoader))


def _value(node: yaml.Node | None) -> Any:
    match node:
        case yaml.MappingNode():
            return {normalise(key.value).strip(): _value(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [_value(value) for value in node.value]
        case yaml.ScalarNode(tag="tag:yaml.org,2002:timestamp"):
            return node.value  # the YAML of editors knows no dates
        case None:
            return None
        case _:
            return yaml.SafeLoader("").construct_object(node)


SCHEMA_2019 = validator(evidence_schema(load(str(ROOT / "rules/2019.psr")).model, "zh"))


@pytest.mark.parametrize("path", sorted((ROOT / "examples/2019").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_evidence_of_2019_fits(path: Path) -> None:
    assert [error.message for error in SCHEMA_2019.iter_errors(loaded(path.read_text("utf-8")))] == []


@pytest.mark.parametrize(
    "text",
    [
        "year: 2019\nunit: A\nfacts: {absense: 2}",
        "year: 2019\nunit: A\nfacts: {absence: many}",
        "year: 2019\nunit: A\nfacts: {essay: [{prize: fourth}]}",
        "year: 2019\nunit: A\nfacts: {lecture: [{attendance: 0.67}]}",
        "year: 2019\nunit: A\nfacts: {absence: {quantity: 2, whom: B}}",
        "year: 2019\nunit: A\nfacts: {withheld: perhaps}",
        "year: 2019\nunit: A\nmarks: {1.1: 2}",
        "year: 2019\nunit: A\nrulings: {2.4: 6}",
        "units: {A: {fact: {}}}",
        "jear: 2019",
        "year: 2019\nunit: A\nmarks: {1.2: 3}",  # judge 0 to 2
        "year: 2019\nunit: A\nmarks: {1.2: {points: -1}}",
        "year: 2019\nunit: A\nmarks: {1.2: {reason: fine}}",
        "year: 2019\nunit: A\nrulings: {2.4: {points: 6, by: B}}",
        "year: 2019\nunit: A\nrulings: {2.4: {points: 6, reason: fine}}",
        "year: 2019\nunit: A\nrulings: {2.4: {points: 6, reason: fine, by: }}",
        "year: 2019\nunit: A\nrulings: {2.4: {points: '>= 6', reason: fine, by: B}}",
        "year: 2019\nunit: A\nrulings: {2.4: {points: unknown, reason: fine, by: B}}",
        "year: 2018\nunit: A",
        "year: 2018年\nunit: A",
        "year: this one\nunit: A",
        "rubric: 2018年职工党支部党建工作目标\nyear: 2019\nunit: A",
        "year: 2019\nunit: A\nfacts: {absence: {date: 2018-12-31}}",
        "year: 2019\nunit: A\nfacts: {absence: {date: 2020年1月1日}}",
        "year: 2019\nfacts: {absence: 2}",
    ],
)
def test_what_can_not_be_right_is_refused(text: str) -> None:
    assert list(SCHEMA_2019.iter_errors(loaded(text))) != []


@pytest.mark.parametrize(
    "text",
    [
        "year: 2019\nunit: A\nmarks: {1.2: 2}",
        "year: 2019\nunit: A\nmarks: {1.2: {points: '>= 1', reason: }}",
        "year: 2019\nunit: A\nmarks: {1.2: unknown}",
        "年度: ２０１９年\n单位: A\n裁定: {2.4: {分值: 6 分, 理由: 全部参加, 决定人: 党总支}}",
        "year: 2019\nunit: A\nrulings: {2.4: {points: 6..6, reason: fine, by: B}}",
        "rubric: ２０１９年职工党支部党建工作目标\nyear: '2019'\nunit: A",
        "year: 2019\nunit: A\nfacts: {absence: {date: '<= 2020-03-01'}}",
        "year: 2019\nunit: A\nfacts: {absence: {date: 2018-12-01 to 2019-02-01}}",
        "year: 2019\nunit: A\nfacts: {absence: {date: ２０１９年5月4日}}",
        "year: 2019\nunits: {A: {facts: {withheld: √}}}",
    ],
)
def test_what_the_reader_takes_is_not_refused(text: str) -> None:
    model = load(str(ROOT / "rules/2019.psr")).model
    assert [d.message() for d in Reader(model).read(text)[1] if d.is_error] == []
    assert [error.message for error in SCHEMA_2019.iter_errors(loaded(text))] == []


def test_a_title_with_signs_may_be_full_width() -> None:
    text = 'rubric "考核（试行）: A, B" year 2019\nfact n counts\nitem 1 "一" worth 2\n  deduct 1 per n\n'
    schema = validator(evidence_schema(resolved(text)))
    assert list(schema.iter_errors({"rubric": "考核(试行)： A、 B", "unit": "A"})) == []
    assert list(schema.iter_errors({"rubric": "考评（试行）: A, B", "unit": "A"})) != []


@pytest.mark.parametrize("sign", ["√", "✓", "✔", "×", "✗", "✘"])
def test_ticks_and_crosses_are_yes_and_no(sign: str) -> None:
    assert list(SCHEMA_2019.iter_errors({"unit": "A", "facts": {"withheld": sign}})) == []


def test_whatever_it_refuses_the_reader_refuses() -> None:
    model = resolved(RULES.read_text("utf-8"))
    reader, schema = Reader(model), validator(evidence_schema(model))
    tried = 0
    for path in CASES:
        text = path.read_text("utf-8")
        if any(diagnostic.is_error for diagnostic in reader.read(text)[1]):
            continue
        tried += 1
        assert [(path.name, error.message) for error in schema.iter_errors(loaded(text))] == []
    assert tried > 3


def test_facts_are_told_in_words() -> None:
    facts = json.loads(json.dumps(SCHEMA_2019.schema))["$defs"]
    name = facts["facts"]["properties"]["absence"]["$ref"].rpartition("/")[2]
    told = facts[name]["description"]
    assert told.startswith("无故缺席民族宗教知识教育\n整数")
    assert "无故缺席一人扣0.5分（2分）" in told
