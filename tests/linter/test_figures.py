"""What a rule file says in figures: worked out where no evidence is needed, and written as people write it."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from psr.api import check_source, lint_source
from psr.diagnostics import SourceFile
from psr.grammar import statements as s
from psr.linter.endless import Endless
from psr.linter.figures import figure, is_finite, points_of, written
from psr.linter.mend import mend

NEVER = Path(__file__).parent / "cases" / "PSR504" / "never.psr"


def amount(expression: str) -> tuple[SourceFile, s.Effect, Endless, Fraction | int | None]:
    """Read an amount under an item worth 4; give its line and its points."""
    text = f'rubric "r" total 4\nfact a number\nfact b percent\nitem 1 "i" worth 4 starts zero\n  award {expression}\n'
    rubric, found = check_source(SourceFile("r.psr", text))
    assert rubric is not None, found
    [heading] = rubric.model.rubric.children
    [line] = heading.lines
    assert isinstance(line, s.Effect)
    return rubric.model.source, line, Endless(rubric.model), points_of(line.amount, heading)


@pytest.mark.parametrize(
    ("expression", "points"),
    [
        ("0.5", Fraction(1, 2)),
        ("worth", 4),
        ("25% of worth", 1),
        ("worth / 3", Fraction(4, 3)),
        ("(worth - 1) * 2 + 0.5", Fraction(13, 2)),
        ("a", None),
        ("2 * a", None),
        ("1 / (2 - 2)", None),
        (" * ".join(["9" * 30] * 50), None),  # 1500 digits
    ],
)
def test_points_that_need_no_evidence(expression: str, points: Fraction | None) -> None:
    assert amount(expression)[3] == points


@pytest.mark.parametrize(
    ("expression", "endless"),
    [
        ("1 / 3", True),
        ("1 / 8", False),
        ("a / 3", True),
        ("a / 40", False),
        ("a / 3 * 6", False),
        ("a / 120 * worth", True),
        ("a / (100 + 20) * 60", False),
        ("worth / a", True),
        ("3 - worth * a / 9", True),
        ("round(a / 3, 1)", False),
        ("b * a", False),
        ("min(a / 7, 2)", True),
    ],
)
def test_what_can_be_endless(expression: str, endless: bool) -> None:
    _, line, finder, _ = amount(expression)
    assert line.amount is not None
    heading = check_source(SourceFile("r.psr", 'rubric "r"\nfact a counts\nitem 1 "i" worth 4\n  deduct 1 per a\n'))[0]
    assert heading is not None
    assert finder.find(line.amount, heading.model.rubric.children[0]) == endless


def test_a_number_has_an_end_if_twos_and_fives_alone_divide_it() -> None:
    ends = [n for n in range(1, 26) if is_finite(Fraction(1, n))]
    assert ends == [1, 2, 4, 5, 8, 10, 16, 20, 25]


@pytest.mark.parametrize(
    ("value", "text"), [(Decimal("0.50"), "0.5"), (10, "10"), (Decimal(100), "100"), (Fraction(10, 3), "10/3")]
)
def test_a_figure_is_written_plainly(value: Decimal | Fraction | int, text: str) -> None:
    assert figure(value) == text


def test_long_words_are_cut_short() -> None:
    source, line, _, _ = amount("1" + " + 1" * 50)
    assert line.amount is not None
    assert written(source, line.amount) == "1" + " + 1" * 19 + " + …"


def test_words_of_several_lines_stand_on_one() -> None:
    source, line, _, _ = amount("max(1,\n    2)")
    assert line.amount is not None
    assert written(source, line.amount) == "max(1, 2)"


def test_deleting_caps_that_are_never_reached_changes_no_points() -> None:
    """The file's examples hold before and after."""
    source = SourceFile(NEVER.name, NEVER.read_text(encoding="utf-8"))
    mended = mend(source, lambda text: lint_source(text, {"PSR504"}))
    assert source.text.count(" cap ") - mended.source.text.count(" cap ") == len(mended.made) == 8
    assert len(mended.left) == 2  # one begins a line of its own; rows of evidence may pass the range of the other
    assert check_source(source)[1] == ()
    assert check_source(mended.source)[1] == ()
