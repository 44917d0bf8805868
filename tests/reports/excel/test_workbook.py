"""The workbook says what the marks say, its formulas come to the same, its cells lead to one another, nothing runs."""

import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from acceptance.regulation import EVIDENCE, RULES, UNITS, marks, rows, without_blanks
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from reports.cases import CASES
from reports.hostile_texts import HOSTILE
from reports.html.pages import evidence_full_of
from reports.office import converted, needs_office

from psr.api import load, read_evidence, score
from psr.interpreter.facts import Event, Evidence, UnitFacts
from psr.reports.excel import evidence_sheet, trace_sheet
from psr.reports.excel.workbook import excel_report
from reports.html import pages

ITEMS = [item for item in marks() if item != "total"]
MARKS = {"一支部": "E", "二支部": "G"}
"""The column of each branch's marks."""


def report(rules: Path, evidence: Path, language: str = "zh") -> bytes:
    rubric = load(str(rules))
    stated = read_evidence(rubric, [str(evidence)])
    return excel_report(score(rubric, stated), stated, language)


def report_of(name: str, language: str = "zh") -> bytes:
    return report(CASES[name] / "rules.psr", CASES[name] / "evidence.yaml", language)


def report_on(evidence: Evidence, rules: str = pages.RULES.format("甲")) -> bytes:
    return excel_report(pages.result_of(rules, evidence), evidence, "zh")


def opened(content: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(content), data_only=values)


@pytest.fixture(scope="module")
def content() -> bytes:
    return report(RULES, EVIDENCE)


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return opened(content)


def row_of(book: Workbook, item: str) -> int:
    """Give the row of an item of 2019, or of a line at the foot."""
    sheet = book["评分表"]
    if item in ITEMS:  # they alone have clauses, below the column's name
        return [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 4).value][1 + ITEMS.index(item)]
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == item)


# ---- what it says ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("item", "said"), list(zip(ITEMS, rows(), strict=True)), ids=ITEMS)
def test_a_row_says_what_the_regulation_says(book: Workbook, item: str, said) -> None:
    sheet, row = book["评分表"], row_of(book, item)
    assert without_blanks(sheet.cell(row, 2).value) == without_blanks(said.indicator)
    assert sheet.cell(row, 3).value == Decimal(said.worth)
    assert without_blanks(sheet.cell(row, 4).value) == without_blanks(said.clauses)
    for unit, column in MARKS.items():
        assert sheet[f"{column}{row}"].value == marks()[item].of[unit]


def test_the_first_row_of_the_table_stays_in_sight(book: Workbook) -> None:
    sheet = book["评分表"]
    assert [cell.value for cell in sheet[2]] == [
        "主要目标",
        "考核指标",
        "分值",
        "考核细则",
        "一支部",
        "说明",
        "二支部",
        "说明",
    ]
    assert sheet.freeze_panes == "C3"
    assert sheet.print_title_rows == "$2:$2"


def test_totals_and_ranks_stand_at_the_foot(content: bytes) -> None:
    book = opened(content, values=True)
    sheet, total, rank = book["评分表"], row_of(book, "总分"), row_of(book, "名次")
    assert (sheet[f"E{total}"].value, sheet[f"G{total}"].value) == (87.5, 90)
    assert (sheet[f"E{rank}"].value, sheet[f"G{rank}"].value) == (2, 1)


def test_sums_are_formulas(book: Workbook) -> None:
    # Section 1 is four items in rows 3 to 6; its sum stands in row 7.
    sheet = book["评分表"]
    assert sheet["E7"].value == "=SUM(E3:E6)"
    assert sheet[f"G{row_of(book, '总分')}"].value.startswith("=SUM(G7,G12,")


def test_a_ruling_has_a_footnote_beside_its_number(book: Workbook) -> None:
    sheet, row = book["评分表"], row_of(book, "2.4")
    assert (sheet[f"E{row}"].value, sheet[f"E{row}"].number_format) == (6, 'General" [1]"')
    assert "[1] 委员会裁定（党总支）" in [cell.value for cell in sheet["A"]]


