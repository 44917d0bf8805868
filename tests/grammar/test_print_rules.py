"""What the formatter says of rules by their names holds of the grammar as it is."""

import pytest

from psr.grammar import print_document, print_indents, print_phrases, print_words
from psr.grammar.tables import PRODUCTIONS

RULES = {rule for _, _, rule, _ in PRODUCTIONS}
NAMED = {
    "after a blank line": print_document._AFTER_A_BLANK_LINE,
    "opening blocks": print_document._OPENING,
    "headings": print_indents._HEADINGS,
    "lines of a heading": print_indents._OWN,
    "attached lines": print_indents._ATTACHED,
    "facts and definitions": print_indents._FREE,
    "lines of an example": print_indents._IN_EXAMPLES,
    "lists": print_phrases._LISTS,
    "negatives": print_phrases._NEGATIVES,
    "places to break a line": print_words._OPENING,
}


@pytest.mark.parametrize("name", NAMED)
def test_every_rule_named_is_one_of_the_grammar(name: str):
    assert set(NAMED[name]) <= RULES


def test_every_rule_of_the_grammar_is_printed():
    assert set(print_phrases.BUILDERS) == RULES - {"", "="}
