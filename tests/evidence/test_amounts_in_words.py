"""Amounts written in words: what is offered means what was written, and no figure is offered where that is not sure."""

from __future__ import annotations

import pytest
from evidence.conftest import Reader

from psr.evidence.amounts import read_amount
from psr.evidence.called import caller
from psr.evidence.record import NOWHERE, Said

RULES = """
考核细则 "销售" 年度 2025 总分 10
数据 拜访 "拜访" 计量 次
数据 员工 "员工" 计量
数据 销售额 "销售额" 数值 万元
数据 支出 "支出" 数值 元
数据 得票 "得票" 数值
数据 回款率 "回款率" 百分比
指标 1 "拜访" 分值 10
  加 1 每 拜访
"""

ANY_AMOUNT = "请写数值（`8`）、界限（`>= 8`）、范围（`4..10`）、`未知` 或 `不适用`"
ANY_SHARE = "请写百分比（`67%`）、界限（`>= 67%`）、范围（`60%..70%`）、`未知` 或 `不适用`"
IN_WAN_YUAN = "计量单位是万元：请写明合多少万元，只写数字"
IN_TIMES = "计量单位是次：请写明合多少次，只写数字"
IN_DIGITS = "请用数字逐位写出，不用“十、百、千、万、亿”"
NO_FIGURE = "请写出它在哪两个数之间，例如 `4..10`；说不清的写 `未知`"
HOW_MANY = "请写明数量：没有发生写 `0`，不清楚写 `未知`"


def offer(bound: str) -> str:
    return f"请写作 `{bound}`"


ADVICE = [
    # another unit of measure: the bare number would be wrong
    ("销售额", "1500000元", IN_WAN_YUAN),
    ("销售额", "3万", IN_WAN_YUAN),
    ("销售额", "8百", IN_WAN_YUAN),
    ("销售额", "1.5亿元", IN_WAN_YUAN),
    ("销售额", "800元以上", IN_WAN_YUAN),
    ("拜访", "8天", IN_TIMES),
    ("拜访", "8人以上", IN_TIMES),
    # digits cut short by a word
    ("拜访", "8百", IN_DIGITS),
    ("拜访", "8千次", IN_DIGITS),
    ("支出", "3万", IN_DIGITS),
    ("支出", "3万元", IN_DIGITS),
    ("得票", "3万", IN_DIGITS),
    # bounds: 以上 and 以下 include the number
    ("销售额", "800以上", offer(">= 800")),
    ("销售额", "800万元以上", offer(">= 800")),
    ("拜访", "8次以上", offer(">= 8")),
    ("拜访", "８次（含）以上", offer(">= 8")),
    ("拜访", "8次及以上", offer(">= 8")),
    ("拜访", "不少于8", offer(">= 8")),
    ("拜访", "至少8", offer(">= 8")),
    ("拜访", "至少 8 次", offer(">= 8")),
    ("拜访", "8以下", offer("<= 8")),
    ("拜访", "8次以内", offer("<= 8")),
    ("拜访", "不超过8", offer("<= 8")),
    ("拜访", "超过8次", offer("> 8")),
    ("拜访", "不足8", offer("< 8")),
    ("拜访", "at least 8", offer(">= 8")),
    ("支出", "不足8.5元", offer("< 8.5")),
    ("回款率", "95%以上", offer(">= 95%")),
    ("回款率", "不足60%", offer("< 60%")),
    # bounds that would be no amount of their kind, or whose ends are not sure
    ("拜访", "8.5以上", ANY_AMOUNT),
    ("得票", "8次以上", ANY_AMOUNT),
    ("拜访", "8次以上12次以下", ANY_AMOUNT),
    ("回款率", "95以上", ANY_SHARE),
    # about so many
    ("销售额", "800左右", NO_FIGURE),
    ("销售额", "约800元", NO_FIGURE),
    ("拜访", "约3", NO_FIGURE),
    ("拜访", "大约3次", NO_FIGURE),
    ("拜访", "30多次", NO_FIGURE),
    ("回款率", "95%左右", "请写出它在哪两个数之间，例如 `60%..70%`；说不清的写 `未知`"),
    # nothing
    ("拜访", "无", HOW_MANY),
    ("员工", "没有", HOW_MANY),
    ("销售额", "无", ANY_AMOUNT),
    # nothing that is known
    ("拜访", "很多", ANY_AMOUNT),
    ("拜访", "若干次", ANY_AMOUNT),
    ("员工", "8个", ANY_AMOUNT),
]


@pytest.fixture(scope="module")
def sales(reader_of) -> Reader:
    return reader_of(RULES)


@pytest.mark.parametrize(("fact", "text", "expected"), ADVICE)
def test_the_advice_on_an_amount_in_words(sales: Reader, fact: str, text: str, expected: str):
    _, (found,) = sales.read(f"单位: A\n数据:\n  {fact}: {text}\n")
    assert (found.code, found.advice("zh")) == ("PSR440", expected)


@pytest.mark.parametrize(("fact", "text", "expected"), [each for each in ADVICE if each[2].startswith("请写作 `")])
def test_what_is_offered_can_be_read(sales: Reader, fact: str, text: str, expected: str):
    written = expected.removeprefix("请写作 `").removesuffix("`")
    sales.sound(f'单位: A\n数据:\n  {fact}: "{written}"\n')


def test_the_advice_in_english(sales: Reader):
    _, (found,) = sales.read("单位: A\n数据:\n  销售额: 1500000元\n")
    assert found.advice("en") == "it is counted in 万元: write how much that is in 万元, as a number alone"


@pytest.mark.parametrize("text", ["约" + "8" * 29 + "次" * 5000, "以上" * 5000, "8" + " " * 190 + "x", "多" * 200])
def test_long_texts_do_no_harm(sales: Reader, text: str):
    fact = sales.model.facts["拜访"]
    found = read_amount(Said(text, NOWHERE), "count", caller(fact), "次")
    assert getattr(found, "code", "") == "PSR440"
