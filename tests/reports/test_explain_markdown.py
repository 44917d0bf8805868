"""Derivations in Markdown say what the terminal says, step by step; every text in them is shown and does nothing."""

from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reports.cases import CASES, result_of, result_of_2019
from reports.hostile_texts import HOSTILE
from reports.html.pages import full_of

from psr.interpreter.result import Result
from psr.replay.compare import WhatIf
from psr.reports.derivation import Derivation
from psr.reports.explain import standing, title
from psr.reports.explain_markdown import explain_markdown, line_of
from psr.reports.whatif import whatif_markdown

BLOCKS = {"bullet_list", "list_item", "paragraph", "inline", "table", "thead", "tbody", "tr", "th", "td"}
INLINE = {"text", "text_special", "strong_open", "strong_close"}


def tokens(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def shown(token: Token) -> str:
    """Give what a reader sees, with single blanks, as pages show them."""
    return " ".join("".join(child.content for child in token.children or ()).split())


def steps(text: str) -> list[tuple[int, str]]:
    """Give the items of all lists as a reader of Markdown finds them, each with its depth."""
    depth, found = -1, []
    for token in tokens(text):
        depth += {"bullet_list_open": 1, "bullet_list_close": -1}.get(token.type, 0)
        if token.type == "inline" and depth >= 0:
            found.append((depth, shown(token)))
    return found


def expected(result: Result, unit: Any, language: Any) -> list[tuple[int, str]]:
    """Give the same from the sentences themselves."""
    derivation = Derivation(result, unit, language)
    found: list[tuple[int, str]] = []
    for heading in result.model.headings:
        for sentence in derivation.of(heading):
            place = "" if sentence.place is None else f" [{sentence.place.row}]"
            found.append((sentence.level, " ".join(f"{sentence.text}{place}".split())))
        if heading is result.model.rubric:
            found += [(0, line) for line in standing(result, unit, language)]
    return found


def all_results() -> dict[str, Result]:
    return {"2019": result_of_2019(), **{name: result_of(name) for name in CASES}}


@pytest.mark.parametrize("name", ["2019", *CASES])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_lists_say_what_the_terminal_says(name: str, language: Any) -> None:
    result = all_results()[name]
    for unit in result.units:
        text = explain_markdown(result, unit, result.model.headings, language)
        assert steps(text) == expected(result, unit, language)


def test_titles_are_bold() -> None:
    result = result_of_2019()
    unit = result.units[0]
    found = tokens(explain_markdown(result, unit, (result.model.labels["2.4"],), "zh"))
    assert shown(found[1]) == title(result.model.labels["2.4"], Derivation(result, unit, "zh"))
    assert {"strong_open", "strong_close"} <= {child.type for child in found[1].children or ()}


@pytest.mark.parametrize(
    "text", [*HOSTILE, "- a", "+ a", "1. a", "12) a", "---", "- - -", "* a", "# a", "> a", "1.5 a"]
)
def test_a_text_begins_nothing(text: str) -> None:
    """Neither a list, nor a title, nor a line across the page, wherever in a list it stands."""
    found = tokens(f"- {line_of(text)}\n  - {line_of(text)}\n")
    assert [token.type for token in found if token.type.endswith("_open")] == [
        "bullet_list_open", "list_item_open", "paragraph_open"
    ] * 2  # fmt: skip
    assert "heading_open" not in {token.type for token in tokens(f"**{line_of(text)}**\n")}


def test_fifty_hostile_texts_do_nothing() -> None:
    result = full_of(HOSTILE)
    changed = full_of(HOSTILE[::-1])
    changed.units.reverse()
    for text in HOSTILE:
        unit = result.unit(text)
        assert unit is not None
        pages = [explain_markdown(result, unit, result.model.headings, "zh")]
        pages.append(whatif_markdown(WhatIf(text, (text,), (), (), result, changed), result.model.headings, "zh"))
        for token in (token for page in pages for token in tokens(page)):
            assert token.type.removesuffix("_open").removesuffix("_close") in BLOCKS
            for child in token.children or ():
                assert child.type in INLINE or (child.type, child.content) == ("html_inline", "<br>")
