"""`psr report`: the ending chooses the format, nothing is overwritten, and what is missing is said."""

import json
import shutil
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from reports.office import needs_office

REPORT = ("report", "rules.psr", "evidence.yaml", "--output")
# 1.1: one absence, 2 - 0.5 = 1.5, and nine, 2 - 2 = 0; 1.2: the first by average has 2, the other 0.
TOTALS = ("3.5", "0")
BEGINS = {
    "docx": b"PK",
    "xlsx": b"PK",
    "html": b"<!doctype html>",
    "md": b"# \xe8",
    "csv": b"\xef\xbb\xbf",
    "json": b"{",
}


@pytest.mark.parametrize("kind", BEGINS)
def test_the_ending_chooses_the_format(files: Path, psr, kind: str) -> None:
    assert psr(*REPORT, f"scores.{kind.upper()}") == (0, "", "")
    assert (files / f"scores.{kind.upper()}").read_bytes().lower().startswith(BEGINS[kind].lower())


def test_so_does_the_option(files: Path, psr) -> None:
    assert psr(*REPORT, "scores.txt", "--format", "json").code == 0
    units = json.loads((files / "scores.txt").read_text(encoding="utf-8"))["units"]
    assert tuple(unit["total"] for unit in units) == TOTALS


def test_no_ending_says_what_is_not_so(files: Path, psr) -> None:
    said = "psr: `scores.docx` would not hold what --format xlsx writes: leave out --format, or name another file\n"
    assert psr(*REPORT, "scores.docx", "--format", "xlsx") == (2, "", said)
    assert not (files / "scores.docx").exists()


def test_csv_and_json_are_those_of_score(files: Path, psr) -> None:
    for kind in ("csv", "json"):
        assert psr(*REPORT, f"a.{kind}").code == 0
        assert psr("score", "rules.psr", "evidence.yaml", "--format", kind, "--output", f"b.{kind}").code == 0
        assert (files / f"a.{kind}").read_bytes() == (files / f"b.{kind}").read_bytes()


def test_markdown_holds_the_totals(files: Path, psr) -> None:
    assert psr(*REPORT, "scores.md", "--lang", "zh").code == 0
    lines = (files / "scores.md").read_text(encoding="utf-8").splitlines()
    assert "| 总分 |  | 4 |  | 3.5 | 0 |" in lines


@pytest.mark.parametrize("name", ["scores", "scores.doc", ".docx", "docx"])
def test_another_ending_says_nothing(files: Path, psr, name: str) -> None:
    endings = ".docx, .xlsx, .html, .pdf, .md, .csv, .json"
    said = f"psr: `{name}` does not say what to write: let it end in {endings}, or add --format\n"
    assert psr(*REPORT, name) == (2, "", said)
    assert not (files / name).exists()


def test_nothing_is_overwritten_unasked(files: Path, psr) -> None:
    (files / "scores.docx").write_bytes(b"mine")
    code, _, err = psr(*REPORT, "scores.docx")
    assert (code, err) == (2, "psr: `scores.docx` is there already; add --force to overwrite it\n")
    assert (files / "scores.docx").read_bytes() == b"mine"
    assert psr(*REPORT, "scores.docx", "--force").code == 0
    assert (files / "scores.docx").read_bytes() != b"mine"


def test_no_evidence_is_overwritten_at_all(files: Path, psr) -> None:
    before = (files / "evidence.yaml").read_bytes()
    code, _, err = psr(*REPORT, "evidence.yaml", "--format", "csv", "--force")
    assert code == 2
    assert "`evidence.yaml` is a file that this command reads" in err
    assert (files / "evidence.yaml").read_bytes() == before


