"""`psr lint`: which files, which findings, how they are shown, and the exit codes."""

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.toy_rules import BREAKS, PLAIN, SAFE, UNSAFE, use

from psr.commands.watch import watch

SOUND = """\
rubric "r" year 2019 total 3
fact absence counts
item 1 "meetings" worth 3
  deduct 0.5 per absence
"""
FOUND = SOUND.replace("meetings", "teh meetings")
"""Sound, but for one finding: PSR796, whose fix is safe; and PSR591, which has none."""


@pytest.fixture(autouse=True)
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, SAFE, UNSAFE)


@pytest.fixture
def write(folder: Path) -> Callable[..., Path]:
    def put(name: str, text: str = FOUND) -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    return put


# ---- what is shown, and the exit codes ------------------------------------------------------------------------


def test_a_clean_file(psr, write) -> None:
    write("a.psr", SOUND)
    assert psr("lint", "a.psr") == (0, "1 file, nothing found\n", "")
    assert psr("lint", "a.psr", "--lang", "zh") == (0, "1 个文件，未发现问题\n", "")
    write("b.psr", SOUND)
    assert psr("lint", "a.psr", "b.psr").out == "2 files, nothing found\n"


def test_a_finding_goes_to_standard_output(psr, write) -> None:
    write("a.psr")
    assert psr("lint", "a.psr") == (
        1,
        """\
warning[PSR796]: says `teh`
  ┌─ a.psr:3:9
3 │ item 1 "teh meetings" worth 3
  │         ^^^ here

1 warning
1 can be mended with --fix
""",
        "",
    )
    assert psr("lint", "a.psr", "--lang", "zh").out.endswith("\n1 个警告\n其中 1 个可用 --fix 改正\n")


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("teh deduct 1", "1 can be mended with --fix, 1 more with --unsafe-fixes", "其中 1 个可用 --fix 改正，另有 1 个可用 --unsafe-fixes 改正"),
        ("deduct 1", "1 can be mended with --unsafe-fixes", "其中 1 个可用 --unsafe-fixes 改正"),
        ("worth 3", "1 warning", "1 个警告"),
    ],
)  # fmt: skip
def test_the_last_line_says_what_can_be_mended(
    psr, write, monkeypatch: pytest.MonkeyPatch, text: str, english: str, chinese: str
) -> None:
    use(monkeypatch, SAFE, UNSAFE, PLAIN)
    write("a.psr", f"# {text}\n" + SOUND.replace("worth 3", "worth 4").replace("total 3", "total 4"))
    assert psr("lint", "a.psr").out.splitlines()[-1] == english
    assert psr("lint", "a.psr", "--lang", "zh").out.splitlines()[-1] == chinese


def test_errors_are_shown_whatever_is_selected(psr, write) -> None:
    write("a.psr", SOUND.replace("per absence", "per absense"))
    code, out, err = psr("lint", "a.psr", "--select", "PSR796", "--ignore", "PSR6")
    assert (code, err) == (1, "")
    assert "error[PSR201]" in out


def test_an_example_that_does_not_come_out_is_an_error_of_lint_too(psr, write) -> None:
    write("a.psr", SOUND + 'example "x"\n  given absence 1\n  expect 1 = 3\n')
    code, out, _ = psr("lint", "a.psr")
    assert code == 1
    assert "error[PSR501]" in out


def test_a_file_that_cannot_be_read_hides_no_other(psr, write) -> None:
    write("a.psr")
    code, out, _ = psr("lint", "nothing.psr", "a.psr")
    assert code == 2
    assert "error[PSR124]" in out
    assert "warning[PSR796]" in out


def test_a_file_that_is_no_text_has_an_error(psr, folder: Path) -> None:
    (folder / "a.psr").write_bytes("考核".encode("gb18030"))
    code, out, _ = psr("lint", "a.psr")
    assert code == 1
    assert "error[PSR120]" in out


def test_exit_zero(psr, write) -> None:
    write("a.psr")
    assert psr("lint", "a.psr", "--exit-zero").code == 0
    assert psr("lint", "a.psr", "nothing.psr", "--exit-zero").code == 2


