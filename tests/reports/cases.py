"""The small rubrics whose score sheets and derivations are kept as golden pages."""

from pathlib import Path

from psr import load, read_evidence, score
from psr.interpreter.result import Result

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent / "cases"
CASES = {folder.name: folder for folder in sorted(FOLDER.iterdir()) if folder.is_dir()}


def result_of(name: str) -> Result:
    """Score a case."""
    rubric = load(str(CASES[name] / "rules.psr"))
    return score(rubric, read_evidence(rubric, [str(CASES[name] / "evidence.yaml")]))


def result_of_2019() -> Result:
    """Score the regulation of 2019 on the evidence of both branches."""
    rubric = load(str(ROOT / "rules" / "2019.psr"))
    return score(rubric, read_evidence(rubric, [str(ROOT / "examples" / "2019")]))
