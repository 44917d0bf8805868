"""A program of its own that writes a large report: ``python large_report.py FILE UNITS``.

It prints the seconds that writing took and the most memory that the process needed, in MB.
"""

import gc
import sys
import time
from pathlib import Path

from reports.html.large import evidence_of, scored

from psr.reports.excel.workbook import excel_report
from psr.reports.word.document import word_report


def main(file: str, units: str) -> None:
    gc.set_threshold(100_000, 50, 50)  # as the command line does
    evidence = evidence_of(int(units))
    result = scored(evidence)
    begun = time.perf_counter()
    content = word_report(result, "zh") if file.endswith(".docx") else excel_report(result, evidence, "zh")
    seconds = time.perf_counter() - begun
    Path(file).write_bytes(content)
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else ["VmHWM: 0 kB"]
    peak = next(line.split()[1] for line in lines if line.startswith("VmHWM"))
    sys.stdout.write(f"{seconds:.2f} {int(peak) // 1024}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
