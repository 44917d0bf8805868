"""The commands of `psr`, one file each. A command's file is read only when that command is called for."""

from __future__ import annotations

from ..diagnostics import Words

SUMMARIES = {
    "check": Words("say what is wrong with rule files", "检查细则文件有无错误"),
    "lint": Words(
        "say what a careful colleague would find in rule files, and mend what can be mended",
        "像细心的同事那样审读细则文件，能改的代为改正",
    ),
    "fmt": Words("lay out rule files in the one usual way", "按统一样式排版细则文件"),
    "rule": Words("say what the code of a message means", "解释信息代码的含义"),
    "facts": Words("list the facts of a rule file and where they are used", "列出细则的各项数据及其用处"),
    "init": Words("make next year's rule file from this year's", "由今年的细则生成下一年度的细则"),
    "template": Words("make the workbook in which evidence is kept", "生成填报佐证用的工作簿"),
    "schema": Words("write the JSON Schema of a rubric's evidence", "生成佐证的 JSON Schema"),
    "collect": Words("say which evidence is still missing", "列出尚缺的佐证"),
    "merge": Words("make one ledger of many files of evidence", "把多份佐证合并为一本台账"),
    "score": Words("score all units", "给所有单位计分"),
    "report": Words("write the score sheet as a document: Word, Excel, a page", "写成考核表：Word、Excel、网页等"),
    "explain": Words("say why a unit has its points, and what if", "说明某单位得分的由来，以及“假如”"),
    "next": Words("say what is still missing for the next grade", "说明距高一等次还差什么"),
    "verify": Words("say whether a result still holds", "核验一份结果是否仍然成立"),
}
"""Each command with what it does, in the order in which `psr --help` lists them."""
