"""One walk over the nodes of a tree, for every pass that looks for something in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from .node import Node


def children(node: Node) -> Iterator[Node]:
    """Give a node's direct children, in the order of their fields."""
    for name in type(node).node_fields:
        value = getattr(node, name)
        if isinstance(value, Node):
            yield value
        elif type(value) is tuple:
            for entry in cast("tuple[object, ...]", value):
                if isinstance(entry, Node):
                    yield entry


def walk(node: Node) -> Iterator[Node]:
    """Give a node and all below it, parents first; without recursion, however deep the tree."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(tuple(children(current))))


def depth(node: Node) -> int:
    """Give the number of levels of a tree; without recursion."""
    deepest = 0
    waiting = [(node, 1)]
    while waiting:
        current, level = waiting.pop()
        deepest = max(deepest, level)
        waiting.extend((child, level + 1) for child in children(current))
    return deepest
