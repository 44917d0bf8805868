"""The rule files under tests/linter/cases: a folder a rule, by its code."""

from pathlib import Path

from psr.diagnostics import SourceFile

CASES = Path(__file__).resolve().parents[1] / "linter" / "cases"
FILES = sorted(CASES.glob("*/*.psr"))


def source_of(path: Path) -> SourceFile:
    """Read a case; it goes by its folder and its name."""
    return SourceFile(f"{path.parent.name}/{path.name}", path.read_text(encoding="utf-8"))
