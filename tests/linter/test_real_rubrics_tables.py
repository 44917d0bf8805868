"""In real rubrics every table and every condition is as it is meant: nothing is found in them."""

from pathlib import Path

import pytest

from psr.api import lint_source
from psr.diagnostics import SourceFile

ROOT = Path(__file__).resolve().parents[2]
FILES = [ROOT / "rules" / "2019.psr", *sorted((ROOT / "tests" / "rubrics").glob("*.psr"))]
CODES = {"PSR613", "PSR614", "PSR616", *(f"PSR64{number}" for number in range(6))}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_false_is_found(path: Path) -> None:
    assert lint_source(SourceFile(path.name, path.read_text(encoding="utf-8")), CODES) == ()
