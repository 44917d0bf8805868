"""No result takes the place of a file that it was made from, not even with --force."""

from pathlib import Path

import pytest

SAID = "`{output}` is a file that this command reads: name another with --output"


def kept(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def more(files: Path) -> Path:
    """Add a folder of evidence with two files and a link, last year's evidence, and settings."""
    (files / "ev").mkdir()
    (files / "ev" / "a.csv").write_text("unit,fact,value\n一支部,average,30\n", encoding="utf-8")
    (files / "ev" / "b.xlsx").write_bytes(b"no workbook")
    (files / "rules.xlsx").symlink_to("rules.psr")
    (files / "old.yaml").write_text("year: 2018\nunits: {一支部: {facts: {average: 1}}}\n", encoding="utf-8")
    (files / "my.toml").write_text("", encoding="utf-8")
    return files


@pytest.mark.parametrize(
    "arguments",
    [
        "lint rules.psr --output rules.psr",
        "lint . --output ./rules.psr",
        "lint rules.psr --config my.toml --output my.toml",
        "facts rules.psr --output rules.psr",
        "schema rules.psr --output ev/../rules.psr",
        "template rules.psr --output rules.xlsx",
        "init rules.psr --output rules.psr",
        "score rules.psr evidence.yaml --output rules.psr",
        "score rules.psr evidence.yaml --output evidence.yaml",
        "score rules.psr evidence.yaml --previous old.yaml --output old.yaml",
        "explain rules.psr evidence.yaml --unit 一支部 --output evidence.yaml",
        "collect rules.psr evidence.yaml --output evidence.yaml",
    ],
)
def test_no_input_is_overwritten(more: Path, psr, arguments: str) -> None:
    before = kept(more)
    words = arguments.split()
    assert psr(*words, "--force") == (2, "", f"psr: {SAID.format(output=words[-1])}\n")
    assert psr(*words).code == 2
    assert kept(more) == before


@pytest.mark.parametrize("command", ["score", "merge"])
def test_files_within_a_folder_of_evidence_are_inputs(more: Path, psr, command: str) -> None:
    (more / "ev" / "b.xlsx").unlink()
    before = kept(more)
    code, _, err = psr(command, "rules.psr", "ev", "--output", "ev/a.csv", "--force")
    assert code == 2
    assert SAID.format(output="ev/a.csv") in err
    assert kept(more) == before


def test_beside_the_evidence_there_is_room(more: Path, psr) -> None:
    (more / "ev" / "b.xlsx").unlink()
    (more / "ev" / "_scores.csv").write_text("passed over", encoding="utf-8")
    assert psr("score", "rules.psr", "ev", "--output", "ev/_scores.csv", "--force").code == 0
    assert psr("score", "rules.psr", "ev", "--output", "scores{1}.csv", "--format", "csv").code == 0
    assert psr("score", "rules.psr", "ev", "--output", "scores{1}.csv").err.endswith("add --force to overwrite it\n")


def test_a_ledger_is_not_put_among_the_files_it_is_made_of(more: Path, psr) -> None:
    (more / "ev" / "b.xlsx").unlink()
    (more / "ev" / "below").mkdir()
    before = kept(more)
    for output in ("ev/all.csv", "ev/below/all.csv", "./ev/../ev/all.csv"):
        code, _, err = psr("merge", "rules.psr", "ev", "--output", output)
        assert code == 2
        assert "would count everything twice" in err
    assert kept(more) == before
    for output in ("ev/_all.csv", "all.csv"):
        assert psr("merge", "rules.psr", "ev", "--output", output).code == 0
    assert psr("merge", "rules.psr", "ev/a.csv", "--output", "ev/all.csv").code == 0


def test_it_is_said_in_chinese(files: Path, psr) -> None:
    outcome = psr("facts", "rules.psr", "--output", "rules.psr", "--force", "--lang", "zh")
    assert outcome == (2, "", "psr: `rules.psr` 是本命令要读取的文件：请用 --output 另取一名\n")
