"""Lark's own parser of psr.lark, ready ten times sooner: whether terminals collide is asked once, in test_tables.py."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest
from lark import Lark

from psr.grammar.generate import grammar_text


@contextmanager
def collisions_unasked() -> Generator[None, None, None]:
    """Keep Lark from comparing every terminal with every other, which takes seconds and only tells of collisions."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("lark.lexer.has_interegular", False, raising=False)
        yield


def lark_parser(**options: Any) -> Lark:
    """Build a parser of the grammar."""
    with collisions_unasked():
        return Lark(grammar_text(), parser="lalr", **options)
