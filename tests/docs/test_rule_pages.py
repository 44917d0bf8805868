"""Every code has its page in both languages; what a page says to avoid raises the code, what it prefers is fine."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from docs.rule_examples import (
    HEADINGS,
    LINTED,
    RULE_PAGES,
    RulePage,
    outcome,
    read_page,
    rule_pages,
    write_files,
)
from openpyxl import load_workbook

from psr.diagnostics import Kind, catalogue
from psr.grammar.keywords import KEYWORDS
from psr.linter.registry import KINDS
from psr.rule_pages import GROUPS, codes

PAGES = rule_pages()
NEVER_FIRST = {"PSR123", "PSR409"}
"""What says that reading stopped after too many other mistakes."""

MIXED_KEYWORDS = "PSR702"
"""What to avoid there shows keywords of both languages."""

LONGEST_TITLE = 60  # characters


def codes_in_the_program() -> set[str]:
    """Give the codes of every module of the catalogue and of the linter."""
    modules = [import_module(f"{catalogue.__name__}.{found.name}") for found in iter_modules(catalogue.__path__)]
    kinds = [kind for module in modules for kind in vars(module).values() if isinstance(kind, Kind)]
    return {kind.code for kind in (*kinds, *KINDS)}


def test_each_code_has_a_page_and_each_page_a_code() -> None:
    assert set(codes()) == codes_in_the_program()
    assert {path.name for path in RULE_PAGES.glob("zh/*.md")} == {f"{code}.md" for code in codes()}


def test_each_hundred_has_a_meaning() -> None:
    assert {code[3] for code in codes_in_the_program()} <= set(GROUPS)


# ---- form -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_has_its_form(page: RulePage) -> None:
    text = page.path.read_text(encoding="utf-8")
    mark = "：" if page.language == "zh" else ": "
    assert text.startswith(f"# {page.path.stem}{mark}{page.title}\n\n")
    assert len(page.title) <= LONGEST_TITLE
    assert not page.title.endswith((".", "。"))
    assert "\n\n" not in page.meaning
    assert tuple(page.sections) == HEADINGS[page.language]
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert max(len(line) for line in text.splitlines()) <= 120


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_each_part_of_a_page_says_something(page: RulePage) -> None:
    avoid, prefer, why = (page.section(which) for which in range(3))
    assert [len(part.blocks) > 0 for part in (avoid, prefer, why)] == [True, True, False]
    ending = "。" if page.language == "zh" else "."
    assert page.meaning.endswith(ending)
    assert why.prose.endswith(ending)
    assert "\n\n" not in why.prose


@pytest.mark.parametrize("page", [page for page in PAGES if page.language == "zh"], ids=str)
def test_a_chinese_page_is_chinese(page: RulePage) -> None:
    """Its text is; its rubrics have Chinese keywords, but where English ones are the point."""
    for text in (page.title, page.meaning, page.section(2).prose):
        assert re.search(r"[\u4e00-\u9fff]", text)
        assert not re.search(r"[\u4e00-\u9fff][,;:?!]", re.sub(r"`[^`]+`", "", text)), "full-width punctuation"
    words = {english.split()[0] for english, _ in KEYWORDS.values()} - {"text"}
    for which in range(page.code == MIXED_KEYWORDS, 2):
        for block in page.section(which).blocks:
            if block.language == "psr":
                bare = re.sub(r'"[^"\n]*"|“[^”\n]*”|#.*', "", block.text)
                assert words & set(re.findall(r"[A-Za-z]+", bare)) == set()


@pytest.mark.parametrize("page", [page for page in PAGES if page.language == "en"], ids=str)
def test_an_english_page_has_english_keywords(page: RulePage) -> None:
    for which in range(page.code == MIXED_KEYWORDS, 2):
        for block in page.section(which).blocks:
            if block.language == "psr":
                bare = re.sub(r'"[^"\n]*"|#.*', "", block.text)
                assert {chinese for _, chinese in KEYWORDS.values()} & set(re.findall(r"\w+", bare)) == set()


def test_the_example_of_the_readme_has_the_form_it_describes() -> None:
    text = (RULE_PAGES / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^````markdown\n(.*?)^````$", text, re.MULTILINE | re.DOTALL)
    assert tuple(re.findall(r"^## (.+)$", example, re.MULTILINE)) == HEADINGS["en"]
    assert all(f"`## {heading}`" in text for heading in HEADINGS["zh"])


# ---- examples -------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    monkeypatch.chdir(tmp_path)
    if "PSR496" in request.node.name:  # the page speaks of a package that is missing
        monkeypatch.setattr("psr.evidence.parquet_file.has_polars", lambda: False)
    monkeypatch.setenv("PSR_LANG", "en")
    monkeypatch.setattr("psr.diagnostics.render._MOST", 1000)  # a page may speak of the last of many mistakes
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_what_a_page_says_to_avoid_raises_the_code(
    page: RulePage, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found, said, _ = outcome(page, page.section(0), folder, capsys)
    assert page.code in found, said
    if page.code >= LINTED:  # findings come in the order of their places
        assert all(code >= LINTED for code in found), said
    else:
        assert found[0] == page.code or page.code in NEVER_FIRST, said


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_what_a_page_prefers_is_fine(page: RulePage, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found, said, exit_code = outcome(page, page.section(1), folder, capsys)
    assert (found, exit_code) == ([], 0), said
    assert said == "" or page.code >= LINTED  # the linter says that it found nothing


@pytest.mark.parametrize("page", [page for page in PAGES if page.language == "zh"], ids=str)
def test_what_is_said_of_a_chinese_rubric_is_chinese(
    page: RulePage, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No keyword of the other vocabulary, and no word left untranslated."""
    monkeypatch.setenv("PSR_LANG", "zh")
    said = outcome(page, page.section(0), folder, capsys).said
    own = [line for line in said.splitlines() if not re.match(r" *\d+ │", line)]  # not the lines it quotes
    own = [re.sub(r"0x[0-9a-f]{2}", "", line) for line in own]  # the number of a byte
    words = {word for line in own for word in re.findall(r"[A-Za-z]{2,}", line)}
    known = {
        "PSR",
        "rules",
        "MB",
        "UTF",
        "CSV",
        "YAML",
        "JSON",
        "NUL",
        "merge",
        "BOM",
        "csv",
        "yaml",
        "yml",
        "json",
        "xlsx",
        "psr",
        "fix",
        "unsafe",
        "fixes",
    }
    written = set(re.findall(r"[A-Za-z]{2,}", page.path.read_text(encoding="utf-8")))
    assert words <= known | written


