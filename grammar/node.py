"""The base of all nodes: frozen, slotted, equal when they mean the same.

It does what ``@dataclass(frozen=True, slots=True)`` does, but makes no code: the sixty node classes would take some
45 ms at every start, a third of the time in which a whole document is scored; so they take two.
"""

from __future__ import annotations

from typing import Any, Self, dataclass_transform

from ..diagnostics import Span

_REQUIRED = object()


class _Aside:
    """What `aside` leaves in a class body until the class is made."""

    def __init__(self, default: object, kw_only: bool) -> None:
        self.default = default
        self.kw_only = kw_only


def aside(*, default: Any = _REQUIRED, kw_only: bool = False) -> Any:
    """Declare a field that takes no part in equality: where a node stands, what was said about it."""
    return _Aside(default, kw_only)


@dataclass_transform(frozen_default=True, field_specifiers=(aside,))
class _NodeType(type):
    """Makes a node class of its annotations: each is a slot and a parameter, those of the base class first."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        own = tuple(body.get("__annotations__", ()))
        inherited: _NodeType | None = bases[0] if bases and isinstance(bases[0], _NodeType) else None
        defaults: dict[str, Any] = dict(inherited.node_defaults) if inherited else {}
        asides: set[str] = set(inherited.node_asides) if inherited else set()
        last: tuple[str, ...] = inherited.node_keywords if inherited else ()
        for field in own:
            default = body.pop(field, _REQUIRED)
            if isinstance(default, _Aside):
                asides.add(field)
                last += (field,) if default.kw_only else ()
                default = default.default
            if default is not _REQUIRED:
                defaults[field] = default
        first = tuple(field for field in (*(inherited.node_fields if inherited else ()), *own) if field not in last)
        made = super().__new__(cls, name, bases, {"__slots__": own, **body})
        made.node_fields, made.node_keywords = (*first, *last), last
        made.node_defaults, made.node_asides = defaults, frozenset(asides)
        made.node_compared = tuple(field for field in made.node_fields if field not in asides)
        made.node_setters = tuple(getattr(made, field).__set__ for field in made.node_fields)
        made.__match_args__ = first
        return made

    node_fields: tuple[str, ...]
    """The names of all fields, in the order of the parameters."""
    node_keywords: tuple[str, ...]
    node_defaults: dict[str, Any]
    node_asides: frozenset[str]
    node_compared: tuple[str, ...]
    node_setters: tuple[Any, ...]
    __match_args__: tuple[str, ...]


class Node(metaclass=_NodeType):
    """What every node has: the stretch of the file it was read from, which takes no part in equality."""

    span: Span = aside()

    def __init__(self, *values: Any, **named: Any) -> None:
        """Take the fields in their order, or by name."""
        kind = type(self)
        if named or len(values) != len(kind.node_fields):
            values = _complete(kind, values, named)
        for put, value in zip(kind.node_setters, values):  # noqa: B905  (just made equally long)
            put(self, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a node is frozen: `{name}` can't be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a node is frozen: `{name}` can't be deleted")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in type(self).node_compared)

    def __hash__(self) -> int:
        kind = type(self)
        return hash((kind, *(getattr(self, name) for name in kind.node_compared)))

    def __repr__(self) -> str:
        kind = type(self)
        return f"{kind.__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in kind.node_compared)})"

    def replace(self, **changes: Any) -> Self:
        """Give the same node with other values for some fields."""
        kind = type(self)
        return kind(**({name: getattr(self, name) for name in kind.node_fields} | changes))


def _complete(kind: _NodeType, values: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
    """Put the values of a node in the order of its fields. Raises TypeError where one is missing or too many."""
    given = dict(zip(kind.__match_args__, values, strict=False)) | named
    missing = [name for name in kind.node_fields if name not in given and name not in kind.node_defaults]
    if missing or len(values) > len(kind.__match_args__) or not given.keys() <= set(kind.node_fields):
        raise TypeError(f"{kind.__name__} takes {', '.join(kind.node_fields)}")
    return tuple(given[name] if name in given else kind.node_defaults[name] for name in kind.node_fields)
