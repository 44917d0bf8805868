"""A program of its own that writes a large report: ``python large_report.py FILE UNITS``.

It prints the seconds that writing took and the most memory that the process needed, in MB.
"""

import gc
import sys
import time
from pathlib import Path

from reports.html.large import evidence_of, scored

from psr.interpreter.facts import Evidence
from psr.interpreter.result import Result
from psr.reports.excel.workbook import excel_report
from psr.reports.html.page import html_report
from psr.reports.word.document import word_report


def written(kind: str, result: Result, evidence: Evidence) -> bytes:
    """Write the report that an ending stands for."""
    match kind:
        case ".docx":
            return word_report(result, "zh")
        case ".xlsx":
            return excel_report(result, evidence, "zh")
        case _:
            return html_report(result, "zh").encode()


def main(file: str, units: str) -> None:
    gc.set_threshold(100_000, 50, 50)  # as the command line does
    evidence = evidence_of(int(units))
    result = scored(evidence)
    begun = time.perf_counter()
    content = written(Path(file).suffix, result, evidence)
    seconds = time.perf_counter() - begun
    Path(file).write_bytes(content)
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else ["VmHWM: 0 kB"]
    peak = next(line.split()[1] for line in lines if line.startswith("VmHWM"))
    sys.stdout.write(f"{seconds:.2f} {int(peak) // 1024}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
