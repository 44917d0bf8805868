"""Long ledgers are read by columns, and must say just what the same rows say when they are read one by one."""

from __future__ import annotations

import csv
import io
from datetime import date
from fractions import Fraction
from pathlib import Path

import polars as pl
import pytest
from evidence.workbooks import workbook
from hypothesis import given, settings
from hypothesis import strategies as st

from psr.diagnostics import SourceFile
from psr.evidence import columnar, csv_file, formats
from psr.evidence.read import check_evidence, read_evidence
from psr.interpreter.facts import Event, Evidence, Missing

COLUMNS = ["unit", "fact", "quantity", "value", "date", "prize", "pages", "note"]
CELLS = {
    "unit": ["A", "B", "一支部", " A ", ""],
    "fact": ["absence", "征文", "essay", "average", "remark", "absense", ""],
    "quantity": ["", "1", "２", ">= 3", "unknown", "n/a", "many", "0", "#N/A"],
    "value": ["", "", "", "0.3", "unknown", "说明"],
    "date": ["", "2019-05-04", "2019/5/4", "2018-01-01", "未知", "> 2019-12-01"],
    "prize": ["", "", "first", "三等奖", "none"],
    "pages": ["", "", "7", "100"],
    "note": ["", "x, y", 'the "z"', " 备注 "],
}
rows = st.lists(st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in CELLS.items()}), max_size=12)