def test_the_result_can_go_to_a_file(psr, write, folder: Path) -> None:
    write("a.psr")
    shown = psr("lint", "a.psr").out
    assert psr("lint", "a.psr", "--output", "found.txt") == (1, "", "")
    assert (folder / "found.txt").read_text(encoding="utf-8") == shown
    assert psr("lint", "a.psr", "--output", "found.txt").code == 2


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "junit"])
@pytest.mark.parametrize(
    "data",
    [b"", b"\0", b"\xff\xfe", b"deduc 1\n" * 3000, b'rubric "r\x1b[2J"\n', (FOUND + "# teh \x1b[2J\n" * 3000).encode()],
    ids=["nothing", "NUL", "no text", "mistakes", "escapes", "findings"],
)
def test_bad_files_in_every_format(psr, folder: Path, data: bytes, form: str) -> None:
    (folder / "a\x1b[2J.psr").write_bytes(data)
    code, out, err = psr("lint", ".", "--format", form)
    assert (code, err) == (1, "")
    assert "\x1b" not in out


# ---- which files ----------------------------------------------------------------------------------------------


def names(out: str) -> list[str]:
    return json.loads(out)["files"]


def test_a_folder_means_all_rule_files_below(psr, write, folder: Path) -> None:
    for name in ("rules/b.psr", "rules/2019/a.psr", "rules/.hidden.psr", "rules/.git/c.psr", "rules/notes.txt"):
        write(name, SOUND)
    assert names(psr("lint", "rules", "--format", "json").out) == ["rules/b.psr", "rules/2019/a.psr"]
    assert names(psr("lint", ".", "--format", "json").out) == ["rules/b.psr", "rules/2019/a.psr"]


def test_links_to_folders_lead_nowhere(psr, write, folder: Path) -> None:
    write("rules/a.psr", SOUND)
    (folder / "rules" / "again").symlink_to(folder / "rules", target_is_directory=True)
    assert names(psr("lint", "rules", "--format", "json").out) == ["rules/a.psr"]


def test_each_file_once(psr, write) -> None:
    write("rules/a.psr", SOUND)
    assert names(psr("lint", "rules/a.psr", "rules", "./rules/a.psr", "--format", "json").out) == ["rules/a.psr"]


def test_a_folder_without_rule_files_is_a_mistake(psr, write) -> None:
    write("rules/a.txt")
    code, _, err = psr("lint", "rules")
    assert (code, err) == (2, "psr: `rules` holds no rule file (.psr)\n")
    write("a.psr")
    assert psr("lint", "rules", "a.psr")[:2] == (2, psr("lint", "a.psr").out)
    assert psr("lint", "rules", "--lang", "zh").err == "psr: `rules` 中没有规则文件（.psr）\n"


def test_standard_input(psr, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, FOUND)
    code, out, _ = psr("lint", "-")
    assert code == 1
    assert "<stdin>:3:9" in out


def give(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


# ---- which findings -------------------------------------------------------------------------------------------

BOTH = "# teh deduct 1\n" + SOUND


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ((), ["PSR796", "PSR797"]),
        (("--select", "PSR796"), ["PSR796"]),
        (("--select", "psr796"), ["PSR796"]),
        (("--select", "796"), ["PSR796"]),
        (("--select", "7"), ["PSR796", "PSR797"]),
        (("--select", "PSR"), ["PSR796", "PSR797"]),
        (("--select", "PSR6"), []),
        (("--select", "PSR6,PSR797"), ["PSR797"]),
        (("--select", "PSR6，797、796"), ["PSR796", "PSR797"]),
        (("--select", "PSR6", "--select", "PSR797"), ["PSR797"]),
        (("--ignore", "PSR797"), ["PSR796"]),
        (("--ignore", "PSR7"), []),
        (("--select", "PSR7", "--ignore", "PSR797"), ["PSR796"]),
    ],
)
def test_codes_and_beginnings_of_codes(psr, write, options: tuple[str, ...], codes: list[str]) -> None:
    write("a.psr", BOTH)
    found = json.loads(psr("lint", "a.psr", "--format", "json", *options).out)["findings"]
    assert [finding["code"] for finding in found] == codes


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_is_none(psr, write, option: str) -> None:
    write("a.psr", BOTH)
    said = "psr: `psr lint` has no code `PSR795`; near to it are PSR797, PSR796\n"
    assert psr("lint", "a.psr", option, "PSR796,PSR795") == (2, "", said)
    assert (
        psr("lint", "a.psr", option, "x", "--lang", "zh").err
        == "psr: `psr lint` 没有代码 `x`；`psr rule` 会列出所有代码\n"
    )


