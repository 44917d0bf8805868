"""In YAML, a key with nothing behind it says nothing, but it must be one that there is."""

import pytest

from psr.interpreter.facts import Missing


def under(reader, line: str):
    return reader.read(f"unit: A\n{line}\n")


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("facts: {essay: {quantity:3}}", 25),
        ("facts: {essay: {数量:3}}", 19),
        ("facts: {essay: [{quantity: 2}, {prize:first}]}", 38),
        ("facts: {essay: {quantity: 3,prize:first}}", 34),
        ("marks: {1.2: {points:1}}", 21),
    ],
)
def test_a_colon_without_a_space_is_told(reader, line: str, column: int):
    _, told = under(reader, line)
    (found,) = [each for each in told if each.code != "PSR420"]  # that nothing else is said is told, too
    assert (found.code, found.place.position) == ("PSR410", (2, column))
    assert found.advice("zh") == "请写作 `: `，例如 `数量: 3`"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("facts: {essay: {quantity 3}}", "PSR432"),
        ("facts: {essay: {qunatity: }}", "PSR432"),
        ("facts: {essay: {quantity: 2, foo: ''}}", "PSR432"),
        ("marks: {1.2: {points: 1, foo: }}", "PSR418"),
        ("rulings: {1.2: {points: 1, reason: x, by: y, foo: }}", "PSR418"),
    ],
)
def test_a_key_that_there_is_not_is_told_though_nothing_stands_behind_it(reader, line: str, code: str):
    _, found = under(reader, line)
    assert [each.code for each in found] == [code]


def test_a_key_that_there_is_may_stay_empty(reader):
    evidence, found = under(
        reader, "facts: {essay: {quantity: 2, prize: , note: , 依据: ''}}\nmarks: {1.2: {points: 1, reason: }}"
    )
    assert found == ()
    (event,) = evidence.units["A"].events["essay"]
    assert (event.quantity, event.note, event.fields["prize"]) == (2, "", Missing.UNKNOWN)


def test_a_colon_in_quotes_is_part_of_a_name(reader):
    _, found = under(reader, 'facts: {essay: {"quantity:3": }}')
    assert [each.code for each in found] == ["PSR432"]
