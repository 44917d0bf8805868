"""Fifty hostile strings in every field of the evidence: in CSV none is a formula, in JSON each comes back as it was."""

import csv
import io
import json

from reports.hostile_texts import HOSTILE
from reports.html.pages import full_of

from psr.reports.as_csv import score_csv
from psr.reports.as_json import score_json


def test_no_cell_of_csv_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(score_csv(full_of(HOSTILE), "zh"), newline="")))
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))] == []
    assert [cell for cell in cells if cell.startswith("-") and not cell[1:2].isdigit()] == []
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows[0]) == 3 + len(HOSTILE)
    # Each name is there; where it would run, behind an apostrophe.
    assert [cell for cell, text in zip(rows[0][3:], HOSTILE, strict=True) if cell not in (text, f"'{text}")] == []


def test_json_gives_each_text_back() -> None:
    units = json.loads(score_json(full_of(HOSTILE)))["units"]
    assert [unit["unit"] for unit in units] == HOSTILE
