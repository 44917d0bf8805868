"""The least changes: each case is a rubric with evidence as an example, and what was worked out by hand below it."""

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from support.scoring import program, shown

from psr.interpreter.examples import evidence_of
from psr.interpreter.points import scaled
from psr.interpreter.program import Program
from psr.replay.search import Answer, Found, next_steps
from psr.replay.target import Target, next_grade
from psr.replay.trials import Setting
from psr.reports.naming import short_names
from psr.reports.next_change import change_text

CASES = sorted((Path(__file__).parent / "next").glob("*.psr"))


class Case(NamedTuple):
    """What is asked, and what should come out: ways, or a word."""

    setting: Setting
    ways: list[str]
    outcome: str


def read(path: Path) -> Case:
    text = path.read_text(encoding="utf-8")
    compiled = program(text)
    [example] = compiled.model.examples
    evidence, _ = evidence_of(example, compiled.model)
    asked = re.search(r"^# (\w+) wants (.+)$", text, re.MULTILINE)
    assert asked is not None
    outcome = re.findall(r"^# (reached|impossible: .+|nothing found)$", text, re.MULTILINE)
    setting = Setting(compiled, evidence, None, asked[1], target(compiled, asked[2]))
    if asked[2] == "the next grade":
        unit = compiled.score(evidence).unit(asked[1])
        assert unit is not None
        setting = setting._replace(target=Target(next_grade(unit, compiled.model)))
    return Case(setting, re.findall(r"^# - (.+)$", text, re.MULTILINE), outcome[0] if outcome else "")


def target(compiled: Program, wanted: str) -> Target:
    names = [grade.name.value for grade in compiled.model.grades]
    if wanted in names:
        return Target(names.index(wanted))
    return Target() if wanted == "the next grade" else Target(total=scaled(Decimal(wanted)))


def told(answer: Answer) -> str:
    names = short_names(answer.result.model)
    steps = " + ".join(change_text(step, names, "en") for step in answer.steps)
    return f"{steps} = {shown(answer.unit.total)}"


def outcome(found: Found) -> str:
    if found.impossible:
        return f"impossible: {shown(found.best)[1]}"
    if found.reached:
        return "reached"
    return "" if found.answers else "nothing found"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_least_changes_are_those_worked_out_by_hand(path: Path) -> None:
    case = read(path)
    found = next_steps(case.setting, most=5)
    assert ([told(answer) for answer in found.answers], outcome(found)) == (case.ways, case.outcome)
