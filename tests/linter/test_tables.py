"""What is said of a decision table is held against the interpreter's own lookup, value by value."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from time import process_time
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.scoring import program

from psr.diagnostics.fix import apply
from psr.grammar import statements as s
from psr.interpreter.compile_expressions import ExpressionCompiler
from psr.interpreter.lookup import Table
from psr.linter.rule import Subject
from psr.linter.tables import masked_row, redundant_row, rows_could_merge, table_gap, table_overlap
from psr.linter.tables.grid import Grid

HEAD = """rubric "Tables" total 10
fact rate percent 0% to 100%
fact mark number 0 to 4 分
fact visits counts 次
fact size small / middle / large
fact best yes/no
item 1 "a table" worth 10
  award by """

SHARES = ("0%", "25%", "50%", "75%", "100%", "120%")
MARKS = ("0", "1", "2.5", "3", "4", "5")
COUNTS = ("0", "1", "2", "2.5", "3", "4")


def numbers(literals: tuple[str, ...]) -> st.SearchStrategy[str]:
    one = st.sampled_from(literals)
    signs = st.sampled_from(("", "", ">= ", "> ", "<= ", "< ", "!= "))
    bound = st.tuples(signs, one).map("".join)
    between = st.tuples(one, one).map(" to ".join)
    return st.one_of(bound, between, between, st.just("otherwise"))


def values(*names: str) -> st.SearchStrategy[str]:
    return st.sampled_from((*names, *names, *(f"!= {name}" for name in names), "otherwise"))


KEYS = {
    "rate": numbers(SHARES),
    "mark": numbers(MARKS),
    "visits": numbers(COUNTS),
    "floor(mark)": numbers(COUNTS),
    "rank of mark": numbers(COUNTS),
    "size": values("small", "middle", "large"),
    "best": values("yes", "no"),
}
THIRDS = [Fraction(n, 8) for n in range(41)]
POSSIBLE: dict[str, list[Any]] = {
    "rate": [Fraction(n, 16) for n in range(17)],
    "mark": [n for n in THIRDS if n <= 4],
    "visits": list(range(8)),
    "floor(mark)": list(range(5)),
    "rank of mark": list(range(1, 9)),
    "size": ["small", "middle", "large"],
    "best": [True, False],
}


@st.composite
def tables(draw: st.DrawFn) -> tuple[tuple[str, ...], str]:
    keys = draw(st.lists(st.sampled_from(sorted(KEYS)), min_size=1, max_size=2, unique=True))
    rows = draw(st.lists(st.tuples(st.tuples(*(KEYS[key] for key in keys)), st.integers(0, 2)), min_size=1, max_size=6))
    # Nothing may stand below a row of which every key is `otherwise`.
    last = next((n for n, (row, _) in enumerate(rows) if set(row) == {"otherwise"}), len(rows))
    lines = [f"    {', '.join(row)}: {outcome}" for row, outcome in rows[: last + 1]]
    return tuple(keys), HEAD + ", ".join(keys) + "\n" + "\n".join(lines) + "\n"


def subject_of(text: str) -> Subject:
    compiled = program(text)
    return Subject(compiled.model, compiled)


def lookup(grid: Grid, subject: Subject, rows: tuple[s.Row, ...]) -> Table:
    return Table(ExpressionCompiler(subject.model), grid.by, rows)


def every_value(keys: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    return product(*(POSSIBLE[key] for key in keys))


def outcome(table: Table, values: tuple[Any, ...]) -> Any:
    (row,) = table.find(values)
    return 0 if row is None else row.outcome


def figure(found: Any) -> Any:
    return getattr(found, "value", found)


@given(tables())
def test_each_cell_is_taken_by_the_row_that_the_lookup_finds(drawn: tuple[tuple[str, ...], str]) -> None:
    keys, text = drawn
    subject = subject_of(text)
    (grid,) = subject.tables
    table = lookup(grid, subject, grid.rows)
    found: set[int | None] = set()
    for values in every_value(keys):
        (row,) = table.find(values)
        found.add(None if row is None else next(n for n, other in enumerate(grid.rows) if other is row))
    assert found == set(grid.takers)


@given(tables(), st.randoms(use_true_random=False))
def test_rows_that_are_said_to_be_idle_can_be_deleted_in_any_company(
    drawn: tuple[tuple[str, ...], str], random: Any
) -> None:
    keys, text = drawn
    subject = subject_of(text)
    (grid,) = subject.tables
    table = lookup(grid, subject, grid.rows)
    useless = {n for n, cells in enumerate(grid.taken) if not cells} | set(grid.idle)
    gone = {n for n in useless if random.random() < 0.7}
    shorter = lookup(grid, subject, tuple(row for n, row in enumerate(grid.rows) if n not in gone))
    for values in every_value(keys):
        assert figure(outcome(table, values)) == figure(outcome(shorter, values))


@given(tables())
def test_what_is_found_is_so(drawn: tuple[tuple[str, ...], str]) -> None:
    keys, text = drawn
    subject = subject_of(text)
    (grid,) = subject.tables
    table = lookup(grid, subject, grid.rows)
    used = {id(table.find(values)[0]) for values in every_value(keys)}
    rows = {row.span: row for row in grid.rows}
    for found in masked_row.check(subject):
        assert id(rows[found.place.span]) not in used
    for found in table_overlap.check(subject):
        first, second = (rows[label.place.span] for label in found.labels)
        both = [
            values
            for values in every_value(keys)
            if all(lookup(grid, subject, (row,)).find(values) == [row] for row in (first, second))
        ]
        assert both
        assert any(table.find(values) == [first] for values in both)
        assert figure(first.outcome) != figure(second.outcome)
    if list(table_gap.check(subject)):
        assert any(table.find(values) == [None] for values in every_value(keys))


@given(tables())
def test_mended_tables_give_the_same(drawn: tuple[tuple[str, ...], str]) -> None:
    """Each round of safe mends leaves every outcome as it was, until nothing is left to mend."""
    keys, text = drawn
    subject = subject_of(text)
    table = lookup(subject.tables[0], subject, subject.tables[0].rows)
    for _ in range(10):
        kinds = (masked_row, redundant_row, rows_could_merge)
        fixes = [found.fix for rule in kinds for found in rule.check(subject) if found.fix]
        if not fixes:
            break
        text, count = apply(text, fixes)
        assert count
        subject = subject_of(text)
        mended = lookup(subject.tables[0], subject, subject.tables[0].rows)
        for values in every_value(keys):
            assert figure(outcome(table, values)) == figure(outcome(mended, values))
    else:
        raise AssertionError("the mends never end")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("row", "module", "findings"),
    [
        ("{n} to {next}.5: {outcome}", table_gap, 2_999),
        ("{n} to {after}: {outcome}", table_overlap, 2_999),
        (">= {n}: {outcome}", masked_row, 2_999),
        ("<= {n}: 1", redundant_row, 1_500),
        ("{n} to {after}: {half}", rows_could_merge, 1_500),
    ],
)
def test_a_long_table_is_looked_through_in_seconds(row: str, module: ModuleType, findings: int) -> None:
    lines = [
        "    " + row.format(n=2 * n, next=2 * n + 1, after=2 * n + 2, outcome=n % 7, half=n // 2) for n in range(3_000)
    ]
    subject = subject_of(HEAD.replace("0 to 4", "0 to 100000") + "mark\n" + "\n".join(lines) + "\n")
    began = process_time()
    assert len(list(module.check(subject))) == findings
    assert process_time() - began < 3


def test_of_a_table_too_large_to_look_through_nothing_is_said() -> None:
    rows = "\n".join(f"    {n / 10}%, {n}: 1" for n in range(500))
    assert subject_of(HEAD + "rate, visits\n" + rows + "\n").tables == ()
