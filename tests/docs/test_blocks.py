"""Every rubric in the documentation parses, resolves, and its examples come out."""

from types import ModuleType

import pytest
from docs.pages import SPECIFICATION, Block, blocks

from psr.api import check_source
from psr.diagnostics import SourceFile
from psr.diagnostics.render import render_all
from psr.grammar import expressions as e
from psr.grammar import statements as s
from psr.grammar.parser import parse
from psr.grammar.walk import walk


@pytest.mark.parametrize("block", blocks("psr"), ids=str)
def test_each_rubric_of_the_documentation_works(block: Block) -> None:
    rubric, diagnostics = check_source(SourceFile(str(block), block.text))
    assert render_all(diagnostics) == ""
    assert rubric is not None


@pytest.mark.parametrize("block", blocks("psr", SPECIFICATION), ids=str)
def test_each_rubric_of_the_specification_expects_something(block: Block) -> None:
    document, _ = parse(SourceFile(str(block), block.text))
    assert any(isinstance(line, s.Expect) for line in document.statements)


def kinds_in(module: ModuleType) -> set[str]:
    """Give the names of the kinds of node that a module defines, without those that only serve to define others."""
    nodes = {kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, e.Node)}
    bases = {base for kind in nodes for base in kind.__mro__[1:]}
    return {kind.__name__ for kind in nodes - bases}


def test_every_construct_stands_in_an_example() -> None:
    """Each kind of node that the grammar can build is shown at least once."""
    shown = {
        type(node).__name__
        for block in blocks("psr", SPECIFICATION)
        for line in parse(SourceFile("", block.text))[0].statements
        for node in walk(line)
    }
    assert (kinds_in(s) | kinds_in(e)) - shown == {"Document"}
