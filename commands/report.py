"""`psr report`: write the score sheet as a document."""

from __future__ import annotations

import argparse
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import TROUBLE, complain, language, put_bytes
from .score_format import DISAGREE
from .scored import evidence_options, keep_going_option, score, unit_of

if TYPE_CHECKING:
    from ..diagnostics import Language
    from ..interpreter.facts import Evidence
    from ..interpreter.result import Result
    from ..receipts.receipt import Receipt
    from .parser import Parser

_EXAMPLES = """\
  psr report rules/2019.psr examples/2019 --output 2019.docx
  psr report rules/2019.psr evidence.xlsx --output scores.xlsx --lang zh
  psr report rules/2019.psr evidence.xlsx --output scores.pdf --force
  psr report rules/2019.psr examples/2019 --unit 一支部 --output 一支部.docx
  psr report rules/2020.psr 2020/ --previous 2019/ --output scores --format html
"""
DESCRIPTION = Words(
    f"""\
Scores every unit and writes the committee's table as a document. The ending of FILE says which kind: Word (.docx),
a workbook with formulas, derivations and evidence (.xlsx), a page (.html), .pdf, .md, .csv or .json.

examples:
{_EXAMPLES}""",
    f"""\
给所有单位计分，并写成考核表。FILE 的结尾决定格式：Word 文档（.docx），带公式、得分依据和佐证的工作簿（.xlsx），
网页（.html），以及 .pdf、.md、.csv、.json。

示例：
{_EXAMPLES}""",
)
FORMATS = ("docx", "xlsx", "html", "pdf", "md", "csv", "json")

_FORMAT = Words(
    f"{', '.join(FORMATS)}; default: what the ending of FILE says", f"{'、'.join(FORMATS)}；默认由 FILE 的结尾决定"
)


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    evidence_options(command)
    command.option("--output", metavar="FILE", required=True, help=Words("the document to write", "要写成的文件"))
    command.option("--format", choices=FORMATS, metavar="F", help=_FORMAT)
    command.option(
        "--force", action="store_true", help=Words("overwrite the document if there is one", "文件已存在时予以覆盖")
    )
    command.option(
        "--unit",
        action="append",
        metavar="U",
        help=Words(
            "a unit to show, instead of all; may be given several times; ranks still count all",
            "只写该单位；可多次给出；名次仍按所有单位计算",
        ),
    )
    keep_going_option(command)


def run(options: argparse.Namespace) -> int:
    """Score the evidence and write the document; give the exit code."""
    chosen = language(options)
    kind: str = options.format or _ending(options.output)
    if kind not in FORMATS:
        return complain(_no_format(options.output, chosen))
    ending = _ending(options.output)
    if ending in FORMATS and ending != kind:
        return complain(DISAGREE.say(chosen, {"output": options.output, "asked": kind}))
    scored = score(options, chosen)
    result, evidence = scored.result, scored.evidence
    if result is None or evidence is None:
        return scored.code
    if options.unit is not None:
        if None in [unit_of(result, name, chosen) for name in dict.fromkeys(options.unit)]:
            return TROUBLE
        evidence = _narrow(result, evidence, options.unit)
    try:
        content = _document(kind, result, evidence, chosen, scored.receipt)
    except ImportError as missing:
        return complain(_no_extra(kind, missing.name or "", chosen))
    if not isinstance(content, bytes):
        return complain(content.say(chosen, {}))
    return max(scored.code, put_bytes(content, options))


def _narrow(result: Result, evidence: Evidence, units: list[str]) -> Evidence:
    """Leave some units in a result, in its order; give their evidence."""
    from ..interpreter.facts import Evidence

    result.units = [unit for unit in result.units if unit.name in units]
    return Evidence({unit.name: evidence.units[unit.name] for unit in result.units})


def _ending(output: str) -> str:
    return PurePath(output).suffix.lower().removeprefix(".")


def _no_format(output: str, chosen: Language) -> str:
    listed = ", ".join(f".{kind}" for kind in FORMATS)
    if chosen == "zh":
        return f"从 `{output}` 看不出要写成哪种格式：文件名请以 {listed.replace(', ', '、')} 结尾，或加 --format"
    return f"`{output}` does not say what to write: let it end in {listed}, or add --format"


def _no_extra(kind: str, module: str, chosen: Language) -> str:
    if chosen == "zh":
        return f"写 .{kind} 还缺 `{module}`：请运行 pip install 'psr-rules[report]'"
    return f"`{module}` is missing, which .{kind} needs: run pip install 'psr-rules[report]'"


def _document(
    kind: str, result: Result, evidence: Evidence, chosen: Language, receipt: Receipt | None
) -> bytes | Words:
    """Give the document's content, or what is missing to make it; ImportError where an extra is not installed."""
    match kind:
        case "docx":
            from ..reports.word.document import word_report

            return word_report(result, chosen, receipt)
        case "xlsx":
            from ..reports.excel.workbook import excel_report

            return excel_report(result, evidence, chosen, receipt)
        case "pdf":
            from ..reports.pdf import pdf_report

            return pdf_report(result, chosen, receipt)
        case _:
            return _text(kind, result, chosen, receipt).encode()


def _text(kind: str, result: Result, chosen: Language, receipt: Receipt | None) -> str:
    match kind:
        case "html":
            from ..reports.html.page import html_report

            return html_report(result, chosen, receipt)
        case "md":
            from ..reports.markdown import markdown_report

            return markdown_report(result, chosen, receipt)
        case "csv":
            from ..reports.as_csv import score_csv

            # Excel takes a file of Chinese for its own code page unless it begins with a byte order mark.
            return "\ufeff" + score_csv(result, chosen)
        case _:
            from ..reports.as_json import score_json

            return score_json(result, receipt)
