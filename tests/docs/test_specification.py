"""docs/language.md has what the code refers to: clauses, keywords, reserved words, kinds of steps, links."""

import re
from pathlib import Path
from typing import get_args

import pytest
from docs.pages import PAGES, ROOT, SPECIFICATION, headings

from psr.grammar.keywords import FUNCTIONS, LINE_WORDS, RESERVED
from psr.grammar.tables import KEYWORDS, PATTERNS
from psr.interpreter.trace import StepKind

TEXT = SPECIFICATION.read_text(encoding="utf-8")
SOURCES = [path for folder in ("grammar", "interpreter", "evidence", "reports", "diagnostics", "linter") for path in
           (ROOT / folder).rglob("*.py")] + list(ROOT.glob("*.py"))  # fmt: skip


def section(title: str) -> str:
    """Give a section of the specification, its subsections with it."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def clauses() -> dict[str, str]:
    """Give the clauses that docstrings name, each with a file that names it."""
    return {
        clause: str(path.relative_to(ROOT))
        for path in SOURCES
        for clause in re.findall(r'specification:\s+"([^"]+)"', path.read_text(encoding="utf-8"))
    }


def test_every_clause_that_the_code_names_is_a_heading() -> None:
    named = clauses()
    assert len(named) > 15
    assert {clause: path for clause, path in named.items() if clause not in headings(SPECIFICATION)} == {}


def test_every_keyword_stands_in_the_table_in_both_spellings() -> None:
    pairs = set(re.findall(r"`([^`|]+)` \| ([^ |]+)", section("Words")))
    assert pairs == {(english, chinese) for english, chinese in KEYWORDS.values()}


def test_every_function_is_named_in_both_spellings() -> None:
    text = section("Words")
    assert [pair for pair in FUNCTIONS.values() if f"`{pair[0]}` {pair[1]}" not in text] == []


def test_every_reserved_word_is_said_to_be_one() -> None:
    """By name, or as the first word of a keyword that begins a line; in English or, one for one, in Chinese."""
    said = set(re.findall(r"\w+", section("Words").split("**Reserved words.**")[1].split("**Names**")[0]))
    said |= {word for word in LINE_WORDS if word.isascii()}
    pairs = [(english.split()[0], chinese) for english, chinese in KEYWORDS.values()]
    assert RESERVED - said - {chinese for english, chinese in pairs if english in said} == set()


def test_the_measure_words_are_those_of_the_grammar() -> None:
    found = re.search(r"The measure words are\s+([^.]+)\.", section("Words"))
    group = re.search(r"\)\(([^)?]+)\)", PATTERNS["MEASURE"])
    assert found is not None
    assert group is not None
    assert set(found[1].split()) == set(group[1].split("|"))


def test_every_kind_of_step_is_explained() -> None:
    kinds: set[str] = set()
    for line in section("Traces").splitlines():
        if line.startswith("| `"):
            kinds |= set(re.findall(r"`([a-z ]+)`", line.split("|")[1]))
    assert kinds == set(get_args(StepKind))


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    broken = []
    for link in links:
        path, _, fragment = link.partition("#")
        if path.startswith("http"):
            continue
        target = page if not path else page.parent / path
        known = fragment == "" or (target.exists() and fragment in map(anchor, headings(target)))
        if not target.exists() or not known:
            broken.append(link)
    assert broken == []


def test_the_contents_list_every_section() -> None:
    contents = re.findall(r"\[([^\]]+)\]\(#", TEXT.split("Contents:")[1].split("\n\n")[0])
    assert contents == re.findall(r"^## (.+)$", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL), re.MULTILINE)
