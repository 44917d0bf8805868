"""Long chains resolve and evaluate without recursion: a rubric may be as long as it likes, in any direction."""

import pytest
from support.scoring import diagnose, points, score, unit

from psr.diagnostics.render import render_all

pytestmark = pytest.mark.no_cover
HEAD = 'rubric "long" year 2020 total 20000\nfact a counts\nfact n number\n'


def test_ten_thousand_headings_that_each_read_the_one_after() -> None:
    text = [HEAD]
    for number in range(10_000):
        text += [f'item {number} "i" worth 1', f"  award points of {number + 1}"]
    text += ['item 10000 "last" worth 1', "  award n"]
    result = score("\n".join(text), unit(n=1))
    assert points(result, "0") == 1


def test_ten_thousand_definitions_each_used_by_the_next_ones() -> None:
    text = [HEAD, "define d0 = n"]
    text += [f"define d{n} = d{n - 1 if n % 49 else 0} + 1" for n in range(1, 10_000)]
    text += ['item 1 "i" worth 100', "  award d9999"]
    assert points(score("\n".join(text), unit(n=2))) == 6  # d9996 is n + 1


def test_ten_thousand_lines_under_one_heading() -> None:
    text = [HEAD, 'item 1 "i" worth 20000', *("  award 1 per a" for _ in range(10_000))]
    assert points(score("\n".join(text), unit(a=[1]))) == 10_000


def test_ten_thousand_rows_of_evidence() -> None:
    text = HEAD + 'item 1 "i" worth 20000\n  award 1 per a cap 3 per month\nitem 2 "j" worth 20000\n  award 1 per a\n'
    assert points(score(text, unit(a=[1] * 10_000)), "2") == 10_000


def test_a_circle_of_ten_thousand_headings_is_found() -> None:
    text = [HEAD]
    for number in range(10_000):
        text += [f'item {number} "i" worth 1', f"  award points of {(number + 1) % 10_000}"]
    model, found = diagnose("\n".join(text))
    assert model is None
    assert [diagnostic.code for diagnostic in found] == ["PSR206"]
    assert len(render_all(found)) < 20_000_000


def test_doubling_fifty_times_and_squaring_end_at_once() -> None:
    doubled = [HEAD, "define d0 = n", *(f"define d{n} = d{n - 1} + d{n - 1}" for n in range(1, 50))]
    doubled += ['item 1 "i"', "  award d49"]
    assert points(score("\n".join(doubled), unit(n=1))) == 2**49
    squared = [HEAD, "define d0 = n + 2", *(f"define d{n} = d{n - 1} * d{n - 1}" for n in range(1, 50))]
    squared += ['item 1 "i" worth 5', "  award d49"]
    for value in (1, 10**9):
        found = score("\n".join(squared), unit(n=value))
        assert [d.code for d in found.diagnostics] == ["PSR480"]
        assert points(found) == (0, 5)