def test_provisional_marks_are_texts_and_so_are_their_sums() -> None:
    sheet = opened(report_of("provisional"))["评分表"]
    shown = {sheet.cell(row, 2).value: sheet.cell(row, 7).value for row in range(3, sheet.max_row + 1)}
    assert shown["2.1 征文"] == "0 – 6 [1]"
    assert shown["1.2 积分排名"] == 4
    assert [cell.value for cell in sheet["G"] if str(cell.value).startswith("=")] == []


def test_what_is_no_plain_sum_is_a_number() -> None:
    """Items that are weighted, scaled or left out: the formula must not stand where it comes to something else."""
    for name in CASES:
        formulas, values = (opened(report_of(name), values=values)["评分表"] for values in (False, True))
        for row in formulas.iter_rows():
            for cell in row:
                if str(cell.value).startswith("="):
                    assert added(formulas, values, cell.value) == Decimal(str(values[cell.coordinate].value)), name


def added(formulas, values, formula: str) -> Decimal:
    """Add up what a formula names."""
    areas = formula.removeprefix("=SUM(").removesuffix(")").split(",")
    cells = [cell for area in areas for cell in (sum(values[area], ()) if ":" in area else [values[area]])]
    return sum((Decimal(str(cell.value)) for cell in cells if not isinstance(cell.value, str)), Decimal(0))


def test_many_units_have_a_column_each() -> None:
    sheet = opened(report_on(evidence_full_of([f"第{n}支部" for n in range(1, 10)])))["评分表"]
    assert [cell.value for cell in sheet[2]][4:] == [f"第{n}支部" for n in range(1, 10)]


def test_nobody_need_be_scored() -> None:
    assert opened(report_on(Evidence())).sheetnames == ["评分表", "得分依据", "佐证"]


def test_more_digits_than_a_spreadsheet_keeps_stay_a_text() -> None:
    rules = 'rubric "甲" year 2024\nfact a "甲" number\nitem 1.1 "甲"\n  award a\n'
    evidence = Evidence({"甲": UnitFacts("甲", {"a": pages.Value(12345678901234567)})})
    sheet = opened(report_on(evidence, rules))["评分表"]
    assert sheet["E3"].value == "12345678901234567"


# ---- where it leads -------------------------------------------------------------------------------------------


def target(book: Workbook, cell):
    """Give the cell that a cell leads to."""
    name, _, place = cell.hyperlink.location.rpartition("!")
    return book[name.strip("'")][place]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("item", ["1.1", "2.4", "7.4", "11.2", "总分"])
def test_a_mark_leads_to_its_derivation_and_back(book: Workbook, item: str, unit: str) -> None:
    mark = book["评分表"][f"{MARKS[unit]}{row_of(book, item)}"]
    told = target(book, mark)
    assert told.parent.title == "得分依据"
    assert told.parent.cell(told.row, 1).value == unit
    if item != "总分":
        assert told.parent.cell(told.row, 2).value.startswith(f"{item} ")
    assert target(book, told).coordinate == mark.coordinate


def test_a_derivation_leads_to_the_evidence(book: Workbook) -> None:
    told = target(book, book["评分表"][f"E{row_of(book, '7.4')}"])
    sheet = told.parent
    steps = [sheet.cell(row, 4) for row in range(told.row, told.row + 8) if sheet.cell(row, 4).hyperlink]
    evidence = target(book, steps[0])
    # 一支部: a third prize, 2 points; its note names the essay.
    assert [evidence.parent.cell(evidence.row, column).value for column in (1, 3, 4)] == [
        "一支部",
        "1 篇",
        "奖次：三等奖",
    ]


def test_a_unit_leads_to_its_evidence(book: Workbook) -> None:
    for unit, column in MARKS.items():
        assert target(book, book["评分表"][f"{column}2"]).value == unit


def test_every_link_leads_to_a_cell_that_says_something(book: Workbook) -> None:
    links = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) > 100
    assert all(cell.hyperlink and cell.hyperlink.target is None for cell in links)
    assert all(target(book, cell).value not in (None, "") for cell in links)


def test_all_evidence_is_told_with_its_place(book: Workbook) -> None:
    sheet = book["佐证"]
    assert all(re.search(r"支部\.yaml:\d+$", cell.value) for cell in sheet["H"][1:])
    assert {cell.value for cell in sheet["A"][1:]} == set(UNITS)
    assert "党总支裁定：6" in {cell.value for cell in sheet["C"]}


