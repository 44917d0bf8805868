"""``--keep-going``: what could not be read is never taken for something known, and every item it bears on is provisional.

The law: whatever one mistake hides, the points of the sound evidence are among those given for what is left of it.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from evidence.workbooks import workbook
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from support.intervals import holds
from support.rubrics import FACTS, evidences, rubrics, spell
from support.scoring import diagnose

from psr.diagnostics import SourceFile, has_errors
from psr.evidence.read import check_evidence, read_evidence
from psr.interpreter.facts import Missing, UnitFacts
from psr.interpreter.interval import Interval, Quantity
from psr.interpreter.model import Model
from psr.interpreter.program import Program
from psr.interpreter.result import Result

UNITS = SourceFile("units.csv", "unit,fact\nA,\nB,\nC,\n")
COLUMNS = ["unit", "fact", "quantity", "value", "date", "kind", "load", "ok", "item", "points", "reason", "by"]
GARBAGE = ["", "??", "many", "#REF!", "=1+1", "zzz", "-1", "1,5", "2019-13-45", "999", "是否"]

# Each example is a whole rubric with its evidence: a quarter of them is enough.
laws = settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


# ---- evidence as text --------------------------------------------------------------------------------------------


def written(stated: Any, fact: str) -> str:
    if isinstance(stated, bool):
        return "yes" if stated else "no"
    if fact == "r":
        return f"{stated * 100}%"
    return date.fromordinal(stated).isoformat() if fact in ("sent", "date") else str(stated)


def records(unit: UnitFacts) -> list[dict[str, str]]:
    """Write a unit's evidence as rows of a ledger."""
    rows: list[dict[str, str]] = []
    for fact, events in unit.events.items():
        for event in events:
            row = {"fact": fact, "quantity": str(event.quantity)}
            if event.date is not None:
                row["date"] = written(event.date, "date")
            rows.append(row | {name: written(stated, name) for name, stated in event.fields.items()})
    rows += [{"fact": fact, "value": written(value.stated, fact)} for fact, value in unit.values.items()]
    rows += [{"item": label, "points": str(mark.points)} for label, mark in unit.marks.items()]
    return [{"unit": unit.name, **row} for row in rows]