def test_an_error_cannot_be_chosen(psr, write) -> None:
    write("a.psr", BOTH)
    code, _, err = psr("lint", "a.psr", "--ignore", "PSR101")
    assert code == 2
    assert "errors are always shown" in err


@pytest.mark.parametrize(
    "options",
    [("--format", "xml"), ("--diff", "--format", "json"), ("--statistics", "--format", "sarif"),
     ("--statistics", "--diff"), ("--no-such-option",)],
)  # fmt: skip
def test_options_that_do_not_go_together(psr, write, options: tuple[str, ...]) -> None:
    write("a.psr", SOUND)
    code, out, err = psr("lint", "a.psr", *options)
    assert (code, out) == (2, "")
    assert "psr" in err


def test_statistics(psr, write) -> None:
    write("a.psr", "# teh teh deduct 1\n" + SOUND)
    assert psr("lint", "a.psr", "--statistics").out.splitlines() == ["2  PSR796  PSR796", "1  PSR797  PSR797"]


def test_statistics_have_the_titles_of_the_pages(psr, write) -> None:
    write("a.psr", SOUND.replace("per absence", "per absense"))
    code, out, _ = psr("lint", "a.psr", "--statistics")
    assert (code, out) == (1, "1  PSR201  nothing has this name\n")


# ---- mending --------------------------------------------------------------------------------------------------


def test_fix_makes_safe_fixes(psr, write) -> None:
    path = write("a.psr", BOTH)
    code, out, err = psr("lint", "a.psr", "--fix")
    assert (code, err) == (1, "mended 1: 1 × PSR796\n")
    assert "PSR797" in out
    assert path.read_text(encoding="utf-8") == BOTH.replace("teh", "the")
    assert psr("lint", "a.psr", "--fix", "--lang", "zh").err == "已改正 0 处\n"


def test_unsafe_fixes_makes_all(psr, write) -> None:
    path = write("a.psr", "# teh teh deduct 1\n" + SOUND)
    code, out, err = psr("lint", "a.psr", "--unsafe-fixes", "--lang", "zh")
    assert (code, out, err) == (0, "1 个文件，未发现问题\n", "已改正 3 处：PSR796 2 处、PSR797 1 处\n")
    assert path.read_text(encoding="utf-8") == "# the the deduct 2\n" + SOUND


def test_a_selection_holds_for_fixes(psr, write) -> None:
    path = write("a.psr", BOTH)
    assert psr("lint", "a.psr", "--unsafe-fixes", "--select", "PSR797").code == 0
    assert path.read_text(encoding="utf-8") == BOTH.replace("deduct 1", "deduct 2")


@pytest.mark.parametrize("text", [FOUND, FOUND.replace("\n", "\r\n"), "\ufeff" + FOUND, FOUND.rstrip("\n")])
def test_what_is_not_mended_stays_byte_for_byte(psr, write, text: str) -> None:
    path = write("a.psr", text)
    assert psr("lint", "a.psr", "--fix").code == 0
    assert path.read_bytes().decode() == text.replace("teh", "the")


def test_a_file_without_a_fix_is_not_written(psr, write) -> None:
    path = write("a.psr", SOUND)
    before = path.stat()
    psr("lint", "a.psr", "--fix")
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_permissions_and_links_are_kept(psr, write, folder: Path) -> None:
    path = write("rules/a.psr")
    path.chmod(0o640)
    (folder / "link.psr").symlink_to(path)
    assert psr("lint", "link.psr", "--fix").code == 0
    assert (folder / "link.psr").is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert "the meetings" in path.read_text(encoding="utf-8")


