"""Long ledgers: PSR reading and checking beside Polars, or python-calamine, only reading; in one run, by turns.

PSR's time is that of `read_evidence`, from a path to the evidence of 1,000 units: every cell but the notes is held
against the rubric, and the rows are gathered by unit and fact. Beside it stand, of the same file:

- reading alone: `pl.read_csv(path)`, `pl.read_parquet(path)`, or all cells of the sheet by python-calamine. Polars reads
  the file whole, nothing is put off, and the columns can be used as texts. A Parquet file holds each different text of a
  column once, and for the rows numbers: reading it hardly touches a text, which any check of the rows has to do;
- looking too: the same, and the least that a check then asks of Polars: the rows by unit and fact, and the different
  texts of each other column by fact. Each of these passes over a million texts takes about as long as reading the
  Parquet file, so that PSR can't come near to reading it alone.

Prints how many times longer PSR takes, best against best, and the most memory it needs. What has to hold is that nothing
is lost; the figures are for people, since machines differ.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from psr.api import load
from psr.evidence.read import read_evidence

FACTS = 10
RULES = (
    'rubric "台账" year 2019 total 10\n'
    + "".join(
        f'fact e{n} "事件{n}" counts 次 with prize "奖次" first "一等奖" / third "三等奖"\n' for n in range(FACTS)
    )
    + 'item 1 "一" worth 10\n'
    + "".join(f"  deduct 0.01 per e{n}\n" for n in range(FACTS))
)
MEMORY = """
import sys
from psr.api import load
from psr.evidence.read import read_evidence
evidence, found = read_evidence([sys.argv[2]], load(sys.argv[1]).model)
assert not found
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


class Ledgers(NamedTuple):
    """Where the files are, how many rows they have, and how often each is read."""

    folder: Path
    rows: int
    sheet_rows: int
    rounds: int

    @property
    def rules(self) -> Path:
        return self.folder / "rules.psr"


@pytest.fixture(scope="module")
def ledgers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ledgers:
    """Write a ledger of a million rows, of which ordinary test runs see the beginning only."""
    is_short = request.config.getoption("benchmark_disable")
    folder = tmp_path_factory.mktemp("ledgers")
    found = Ledgers(folder, 100_000, 1_000, 1) if is_short else Ledgers(folder, 1_000_000, 100_000, 7)
    found.rules.write_text(RULES, "utf-8")
    frame = ledger(found.rows)
    frame.write_csv(folder / "ledger.csv")
    frame.write_parquet(folder / "ledger.parquet")
    write_workbook(folder / "ledger.xlsx", frame.head(found.sheet_rows))
    return found


def ledger(rows: int) -> pl.DataFrame:
    """Make a ledger of 1,000 units, each with events of all facts; every other row has a note of its own."""
    n = pl.int_range(rows)
    mixed = (n * 7919 + (n // 1000) * 104729) % 1_000_003
    return pl.select(
        pl.format("第{}支部", mixed % 1000).alias("单位"),
        pl.format("事件{}", (mixed // 1000) % FACTS).alias("数据"),
        (mixed % 9 + 1).cast(pl.String).alias("数量"),
        pl.format("2019-{}-{}", mixed % 12 + 1, mixed % 28 + 1).alias("日期"),
        pl.when(mixed % 2 == 0).then(pl.lit("一等奖")).otherwise(pl.lit("三等奖")).alias("奖次"),
        pl.when(n % 2 == 0).then(pl.format("备注{}", n)).alias("备注"),
    )


def write_workbook(path: Path, frame: pl.DataFrame) -> None:
    from xlsxwriter import Workbook

    with Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("事件")
        sheet.write_row(0, 0, frame.columns)
        for number, row in enumerate(frame.iter_rows(), 1):
            sheet.write_row(number, 0, [int(cell) if cell and cell.isdigit() else cell for cell in row])


def compare(name: str, rounds: int, ours: Callable[[], object], others: Mapping[str, Callable[[], object]], capsys):
    """Run all by turns and print how many times longer ours takes than each of the others, best against best."""
    runs = {"": ours, **others}
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for label, run in runs.items():
            start = perf_counter()
            run()
            best[label] = min(best[label], perf_counter() - start)
    told = ", ".join(f"{best[''] / best[label]:.2f} times {label} ({best[label]:.3f} s)" for label in others)
    with capsys.disabled():
        print(f"\n{name}: {best['']:.3f} s, {told}")  # noqa: T201


def look(frame: pl.DataFrame) -> list[pl.DataFrame]:
    """Find the rows by unit and fact, and the different texts of the columns that a rubric speaks of by fact."""
    rows = frame.lazy().with_row_index("row").group_by("单位", "数据").agg("row")
    texts = [frame.lazy().select("数据", name).unique() for name in ("数量", "日期", "奖次")]
    return pl.collect_all([rows, *texts])


def rows_read(ledgers: Ledgers, name: str) -> int:
    evidence, found = read_evidence([str(ledgers.folder / name)], load(str(ledgers.rules)).model)
    assert found == ()
    return sum(len(rows) for unit in evidence.units.values() for rows in unit.events.values())


@pytest.mark.parametrize(("name", "alone"), [("ledger.csv", pl.read_csv), ("ledger.parquet", pl.read_parquet)])
def test_a_million_rows(ledgers: Ledgers, name: str, alone, capsys, benchmark):
    benchmark.pedantic(lambda: None, rounds=1)  # counted among the benchmarks
    assert rows_read(ledgers, name) == ledgers.rows
    model, path = load(str(ledgers.rules)).model, ledgers.folder / name
    others = {"reading alone": lambda: alone(path), "looking too": lambda: look(alone(path))}
    compare(name, ledgers.rounds, lambda: read_evidence([str(path)], model), others, capsys)


def test_a_workbook_of_a_hundred_thousand_rows(ledgers: Ledgers, capsys, benchmark):
    benchmark.pedantic(lambda: None, rounds=1)
    assert rows_read(ledgers, "ledger.xlsx") == ledgers.sheet_rows
    model, path = load(str(ledgers.rules)).model, ledgers.folder / "ledger.xlsx"

    def alone() -> object:
        return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)

    compare("ledger.xlsx", ledgers.rounds, lambda: read_evidence([str(path)], model), {"reading alone": alone}, capsys)


@pytest.mark.parametrize("name", ["ledger.csv", "ledger.parquet", "ledger.xlsx"])
def test_memory(ledgers: Ledgers, name: str, capsys, benchmark):
    benchmark.pedantic(lambda: None, rounds=1)
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, str(ledgers.rules), str(ledgers.folder / name)],
        check=True,
        capture_output=True,
        text=True,
    )
    megabytes = int(done.stdout) / 1024
    assert megabytes < 2048
    with capsys.disabled():
        print(f"\n{name}: at most {megabytes:.0f} MB")  # noqa: T201
