"""LibreOffice for the tests of documents; where there is none they are skipped, and say so."""

import shutil
import subprocess
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def converted(file: Path, kind: str, folder: Path) -> Path:
    """Let LibreOffice open a file and save it as another kind; ``kind`` may name the filter after a colon."""
    assert OFFICE is not None
    settings = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
    out = folder / "converted"
    command = [OFFICE, settings, "--headless", "--convert-to", kind, "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / f"{file.stem}.{kind.partition(':')[0]}"
