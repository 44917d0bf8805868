"""What holds of every file that is laid out, however badly it was written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.reading import document, tokens
from support.rubric_text import untidy_texts

from psr.diagnostics import SourceFile
from psr.grammar import print_lines
from psr.grammar.format import format_source
from psr.grammar.keywords import Vocabulary
from psr.grammar.statements import Define, Document, Effect
from psr.grammar.tables import KEYWORDS, TERMINALS

FUZZING = settings().max_examples >= 5_000
laws = settings(max_examples=10_000 if FUZZING else settings().max_examples)

# A comma may end a line; doubled brackets become single ones. All else of a file is kept.
NOT_COUNTED = {"_NL", "_COMMA", "$END", "LPAR", "RPAR"}


def laid_out(text: str, keywords: Vocabulary | None = None) -> str:
    formatted, mistakes = format_source(SourceFile("rules.psr", text), keywords)
    assert mistakes == ()
    assert formatted is not None
    return formatted


def comments(found: Document) -> list[str]:
    kept: list[str] = []
    for line in found.statements:
        kept += line.comments.above + line.comments.behind
        for row in line.rows if isinstance(line, Effect | Define) else ():
            kept += row.comments.above + row.comments.behind
    return [*kept, *found.comments]


def spelt(text: str) -> list[tuple[str, str]]:
    """Give the tokens of a text but for commas and brackets, with what is between quotes."""
    return [
        (TERMINALS[token.terminal], " ".join(token.text.split()))
        for token in tokens(text)
        if TERMINALS[token.terminal] not in NOT_COUNTED
    ]


def without_blanks(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Leave out what may be spelt anew: blanks within a percentage or a name, and full-width comparison signs."""
    signs = {"≥": ">=", "≤": "<=", "≠": "!=", "<>": "!="}
    return [
        (terminal, signs.get(text, text) if terminal == "COMPARE" else text.replace(" ", ""))
        for terminal, text in found
    ]


@laws
@given(untidy_texts())
def test_a_file_keeps_its_meaning_its_words_and_its_comments(text: str):
    tidy = laid_out(text)
    before, after = document(text), document(tidy)
    assert after == before
    assert comments(after) == comments(before)
    assert without_blanks(spelt(tidy)) == without_blanks(spelt(text))
    assert laid_out(tidy) == tidy
    assert "\r" not in tidy
    assert "\n\n\n" not in tidy
    assert tidy == tidy.strip("\n") + "\n" or tidy == ""
    assert all(line == line.rstrip() for line in tidy.split("\n"))


@laws
@given(untidy_texts())
def test_english_to_chinese_to_english_is_the_identity(text: str):
    english = laid_out(text, "en")
    chinese = laid_out(english, "zh")
    assert laid_out(chinese, "en") == english
    assert laid_out(text, "zh") == chinese
    assert document(chinese) == document(english) == document(text)
    assert comments(document(chinese)) == comments(document(english)) == comments(document(text))
    for tidy, column in ((english, 0), (chinese, 1)):
        keywords = [(terminal, word) for terminal, word in spelt(tidy) if terminal in KEYWORDS]
        assert all(word == KEYWORDS[terminal][column] for terminal, word in keywords)


@settings(laws, max_examples=laws.max_examples // 3)
@given(untidy_texts(), st.integers(1, 60))
def test_lines_may_be_broken_wherever_they_are(text: str, width: int):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(print_lines, "WIDTH", width)
        narrow = laid_out(text)
        assert laid_out(narrow) == narrow
    assert document(narrow) == document(text)
    assert comments(document(narrow)) == comments(document(text))
    assert laid_out(narrow) == laid_out(text)
