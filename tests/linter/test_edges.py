"""Edges of single rules that no rule file of readable size reaches."""

import pytest

from psr.api import check_source, lint_source
from psr.diagnostics import SourceFile
from psr.linter import swapped_figures

LAID_OUT = 'rubric "Layout" total 2\n\nfact a counts\n\nitem 1 "x" worth 2\n  deduct 1 per a\n'


def test_blank_lines_at_the_end_are_told_at_the_end() -> None:
    (found,) = lint_source(SourceFile("r.psr", LAID_OUT + "\n\n"), {"PSR701"})
    assert found.place.position[0] == 8
    assert found.fix is not None


def test_a_source_with_too_many_phrases_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        'rubric "r" total 4\nfact late "迟到" counts\nfact early "早退" counts\nitem 1 "x" worth 4\n'
        '  source "迟到一次扣0.5分，早退一次扣1分。（4分）"\n  deduct 1 per late\n  deduct 0.5 per early\n'
    )
    assert [one.code for one in lint_source(SourceFile("r.psr", text), {"PSR621"})] == ["PSR621"]
    monkeypatch.setattr(swapped_figures, "_MOST", 0)
    assert lint_source(SourceFile("r.psr", text), {"PSR621"}) == ()


def test_beside_a_line_that_can_not_be_read_other_mistakes_are_told() -> None:
    text = 'rubric "r" total 4\nfact a counts\nitem 1 "x" worth 2\n  deduct 1 per a\nitem 1 "y" worth 2\n  deduct 1 per a\nitem\n'
    codes = [one.code for one in check_source(SourceFile("r.psr", text))[1]]
    assert any(code.startswith("PSR1") for code in codes)
    assert any(code.startswith("PSR2") for code in codes)


def test_more_conditions_than_can_be_tried_are_left_alone() -> None:
    facts = "".join(f"fact f{number} yes/no\n" for number in range(30))
    items = "".join(
        f'item {number} "x" worth 1\n  applies if f{number}\n  award 1 if f{number}\n' for number in range(30)
    )
    text = f'rubric "r" total 29\n{facts}{items}'
    assert lint_source(SourceFile("r.psr", text), {"PSR502"}) == ()


MARK = 'rubric "r" total 4\nfact mark number 0 to 4 分\nitem 1 "x" worth 4 starts zero\n  award '


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("1 if 2 < mark", []),
        ("1 if 4 < mark", ["PSR614"]),  # never true
        ("1 if 4 = 4", ["PSR613"]),  # always true, of a number and no range
        ("1 if yes", ["PSR613"]),
        ("by mark, floor(mark)\n    0 to 2, 0 to 3: 1\n    1 to 3, 3 to 4: 2", []),  # no mark up to 2 rounds down to 3
    ],
)
def test_what_conditions_and_rows_come_to(line: str, codes: list[str]) -> None:
    found = lint_source(SourceFile("r.psr", MARK + line + "\n"), {"PSR613", "PSR614", "PSR641"})
    assert [one.code for one in found] == codes


def test_a_table_keeps_its_last_row() -> None:
    """Above 4 there is no mark: the row is never taken, but without it the table would have none."""
    (found,) = lint_source(SourceFile("r.psr", MARK + "by mark\n    > 4: 1\n"), {"PSR642"})
    assert found.fix is None
