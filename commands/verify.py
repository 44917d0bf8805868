"""`psr verify`: say whether a result still holds."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import ERRORS, FINE, TROUBLE, language, output_options, put, report, width
from .scored import Scored, evidence_options, keep_going_option, score

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic, Language, SourceFile
    from ..interpreter.model import Model
    from ..receipts.recorded import Recorded
    from ..receipts.verification import Verification
    from .parser import Parser

_EXAMPLES = """\
  psr verify scores.json rules/2019.psr examples/2019
  psr verify 2020.json rules/2020.psr 2020/ --previous 2019/ --format json
"""
DESCRIPTION = Words(
    f"""\
Reckons a result again and says whether it still holds, and if not, what differs and which files have changed. RESULT
is what `psr score --format json` or `psr report --output FILE.json` wrote. The exit code is 0 where every point is the
same, and 1 where not.

examples:
{_EXAMPLES}""",
    f"""\
重新计算一份结果，说明它是否仍然成立；若不成立，列出不同之处和有变化的文件。RESULT 是 `psr score --format json` 或
`psr report --output FILE.json` 写出的文件。退出码 0 表示每项得分都相同，1 表示有不同。

示例：
{_EXAMPLES}""",
)
_LONGEST_TITLE = 100  # terminal cells
_OTHER_FORMS = frozenset(
    (".xlsx", ".xls", ".docx", ".doc", ".pdf", ".csv", ".tsv", ".html", ".md", ".psr", ".yaml", ".yml")
)
"""Reports, tables, rules and evidence, which people give in place of the result."""
MAX_BYTES = 100 * 10**6
"""A result of some ten thousand units has less."""


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    command.option("result", metavar="RESULT", help=Words("the result to verify (.json)", "要核验的结果（.json）"))
    evidence_options(command, ("text", "json"))
    keep_going_option(command)
    output_options(command)


def run(options: argparse.Namespace) -> int:
    """Score again and compare; give the exit code."""
    chosen = language(options)
    source, found = _read(options.result)
    before = None
    if source is not None:
        from ..receipts.recorded import read_recorded

        before, mistake = read_recorded(source)
        found += [mistake] if mistake else []
    if source is None or before is None:
        report(found, chosen)
        return TROUBLE
    options.keep_going = options.keep_going or (before.receipt is not None and before.receipt.keep_going)
    scored = score(options, chosen)
    if scored.result is None or scored.receipt is None:
        return _unverified(before, scored, options, chosen)
    if report(_other_rubric(before, source, scored.result.model), chosen) != FINE:
        return TROUBLE
    from ..receipts.recorded import recorded
    from ..receipts.verification import verify
    from ..reports.as_json import score_value

    verified = verify(before, recorded(score_value(scored.result)), scored.receipt)
    return put(_written(verified, options, chosen), options) or (FINE if verified.holds else ERRORS)


def _unverified(before: Recorded, scored: Scored, options: argparse.Namespace, chosen: Language) -> int:
    """Say which files have changed where there are errors in them, so that nothing can be reckoned."""
    if before.receipt is not None and scored.receipt is not None and options.format == "text":
        from ..receipts.verification import changed_files
        from ..reports.verify import unverified_text

        put(unverified_text(changed_files(before.receipt, scored.receipt), chosen, width()), options)
    return scored.code


def _written(verified: Verification, options: argparse.Namespace, chosen: Language) -> str:
    if options.format == "json":
        from ..reports.verify_json import verify_json

        return verify_json(verified)
    from ..reports.verify import verify_text

    return verify_text(verified, chosen, width())


def _read(path: str) -> tuple[SourceFile | None, list[Diagnostic]]:
    """Read the file of the result as text; nothing, and why, where it is none."""
    import os
    import stat

    from ..diagnostics.catalogue import evidence as say
    from ..diagnostics.catalogue import results
    from ..evidence.files import ending, read_bytes, whole
    from ..evidence.text import decode

    found: list[Diagnostic] = []

    def take(diagnostic: Diagnostic) -> None:
        advice = results.MAKE_ONE if diagnostic.kind is say.UNREADABLE else None  # other advice is about evidence
        found.append(diagnostic._replace(help=advice))

    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        mode = stat.S_IFREG  # reading says why
    if not stat.S_ISREG(mode) or "\0" in path:  # opening a pipe could wait for ever
        reason = results.A_FOLDER if stat.S_ISDIR(mode) else say.NOT_A_FILE
        return None, [say.UNREADABLE.at(whole(path), help=results.MAKE_ONE, reason=reason)]
    if ending(path) in _OTHER_FORMS and os.path.exists(path):
        place, name = whole(path), os.path.basename(path)
        return None, [results.NOT_A_RESULT.at(place, help=results.MAKE_ONE, name=name, wanted=results.A_JSON_FILE)]
    content = read_bytes(path, MAX_BYTES, take)
    source = None if content is None else decode(whole(path).source.name, content, take)
    return source, found


def _other_rubric(before: Recorded, source: SourceFile, model: Model) -> list[Diagnostic]:
    """Say so where a result is of another year, which is an error, or of a rubric with another title."""
    from ..diagnostics import Place, Words
    from ..diagnostics.catalogue import results as say
    from ..diagnostics.width import clip
    from ..receipts.json_places import place_of

    if before.year != model.year:
        found, year = (say.NO_YEAR if at is None else Words(str(at), f" {at} 年") for at in (before.year, model.year))
        return [say.OTHER_YEAR.at(Place(source, place_of(source.text, ("year",))), found=found, year=year)]
    if before.title != model.title:
        place = Place(source, place_of(source.text, ("rubric",)))
        return [say.OTHER_RUBRIC.at(place, found=clip(before.title, _LONGEST_TITLE), title=model.title)]
    return []
