"""Short ways to read a text, and to look at what the lexer and the parser make of it."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from pathlib import Path
from typing import NamedTuple

from psr.diagnostics import Diagnostic, SourceFile
from psr.grammar import Document, parse
from psr.grammar.driver import Build, Driver, Unexpected
from psr.grammar.lexer import Lexer, Token
from psr.grammar.normalise import normalise
from psr.grammar.statements import Statement
from psr.grammar.tables import PRODUCTIONS, TERMINALS

ROOT = Path(__file__).resolve().parents[2]
RULE_FILES = sorted([*(ROOT / "rules").glob("*.psr"), *(ROOT / "tests").rglob("*.psr")])
"""Every rule file of the repository, those with mistakes among them."""


def read(text: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    return parse(SourceFile("rules.psr", text))


def document(text: str) -> Document:
    """Read a text that has no mistakes."""
    found, mistakes = read(text)
    assert [(str(mistake.place), mistake.message()) for mistake in mistakes] == []
    return found


def statement(text: str) -> Statement:
    """Read the only statement of a text."""
    (only,) = document(text).statements
    return only


def mistakes(text: str) -> list[tuple[int, int, str]]:
    """Give the line, the column and the code of everything wrong with a text."""
    return [(*mistake.place.position, mistake.code) for mistake in read(text)[1]]


@cache
def readable(path: Path) -> bool:
    return not read(path.read_text(encoding="utf-8"))[1]


class Leaf(NamedTuple):
    """A token of a parse tree: its terminal, its text as written, and where that begins."""

    terminal: str
    text: str
    start: int


class Branch(NamedTuple):
    """A rule of a parse tree, with what it was made of."""

    rule: str
    children: tuple[Leaf | Branch, ...]


def _branch(text: str, rule: str) -> Build:
    def build(_: object, children: list[Token | Branch]) -> Branch:
        return Branch(rule, tuple(_leaf(text, c) if isinstance(c, Token) else c for c in children))

    return build


def _leaf(text: str, token: Token) -> Leaf:
    return Leaf(TERMINALS[token.terminal], text[token.start : token.end], token.start)


class Recorder(Lexer):
    """A lexer that keeps the tokens it gave."""

    def __init__(self, text: str, original: str) -> None:
        super().__init__(text, original)
        self.tokens: list[Token] = []

    def next(self, accepted: Container[int]) -> Token:
        self.tokens.append(super().next(accepted))
        return self.tokens[-1]


def parse_trees(text: str) -> list[Branch | Unexpected]:
    """Give the parse tree of each statement of a normalised text, as Lark would build it."""
    driver = Driver({rule: _branch(text, rule) for _, _, rule, _ in PRODUCTIONS if rule not in ("", "=")})
    lexer = Lexer(text, text)
    trees: list[Branch | Unexpected] = []
    while lexer.skip_blank_lines():
        trees.append(driver.statement(lexer))
        if isinstance(trees[-1], Unexpected):
            lexer.skip_statement(trees[-1].token)
    return trees


def tokens(text: str) -> list[Token]:
    """Give the tokens of a text without mistakes, with positions in it."""
    normal = normalise(text if text.endswith("\n") else text + "\n")
    driver = Driver({rule: lambda _, children: children for _, _, rule, _ in PRODUCTIONS})
    lexer = Recorder(normal, text)
    while lexer.skip_blank_lines():
        assert not isinstance(driver.statement(lexer), Unexpected)
    return lexer.tokens
