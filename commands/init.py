"""`psr init`: make next year's rule file from this year's."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import FINE, complain, language, load, put, report
from .rule_files import mark_of

if TYPE_CHECKING:
    from ..diagnostics import Language, SourceFile
    from ..linter.new_year import NewYear
    from ..linter.suppress import Allowance
    from .parser import Parser

_EXAMPLES = """\
  psr init rules/2019.psr
  psr init rules/2019.psr --year 2021 --output rules/draft.psr
"""
DESCRIPTION = Words(
    f"""\
Makes next year's rule file from this year's: the year of the rubric, the dates of its period and of its examples,
and the year in its title are changed, all the rest stays as it is. What the committee has to look through is listed:
lines where the old year still stands, and what was allowed with a reason that may hold no longer.

examples:
{_EXAMPLES}""",
    f"""\
由今年的细则生成下一年度的细则：改动考核年度、考核期间和算例中的日期、标题中的年份，其余保持不变。
并列出需要审读的内容：仍写着旧年份的各行，以及曾写明理由加以允许、理由或已不成立的问题。

示例：
{_EXAMPLES}""",
)
_FIRST, _LAST = 1000, 9999

_MADE = Words("{new}, from {old}", "{new}，由 {old} 生成")
_CHANGED = Words("changed:", "已改动：")
_STILL = Words("{year} still stands here; does it have to change?", "以下各行仍写着 {year} 年，请核对是否要改：")
_ALLOWED = Words("allowed, for a reason; does it still hold?", "以下问题曾被允许，请核对理由是否仍然成立：")
_NO_YEAR = Words(
    "`{file}` names no year: write one on its `rubric` line", "`{file}` 没有写明年度：请在`考核细则`一行写上"
)
_SAME = Words("`{file}` is of {year} already", "`{file}` 已经是 {year} 年的")
_BAD_YEAR = Words("`{year}` is no year of four digits", "`{year}` 不是四位数的年份")
_NO_CALENDAR = Words("a date would leave the calendar", "有日期会超出历法范围")


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    command.option("rules", metavar="RULES", help=Words("this year's rule file (.psr)", "今年的细则文件（.psr）"))
    command.option(
        "--year",
        type=_year,
        metavar="YEAR",
        help=Words("the new year; by default the next one", "新的年度，默认为下一年"),
    )
    command.option(
        "--output",
        metavar="FILE",
        help=Words("the new file; by default the same name with the new year", "新文件，默认取原名并换成新年度"),
    )
    command.option(
        "--force", action="store_true", help=Words("overwrite the new file if there is one", "新文件已存在时将其覆盖")
    )


def run(options: argparse.Namespace) -> int:
    """Write the new file, and list what has to be looked through; give the exit code."""
    from ..linter.new_year import new_year, year_of
    from ..linter.registry import KINDS

    chosen = language(options)
    rubric, found = load(options.rules)
    if rubric is None:
        return report(found, chosen)
    old = year_of(rubric.model)
    if old is None:
        return _refuse(_NO_YEAR, chosen, file=options.rules)
    new: int = options.year or old + 1
    if new == old:
        return _refuse(_SAME, chosen, file=options.rules, year=old)
    options.output = options.output or _name(options.rules, old, new)
    try:
        made = new_year(rubric.model, old, new, {kind.code for kind in KINDS})
    except ValueError:
        return _refuse(_NO_CALENDAR, chosen)
    return _write(made, options, chosen)


def _year(written: str) -> int:
    if written.isdecimal() and _FIRST <= int(written) <= _LAST:
        return int(written)
    from .parser import Parser

    raise argparse.ArgumentTypeError(_BAD_YEAR.say(Parser.language, {"year": written}))


def _refuse(words: Words, chosen: Language, **arguments: object) -> int:
    return complain(words.say(chosen, arguments))


def _name(path: str, old: int, new: int) -> str:
    """Give the new file's name: the old one with the new year in it."""
    folder, name = os.path.split(path)
    stem, ending = os.path.splitext(name)
    stem = stem.replace(str(old), str(new)) if str(old) in stem else f"{stem}-{new}"
    return os.path.join(folder, stem + ending)


def _write(made: NewYear, options: argparse.Namespace, chosen: Language) -> int:
    """Write the new file, say what there is to look through, and check it as `psr check` would."""
    code = put(mark_of(options.rules) + made.text, options)
    if code != FINE:
        return code
    from ..diagnostics import SourceFile
    from ..diagnostics.visible import visible

    head = _MADE.say(chosen, {"new": visible(options.output), "old": visible(options.rules)})
    sys.stdout.write("\n\n".join([head, *_lists(made, SourceFile(visible(options.output), made.text), chosen)]) + "\n")
    return report(load(options.output)[1], chosen)


def _lists(made: NewYear, source: SourceFile, chosen: Language) -> Iterator[str]:
    """Give what was changed and what is to be looked through, a paragraph each."""
    yield _list(_CHANGED.say(chosen, {}), _lines(made.changed, source))
    if made.still:
        yield _list(_STILL.say(chosen, {"year": made.old}), _lines(made.still, source))
    if made.allowances:
        yield _list(_ALLOWED.say(chosen, {}), (_allowance(source.name, one) for one in made.allowances))


def _list(head: str, lines: Iterable[str]) -> str:
    return "\n".join([head, *lines])


def _lines(numbers: Iterable[int], source: SourceFile) -> Iterator[str]:
    from ..diagnostics.visible import visible

    for number in numbers:
        yield f"  {source.name}:{number}  {visible(source.line(number).strip())}"


def _allowance(name: str, allowance: Allowance) -> str:
    from ..diagnostics.visible import visible

    return f"  {name}:{allowance.place.position[0]}  {allowance.code}  {visible(allowance.reason)}"
