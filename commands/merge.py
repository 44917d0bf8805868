"""`psr merge`: make one ledger of many files of evidence."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from ..diagnostics import Words
from .common import ERRORS, TROUBLE, complain, language, load, put_bytes, report
from .inputs import folder_around
from .progress import reading

if TYPE_CHECKING:
    from .parser import Parser

_EXAMPLES = """\
  psr merge rules/2019.psr branches/ --output ledger.xlsx
  psr merge rules/2019.psr a.xlsx b.csv c.yaml --output ledger.parquet
"""
DESCRIPTION = Words(
    f"""\
Makes one clean ledger of any number of files and folders of evidence. Each row tells where it comes from: the file, its
sheet, the row or line, and the SHA-256 digest of the file. A row that two files or sheets have alike is warned of and
taken once. The ending of the output's name chooses the format: .csv, .xlsx or .parquet. With --lang zh the ledger has
Chinese titles and the labels of facts. `psr score` reads it either way.

examples:
{_EXAMPLES}""",
    f"""\
把任意多份佐证文件和文件夹合并为一本整齐的台账。每行都注明来源：文件、工作表、行，以及文件的 SHA-256 摘要。
两份文件或两张工作表中相同的行会给出警告，只取一次。格式由输出文件名的结尾决定：.csv、.xlsx 或 .parquet。
台账的列名、数据名随 --lang 而定：中文用标签，英文用细则中的名称；`psr score` 都可直接读取。

示例：
{_EXAMPLES}""",
)


_AMONG_ITS_FILES = Words(
    "`{output}` lies in `{folder}`, which is read: whoever reads the folder again would count everything twice; "
    "write it elsewhere, or begin its name with `_`",
    "`{output}` 位于要读取的文件夹 `{folder}` 中：再读这个文件夹时一切都会算两遍；请写到别处，或让文件名以 `_` 开头",
)


def arguments(command: Parser) -> None:
    """Declare what the command takes."""
    command.option("rules", metavar="RULES", help=Words("the rule file (.psr)", "细则文件（.psr）"))
    command.option(
        "evidence", nargs="+", metavar="EVIDENCE", help=Words("files or folders of evidence", "佐证文件或文件夹")
    )
    command.option(
        "--output",
        metavar="FILE",
        required=True,
        help=Words("the ledger to write: .csv, .xlsx or .parquet", "要生成的台账：.csv、.xlsx 或 .parquet"),
    )
    command.option(
        "--force", action="store_true", help=Words("overwrite the ledger if there is one", "台账已存在时将其覆盖")
    )


def run(options: argparse.Namespace) -> int:
    """Merge the evidence; give the exit code."""
    from ..evidence.merge.write import ENDINGS

    chosen = language(options)
    ending = os.path.splitext(options.output)[1].lower()
    if ending not in ENDINGS:
        allowed = ", ".join(ENDINGS)
        wrong = f"无法写入 `{options.output}`：文件名须以 {allowed} 之一结尾"
        return complain(wrong if chosen == "zh" else f"`{options.output}` must end in one of {allowed}")
    folder = folder_around(options.output, options.evidence)
    if folder is not None and not os.path.exists(options.output):  # one that is there is read, or passed over
        wrong = _AMONG_ITS_FILES.say(chosen, {"output": options.output, "folder": folder})
        return complain(wrong)
    rubric, found = load(options.rules)
    if rubric is None:
        return report(found, chosen) or TROUBLE
    from ..diagnostics import has_errors
    from ..evidence.read import read_evidence
    from ..receipts.files_read import FilesRead

    files = FilesRead()
    with reading(chosen) as tell:
        evidence, problems = read_evidence(options.evidence, rubric.model, progress=tell, seen=files.take)
    code = report([*found, *problems], chosen)
    if has_errors(problems):
        return code or ERRORS
    from ..evidence.merge.rows import Merger
    from ..evidence.merge.write import as_csv, as_parquet, as_workbook

    table = Merger(rubric.model, files.by_shown_name(), chosen).table(evidence)
    if table.repeated:
        count = table.repeated
        told = (
            f"两个文件或两张工作表中相同的 {count} 行只取了一次"
            if chosen == "zh"
            else f"rows that two files or sheets have alike: {count} left out"
        )
        sys.stderr.write(f"psr: {told}\n")
    try:
        content = {".csv": as_csv, ".parquet": as_parquet}[ending](table) if ending != ".xlsx" else None
    except ImportError:
        wrong = "写 .parquet 需要 Polars：请安装 psr-rules[ledger]"
        return complain(wrong if chosen == "zh" else "writing .parquet needs Polars: install psr-rules[ledger]")
    return put_bytes(as_workbook(table, rubric.model) if content is None else content, options)
