"""What only follows from a line that could not be read is not held against the author as well."""

import pytest

from psr.api import check_source
from psr.diagnostics import SourceFile

TEXT = """
rubric "r" year 2019 total 10
fact absence cuonts 人次
item 1 "one" worth 5
  deduct 0.5 pr late
item 2 "two" worth 5
  deduct 0.5 per absence
  deduct 0.5 per other
"""


def test_only_mistakes_of_their_own_are_told():
    rubric, found = check_source(SourceFile("r.psr", TEXT))
    assert rubric is None
    # Item 1 is not called empty, `absence` not unknown: their lines could not be read. `other` is nowhere declared.
    assert [(d.place.position[0], d.code) for d in found] == [(3, "PSR101"), (5, "PSR101"), (8, "PSR201")]


def test_without_mistakes_they_are_told():
    text = TEXT.replace("cuonts", "counts").replace("  deduct 0.5 pr late\n", "")
    _, found = check_source(SourceFile("r.psr", text))
    assert [(d.place.position[0], d.code) for d in found] == [(4, "PSR223"), (7, "PSR201")]


def test_a_rubric_line_that_cannot_be_read_is_told_once():
    _, found = check_source(SourceFile("r.psr", TEXT.replace("rubric", "rubrik")))
    assert "PSR220" not in {d.code for d in found}
    assert "PSR222" not in {d.code for d in found}


UNREAD = """\
rubric "r" year 2019 total 10
{unread}
item 1 "i" worth 10
  award 10 per a cap 10
  award 1 per visit where freq = dayly
  award 1 per other
"""


@pytest.mark.parametrize(
    "unread",
    [
        "fact a counts, fact visit counts with freq daily / weekly",
        "fact a counts,\nfact visit counts,\nfact c counts with freq daily / weekly, d !",
        "fact a counts !\nfact visit counts with\n  freq daily / weekly,\n  place text !",
    ],
)
def test_what_an_unread_line_may_declare_is_not_told_nor_a_slip_in_it(unread: str):
    _, found = check_source(SourceFile("r.psr", UNREAD.format(unread=unread)))
    unknown = [d for d in found if d.code == "PSR201"]
    assert [d.arguments["name"] for d in unknown] == ["other"]
    advice = unknown[0].advice()
    assert advice is not None
    assert "fact other" not in advice
    assert "could not be read" in advice


def test_a_word_of_a_comment_or_a_part_of_a_word_declares_nothing():
    text = UNREAD.format(unread="fact thing cuonts  # not a, not visit, not freq dayly other")
    _, found = check_source(SourceFile("r.psr", text))
    assert {d.arguments["name"] for d in found if d.code == "PSR201"} == {"a", "visit", "freq", "dayly", "other"}
