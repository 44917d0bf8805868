"""The Markdown table says what the marks say, and every text in it is shown as it is."""

import pytest
from acceptance.regulation import UNITS, justified, rows, without_blanks
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reports.cases import CASES, result_of, result_of_2019
from reports.hostile_texts import HOSTILE
from reports.html.pages import full_of

from psr.reports.markdown import escaped, markdown_report

_TABLE = {f"{part}_{end}" for part in ("table", "thead", "tbody", "tr", "th", "td") for end in ("open", "close")}
HARMLESS = {"heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close"} | _TABLE


def tokens(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def shown(token: Token) -> str:
    """Give what a reader sees of a stretch of text."""
    return "".join("\n" if child.type == "html_inline" else child.content for child in token.children or ())


def table(text: str) -> list[list[str]]:
    """Give the texts of the table's cells, row by row, as a reader of Markdown finds them."""
    found: list[list[str]] = []
    inside = ""
    for token in tokens(text):
        if token.type == "tr_open":
            found.append([])
        elif token.type in ("th_open", "td_open"):
            inside = token.type
        elif token.type == "inline" and inside:
            found[-1].append(shown(token))
        elif token.type in ("th_close", "td_close"):
            inside = ""
    return found


def test_rows_say_what_the_regulation_says() -> None:
    found = table(markdown_report(result_of_2019(), "zh"))
    assert found[0] == ["主要目标", "考核指标", "分值", "考核细则", *UNITS]
    items = [row for row in found[1:-2] if row[1] != "小计"]
    assert len(items) == len(rows())
    for row, said in zip(items, rows(), strict=True):
        assert without_blanks(row[1]) == without_blanks(said.indicator)
        assert row[2] == said.worth
        assert without_blanks(row[3]) == without_blanks(said.clauses)
        assert [justified(text) for text in row[4:]] == [justified(text) for text in said.marks]
    assert found[-2] == ["总分", "", "100", "", "87.5", "90"]
    assert found[-1] == ["名次", "", "", "", "2", "1"]


def test_footnotes_stand_below() -> None:
    assert markdown_report(result_of_2019(), "zh").endswith("\n**注**\n\n\\[1\\] 委员会裁定（党总支）\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_and_does_nothing(text: str) -> None:
    (_, inline, _) = tokens(f"甲 {escaped(text)} 乙")  # within a line, as all texts stand
    assert {child.type for child in inline.children or ()} <= {"text", "text_special", "html_inline"}
    assert {child.content for child in inline.children or () if child.type == "html_inline"} <= {"<br>"}
    assert "://" not in escaped(text)
    assert "www." not in escaped(text)


def test_fifty_hostile_texts_leave_the_table_whole() -> None:
    text = markdown_report(full_of(HOSTILE), "zh")
    found = tokens(text)
    assert {token.type for token in found} <= HARMLESS
    assert {len(row) for row in table(text)} == {54}
    for token in found:
        for child in token.children or ():
            assert child.type in ("text", "text_special", "html_inline", "strong_open", "strong_close")
            assert child.type != "html_inline" or child.content == "<br>"


@pytest.mark.parametrize("name", CASES)
def test_the_same_result_gives_the_same_text(name: str) -> None:
    assert markdown_report(result_of(name), "en") == markdown_report(result_of(name), "en")
