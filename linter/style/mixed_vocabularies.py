"""PSR702: a file whose keywords are partly English, partly Chinese."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Place, Span, Words
from ...grammar import expressions as e
from ...grammar.keywords import FUNCTIONS, Vocabulary
from ...grammar.normalise import normalise
from ...grammar.tables import KEYWORDS
from ..rule import Subject
from ..written import texts_and_comments

KIND = Kind(
    "PSR702",
    Words(
        "the keywords of this file are mostly {most}, but partly {other} ({few})",
        "本文件的关键词大多用{most}，却有 {few} 个用{other}",
    ),
    Words("{other}", "{other}"),
    Words(
        "write all of them in one language: `psr fmt --keywords {choice}`",
        "请统一为一种语言：`psr fmt --keywords {choice}`",
    ),
    severity="warning",
)

_LANGUAGES: dict[Vocabulary, Words] = {"en": Words("English", "英文"), "zh": Words("Chinese", "中文")}
_WORD = re.compile(r"[^\W\d]+")
_VOCABULARY: dict[str, Vocabulary] = {
    spelling.split()[0].partition("/")[0]: vocabulary
    for spellings in (*KEYWORDS.values(), *FUNCTIONS.values())
    for spelling, vocabulary in zip(spellings, ("en", "zh"), strict=True)
}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find the first keyword of the vocabulary that fewer keywords of the file are written in; one finding a file."""
    counts: Counter[Vocabulary] = Counter({"en": 0, "zh": 0})
    first: dict[Vocabulary, Place] = {}
    for start, word in _words(subject):
        if vocabulary := _VOCABULARY.get(word):
            counts[vocabulary] += 1
            if vocabulary not in first:
                first[vocabulary] = Place(subject.source, Span(start, start + len(word)))
    few, most = sorted(counts, key=lambda vocabulary: counts[vocabulary])
    if counts[few]:
        there = Label(first[most], _LANGUAGES[most])
        yield KIND.at(first[few], there, most=_LANGUAGES[most], other=_LANGUAGES[few], few=counts[few], choice=most)


def _words(subject: Subject) -> Iterator[tuple[int, str]]:
    """Give the words of a file that are no names, numbers, texts or comments, each with its offset."""
    others = [stretch.span for stretch in texts_and_comments(subject.source)]
    others += [node.span for node in subject.nodes if isinstance(node, e.Name | e.Number | e.ItemLabel)]
    text = normalise(subject.source.text)
    position = 0
    for start, end in (*sorted(others), Span(len(text), len(text))):
        yield from ((found.start(), found[0]) for found in _WORD.finditer(text, position, max(position, start)))
        position = max(position, end)