def test_a_file_that_may_not_be_written(psr, write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.psr")
    monkeypatch.setattr(os, "access", lambda *_: False)
    code, out, err = psr("lint", "a.psr", "--fix")
    assert code == 2
    assert "PSR796" in out
    assert "`a.psr` can't be written: no permission" in err
    assert "mended 0" in err
    assert path.read_text(encoding="utf-8") == FOUND


def test_a_fix_that_breaks_the_file_is_not_made(psr, write, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, BREAKS, SAFE)
    text = FOUND.replace("item 1", 'section "teh section" worth 3\nitem 1')
    path = write("a.psr", text)
    code, out, err = psr("lint", "a.psr", "--fix")
    assert (code, err) == (1, "mended 3: 2 × PSR796, 1 × PSR798\n")
    assert "PSR798" in out
    assert path.read_text(encoding="utf-8") == text.replace("teh", "the").replace("the section", "the sectoin")


def test_a_broken_file_can_be_mended_as_far_as_it_goes(psr, write) -> None:
    text = SOUND + "deduc 1\n# psr: allow PSR690 because x\n"
    path = write("a.psr", text)
    code, out, _ = psr("lint", "a.psr", "--fix")
    assert code == 1
    assert "error[PSR1" in out
    assert path.read_text(encoding="utf-8") == SOUND + "deduc 1\n"


def test_standard_input_is_mended_to_standard_output(psr, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, BOTH)
    code, out, err = psr("lint", "-", "--fix")
    assert (code, out) == (1, BOTH.replace("teh", "the"))
    assert "PSR797" in err


def test_a_difference_is_shown_and_nothing_written(psr, write) -> None:
    path = write("a.psr")
    assert psr("lint", "a.psr", "--diff") == (
        1,
        """\
--- a.psr
+++ a.psr
@@ -1,4 +1,4 @@
 rubric "r" year 2019 total 3
 fact absence counts
-item 1 "teh meetings" worth 3
+item 1 "the meetings" worth 3
   deduct 0.5 per absence
""",
        "would mend 1: 1 × PSR796\n",
    )
    assert path.read_text(encoding="utf-8") == FOUND
    assert psr("lint", "a.psr", "--diff", "--fix").code == 1
    assert path.read_text(encoding="utf-8") == FOUND


def test_a_difference_in_a_last_line_without_an_end(psr, write) -> None:
    write("a.psr", SOUND + "# teh")
    assert psr("lint", "a.psr", "--diff").out.endswith(
        "-# teh\n\\ No newline at end of file\n+# the\n\\ No newline at end of file\n"
    )


def test_unsafe_differences_only_where_asked_for(psr, write) -> None:
    write("a.psr", BOTH)
    assert "deduct 2" not in psr("lint", "a.psr", "--diff").out
    assert "deduct 2" in psr("lint", "a.psr", "--diff", "--unsafe-fixes").out


# ---- watching -------------------------------------------------------------------------------------------------


def test_watching_looks_again_at_each_change(psr, write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("rules/a.psr", SOUND)
    changes = [lambda: None, lambda: write("rules/b.psr", SOUND), path.unlink, lambda: None]
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if not changes:
            raise KeyboardInterrupt
        changes.pop(0)()

    monkeypatch.setattr("psr.commands.watch.watch.__defaults__", (sleep,))
    code, out, _ = psr("lint", "rules", "--watch")
    assert code == 130
    assert out == "1 file, nothing found\n2 files, nothing found\n1 file, nothing found\n"
    assert min(pauses) >= 0.2


def test_watching_misses_no_change_during_a_run(folder: Path, write) -> None:
    path = write("a.psr", "1")
    runs: list[str] = []

    def run() -> None:
        runs.append(path.read_text(encoding="utf-8"))
        if len(runs) == 1:
            write("a.psr", "22")

    def sleep(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch(run, lambda: ["a.psr"], sleep)
    assert runs == ["1", "22"]


def test_standard_input_cannot_be_watched(psr) -> None:
    code, _, err = psr("lint", "-", "--watch")
    assert (code, err) == (2, "psr: --watch can't look at standard input again\n")


# ---- what is not shown ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [("--select", ""), ("--ignore", "PSR"), ("--select", "PSR797", "--ignore", "PSR7"), ("--config", "none.toml")],
)
def test_to_look_for_nothing_is_no_use(psr, write, folder: Path, options: tuple[str, ...]) -> None:
    write("a.psr", BOTH)
    (folder / "none.toml").write_text('ignore = ["PSR"]\n', encoding="utf-8")
    code, out, err = psr("lint", "a.psr", *options)
    assert (code, out) == (2, "")
    assert err.startswith("psr: nothing is left to look for: ")
    assert psr("lint", "a.psr", *options, "--lang", "zh").err.startswith("psr: 没有可查的代码：")


def test_errors_hide_other_findings(psr, write) -> None:
    write("a.psr", BOTH + "void void\n")
    said = "other findings are shown once the errors are mended"
    assert psr("lint", "a.psr").out.splitlines()[-1] == said
    assert psr("lint", "a.psr", "--lang", "zh").out.splitlines()[-1] == "改正错误之后，才会显示其他问题"
    write("a.psr", BOTH)
    assert said not in psr("lint", "a.psr").out
