"""What was found while reckoning stands below the sheet: whoever is handed it has not seen the terminal."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from reports.cases import result_of
from reports.word.documents import Document

from psr.interpreter.facts import Evidence
from psr.interpreter.result import Result
from psr.receipts.receipt import FileDigest, Receipt
from psr.reports.excel.workbook import excel_report
from psr.reports.html.page import html_report
from psr.reports.markdown import markdown_report
from psr.reports.receipt_line import receipt_line
from psr.reports.score_sheet import score_sheet
from psr.reports.word.document import word_report

TIE = "`乙`、`丙` 在等次 `优秀` 的最后名额上并列"


@pytest.fixture(scope="module")
def result() -> Result:
    return result_of("graded")


def test_the_sheet_has_the_remark(result: Result) -> None:
    assert score_sheet(result, "zh").remarks == (TIE,)


def test_every_document_shows_it(result: Result) -> None:
    assert TIE in Document(word_report(result, "zh")).paragraphs
    assert TIE in markdown_report(result, "zh").replace("\\", "")
    assert f'<p class="remark">{TIE}</p>' in html_report(result, "zh")
    book = load_workbook(BytesIO(excel_report(result, Evidence(), "zh")))
    assert TIE in [cell.value for row in book["评分表"].iter_rows() for cell in row]


def test_a_result_in_spite_of_errors_says_so() -> None:
    receipt = Receipt("1.0", FileDigest("r.psr", "a" * 64), (FileDigest("e.csv", "b" * 64),))
    assert receipt_line(receipt, "zh") == "细则 aaaaaaaa · 佐证 bbbbbbbb · PSR 1.0"
    passed_over = receipt_line(receipt._replace(keep_going=True), "zh")
    assert passed_over == "细则 aaaaaaaa · 佐证 bbbbbbbb · PSR 1.0 · 佐证有错误，照样计分"
