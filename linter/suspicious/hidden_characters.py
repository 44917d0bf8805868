"""PSR607: characters that nobody sees stand in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from ...diagnostics import Diagnostic, Edit, Fix, Kind, Place, Span, Words
from ...grammar.normalise import normalise
from ..rule import Subject
from ..written import Stretch, texts_and_comments

KIND = Kind(
    "PSR607",
    Words("characters that nobody sees stand here: {characters}", "此处有看不见的字符：{characters}"),
    Words("something unseen", "有看不见的字符"),
    Words(
        "delete them: they can reorder what is shown, and make equal words unequal",
        "请删去：它们会打乱显示的次序，也会让相同的词变得不同",
    ),
    severity="warning",
)

_DELETE = Words("delete the characters that nobody sees", "删去看不见的字符")
_HIDDEN = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u200e"
    "\u200f\u2028-\u202e\u2060-\u206f\u3164\ufff9-\ufffb\uffa0\U000e0001\U000e0020-\U000e007f]"
    "|(?<!\\A)\ufeff|(?<![\ufe0f\U0001f000-\U0001faff])\u200d"  # a joiner between two emoji is a part of a picture
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find controls of direction, zero-width and other unseen characters; one finding a line.

    Within quotes a text changes with them, so that fix is for a person to see; a text may be compared with evidence.
    """
    found = _HIDDEN.finditer(subject.source.text)
    stretches = None
    for _, group in groupby(found, key=lambda one: subject.source.position(one.start())[0]):
        characters = list(group)
        stretches = stretches or texts_and_comments(subject.source)
        codes = dict.fromkeys(f"U+{ord(character[0]):04X}" for character in characters)
        listed = Words(", ".join(codes), "、".join(codes))
        place = Place(subject.source, Span(characters[0].start(), characters[-1].end()))
        yield KIND.at(place, fix=_fix(subject.source.text, characters, stretches), characters=listed)


def _fix(text: str, characters: list[re.Match[str]], stretches: list[Stretch]) -> Fix:
    edits: list[Edit] = []
    safe = True
    for character in characters:
        before = bisect_right(stretches, character.start(), key=lambda stretch: stretch.span.start)
        within = stretches[before - 1] if before and character.start() < stretches[before - 1].span.end else None
        safe = safe and (within is None or not within.is_text)
        # Among the words of the language it is read as a space, which may part two of them.
        blank = "" if within else normalise(character[0])
        edits.append(Edit(Span(*character.span()), blank))
    return Fix(_DELETE, tuple(edits), safe)
