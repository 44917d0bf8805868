"""The same inputs give the same bytes: another day's time, folder, zone, locale and order of hashing play no part."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from reports.cases import ROOT, result_of
from reports.office import needs_office

from psr.reports import pdf

KINDS = ("docx", "xlsx", "html", "md", "csv", "json")
PROGRAM = """
import sys
from psr.cli import main
for kind in sys.argv[1:]:
    assert main(["report", "2019.psr", "2019", "--output", f"out.{kind}", "--lang", "zh"]) == 0
for name in ("table", "json"):
    assert main(["score", "2019.psr", "2019", "--format", name, "--output", f"out.{name}.txt", "--lang", "zh"]) == 0
"""
ONE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C", "COLUMNS": "90"}
OTHER = {"TZ": "Etc/GMT+12", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "COLUMNS": "90"}


def reported(folder: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """Write every kind of report in a process of its own; give the files by their names."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "rules" / "2019.psr", folder)
    shutil.copytree(ROOT / "examples" / "2019", folder / "2019", copy_function=shutil.copyfile)
    command = [sys.executable, "-c", PROGRAM, *KINDS]
    subprocess.run(command, cwd=folder, env=os.environ | environment, check=True, timeout=120)
    return {file.name: file.read_bytes() for file in sorted(folder.glob("out.*"))}


def test_everywhere_and_at_any_time(tmp_path: Path) -> None:
    first = reported(tmp_path / "one", ONE)
    begun = time.time() // 2
    while time.time() // 2 == begun:  # archives note the time in steps of two seconds
        time.sleep(0.1)
    second = reported(tmp_path / "another" / "place", OTHER)
    assert len(first) == len(KINDS) + 2
    assert [name for name in first if first[name] != second[name]] == []


@needs_office
def test_a_pdf_of_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    first = pdf.pdf_report(result_of("ruled"), "zh")
    begun = int(time.time())
    while int(time.time()) == begun:  # it notes the second
        time.sleep(0.1)
    assert isinstance(first, bytes)
    assert pdf.pdf_report(result_of("ruled"), "zh") == first
    assert b"/CreationDate(D:20000101000000" in first


# What LibreOffice writes behind the content: the producer's name looks like a digest, and is none.
TRAILER = (
    b"%PDF-1.6\n...endstream\n<</Producer<FEFF004C0069006200720065004F00660066006900630065>\n"
    b"/CreationDate(D:20261123002221+08'00')>>\nxref\ntrailer\n<</Size 54/Root 52 0 R\n/Info 53 0 R\n"
    b"/ID [ <3690FF7313D123392CCFD1CFC7505BE3>\n<3690FF7313D123392CCFD1CFC7505BE3> ]\n"
    b"/DocChecksum /5EB482DEE40DCE547CAE4BD1A4DA7C7F\n>>\nstartxref\n237063\n%%EOF\n"
)


def test_nothing_moves_where_the_time_is_taken_out() -> None:
    later = TRAILER.replace(b"20261123002221", b"20301231235959").replace(b"3690FF73", b"0123ABCD")
    plain = pdf._dateless(TRAILER)
    assert pdf._dateless(later) == plain
    assert len(plain) == len(TRAILER)
    assert plain.find(b"startxref") == TRAILER.find(b"startxref")
    assert b"<FEFF004C0069006200720065004F00660066006900630065>" in plain
    assert pdf._dateless(TRAILER.replace(b"Size 54", b"Size 55"))[-200:] != plain[-200:]
    assert pdf._dateless(b"%PDF-1.6\n%%EOF\n") == b"%PDF-1.6\n%%EOF\n"


def test_a_pdf_of_weasyprint() -> None:
    try:
        import weasyprint  # noqa: F401  # pyright: ignore
    except (ImportError, OSError):
        pytest.skip("WeasyPrint is not installed")
    first = pdf._by_weasyprint(result_of("ruled"), "zh", None)
    assert first is not None
    assert first.startswith(b"%PDF")
    assert pdf._by_weasyprint(result_of("ruled"), "zh", None) == first


class Failing:
    """Stands for a WeasyPrint that can't print."""

    class HTML:
        def __init__(self, **_: object) -> None:
            raise AssertionError


def test_where_one_program_fails_the_other_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_: sys.executable)  # makes no PDF
    monkeypatch.setattr(pdf, "_by_weasyprint", lambda *_: b"%PDF of the other")
    assert pdf.pdf_report(result_of("ruled"), "en") == b"%PDF of the other"


@pytest.mark.parametrize(
    ("program", "said"),
    [(sys.executable, "LibreOffice made no PDF"), (None, "WeasyPrint can't print this sheet")],
)
def test_where_both_fail_it_is_said(monkeypatch: pytest.MonkeyPatch, program: str | None, said: str) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", Failing)
    monkeypatch.setattr(shutil, "which", lambda *_: program)
    told = pdf.pdf_report(result_of("ruled"), "en")
    assert not isinstance(told, bytes)
    assert told.en.startswith(said)
