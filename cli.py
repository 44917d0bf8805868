"""The command line: arguments, files, exit codes; nothing else.

Exit codes: 0 fine, 1 the files have errors, 2 wrong use or an unreadable file.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import __version__

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from .api import Rubric
    from .diagnostics import Diagnostic, Language
    from .interpreter.model import HeadingModel
    from .interpreter.result import Result, UnitResult

FINE, ERRORS, TROUBLE = 0, 1, 2
_UNREADABLE = frozenset({"PSR124", "PSR401", "PSR402", "PSR403", "PSR405"})

_EPILOG = """\
examples:
  psr check rules/2019.psr
  psr score rules/2019.psr examples/2019
  psr score rules/2019.psr examples/2019 --format json --output scores.json
  psr explain rules/2019.psr examples/2019 --unit 一支部 --item 2.4

Messages are in Chinese with --lang zh, PSR_LANG=zh or a Chinese locale.
"""
_LANG = "language of messages and sheets"
_CHECK = """\
Reads rule files and says what is wrong with them: syntax, names, types, and examples that do not come out.

examples:
  psr check rules/2019.psr
  psr check rules/*.psr --lang zh
"""
_SCORE = """\
Scores every unit that the evidence names. EVIDENCE is any number of .yaml, .json and .csv files, or folders of them.

examples:
  psr score rules/2019.psr examples/2019
  psr score rules/2019.psr ledger.csv rulings.yaml --unit 一支部
  psr score rules/2020.psr 2020/ --previous 2019/ --format csv --output scores.csv
"""
_EXPLAIN = """\
Says why a unit has its points: the regulation's words, the rule, the evidence, the arithmetic, cap and range.

examples:
  psr explain rules/2019.psr examples/2019 --unit 一支部
  psr explain rules/2019.psr examples/2019 --unit 二支部 --item 2.2 --format json
"""


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
    options = _parser().parse_args(given)
    command: Callable[[argparse.Namespace], int] = options.run
    code = command(options)
    sys.stdout.flush()
    return code


def _parser() -> argparse.ArgumentParser:
    import argparse

    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="psr",
        description="Scores by a rubric (考核细则) written in PSR, and says why.",
        epilog=_EPILOG,
        formatter_class=raw,
    )
    parser.add_argument("--lang", choices=("en", "zh"), help=_LANG)
    parser.add_argument("--version", action="version", version=f"psr {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(
        name: str, help: str, description: str, run: Callable[[argparse.Namespace], int]
    ) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help, description=description, formatter_class=raw)
        command.set_defaults(run=run)
        command.add_argument("--lang", choices=("en", "zh"), default=argparse.SUPPRESS, help=_LANG)
        return command

    check = add("check", "say what is wrong with rule files", _CHECK, _check)
    check.add_argument("rules", nargs="+", metavar="FILE", help="a rule file (.psr)")
    score = add("score", "score all units", _SCORE, _score)
    explain = add("explain", "say why a unit has its points", _EXPLAIN, _explain)
    for command, formats in ((score, ("table", "json", "csv")), (explain, ("text", "json"))):
        command.add_argument("rules", metavar="RULES", help="the rule file (.psr)")
        command.add_argument("evidence", nargs="+", metavar="EVIDENCE", help="files or folders of evidence")
        command.add_argument("--previous", nargs="+", metavar="EVIDENCE", help="last year's evidence")
        needed = command is explain
        command.add_argument("--unit", metavar="U", required=needed, help="the unit to show; ranks still count all")
        command.add_argument("--format", choices=formats, default=formats[0], help=f"default: {formats[0]}")
        command.add_argument("--output", metavar="FILE", help="write to a file instead of the terminal")
        command.add_argument("--force", action="store_true", help="overwrite the output file if there is one")
    explain.add_argument("--item", metavar="I", help="the number of a single item, such as 2.4")
    return parser


# ---- commands -------------------------------------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    from .api import check_source
    from .rule_file import read_rule_file

    found: list[Diagnostic] = []
    paths: list[str] = options.rules
    for path in dict.fromkeys(paths):
        source, diagnostics = read_rule_file(path)
        if source is not None:
            _, diagnostics = check_source(source)
        found += diagnostics
    return _report(found, _language(options))


def _score(options: argparse.Namespace) -> int:
    language = _language(options)
    code, result = _scored(options, language)
    if result is None:
        return code
    if options.unit is not None:
        unit = _unit(result, options.unit, language)
        if unit is None:
            return TROUBLE
        result.units = [unit]
    if options.format == "json":
        from .reports.as_json import score_json

        return _put(score_json(result), options)
    if options.format == "csv":
        from .reports.as_csv import score_csv

        # Excel takes a file of Chinese for its own code page unless it begins with a byte order mark.
        mark = "" if options.output is None else "\ufeff"
        return _put(mark + score_csv(result, language), options)
    from .reports.table import print_table, table_text

    if options.output is None and sys.stdout.isatty():
        print_table(result, sys.stdout, language)
        return FINE
    return _put(table_text(result, language, _width()), options)


def _explain(options: argparse.Namespace) -> int:
    from .reports.explain import explain_json, explain_text

    language = _language(options)
    code, result = _scored(options, language)
    if result is None:
        return code
    unit = _unit(result, options.unit, language)
    headings = None if unit is None else _headings(result, options.item, language)
    if unit is None or headings is None:
        return TROUBLE
    write = explain_json if options.format == "json" else explain_text
    return _put(write(result, unit, headings, language), options)


def _scored(options: argparse.Namespace, language: Language) -> tuple[int, Result | None]:
    """Load the rules, read the evidence and score it; report whatever is wrong on the way."""
    rubric, found = _load(options.rules)
    if rubric is None:
        return _report(found, language), None
    from .diagnostics import has_errors
    from .evidence.read import read_evidence

    evidence, problems = read_evidence(options.evidence, rubric.model)
    found += problems
    previous = None
    if options.previous:
        previous, problems = read_evidence(options.previous, rubric.model, previous=True)
        found += problems
    if has_errors(found):
        return _report(found, language), None
    result = rubric.program.score(evidence, previous)
    found += result.diagnostics
    code = _report(found, language)
    return code, None if has_errors(found) else result


def _load(path: str) -> tuple[Rubric | None, list[Diagnostic]]:
    from .api import check_source
    from .rule_file import read_rule_file

    source, found = read_rule_file(path)
    rubric = None
    if source is not None:
        rubric, found = check_source(source)
    return rubric, list(found)


# ---- choices --------------------------------------------------------------------------------------------------


def _language(options: argparse.Namespace) -> Language:
    """Choose the language: as asked for, by PSR_LANG, else by the locale."""
    for wanted in (options.lang, os.environ.get("PSR_LANG")):
        if wanted in ("en", "zh"):
            return wanted
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def _unit(result: Result, name: str, language: Language) -> UnitResult | None:
    unit = result.unit(name)
    if unit is None:
        from .diagnostics import Place
        from .diagnostics.catalogue import evaluation as say
        from .interpreter.problems import listed

        units = listed(unit.name for unit in result.units)
        _report([say.UNKNOWN_UNIT.at(Place(result.model.source), unit=name, units=units)], language)
    return unit


def _headings(result: Result, label: str | None, language: Language) -> tuple[HeadingModel, ...] | None:
    """Give the heading asked for, or all of them but the parts, which are told with their items."""
    if label is None:
        return tuple(heading for heading in result.model.headings if heading.rank != "part")
    heading = result.model.labels.get(label)
    if heading is not None:
        return (heading,)
    from .diagnostics import Place
    from .diagnostics.catalogue import names as say
    from .interpreter.problems import listed

    labels = listed(result.model.labels)
    _report([say.UNKNOWN_LABEL.at(Place(result.model.source), label=label, labels=labels)], language)
    return None


# ---- output ---------------------------------------------------------------------------------------------------


def _report(found: Sequence[Diagnostic], language: Language) -> int:
    """Show diagnostics on standard error; give the exit code they mean."""
    if not found:
        return FINE
    from .diagnostics import has_errors
    from .diagnostics.render import render_all

    color = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    sys.stderr.write(render_all(found, language, color, _width()).rstrip("\n") + "\n")
    if any(diagnostic.code in _UNREADABLE for diagnostic in found):
        return TROUBLE
    return ERRORS if has_errors(found) else FINE


def _width() -> int:
    """Give the terminal's width in cells; 80 where there is none."""
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def _put(text: str, options: argparse.Namespace) -> int:
    """Write a result to standard output, or to a file: whole or not at all."""
    if options.output is None:
        sys.stdout.write(text)
        return FINE
    from .output import write_whole

    trouble = write_whole(options.output, text, overwrite=options.force)
    if trouble is None:
        return FINE
    sys.stderr.write(f"psr: {trouble.zh if _language(options) == 'zh' else trouble.en}\n")
    return TROUBLE


if __name__ == "__main__":
    sys.exit(main())
