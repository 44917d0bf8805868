"""The commands of `psr`, one file each. A command's file is read only when that command is called for."""

from __future__ import annotations

SUMMARIES = {
    "check": "say what is wrong with rule files",
    "lint": "say what a careful colleague would find in rule files, and mend what can be mended",
    "fmt": "lay out rule files in the one usual way",
    "rule": "say what the code of a message means",
    "facts": "list the facts of a rule file and where they are used",
    "init": "make next year's rule file from this year's",
    "template": "make the workbook in which evidence is kept",
    "schema": "write the JSON Schema of a rubric's evidence",
    "collect": "say which evidence is still missing",
    "merge": "make one ledger of many files of evidence",
    "score": "score all units",
    "explain": "say why a unit has its points",
}
"""Each command with what it does, in the order in which `psr --help` lists them."""
