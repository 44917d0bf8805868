"""Allowances: where they may stand, what they cover, and what is wrong with them."""

from time import process_time

import pytest
from support.toy_rules import toy, use

from psr.api import lint_source
from psr.diagnostics import SourceFile
from psr.diagnostics.fix import apply
from psr.diagnostics.render import render_all

HEAD = 'rubric "r" year 2019 total 9\nfact essay counts with prize first / second, pages number\n'
ODD, RARE = toy("PSR591", "9 * 1", None), toy("PSR592", "8 * 1", None)


@pytest.fixture(autouse=True)
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule finds each `9 * 1`, another each `8 * 1`."""
    use(monkeypatch, ODD, RARE)


def found(text: str, codes: set[str] | None = None) -> list[tuple[int, str]]:
    """Lint lines that stand below two others; give line, counted from the first of them, and code of each finding."""
    diagnostics = lint_source(SourceFile("r.psr", HEAD + text), codes)
    assert [one.code for one in diagnostics if one.is_error] == [], render_all(diagnostics)
    return [(one.place.position[0] - 2, one.code) for one in diagnostics]


ITEM = 'item 1 "i" worth 9\n'
REASON = "because so it was decided"


# ---- where it stands and what it covers -----------------------------------------------------------------------

COVERED = {
    "behind the line": ITEM + f"  award 9 * 1  # psr: allow PSR591 {REASON}\n",
    "above the line": ITEM + f"  # psr: allow PSR591 {REASON}\n  award 9 * 1\n",
    "above, with other comments and blank lines between": (
        ITEM + f"  # psr: allow PSR591 {REASON}\n  # more about it\n\n  award 9 * 1\n"
    ),
    "several above one line": (
        ITEM + f"  # psr: allow PSR591 {REASON}\n  # psr: allow PSR592 {REASON}\n  award 9 * 1 + 8 * 1\n"
    ),
    "two codes at once": ITEM + f"  award 9 * 1 + 8 * 1  # psr: allow PSR591, PSR592 {REASON}\n",
    "behind the first of two lines": ITEM + f"  award min(1,  # psr: allow PSR591 {REASON}\n    9 * 1)\n",
    "behind the second of two lines": ITEM + f"  award min(9 * 1,\n    1)  # psr: allow PSR591 {REASON}\n",
    "above two lines": ITEM + f"  # psr: allow PSR591 {REASON}\n  award min(1,\n    9 * 1)\n",
    "behind a row": (
        ITEM + f"  award per essay by prize\n    first: 9 * 1  # psr: allow PSR591 {REASON}\n    second: 1\n"
    ),
    "above a row": (
        ITEM + f"  award per essay by prize\n    first: 1\n    # psr: allow PSR591 {REASON}\n    second: 9 * 1\n"
    ),
    "above a table, for all its rows": (
        ITEM + f"  # psr: allow PSR591 {REASON}\n  award per essay by prize\n    first: 9 * 1\n    second: 9 * 1\n"
    ),
    "behind a table's first line, for all its rows": (
        ITEM + f"  award per essay by prize  # psr: allow PSR591 {REASON}\n    first: 9 * 1\n    second: 9 * 1\n"
    ),
    "small letters": ITEM + "  award 9 * 1  # PSR: Allow psr591 Because so it was decided\n",
    "a comma before the reason": ITEM + "  award 9 * 1  # psr: allow PSR591, because so it was decided\n",
    "Chinese": ITEM + "  award 9 * 1  # psr: 允许 PSR591 因为 党总支如此决定\n",
    "Chinese, typed full-width": ITEM + "  award 9 * 1 + 8 * 1  ＃　psr：允许　PSR591、PSR592，因为：党总支如此决定\n",
    "all of it full-width": ITEM + "  award 9 * 1  ＃ｐｓｒ：ａｌｌｏｗ　ＰＳＲ５９１　ｂｅｃａｕｓｅ　如此决定\n",
    "without spaces": ITEM + "  award 9 * 1  #psr:允许PSR591因为党总支如此决定\n",
    "CRLF": (ITEM + f"  # psr: allow PSR591 {REASON}\n  award 9 * 1\n").replace("\n", "\r\n"),
}  # fmt: skip


@pytest.mark.parametrize("text", COVERED.values(), ids=COVERED.keys())
def test_what_is_allowed_is_not_said(text: str) -> None:
    assert found(text) == []


NOT_COVERED = {
    "the line above": (ITEM + f"  award 9 * 1\n  # psr: allow PSR591 {REASON}\n", [(2, "PSR591"), (3, "PSR690")]),
    "another code": (ITEM + f"  award 9 * 1  # psr: allow PSR592 {REASON}\n", [(2, "PSR591"), (2, "PSR690")]),
    "the line after the next": (
        ITEM + f"  # psr: allow PSR591 {REASON}\n  award 1\n  award 9 * 1\n",
        [(2, "PSR690"), (4, "PSR591")],
    ),
    "another row": (
        ITEM + f"  award per essay by prize\n    first: 1  # psr: allow PSR591 {REASON}\n    second: 9 * 1\n",
        [(3, "PSR690"), (4, "PSR591")],
    ),
    "all lines of a heading": (
        f'item 1 "i" worth 9  # psr: allow PSR591 {REASON}\n  award 9 * 1\n',
        [(1, "PSR690"), (2, "PSR591")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), NOT_COVERED.values(), ids=NOT_COVERED.keys())
def test_what_an_allowance_does_not_cover(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected


def test_a_rows_own_allowance_goes_before_its_tables() -> None:
    table = (
        ITEM + f"  # psr: allow PSR591 {REASON}\n  award per essay by prize\n"
        f"    first: 9 * 1  # psr: allow PSR591 {REASON}\n"
    )
    assert found(table + "    second: 9 * 1\n") == []
    assert found(table + "    second: 1\n") == [(2, "PSR690")]  # the row has its own, so the table's is needed by none


def test_errors_cannot_be_allowed() -> None:
    text = HEAD + ITEM + f"  award nothing  # psr: allow PSR201 {REASON}\n"
    codes = [one.code for one in lint_source(SourceFile("r.psr", text))]
    assert codes == ["PSR201", "PSR692"]


# ---- what is wrong with allowances ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "comment",
    [
        "psr: allow PSR591",
        "psr: allow PSR591 because",
        "psr: allow PSR591 because ",
        "psr: allow PSR591 so it was decided",
        "psr: allow because so it was decided",
        "psr: alow PSR591 because so it was decided",
        "psr: PSR591",
        "psr：允许 PSR591",
        "psr:",
    ],
)
def test_an_allowance_needs_its_form_and_a_reason(comment: str) -> None:
    assert found(ITEM + f"  award 9 * 1  # {comment}\n") == [(2, "PSR591"), (2, "PSR691")]


@pytest.mark.parametrize(
    ("comment", "says", "advises"),
    [
        ("psr: allow PSR591", "an allowance needs a reason", "PSR591"),
        ("psr: allow PSR591, PSR592 so it was decided", "an allowance needs a reason", "PSR591"),
        ("psr: 允许 PSR591", "an allowance needs a reason", "PSR591"),
        ("psr: allow 591 because short", "an allowance names the codes that it allows", "PSR591"),
        ("psr: 允许591因为 短", "an allowance names the codes that it allows", "PSR591"),
        ("psr: allow because so it was decided", "an allowance names the codes that it allows", "PSR502"),
        ("psr: ignore PSR591 because short", "behind `# psr:` only an allowance can stand", "PSR591"),
        ("psr: 忽略 psr591 因为 短", "behind `# psr:` only an allowance can stand", "PSR591"),
        ("psr: 591", "behind `# psr:` only an allowance can stand", "PSR591"),
        ("psr:", "behind `# psr:` only an allowance can stand", "PSR502"),
    ],
)
def test_what_an_allowance_lacks_is_said(comment: str, says: str, advises: str) -> None:
    (wrong,) = lint_source(SourceFile("r.psr", f"{HEAD}{ITEM}  award 1  # {comment}\n"))
    assert wrong.message() == says
    assert f"`# psr: allow {advises} because …`" in (wrong.advice() or "")


@pytest.mark.parametrize("comment", ["PSR591 is odd", "see psr allow PSR591", "the psr: file", "psr lint says so"])
def test_other_comments_are_only_comments(comment: str) -> None:
    assert found(ITEM + f"  award 1  # {comment}\n") == []


def test_an_unknown_code() -> None:
    text = ITEM + f"  award 9 * 1  # psr: allow PSR591, PSR999, PSRx {REASON}\n"
    diagnostics = lint_source(SourceFile("r.psr", HEAD + text))
    assert [(one.code, one.arguments["code"]) for one in diagnostics] == [("PSR692", "PSR999"), ("PSR692", "PSRx")]


def test_an_allowance_for_nothing() -> None:
    assert found(ITEM + f"  award 1  # psr: allow PSR591 {REASON}\n") == [(2, "PSR690")]
    assert found(ITEM + f"  award 9 * 1  # psr: allow PSR591, PSR592 {REASON}\n") == [(2, "PSR690")]
    assert found(ITEM + f"  award 1\n# psr: allow PSR591 {REASON}\n") == [(3, "PSR690")]


@pytest.mark.parametrize("code", ["PSR690", "PSR691", "PSR692"])
def test_what_is_wrong_with_an_allowance_cannot_be_allowed(code: str) -> None:
    assert found(ITEM + f"  award 1  # psr: allow {code} {REASON}\n") == [(2, "PSR690")]


def test_of_what_is_not_looked_for_nothing_is_said() -> None:
    text = ITEM + f"  award 9 * 1  # psr: allow PSR592 {REASON}\n"
    assert found(text, {"PSR591", "PSR690"}) == [(2, "PSR591")]
    assert found(text, {"PSR592"}) == []


def test_in_a_file_with_errors_no_allowance_is_called_needless() -> None:
    text = HEAD + ITEM + f"  award 1  # psr: allow PSR591 {REASON}\n  award nothing\n"
    assert [one.code for one in lint_source(SourceFile("r.psr", text))] == ["PSR201"]


# ---- its fix ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (ITEM + f"  award 1  # psr: allow PSR591 {REASON}\n", ITEM + "  award 1\n"),
        (ITEM + "  award 1　＃ psr：允许 PSR591 因为 旧\n", ITEM + "  award 1\n"),
        (ITEM + f"  # psr: allow PSR591 {REASON}\n  award 1\n", ITEM + "  award 1\n"),
        (ITEM + f"  award 1\n# psr: allow PSR591 {REASON}", ITEM + "  award 1\n"),
        (ITEM + f"  award 1  # psr: allow PSR591 {REASON}\r\n", ITEM + "  award 1\r\n"),
        (ITEM + f"  # psr: allow PSR591 {REASON}\r\n  award 1\r\n", ITEM + "  award 1\r\n"),
    ],
)  # fmt: skip
def test_a_needless_allowance_can_be_deleted(text: str, mended: str) -> None:
    (needless,) = lint_source(SourceFile("r.psr", HEAD + text))
    assert needless.fix is not None
    assert needless.fix.safe
    assert apply(HEAD + text, [needless.fix]) == (HEAD + mended, 1)


def test_one_that_allows_more_is_left_to_a_person() -> None:
    (needless,) = lint_source(
        SourceFile("r.psr", HEAD + ITEM + f"  award 9 * 1  # psr: allow PSR591, PSR592 {REASON}\n")
    )
    assert needless.fix is None


@pytest.mark.parametrize("filling", [" ", "PSR591,", "PSR591 , ", "，", "\u3000,", "psr:"])
def test_a_comment_of_any_length_is_read_at_once(filling: str) -> None:
    long = filling * (200_000 // len(filling))
    begun = process_time()
    for comment in (
        f"psr: allow PSR591{long}x",
        f"psr: allow {long}x",
        f"psr:{long}because",
        f"psr: allow PSR591 because{long}",
    ):
        lint_source(SourceFile("r.psr", f"{HEAD}{ITEM}  award 1  # {comment}\n"))
    assert process_time() - begun < 5
