"""Code in messages is written with the keywords that its file uses, whichever language the message is in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..diagnostics import Diagnostic, Label, SourceFile, Words
from ..grammar import statements as s
from ..grammar.keywords import Vocabulary
from ..grammar.tables import KEYWORDS

_CODE = re.compile(r"`(?!psr |#)[^`]*`")
_FIRST_WORDS: dict[str, Vocabulary] = {
    spelling.split()[0]: vocabulary
    for spellings in KEYWORDS.values()
    for spelling, vocabulary in zip(spellings, ("en", "zh"), strict=True)
}


def vocabulary_of(document: s.Document, source: SourceFile) -> Vocabulary | None:
    """Give the vocabulary in which most lines of a file begin; None where neither leads."""
    begun = [source.text[line.span.start : line.span.end].split(maxsplit=1)[:1] for line in document.statements]
    found = [_FIRST_WORDS.get(word) for words in begun for word in words]
    english, chinese = found.count("en"), found.count("zh")
    return None if english == chinese else "en" if english > chinese else "zh"


def in_vocabulary(diagnostic: Diagnostic, vocabulary: Vocabulary | None) -> Diagnostic:
    """Write the code that a diagnostic quotes in a vocabulary: what is in backticks, but no command and no comment."""
    if vocabulary is None:
        return diagnostic
    kind = diagnostic.kind
    return diagnostic._replace(
        kind=kind._replace(message=_words(kind.message, vocabulary)),
        labels=tuple(
            Label(label.place, label.words and _words(label.words, vocabulary)) for label in diagnostic.labels
        ),
        help=diagnostic.help and _words(diagnostic.help, vocabulary),
    )


def _words(words: Words, vocabulary: Vocabulary) -> Words:
    if vocabulary == "en":
        return words._replace(zh=_CODE.sub(_in_english, words.zh))
    return words._replace(en=_CODE.sub(_in_chinese, words.en))


_TO_CHINESE = dict(KEYWORDS.values())
_TO_ENGLISH = {chinese: english for english, chinese in reversed(KEYWORDS.values())}
"""Where one word serves two keywords, the one that stands first in the grammar is meant."""


def _pattern(spellings: Iterable[str]) -> re.Pattern[str]:
    """Find keywords, and what is not looked into: texts in quotes, names in brackets, places for arguments."""
    longest_first = sorted(spellings, key=len, reverse=True)
    return re.compile(rf'"[^"]*"|\[[^\]]*\]|\{{[^}}]*\}}|(?<!\w)(?:{"|".join(map(re.escape, longest_first))})(?!\w)')


_ENGLISH, _CHINESE = _pattern(_TO_CHINESE), _pattern(_TO_ENGLISH)


def _in_english(code: re.Match[str]) -> str:
    return _CHINESE.sub(lambda found: _TO_ENGLISH.get(found[0], found[0]), code[0])


def _in_chinese(code: re.Match[str]) -> str:
    return _ENGLISH.sub(lambda found: _TO_CHINESE.get(found[0], found[0]), code[0])
