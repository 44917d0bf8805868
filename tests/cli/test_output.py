"""Output files: whole or not at all, and nothing is overwritten unasked. Terminals and pipes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from psr.diagnostics.width import display_width
from psr.output import write_whole

SCORE = ("score", "rules.psr", "evidence.yaml")


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_file_holds_what_the_terminal_would_show(files: Path, psr, form: str) -> None:
    shown = psr(*SCORE, "--format", form).out
    assert psr(*SCORE, "--format", form, "--output", "scores") == (0, "", "")
    written = (files / "scores").read_text(encoding="utf-8")
    # Excel needs a byte order mark to know Chinese for what it is; a terminal needs none.
    assert written == ("\ufeff" if form == "csv" else "") + shown


def test_explain_writes_a_file_too(files: Path, psr) -> None:
    arguments = ("explain", "rules.psr", "evidence.yaml", "--unit", "一支部", "--format", "json")
    shown = psr(*arguments).out
    assert psr(*arguments, "--output", "why.json") == (0, "", "")
    assert (files / "why.json").read_bytes() == shown.encode()


@pytest.mark.parametrize(
    ("form", "file", "meant"), [("text", "why.docx", ".txt"), ("md", "why.PDF", ".md"), ("json", "why.xlsx", ".json")]
)
def test_no_text_is_written_as_a_document(files: Path, psr, form: str, file: str, meant: str) -> None:
    arguments = ("explain", "rules.psr", "evidence.yaml", "--unit", "一支部", "--format", form, "--output", file)
    said = f"psr: `{file}` would hold plain text under the name of a document: let it end in `{meant}`\n"
    assert psr(*arguments) == (2, "", said)
    assert not (files / file).exists()


def test_a_folder_that_is_not_there_is_named(files: Path, psr) -> None:
    said = "psr: `nowhere/scores.csv` can't be written: there is no folder `nowhere`\n"
    assert psr(*SCORE, "--format", "csv", "--output", "nowhere/scores.csv") == (2, "", said)


def test_a_file_that_is_there_is_kept(files: Path, psr) -> None:
    (files / "scores").write_text("precious", encoding="utf-8")
    code, out, err = psr(*SCORE, "--output", "scores")
    assert (code, out) == (2, "")
    assert "add --force" in err
    assert (files / "scores").read_text(encoding="utf-8") == "precious"


def test_force_overwrites(files: Path, psr) -> None:
    (files / "scores").write_text("precious", encoding="utf-8")
    assert psr(*SCORE, "--output", "scores", "--force").code == 0
    assert "precious" not in (files / "scores").read_text(encoding="utf-8")


def test_errors_leave_no_file_behind(files: Path, psr) -> None:
    (files / "evidence.yaml").write_text("unit: A\nfacts: {absense: 1}\n", encoding="utf-8")
    before = sorted(os.listdir(files))
    assert psr(*SCORE, "--output", "scores").code == 1
    assert sorted(os.listdir(files)) == before


@pytest.mark.parametrize("target", ["no/such/folder/scores", ".", "x" * 5000, "nul\0name"])
def test_what_cannot_be_written_is_said(files: Path, psr, target: str) -> None:
    before = sorted(os.listdir(files))
    code, out, err = psr(*SCORE, "--output", target, "--force")
    assert (code, out) == (2, "")
    assert re.match(r"psr: .* can't be written: .+\n$", err)
    assert sorted(os.listdir(files)) == before


def test_a_stop_halfway_leaves_what_was_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "scores").write_text("old", encoding="utf-8")

    def full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    trouble = write_whole("scores", "new", overwrite=True)
    assert trouble is not None
    assert "No space left" in trouble.en
    assert (folder / "scores").read_text(encoding="utf-8") == "old"
    assert os.listdir(folder) == ["scores"]


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_new_file_has_the_usual_permissions(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        assert write_whole("scores", "x") is None
    finally:
        os.umask(before)
    assert (folder / "scores").stat().st_mode & 0o777 == 0o640


def test_a_link_that_leads_nowhere_is_something_that_is_there(folder: Path) -> None:
    (folder / "scores").symlink_to("gone")
    trouble = write_whole("scores", "x")
    assert trouble is not None
    assert "--force" in trouble.en


# ---- terminals and pipes --------------------------------------------------------------------------------------


def test_a_pipe_gets_plain_text(files: Path, process) -> None:
    code, out, err = process(SCORE)
    assert (code, err) == (0, "")
    assert "\x1b" not in out
    assert max(map(display_width, out.splitlines())) <= 80


def test_a_narrow_terminal_gets_a_narrow_table(files: Path, process) -> None:
    code, out, _ = process(SCORE, COLUMNS="40")
    assert code == 0
    table = [line for line in out.splitlines() if line.startswith(" ")]
    assert max(map(display_width, table)) <= 40
    for figure in ("3.5", "一支部", "二支部", "1.2"):
        assert figure in out


def test_a_narrow_terminal_gets_narrow_diagnostics(files: Path, process) -> None:
    rules = (files / "rules.psr").read_text(encoding="utf-8").replace("per absence", "per absense" + " " * 60)
    (files / "rules.psr").write_text(rules, encoding="utf-8")
    err = process(("check", "rules.psr"), COLUMNS="40").err
    excerpt = [line for line in err.splitlines() if "│" in line]
    assert excerpt
    assert max(map(display_width, excerpt)) <= 40


def test_a_reader_who_has_seen_enough_is_no_error(files: Path) -> None:
    """`psr score … | head -1` ends quietly."""
    many = "\n".join(f"  第{number}支部: {{facts: {{absence: 1, average: {number}}}}}" for number in range(3000))
    (files / "evidence.yaml").write_text(f"units:\n{many}\n", encoding="utf-8")
    command = [sys.executable, "-m", "psr.cli", *SCORE, "--format", "csv"]
    with subprocess.Popen(command, cwd=files, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(1)
        child.stdout.close()
        said = child.stderr.read()
        assert child.wait(timeout=60) == 0
    assert said == b""


def test_any_locale_can_write_chinese_to_a_pipe(files: Path, process) -> None:
    code, out, _ = process(SCORE, PYTHONIOENCODING="latin-1")
    assert code == 0
    assert "一支部" in out


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are those of POSIX")
@pytest.mark.parametrize(
    ("environment", "colored"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True)],
)
def test_color_on_a_terminal(files: Path, environment: dict[str, str], colored: bool) -> None:
    (files / "bad.psr").write_text("deduct\n", encoding="utf-8")
    said = in_terminal(("check", "bad.psr"), environment)
    assert "error[PSR" in re.sub(r"\x1b\[[0-9;]*m", "", said)
    assert bool(re.search(r"\x1b\[[0-9;]*3\d", said)) is colored


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are those of POSIX")
def test_a_table_on_a_terminal_without_color(files: Path) -> None:
    said = in_terminal(SCORE, {"NO_COLOR": "1"})
    assert not re.search(r"\x1b\[[0-9;]*3\d", said)
    assert "一支部" in said


def in_terminal(arguments: tuple[str, ...], environment: dict[str, str]) -> str:
    """Run a command in a pseudo-terminal; give what it shows."""
    import pty

    inherited = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "LANG", "LC_ALL")}
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "psr.cli", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=inherited | {"TERM": "xterm-256color", "COLUMNS": "80"} | environment,
    ) as child:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other side has closed
                break
            if not piece:
                break
            shown += piece
        child.wait(timeout=60)
    os.close(ours)
    return shown.decode("utf-8")
