"""What the rules on suspicious lines and on style say of real rubrics, and what their fixes do."""

from pathlib import Path

import pytest

from psr.api import check_source, lint_source
from psr.diagnostics import Diagnostic, SourceFile
from psr.diagnostics.fix import apply
from psr.grammar.keywords import FUNCTION_NAMES
from psr.grammar.parser import parse
from psr.grammar.tables import KEYWORDS

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
CODES = {f"PSR6{n:02}" for n in (1, 2, 3, 5, 6, 7, 10, 11, 12, 15, 20, 21, 22)} | {"PSR702", "PSR703", "PSR704"}
RUBRICS = [ROOT / "rules" / "2019.psr", *sorted((ROOT / "tests" / "rubrics").glob("*.psr"))]
JUST = {
    "judged_range": [("PSR704", "零分起算")],  # what is awarded and judged starts at zero anyway
    "mean_over_tasks": [("PSR603", "class_size")],  # asked for, and nothing depends on it
}


def lint(text: str, *codes: str) -> list[Diagnostic]:
    found = lint_source(SourceFile("r.psr", text), set(codes) or CODES)
    assert not any(diagnostic.is_error for diagnostic in found), found
    return list(found)


@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.stem)
def test_a_sound_rubric_raises_what_is_just_and_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = lint(text)
    spans = [(diagnostic.code, diagnostic.place.span) for diagnostic in found]
    assert [(code, text[span.start : span.end]) for code, span in spans if span] == JUST.get(path.stem, [])


# ---- figures of the regulation ----------------------------------------------------------------------------------

REGULATION = (ROOT / "rules" / "2019.psr").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("right", "wrong", "code", "says"),
    [
        ("deduct 0.3 per poor_material", "deduct 0.4 per poor_material", "PSR621", "0.3"),
        ("deduct 0.5 per absence cap 2", "deduct 0.5 per absence cap 3", "PSR622", "3"),
        ("per study_session below 8", "per study_session below 6", "PSR621", "8"),
        ("attendance < 67%", "attendance < 60%", "PSR621", "67%"),
        ("score 6 if rank", "score 5 if rank", "PSR622", "5"),
        ("award 0.5 per volunteer", "award 0.6 per volunteer", "PSR621", "0.5"),
        ("score 3 if count", "score 2 if count", "PSR622", "2"),
        ("二等奖2.5分，一等奖3分。（6分）", "二等奖2.5分，一等奖3.5分。（6分）", "PSR621", "3.5"),
        ("一人加0.5分。（2分）", "一人加0.5分。（3分）", "PSR621", "3"),
        ("没有漏缴、少缴、拒缴现象；不符合条件扣0.5分", "没有漏缴、少缴、拒缴现象；不符合条件扣0.6分", "PSR621", "0.6"),
    ],
)
def test_a_slip_in_the_regulation_of_2019_is_found(right: str, wrong: str, code: str, says: str) -> None:
    assert right in REGULATION
    [first, *_] = lint(REGULATION.replace(right, wrong, 1), "PSR621", "PSR622")
    assert (first.code, first.arguments["figure"]) == (code, says)


# ---- fixes ------------------------------------------------------------------------------------------------------


def mended(text: str, code: str) -> str:
    """Mend until nothing is found; what touches another fix waits for the next round."""
    while found := lint(text, code):
        fixes = [diagnostic.fix for diagnostic in found if diagnostic.fix]
        assert len(fixes) == len(found)
        text, made = apply(text, fixes)
        assert made
    return text


def test_taking_off_brackets_changes_no_name() -> None:
    text = (CASES / "PSR703" / "needless.psr").read_text(encoding="utf-8")
    new = mended(text, "PSR703")
    assert "扣 0.5 每 缺席 封顶 2" in new
    assert "[" not in new
    assert parse(SourceFile("r.psr", new))[0] == parse(SourceFile("r.psr", text))[0]


WORDS = sorted({word for spellings in KEYWORDS.values() for spelling in spellings for word in spelling.split()})
NAMES = [*WORDS, *FUNCTION_NAMES, "分", "人次", "扣2", "每缺席", "缺席2", "_a", "absence", "2019", "a b", "a-b", "缺席"]

EVERYWHERE = """rubric "r" year 2019 total 20
fact f counts with [{name}] [{name}] / other, g number 0 to 5
fact n number [{name}]
define d by [{name}]
  [{name}]: 1
  otherwise: 2
item 1 "i" worth 5
  deduct 1 per f where [{name}] = [{name}] and 2 * n > 3
  deduct 1 per f highest per [{name}] cap 3
item 2 "j" worth 15 starts zero
  award mean of d over f
example "e"
  given f 2 with [{name}] [{name}], g 3
"""


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_the_same_without_the_brackets_found_needless(name: str) -> None:
    text = EVERYWHERE.format(name=name)
    before, flaws = parse(SourceFile("r.psr", text))
    assert flaws == ()
    found = lint(text, "PSR703")
    assert bool(found) == (name in {"每缺席", "缺席2", "_a", "absence", "缺席"})
    new, _ = apply(text, [diagnostic.fix for diagnostic in found if diagnostic.fix])
    assert parse(SourceFile("r.psr", new)) == (before, ())


def budgets(text: str) -> list[tuple[object, ...]]:
    rubric, found = check_source(SourceFile("r.psr", text))
    assert rubric is not None, found
    return [(one.start, one.low, one.high, one.weight, one.worth) for one in rubric.model.headings]


def test_needless_clauses_can_go() -> None:
    text = (CASES / "PSR704" / "needless.psr").read_text(encoding="utf-8")
    new = mended(text, "PSR704")
    assert budgets(new) == budgets(text)
    assert 'item 2 "Essays" worth 4  #' in new
    assert 'item 3 "More" worth 4  #' in new


def test_hidden_characters_in_a_text_are_left_to_a_person() -> None:
    text = (CASES / "PSR607" / "hidden.psr").read_text(encoding="utf-8")
    found = lint(text, "PSR607")
    assert [diagnostic.fix.safe for diagnostic in found if diagnostic.fix] == [False, False, True, True, True]
    new = mended(text, "PSR607")
    assert 'rubric "Office" year' in new
    assert 'fact absence "无故缺席" counts' in new
    assert "U+200B, U+202E, U+202C" in found[1].message()
