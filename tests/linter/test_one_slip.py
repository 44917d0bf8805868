"""One slip is told once, in words that fit it."""

from pathlib import Path

import pytest

from psr.api import lint_source
from psr.diagnostics import SourceFile

GRADES = 'rubric "r" total 100\nitem 1 "Work" worth 100\n  judge 0 to 100\n'
ABOUT_GRADES = {"PSR511", "PSR513", "PSR613", "PSR614", "PSR616"}


def codes(text: str, looked_for: set[str]) -> list[str]:
    return [one.code for one in lint_source(SourceFile("r.psr", text), looked_for)]


@pytest.mark.parametrize(
    ("grades", "code"),
    [
        ('grade "C" if total >= 60\ngrade "A" if total >= 90\ngrade "D" otherwise\n', "PSR616"),
        ('grade "A" if total >= 60\ngrade "C" if total < 60\ngrade "D" otherwise\n', "PSR616"),
        ('grade "A" if total >= 60\ngrade "C" if total >= 0\ngrade "D" otherwise\n', "PSR616"),
        ('grade "A" if total >= 120\ngrade "D" otherwise\n', "PSR511"),
        ('grade "A" if total > 100\ngrade "D" if total <= 100\n', "PSR511"),
        ('grade "A" if total >= 60\ngrade "D" if total >= 0\n', "PSR613"),
    ],
)
def test_a_slip_in_the_grades(grades: str, code: str) -> None:
    assert codes(GRADES + grades, ABOUT_GRADES) == [code]


def test_weights_that_make_a_condition_always_true() -> None:
    case = Path(__file__).parent / "cases" / "PSR613" / "weights_that_others_tell_of.psr"
    assert codes(case.read_text(encoding="utf-8"), ABOUT_GRADES) == ["PSR513"]


@pytest.mark.parametrize(
    ("rows", "safe"),
    [
        ("    small: 1\n    medium: 3\n    medium: 5\n", False),
        ("    small: 1\n    medium: 3\n    medium: 3\n", True),
        ("    small: 1\n    medium: 3\n    large: 5\n    otherwise: 0\n", True),
        ("    small: 1\n    medium: 3\n    large: 5\n    otherwise: 2\n", False),
    ],
    ids=["a_figure", "the_same", "nothing", "a_rest_with_a_figure"],
)
def test_a_masked_row_is_deleted_by_itself_only_if_no_figure_is_lost(rows: str, safe: bool) -> None:
    head = 'rubric "r" total 5\nfact size small / medium / large\nitem 1 "i" worth 5\n  award by size\n'
    (found,) = lint_source(SourceFile("r.psr", head + rows), {"PSR642"})
    assert found.fix is not None
    assert found.fix.safe is safe


def test_a_part_goes_by_the_number_of_its_item() -> None:
    text = (
        'rubric "r" total 10\nfact absence counts\nitem 3.2 "Files" worth 5\n  part "procedure" worth 5\n'
        '    deduct 1 per absence\nitem 3.3 "Meetings" worth 5\n  deduct 1 per absence\n'
    )
    (found,) = lint_source(SourceFile("r.psr", text), {"PSR610"})
    assert found.message("en") == "`absence` costs points twice, under `3.2 procedure` and under `3.3`"


@pytest.mark.parametrize(
    ("caps", "what"),
    [
        ((" cap 6", ""), "the same line, with and without a cap, and both count"),
        ((" cap 6", " cap 3"), "the same line, with different caps, and both count"),
    ],
)
def test_lines_that_differ_by_their_caps(caps: tuple[str, str], what: str) -> None:
    lines = "".join(f"  deduct 0.3 per absence{cap}\n" for cap in caps)
    text = f'rubric "r" total 10\nfact absence counts\nitem 1 "i" worth 10\n{lines}'
    (found,) = lint_source(SourceFile("r.psr", text), {"PSR612"})
    assert found.message("en") == what


def test_what_to_write_instead_of_a_condition_that_always_holds() -> None:
    found = lint_source(SourceFile("r.psr", GRADES + 'grade "D" if total >= 0\n'), {"PSR613"})
    assert ["`otherwise`" in (one.advice("en") or "") for one in found] == [True]
    assert ["改写为" in (one.advice("zh") or "") for one in found] == [True]
