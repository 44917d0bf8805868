"""Which names a reader, or the hand that typed them, can easily take for one another.

Three measures, each in time that grows with the length of the names: how a name is spelt, one slip of the hand, and
how it looks. None of them takes the members of a series (`contest_1`, `contest_2`) for one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SAME_SOUND = ("记纪", "账帐", "做作", "像象", "他它她", "录陆", "型形", "即既", "在再", "已己", "未末", "订定", "竞竟")
"""Characters that are typed for one another, in words that mean one thing: 记录 and 纪录, 其他 and 其它."""
_AS_TYPED = str.maketrans({other: group[0] for group in _SAME_SOUND for other in group[1:]})
_BETWEEN = re.compile(r"[\s的“”‘’「」《》（）()，,。、·]+|(?<=[^\W\d])_+(?=[^\W\d])")

_SAME_LOOK = {
    "0": "O〇ОΟ", "1": "lIІΙ",
    "A": "АΑ", "B": "ВΒ", "E": "ЕΕ", "H": "НΗ", "K": "КΚ", "M": "МΜ", "N": "Ν", "P": "РΡ", "C": "С", "T": "ТΤ",
    "X": "ХΧ", "Y": "ҮΥ", "Z": "Ζ", "S": "Ѕ", "J": "Ј",
    "a": "а", "c": "с", "e": "е", "i": "і", "j": "ј", "o": "оο", "p": "рρ", "s": "ѕ", "v": "ν", "x": "х", "y": "у",
    "一": "ー", "二": "ニ", "八": "ハ", "力": "カ", "口": "ロ囗", "夕": "タ", "工": "エ", "卜": "ト", "日": "曰",
}  # fmt: skip
"""Characters that look the same in most fonts: Cyrillic, Greek and Japanese ones among them."""
_AS_SEEN = str.maketrans({other: plain for plain, others in _SAME_LOOK.items() for other in others})
_FOREIGN = re.compile("[Ͱ-Ͽ\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z]")

_PIECE = re.compile(r"[a-z]+|[^a-z]+")
_SHORTEST = 6  # letters; shorter words are too often one letter apart: late and date
_LONGEST = 40  # letters of a word
_LONGEST_NAME = 80  # characters; nobody tells longer ones apart by a letter


def spelling(name: str) -> str:
    """Give a name without what a hand is careless about: case, spaces, brackets, 的, characters of one sound."""
    return _BETWEEN.sub("", name).translate(_AS_TYPED).casefold()


def looks(name: str) -> str:
    """Give a name as the eye reads it: what looks like another character stands for it."""
    return name.translate(_AS_SEEN)


def disguised(name: str) -> list[str]:
    """Give the letters of a name that look Latin and are not, where Latin ones stand beside them."""
    if not _LATIN.search(name):
        return []
    return [letter for letter in dict.fromkeys(_FOREIGN.findall(name)) if looks(letter).isascii()]


def slip_keys(name: str) -> Iterator[str]:
    """Give keys of which two names share one if they are one slip of the hand apart (`one_slip` says for sure)."""
    pieces = _PIECE.findall(name.casefold())
    yield "\0".join(pieces)
    if len(name) > _LONGEST_NAME:
        return
    for number, piece in enumerate(pieces):
        if _SHORTEST <= len(piece) <= _LONGEST and piece.isascii() and piece.isalpha():
            before, after = pieces[:number], pieces[number + 1 :]
            for gap in range(1, len(piece) - 1):
                yield "\0".join([*before, piece[:gap] + piece[gap + 1 :], *after])


def one_slip(one: str, other: str) -> bool:
    """Tell whether two names differ in one English word of six letters or more, by one letter or two exchanged ones.

    Not by its first or its last letter: `trained` and `trainer`, `session` and `sessions` are two words.
    """
    pieces, others = _PIECE.findall(one.casefold()), _PIECE.findall(other.casefold())
    if len(pieces) != len(others):
        return False
    different = [(a, b) for a, b in zip(pieces, others, strict=True) if a != b]
    return len(different) == 1 and _slipped(*sorted(different[0], key=len))


def _slipped(word: str, longer: str) -> bool:
    if len(word) < _SHORTEST or word[0] != longer[0] or word[-1] != longer[-1]:
        return False
    if not (word + longer).isascii() or not (word + longer).isalpha():
        return False
    start = next((i for i in range(len(word)) if word[i] != longer[i]), len(word))
    if len(word) < len(longer):
        return word[start:] == longer[start + 1 :]
    changed, kept = longer[start + 1 :], word[start + 1 :]
    exchanged = word[start] == longer[start + 1] and word[start + 1] == longer[start]
    return changed == kept or (exchanged and changed[1:] == kept[1:])
