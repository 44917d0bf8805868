"""Rules are shown in the reader's language, with labels; what is written in it is shown as it stands."""

import pytest
from support.scoring import diagnose

from psr.grammar import statements as s
from psr.interpreter.model import Model
from psr.reports.rule_text import RuleText

HEAD = """rubric "r" total 10
fact absence "无故缺席" counts 人次
fact essay "征文" counts 篇 with prize "奖次" first "一等奖" / third "三等奖"
fact average "平均分" number
fact load number
define rate = average / load
item 1 "one" worth 10
"""


def model_of(text: str) -> Model:
    model, _ = diagnose(text)
    assert model is not None
    return model


def last(model: Model) -> s.Statement:
    return model.document.statements[-1]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("deduct 0.5 per absence cap 2", "扣 0.5 每 无故缺席 封顶 2"),
        ("award 2 per essay where prize = first, # behind\n  cap 4", "加 2 每 征文 其中 奖次 = 一等奖 封顶 4"),
        ("award 10 × rate if rank of average <= 3", "加 10 × rate 如果 名次 平均分 <= 3"),
        ("score max(1, average - 2) if not (absence > 1 or average < -1)", "计为 取大(1, 平均分 - 2) 如果 并非 (无故缺席 > 1 或者 平均分 < -1)"),
        ("award -2 × average", "加 -2 × 平均分"),
        ("扣 0.5 每 absence", "扣 0.5 每 absence"),
    ],
)  # fmt: skip
def test_a_rule_in_chinese(written: str, shown: str) -> None:
    model = model_of(HEAD + written + "\n")
    assert RuleText(model, "zh").of(last(model)) == shown


def test_the_parts_of_a_rule_in_chinese() -> None:
    model = model_of(HEAD + "award (average + load) × 2 if -average < 3 and (absence > 1)\n")
    line = last(model)
    assert isinstance(line, s.Effect)
    rules = RuleText(model, "zh")
    assert line.amount is not None
    assert line.condition is not None
    assert rules.of(line.amount) == "(平均分 + load) × 2"
    assert rules.of(line.condition) == "-平均分 < 3 并且 (无故缺席 > 1)"


def test_a_minus_belongs_to_what_it_stands_before() -> None:
    model = model_of(HEAD + "award -2 × max(-average, load) if yes\n")
    line = last(model)
    assert isinstance(line, s.Effect)
    assert line.amount is not None
    assert RuleText(model, "zh").of(line.amount) == "-2 × 取大(-平均分, load)"


def test_a_row_follows_the_file() -> None:
    model = model_of(HEAD + "award per essay by prize\n  first: 3\n  third: 2\n")
    line = last(model)
    assert isinstance(line, s.Effect)
    assert [RuleText(model, "zh").of(row) for row in line.rows] == ["一等奖: 3", "三等奖: 2"]


def test_english_readers_see_what_stands_there() -> None:
    model = model_of(HEAD + "deduct   0.5 per absence, # why\n  cap 2\n")
    assert RuleText(model, "en").of(last(model)) == "deduct 0.5 per absence, cap 2"
