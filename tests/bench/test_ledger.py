"""Long ledgers: PSR reading and checking beside Polars, or python-calamine, only reading; in one run, by turns.

PSR's time is that of `read_evidence`, from a path to the evidence of 1,000 units: every cell but the notes is held
against the rubric, and what the rows of a unit and a fact are is known. Beside it stand, of the same file:

- reading alone: `pl.read_csv(path)`, `pl.read_parquet(path)`, or all cells of the sheet by python-calamine;
- looking too: the same, and what a check then asks of Polars: the rows by unit and fact, and the different texts of each
  other column by fact.

Each is timed in processes of its own, as a command is: the first reading, the middle one of several processes. A second
time stands behind it, the best of more readings in the same process. There Polars takes the memory that it has just
given back, and of a Parquet file, which holds each different text of a column once, hardly touches a text; a check can't
do without. `merged.parquet` is a ledger as `psr merge` writes it, which tells of each row where it comes from;
`ledger.parquet` has the columns of the ledger and no more.

Prints how many times longer PSR takes, and the most memory it needs. What has to hold is that nothing is lost, and that
memory is bounded; the times are for people, since machines differ.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

import polars as pl
import pytest

from psr.api import load
from psr.evidence.merge.rows import LedgerTable
from psr.evidence.merge.write import as_parquet
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
ENGLISH = {"单位": "unit", "数据": "fact", "数量": "quantity", "日期": "date", "奖次": "prize", "备注": "note"}
MOST_MEMORY = 2048  # MB


class Ledgers(NamedTuple):
    """Where the files are, how many rows they have, and how often each is read: in processes, and more in each."""

    folder: Path
    rows: int
    sheet_rows: int
    rounds: int
    more: int

    @property
    def rules(self) -> Path:
        return self.folder / "rules.psr"


@pytest.fixture(scope="module")
def ledgers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ledgers:
    """Write a ledger of a million rows, of which ordinary test runs see the beginning only."""
    is_short = request.config.getoption("benchmark_disable")
    folder = tmp_path_factory.mktemp("ledgers")
    found = Ledgers(folder, 50_000, 1_000, 1, 0) if is_short else Ledgers(folder, 1_000_000, 100_000, 7, 5)
    found.rules.write_text(RULES, "utf-8")
    frame = ledger(found.rows)
    frame.write_csv(folder / "ledger.csv")
    frame.write_parquet(folder / "ledger.parquet")
    (folder / "merged.parquet").write_bytes(as_parquet(merged(frame)))
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


def merged(frame: pl.DataFrame) -> LedgerTable:
    """Give the rows in the order of `psr merge`, each with the file, the sheet and the row, and the file's digest."""
    origin = {"file": pl.lit("一年的台账/ledger.csv"), "sheet": pl.lit(""), "digest": pl.lit("0123456789abcdef" * 4)}
    rows = frame.with_columns(pl.all().fill_null(""), row=(pl.int_range(pl.len()) + 2).cast(pl.String), **origin)
    rows = rows.rename(ENGLISH).sort(pl.col("unit").rank("dense"), "fact", maintain_order=True)
    columns = (*ENGLISH.values(), "file", "sheet", "row", "digest")
    return LedgerTable(columns, rows.select(columns).rows(), 0)


def write_workbook(path: Path, frame: pl.DataFrame) -> None:
    from xlsxwriter import Workbook

    with Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("事件")
        sheet.write_row(0, 0, frame.columns)
        for number, row in enumerate(frame.iter_rows(), 1):
            sheet.write_row(number, 0, [int(cell) if cell and cell.isdigit() else cell for cell in row])


class Figures(NamedTuple):
    """What reading a ledger takes: the first time in a process and the best of more, in seconds; memory in MB."""

    first: float
    again: float
    memory: float


def read(ledgers: Ledgers, name: str, who: str) -> Figures:
    """Read a ledger in a process of its own."""
    script = str(Path(__file__).with_name("read_ledger.py"))
    command = [sys.executable, script, who, str(ledgers.rules), str(ledgers.folder / name), str(ledgers.more)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Figures(*map(float, done.stdout.split()))


@pytest.mark.parametrize("name", ["ledger.csv", "ledger.parquet", "merged.parquet", "ledger.xlsx"])
def test_a_long_ledger(ledgers: Ledgers, name: str, capsys, benchmark):
    benchmark.pedantic(lambda: None, rounds=1)  # counted among the benchmarks
    evidence, problems = read_evidence([str(ledgers.folder / name)], load(str(ledgers.rules)).model)
    assert problems == ()
    rows = ledgers.sheet_rows if name == "ledger.xlsx" else ledgers.rows
    assert sum(len(rows) for unit in evidence.units.values() for rows in unit.events.values()) == rows
    others = {"reading alone": "alone"} | ({} if name == "ledger.xlsx" else {"looking too": "looking"})
    figures: dict[str, list[Figures]] = {who: [] for who in ("psr", *others.values())}
    for _ in range(ledgers.rounds):
        for who, found in figures.items():
            found.append(read(ledgers, name, who))
    memory = max(each.memory for each in figures["psr"])
    assert memory < MOST_MEMORY
    with capsys.disabled():
        print(f"\n{name}: {told(figures['psr'])} s, at most {memory:.0f} MB")  # noqa: T201
        for label, who in others.items():
            print(f"  {ratio(figures['psr'], figures[who])} times {label}, {told(figures[who])} s")  # noqa: T201


def told(figures: list[Figures]) -> str:
    return f"{median(each.first for each in figures):.3f} (again {min(each.again for each in figures):.3f})"


def ratio(ours: list[Figures], others: list[Figures]) -> str:
    first = median(each.first for each in ours) / median(each.first for each in others)
    again = min(each.again for each in ours) / min(each.again for each in others)
    return f"{first:.2f} (again {again:.2f})"
