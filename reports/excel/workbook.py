"""A result and its evidence → a workbook of three sheets: the table, the derivations, the evidence."""

from __future__ import annotations

from ...diagnostics import Language
from ...interpreter.facts import Evidence
from ...interpreter.result import Result
from ...receipts.receipt import Receipt
from ..receipt_line import receipt_line
from ..score_sheet import score_sheet
from .book import Book
from .evidence_sheet import EvidenceSheet
from .score_page import ScorePage
from .trace_sheet import TraceSheet


def excel_report(result: Result, evidence: Evidence, language: Language, receipt: Receipt | None = None) -> bytes:
    """Write a result as a workbook (.xlsx); the same result and evidence give the same bytes."""
    sheet = score_sheet(result, language)
    book = Book(sheet.title, language)
    page = ScorePage(book, sheet, language)
    traces = TraceSheet(book, result, language)
    stated = EvidenceSheet(book, result.model, language)
    stated.fill(evidence)
    traces.fill(page.cells(), stated.places)
    page.fill(traces.starts, stated.units)
    if receipt is not None:
        page.last_line(receipt_line(receipt, language))
        stated.files(receipt)
    return book.done()
