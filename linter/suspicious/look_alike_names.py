"""PSR606: names that look the same and are not, and letters that are not what they look like."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Place, Words
from .. import likeness
from ..declared import Declared, name_lists
from ..rule import Subject

KIND = Kind(
    "PSR606",
    Words("{what}", "{what}"),
    Words("not what it looks like", "与看上去的不同"),
    Words(
        "write the name anew, with letters that can't be mistaken, here and wherever it stands",
        "请在这里和用到它的各处重新输入名称，并使用不会认错的字符",
    ),
    severity="warning",
)

_THE_OTHER = Words("looks the same", "看上去相同")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find names that mix alphabets, and pairs of names, item numbers too, that no eye can tell apart."""
    for declared in name_lists(subject.model):
        yield from _mixed(subject, declared)
        seen: dict[str, Declared] = {}
        for one in declared:
            earlier = seen.setdefault(likeness.looks(one.name), one)
            if earlier.name != one.name:
                other = Label(Place(subject.source, earlier.span), _THE_OTHER)
                what = Words(
                    f"`{one.name}` and `{earlier.name}` look the same, but are two names",
                    f"`{one.name}` 与 `{earlier.name}` 看上去相同，却是两个名称",
                )
                yield KIND.at(Place(subject.source, one.span), other, what=what)


def _mixed(subject: Subject, declared: list[Declared]) -> Iterator[Diagnostic]:
    for one in declared:
        if letters := likeness.disguised(one.name):
            listed = Words(
                ", ".join(f"`{letter}` (U+{ord(letter):04X})" for letter in letters),
                "、".join(f"`{letter}`（U+{ord(letter):04X}）" for letter in letters),
            )
            what = Words(
                f"{listed.en} in `{one.name}` is no Latin letter, though it looks like one",
                f"`{one.name}` 中的 {listed.zh}看上去是英文字母，其实不是",
            )
            yield KIND.at(Place(subject.source, one.span), what=what)
