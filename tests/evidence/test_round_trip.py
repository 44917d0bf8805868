"""What evidence says is what is read back: of the workbook filled in, and of every ledger that `psr merge` writes."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from evidence.conftest import resolved
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psr.evidence.merge.rows import LedgerTable, Merger
from psr.evidence.merge.write import as_csv, as_parquet, as_workbook
from psr.evidence.read import read_evidence
from psr.evidence.template.workbook import workbook
from psr.interpreter.facts import Event, Evidence, Mark, Missing, Ruling, Stated, UnitFacts, Value
from psr.interpreter.interval import Interval, exact
from psr.interpreter.model import FactModel, Model, Type

MODEL = resolved(
    """\
rubric "往返" year 2019 total 40
fact absence "无故缺席" counts 人次
fact session "政治学习" counts 次 required
fact essay "征文" counts 篇 with prize "奖次" first "一等奖" / third "三等奖", online "线上" yes/no, share "占比" percent,
  pages "页数" number, day "当日" date, whom "姓名" text
fact news "新闻" counts with level "级别" college "院级" / province "省级", share "比重" percent
fact average "人均积分" number
fact change "增减" number -100 to 100
fact turnout "出席率" percent
fact withheld "未报告" yes/no presumed no
fact filed "提交日期" date
fact kind "类别" office "机关" / shop "车间"
fact motto "口号" text
item 1.1 "出勤" worth 10
  deduct 0.5 per absence
  deduct 0.5 per session below 8
item 1.10 "创新" worth 10
  judge 0 to 10
item 2 "其他" worth 20 starts zero
  award 1 per essay where prize = first and online and share > 10% and pages > 3 and whom != "" and day > 2019-06-01
  award 1 per news where level = province and share > 10%
  award 1 if average > 3 and change > 0 and turnout > 10% and not withheld and filed > 2019-06-01 and kind = shop
  award 1 if motto = "勤"
"""
)

# Texts of one line, as cells hold them; what a spreadsheet would run is among them.
letters = st.sampled_from("=+-@'\"勤a1 ,;:#<&|")
plain_texts = st.text(letters, max_size=8).map(lambda text: " ".join(text.split()))
names = plain_texts.filter(lambda text: text and text not in ("-", "--"))
numbers = st.one_of(
    st.integers(0, 10**6),
    st.decimals(0, 1000, places=3).map(Fraction).map(exact),
    st.fractions(0, 50, max_denominator=7).map(exact),
)
days = st.dates(date(2019, 1, 1), date(2019, 12, 31)).map(date.toordinal)


def amounts(kind: Type) -> st.SearchStrategy[Any]:
    """Give values of a type, and bounds that can be written down: they are cut to what the type allows."""
    if kind.kind == "percent":
        known = st.fractions(0, 1, max_denominator=1000).map(exact)
    elif kind.kind == "counts":
        known = st.integers(0, 50)
    elif kind.kind == "date":
        return days
    elif kind.low is not None and kind.low < 0:
        known = st.integers(-100, 100)
    else:
        known = numbers
    ends = st.tuples(known, known).filter(lambda ends: ends[0] < ends[1]).map(lambda ends: Interval(*ends))
    return st.one_of(known, known, ends)


def stated(kind: Type) -> st.SearchStrategy[Stated]:
    """Give what can be stated of a fact or field of a type."""
    match kind.kind:
        case "yes/no":
            known: st.SearchStrategy[Any] = st.booleans()
        case "choice":
            known = st.sampled_from(sorted(kind.options))
        case "text":
            known = names.filter(lambda text: text[0] != "=")  # that would be a formula left unread
        case _:
            known = amounts(kind)
    return st.one_of(known, known, st.sampled_from(Missing))


def events(fact: FactModel) -> st.SearchStrategy[Any]:
    fields = st.fixed_dictionaries({}, optional={name: stated(field.type) for name, field in fact.fields.items()})
    quantity = st.one_of(st.just(1), amounts(fact.type))
    row = st.tuples(quantity, st.none() | days, fields, plain_texts, plain_texts).map(lambda parts: Event(*parts))
    rows = st.lists(row, min_size=1, max_size=3)
    return st.one_of(rows, rows, st.sampled_from(Missing))


@st.composite
def units(draw: st.DrawFn, name: str) -> UnitFacts:
    unit = UnitFacts(name)
    for fact in MODEL.facts.values():
        if not draw(st.booleans()):
            continue
        if fact.counts:
            unit.events[fact.name] = draw(events(fact))
        else:
            unit.values[fact.name] = Value(draw(stated(fact.type)), draw(plain_texts))
    if draw(st.booleans()):
        unit.marks["1.10"] = Mark(draw(st.integers(0, 10)), draw(plain_texts))
    if draw(st.booleans()):
        unit.rulings["1.1"] = Ruling(draw(st.integers(0, 10)), draw(names), draw(names))
    return unit


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    given = draw(st.lists(st.sampled_from(["一支部", "二支部", "-B", "C, D"]), min_size=1, max_size=3, unique=True))
    return Evidence({name: draw(units(name)) for name in given})


def said(evidence: Evidence) -> dict[str, Any]:
    """Give what evidence says, without places; a field left out is unknown."""
    return {
        unit.name: (
            {name: (value.stated, value.note) for name, value in unit.values.items()},
            {name: rows if isinstance(rows, Missing) else list(map(_bare, rows)) for name, rows in unit.events.items()},
            {label: mark[:2] for label, mark in unit.marks.items()},
            {label: ruling[:3] for label, ruling in unit.rulings.items()},
        )
        for unit in evidence.units.values()
    }


def _bare(row: Event) -> Event:
    fields = {name: stated for name, stated in row.fields.items() if stated is not Missing.UNKNOWN}
    return row._replace(place=None, fields=fields)


def read_back(path: Path, model: Model = MODEL) -> Evidence:
    evidence, found = read_evidence([str(path)], model)
    assert [(str(one.place), one.code, one.message()) for one in found if one.is_error] == []
    return evidence


def in_lines(table: LedgerTable) -> bytes:
    """Write a ledger as JSON Lines."""
    rows = ({name: cell for name, cell in zip(table.columns, row, strict=True) if cell} for row in table.rows)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


WRITERS = {
    ".csv": as_csv,
    ".xlsx": lambda table: as_workbook(table, MODEL),
    ".parquet": as_parquet,
    ".jsonl": in_lines,
}


laws = settings(
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ledgers")


@laws
@given(evidence=evidences(), language=st.sampled_from(["en", "zh"]))
def test_the_workbook_filled_in_says_the_same(folder: Path, evidence: Evidence, language: Any) -> None:
    path = folder / "evidence.xlsx"
    path.write_bytes(workbook(MODEL, [], language, evidence))
    for unit in evidence.units.values():  # a required fact that is not stated is unknown; there is a row that says so
        unit.events.setdefault("session", Missing.UNKNOWN)
    assert said(read_back(path)) == said(evidence)


@pytest.mark.parametrize("ending", WRITERS)
@laws
@given(evidence=evidences(), language=st.sampled_from(["en", "zh"]))
def test_a_merged_ledger_says_the_same(folder: Path, ending: str, evidence: Evidence, language: Any) -> None:
    path = folder / f"ledger{ending}"
    path.write_bytes(WRITERS[ending](Merger(MODEL, {}, language).table(evidence)))
    assert said(read_back(path)) == said(evidence)
