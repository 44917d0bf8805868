"""The LALR(1) machine: runs the tables of tables.py over the tokens of one statement.

Each statement is parsed for itself, from the first state to the line's end. So a mistake costs its own line
and no more, and nothing has to be restored after one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, cast

from ..diagnostics import Span
from .lexer import COMMA, END, NEWLINE, Lexer, Token
from .tables import ACTIONS, END_STATE, GOTOS, PRODUCTIONS

MAX_LENGTH = 100_000
"""How many characters a statement may have; what is longer is no rule but an accident."""

Children = list[Any]
Build = Callable[[Span, Children], Any]
"""Makes a rule's value from the stretch it covers and its children, tokens and values alike."""


class Unexpected(NamedTuple):
    """A statement that ends in a mistake: the token that could not be taken, and the terminals that could.

    Also the statement's first token and the last one that was taken; both are ``token`` where it comes first.
    """

    token: Token
    expected: frozenset[int]
    first: Token
    previous: Token


class _Rows(dict[int, dict[int, int]]):
    """A table's rows, each read when it is first needed: most files visit a small part of the states."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, state: int) -> dict[int, int]:
        numbers = [int(number) for number in self._texts[state].split()]
        row = self[state] = dict(zip(numbers[::2], numbers[1::2], strict=True))
        return row


_actions = _Rows(ACTIONS)
_gotos = _Rows(GOTOS)


_Entry = tuple[int, Any, int, int]  # a state, the value that led to it, and the stretch which that value covers


class Driver:
    """Parses statements with a set of building functions, one for each rule's name."""

    __slots__ = ("_productions",)

    def __init__(self, builders: Mapping[str, Build]) -> None:
        """Take the building functions by the names that psr.lark gives its rules."""
        named: dict[str, Build | None] = {**builders, "": lambda _, children: children, "=": None}
        self._productions = tuple((group, size, named[name], kept) for group, size, name, kept in PRODUCTIONS)

    def statement(self, lexer: Lexer) -> Any | Unexpected:
        """Read one statement and its line's end; give its value, or what stood where it could not."""
        stack: list[_Entry] = [(0, None, 0, 0)]
        actions = _actions[0]
        token = first = previous = lexer.next(actions)
        furthest = token.start + MAX_LENGTH
        while token.start <= furthest:
            if token.terminal == COMMA and _only_wraps(token, stack):
                token = lexer.next(actions)
                continue
            action = actions.get(token.terminal)
            if action is None:
                break
            if action < 0:
                actions = _actions[self._reduce(~action, stack)]
            elif token.terminal == NEWLINE:
                stack.append((action, token, previous.end, previous.end))
                return self._finish(stack)
            else:
                stack.append((action, token, token.start, token.end))
                actions = _actions[action]
                previous, token = token, lexer.next(actions)
        return Unexpected(token, _shiftable(stack), first, previous)

    def _finish(self, stack: list[_Entry]) -> Any:
        """Make the value of a whole statement."""
        state = stack[-1][0]
        while state != END_STATE:
            state = self._reduce(~_actions[state][END], stack)
        return stack[-1][1]

    def _reduce(self, number: int, stack: list[_Entry]) -> int:
        """Make one value of the topmost ones and give the state that it leads to."""
        group, size, build, kept = self._productions[number]
        if build is None:  # the rule passes its only child on
            _, value, start, end = stack.pop()
        else:
            taken = stack[-size:]
            del stack[-size:]
            start, end = taken[0][2], taken[-1][3]
            value = build(Span(start, end), _children(taken, kept))
        state = _gotos[stack[-1][0]][group]
        stack.append((state, value, start, end))
        return state


def _children(taken: list[_Entry], kept: tuple[int, ...]) -> Children:
    """Gather a rule's children; the list of a `*` or `+` stands for its entries.

    Such a list grows in place where it leads: copying it for each entry would take longer than reading.
    """
    value = taken[kept[0]][1]
    children = cast("Children", value) if isinstance(value, list) else [value]
    for index in kept[1:]:
        value = taken[index][1]
        if isinstance(value, list):
            children.extend(cast("Children", value))
        else:
            children.append(value)
    return children


def _only_wraps(token: Token, stack: list[_Entry]) -> bool:
    """Tell whether a comma stands at a line's end where no list goes on: then it says only that the line does."""
    return "\n" in token.text and not _could_shift(stack, COMMA)


def _shiftable(stack: list[_Entry]) -> frozenset[int]:
    """Give the terminals that could come next: a row may hold some that a later reduction refuses."""
    return frozenset(terminal for terminal in _actions[stack[-1][0]] if _could_shift(stack, terminal))


def _could_shift(stack: list[_Entry], terminal: int) -> bool:
    states = [state for state, *_ in stack]
    while True:
        action = _actions[states[-1]].get(terminal)
        if action is None:
            return False
        if action >= 0:
            return True
        group, size, _, _ = PRODUCTIONS[~action]
        del states[-size:]
        states.append(_gotos[states[-1]][group])
