"""Advice is written with the keywords of the file that it is for, so that whoever follows it does not mix them."""

import pytest

from psr.api import lint_source
from psr.diagnostics import Language, SourceFile

ENGLISH = """\
rubric "细则" year 2019 total 3
fact essay counts with prize second / first
fact late yes/no
item 1 "i" worth 1
  award 0.5 per essay where prize = first cap 0.5
item 2 "j" worth 2
  deduct 1 if late
"""
CHINESE = """\
考核细则 "细则" 年度 2019 总分 3
数据 征文 计量 附带 奖项 最高奖 / 二等奖
数据 迟到 是否
指标 1 "甲" 分值 1
  加 0.5 每 征文 其中 奖项 = 二等奖 封顶 0.5
指标 2 "乙" 分值 2
  扣 1 如果 迟到
"""


def advice(text: str, language: Language) -> dict[str, str]:
    found = lint_source(SourceFile("r.psr", text), {"PSR503", "PSR508", "PSR509"})
    return {one.code: one.advice(language) or "" for one in found}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_english_file_gets_english_code(language: Language) -> None:
    said = advice(ENGLISH, language)
    assert "`total 3`" not in said["PSR503"]
    assert "`total 2.5`" in said["PSR503"]
    assert "`from 1 to 2`" in said["PSR508"]
    assert "`late yes`" in said["PSR508"]
    assert "`essay 1 with prize first`" in said["PSR509"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_chinese_file_gets_chinese_code(language: Language) -> None:
    said = advice(CHINESE, language)
    assert "`总分 2.5`" in said["PSR503"]
    assert "`介于 1 至 2`" in said["PSR508"]
    assert "`迟到 是`" in said["PSR508"]
    assert "`征文 1 附带 奖项 二等奖`" in said["PSR509"]


def test_where_neither_leads_code_is_in_the_readers_language() -> None:
    mixed = 'rubric "r" year 2019 total 2\n数据 迟到 是否\n指标 1 "甲" 分值 2\n  deduct 1 if 迟到\n'
    assert "`from 1 to 2`" in advice(mixed, "en")["PSR508"]
    assert "`介于 1 至 2`" in advice(mixed, "zh")["PSR508"]


def test_a_long_row_of_evidence_has_no_space_before_what_follows_in_chinese() -> None:
    facts = "".join(f"fact a{number} yes/no\n" for number in range(9))
    lines = "".join(f"  award 1 if a{number}\n" for number in range(9))
    said = advice(f'rubric "r" year 2019 total 10\n{facts}item 1 "i" worth 10\n{lines}', "zh")
    assert "等 9 项时得 9 分" in said["PSR509"]
