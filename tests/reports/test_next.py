"""The JSON of `psr next` is what its schema describes; the text keeps to the terminal, in both languages."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from replay.test_next import CASES, read
from reports.cases import ROOT

from psr.diagnostics.width import display_width
from psr.interpreter.interval import Interval
from psr.interpreter.result import Result, UnitResult
from psr.replay.search import Found, next_steps
from psr.replay.trials import Setting
from psr.reports.next_json import next_json
from psr.reports.next_steps import next_text

SCHEMA = json.loads((ROOT / "docs" / "next.schema.json").read_text(encoding="utf-8"))


def asked(name: str) -> tuple[Setting, Result, UnitResult]:
    """Give the question of a case and the sheets as they are."""
    [path] = [path for path in CASES if path.stem == name]
    setting = read(path).setting
    before = setting.result(())
    unit = before.unit(setting.unit)
    assert unit is not None
    return setting, before, unit


def text_of(name: str, language: Any = "en", found: Found | None = None) -> str:
    setting, before, unit = asked(name)
    return next_text(before, unit, setting.target, found or next_steps(setting), language, 200)


def json_of(name: str) -> dict[str, Any]:
    setting, before, unit = asked(name)
    return json.loads(next_json(before, unit, setting.target, next_steps(setting)))


@pytest.mark.parametrize("name", [path.stem for path in CASES])
def test_what_is_found_is_written_as_described(name: str) -> None:
    setting, before, unit = asked(name)
    found = next_steps(setting)
    Draft202012Validator.check_schema(SCHEMA)
    value = json.loads(next_json(before, unit, setting.target, found))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(value)] == []
    assert len(value["ways"]) == len(found.answers)
    for language, width in (("en", 60), ("zh", 60)):
        text = next_text(before, unit, setting.target, found, language, width)
        assert all(display_width(line) <= width for line in text.splitlines())
        assert "{" not in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("four_facts", "No way with up to three changes was found; there may be one with fewer than this."),
        ("vetoed", "Under a veto: 重大事故\n"),
        ("ruled", "Ruled by the committee, so that no evidence moves it: 1\n"),
        ("not_yet_judged", "Collect first: the committee's mark for 1.2 (up to 2 points)."),
        ("quota_by_rank", "A: 7 points, 合格, rank 2 of 2\nWanted: 优秀\n"),
        ("quota_by_rank", "     total 7 → 9, 优秀, rank 1 of 2\n"),
        ("fewer_is_not_allowed", "A: 0 points"),
    ],
)
def test_what_the_text_says(name: str, said: str) -> None:
    assert said in text_of(name)


@pytest.mark.parametrize(
    ("found", "en", "zh"),
    [
        (
            Found((), impossible=True, best=Interval(0, None)),
            "There is no way, however good the unit's evidence.",
            "无法达到",
        ),
        (Found((), tried=7), "nor with all that helps together (7 trials).", "（试算 7 次）"),
        (Found((), tried=7, ended=True), "No way was found in 7 trials", "不排除仍有做法"),
    ],
)
def test_where_nothing_was_found_it_says_how_far_the_search_came(found: Found, en: str, zh: str) -> None:
    assert en in text_of("two_facts", "en", found)
    assert zh in text_of("two_facts", "zh", found)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("vetoed", {"kind": "value", "fact": "accident", "from": True, "to": False, "number": 1}),
        ("judged", {"kind": "mark", "fact": None, "item": "1.2", "from": "0.5", "to": "1.3"}),
        ("not_yet_judged", {"kind": "mark", "from": None, "to": "1"}),
        ("quarters", {"kind": "more", "from": "1", "to": "3", "days": ["2019-04-01", "2019-07-01"]}),
        ("a_bound", {"kind": "value", "from": {"low": None, "high": "60"}, "to": "60"}),
        ("unknown", {"from": "unknown", "to": "80"}),
        ("table_breaks", {"from": "75%", "to": "90%"}),
        ("a_day_late", {"from": "2019-03-28", "to": "2019-03-26"}),
        ("several_rows", {"kind": "fewer", "from": "5", "to": "3", "number": 2}),
        ("same_matter_once", {"kind": "field", "field": "level", "from": "school", "with": {"matter": "演讲"}}),
    ],
)
def test_what_a_change_is_in_json(name: str, wanted: dict[str, Any]) -> None:
    change = json_of(name)["ways"][0]["changes"][0]
    assert {key: change[key] for key in wanted} == wanted


def test_a_text_that_may_be_any_other_is_null_in_json() -> None:
    ways = json_of("a_choice_and_a_text")["ways"]
    assert [(way["changes"][0]["from"], way["changes"][0]["to"]) for way in ways] == [
        ("small", "large"),
        ("旧城", None),
    ]
