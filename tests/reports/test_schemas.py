"""What `--format json` gives is what the schemas in docs/ describe, and the schemas describe nothing looser."""

import json
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from reports.cases import CASES, ROOT, result_of, result_of_2019

from psr import load, read_evidence
from psr.interpreter.facts import Missing
from psr.interpreter.result import Result
from psr.replay.change import FactChange, replay
from psr.replay.compare import WhatIf
from psr.reports.as_json import score_json
from psr.reports.explain import explain_json
from psr.reports.whatif import whatif_json


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((ROOT / "docs" / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


SCORE = validator("score.schema.json")
EXPLAIN = validator("explain.schema.json")


def results() -> dict[str, Result]:
    return {"2019": result_of_2019(), **{name: result_of(name) for name in CASES}}


@pytest.mark.parametrize("name", ["2019", *CASES])
def test_a_score_sheet_fits_its_schema(name: str) -> None:
    value = json.loads(score_json(results()[name]))
    assert [error.message for error in SCORE.iter_errors(value)] == []


@pytest.mark.parametrize("name", ["2019", *CASES])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_derivation_fits_its_schema(name: str, language: Any) -> None:
    result = results()[name]
    for unit in result.units:
        value = json.loads(explain_json(result, unit, result.model.headings, language))
        assert [error.message for error in EXPLAIN.iter_errors(value)] == []


def asked(name: str) -> WhatIf:
    """Ask of a case what comes out if the first unit had no event of any fact, and nothing were known beside."""
    rubric = load(str(CASES[name] / "rules.psr"))
    evidence = read_evidence(rubric, [str(CASES[name] / "evidence.yaml")])
    changes = tuple(FactChange(fact, () if fact.counts else Missing.UNKNOWN) for fact in rubric.model.facts.values())
    before = rubric.program.score(evidence)
    unit = before.units[0].name
    after = replay(rubric.program, evidence, None, unit, changes)
    return WhatIf(unit, ("a=0", "b=unknown"), changes, (False,) * len(changes), before, after)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_if_fits_the_schema(name: str, language: Any) -> None:
    question = asked(name)
    for headings in (None, question.model.headings):
        value = json.loads(whatif_json(question, headings, language))
        assert [error.message for error in EXPLAIN.iter_errors(value)] == []


def test_what_might_be_is_not_taken_for_what_is() -> None:
    """Either the derivation stands there, or what it was before and would be after a change."""
    value = json.loads(whatif_json(asked("ruled"), None, "en"))
    assert EXPLAIN.is_valid(value)
    assert not EXPLAIN.is_valid(value | {"headings": []})
    assert not EXPLAIN.is_valid({key: value[key] for key in ("rubric", "year", "unit")})
    assert not EXPLAIN.is_valid({key: value[key] for key in value if key != "before"})


@pytest.fixture
def sheet() -> dict[str, Any]:
    return json.loads(score_json(result_of("ruled")))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["units", 0, "total"], 14),
        (["units", 0, "total"], "14.0"),
        (["units", 0, "total"], "1e1"),
        (["units", 0, "total"], "-0"),
        (["units", 0, "total"], "014"),
        (["units", 0, "provisional"], "no"),
        (["units", 0, "provisional"], True),
        (["units", 0, "rank"], 0),
        (["units", 0, "grades"], []),
        (["units", 0, "sections", 0, "items", 0, "ruling"], {"points": "6", "reason": "x"}),
        (["year"], "2024"),
    ],
)
def test_the_schema_refuses_what_is_no_score_sheet(sheet: dict[str, Any], path: list[str | int], value: Any) -> None:
    assert SCORE.is_valid(sheet)
    inner: Any = sheet
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert not SCORE.is_valid(sheet)


def test_points_are_null_exactly_where_they_are_provisional() -> None:
    value = json.loads(score_json(result_of("provisional")))
    entries = [item for unit in value["units"] for section in unit["sections"] for item in section["items"]]
    assert {item["provisional"] for item in entries} == {True, False}
    for item in entries:
        assert (item["points"] is None) is item["provisional"]
        if not item["provisional"]:
            assert item["low"] == item["high"] == item["points"]


def test_an_end_without_limit_is_null() -> None:
    value = json.loads(score_json(result_of("provisional")))
    donation = value["units"][1]["sections"][0]["items"][0]
    assert (donation["low"], donation["high"]) == ("0", None)
    assert (value["units"][1]["low"], value["units"][1]["high"]) == ("7", None)


def test_items_under_no_section_come_first_without_points_together() -> None:
    first = json.loads(score_json(result_of("provisional")))["units"][0]["sections"][0]
    assert (first["title"], first["worth"], first["points"]) == ("", None, None)
    assert [item["id"] for item in first["items"]] == ["0.1"]


def test_points_keep_every_digit() -> None:
    """0.1 is not a binary float's 0.1000000000000000055."""
    value = json.loads(score_json(result_of("graded")))
    assert Decimal(value["units"][0]["sections"][1]["points"]) == Decimal("38.04")


def test_what_a_rank_rests_on_stands_below_it() -> None:
    result = result_of("taken_apart")
    value = json.loads(explain_json(result, result.units[0], (result.model.labels["3"],), "en"))
    [_, score] = value["headings"][0]["steps"]
    [rank, _] = score["steps"]
    [rate] = rank["steps"]
    [_, done, plan] = rate["steps"]  # behind how the definition reads
    assert (rank["value"], rate["value"]) == ("2", "0.75")  # 6 of 8, after 9 of 10
    assert [(step["value"], step["steps"][0]["place"]["line"]) for step in (done, plan)] == [("6", 6), ("8", 7)]
    assert plan["steps"][0]["value"] is None  # the step above has it


def test_a_date_is_a_date() -> None:
    result = result_of("taken_apart")
    value = json.loads(explain_json(result, result.units[0], (result.model.labels["4"],), "en"))
    assert value["headings"][0]["steps"][1]["steps"][0]["value"] == "2024-02-20"


def test_the_steps_of_a_derivation_nest() -> None:
    result = result_of("left_out")
    heading = result.model.labels["3.1"]
    value = json.loads(explain_json(result, result.units[0], (heading,), "en"))
    [found] = value["headings"]
    [start, line] = found["steps"]
    [events, reckoned, cap] = line["steps"]
    assert [start["kind"], line["kind"], events["kind"], cap["kind"]] == ["start", "line", "events", "cap"]
    assert (reckoned["kind"], reckoned["text"]) == ("times", "4 + 1 = 5")
    assert [(row["value"], row["place"]["line"]) for row in events["steps"]] == [("4", 9), ("1", 10)]
    assert (events["value"], line["value"], cap["value"]) == ("4", "5", "5")
