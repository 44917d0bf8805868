"""Every format of a score sheet tells what it was made of, where that is known; CSV does not."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from reports.cases import CASES, result_of
from reports.html.pages import Page
from reports.word.documents import Document

from psr import __version__
from psr.cli import main
from psr.receipts.receipt import FileDigest, Receipt
from psr.reports.as_csv import score_csv
from psr.reports.as_json import score_json
from psr.reports.html.page import html_report
from psr.reports.markdown import markdown_report
from psr.reports.table import table_text
from psr.reports.word.document import word_report

CASE = CASES["ruled"]


def digest(name: str) -> str:
    return hashlib.sha256((CASE / name).read_bytes()).hexdigest()


RULES, EVIDENCE = digest("rules.psr"), digest("evidence.yaml")
LINES = {
    "en": f"rules {RULES[:8]} · evidence {EVIDENCE[:8]} · psr {__version__}",
    "zh": f"细则 {RULES[:8]} · 佐证 {EVIDENCE[:8]} · PSR {__version__}",
}


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def written(kind: str, language: str, folder: Path) -> bytes:
    file = folder / f"sheet.{kind}"
    sources = (str(CASE / "rules.psr"), str(CASE / "evidence.yaml"))
    assert main(["report", *sources, "--output", str(file), "--lang", language]) == 0
    return file.read_bytes()


def test_the_last_line_of_the_table(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(CASE / "rules.psr"), str(CASE / "evidence.yaml"), "--lang", language]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == LINES[language]


def test_the_last_line_of_markdown(language: str, tmp_path: Path) -> None:
    assert written("md", language, tmp_path).decode().splitlines()[-1] == LINES[language]


def test_the_last_paragraph_of_a_word_document(language: str, tmp_path: Path) -> None:
    assert Document(written("docx", language, tmp_path)).paragraphs[-1] == LINES[language]


def test_a_page_has_the_line_and_all_digits(language: str, tmp_path: Path) -> None:
    page = written("html", language, tmp_path).decode()
    footer = page[page.index("<footer>") : page.index("</footer>")]
    assert f"<p>{LINES[language]}</p>" in footer
    assert re.findall("<b>(.*?)</b> <code>(.*?)</code>", footer) == [
        ("rules.psr", RULES),
        ("evidence.yaml", EVIDENCE),
    ]


def test_a_workbook_has_the_line_and_all_digits(language: str, tmp_path: Path) -> None:
    written("xlsx", language, tmp_path)
    book = load_workbook(tmp_path / "sheet.xlsx")
    first, *_, last = book.worksheets
    assert [cell.value for row in first.iter_rows() for cell in row if cell.value is not None][-1] == LINES[language]
    rows = [[cell.value for cell in row if cell.value is not None] for row in last.iter_rows()]
    assert [row[1:] for row in rows[-2:]] == [["rules.psr", RULES], ["evidence.yaml", EVIDENCE]]


def test_csv_has_no_room_for_it(tmp_path: Path) -> None:
    assert RULES[:8] not in written("csv", "en", tmp_path).decode()


def test_json_of_one_unit_tells_how_many_were_scored(capsys: pytest.CaptureFixture[str]) -> None:
    sources = (str(CASE / "rules.psr"), str(CASE / "evidence.yaml"))
    assert main(["score", *sources, "--format", "json", "--unit", "甲"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert (len(value["units"]), value["receipt"]["units"]) == (1, 2)


def test_a_result_without_files_has_no_receipt() -> None:
    """As programs score texts."""
    result = result_of("ruled")
    texts = [table_text(result), score_json(result), markdown_report(result, "en"), html_report(result, "en")]
    texts += [score_csv(result), " ".join(Document(word_report(result, "en")).paragraphs)]
    for text in texts:
        assert "psr 0" not in text
        assert "receipt" not in text
        assert "<footer>" not in text


def test_a_hostile_name_is_text_everywhere() -> None:
    name = '<img src=x onerror="1">\u202e|`.csv'
    receipt = Receipt("0.1.0", FileDigest("r.psr", RULES), (FileDigest(name, EVIDENCE),))
    page = html_report(result_of("ruled"), "en", receipt)
    assert "<img src" not in page
    assert "\u202e" not in page
    assert Page(page).rows == Page(html_report(result_of("ruled"), "en")).rows
