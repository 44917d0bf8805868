"""The regulation of 2019 and its marks, as data: what the rules and the program are held against."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "rules" / "2019.psr"
EVIDENCE = ROOT / "examples" / "2019"
DATA = ROOT / "tests" / "data"
UNITS = ("一支部", "二支部")


class Row(NamedTuple):
    """One row of the regulation's table; cells that were merged in Word are repeated in each row."""

    section: str
    indicator: str
    worth: str
    clauses: str
    marks: tuple[str, str]


class Marks(NamedTuple):
    """What an item is worth, and what each branch has for it, in points."""

    worth: Decimal
    of: dict[str, Decimal]


def rows() -> list[Row]:
    """Read the table: one cell a tabulator, one row a paragraph; a cell may have several lines."""
    text = (DATA / "2019-regulation.txt").read_text(encoding="utf-8")
    _title, _header, *paragraphs = text.strip("\n").split("\n\n")
    return [_row(*(cell.strip() for cell in paragraph.split("\t")[1:])) for paragraph in paragraphs]


def title() -> str:
    """Give the line above the table."""
    return (DATA / "2019-regulation.txt").read_text(encoding="utf-8").partition("\n")[0]


def _row(section: str, indicator: str, worth: str, clauses: str, first: str, second: str) -> Row:
    return Row(section, indicator, worth, clauses, (first, second))


def marks() -> dict[str, Marks]:
    """Read the marks by item; `total` stands among them."""
    with (DATA / "2019-marks.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["item"]: Marks(Decimal(row["worth"]), {unit: Decimal(row[unit]) for unit in UNITS})
            for row in csv.DictReader(file)
        }


def figure(text: str) -> Decimal:
    """Give the number that a cell begins with: `5（参加党员5名…）` is 5."""
    found = re.match(r"\d+(?:\.\d+)?", text)
    assert found is not None, text
    return Decimal(found[0])


def justified(text: str) -> str:
    """Give a mark with its justification, however it is set: some cells say `3.5分`, some close with `)`, one ends a line.

    The number of a footnote is left out: the regulation's table has none.
    """
    return re.sub(r"^([\d.]+)(?:\[\d+\])*分?", r"\1", without_blanks(text)).replace(")", "）")


def without_blanks(text: str) -> str:
    """Leave out what Word put between the characters: spaces and line ends."""
    return re.sub(r"\s", "", text)