@pytest.fixture(autouse=True)
def _however_short(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(formats, "LARGE", 0)


def in_csv(records: list[dict[str, str]], delimiter: str = ",") -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    return written.getvalue()


def said(evidence: Evidence) -> dict[str, object]:
    """Give what evidence says, without the places."""
    return {
        name: (
            {fact: rows if isinstance(rows, Missing) else bare(rows) for fact, rows in unit.events.items() if rows},
            {fact: (value.stated, value.note) for fact, value in unit.values.items()},
        )
        for name, unit in evidence.units.items()
    }


def bare(rows) -> list[Event]:
    return [row._replace(place=None) for row in rows]


def told(found) -> list[tuple[str, str]]:
    return sorted((d.code, d.message()) for d in found)


laws = settings(max_examples=settings().max_examples // 2)


@laws
@given(rows)
def test_a_csv_file_read_by_columns_says_what_its_rows_say(reader, tmp_path_factory, records):
    text = in_csv(records)
    evidence, found = check_evidence([SourceFile("a.csv", text)], reader.model)
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    path.write_text(text, "utf-8")
    by_columns, found_too = read_evidence([str(path)], reader.model)
    assert said(by_columns) == said(evidence)
    assert told(found_too) == told(found)
    assert sorted(d.place.position for d in found_too) == sorted(d.place.position for d in found)


@laws
@given(rows)
def test_without_polars_it_does_so_too(reader, records):
    text = in_csv(records)
    evidence, found = check_evidence([SourceFile("a.csv", text)], reader.model)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(csv_file, "LONG", 0)
        by_columns, found_too = check_evidence([SourceFile("a.csv", text)], reader.model)
    assert said(by_columns) == said(evidence)
    assert told(found_too) == told(found)
    assert sorted(str(d.place) for d in found_too) == sorted(str(d.place) for d in found)


@laws
@given(rows)
def test_a_parquet_file_says_what_its_rows_say(reader, tmp_path_factory, records):
    records = [record for record in records if any(cell.strip() for cell in record.values())]
    evidence, found = check_evidence([SourceFile("a.csv", in_csv(records))], reader.model)
    path = tmp_path_factory.mktemp("parquet") / "a.parquet"
    frame = pl.DataFrame(records, schema=dict.fromkeys(COLUMNS, pl.String))
    frame.write_parquet(path)
    by_columns, found_too = read_evidence([str(path)], reader.model)
    assert said(by_columns) == said(evidence)
    assert told(found_too) == told(found)


@laws
@given(rows)
def test_a_sheet_says_what_its_rows_say(reader, tmp_path_factory, records):
    for record in records:
        record["quantity"] = record["quantity"].replace("#N/A", "many")
    evidence, found = check_evidence([SourceFile("a.csv", in_csv(records))], reader.model)
    lines = [" | ".join(cell and f"'{cell}" for cell in map(record.get, COLUMNS)) for record in records]
    path = tmp_path_factory.mktemp("sheet") / "a.xlsx"
    path.write_bytes(workbook("\n".join(["台账", " | ".join(COLUMNS), *(line or "|" for line in lines)])))
    by_columns, found_too = read_evidence([str(path)], reader.model)
    assert said(by_columns) == said(evidence)
    assert told(found_too) == told(found)


def test_rows_with_quotes_and_blank_lines_keep_their_places(reader, tmp_path: Path):
    text = 'unit,fact,note\nA,absence,"x\ny"\n\nA,absence,\n,,\nB,absense,z\nA,absence,"a, b"\n'
    path = tmp_path / "a.csv"
    path.write_text(text, "utf-8")
    evidence, (found,) = read_evidence([str(path)], reader.model)
    assert found.place.position == (7, 3)
    written = [text[row.place.span.start : row.place.span.end] for row in evidence.units["A"].events["absence"]]
    assert written == ['A,absence,"x\ny"', "A,absence,", 'A,absence,"a, b"']


@pytest.mark.parametrize("lacking", ["A,absence\n", "A,absence,1,x,y\n", 'A,absence,1,"x\n'])
def test_a_row_with_the_wrong_number_of_cells_is_not_lost(reader, tmp_path: Path, lacking: str):
    path = tmp_path / "a.csv"
    path.write_text("unit,fact,quantity,note\nA,absence,1,\n" + lacking + "A,absence,2,\n", "utf-8")
    _, found = read_evidence([str(path)], reader.model)
    assert [d.code for d in found][:1] in (["PSR427"], ["PSR428"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize(("ending", "delimiter"), [(".csv", ","), (".tsv", "\t")])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_whatever_a_spreadsheet_saves_is_read(
    reader, tmp_path: Path, encoding: str, ending: str, delimiter: str, ends: str
):
    path = tmp_path / f"台账{ending}"
    lines = [
        ["单位", "数据", "数量", "备注"],
        ["一支部", "无故缺席", "２", "张三、李四"],
        ["一支部", "征文", "", "“好”"],
    ]
    path.write_bytes("".join(delimiter.join(line) + ends for line in lines).encode(encoding))
    evidence, found = read_evidence([str(path)], reader.model)
    assert found == ()
    events = evidence.units["一支部"].events
    assert [(row.quantity, row.note) for row in events["absence"]] == [(2, "张三、李四")]
    assert [(row.quantity, row.note) for row in events["essay"]] == [(1, "“好”")]


def test_parquet_may_have_columns_of_their_own_types(reader, tmp_path: Path):
    path = tmp_path / "a.parquet"
    pl.DataFrame(
        {
            "unit": ["A", "A", "A"],
            "fact": ["essay", "average", "withheld"],
            "quantity": [2, None, None],
            "value": [None, "0.3", "是"],
            "date": [date(2019, 5, 4), None, None],
            "pages": [0.1 + 0.2 + 2.7, None, None],
        }
    ).write_parquet(path)
    evidence, found = read_evidence([str(path)], reader.model)
    assert found == ()
    (essay,) = evidence.units["A"].events["essay"]
    assert (essay.quantity, essay.date, essay.fields["pages"]) == (2, date(2019, 5, 4).toordinal(), 3)
    assert str(essay.place).endswith("a.parquet · #2")


@pytest.mark.parametrize(
    ("zone", "day"), [(None, "2019-05-04"), ("Asia/Shanghai", "2019-05-04"), ("UTC", "2019-05-04")]
)
def test_the_day_of_a_time_is_that_of_its_own_zone(reader, tmp_path: Path, zone: str | None, day: str):
    path = tmp_path / "a.parquet"
    times = pl.Series(["2019-05-04"]).str.to_datetime("%Y-%m-%d").dt.replace_time_zone(zone)
    pl.DataFrame({"unit": ["A"], "fact": ["absence"], "date": times}).write_parquet(path)
    evidence, found = read_evidence([str(path)], reader.model)
    assert found == ()
    (event,) = evidence.units["A"].events["absence"]
    assert event.date == date(2019, 5, 4).toordinal()


def test_a_time_of_day_is_no_day(reader, tmp_path: Path):
    path = tmp_path / "a.parquet"
    times = pl.Series(["2019-05-04 23:30"]).str.to_datetime("%Y-%m-%d %H:%M")
    pl.DataFrame({"unit": ["A"], "fact": ["absence"], "date": times}).write_parquet(path)
    _, (found,) = read_evidence([str(path)], reader.model)
    assert str(found.place).endswith("#2 · date")
    assert "2019-05-04 23:30:00" in found.message()


def test_a_number_in_32_bits_is_the_decimal_that_stands_for_it(reader, tmp_path: Path):
    path = tmp_path / "a.parquet"
    values = pl.Series([97.6, 0.1, 3.0], dtype=pl.Float32)
    pl.DataFrame({"unit": ["A", "B", "C"], "fact": ["average"] * 3, "value": values}).write_parquet(path)
    evidence, found = read_evidence([str(path)], reader.model)
    assert found == ()
    assert [unit.values["average"].stated for unit in evidence.units.values()] == [Fraction("97.6"), Fraction("0.1"), 3]


@pytest.mark.parametrize("column", ["unit", "quantity", "note"])
def test_parquet_holds_no_characters_that_steer_a_terminal(reader, tmp_path: Path, column: str):
    path = tmp_path / "a.parquet"
    rows = {"unit": ["A", "A"], "fact": ["absence", "absence"], "quantity": ["1", "1"], "note": ["", ""]}
    rows[column][1] = "\x1b[31m1"
    pl.DataFrame(rows).write_parquet(path)
    _, found = read_evidence([str(path)], reader.model)
    assert ("PSR408", f"#3 · {column}") in [(each.code, str(each.place).partition(" · ")[2]) for each in found]


def test_a_mistake_in_parquet_is_told_by_row_and_column(reader, tmp_path: Path):
    path = tmp_path / "a.parquet"
    pl.DataFrame({"unit": ["A", "A"], "fact": ["absence", "absence"], "quantity": ["1", "x"]}).write_parquet(path)
    _, (found,) = read_evidence([str(path)], reader.model)
    assert str(found.place).endswith("a.parquet · #3 · quantity")


def test_columns_of_a_merged_ledger_that_say_where_a_row_comes_from_are_shown_with_it(reader, tmp_path: Path):
    path = tmp_path / "a.parquet"
    columns = {"unit": ["A", "A"], "fact": ["absence"] * 2, "quantity": ["1", "x"], "file": ["一.csv", "二.csv"]}
    pl.DataFrame(columns | {"row": [[2], [3]]}).write_parquet(path)  # a list, where nothing is read
    _, (found,) = read_evidence([str(path)], reader.model)
    assert found.place.source.line(3) == "A    │ absence │ x        │ 二.csv │ [3]"


@pytest.mark.parametrize("kind", [pl.Categorical, pl.Enum(["A", "B"])])
def test_parquet_may_number_its_texts(reader, tmp_path: Path, kind):
    path = tmp_path / "a.parquet"
    frame = pl.DataFrame({"unit": ["A", "B", "A"], "fact": ["absence"] * 3, "quantity": ["1", "2", "4"]})
    frame.with_columns(pl.col("unit").cast(kind), pl.col("quantity").cast(pl.Categorical)).write_parquet(path)
    evidence, found = read_evidence([str(path)], reader.model)
    assert found == ()
    counted = {name: [row.quantity for row in unit.events["absence"]] for name, unit in evidence.units.items()}
    assert counted == {"A": [1, 4], "B": [2]}


def test_without_polars_parquet_is_refused_and_csv_is_read(reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(columnar, "find_spec", lambda _: None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1PAR1")
    (tmp_path / "a.csv").write_text("unit,fact\nA,absence\n", "utf-8")
    evidence, (found,) = read_evidence([str(tmp_path)], reader.model)
    assert found.code == "PSR496"
    assert "psr-rules[ledger]" in found.advice()
    assert len(evidence.units["A"].events["absence"]) == 1


def test_json_lines_are_a_ledger_too(reader, tmp_path: Path):
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"单位": "A", "数据": "征文", "数量": 2, "奖次": "三等奖", "备注": null}\n\n'
        '{"unit": "A", "fact": "average", "value": 0.30}\n{"unit": "A", "fact": "withheld", "value": false}\n',
        "utf-8",
    )
    evidence, found = read_evidence([str(path)], reader.model)
    assert found == ()
    unit = evidence.units["A"]
    (essay,) = unit.events["essay"]
    assert (essay.quantity, essay.fields["prize"]) == (2, "third")
    assert str(unit.values["average"].stated) == "3/10"
    assert unit.values["withheld"].stated is False


def test_the_same_event_in_two_files_is_warned_of(reader, tmp_path: Path):
    (tmp_path / "a.csv").write_text("unit,fact,date\nA,absence,2019-05-04\nA,absence,2019-05-05\n", "utf-8")
    (tmp_path / "b.yaml").write_text("unit: A\nfacts: {absence: {date: 2019-05-04}}\n", "utf-8")
    evidence, (found,) = read_evidence([str(tmp_path)], reader.model)
    assert (found.code, found.is_error) == ("PSR495", False)
    assert [Path(label.place.source.name).name for label in found.labels] == ["b.yaml", "a.csv"]
    assert len(evidence.units["A"].events["absence"]) == 3


def test_values_that_differ_in_two_files_are_both_shown(reader, tmp_path: Path):
    (tmp_path / "a.csv").write_text("unit,fact,value\nA,average,3\n", "utf-8")
    (tmp_path / "b.xlsx").write_bytes(workbook("数据\n数据|A\n均分|4"))
    _, (found,) = read_evidence([str(tmp_path)], reader.model)
    assert found.code == "PSR453"
    assert [Path(str(label.place)).name for label in found.labels] == ["b.xlsx · 数据 · B2", "a.csv:2:1"]


def test_progress_is_told_in_bytes(reader, tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text("unit,fact\nA,absence\n", "utf-8")
    heard: list[tuple[int, int, str]] = []
    read_evidence([str(tmp_path)], reader.model, progress=lambda *told: heard.append(told))
    assert [(done, total) for done, total, _ in heard] == [(0, 40), (20, 40), (40, 40)]
