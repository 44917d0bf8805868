"""A result → PDF: from the page by WeasyPrint where that is installed, else from the Word document by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..diagnostics import Language, Words
from ..interpreter.result import Result

MISSING = Words(
    "PDF needs WeasyPrint (`pip install 'psr-rules[pdf]'`) or LibreOffice, and neither is installed",
    "生成 PDF 需要 WeasyPrint（`pip install 'psr-rules[pdf]'`）或 LibreOffice，二者均未安装",
)
_FAILED = Words("LibreOffice made no PDF", "LibreOffice 未能生成 PDF")
_LONGEST = 300
"""Seconds that LibreOffice may take."""


def pdf_report(result: Result, language: Language) -> bytes | Words:
    """Write a result as a PDF; say what is missing where nothing can make one. Needs the extra ``report``."""
    page = _by_weasyprint(result, language)
    if page is not None:
        return page
    office = shutil.which("soffice") or shutil.which("libreoffice")
    return MISSING if office is None else _by_libreoffice(office, result, language)


def _by_weasyprint(result: Result, language: Language) -> bytes | None:
    """Print the page; nothing where WeasyPrint, or a library that it needs, is not installed."""
    try:
        import weasyprint  # pyright: ignore[reportMissingImports]
    except (ImportError, OSError):
        return None
    from .html.page import html_report

    printer: Any = weasyprint
    return printer.HTML(string=html_report(result, language), url_fetcher=_nothing).write_pdf()


def _nothing(address: str, *_: object, **__: object) -> Any:
    """Fetch nothing: the page holds all that it needs."""
    raise ValueError(address)


def _by_libreoffice(office: str, result: Result, language: Language) -> bytes | Words:
    """Convert the Word document in a folder that is thrown away, with settings that are nobody's."""
    from .word.document import word_report

    with TemporaryDirectory(prefix="psr-") as folder:
        document = Path(folder, "report.docx")
        document.write_bytes(word_report(result, language))
        settings = f"-env:UserInstallation={Path(folder, 'settings').as_uri()}"
        command = [office, settings, "--headless", "--convert-to", "pdf", "--outdir", folder, str(document)]
        try:
            subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_LONGEST, check=False)
            return document.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.TimeoutExpired):
            return _FAILED
