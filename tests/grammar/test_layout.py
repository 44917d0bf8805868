"""What the eye sees but the tree does not: widths, blanks, line ends, where a line is wrapped; and comments."""

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reading import ROOT, RULE_FILES, document, mistakes, read, readable, statement, tokens
from support.rubric_text import Line, documents, in_one_file, rule_texts, write

from psr.grammar.statements import Comments, Effect, Heading, Source
from psr.grammar.tables import TERMINALS

GOOD_FILES = [path for path in RULE_FILES if readable(path)]
CASES = Path(__file__).parent / "cases"
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {ord(" "): 0x3000}


def widened(text: str) -> str:
    """Write every token that is no string in full-width forms, and the comments' signs as well."""
    wide = list(text.translate({ord("#"): "＃", ord(" "): "\u3000"}))
    for token in tokens(text):
        stretch = text[token.start : token.end]
        is_string = TERMINALS[token.terminal] == "STRING"
        wide[token.start : token.end] = stretch if is_string else stretch.translate(WIDE)
    return "".join(wide)


@pytest.mark.no_cover
@pytest.mark.parametrize("path", GOOD_FILES, ids=lambda path: path.stem)
def test_full_width_forms_give_the_same_tree(path: Path):
    text = path.read_text(encoding="utf-8")
    wide = widened(text)
    assert len(wide) == len(text)
    assert document(wide) == document(text)


@given(rule_texts())
def test_full_width_forms_of_any_file(text: str):
    assert document(widened(text)) == document(text)


def test_full_width_line_by_hand():
    assert statement("ｄｅｄｕｃｔ　０．５　ｐｅｒ　absence　ｃａｐ　２　＃　说明") == statement(
        "deduct 0.5 per absence cap 2"
    )
    assert statement("section ＂党建＂ worth 10") == statement('section "党建" worth 10')
    assert statement("加 取小（甲，乙）×2÷3−1") == statement("award min(甲, 乙) * 2 / 3 - 1")
    assert statement("award 1 if 甲＞＝67％") == statement("award 1 if 甲 >= 67%")


@given(documents, st.randoms(use_true_random=False))
def test_blanks_and_comments_change_nothing(lines: list[Line], random: Random):
    written = [write(line, "en", random.choice(["  ", "\t", " \u3000", "\xa0"])) for line in lines]
    assert document(in_one_file(written, random)) == document("\n".join(write(line, "en") for line in lines))


@pytest.mark.parametrize("path", [ROOT / "rules" / "2019.psr", CASES / "words.psr"], ids=lambda path: path.stem)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\n\n", "\n# x\n \n", " \n\t"], ids=repr)
def test_line_ends_and_indentation_change_nothing(path: Path, ends: str):
    text = path.read_text(encoding="utf-8")
    flat = ends.join(line.strip() for line in text.split("\n"))
    assert document(flat) == document(text)


@pytest.mark.parametrize(
    "blank", ["\ufeff", "\u200b", "\u200e", "\u2060", "\xa0", "\u3000", "\t", "\v", "\f"], ids=repr
)
def test_odd_blanks_separate_words(blank: str):
    assert statement(f"{blank}deduct{blank}0.5 per{blank}{blank}absence{blank}") == statement("deduct 0.5 per absence")


WRAPPED = "deduct 1 per a by b highest per c if d cap 2 cap 3 per month"


@pytest.mark.parametrize("place", [match.start() for match in re.finditer(" ", WRAPPED)])
@pytest.mark.parametrize("gap", [",\n", ", \n\n  ", "，# why\n  # indeed\n", ",\r\n"], ids=repr)
def test_a_comma_at_its_end_continues_a_line(place: int, gap: str):
    before, after = WRAPPED[:place], WRAPPED[place:]
    if before.endswith((" highest", " cap 3")):  # two words that are one, and a number with its own measure
        return
    assert document(f"{before}{gap}{after}\n x: 1") == document(f"{WRAPPED}\n x: 1")


@pytest.mark.parametrize(
    "clause", ["worth 4", "from 0 to 5", "weight 50%", "bonus", "starts full", "scaled to 3", "year 2019"]
)
def test_a_comma_continues_a_heading(clause: str):
    assert statement(f'section "甲" cap 3,\n  {clause}') == statement(f'section "甲" cap 3 {clause}')
    assert statement(f'section "甲",\n  {clause}') == statement(f'section "甲" {clause}')


# ---- comments ------------------------------------------------------------------------------------------------


def comments(text: str) -> list[Comments]:
    return [found.comments for found in document(text).statements]


def test_comments_stand_above_or_behind_their_line():
    text = """
        # the file

        # the rubric
        section "甲"  # the section
        # one
        # two
        void # why
        # the end
        """
    assert comments(text) == [
        Comments(("# the file", "# the rubric"), ("# the section",)),
        Comments(("# one", "# two"), ("# why",)),
    ]
    assert document(text).comments == ("# the end",)


def test_comments_of_rows_and_further_strings():
    text = """
        award by prize # table
          # above a
          a: 1 # behind a
          # above b
          b: 2
        # above source
        source "x" # first
          # between
          "y" # second
        # last
        """
    table, source = document(text).statements
    assert isinstance(table, Effect)
    assert table.comments == Comments((), ("# table",))
    assert [row.comments for row in table.rows] == [
        Comments(("# above a",), ("# behind a",)),
        Comments(("# above b",), ()),
    ]
    assert isinstance(source, Source)
    assert source.comments == Comments(("# above source",), ("# first", "# between", "# second"))
    assert document(text).comments == ("# last",)


def test_comments_within_a_continued_line_stand_behind_it():
    assert comments("deduct 1 per a, # one\n # two\n cap 2 # three\nvoid # four") == [
        Comments((), ("# one", "# two", "# three")),
        Comments((), ("# four",)),
    ]


def test_a_comment_keeps_its_words_and_drops_its_tail():
    assert comments("void ＃　全角　说明　\t\r\n") == [Comments((), ("#　全角　说明",))]
    assert comments('void # a "quoted, text" # and more') == [Comments((), ('# a "quoted, text" # and more',))]


def test_a_sign_within_a_string_begins_no_comment():
    heading = statement('section "1# 楼" worth 2 # 说明')
    assert isinstance(heading, Heading)
    assert heading.title is not None
    assert (heading.title.value, heading.comments.behind) == ("1# 楼", ("# 说明",))


def test_lone_carriage_returns_end_comments():
    assert comments("void # one\r# two\rvoid") == [Comments((), ("# one",)), Comments(("# two",), ())]


@given(rule_texts())
def test_every_comment_is_kept_in_its_order(text: str):
    # Random names and strings hold no `# behind`, `# 说明` or `# a remark`; layouts hold nothing else.
    expected = re.findall(r"# behind|# 说明|# \"a remark', “too”", text)
    found = document(text)
    kept: list[str] = []
    for line in found.statements:
        kept += line.comments.above
        kept += line.comments.behind
        for row in getattr(line, "rows", ()):
            kept += (*row.comments.above, *row.comments.behind)
    assert [*kept, *found.comments] == expected


def test_no_comment_is_kept_twice_around_a_broken_line():
    text = 'void # a\ndeduct 1 per # b\n# c\n\n# d\ndeduct x y # e\nsource "z # f\n# g\nvoid # h\ndeduct 1 2 "# i" # j'
    assert [code for _, _, code in mistakes(text)] == ["PSR101", "PSR101", "PSR102", "PSR101"]
    assert [line.comments for line in read(text)[0].statements] == [
        Comments((), ("# a",)),
        Comments(("# b", "# c", "# d", "# e", "# g"), ("# h",)),
    ]