# ---- the runner itself ------------------------------------------------------------------------------------------


def page_of(folder: Path, code: str, avoid: str) -> RulePage:
    path = folder / f"{code}.md"
    path.write_text(
        f"# {code}: a title\n\nMeaning.\n\n## Avoid\n\n{avoid}\n## Prefer\n\n## Why\n\nSo.\n", encoding="utf-8"
    )
    return read_page(path)


FINE = 'rubric "r" year 2020 total 5\nfact a counts\nitem 1 "i" worth 5\n  deduct 1 per a\n'


def test_blocks_of_a_workbook_are_its_sheets(folder: Path) -> None:
    text = "```csv w.xlsx 学习\n日期,次数\n2019-03-25,2\n```\n\n```csv w.xlsx 征文\n率\n0.5\n```\n\n```hex x/y.bin\nD0 CF\n11\n```\n"
    blocks = page_of(folder, "PSR415", text).section(0).blocks
    assert write_files(blocks, folder) == ["w.xlsx", "x/y.bin"]
    book = load_workbook(folder / "w.xlsx")
    assert [[list(row) for row in sheet.values] for sheet in book.worksheets] == [
        [["日期", "次数"], ["2019-03-25", 2]],
        [["率"], [0.5]],
    ]
    assert (folder / "x" / "y.bin").read_bytes() == b"\xd0\xcf\x11"
    write_files([blocks[0]._replace(info="w.xlsx 学习2 cut to 10 bytes")], folder)
    assert (folder / "w.xlsx").stat().st_size == 10


@pytest.mark.parametrize(
    ("code", "blocks", "expected"),
    [
        ("PSR201", f"```psr\n{FINE}```\n", []),
        ("PSR201", f"```psr line 4 × 3\n{FINE}  deduct 1 per b\n```\n", ["PSR201"]),
        ("PSR201", f"```psr line 5 × 3\n{FINE}  deduct 1 per b{{7}}\n```\n", ["PSR201"] * 3),
        ("PSR120", f"```psr saved as gb18030\n{FINE}# 说明\n```\n", ["PSR120"]),
        ("PSR121", f"```psr\n{FINE}# ␀\n```\n", ["PSR121"]),
        ("PSR124", "```console\n$ psr check other.psr\n```\n", ["PSR124"]),
        ("PSR415", f"```psr\n{FINE}```\n\n```yaml e/one.yaml\nunit: A\nfacts: {{a: 1}}\n```\n", []),
        ("PSR415", f"```psr\n{FINE}```\n\n```hex e.csv\nFF FF\n```\n", ["PSR407"]),
    ],
)
def test_blocks_are_made_into_files(
    folder: Path, capsys: pytest.CaptureFixture[str], code: str, blocks: str, expected: list[str]
) -> None:
    page = page_of(folder, code, blocks)
    assert outcome(page, page.section(0), folder, capsys).codes == expected