def test_what_is_too_much_for_a_sheet_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_sheet, "MOST_ROWS", 3)
    monkeypatch.setattr(trace_sheet, "MOST_ROWS", 3)
    book = opened(report_on(evidence_full_of(["甲", "乙"])))
    for name in ("得分依据", "佐证"):
        assert book[name].cell(book[name].max_row, 1).value == "内容过多，其余从略；可用 `psr explain` 查看全部。"


# ---- LibreOffice ----------------------------------------------------------------------------------------------


def without_values(content: bytes, folder: Path) -> Path:
    """Take away what the formulas came to, so that whoever opens the workbook has to reckon."""
    file = folder / "report.xlsx"
    with ZipFile(BytesIO(content)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"(<f>[^<]*</f>)<v>[^<]*</v>", rb"\1", part)
            after.writestr(name, part)
    return file


@needs_office
@pytest.mark.parametrize("name", ["2019", "left_out"])
def test_libreoffice_reckons_the_same(name: str, tmp_path: Path) -> None:
    content = report(RULES, EVIDENCE) if name == "2019" else report_of(name)
    saved = converted(without_values(content, tmp_path), "xlsx:Calc MS Excel 2007 XML", tmp_path)
    ours, theirs = opened(content, values=True)["评分表"], load_workbook(saved, data_only=True)["评分表"]
    formulas = [
        cell.coordinate for row in opened(content)["评分表"].iter_rows() for cell in row if cell.data_type == "f"
    ]
    assert formulas
    for place in formulas:
        assert theirs[place].value == pytest.approx(ours[place].value, abs=1e-9)


@needs_office
def test_libreoffice_opens_it(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").write_bytes(content)
    assert converted(tmp_path / "report.xlsx", "pdf", tmp_path).read_bytes().startswith(b"%PDF")


# ---- what it does not -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CASES)
def test_the_same_result_gives_the_same_bytes(name: str) -> None:
    assert report_of(name) == report_of(name)


def test_no_day_is_noted(content: bytes) -> None:
    archive = ZipFile(BytesIO(content))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.read("docProps/core.xml").decode().count("2000-01-01T00:00:00Z") == 2


def assert_nothing_runs(content: bytes) -> Workbook:
    """See that there is no formula but sums, no link but within, and no part but the usual ones."""
    book = opened(content)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f" or re.fullmatch(r"=SUM\([A-Z0-9:,]+\)", cell.value)
                assert cell.hyperlink is None or cell.hyperlink.target is None
    archive = ZipFile(BytesIO(content))
    assert not [name for name in archive.namelist() if re.search("external|vba|embed|connection|query|drawing", name)]
    assert not [name for name in archive.namelist() if b'TargetMode="External"' in archive.read(name)]
    return book


def test_fifty_hostile_strings_run_nowhere() -> None:
    assert len(HOSTILE) == len(set(HOSTILE)) == 50
    book = assert_nothing_runs(report_on(evidence_full_of(HOSTILE)))
    names = [cell.value for cell in book["评分表"][2]][4:]
    assert (names[0], names[1], names[17], names[24]) == (HOSTILE[0], HOSTILE[1], HOSTILE[17], HOSTILE[24])
    assert all(name for name in names)


@pytest.mark.parametrize("text", [text for text in HOSTILE[:48] if '"' not in text and text.isprintable()])
def test_hostile_rules_run_nowhere(text: str) -> None:
    rules = pages.RULES.format(text.replace("{", "").replace("}", ""))
    assert_nothing_runs(report_on(evidence_full_of(["甲"]), rules))


@needs_office
def test_hostile_strings_stay_texts_in_libreoffice(tmp_path: Path) -> None:
    evidence = Evidence()
    for text in HOSTILE[:30]:
        evidence.units[text] = UnitFacts(text, events={"fault": [Event(1, None, {"kind": "small"}, text, text)]})
    file = tmp_path / "report.xlsx"
    file.write_bytes(report_on(evidence))
    book = load_workbook(converted(file, "xlsx:Calc MS Excel 2007 XML", tmp_path))
    assert not [cell for row in book["佐证"].iter_rows() for cell in row if cell.data_type == "f"]
    assert {str(cell.value) for cell in book["佐证"]["G"]} >= {HOSTILE[0], HOSTILE[2], HOSTILE[7]}
