"""The command line: which command is meant, and the exit code; each command is a file in commands/.

Exit codes: 0 fine, 1 the files have errors or findings, 2 wrong use or an unreadable file.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from . import __version__
from .commands import SUMMARIES
from .commands.common import FINE, TROUBLE, complain, language_for
from .diagnostics import Language, Words

if TYPE_CHECKING:
    import argparse

    from .commands.parser import Parser

_DESCRIPTION = Words(
    "Scores by a rubric (考核细则) written in PSR, and says why.", "按 PSR 写成的考核细则计分，并说明得分的由来。"
)
_EXAMPLES = """\
  psr lint rules/2019.psr
  psr score rules/2019.psr examples/2019
  psr score rules/2019.psr examples/2019 --format json --output scores.json
  psr explain rules/2019.psr examples/2019 --unit 一支部 --item 2.4

"""
_EPILOG = Words(
    f"examples:\n{_EXAMPLES}"
    "`psr COMMAND --help` says more, with examples. "
    "Messages are in Chinese with --lang zh, PSR_LANG=zh or a Chinese locale.",
    f"示例：\n{_EXAMPLES}`psr COMMAND --help` 给出各命令的详细说明和示例。用 --lang en 或 PSR_LANG=en 可改为英文。",
)
_COMMANDS = Words("commands", "命令")
_LANG = Words("language of messages and sheets", "信息和表格所用的语言")
_VERSION = Words("show the version and exit", "显示版本并退出")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; give the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:
        gc.set_threshold(100_000, 50, 50)  # a run is short: looking for garbage would cost more than the garbage
    _write_any_character()
    if given == ["--version"]:
        sys.stdout.write(f"psr {__version__}\n")
        return FINE
    try:
        return _run(given)
    except BrokenPipeError:
        # Whoever read the output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return 130


def _write_any_character() -> None:
    """Write UTF-8 to files and pipes whatever the locale; on a terminal that lacks a character, a `?` for it."""
    from io import TextIOWrapper

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(given: list[str]) -> int:
    parser = _parser(given)
    command = _command(given)
    if command is None and not {"-h", "--help", "--version"} & set(given):
        parser.print_help(sys.stderr)
        return TROUBLE
    if command is not None and command not in SUMMARIES:
        return _no_such_command(command, _language(given))
    options = parser.parse_args(given)
    run: Callable[[argparse.Namespace], int] = options.run
    code = run(options)
    sys.stdout.flush()
    return code


def _command(given: Sequence[str]) -> str | None:
    """Give the first word that is no option, nor the value of one that may stand before the command."""
    words = (word for before, word in zip(["", *given], given, strict=False) if before != "--lang")
    return next((word for word in words if not word.startswith("-")), None)


def _no_such_command(command: str, language: Language) -> int:
    from .interpreter.problems import nearest

    near = nearest(command, SUMMARIES)
    if language == "zh":
        return complain(f"没有命令 `{command}`；" + (f"是不是 `{near}`？" if near else "`psr --help` 列出全部命令"))
    return complain(f"there is no command `{command}`; " + (f"did you mean `{near}`?" if near else "see `psr --help`"))


def _parser(given: Sequence[str]) -> Parser:
    """Make the parser; only the commands that are among the words given declare what they take."""
    import argparse

    from .commands.parser import Parser, speak

    speak(_language(given))
    parser = Parser(prog="psr")
    parser.describe(_DESCRIPTION, _EPILOG)
    parser.option("--lang", choices=("en", "zh"), help=_LANG)
    parser.option("--version", action="version", version=f"psr {__version__}", help=_VERSION)
    commands = parser.add_subparsers(
        title=parser.said(_COMMANDS), metavar="COMMAND", required=True, parser_class=Parser
    )
    for name, summary in SUMMARIES.items():
        command = commands.add_parser(name, help=parser.said(summary))
        if name not in given:
            continue
        module = import_module(f"{__package__}.commands.{name}")
        command.describe(module.DESCRIPTION)
        command.set_defaults(run=module.run)
        command.option("--lang", choices=("en", "zh"), default=argparse.SUPPRESS, help=_LANG)
        module.arguments(command)
    return parser


def _language(given: Sequence[str]) -> Language:
    """Look ahead for ``--lang``: the language must be known before the parser is made."""
    asked = None
    for word, following in zip(given, [*given[1:], ""], strict=False):
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return language_for(asked)


if __name__ == "__main__":
    sys.exit(main())
