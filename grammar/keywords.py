"""The words of the language in both spellings, read off the grammar's tables; which of them are reserved."""

from __future__ import annotations

from typing import Literal

from .tables import KEYWORDS, TERMINALS

Vocabulary = Literal["en", "zh"]

NUMBER_OF = {name: number for number, name in enumerate(TERMINALS)}

_BEGIN_A_LINE = (
    "RUBRIC", "PERIOD", "FACT", "SECTION", "ITEM", "PART", "IN_FULL", "SOURCE", "DEDUCT", "AWARD", "SCORE", "VOID",
    "JUDGE", "APPLIES_IF", "ROUND", "GRADE", "VETO", "TIE_BREAK_BY", "DEFINE", "EXAMPLE", "GIVEN", "EXPECT",
)  # fmt: skip
_BEGIN_A_VALUE = (
    "YES", "NO", "TOTAL", "WORTH", "IF", "NOT", "EVERY_SECTION", "PREVIOUS", "UNKNOWN", "OTHERWISE"
)  # fmt: skip
_JOIN = ("PER", "BY", "WITH", "TO", "FOR", "FOR_AT_MOST", "ON", "REQUIRED")


def _first_words(*terminals: str) -> frozenset[str]:
    return frozenset(spelling.split()[0] for terminal in terminals for spelling in KEYWORDS[terminal])


LINE_NUMBERS: frozenset[int] = frozenset(NUMBER_OF[terminal] for terminal in _BEGIN_A_LINE)
"""The terminals of the keywords that begin a line."""

LINE_WORDS: frozenset[str] = _first_words(*_BEGIN_A_LINE)
"""The first words of the keywords that begin a line, in both spellings."""

RESERVED: frozenset[str] = LINE_WORDS | _first_words(*_BEGIN_A_VALUE, *_JOIN)
"""Words that can't be a name as they stand; in brackets every word can (specification: "Words")."""

PHRASES: dict[str, list[tuple[tuple[str, ...], int]]] = {}
"""The first word of each keyword → the words that must follow it, with the terminal; longest first."""

for _terminal, _spellings in KEYWORDS.items():
    for _spelling in _spellings:
        _first, *_rest = _spelling.replace("/", " /").split()
        PHRASES.setdefault(_first, []).append((tuple(_rest), NUMBER_OF[_terminal]))
for _phrases in PHRASES.values():
    _phrases.sort(key=lambda phrase: -len(phrase[0]))


FUNCTIONS: dict[str, tuple[str, str]] = {
    "min": ("min", "取小"),
    "max": ("max", "取大"),
    "round": ("round", "舍入"),
    "floor": ("floor", "取整"),
    "ceil": ("ceil", "进整"),
}
FUNCTION_NAMES = {spelling: name for name, spellings in FUNCTIONS.items() for spelling in spellings}


def spelling(terminal: str, vocabulary: Vocabulary = "en") -> str:
    """Give a keyword as it is written in a vocabulary."""
    return KEYWORDS[terminal][vocabulary == "zh"]
