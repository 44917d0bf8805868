"""Read one ledger in a process of its own, and print how long it took: the first time, and the best of some more.

    python read_ledger.py WHO RULES LEDGER TIMES

WHO is `psr`, or what it is held beside: `alone` reads the file by Polars or python-calamine and does nothing else,
`looking` also asks Polars for what a check needs. Prints the seconds of the first reading, those of the shortest of
TIMES more, and the most memory the process had until the first one was done, in MB. Importing modules is not counted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import perf_counter

import polars as pl
from python_calamine import CalamineWorkbook

from psr.api import load
from psr.evidence.read import read_evidence


def alone(path: Path) -> object:
    """Read all of a file: Polars the columns as they are, python-calamine all cells of the first sheet."""
    if path.suffix == ".xlsx":
        return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    return table(path)


def looking(path: Path) -> object:
    """Read a table, and find the rows by unit and fact, and by fact the different texts of what a rubric speaks of."""
    frame = table(path)
    unit, fact, *texts = frame.columns[:5]
    rows = frame.lazy().with_row_index("#").group_by(unit, fact).agg("#")
    return pl.collect_all([rows, *(frame.lazy().select(fact, name).unique() for name in texts)])


def table(path: Path) -> pl.DataFrame:
    """Read a CSV or Parquet file as anybody would who knows nothing of it."""
    return pl.read_csv(path) if path.suffix == ".csv" else pl.read_parquet(path)


MODULES = ("csv_columns", "parquet_file", "workbook_file", "workbook_sheets")
"""What `read_evidence` imports where it needs it."""


def reader(who: str, rules: str, path: Path) -> Callable[[], object]:
    """Give what is to be timed."""
    if who == "psr":
        for name in MODULES:
            import_module(f"psr.evidence.{name}")
        model = load(rules).model
        return lambda: read_evidence([str(path)], model)
    return lambda: {"alone": alone, "looking": looking}[who](path)


def seconds(read: Callable[[], object]) -> float:
    """Time one reading; what it gives is kept until it is timed, and then dropped."""
    start = perf_counter()
    read()
    return perf_counter() - start


def most_memory() -> float:
    """Give the most memory that this process had, in MB."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def main(who: str, rules: str, ledger: str, times: str) -> None:
    """Print the figures."""
    read = reader(who, rules, Path(ledger))
    first, memory = seconds(read), most_memory()
    best = min((seconds(read) for _ in range(int(times))), default=first)
    print(first, best, memory)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
