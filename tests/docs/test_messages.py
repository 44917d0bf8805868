"""What is said for each code, in both languages: the examples of the pages in docs/rules, as the terminal shows them.

Each code has a file in messages/. After a change of words, `pytest tests/docs/test_messages.py --force-regen` writes
them anew; read what changed as its readers will.
"""

from pathlib import Path

import pytest
from docs.rule_examples import RULE_PAGES, RulePage, _command, read_page, write_files
from pytest_regressions.file_regression import FileRegressionFixture

from psr.cli import main
from psr.rule_pages import codes

MESSAGES = Path(__file__).parent / "messages"
_MOST = 2
"""So many messages of a code are kept of each page; its example may raise it more often."""


def said(page: RulePage, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Run the example that a page says to avoid; give the messages that have the page's code."""
    folder.mkdir()
    with pytest.MonkeyPatch.context() as there:
        there.chdir(folder)
        blocks = page.section(0).blocks
        main([*_command(page, blocks, write_files(blocks, folder)), "--lang", page.language])
    written = capsys.readouterr()
    parts = [part.rstrip("\n") for stream in written for part in stream.split("\n\n")]
    return "\n\n".join([part for part in parts if f"[{page.code}]" in part.partition("\n")[0]][:_MOST])


@pytest.mark.parametrize("code", codes())
def test_message(
    code: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    file_regression: FileRegressionFixture,
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    if code == "PSR496":  # the page speaks of a package that is missing
        monkeypatch.setattr("psr.evidence.parquet_file.has_polars", lambda: False)
    monkeypatch.setattr("psr.diagnostics.render._MOST", 1000)  # a page may speak of the last of many mistakes
    english = said(read_page(RULE_PAGES / f"{code}.md"), tmp_path / "en", capsys)
    chinese = said(read_page(RULE_PAGES / "zh" / f"{code}.md"), tmp_path / "zh", capsys)
    assert english
    assert chinese
    file_regression.check(f"{english}\n\n{chinese}\n", fullpath=MESSAGES / f"{code}.txt", newline="\n")


def test_every_message_kept_has_its_code() -> None:
    """And every code its page, which test_rule_pages.py sees to: so none is without its messages."""
    assert {path.stem for path in MESSAGES.glob("*.txt")} == set(codes())
