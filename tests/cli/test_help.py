"""Help and wrong use, in both languages, within the terminal."""

import re

import pytest

from psr.commands import SUMMARIES
from psr.diagnostics.width import display_width

CHINESE = re.compile("[一-鿿]")
WRONG = [
    (("check",), "psr check：缺少参数：FILE"),
    (("lint", "a", "--format", "b"), "psr lint：--format：没有 'b' 可选"),
    (("score", "a", "b", "--unit"), "psr score：--unit：须有一个值"),
    (("facts", "a", "--bogus"), "psr：无法识别的参数：--bogus"),
    (("init", "a", "--year", "20"), "psr init：--year：`20` 不是四位数的年份"),
]


@pytest.mark.parametrize("command", ["", *SUMMARIES])
@pytest.mark.parametrize("width", [60, 80])
def test_help_is_chinese_and_keeps_to_the_terminal(
    psr, monkeypatch: pytest.MonkeyPatch, command: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    code, out, err = psr(*command.split(), "--lang", "zh", "--help")
    assert (code, err) == (0, "")
    assert out.startswith("用法：psr")
    for line in out.splitlines():
        assert display_width(line) <= width or line.startswith("  psr "), line  # examples are to be copied
    for english in ("usage", "options:", "show this help", "examples:", "positional"):
        assert english not in out
    prose = [line for line in out.splitlines() if re.search("[a-z]{3} [a-z]{3}", line) and "psr " not in line]
    assert all(CHINESE.search(line) for line in prose), prose


@pytest.mark.parametrize("command", ["", *SUMMARIES])
def test_help_in_english_has_no_chinese_sentence(psr, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    out = psr(*command.split(), "--help").out
    assert out.startswith("usage: psr")
    assert "。" not in out
    assert all(display_width(line) <= 60 or line.startswith("  psr ") for line in out.splitlines())


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_use_is_said_in_chinese(psr, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = psr(*arguments, "--lang=zh")
    assert (code, out) == (2, "")
    assert err.startswith("用法：psr")
    assert err.splitlines()[-1].startswith(said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("scroe", "a", "b"), "psr: there is no command `scroe`; did you mean `score`?\n"),
        (("--lang", "zh", "scroe"), "psr: 没有命令 `scroe`；是不是 `score`？\n"),
        (("xyz",), "psr: there is no command `xyz`; see `psr --help`\n"),
        (("计分", "--lang=zh"), "psr: 没有命令 `计分`；`psr --help` 列出全部命令\n"),
    ],
)
def test_a_command_that_there_is_not_is_told_with_the_one_that_may_be_meant(psr, arguments, said: str) -> None:
    assert tuple(psr(*arguments)) == (2, "", said)


@pytest.mark.parametrize(("arguments", "said"), [((), "usage: psr"), (("--lang", "zh"), "用法：psr")])
def test_without_a_command_the_commands_are_shown(psr, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = psr(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(said)
    assert all(f"    {name} " in err for name in SUMMARIES)


def test_the_language_comes_from_the_surroundings_too(psr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PSR_LANG", "zh")
    assert psr("--help").out.startswith("用法：")
    assert psr("--lang", "en", "--help").out.startswith("usage: ")
    monkeypatch.delenv("PSR_LANG")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert psr("check").err.startswith("用法：")
