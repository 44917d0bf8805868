"""What an expression can give, and which of the numbers between its ends: by reasoning, one expression a line."""

import pytest
from support.scoring import program

from psr.interpreter.facts import Missing
from psr.interpreter.interval import ANYTHING, Interval
from psr.linter.tables.extent import Extents

RUBRIC = """rubric "Extents" year 2024 total 10
fact mark number 2 to 10 分
fact bar number 1 to 5 分
fact rate percent
fact visits counts 次 with load number 1 to 8
fact filed date
fact best yes/no
fact town text
define alias = mark
define banded by mark
  >= 5: 2
  otherwise: 1
item 1 "figures" worth 10
  award mark
define it = {expression}
"""


@pytest.mark.parametrize(
    ("expression", "values", "steps"),
    [
        ("mark", Interval(2, 10), "every"),
        ("alias", Interval(2, 10), "every"),
        ("banded", Interval(1, 2), "some"),
        ("visits", Interval(0, None), "whole"),
        ("filed", ANYTHING, "whole"),
        ("rank of mark", Interval(1, None), "whole"),
        ("count of visits", Interval(0, None), "whole"),
        ("3 + 2", 5, "fixed"),
        ("mark * 3", Interval(6, 30), "every"),
        ("visits * 3", Interval(0, None), "some"),
        ("visits / mark", Interval(0, None), "every"),
        ("mark / 2", Interval(1, 5), "every"),
        ("visits / 2", Interval(0, None), "some"),
        ("-mark", Interval(-10, -2), "every"),
        ("50% of mark", Interval(1, 5), "every"),
        ("50% of visits", Interval(0, None), "some"),
        ("floor(mark)", Interval(2, 10), "whole"),
        ("round(mark)", Interval(2, 10), "whole"),
        ("round(mark, 1)", Interval(2, 10), "some"),
        ("min(mark, 4)", Interval(2, 4), "every"),
        ("max(visits, 4)", Interval(4, None), "some"),
        ("mark default 3", Interval(2, 10), "every"),
        ("mark default 20", Interval(2, 10), "some"),
        ("mark default bar", Interval(2, 10), "some"),
        ("mean of load over visits", Interval(1, 8), "every"),
        ("highest of load over visits", Interval(1, 8), "every"),
        ("sum of load over visits", Interval(0, None), "some"),
        ("if best then 1 else 3", Interval(1, 3), "some"),
        ("points of 1", Interval(2, 10), "some"),
        ("mark / (1 - 1)", Missing.NOT_APPLICABLE, "every"),
        ("town", Missing.UNKNOWN, "every"),
    ],
)
def test_what_an_expression_can_give(expression: str, values: object, steps: str) -> None:
    compiled = program(RUBRIC.format(expression=expression))
    node = compiled.model.defines["it"].node.value
    assert node is not None
    extents = Extents(compiled)
    assert extents.values(node, None, None) == values
    assert extents.steps(node) == steps
