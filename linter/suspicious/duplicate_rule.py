"""PSR611: the same line stands twice under a heading, or a label is that, or the name, of something else."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Place, Words
from ...grammar import statements as s
from ...grammar.normalise import normalise
from ..declared import Declared, name_lists
from ..placed import placed_lines
from ..rule import Subject

KIND = Kind(
    "PSR611",
    Words("{what}", "{what}"),
    Words("once more", "再次出现"),
    Words("{advice}", "{advice}"),
    severity="warning",
)

_FIRST = Words("first here", "首次在此")
_NAMED = Words("called so", "名称在此")
_MEANS_ANOTHER = Words("means the other one", "指的是另外那一项")
_COUNTS_TWICE = Words(
    "this line stands twice under the same heading, and counts twice", "同一标题下有两条相同的规则，会重复计算"
)
_STANDS_TWICE = Words("this line stands twice under the same heading", "同一标题下有两条相同的规则")
_KEEP_ONE = Words("delete one of them", "请删去其中一条")
_BY_NAME = Words(
    "write another label: evidence that names `{name}` is read as that one",
    "请换一个标签：佐证中写 `{name}` 时指的是另外那一个",
)
_LABELS_APART = Words(
    "declare it once if it is the same thing; else let the labels say what is different",
    "若是同一项，请只声明一次；否则请让标签写出区别",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find equal lines under one heading, its groups included, and labels beside one another that mean two things."""
    seen: dict[object, s.Line] = {}
    for placed in placed_lines(subject.model):
        first = seen.setdefault((placed.heading.number, placed.concerning, placed.line), placed.line)
        if first is not placed.line:
            other = Label(subject.place(first), _FIRST)
            what = _COUNTS_TWICE if isinstance(first, s.Effect) else _STANDS_TWICE
            yield KIND.at(subject.place(placed.line), other, what=what, advice=_KEEP_ONE)
    for declared in name_lists(subject.model):
        yield from _equal_labels(subject, declared)
        yield from _labels_that_are_names(subject, declared)


def _equal_labels(subject: Subject, declared: list[Declared]) -> Iterator[Diagnostic]:
    seen: dict[str, Declared] = {}
    for one in declared:
        first = seen.setdefault(one.label, one)
        if one.label and first is not one:
            what = Words(
                f"`{first.name}` and `{one.name}` have the same label, so nobody can tell them apart",
                f"`{first.name}` 与 `{one.name}` 的标签相同，填报时无法分清",
            )
            other = Label(Place(subject.source, first.label_span), _FIRST)
            yield KIND.at(Place(subject.source, one.label_span), other, what=what, advice=_LABELS_APART)


def _labels_that_are_names(subject: Subject, declared: list[Declared]) -> Iterator[Diagnostic]:
    names = {one.name: one for one in declared}
    for one in declared:
        named = names.get(normalise(one.label).strip(), one)
        if named is not one:
            what = Words(
                f"the label of `{one.name}` is the name of something else",
                f"`{one.name}` 的标签是另一项的名称",
            )
            other = Label(Place(subject.source, named.span), _NAMED)
            advice = _BY_NAME.filled(name=named.name)
            place = Place(subject.source, one.label_span)
            yield KIND.at(place, other, under=_MEANS_ANOTHER, what=what, advice=advice)
