from support.reading import document, statement

from psr.grammar.expressions import Arithmetic, Name, Node, Number
from psr.grammar.statements import Effect
from psr.grammar.walk import children, depth, walk


def kinds(nodes: list[Node]) -> list[str]:
    return [type(node).__name__ for node in nodes]


def test_children_come_in_the_order_of_the_fields():
    line = statement("deduct 1 per a where b highest per c, d if e cap 2")
    assert isinstance(line, Effect)
    assert kinds(list(children(line))) == ["Number", "PerEvent", "Name", "Name", "Name", "Cap"]
    assert list(children(line.highest_per[0])) == []


def test_parents_come_before_what_is_below_them():
    names = [node.text for node in walk(statement("score a * (b + c) - d")) if isinstance(node, Name)]
    assert names == ["a", "b", "c", "d"]
    assert kinds(list(walk(statement("score -a")))) == ["Score", "Negate", "Name"]


def test_a_document_is_walked_through_all_its_lines_and_rows():
    found = document("award by a\n b: 1\nscore c + 2\n# the end")
    assert kinds([node for node in walk(found) if isinstance(node, Name | Number | Arithmetic)]) == [
        "Name", "Name", "Number", "Arithmetic", "Name", "Number",
    ]  # fmt: skip


def test_depth_counts_levels():
    assert depth(statement("void")) == 1
    assert depth(statement("score 1")) == 2
    assert depth(statement("score 1 + a * b")) == 4
