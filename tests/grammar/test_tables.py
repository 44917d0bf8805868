"""psr.lark is a grammar without conflicts, and tables.py is what Lark makes of it."""

import io
import logging
import re

import pytest
from lark import Lark, logger
from lark.exceptions import GrammarError
from support.lark_itself import collisions_unasked

from psr.grammar import keywords
from psr.grammar.generate import FOLDER, grammar_text, tables_text, words_of
from psr.grammar.tables import KEYWORDS


@pytest.fixture(scope="module")
def log():
    """Build the grammar strictly, as Lark's users would, and give what Lark says of it."""
    heard = io.StringIO()
    handler, level = logging.StreamHandler(heard), logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        # `strict` refuses a conflict that Lark would settle in silence, and terminals that match the same text.
        Lark(grammar_text(), parser="lalr", start="start", strict=True, debug=True)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
    return heard.getvalue()


def test_lark_finds_nothing_to_settle(log: str):
    assert "onflict" not in log
    assert re.findall(r".*(?i:collision|overlap|ambig).*", log) == []


def test_lark_would_say_so():
    with pytest.raises(GrammarError, match="Shift/Reduce conflict"):
        Lark('start: start "+" start | "x"', parser="lalr", strict=True)


def test_every_terminal_and_rule_is_used(log: str):
    # W, C and S are parts of other terminals.
    assert re.findall(r"Unused (\w+): (.*)", log) == [("terminals", "['W', 'C', 'S']")]


def test_tables_are_up_to_date():
    # `make grammar` writes them
    with collisions_unasked():
        built = tables_text()
    assert (FOLDER / "tables.py").read_text(encoding="utf-8") == built


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:cap(?!\w)|封顶(?![^\W\d]))", ("cap", "封顶")),
        (r"(?:封顶(?![^\W\d])|cap(?!\w))", ("cap", "封顶")),
        ("(?:half[ \t]+up(?!\\w)|四舍五入(?![^\\W\\d]))", ("half up", "四舍五入")),
        (r"\d+(\.\d+)?", None),
    ],
)
def test_a_keyword_is_told_by_its_pattern(pattern: str, words: tuple[str, str] | None):
    assert words_of(pattern) == words


def test_no_two_keywords_share_a_spelling():
    # 最高 and 最低 serve twice: behind `drop N` no value can begin, so the place tells which is meant.
    spellings = [spelling for pair in KEYWORDS.values() for spelling in pair]
    assert {s for s in spellings if spellings.count(s) > 1} == {"最高", "最低"}


# From the specification, "Words": what begins a line, what begins a value, and `per by with to for on required`.
RESERVED_ENGLISH = """
    rubric period section item part in source fact deduct award score void judge applies round grade veto tie define
    example given expect yes no total worth if not every previous unknown otherwise per by with to for on required
"""


def test_reserved_words():
    assert {word for word in keywords.RESERVED if word.isascii()} == set(RESERVED_ENGLISH.split())
    chinese = {word for word in keywords.RESERVED if not word.isascii()}
    assert {"扣", "加", "每", "按", "附带", "至", "对", "名额", "于", "必填", "大项", "同分按", "每个大项"} <= chinese
    assert chinese.isdisjoint({"扣分", "封顶", "满分", "得分", "名次", "合计", "月", "天", "则"})


@pytest.mark.parametrize(("vocabulary", "spelling"), [("en", "applies if"), ("zh", "适用")])
def test_spelling(vocabulary: keywords.Vocabulary, spelling: str):
    assert keywords.spelling("APPLIES_IF", vocabulary) == spelling