@pytest.mark.parametrize(("kind", "module"), [("docx", "docx"), ("html", "jinja2")])
def test_a_missing_extra_is_named(files: Path, psr, monkeypatch: pytest.MonkeyPatch, kind: str, module: str) -> None:
    for loaded in [name for name in sys.modules if name.startswith(("psr.reports.word", "psr.reports.html"))]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, module, None)
    said = f"psr: `{module}` is missing, which .{kind} needs: run pip install 'psr-rules[report]'\n"
    assert psr(*REPORT, f"scores.{kind}") == (2, "", said)
    assert not (files / f"scores.{kind}").exists()


def test_a_pdf_needs_a_program(files: Path, psr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.setattr(shutil, "which", lambda *_: None)
    said = "psr: PDF needs LibreOffice or WeasyPrint (`pip install 'psr-rules[pdf]'`), and neither is installed\n"
    assert psr(*REPORT, "scores.pdf") == (2, "", said)
    assert psr(*REPORT, "scores.pdf", "--lang", "zh").err.startswith("psr: 生成 PDF 需要 LibreOffice")
    assert not (files / "scores.pdf").exists()


@needs_office
def test_libreoffice_makes_a_pdf(files: Path, psr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    assert psr(*REPORT, "scores.pdf") == (0, "", "")
    assert (files / "scores.pdf").read_bytes().startswith(b"%PDF")


def test_a_converter_that_fails_is_no_traceback(files: Path, psr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.setattr(shutil, "which", lambda *_: sys.executable)
    assert psr(*REPORT, "scores.pdf") == (2, "", "psr: LibreOffice made no PDF\n")


def test_errors_leave_no_document(files: Path, psr) -> None:
    (files / "evidence.yaml").write_text("year: 2019\nunits: {甲: {facts: {absence: many}}}\n", encoding="utf-8")
    assert psr(*REPORT, "scores.docx").code == 1
    assert not (files / "scores.docx").exists()
    assert psr(*REPORT, "scores.docx", "--keep-going").code == 1
    assert (files / "scores.docx").exists()


# ---- some units alone -------------------------------------------------------------------------------------------

MORE = """\
year: 2019
units:
  一支部: {facts: {absence: 1, average: 30}}
  二支部: {facts: {absence: 9, average: 20}}
  三支部: {facts: {absence: 0, average: 10}}
"""


@pytest.mark.parametrize("kind", ["html", "md", "csv", "json"])
def test_only_the_units_asked_for_are_shown_and_ranks_count_all(files: Path, psr, kind: str) -> None:
    (files / "evidence.yaml").write_text(MORE, encoding="utf-8")
    assert psr(*REPORT, f"some.{kind}", "--unit", "三支部", "--unit", "二支部").code == 0
    text = (files / f"some.{kind}").read_text(encoding="utf-8")
    assert "三支部" in text
    assert "二支部" in text
    assert "一支部" not in text
    if kind == "csv":  # in the order of the evidence; by average all but the first have 0
        assert text.splitlines()[0].endswith("二支部,三支部")
        assert text.splitlines()[-1] == ",Rank,,3,2"


def test_so_they_are_in_workbooks_and_in_word(files: Path, psr) -> None:
    (files / "evidence.yaml").write_text(MORE, encoding="utf-8")
    for kind in ("xlsx", "docx"):
        assert psr(*REPORT, f"some.{kind}", "--unit", "二支部").code == 0
    book = load_workbook(files / "some.xlsx")
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "二支部" in cells
    assert not any("一支部" in cell or "三支部" in cell for cell in cells)
    with ZipFile(files / "some.docx") as word:
        document = word.read("word/document.xml").decode()
    assert ("二支部" in document, "一支部" in document) == (True, False)


@needs_office
def test_and_in_a_pdf(files: Path, psr) -> None:
    assert psr(*REPORT, "some.pdf", "--unit", "二支部").code == 0


def test_each_unit_that_is_not_there_is_named(files: Path, psr) -> None:
    code, _, err = psr(*REPORT, "some.md", "--unit", "二支部", "--unit", "九支部", "--unit", "十支部")
    assert code == 2
    assert "九支部" in err
    assert "十支部" in err
    assert not (files / "some.md").exists()
