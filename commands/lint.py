"""`psr lint`: say what a careful colleague would find in rule files, and mend what can be mended."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from .. import __version__
from ..diagnostics import Words
from .common import ERRORS, FINE, colored, complain, language, output_options, put, report, width
from .linting import look_at
from .mending import say_mended
from .rule_files import FILES, STANDARD_INPUT, expand, miss
from .selection import Selector

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic, Kind, Language
    from .parser import Parser

_EXAMPLES = """\
  psr lint rules/2019.psr
  psr lint rules --fix
  psr lint rules/2019.psr --diff --unsafe-fixes
  psr lint rules --select PSR5,PSR601 --format sarif --output findings.sarif
  psr lint rules --watch
"""
DESCRIPTION = Words(
    f"""\
Says what a careful colleague would find in rule files: points that can't be right, lines that can hardly be meant,
unusual style; and all errors that `psr check` knows. `psr rule CODE` says more about a finding.

A finding that the committee wants as it is can be allowed, with the reason: `# psr: allow PSR502 because …`

examples:
{_EXAMPLES}
exit codes: 0 nothing found, 1 findings or errors, 2 wrong use or a file that can't be read or written""",
    f"""\
像细心的同事那样审读细则文件：不合理的分值、多半不是本意的写法、不合习惯的样式，以及 `psr check` 能查出的所有错误。
`psr rule CODE` 给出某项问题的详细说明。

规定本就如此的，可以写明理由加以允许：`# psr: 允许 PSR502 因为 …`

示例：
{_EXAMPLES}
退出码：0 未发现问题；1 有问题或错误；2 用法不对，或文件无法读写""",
)
FORMATS = ("text", "json", "sarif", "github", "junit")


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    add = command.option
    add("files", nargs="+", metavar="FILE", help=FILES)
    add(
        "--fix",
        action="store_true",
        help=Words("mend what can be mended without changing any score", "改正能改的问题，不影响任何得分"),
    )
    add(
        "--unsafe-fixes",
        action="store_true",
        help=Words("mend what can be mended, even where a score can change", "改正能改的问题，即使得分可能变化"),
    )
    add(
        "--diff",
        action="store_true",
        help=Words("show what would be mended, and write nothing", "只显示将作的改动，不写文件"),
    )
    add(
        "--select",
        action="append",
        metavar="CODES",
        help=Words("look only for these, such as PSR5,PSR601", "只查这些代码，例如 PSR5,PSR601"),
    )
    add("--ignore", action="append", metavar="CODES", help=Words("don't look for these", "不查这些代码"))
    add(
        "--format",
        choices=FORMATS,
        default="text",
        help=Words("text, or a form that other programs read", "text，或供其他程序读取的格式"),
    )
    add("--statistics", action="store_true", help=Words("count the findings by their codes", "按代码统计问题的数量"))
    add(
        "--watch",
        action="store_true",
        help=Words("look again whenever a file changes, until Ctrl-C", "文件一有改动就重查，直到按 Ctrl-C"),
    )
    add(
        "--exit-zero",
        action="store_true",
        help=Words("end with 0 even where something is found", "即使发现问题，退出码仍为 0"),
    )
    add(
        "--config",
        metavar="FILE",
        help=Words(
            "take the settings from this file, not from psr.toml or pyproject.toml",
            "从该文件读取设置，不用 psr.toml 或 pyproject.toml",
        ),
    )
    add("--isolated", action="store_true", help=Words("take no settings from any file", "不读取任何设置文件"))
    output_options(command)


def run(options: argparse.Namespace) -> int:
    """Lint the files, once or until the user ends it; give the exit code."""
    chosen = language(options)
    if trouble := _misused(options):
        return complain(trouble.plain(chosen))
    if options.watch:
        from .watch import watch

        watch(lambda: _once(options, chosen), lambda: expand(options.files)[0])
    return _once(options, chosen)


def _misused(options: argparse.Namespace) -> Words | None:
    """Say which options do not go together, if any."""
    if options.watch and STANDARD_INPUT in options.files:
        return Words("--watch can't look at standard input again", "--watch 无法反复读取标准输入")
    if options.diff and options.format != "text":
        return Words("--diff has a form of its own, and takes no --format", "--diff 有自己的格式，不能与 --format 同用")
    if options.statistics and (options.diff or options.format != "text"):
        return Words("--statistics takes neither --diff nor --format", "--statistics 不能与 --diff 或 --format 同用")
    return None


def _once(options: argparse.Namespace, chosen: Language) -> int:
    """Look at all files, and show what was found; give the exit code."""
    files, empty = expand(options.files)
    code = FINE
    for folder in empty:
        code = miss(folder, chosen)
    if not files:
        return code
    selected: list[frozenset[str]] = []
    selector = Selector(options)
    for path in files:  # all before the first is mended
        codes = selector.codes_for(path)
        if isinstance(codes, Words):
            return complain(codes.plain(chosen))
        selected.append(codes)
    looked = [look_at(path, codes, options, chosen) for path, codes in zip(files, selected, strict=True)]
    found = [diagnostic for one in looked for diagnostic in one.found]
    code = max(code, _show([one.name for one in looked], found, options, chosen), *(one.code for one in looked))
    if options.fix or options.unsafe_fixes or options.diff:
        say_mended([diagnostic for one in looked for diagnostic in one.made], chosen, done=not options.diff)
    return ERRORS if code == FINE and found and not options.exit_zero else code


def _show(files: list[str], found: list[Diagnostic], options: argparse.Namespace, chosen: Language) -> int:
    """Put out what was found, in the form asked for; give the exit code for that."""
    if options.diff:
        report([diagnostic for diagnostic in found if diagnostic.is_error], chosen)
        return FINE
    shown = _formatted(files, found, options, chosen)
    if STANDARD_INPUT in options.files and (options.fix or options.unsafe_fixes) and options.output is None:
        sys.stderr.write(shown)  # the mended text is on standard output
        return FINE
    return put(shown, options)


def _formatted(files: list[str], found: list[Diagnostic], options: argparse.Namespace, chosen: Language) -> str:
    from ..diagnostics import formats

    form: str = "statistics" if options.statistics and found else options.format
    match form:
        case "statistics":
            return formats.statistics(found, _titles(chosen))
        case "json":
            return formats.json_text(files, found, chosen)
        case "sarif":
            return formats.sarif(found, chosen, __version__, _titles(chosen))
        case "github":
            return formats.github(found, chosen)
        case "junit":
            return formats.junit(files, found, chosen)
        case _:
            here = options.output is None
            wraps = here and sys.stdout.isatty()
            return formats.text(len(files), found, chosen, here and colored(sys.stdout), width(), wraps=wraps)


def _titles(chosen: Language) -> Callable[[Kind], str]:
    """Give a function that says what a code means in a few words."""
    from ..rule_pages import entries

    titles = {entry.code: entry.title for entry in entries(chosen)}
    return lambda kind: titles.get(kind.code, kind.code)
