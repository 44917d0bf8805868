"""`rules/2019.psr` quotes the regulation word for word and leaves none of its clauses out."""

from decimal import Decimal

import pytest
from acceptance.regulation import RULES, UNITS, Row, figure, marks, rows, without_blanks

from psr.diagnostics import SourceFile
from psr.grammar import statements as s
from psr.grammar.parser import parse
from psr.interpreter.model import Group, HeadingModel, Model
from psr.interpreter.resolve import resolve

ROWS = rows()
MARKS = marks()
ITEMS = [item for item in MARKS if item != "total"]


@pytest.fixture(scope="module")
def document() -> s.Document:
    document, mistakes = parse(SourceFile(RULES.name, RULES.read_text(encoding="utf-8")))
    assert mistakes == ()
    return document


@pytest.fixture(scope="module")
def model(document: s.Document) -> Model:
    model, mistakes = resolve(document, SourceFile(RULES.name, RULES.read_text(encoding="utf-8")))
    assert mistakes == ()
    assert model is not None
    return model


def quoted(heading: HeadingModel | Group) -> str:
    """Give all that a heading and its parts quote, in the order of the file."""
    if isinstance(heading, Group):
        return "".join(heading.source)
    below = [part for part in heading.parts if isinstance(part, Group)] + list(heading.children)
    return "".join(heading.source) + "".join(map(quoted, below))


@pytest.mark.parametrize(("item", "row"), list(zip(ITEMS, ROWS, strict=True)), ids=ITEMS)
def test_an_item_quotes_its_clauses_whole_and_nothing_else(model: Model, item: str, row: Row) -> None:
    assert without_blanks(quoted(model.labels[item])) == without_blanks(row.clauses)


def test_every_source_stands_in_the_regulation(document: s.Document) -> None:
    clauses = [without_blanks(row.clauses) for row in ROWS]
    sources = [
        without_blanks("".join(text.value for text in line.lines))
        for line in document.statements
        if isinstance(line, s.Source)
    ]
    assert len(sources) >= len(ROWS)
    assert [source for source in sources if not any(source in clause for clause in clauses)] == []


def test_the_items_stand_in_the_regulations_order(model: Model) -> None:
    found = [heading for heading in model.headings if heading.rank == "item"]
    assert [heading.label for heading in found] == ITEMS
    assert [heading.worth for heading in found] == [Decimal(row.worth) for row in ROWS]


def test_the_sections_are_headed_as_in_the_regulation(model: Model) -> None:
    found = [f"{heading.title}（{heading.worth}分）" for heading in model.rubric.children]
    assert found == list(dict.fromkeys(without_blanks(row.section) for row in ROWS))


def test_the_marks_held_against_the_program_are_the_regulations_own() -> None:
    """Guards the data: marks, worths and totals of the table agree with the list of marks."""
    for item, row in zip(ITEMS, ROWS, strict=True):
        expected = MARKS[item]
        assert Decimal(row.worth) == expected.worth
        assert [figure(text) for text in row.marks] == [expected.of[unit] for unit in UNITS]
    for unit in UNITS:
        assert sum(MARKS[item].of[unit] for item in ITEMS) == MARKS["total"].of[unit]
    # Not the 100 of the headings: section 6 is headed 10, its items give 9.
    assert sum(MARKS[item].worth for item in ITEMS) == 99
