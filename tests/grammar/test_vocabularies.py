"""A file written in English, in Chinese or in both is one and the same tree."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reading import RULE_FILES, document, readable, statement, tokens
from support.rubric_text import Line, documents, lines, write, write_mixed

from psr.grammar.keywords import FUNCTIONS
from psr.grammar.tables import KEYWORDS, TERMINALS

GOOD_FILES = [path for path in RULE_FILES if readable(path)]
OTHER = {spelling: other for pair in FUNCTIONS.values() for spelling, other in (pair, pair[::-1])}


def swapped(text: str) -> str:
    """Spell every keyword of a text the other way."""
    written, end = "", 0
    for token in tokens(text):
        other = OTHER.get(token.text) if TERMINALS[token.terminal] == "FUNCTION" else None
        if TERMINALS[token.terminal] in KEYWORDS:
            english, chinese = KEYWORDS[TERMINALS[token.terminal]]
            other = english if token.text == chinese else chinese
        if other:
            written += f"{text[end : token.start]} {other} "
            end = token.end
    return written + text[end:]


@pytest.mark.no_cover
@pytest.mark.parametrize("path", GOOD_FILES, ids=lambda path: path.stem)
def test_every_file_of_the_repository_in_the_other_vocabulary(path: Path):
    text = path.read_text(encoding="utf-8")
    other = swapped(text)
    assert other != text
    assert document(other) == document(text)
    assert [token.text for token in tokens(swapped(other))] == [token.text for token in tokens(text)]


@given(documents, st.randoms(use_true_random=False))
def test_any_rule_file_in_both(file: list[Line], random):
    english, chinese = ("\n".join(write(line, vocabulary) for line in file) for vocabulary in ("en", "zh"))
    mixed = "\n".join(write_mixed(line, random) for line in file)
    assert document(english) == document(chinese) == document(mixed)


@given(lines)
def test_different_lines_differ(line: Line):
    # `void` cannot be what any other line is: equality of trees would be worth little if all were equal.
    text = write(line, "en")
    assert (statement(text) == statement("void")) == (text == "void")


def test_the_files_hold_every_keyword():
    """They would prove nothing of a keyword that none of them holds."""
    texts = [path.read_text(encoding="utf-8") for path in GOOD_FILES]
    held = {TERMINALS[token.terminal] for text in texts for token in tokens(text)}
    assert held >= KEYWORDS.keys()


@pytest.mark.parametrize(
    ("touching", "apart"),
    [
        ("扣0.5 每 缺席 封顶2", "deduct 0.5 per 缺席 cap 2"),
        ("扣0.5分 每 缺席 封顶2分", "deduct 0.5 per 缺席 cap 2"),
        ("加1 每1% 的 达标率 超过95%", "award 1 per 1% of 达标率 above 95%"),
        ("计为6 如果 名次 积分 = 1", "score 6 if rank of 积分 = 1"),
        ("酌情0至2", "judge 0 to 2"),
        ('指标1.1 "甲" 分值4 基础分2', 'item 1.1 "甲" worth 4 starts at 2'),
        ("加 得分1.3", "award points of 1.3"),
    ],
)
def test_a_chinese_keyword_may_touch_a_number(touching: str, apart: str):
    assert statement(touching) == statement(apart)


@pytest.mark.parametrize(
    "name", ["每缺席", "扣分表", "每月学习次数", "得奖", "percentage", "item_count", "cap2", "perfect"]
)
def test_a_word_that_only_begins_like_a_keyword_is_a_name(name: str):
    assert statement(f"award 1 per {name}") == statement(f"award 1 per [{name}]")
    assert statement(f"fact {name} counts") == statement(f"fact [{name}] counts")


@pytest.mark.parametrize(
    "name", ["cap", "month", "sum", "rank", "points", "highest", "percent", "封顶", "月", "满分", "合计"]
)
def test_a_keyword_that_is_not_reserved_can_be_a_name(name: str):
    assert statement(f"fact {name} counts") == statement(f"fact [{name}] counts")
    assert statement(f"define {name} = 1") == statement(f"define [{name}] = 1")
