"""The base of all nodes: frozen, equal when they mean the same, made by position or by name."""

from decimal import Decimal

import pytest

from psr.diagnostics import Span
from psr.grammar.expressions import Name, Negate, Number, Percent
from psr.grammar.statements import Comments, Score, Void

HERE, THERE = Span(0, 1), Span(5, 9)
TWO = Number(HERE, Decimal(2))


def test_where_a_node_stands_takes_no_part_in_equality():
    assert Number(THERE, Decimal("2.0"), "分") == TWO
    assert hash(TWO) == hash(Number(THERE, Decimal(2)))
    assert Number(HERE, Decimal(3)) != TWO
    assert Percent(HERE, Decimal(2)) != TWO
    assert TWO != 2


def test_nodes_below_are_compared_too():
    assert Negate(HERE, TWO) == Negate(THERE, Number(THERE, Decimal(2)))
    assert Negate(HERE, TWO) != Negate(HERE, Name(HERE, "two"))


def test_a_node_is_frozen():
    with pytest.raises(AttributeError, match="`value` can't be set"):
        TWO.value = Decimal(3)
    with pytest.raises(AttributeError, match="`value` can't be deleted"):
        del TWO.value
    assert not hasattr(TWO, "__dict__")


def test_fields_are_given_by_position_or_by_name():
    assert Name(HERE, "absence", bracketed=True).bracketed
    assert not Name(span=HERE, text="absence").bracketed
    remarks = Comments(("# above",), ())
    assert Void(HERE, None, comments=remarks).comments == remarks
    assert Void(HERE, None) == Void(HERE, None, comments=remarks)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Name(HERE),
        lambda: Name(HERE, "a", False, 4),
        lambda: Name(HERE, "a", strange=1),
    ],
    ids=["missing", "too many", "unknown"],
)
def test_wrong_fields_are_refused(make):
    with pytest.raises(TypeError, match="takes span"):
        make()


def test_replace_changes_some_fields():
    line = Score(HERE, TWO, None)
    assert line.replace(amount=Number(HERE, Decimal(3))) == Score(HERE, Number(HERE, Decimal(3)), None)
    assert line.replace(span=THERE).span == THERE


def test_a_node_shows_what_it_means():
    assert repr(Negate(HERE, TWO)) == "Negate(of=Number(value=Decimal('2')))"


def test_a_node_matches_by_position():
    match TWO:
        case Number(span, value):
            assert (span, value) == (HERE, Decimal(2))
        case _:
            pytest.fail("should have matched")