def in_csv(rows: list[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def in_tree(rows: list[dict[str, str]]) -> dict[str, Any]:
    """Give the same as what stands in a JSON file."""
    units: dict[str, Any] = {}
    for row in rows:
        unit = units.setdefault(row["unit"], {"facts": {}, "marks": {}, "rulings": {}})
        parts = {key: text for key, text in row.items() if key not in ("unit", "fact", "item")}
        if "item" in row:
            unit["rulings" if "by" in row else "marks"][row["item"]] = parts
        elif "value" in row:
            unit["facts"][row["fact"]] = row["value"]
        else:
            unit["facts"].setdefault(row["fact"], []).append(parts)
    return {"units": units}


# ---- cases -------------------------------------------------------------------------------------------------------

RULES = """\
rubric "考核" year 2019 total 20
fact absence  "缺席"   counts 0 to 40 次
fact essay    "征文"   counts 篇 with prize "奖次" first "一等奖" / third "三等奖"
fact average  "均分"   number
fact withheld "未报告" yes/no presumed no
item 1 "出勤" worth 4
  deduct 0.5 per absence
item 2 "征文" worth 6 starts zero
  award 2 per essay where prize = first
item 3 "成绩" worth 4 starts zero
  award 4 if average >= 60
item 4 "报告" worth 4
  void if withheld
item 5 "酌情" worth 2
  judge 0 to 2
"""
SOUND = """\
unit,fact,quantity,value,prize,item,points,reason,by
A,absence,2,,,,,,
A,essay,1,,first,,,,
A,average,,70,,,,,
A,,,,,5,1,,
B,absence,2,,,,,,
B,essay,1,,first,,,,
B,average,,70,,,,,
B,,,,,5,1,,
"""
KNOWN = "3 2 4 4 1"
"""The points of either unit: 4 less 2 absences, one first prize, 70 of 60, nothing withheld, the committee's mark."""
ANY = "? ? ? ? ?"
ALL_FACTS = "0..3 2..6 4 0..4 1"
"""Any number of events more, and a presumption that may be wrong; a value that is stated can't be stated again."""

LEDGERS = {
    # what is added to the ledger, and the points of A and of B then
    "a name that nothing comes near, with a quantity": ("A,zzz,1,,,,,,", "2.5..3 2..4 4 4 1", KNOWN),
    "a name that nothing comes near, with a field": ("A,zzz,1,,first,,,,", "3 2..4 4 4 1", KNOWN),
    "a name that nothing comes near, with a value": ("A,zzz,,yes,,,,,", "3 2 4 0..4 1", KNOWN),
    "a value that is the presumed one, whatever its name": ("A,zzz,,no,,,,,", KNOWN, KNOWN),
    "a near miss": ("A,absenze,1,,,,,,", "2.5..3 2 4 4 1", KNOWN),
    "no unit": (",absence,1,,,,,,", "2.5..3 2 4 4 1", "2.5..3 2 4 4 1"),
    "no fact": ("A,,1,,,,,,", "2.5..3 2..4 4 4 1", KNOWN),
    "a quantity that is none": ("A,absence,many,,,,,,", "0..3 2 4 4 1", KNOWN),
    "a choice that is none": ("A,essay,1,,zweite,,,,", "3 2..4 4 4 1", KNOWN),
    "a choice that is none, with a quantity that is none": ("A,essay,many,,zweite,,,,", "3 2..6 4 4 1", KNOWN),
    "a value stated twice": ("A,average,,80,,,,,", "3 2 0..4 4 1", KNOWN),
    "an event of what is unknown": ("A,absence,unknown,,,,,,", "0..4 2 4 4 1", KNOWN),
    "more than there can be": ("A,absence,39,,,,,,", "0..4 2 4 4 1", KNOWN),
    "a cell too many": ("A,absence,1,,,,,,,x", "0..3 2 4 4 1", KNOWN),
    "a mark stated twice": ("A,,,,,5,2,,", "3 2 4 4 0..2", KNOWN),
    "a mark of no item": ("A,,,,,9,2,,", KNOWN, KNOWN),
    "a mark of no unit": (",,,,,5,2,,", KNOWN, KNOWN),
    "a mark under an item without one": ("A,,,,,1,2,so,", "? 2 4 4 1", KNOWN),
    "a ruling that lacks its reason": ("A,,,,,1,2,,us", "? 2 4 4 1", KNOWN),
    "a ruling of no item": ("A,,,,,9,2,so,us", ANY, KNOWN),
    "a ruling that lacks its item": ("A,,,,,,2,so,us", ANY, KNOWN),
    "a ruling of no unit": (",,,,,1,2,so,us", "? 2 4 4 1", "? 2 4 4 1"),
}


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled(RULES)


def compiled(text: str) -> Program:
    model, found = diagnose(text)
    assert not found
    assert model is not None
    return Program(model)


def points(result: Result, unit: str) -> str:
    """Write a unit's points: ``2..3`` for what is open, ``?`` for what has no limit."""
    found = result.unit(unit)
    assert found is not None
    return " ".join(_shown(found.mark(result.model.labels[label]).points) for label in "12345")


def _shown(given: Quantity) -> str:
    if not isinstance(given, Interval):
        return f"{Fraction(given, 10**10).limit_denominator() * 1.0:g}"
    if given.low is None or given.high is None:
        return "?"
    return f"{_shown(given.low)}..{_shown(given.high)}"


def read(program: Program, *files: tuple[str, str]) -> tuple[str, str]:
    """Score the sound ledger together with other files, which are not; give the points of A and of B."""
    sources = [SourceFile(name, text) for name, text in (("sound.csv", SOUND), *files)]
    evidence, found = check_evidence(sources, program.model, keep_going=True)
    assert has_errors(found)
    result = program.score(evidence)
    return points(result, "A"), points(result, "B")


def test_the_sound_ledger(program: Program):
    result, is_wrong = scored(program, SourceFile("sound.csv", SOUND))
    assert not is_wrong
    assert (points(result, "A"), points(result, "B")) == (KNOWN, KNOWN)


@pytest.mark.parametrize("row", LEDGERS)
def test_a_row_makes_open_what_it_may_be_about(program: Program, row: str):
    text, of_a, of_b = LEDGERS[row]
    evidence, found = check_evidence([SourceFile("a.csv", f"{SOUND}{text}\n")], program.model, keep_going=True)
    assert has_errors(found)
    result = program.score(evidence)
    assert (points(result, "A"), points(result, "B")) == (of_a, of_b)


FILES = {
    # a further file, and the points of A and of B then
    "no text": ("a.csv", "\x00", ANY, ANY),
    "no YAML": ("a.yaml", "{", ANY, ANY),
    "no columns": ("a.csv", "who,what\nA,absence\n", ANY, ANY),
    "a stray quote, in a ledger without rulings": ("a.csv", 'unit,fact\n"A,absence\n', ALL_FACTS, ALL_FACTS),
    "a column nobody knows": ("a.csv", "unit,fact,quantiti\nA,absence,3\n", ANY, ANY),
    "a line that is no JSON": ("a.jsonl", "{\n", ANY, ANY),
    "a unit with a word nobody knows": ("a.yaml", "unit: A\nfcats: {absence: 3}\n", ANY, KNOWN),
    "one of several units": ("a.yaml", "units:\n  A: {fcats: {}}\n  B: {facts: {}}\n", ANY, KNOWN),
    "a fact without a value": ("a.yaml", "unit: A\nfacts: {absence: }\n", "0..3 2 4 4 1", KNOWN),
    "a fact whose part is a list": ("a.yaml", "unit: A\nfacts: {absence: {quantity: [1]}}\n", "0..4 2 4 4 1", KNOWN),
    "a fact that stands twice": ("a.yaml", "unit: A\nfacts: {absence: 1, absence: 2}\n", "0..4 2 4 4 1", KNOWN),
    "a mark whose points are a list": ("a.yaml", "unit: A\nmarks: {5: {points: [1]}}\n", "3 2 4 4 0..2", KNOWN),
    "a mark that stands twice": ("a.yaml", "unit: A\nmarks: {5: 1, 5: 2}\n", "3 2 4 4 0..2", KNOWN),
    "a year that is none": ("a.yaml", "year: 2O19\nunit: A\nfacts: {absence: 1}\n", ANY, ANY),
    "another year": ("a.yaml", "year: 2018\nunit: A\nfacts: {absence: 1, zzz: }\n", KNOWN, KNOWN),
    "another rubric": ("a.yaml", "rubric: 别的\nunit: A\nfacts: {absence: 1}\n", KNOWN, KNOWN),
    "too many mistakes in one unit": (
        "a.yaml",
        f"units:\n  A: {{facts: {{{', '.join(f'x{n}: 1' for n in range(201))}}}}}\n  B: {{facts: {{absence: 1}}}}\n",
        ANY,
        ANY,
    ),
    "too many mistakes": ("a.csv", "unit,fact\n" + "A,zzz\n" * 201, "0..3 2..6 4 0..4 1", ALL_FACTS),
}


@pytest.mark.parametrize("file", FILES)
def test_a_file_makes_open_what_it_may_be_about(program: Program, file: str):
    name, text, of_a, of_b = FILES[file]
    assert read(program, (name, text)) == (of_a, of_b)


def test_a_path_that_cannot_be_read_makes_all_open(program: Program, tmp_path: Path):
    (tmp_path / "sound.csv").write_text(SOUND, "utf-8")
    paths = [str(tmp_path / "nowhere.xlsx"), str(tmp_path / "sound.csv")]
    evidence, found = read_evidence(paths, program.model, keep_going=True)
    assert [diagnostic.code for diagnostic in found] == ["PSR401"]
    assert points(program.score(evidence), "A") == ANY


def test_a_required_fact_without_rows_stays_unknown():
    """A row of which the fact is not known says nothing of how many other events there were."""
    program = compiled(RULES.replace("0 to 40 次", "次 required"))
    text = "unit,fact,quantity\nA,zzz,1\n"
    evidence, _ = check_evidence([SourceFile("a.csv", text)], program.model, keep_going=True)
    assert points(program.score(evidence), "A").startswith("0..4 ")


AMOUNTS = "事件\n单位|数据|数量\nA|absence|3\nB|absence|"
"""A sheet on which the amount is one cell over both rows: nobody can tell how many either unit has."""

BOOKS = {
    # the sheets of a workbook read besides, and the points of A and of B then
    "a column nobody knows": ("事件\n单位|数据|数两\nA|absence|2", "0..4 0..6 4 0..4 1", "0..4 0..6 4 0..4 1"),
    "a unit's column without a name": ("数据\n数据|A|\nessay|0|1", "0..4 0..6 4 0..4 1", "0..4 0..6 4 0..4 1"),
    "events whose columns have no names": ("事件\nA|absence|2", ALL_FACTS, ALL_FACTS),
    "a merged amount": (AMOUNTS, "0..4 0..6 4 0..4 1", "0..4 0..6 4 0..4 1"),
    "a column nobody knows beside the marks": ("评定\n单位|指标|种类|得分|级别\n一|5|评分|1|高", ANY, ANY),
    "a mark without a unit": ("评定\n单位|指标|种类|得分\n|5|评分|1", KNOWN, KNOWN),
    "a ruling without a unit": (
        "评定\n单位|指标|种类|得分|理由|决定人\n|1|裁定|1|so|us",
        "? 2 4 4 1",
        "? 2 4 4 1",
    ),
    "a kind of decision nobody knows": ("评定\n单位|指标|种类|得分\nA|1|猜想|1", "? 2 4 4 1", KNOWN),
}


@pytest.mark.parametrize("book", BOOKS)
def test_a_workbook_makes_open_what_it_may_be_about(program: Program, tmp_path: Path, book: str):
    text, of_a, of_b = BOOKS[book]
    (tmp_path / "sound.csv").write_text(SOUND, "utf-8")
    (tmp_path / "book.xlsx").write_bytes(workbook(text, merged=("事件!C2:C3",) if text == AMOUNTS else ()))
    evidence, found = read_evidence([str(tmp_path)], program.model, keep_going=True)
    assert has_errors(found)
    result = program.score(evidence)
    assert (points(result, "A"), points(result, "B")) == (of_a, of_b)


def test_without_mistakes_nothing_changes():
    """What last year's rubric had and this one does not is no mistake, and so nothing that could not be read."""
    model = compiled('rubric "r" year 2019 total 4\nfact a counts\nitem 1 "i" worth 4\n  award previous a\n').model
    source = SourceFile("a.yaml", "year: 2018\nunit: A\nfacts: {a: 2, as: 1, zzz: 3}\n")
    with_and_without = [check_evidence([source], model, previous=True, keep_going=on) for on in (True, False)]
    assert [diagnostic.is_error for diagnostic in with_and_without[0][1]] == [False, False]
    assert with_and_without[0] == with_and_without[1]


# ---- the law -----------------------------------------------------------------------------------------------------

OPEN_TO_ALL = (
    spell(FACTS, chinese=False)
    + """\
item 1 "events" worth 30 starts zero
  award 1 per a where kind = x
  award load / 2 per a
  deduct 1 per b
item 2 "figures" worth 30 starts zero
  award n + m
  award 10 * r
item 3 "conditions" worth 30 starts full
  deduct 3 if ok_all
  deduct 5 if size = small
  deduct 1 per day of sent after 2020-06-15 cap 9
item 4 "the committee's" worth 4
  judge 0 to 2
"""
)
"""A rubric in which everything that is said moves points."""


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Program, list[dict[str, str]]]:
    """Make a rubric, one of its facts presumed and one required, and sound evidence for it with rulings."""
    text = draw(rubrics() | st.just('rubric "r" year 2020 total 94\n' + OPEN_TO_ALL))
    text = spell(text, chinese=False).replace("fact ok_all yes/no", "fact ok_all yes/no presumed no")
    text = text.replace("fact b counts 次", "fact b counts 次" + draw(st.sampled_from(["", " required"])))
    model, found = diagnose(text)
    assert not has_errors(found)
    assert model is not None
    known = draw(evidences())
    rows: list[dict[str, str]] = []
    for unit in known.units.values():
        unit.marks = {label: mark for label, mark in unit.marks.items() if _is_judged(model, label)}
        if draw(st.booleans()):
            del unit.values["ok_all"]
        rows += records(unit)
        label = draw(st.none() | st.sampled_from([label for label in model.labels if label != "12"]))
        if label is not None:
            points = str(draw(st.integers(0, 4)) * Fraction(1, 2))
            rows.append({"unit": unit.name, "item": label, "points": points, "reason": "so", "by": "us"})
    return Program(model), rows


def _is_judged(model: Model, label: str) -> bool:
    return label in model.labels and model.labels[label].is_judged


def scored(program: Program, *sources: SourceFile) -> tuple[Result, bool]:
    """Score what is left of some evidence; tell whether there were mistakes in it."""
    evidence, found = check_evidence([UNITS, *sources], program.model, keep_going=True)
    return program.score(evidence), has_errors(found)


def assert_within(after: Result, before: Result) -> None:
    """Hold that all the points of one result are among those of another."""
    for unit in after.units:
        was = before.unit(unit.name)
        assert was is not None
        for heading in after.model.headings:
            then, now = was.mark(heading).points, unit.mark(heading).points
            assert holds(then, now), (unit.name, heading.label, then, now)
        assert holds(was.total, unit.total)
        assert holds(was.rank, unit.rank)


@laws
@given(st.data(), worlds())
def test_a_damaged_row_hides_no_points(data: st.DataObject, world: tuple[Program, list[dict[str, str]]]):
    program, rows = world
    sound = in_csv(rows)
    row = data.draw(st.sampled_from(rows))
    how = data.draw(st.sampled_from(["cell", "cell", "cell", "cells", "quote"]))
    if how == "cell":
        name = data.draw(st.sampled_from(list(row)))
        near = row[name] + "x"
        damaged = in_csv([{**row, name: data.draw(st.sampled_from([*GARBAGE, near]))} if r is row else r for r in rows])
    else:
        lines = sound.splitlines()
        number = 1 + next(n for n, each in enumerate(rows) if each is row)
        lines[number] = f'"{lines[number]}' if how == "quote" else _another_cell(data, lines[number])
        damaged = "\n".join(lines) + "\n"
    after, was_wrong = scored(program, SourceFile("a.csv", sound))
    assert not was_wrong
    before, is_wrong = scored(program, SourceFile("a.csv", damaged))
    assume(is_wrong)
    assert_within(after, before)


def _another_cell(data: st.DataObject, line: str) -> str:
    """Give a line with one cell more or less."""
    cells = line.split(",")
    at = data.draw(st.integers(0, len(cells) - 1))
    if data.draw(st.booleans()):
        return ",".join([*cells[:at], "x", *cells[at:]])
    return ",".join([*cells[:at], *cells[at + 1 :]])


@laws
@given(st.data(), worlds())
def test_a_damaged_part_of_a_tree_hides_no_points(data: st.DataObject, world: tuple[Program, list[dict[str, str]]]):
    program, rows = world
    sound = json.dumps(in_tree(rows))
    after, was_wrong = scored(program, SourceFile("a.json", sound))
    assert not was_wrong
    tree = json.loads(sound)
    node, key = data.draw(st.sampled_from(list(_places(tree["units"]))))
    with_what = data.draw(st.sampled_from(["key", "value", "value"]))
    if with_what == "key" and isinstance(node, dict):
        node[data.draw(st.sampled_from(["", "zzz", f"{key}x"]))] = node.pop(key)
    else:
        node[key] = data.draw(st.sampled_from([None, [[]], "??", {"zzz": "1"}, {"note": ["x"]}, [None], *GARBAGE]))
    before, is_wrong = scored(program, SourceFile("a.json", json.dumps(tree)))
    assume(is_wrong)
    assert_within(after, before)


def _places(node: Any) -> Any:
    """Give each place in a tree: what holds it, and its key there."""
    for key, below in list(node.items() if isinstance(node, dict) else enumerate(node)):
        yield node, key
        if isinstance(below, dict | list):
            yield from _places(below)


@laws
@given(st.data(), worlds())
def test_a_file_that_cannot_be_read_hides_no_points(data: st.DataObject, world: tuple[Program, list[dict[str, str]]]):
    program, rows = world
    cut = data.draw(st.integers(0, len(rows)))
    first, second = SourceFile("a.csv", in_csv(rows[:cut])), SourceFile("b.csv", in_csv(rows[cut:]))
    damaged = data.draw(st.sampled_from(["{", "\x00", "what,is,this\n1,2,3\n"]))
    after, was_wrong = scored(program, first, second)
    assert not was_wrong
    before, is_wrong = scored(program, first, SourceFile("b.yaml" if damaged == "{" else "b.csv", damaged))
    assert is_wrong
    assert_within(after, before)


# ---- parts of an event -------------------------------------------------------------------------------------------

PARTS = {
    # what stands in the columns of quantity, date and prize; what of the event is known: quantity, day, prize
    "a date that can't be read": ("2,五月初,first", (2, None, "first")),
    "a choice that is none": ("2,2019-05-04,zweite", (2, date(2019, 5, 4).toordinal(), Missing.UNKNOWN)),
    "both": ("2,2019-02-30,zweite", (2, None, Missing.UNKNOWN)),
    "a day of another year, as which the event may be none of this one": ("2,2018-05-04,first", None),
    "a quantity that is none": ("many,2019-05-04,first", None),
}


@pytest.mark.parametrize("case", PARTS)
def test_what_else_is_known_of_an_event_is_kept(program: Program, case: str):
    said, expected = PARTS[case]
    text = f"unit,fact,quantity,date,prize\nA,essay,{said}\n"
    evidence, found = check_evidence([SourceFile("a.csv", text)], program.model, keep_going=True)
    assert has_errors(found)
    rows = evidence.units["A"].events["essay"]
    if expected is None:
        assert rows is Missing.UNKNOWN
    else:
        assert not isinstance(rows, Missing)
        assert [(row.quantity, row.date, row.fields["prize"]) for row in rows] == [expected]


def test_a_value_does_not_hang_on_when_it_was_recorded(program: Program):
    text = "unit,fact,value,date\nA,average,70,neulich\n"
    evidence, found = check_evidence([SourceFile("a.csv", text)], program.model, keep_going=True)
    assert has_errors(found)
    assert evidence.units["A"].values["average"].stated == 70
