"""Laws of reading: two formats say one thing, order is kept, every place points at its text, nothing blows up."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psr.interpreter.facts import Evidence

COLUMNS = ["unit", "fact", "quantity", "value", "date", "note", "reference", "prize", "pages", "share"]

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)
whole = st.integers(0, 10**6)
bounds = st.builds("{} {}".format, st.sampled_from([">=", "<=", ">", "≥"]), st.integers(1, 99))
ranges = st.tuples(st.integers(0, 50), st.integers(51, 99)).map(lambda ends: f"{ends[0]}..{ends[1]}")
days = st.dates(date(2019, 1, 1), date(2019, 12, 31))
units = st.sampled_from(["一支部", "二支部", "C, D", 'the "E"'])

events = st.fixed_dictionaries(
    {"unit": units, "fact": st.sampled_from(["absence", "征文"])},
    optional={"quantity": whole | bounds | ranges, "date": days.map(str), "note": texts, "reference": texts},
)
essays = st.fixed_dictionaries(
    {"unit": units, "fact": st.just("essay")},
    optional={
        "quantity": whole,
        "prize": st.sampled_from(["first", "三等奖", "unknown"]),
        "pages": st.integers(1, 99) | bounds.filter(lambda text: text not in ("> 99", "<= 0")),
        "share": st.integers(0, 100).map("{}%".format) | st.just("2/3"),
        "note": texts,
    },
)
rows = st.lists(events | essays, max_size=8)


def in_csv(records: list[dict[str, Any]]) -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    return written.getvalue()


def in_json(records: list[dict[str, Any]]) -> str:
    """Write the same as JSON, by unit and by fact, one list of events each."""
    by_unit: dict[str, Any] = {}
    for record in records:
        facts = by_unit.setdefault(record["unit"], {"facts": {}})["facts"]
        parts = {key: str(value) for key, value in record.items() if key not in ("unit", "fact")}
        facts.setdefault(record["fact"], []).append(parts)
    return json.dumps({"units": by_unit}, ensure_ascii=False)


def plain(evidence: Evidence) -> dict[str, dict[str, Any]]:
    """Give what evidence says, without the places."""
    return {
        name: {
            fact: [row._replace(place=None) for row in rows] if isinstance(rows, list) else rows
            for fact, rows in unit.events.items()
        }
        for name, unit in evidence.units.items()
    }


@given(rows)
def test_csv_and_json_say_the_same(reader, records: list[dict[str, Any]]):
    # A label and a name of one fact keep separate lists in JSON, so the order of rows between them may differ.
    records = [{**record, "fact": "essay" if record["fact"] == "征文" else record["fact"]} for record in records]
    table = plain(reader.sound(in_csv(records), "a.csv"))
    tree = plain(reader.sound(in_json(records), "a.json")) if records else {}
    assert table == tree


@given(rows, st.randoms(use_true_random=False))
def test_rows_of_different_facts_and_units_may_be_mixed(reader, records: list[dict[str, Any]], random):
    """Only the order of rows of one unit and one fact is meant."""
    shuffled = records[:]
    random.shuffle(shuffled)
    key = [(record["unit"], record["fact"] == "absence") for record in records]
    queues = {k: [r for r, other in zip(records, key, strict=True) if other == k] for k in key}
    mixed = [queues[(r["unit"], r["fact"] == "absence")].pop(0) for r in shuffled]
    assert plain(reader.sound(in_csv(mixed), "a.csv")) == plain(reader.sound(in_csv(records), "a.csv"))


@given(st.lists(events | essays, min_size=1, max_size=8))
def test_every_row_knows_its_line(reader, records: list[dict[str, Any]]):
    text = in_csv(records)
    evidence = reader.sound(text, "a.csv")
    places = [row.place for unit in evidence.units.values() for rows in unit.events.values() for row in rows]
    lines = [text[place.span.start : place.span.end] for place in places]
    assert sorted(lines) == sorted(text.split("\n")[1:-1])


signs = [
    *"{}[]:,-?&*!|>'\"%@`#~\n\t ",
    "  ",
    ": ",
    "- ",
    "\n  ",
    "\ud83d",
    "\x00",
    "\x85",
    "\u2028",
    "\ufeff",
    "：",
    "\r",
]
known = ["unit", "units", "facts", "absence", "essay", "prize", "first", "unknown", "marks", "1.2", "rulings"]
values = ["2019-13-45", ">= 8", "1e9", "一支部", "𠮷"]
pieces = st.sampled_from([*signs, *known, *values])


@pytest.mark.parametrize("name", ["a.yaml", "a.csv", "a.json"])
@settings(max_examples=4 * settings().max_examples)
@given(text=st.lists(pieces, max_size=30).map("".join))
def test_any_text_gives_a_result(reader, name: str, text: str):
    _, found = reader.read(text, name)
    for diagnostic in found:
        assert diagnostic.message()
        assert diagnostic.message("zh")
        for label in diagnostic.labels:
            if label.place.span is not None:
                start, end = label.place.span
                assert 0 <= start <= end <= len(label.place.source.text)


words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=6)


@given(st.lists(st.tuples(words, words), max_size=5, unique_by=lambda pair: pair[0]))
def test_a_place_in_yaml_points_at_the_name_that_is_wrong(reader, pairs: list[tuple[str, str]]):
    text = "# 𠮷一\nunit: 𠮷\nfacts:\n" + "".join(f'  "x{key}": {{note: "{value}"}}\n' for key, value in pairs)
    _, found = reader.read(text)
    written = [text[d.place.span.start : d.place.span.end] for d in found if d.place.span]
    assert written == [f'"x{key}"' for key, _ in pairs]
