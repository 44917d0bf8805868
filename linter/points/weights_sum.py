"""PSR513: the weights of the headings under a heading do not add up to 100%."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Kind, Label, Words
from ...grammar.node import Node
from ...interpreter.model import HeadingModel
from ..budgets import ordinary, weighted, weights_disagree
from ..figures import figure, name_of
from ..rule import Subject

KIND = Kind(
    "PSR513",
    Words(
        "the weights under `{heading}` add up to {sum}%, not 100%",
        "`{heading}` 下设各项的权重合计为 {sum}%，而不是 100%",
    ),
    Words("{first}%", "{first}%"),
    Words("mend the weights so that they add up to 100%", "请更正各项权重，使合计为 100%"),
    severity="warning",
)
_SOME_WITHOUT = Kind(
    KIND.code,
    Words(
        "some headings under `{heading}` have a weight, and `{other}` has none and counts in full",
        "`{heading}` 下设的各项有的写了权重，而 `{other}` 没有写，按 100% 计入",
    ),
    Words("no weight", "没有权重"),
    Words(
        "give it a weight too, so that all of them add up to 100%",
        "请为它也写上权重，使各项合计为 100%",
    ),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find sub-headings that share out their heading by weights, and do not share out all of it (or more)."""
    for heading in subject.model.headings:
        if weights_disagree(heading):
            yield _finding(subject, heading)


def _finding(subject: Subject, heading: HeadingModel) -> Diagnostic:
    saying = weighted(heading)
    without = next((child for child in ordinary(heading) if child.node.weight is None), None)
    labels = [Label(subject.place(_weight(child)), _percent(child)) for child in saying]
    if without is not None:
        return _SOME_WITHOUT.at(subject.place(without.node), *labels, heading=name_of(heading), other=name_of(without))
    total = sum(child.weight for child in saying)
    first = figure(saying[0].weight * 100)
    return KIND.at(labels[0].place, *labels[1:], heading=name_of(heading), sum=figure(total * 100), first=first)


def _weight(heading: HeadingModel) -> Node:
    return heading.node.weight or heading.node


def _percent(heading: HeadingModel) -> Words:
    text = f"{figure(heading.weight * 100)}%"
    return Words(text, text)
