"""What the commands share: exit codes, the language, how rules are loaded, how results and messages are put out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..diagnostics import Words

if TYPE_CHECKING:
    import argparse

    from ..api import Rubric
    from ..diagnostics import Diagnostic, Language
    from ..receipts.files_read import Seen
    from .parser import Parser

FINE, ERRORS, TROUBLE = 0, 1, 2
"""Exit codes: all is well; the files have errors, or findings; wrong use, or a file that can't be read or written."""

_OVER_ITS_SOURCE = Words(
    "`{output}` is a file that this command reads: name another with --output",
    "`{output}` 是本命令要读取的文件：请用 --output 另取一名",
)
DOCUMENTS = frozenset({".docx", ".doc", ".xlsx", ".xls", ".pdf", ".html", ".htm"})
"""The endings of files that hold no plain text."""

_PLAIN_TEXT = Words(
    "`{output}` would hold plain text under the name of a document: let it end in {endings}",
    "`{output}` 写入的是纯文本，不是文档：请让文件名以 {endings} 结尾",
)
_READ = ("result", "rules", "files", "evidence", "previous", "config")
"""The options that name files and folders to read."""

_UNREADABLE = frozenset({"PSR124", "PSR401", "PSR402", "PSR403", "PSR405"})


def language(options: argparse.Namespace) -> Language:
    """Choose the language: as asked for, by PSR_LANG, else by the locale."""
    return language_for(options.lang)


def language_for(asked: str | None) -> Language:
    """Choose the language by what ``--lang`` says, by PSR_LANG, else by the locale."""
    for wanted in (asked, os.environ.get("PSR_LANG")):
        if wanted in ("en", "zh"):
            return wanted
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def load(path: str, seen: Seen | None = None) -> tuple[Rubric | None, list[Diagnostic]]:
    """Read and check a rule file; give its rubric, or None where errors leave none, and all diagnostics.

    ``seen`` is told of the bytes that were read.
    """
    from ..api import check_source
    from ..rule_file import read_rule_file

    source, found = read_rule_file(path, seen)
    rubric = None
    if source is not None:
        rubric, found = check_source(source)
    return rubric, list(found)


def report(found: Sequence[Diagnostic], language: Language) -> int:
    """Show diagnostics on standard error; give the exit code they mean."""
    if not found:
        return FINE
    from ..diagnostics import has_errors
    from ..diagnostics.render import render_all

    shown = render_all(found, language, colored(sys.stderr), width(), wraps=sys.stderr.isatty())
    sys.stderr.write(shown.rstrip("\n") + "\n")
    if any(diagnostic.code in _UNREADABLE for diagnostic in found):
        return TROUBLE
    return ERRORS if has_errors(found) else FINE


def complain(words: str) -> int:
    """Say in one line on standard error what can't be done; give the exit code for it."""
    from ..diagnostics.visible import visible

    sys.stderr.write(f"psr: {visible(words)}\n")
    return TROUBLE


def colored(stream: object) -> bool:
    """Tell whether what is written to a stream is meant for eyes, and may be coloured."""
    from io import TextIOWrapper

    return isinstance(stream, TextIOWrapper) and stream.isatty() and not os.environ.get("NO_COLOR")


def width() -> int:
    """Give the terminal's width in cells; 80 where there is none."""
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def output_options(command: Parser) -> None:
    """Add the options that `put` reads."""
    command.option(
        "--output", metavar="FILE", help=Words("write to a file instead of the terminal", "写入文件，而不是显示在终端")
    )
    command.option(
        "--force",
        action="store_true",
        help=Words("overwrite the output file if there is one", "输出文件已存在时将其覆盖"),
    )


def put(text: str, options: argparse.Namespace) -> int:
    """Write a result to standard output, or to a file: whole or not at all, and no text as a document."""
    if options.output is None:
        sys.stdout.write(text)
        return FINE
    if options.output.lower().endswith(tuple(DOCUMENTS)):
        kind = getattr(options, "format", None)
        ending = f"`.{kind}`" if kind in ("json", "md", "csv") else "`.txt`"
        return complain(_PLAIN_TEXT.say(language(options), {"output": options.output, "endings": ending}))
    return put_bytes(text.encode(), options)


def put_bytes(content: bytes, options: argparse.Namespace) -> int:
    """Write a result to the file of ``--output``: whole or not at all, and never over a file that was read for it."""
    from ..output import write_whole
    from .inputs import is_read

    chosen = language(options)
    if is_read(options.output, (getattr(options, name, None) for name in _READ)):
        return complain(_OVER_ITS_SOURCE.say(chosen, {"output": options.output}))
    trouble = write_whole(options.output, content, overwrite=options.force)
    return FINE if trouble is None else complain(trouble.plain(chosen))
