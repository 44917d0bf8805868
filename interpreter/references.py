"""Puts headings and definitions in an order in which each comes after all it depends on; finds circles."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def in_order(
    nodes: Iterable[Node], references: Mapping[Node, Iterable[Node]]
) -> tuple[tuple[Node, ...], tuple[tuple[Node, ...], ...]]:
    """Give the nodes, those that others refer to first, and the circles found among them.

    Without recursion: a chain of references may be as long as the file. A node of a circle still has its place in
    the order.
    """
    order: list[Node] = []
    circles: list[tuple[Node, ...]] = []
    done: set[Node] = set()
    for root in nodes:
        if root in done:
            continue
        path: dict[Node, None] = {root: None}
        waiting = [(root, iter(references.get(root, ())))]
        while waiting:
            node, further = waiting[-1]
            target = next(further, None)
            if target is None:
                waiting.pop()
                del path[node]
                done.add(node)
                order.append(node)
            elif target in path:
                steps = list(path)
                circles.append(tuple(steps[steps.index(target) :]))
            elif target not in done:
                path[target] = None
                waiting.append((target, iter(references.get(target, ()))))
    return tuple(order), tuple(circles)
