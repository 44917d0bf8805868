"""A result → PDF: from the Word document by LibreOffice where that is installed, else from the page by WeasyPrint.

The Word document is what a committee hands out. The same result gives the same bytes on any day, on a machine with the
same fonts and the same version of that program.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..diagnostics import Language, Words
from ..interpreter.result import Result
from ..receipts.receipt import Receipt

MISSING = Words(
    "PDF needs LibreOffice or WeasyPrint (`pip install 'psr-rules[pdf]'`), and neither is installed",
    "生成 PDF 需要 LibreOffice 或 WeasyPrint（`pip install 'psr-rules[pdf]'`），二者均未安装",
)
_PRINTED_NONE = Words(
    "WeasyPrint can't print this sheet, and LibreOffice is not installed",
    "WeasyPrint 无法打印这份评分表，又未安装 LibreOffice",
)
_FAILED = Words("LibreOffice made no PDF", "LibreOffice 未能生成 PDF")
_TIME, _NO_TIME = re.compile(rb"(?<=/CreationDate\(D:)\d{14}(?=Z|[+-]\d\d')"), b"20000101000000"
_IDENTITY = re.compile(rb"\b[0-9A-F]{32}\b")
_LONGEST = 300
"""Seconds that LibreOffice may take."""


def pdf_report(result: Result, language: Language, receipt: Receipt | None = None) -> bytes | Words:
    """Write a result as a PDF; say what is missing where nothing can make one. Needs the extra ``report``."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    document = None if office is None else _by_libreoffice(office, result, language, receipt)
    if document is not None:
        return document
    page = _by_weasyprint(result, language, receipt)
    if isinstance(page, bytes):
        return page
    return _FAILED if office is not None else page or MISSING


def _by_weasyprint(result: Result, language: Language, receipt: Receipt | None) -> bytes | Words | None:
    """Print the page; nothing where WeasyPrint, or a library that it needs, is not installed."""
    try:
        import weasyprint  # pyright: ignore[reportMissingImports]
    except (ImportError, OSError):
        return None
    from .html.page import html_report

    printer: Any = weasyprint
    page = html_report(result, language, receipt)
    try:
        return printer.HTML(string=page, url_fetcher=_nothing).write_pdf()
    except Exception:  # noqa: BLE001 - it takes for granted what not every page grants
        return _PRINTED_NONE


def _nothing(address: str, *_: object, **__: object) -> Any:
    """Fetch nothing: the page holds all that it needs."""
    raise ValueError(address)


def _by_libreoffice(office: str, result: Result, language: Language, receipt: Receipt | None) -> bytes | None:
    """Convert the Word document in a folder that is thrown away, with nobody's settings; give nothing if that fails."""
    from .word.document import word_report

    with TemporaryDirectory(prefix="psr-") as folder:
        document = Path(folder, "report.docx")
        document.write_bytes(word_report(result, language, receipt))
        settings = f"-env:UserInstallation={Path(folder, 'settings').as_uri()}"
        command = [office, settings, "--headless", "--convert-to", "pdf", "--outdir", folder, str(document)]
        try:
            subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_LONGEST, check=False)
            return _dateless(document.with_suffix(".pdf").read_bytes())
        except (OSError, subprocess.TimeoutExpired):
            return None


def _dateless(pdf: bytes) -> bytes:
    """Take the time of day out of what LibreOffice wrote, and let its identity follow from the rest.

    Nothing moves: what is put in is as long as what was there.
    """
    dateless = _TIME.sub(_NO_TIME, pdf)
    content, mark, identity = dateless.rpartition(b"/ID [")
    if not mark:
        return dateless
    own = sha256(content).hexdigest()[:32].upper().encode()
    return content + mark + _IDENTITY.sub(own, identity)
