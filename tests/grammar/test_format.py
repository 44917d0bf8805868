"""The layout of files, as pairs that people can read: NAME.before.psr becomes NAME.after.psr."""

import re
from pathlib import Path

import pytest
from support.reading import ROOT, RULE_FILES, document, mistakes, readable

from psr.diagnostics import SourceFile
from psr.grammar import format as formatter
from psr.grammar.format import Formatted, format_source
from psr.grammar.keywords import Vocabulary

CASES = sorted((Path(__file__).parent / "format").glob("*.before.psr"))
PAGE = ROOT / "docs" / "formatting.md"
GOOD_FILES = [path for path in RULE_FILES if readable(path)]


def laid_out(text: str, keywords: Vocabulary | None = None) -> str:
    formatted = format_source(SourceFile("rules.psr", text), keywords)
    assert formatted.mistakes == ()
    assert formatted.text is not None
    return formatted.text


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.split(".")[0])
def test_each_case(path: Path):
    after = path.with_name(path.name.replace("before", "after")).read_text(encoding="utf-8")
    assert laid_out(path.read_text(encoding="utf-8")) == after
    assert laid_out(after) == after


@pytest.mark.no_cover
@pytest.mark.parametrize("path", GOOD_FILES, ids=lambda path: path.stem)
def test_every_file_of_the_repository(path: Path):
    text = path.read_text(encoding="utf-8")
    tidy = laid_out(text)
    assert document(tidy) == document(text)
    assert laid_out(tidy) == tidy
    assert laid_out(laid_out(text, "zh"), "en") == laid_out(text, "en")


def test_the_regulation_is_laid_out_well():
    text = (ROOT / "rules" / "2019.psr").read_text(encoding="utf-8")
    assert laid_out(text) == text


