"""PSR605: two names or labels that a slip of the hand tells apart."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Place, Span, Words
from .. import likeness
from ..declared import Declared, name_lists
from ..rule import Subject

KIND = Kind(
    "PSR605",
    Words("`{name}` and `{other}` are nearly the same", "`{name}` 与 `{other}` 几乎相同"),
    Words("a slip, or another thing?", "是笔误，还是另一项？"),
    Words(
        "keep one of them if they mean the same; else give them labels, or names, that tell them apart",
        "若指同一件事，请只留一个；否则请用能分清的标签或名称",
    ),
    severity="warning",
)

_THE_OTHER = Words("nearly the same as this", "与这里几乎相同")
_AT_MOST = 4  # names held against each other that share a key


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Hold facts and definitions, the fields of a fact, and the values of a choice against one another."""
    for declared in name_lists(subject.model):
        for one, other in _near(declared):
            other_label = Label(Place(subject.source, other[1]), _THE_OTHER)
            yield KIND.at(Place(subject.source, one[1]), other_label, name=one[0], other=other[0])


_Written = tuple[str, Span]


def _near(declared: list[Declared]) -> Iterator[tuple[_Written, _Written]]:
    spelt: dict[str, Declared] = {}
    labelled: dict[str, Declared] = {}
    slipped: dict[str, list[Declared]] = {}
    for one in declared:
        earlier = spelt.setdefault(likeness.spelling(one.name), one)
        if earlier is one:
            keys = dict.fromkeys(likeness.slip_keys(one.name))
            candidates = [other for key in keys for other in slipped.get(key, ())]
            earlier = next((other for other in candidates if likeness.one_slip(one.name, other.name)), one)
            for key in keys:
                if len(others := slipped.setdefault(key, [])) < _AT_MOST:
                    others.append(one)
        if earlier is not one and not _told_apart(one, earlier):
            yield (one.name, one.span), (earlier.name, earlier.span)
        elif one.label_span is not None:
            alike = labelled.setdefault(likeness.spelling(one.label), one)
            if alike.label != one.label and alike.label_span is not None:
                yield (one.label, one.label_span), (alike.label, alike.label_span)


def _told_apart(one: Declared, other: Declared) -> bool:
    """Tell whether both have labels, and these say different things: `county "县"` and `country "国家"`."""
    return bool(one.label and other.label) and likeness.spelling(one.label) != likeness.spelling(other.label)
