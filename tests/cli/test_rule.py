"""`psr rule`: the page of a code, the list of all codes, and what is said of a code that there is not."""

from pathlib import Path

import pytest

from psr.diagnostics.width import display_width

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = (ROOT / "docs" / "rules" / "PSR201.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "docs" / "rules" / "zh" / "PSR201.md").read_text(encoding="utf-8")


@pytest.fixture
def terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command believe that a person reads it, on a screen 60 cells wide."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("psr.commands.rule.colored", lambda stream: True)


@pytest.mark.parametrize("written", ["PSR201", "psr201", "201", " 201 "])
def test_a_page_is_printed_as_it_stands(psr, written: str) -> None:
    assert psr("rule", written) == (0, ENGLISH, "")


def test_a_page_is_printed_in_the_language_asked_for(psr, monkeypatch: pytest.MonkeyPatch) -> None:
    assert psr("rule", "201", "--lang", "zh") == (0, CHINESE, "")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert psr("rule", "201") == (0, CHINESE, "")


def test_several_pages_are_printed_in_the_order_asked_for(psr) -> None:
    code, out, err = psr("rule", "302", "201", "PSR302")
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if line.startswith("# ")] == [
        "# PSR302: a share beside a bare number",
        "# PSR201: nothing has this name",
    ]


def test_without_a_code_all_are_listed_by_their_hundreds(psr) -> None:
    code, out, err = psr("rule")
    assert (code, err) == (0, "")
    paragraphs = out.split("\n\n")
    assert [paragraph[:5] for paragraph in paragraphs][:3] == ["1xx  ", "2xx  ", "3xx  "]
    assert paragraphs[0].startswith("1xx  the line can't be read\n  PSR101  this can't stand here\n  PSR102  ")
    assert "\n  PSR201  nothing has this name\n" in paragraphs[1]
    listed = [line.split()[0] for line in out.splitlines() if line.startswith("  ")]
    assert listed == sorted(path.stem for path in (ROOT / "docs" / "rules").glob("PSR*.md"))


def test_the_list_is_in_the_language_asked_for(psr) -> None:
    assert "\n  PSR201  没有这个名称\n" in psr("rule", "--lang", "zh").out


# ---- no such code ---------------------------------------------------------------------------------------------


def test_a_code_that_there_is_not_names_those_near_it(psr) -> None:
    code, out, err = psr("rule", "PSR2O1")  # the letter O
    assert (code, out) == (2, "")
    assert err.startswith("psr: there is no code `PSR2O1`; near to it are PSR201")
    assert psr("rule", "PSR2O1", "--lang", "zh").err.startswith("psr: 没有代码 `PSR2O1`；相近的有 PSR201")


def test_beside_a_number_its_neighbours_of_the_same_hundred_are_named_nearest_first(psr) -> None:
    assert psr("rule", "604").err == "psr: there is no code `604`; near to it are PSR603, PSR605, PSR602\n"
    assert psr("rule", "999").err == "psr: there is no code `999`; `psr rule` lists all codes\n"


def test_one_code_near_to_it_is_one(psr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("psr.rule_pages.codes", lambda: ["PSR201"])
    assert psr("rule", "298").err == "psr: there is no code `298`; near to it is PSR201\n"


@pytest.mark.parametrize("written", ["PSR5", "psr5", "5", "5xx"])
def test_a_hundred_lists_its_codes(psr, written: str) -> None:
    code, out, err = psr("rule", written)
    assert (code, err) == (0, "")
    assert out in psr("rule").out
    listed = [line.split()[0] for line in out.splitlines()[1:]]
    assert listed == sorted(path.stem for path in (ROOT / "docs" / "rules").glob("PSR5*.md"))


@pytest.mark.parametrize("written", ["", "absence", "../../README", "PSR201.md", "\x1b[2J", "9" * 10_000])
def test_what_is_no_code_at_all_is_told_where_they_are_listed(psr, written: str) -> None:
    code, out, err = psr("rule", written)
    assert (code, out) == (2, "")
    assert err.startswith("psr: there is no code `")
    assert "\x1b" not in err
    assert len(err) < 200


def test_the_codes_that_there_are_are_shown_all_the_same(psr) -> None:
    code, out, err = psr("rule", "999", "201")
    assert (code, out) == (2, ENGLISH)
    assert "`999`" in err


# ---- on a terminal --------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_on_a_terminal_a_page_is_dressed_and_keeps_to_the_width(psr, language: str) -> None:
    out = psr("rule", "201", "--lang", language).out
    assert "\n  \x1b" not in out
    assert "```" not in out
    assert "\n#" not in out
    bare = out.replace("\x1b[1m", "").replace("\x1b[36m", "").replace("\x1b[0m", "")
    assert "\x1b" not in bare
    assert max(display_width(line) for line in bare.splitlines()) <= 60
    page = ENGLISH if language == "en" else CHINESE
    for line in page.splitlines():
        if line.startswith(("item", "指标")):
            assert f"\n    {line}\n" in bare
    words = page.replace("```psr\n", "").replace("```\n", "").replace("#", "")
    assert "".join(bare.split()) == "".join(words.split())


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_the_files_of_an_example_have_their_names(psr) -> None:
    assert "  2019.psr:\n" in psr("rule", "124").out


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_the_list_is_coloured(psr) -> None:
    assert "\n  \x1b[36mPSR201\x1b[0m  nothing has this name\n" in psr("rule").out