def test_the_example_of_the_documentation():
    before, after = re.findall(r"^```psr\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert laid_out(before) == after


# ---- vocabularies --------------------------------------------------------------------------------------------

ENGLISH = """\
rubric "考核" year 2019 total 4

fact lecture "讲座" counts 次 with attendance percent, level 校级 / 院级

item 1.1 "讲座" worth 4 starts at 1
  source "per lecture"
         "每次讲座"
  deduct 0.5分 per lecture where attendance < 67% cap min(1, 2)  # per lecture
  award sum of attendance over lecture drop 1 highest,
    per lecture
  award by level
    校级:      1
    otherwise: 0
"""
CHINESE = """\
考核细则 "考核" 年度 2019 总分 4

数据 lecture "讲座" 计量 次 附带 attendance 百分比, level 校级 / 院级

指标 1.1 "讲座" 分值 4 基础分 1
  原文 "per lecture"
       "每次讲座"
  扣 0.5分 每 lecture 其中 attendance < 67% 封顶 取小(1, 2)  # per lecture
  加 合计 attendance 逐 lecture 去掉 1 最高 每 lecture
  加 按 level
    校级: 1
    其余: 0
"""


def test_keywords_are_spelt_anew_and_nothing_else():
    assert laid_out(ENGLISH, "zh") == CHINESE
    assert laid_out(CHINESE, "en") == ENGLISH
    assert laid_out(ENGLISH) == laid_out(ENGLISH, "en") == ENGLISH
    assert laid_out(CHINESE) == laid_out(CHINESE, "zh") == CHINESE


# ---- what a file on paper can't show -------------------------------------------------------------------------

TIDY = 'rubric "甲"\n\nitem 1 "乙" worth 2\n  void  # 说明\n'


@pytest.mark.parametrize("end", ["\r\n", "\r", " \t\n", "\u3000\n", "\n\n", "\n\ufeff"], ids=repr)
def test_line_ends(end: str):
    assert laid_out(TIDY.replace("\n", end)) == TIDY


def test_a_byte_order_mark_and_a_missing_newline():
    assert laid_out("\ufeff" + TIDY) == TIDY
    assert laid_out(TIDY.rstrip("\n")) == TIDY


@pytest.mark.parametrize("text", ["", "\n", " \r\n\t\u3000\n", "\ufeff"], ids=repr)
def test_a_file_of_nothing(text: str):
    assert laid_out(text) == ""


def test_a_file_of_comments():
    assert laid_out("\n\n  # 一\n#二\n\n\n\t＃三") == "# 一\n#二\n\n#三\n"


def test_what_would_continue_a_line_is_not_put_at_the_beginning_of_one():
    # `over` and `above` are names here; behind a comma at a line's end they would be read as keywords.
    fields = ", ".join(f"{name} text" for name in ["field_of_twenty_cells"] * 3 + ["over"] * 3 + ["above"] * 3)
    text = f"fact a counts with {fields}\n"
    assert len(text) > 100
    (first, *further) = laid_out(text).splitlines()
    assert first == "fact a counts,"
    assert all(not line.strip().startswith(("over", "above")) for line in further)
    assert document(laid_out(text)) == document(text)


def test_a_comment_behind_a_list_s_comma_and_before_what_would_continue_the_line():
    text = "award min(a,\n,# why\nif b then 1 else 2)"
    tidy = "award min(a,,  # why\n  if b then 1 else 2)\n"
    assert laid_out(text) == tidy
    assert laid_out(tidy) == tidy
    assert document(tidy) == document("award min(a, if b then 1 else 2)")


def test_a_line_that_can_t_be_broken_stays_long():
    options = " / ".join(f"option_number_{number}" for number in range(10))
    assert laid_out(f"fact a {options}\n") == f"fact a {options}\n"
    assert laid_out(f"fact a {options} presumed option_number_1") == f"fact a {options},\n  presumed option_number_1\n"


def test_a_line_of_exactly_the_width():
    for length in range(70, 87):
        line = f"deduct 1 per {'a' * length} cap 2"
        expected = line if len(line) <= 100 else line.replace(" cap", ",\n  cap")
        assert laid_out(line) == expected + "\n"
        keys = f"tie break by {'a' * length}, {'b' * 10}"
        expected = keys if len(keys) <= 100 else keys.replace(", ", ",\n  ")
        assert laid_out(keys) == expected + "\n"


def test_brackets_within_brackets():
    text = "score " + "(" * 5000 + "a" + ")" * 5000
    assert laid_out(text) == "score (a)\n"


# ---- files that are left alone -------------------------------------------------------------------------------


def test_a_file_with_mistakes_is_not_laid_out():
    text = 'rubric "甲"\n   deduct 1 pr a\nvoid void'
    formatted = format_source(SourceFile("rules.psr", text))
    assert formatted.text is None
    assert [(*found.place.position, found.code) for found in formatted.mistakes] == mistakes(text)
    assert len(formatted.mistakes) == 2


@pytest.mark.parametrize("wrong", ["void if x", "void  # b", "void void", ""])
def test_what_would_mean_something_else_is_thrown_away(wrong: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(formatter, "document_text", lambda _: wrong)
    assert format_source(SourceFile("rules.psr", "void  # a")) == Formatted(None, ())


# ---- size ----------------------------------------------------------------------------------------------------


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "text",
    [
        "void  # a\n" * 3_000,
        "# a\n\n" * 3_000,
        "award by a\n  # b\n" + "  x, y: 1\n" * 1_000,
        "fact a counts with " + ", ".join(f"field_{n} text" for n in range(1_000)),
        "fact a " + " / ".join(f"option_{n}" for n in range(2_000)),
        'source "a"\n' + '       "b"  # c\n' * 1_000,
        "deduct 1 per a" + ",# b\n\n\ncap 1" * 1_000,
    ],
    ids=lambda text: text[:10],
)
def test_whatever_is_long(text: str):
    tidy = laid_out(text)
    assert document(tidy) == document(text)
    assert laid_out(tidy) == tidy
