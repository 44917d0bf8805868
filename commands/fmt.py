"""`psr fmt`: lay out rule files in the one usual way."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Words
from . import rule_files
from .common import ERRORS, FINE, TROUBLE, complain, language, report

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic, Words
    from ..grammar.keywords import Vocabulary
    from .parser import Parser

_EXAMPLES = """\
  psr fmt rules/2019.psr
  psr fmt rules --check
  psr fmt rules/2019.psr --diff
  psr fmt rules/2019.psr --keywords zh
"""
DESCRIPTION = Words(
    f"""\
Lays out rule files: indentation, blank lines, tables, line ends and full-width signs. What a file means never
changes, nor do its comments and the words in quotes. A file with mistakes in it is not touched.
FILE is a rule file, a folder with all *.psr files below it, or - for standard input.

examples:
{_EXAMPLES}""",
    f"""\
排版细则文件：缩进、空行、表格、行尾和全角符号。文件的含义、注释和引号内的文字一概不变。
有错误的文件不作改动。FILE 可以是细则文件、文件夹（连同其下所有 .psr 文件），或表示标准输入的 -。

示例：
{_EXAMPLES}""",
)


class _File(NamedTuple):
    """What became of a file: its text before and after; the same text twice where nothing changes."""

    path: str
    before: str
    after: str


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    command.option("rules", nargs="+", metavar="FILE", help=rule_files.FILES)
    command.option(
        "--check",
        action="store_true",
        help=Words("write nothing; list the files that would change", "不写文件，只列出会有改动的文件"),
    )
    command.option(
        "--diff", action="store_true", help=Words("write nothing; show what would change", "不写文件，只显示将作的改动")
    )
    command.option(
        "--keywords",
        choices=("en", "zh"),
        help=Words(
            "spell all keywords in English or in Chinese; default: as written", "所有关键词改用英文或中文；默认保持原样"
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Lay the files out; give the exit code."""
    paths, empty = rule_files.expand(options.rules)
    for folder in empty:
        rule_files.miss(folder, language(options))
    code = TROUBLE if empty else FINE
    files: list[_File] = []
    mistakes: list[Diagnostic] = []
    for path in paths:
        known = len(mistakes)
        file = _laid_out(path, options, mistakes)
        if file is not None and _put(file, options):
            files.append(file)
        elif len(mistakes) == known:
            code = TROUBLE
    code = max(code, report(mistakes, language(options)))
    if files and paths != [rule_files.STANDARD_INPUT]:
        sys.stderr.write(_summary(files, options) + "\n")
    changes = any(file.before != file.after for file in files)
    return code or (ERRORS if changes and _only_looks(options) else FINE)


def _only_looks(options: argparse.Namespace) -> bool:
    return options.check or options.diff


def _laid_out(path: str, options: argparse.Namespace, mistakes: list[Diagnostic]) -> _File | None:
    """Lay a file out; where that can't be done, say why, or add to the mistakes that are shown in the end."""
    from ..diagnostics import Words
    from ..grammar.format import format_source

    keywords = _keywords(path, options)
    if isinstance(keywords, Words):
        complain(_say(options, *keywords))
        return None
    source, found = rule_files.read(path)
    if source is None:
        mistakes += found
        return None
    text, found = format_source(source, keywords)
    mistakes += found
    if text is not None:
        return _File(path, rule_files.mark_of(path) + source.text, text)
    if not found:
        complain(
            _say(
                options,
                f"`{rule_files.shown(path)}` stays as it is: laid out it would mean something else, a mistake of psr's",
                f"`{rule_files.shown(path)}` 保持原样：重新排版会改变其含义，这是 psr 的错误",
            )
        )
    return None


def _keywords(path: str, options: argparse.Namespace) -> Vocabulary | Words | None:
    """Give the vocabulary asked for, or the one that the settings name, or what is wrong with these."""
    if options.keywords:
        return options.keywords
    from ..diagnostics import Words
    from ..settings import settings_for

    settings = settings_for(path)
    return settings if isinstance(settings, Words) else settings.keywords


def _put(file: _File, options: argparse.Namespace) -> bool:
    """Write a file, or show what would be written; tell whether that could be done."""
    changes = file.before != file.after
    if options.diff:
        sys.stdout.writelines(_difference(file))
    elif options.check:
        sys.stdout.write(f"{rule_files.shown(file.path)}\n" if changes else "")
    elif file.path == rule_files.STANDARD_INPUT:
        sys.stdout.write(file.after)
    elif changes:
        return _write(file, options)
    return True


def _write(file: _File, options: argparse.Namespace) -> bool:
    """Write a file in the place of the old one; a link stays a link."""
    from ..output import write_whole

    path = os.path.realpath(file.path)
    if not os.access(path, os.W_OK):
        complain(_say(options, f"`{file.path}` can't be written: no permission", f"无法写入 `{file.path}`：没有权限"))
        return False
    if trouble := write_whole(path, file.after, overwrite=True):
        complain(_say(options, *trouble))
        return False
    return True


def _difference(file: _File) -> Iterator[str]:
    """Give the lines of a unified diff."""
    from difflib import unified_diff

    name = rule_files.shown(file.path)
    for line in unified_diff(_lines(file.before), _lines(file.after), name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Part a text at its newlines, and there alone."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [line for line in text.split("\n")[-1:] if line]


def _summary(files: list[_File], options: argparse.Namespace) -> str:
    """Say in one line what was done, or would be."""
    looks = _only_looks(options)
    changed = sum(file.before != file.after for file in files)
    same = len(files) - changed
    en: list[str] = []
    zh: list[str] = []
    if changed:
        en.append(f"{_files(changed)} {'would be ' if looks else ''}laid out anew")
        zh.append(f"{changed} 个文件{'需要' if looks else '已'}重新排版")
    if same:
        en.append(f"{same if changed else _files(same)} left as {'it is' if same == 1 else 'they are'}")
        zh.append(f"{same} 个{'' if changed else '文件'}保持原样")
    return _say(options, ", ".join(en), "，".join(zh))


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def _say(options: argparse.Namespace, en: str, zh: str) -> str:
    return zh if language(options) == "zh" else en
