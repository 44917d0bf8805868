"""Lark itself reads psr.lark; what our lexer and driver make of any text has to be the same tree."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from support.lark_itself import lark_parser
from support.reading import RULE_FILES, Branch, Leaf, parse_trees
from support.rubric_text import Line, lines, rule_texts, write

from psr.grammar.driver import Unexpected
from psr.grammar.lexer import RESERVED_WORD
from psr.grammar.normalise import normalise


@cache
def lark() -> Lark:
    return lark_parser(start="start", maybe_placeholders=False)


def from_lark(node: Any) -> Branch | Leaf:
    if isinstance(node, Token):
        assert node.start_pos is not None
        return Leaf(node.type, str(node), node.start_pos)
    assert isinstance(node, Tree)
    return Branch(str(node.data), tuple(map(from_lark, node.children)))


def lark_trees(text: str) -> list[Branch | Leaf]:
    return list(map(from_lark, lark().parse(text).children))


def unwrapped(text: str) -> str:
    """Take out the commas at the ends of lines which the driver alone knows to be no part of a list."""
    return re.sub(r",([ \t]*(#[^\n]*)?\n)+", lambda wrap: " " * len(wrap[0]), text)


@given(rule_texts())
def test_on_any_rule_file(text: str):
    text = normalise(text)
    assert parse_trees(text) == lark_trees(text)


@pytest.mark.no_cover
@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_on_every_line_of_the_repository(path: Path):
    text = normalise(path.read_text(encoding="utf-8"))
    for tree, stretch in statements(text):
        try:
            (expected,) = lark_trees(stretch)
        except UnexpectedInput:
            (expected,) = lark_trees(unwrapped(stretch))
        assert tree == expected


def statements(text: str) -> list[tuple[Branch, str]]:
    """Give the statements that can be read, each with a text in which it stands alone at its place."""
    trees = parse_trees(text)
    starts = [start_of(tree) for tree in trees] + [len(text)]
    return [
        (tree, " " * start + text[start:end])
        for tree, start, end in zip(trees, starts, starts[1:], strict=False)
        if isinstance(tree, Branch)
    ]


def start_of(tree: Branch | Leaf | Unexpected) -> int:
    if isinstance(tree, Unexpected):
        return tree.first.start
    return tree.start if isinstance(tree, Leaf) else start_of(tree.children[0])


@st.composite
def broken_lines(draw: Any) -> Line:
    """Give a line with a piece left out, doubled, or put in another's place."""
    line = list(draw(lines))
    index = draw(st.integers(0, len(line) - 1))
    match draw(st.sampled_from(["drop", "double", "move"])):
        case "drop":
            del line[index]
        case "double":
            line.insert(index, line[index])
        case _:
            line.insert(draw(st.integers(0, len(line) - 1)), line.pop(index))
    return line


@given(broken_lines(), st.sampled_from(["en", "zh"]))
def test_on_what_is_no_statement(line: Line, vocabulary: Any):
    text = normalise(write(line, vocabulary)) + "\n"
    found = parse_trees(text)
    if any(isinstance(tree, Unexpected) and tree.token.terminal == RESERVED_WORD for tree in found):
        return  # to Lark a reserved word can be a name
    try:
        expected = lark_trees(text)
    except UnexpectedInput:
        assert any(isinstance(tree, Unexpected) for tree in found)
    else:
        assert found == expected
