"""`psr fmt`: what is written, what is only shown, and what is left alone."""

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from psr import output
from psr.grammar import format as formatter

UNTIDY = 'rubric "考核"  total 2\r\nitem 1 "甲"  worth　2\r\ndeduct 0.5 per absence  cap 2#说明\r\nfact absence counts'
TIDY = """\
rubric "考核" total 2

item 1 "甲" worth 2
  deduct 0.5 per absence cap 2  #说明
  fact absence counts
"""
CHINESE = """\
考核细则 "考核" 总分 2

指标 1 "甲" 分值 2
  扣 0.5 每 absence 封顶 2  #说明
  数据 absence 计量
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def read(path: Path) -> str:
    return path.read_bytes().decode()


def test_files_are_laid_out(folder: Path, psr):
    one, two, three = (write(folder / name, UNTIDY) for name in ("1.psr", "2.psr", "三.psr"))
    write(three, TIDY)
    assert psr("fmt", "1.psr", "2.psr", "三.psr") == (0, "", "2 files laid out anew, 1 left as it is\n")
    assert [read(path) for path in (one, two, three)] == [TIDY] * 3
    assert psr("fmt", "1.psr", "2.psr") == (0, "", "2 files left as they are\n")
    assert psr("--lang", "zh", "fmt", "1.psr") == (0, "", "1 个文件保持原样\n")
    write(one, UNTIDY)
    assert psr("fmt", "1.psr", "2.psr", "三.psr", "--lang", "zh") == (0, "", "1 个文件已重新排版，2 个保持原样\n")


def test_nothing_is_written_where_nothing_changes(folder: Path, psr):
    path = write(folder / "rules.psr", TIDY)
    before = path.stat()
    assert psr("fmt", "rules.psr").code == 0
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_byte_order_mark_is_dropped(folder: Path, psr):
    path = write(folder / "rules.psr", "\ufeff" + TIDY)
    assert psr("fmt", "--check", "rules.psr").code == 1
    assert psr("fmt", "rules.psr") == (0, "", "1 file laid out anew\n")
    assert read(path) == TIDY


def test_folders(folder: Path, psr):
    inside = write(folder / "rules" / "2020" / "a.psr", UNTIDY)
    note = write(folder / "rules" / "note.txt", UNTIDY)
    assert psr("fmt", "rules", "rules/2020/a.psr") == (0, "", "1 file laid out anew\n")
    assert (read(inside), read(note)) == (TIDY, UNTIDY)
    (folder / "empty").mkdir()
    assert psr("fmt", "empty") == (2, "", "psr: `empty` holds no rule file (.psr)\n")


# ---- to look and not to touch --------------------------------------------------------------------------------


def test_check_lists_what_would_change(folder: Path, psr):
    path = write(folder / "rules.psr", UNTIDY)
    write(folder / "tidy.psr", TIDY)
    summary = "1 file would be laid out anew, 1 left as it is\n"
    assert psr("fmt", "--check", "rules.psr", "tidy.psr") == (1, "rules.psr\n", summary)
    assert read(path) == UNTIDY
    assert psr("fmt", "--check", "tidy.psr") == (0, "", "1 file left as it is\n")
    assert psr("fmt", "--check", "rules.psr", "--lang", "zh").err == "1 个文件需要重新排版\n"
    assert psr("fmt", "--check", "tidy.psr", "--lang", "zh").err == "1 个文件保持原样\n"


def test_diff_shows_what_would_change(folder: Path, psr):
    path = write(folder / "rules.psr", TIDY.replace("  #", " #").rstrip("\n"))
    code, out, err = psr("fmt", "--diff", "rules.psr")
    assert out.splitlines() == [
        "--- rules.psr",
        "+++ rules.psr",
        "@@ -1,5 +1,5 @@",
        ' rubric "考核" total 2',
        " ",
        ' item 1 "甲" worth 2',
        "-  deduct 0.5 per absence cap 2 #说明",
        "-  fact absence counts",
        "\\ No newline at end of file",
        "+  deduct 0.5 per absence cap 2  #说明",
        "+  fact absence counts",
    ]
    assert (code, err) == (1, "1 file would be laid out anew\n")
    assert read(path) == TIDY.replace("  #", " #").rstrip("\n")
    write(path, TIDY)
    assert psr("fmt", "--diff", "rules.psr") == (0, "", "1 file left as it is\n")


# ---- standard input ------------------------------------------------------------------------------------------


def test_standard_input(folder: Path, psr, monkeypatch: pytest.MonkeyPatch):
    def give(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    give(UNTIDY)
    assert psr("fmt", "-") == (0, TIDY, "")
    give(UNTIDY)
    assert psr("fmt", "-", "--keywords", "zh") == (0, CHINESE, "")
    give(UNTIDY)
    assert psr("fmt", "-", "--check") == (1, "<stdin>\n", "")
    give(TIDY)
    assert psr("fmt", "-", "--check", "--diff") == (0, "", "")
    give("void void")
    code, out, err = psr("fmt", "-")
    assert (code, out) == (1, "")
    assert "error[PSR101]" in err


# ---- the vocabulary ------------------------------------------------------------------------------------------


def test_keywords(folder: Path, psr):
    path = write(folder / "rules.psr", UNTIDY)
    assert psr("fmt", "rules.psr", "--keywords", "zh").code == 0
    assert read(path) == CHINESE
    assert psr("fmt", "rules.psr") == (0, "", "1 file left as it is\n")
    assert psr("fmt", "rules.psr", "--keywords", "en").code == 0
    assert read(path) == TIDY
    assert psr("fmt", "rules.psr", "--keywords", "fr").code == 2


def test_keywords_by_the_settings(folder: Path, psr):
    path = write(folder / "rules.psr", TIDY)
    settings = write(folder / "psr.toml", 'keywords = "zh"\n')
    assert psr("fmt", "rules.psr").code == 0
    assert read(path) == CHINESE
    assert psr("fmt", "rules.psr", "--keywords", "en").code == 0
    assert read(path) == TIDY
    write(settings, 'keywords = "fr"\n')
    code, out, err = psr("fmt", "rules.psr")
    assert (code, out, read(path)) == (2, "", TIDY)
    assert "psr.toml" in err


# ---- what is left alone --------------------------------------------------------------------------------------


def test_a_file_with_mistakes_is_left_and_the_others_are_not(folder: Path, psr):
    broken = write(folder / "broken.psr", UNTIDY + "\nvoid void\n")
    good = write(folder / "good.psr", UNTIDY)
    code, out, err = psr("fmt", "broken.psr", "good.psr", "missing.psr")
    assert (code, out) == (2, "")
    assert (read(broken), read(good)) == (UNTIDY + "\nvoid void\n", TIDY)
    assert "error[PSR101]" in err
    assert "broken.psr:5:6" in err
    assert "missing.psr" in err
    assert err.endswith("1 file laid out anew\n")


def test_what_would_mean_something_else_is_left(folder: Path, psr, monkeypatch: pytest.MonkeyPatch):
    path = write(folder / "rules.psr", UNTIDY)
    monkeypatch.setattr(formatter, "document_text", lambda _: "void")
    code, out, err = psr("fmt", "rules.psr")
    assert (code, out, read(path)) == (2, "", UNTIDY)
    assert err.startswith("psr: `rules.psr` stays as it is")
    assert "保持原样" in psr("fmt", "rules.psr", "--lang", "zh").err


def test_permissions_and_links_stay(folder: Path, psr):
    path = write(folder / "rules.psr", UNTIDY)
    path.chmod(0o640)
    link = folder / "link.psr"
    link.symlink_to("rules.psr")
    assert psr("fmt", "link.psr").code == 0
    assert link.is_symlink()
    assert read(path) == TIDY
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_protected_file_is_left(folder: Path, psr, monkeypatch: pytest.MonkeyPatch):
    path = write(folder / "rules.psr", UNTIDY)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert psr("fmt", "rules.psr") == (2, "", "psr: `rules.psr` can't be written: no permission\n")
    assert read(path) == UNTIDY


def test_a_full_disk_leaves_what_was_there(folder: Path, psr, monkeypatch: pytest.MonkeyPatch):
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = write(folder / "rules.psr", UNTIDY)
    monkeypatch.setattr(output.os, "fsync", fail)
    code, out, err = psr("fmt", "rules.psr")
    assert (code, out, read(path)) == (2, "", UNTIDY)
    assert "No space left on device" in err
    assert [entry.name for entry in folder.iterdir()] == ["rules.psr"]
