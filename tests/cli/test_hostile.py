"""Bad input: a clear diagnostic, the right exit code, no traceback, soon."""

import os
from pathlib import Path

import pytest

HEAD = 'rubric "r" year 2019 total 1\nfact n number\nitem 1 "i" worth 1\n  award '

RULES: dict[str, tuple[bytes, int, str]] = {
    "10 MB": (b"# remark\n" * (10**7 // 9 + 1), 1, "PSR122"),
    "10 MB on one line": (b"a" * 10**7, 1, "PSR122"),
    "4 MB of mistakes": (b"deduct deduct\n" * 300_000, 1, "201 errors"),
    "4 MB on one line": (HEAD.encode() + b"n + " * 1_000_000 + b"n\n", 1, "PSR117"),
    "nested sums": (HEAD.encode() + b"(n + " * 10_000 + b"n" + b")" * 10_000 + b"\n", 1, "PSR110"),
    "brackets round brackets": (HEAD.encode() + b"(" * 10_000 + b"n" + b")" * 10_000 + b"\n", 0, ""),
    "open brackets": (HEAD.encode() + b"(" * 10_000 + b"\n", 1, "PSR101"),
    "nested conditions": (HEAD.encode() + b"if n > 1 then 1 else " * 4_000 + b"0\n", 1, "PSR110"),
    "many signs": (HEAD.encode() + b"-" * 10_000 + b"n\n", 1, "PSR110"),
    "a power of ten": (HEAD.encode() + b"1e999999999\n", 1, "PSR112"),
    "a million digits": (HEAD.encode() + b"9" * 90_000 + b"\n", 1, "PSR111"),
    "NUL": (b'rubric "r"\0\n', 1, "PSR121"),
    "NUL bytes only": (bytes(4096), 1, "PSR121"),
    "invalid UTF-8": (b'rubric "\xff"\n', 1, "PSR120"),
    "GBK": ('rubric "考核"\n'.encode("gbk"), 1, "PSR120"),
    "UTF-16": ('rubric "考核"\n'.encode("utf-16"), 1, "PSR120"),
    "a lone surrogate": (b'rubric "\xed\xa0\x80"\n', 1, "PSR120"),
    "escape sequences": (b'rubric "r" \x1b[2J\n', 1, "PSR103"),
    "nothing": (b"", 1, "PSR220"),
    "a BOM alone": (b"\xef\xbb\xbf", 1, "PSR220"),
    "blanks": (b" \n\t\r\n" * 1000, 1, "PSR220"),
    "a program": (b"\x7fELF\x02\x01\x01\0\0", 1, "PSR"),
    "a BOM": (b"\xef\xbb\xbf" + HEAD.encode() + b"n\n", 0, ""),
    "CRLF": ((HEAD + "n\n").replace("\n", "\r\n").encode(), 0, ""),
    "CR": ((HEAD + "n\n").replace("\n", "\r").encode(), 0, ""),
    "no last line end": (HEAD.encode() + b"n", 0, ""),
    "a circle": (b'rubric "r"\ndefine a = b\ndefine b = a\naward a\n', 1, "PSR206"),
    "a tower of definitions": (
        b'rubric "r"\nfact n number\ndefine a0 = n\n'
        + b"".join(b"define a%d = a%d + a%d\n" % (k + 1, k, k) for k in range(2000))
        + b"award a2000\n",
        1,
        "PSR230",
    ),
}


@pytest.mark.parametrize("case", RULES)
def test_a_bad_rule_file(case: str, folder: Path, psr) -> None:
    data, expected, code = RULES[case]
    (folder / "bad.psr").write_bytes(data)
    outcome = psr("check", "bad.psr")
    assert (outcome.code, outcome.out) == (expected, "")
    assert code in outcome.err
    assert "Traceback" not in outcome.err
    assert "\x1b" not in outcome.err
    assert "\0" not in outcome.err
    assert len(outcome.err) < 200_000


def test_numbers_that_square_one_another(folder: Path, psr) -> None:
    """2, 4, 16, 256 …: fifty squarings would fill the memory."""
    towers = "".join(f"define a{k + 1} = a{k} * a{k}\n" for k in range(40))
    rules = f'rubric "r" total 1\nfact n number\ndefine a0 = n\n{towers}item 1 "i" worth 1\n  award a40\n'
    (folder / "rules.psr").write_text(rules, encoding="utf-8")
    (folder / "e.yaml").write_text("unit: A\nfacts: {n: 2}\n", encoding="utf-8")
    outcome = psr("score", "rules.psr", "e.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert "PSR480" in outcome.err
    assert "a thousand digits" in outcome.err


def test_an_alias_bomb(files: Path, psr) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    (files / "evidence.yaml").write_text(bomb, encoding="utf-8")
    outcome = psr("score", "rules.psr", "evidence.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert "PSR414" in outcome.err


def test_a_folder_as_a_rule_file(folder: Path, psr) -> None:
    (folder / "rules.psr").mkdir()
    outcome = psr("score", "rules.psr", "evidence.yaml")
    assert outcome.code == 2
    assert "PSR124" in outcome.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are those of POSIX")
def test_a_named_pipe_is_not_waited_for(folder: Path, psr) -> None:
    os.mkfifo(folder / "rules.psr")
    assert psr("check", "rules.psr").code == 2


def test_a_name_that_no_file_can_have(folder: Path, psr) -> None:
    for name in ("nul\0name.psr", "x" * 5000):
        outcome = psr("check", name)
        assert outcome.code == 2
        assert "PSR124" in outcome.err
        assert "\0" not in outcome.err


@pytest.mark.skipif(os.name != "posix", reason="names that are no text are those of POSIX")
@pytest.mark.parametrize(
    "arguments",
    [
        [b"check", b"\xff.psr"],
        [b"score", b"rules.psr", b"\xff.yaml"],
        [b"score", b"rules.psr", b"evidence.yaml", b"--unit", b"\xed\xa0\x80"],
        [b"explain", b"rules.psr", b"evidence.yaml", b"--unit", "一支部".encode(), b"--item", b"\xff"],
        [b"score", b"rules.psr", b"evidence.yaml", b"--output", b"no/such/\xff"],
        [b"score", b"rules.psr", b"evidence.yaml", b"--output", b"evidence.yaml\xff/x"],
        [b"\xff"],
    ],
)
def test_an_argument_that_is_no_text(files: Path, process, arguments: list[bytes]) -> None:
    outcome = process(arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err != ""
    assert "Traceback" not in outcome.err


@pytest.mark.skipif(os.name != "posix", reason="names that are no text are those of POSIX")
def test_a_file_whose_name_is_no_text_is_read(files: Path, process) -> None:
    """Its name is shown with replacement characters; what is in it is as good as any."""
    try:
        os.rename(os.fsencode(files / "rules.psr"), os.fsencode(files) + b"/\xff.psr")
    except OSError:
        pytest.skip("this file system has no such names")
    assert process([b"check", b"\xff.psr"]).code == 0
    with open(os.fsencode(files) + b"/\xff.psr", "ab") as file:
        file.write(b"deduct deduct\n")
    outcome = process([b"check", b"\xff.psr"])
    assert outcome.code == 1
    assert "Traceback" not in outcome.err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(files: Path, psr) -> None:
    (files / "rules.psr").chmod(0)
    assert psr("check", "rules.psr").code == 2


def test_commands_are_run_by_their_own_name(files: Path, process) -> None:
    """`python -m psr.cli` is the command too, and its exit code is the process's."""
    assert process(["check", "rules.psr"]) == (0, "", "")
    (files / "rules.psr").write_text("deduct\n", encoding="utf-8")
    assert process(["check", "rules.psr"]).code == 1
    assert process(["check", "gone.psr"]).code == 2
