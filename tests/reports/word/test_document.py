"""The Word document says what the regulation and the marks say, row by row, and nothing in it can run."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from acceptance.regulation import UNITS, justified, marks, rows, title, without_blanks
from reports.cases import CASES, result_of, result_of_2019
from reports.hostile_texts import HOSTILE
from reports.html.pages import full_of
from reports.office import converted, needs_office
from reports.word.documents import Document, W, found

from psr.reports.word.document import word_report

REGULATION = rows()
ITEMS = [item for item in marks() if item != "total"]


@pytest.fixture(scope="module")
def content() -> bytes:
    return word_report(result_of_2019(), "zh")


@pytest.fixture(scope="module")
def document(content: bytes) -> Document:
    return Document(content)


@pytest.fixture(scope="module")
def items(document: Document) -> list[list[str]]:
    """Give the rows of the items: neither the header, nor sums, nor the total and the ranks at the foot."""
    return [row for row in document.rows()[1:-2] if row[1] != "小计"]


# ---- what it says ---------------------------------------------------------------------------------------------


def test_the_columns_are_the_committee_s(document: Document) -> None:
    assert document.rows()[0] == ["主要目标", "考核指标", "分值", "考核细则", *UNITS]


def test_the_title_is_the_regulation_s(document: Document) -> None:
    assert document.paragraphs[0] == title()


def test_there_is_a_row_for_each_item(items: list[list[str]]) -> None:
    assert len(items) == len(REGULATION) == len(ITEMS)


@pytest.mark.parametrize("place", range(len(ITEMS)), ids=ITEMS)
def test_a_row_says_what_the_regulation_says(items: list[list[str]], place: int) -> None:
    row, said = items[place], REGULATION[place]
    assert without_blanks(row[0]) == without_blanks(said.section)
    assert without_blanks(row[1]) == without_blanks(said.indicator)
    assert row[2] == said.worth
    assert without_blanks(row[3]) == without_blanks(said.clauses)
    assert [justified(text) for text in row[4:]] == [justified(text) for text in said.marks]


def test_an_item_without_its_full_wording_has_its_number_and_title() -> None:
    document = Document(word_report(result_of("ruled"), "zh"))
    assert document.rows()[1][1].startswith("2.4 ")


def test_clauses_stand_on_lines_of_their_own(items: list[list[str]]) -> None:
    study = items[ITEMS.index("2.1")]
    assert [line[:2] for line in study[3].split("\n")] == ["1.", "2."]
    assert "\n" not in items[ITEMS.index("1.1")][3]  # two lines of the rule file, one sentence of the regulation


def test_a_mark_is_justified_in_brackets(items: list[list[str]]) -> None:
    essays = items[ITEMS.index("4.2")]
    assert essays[4] == REGULATION[ITEMS.index("4.2")].marks[0] == "5（参加党员5名：朱婷、张靖、张婷、郭欣奕、王艳敏）"


def test_sums_stand_below_their_sections(document: Document) -> None:
    sums = [row for row in document.rows() if row[1] == "小计"]
    assert [row[2] for row in sums] == ["10", "18", "12", "12", "10", "10", "12", "5", "3", "3", "5"]
    # 加强党的思想建设: 4 + 4 + 2 + 6 and 4 + 6 + 2 + 6.
    assert sums[1][4:] == ["16", "18"]


def test_totals_and_ranks_stand_at_the_foot(document: Document) -> None:
    total, rank = document.rows()[-2:]
    assert total == ["总分", "", "100", "", "87.5", "90"]
    assert rank == ["名次", "", "", "", "2", "1"]


def test_a_ruling_has_a_footnote(document: Document, items: list[list[str]]) -> None:
    assert items[ITEMS.index("2.4")][4].startswith("6[1]（")
    assert document.paragraphs[-2:] == ["注", "[1] 委员会裁定（党总支）"]


def test_provisional_marks_are_intervals_with_a_footnote() -> None:
    document = Document(word_report(result_of("provisional"), "en"))
    assert ["2.1 征文", "6", "", "6 (奖次待查)", "0 – 6[1]"] in [row[1:] for row in document.rows()]
    assert "[1] provisional: evidence is still missing" in document.paragraphs


def test_grades_stand_at_the_foot() -> None:
    grade = Document(word_report(result_of("graded"), "zh")).rows()[-2]
    assert grade == ["等次", "", "", "", "优秀", "合格", "合格", "不合格", "合格 或 不合格 ?"]


def test_many_units_have_several_tables() -> None:
    document = Document(word_report(full_of([f"第{n}支部" for n in range(1, 18)]), "zh"))
    assert [rows[0][4:] for rows in map(document.rows, range(3))] == [
        [f"第{n}支部" for n in range(1, 9)],
        [f"第{n}支部" for n in range(9, 17)],
        ["第17支部"],
    ]
    assert "第 9 至 16 个单位，共 17 个" in document.paragraphs
    assert "第 17 个单位，共 17 个" in document.paragraphs


def test_nobody_need_be_scored() -> None:
    assert Document(word_report(full_of([]), "en")).rows()[0] == ["Objective", "Indicator", "Worth", "Rules"]


# ---- how it looks ---------------------------------------------------------------------------------------------


def test_the_page_lies_on_its_side(document: Document) -> None:
    size = next(document.body.iter(f"{W}pgSz"))
    assert (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) == ("16838", "11906", "landscape")


def test_rows_stay_whole_and_the_first_stands_on_each_page(document: Document) -> None:
    rows = list(document.body.iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)


def test_the_typeface_is_named_for_chinese(document: Document) -> None:
    styles = document.part("word/styles.xml")
    normal = next(style for style in styles.iter(f"{W}style") if style.get(f"{W}styleId") == "Normal")
    assert found(normal, "rPr", "rFonts").get(f"{W}eastAsia") == "宋体"
    fonts = {font.get(f"{W}name"): font for font in document.part("word/fontTable.xml")}
    assert "SimSun" in (found(fonts["宋体"], "altName").get(f"{W}val") or "")


@needs_office
def test_libreoffice_opens_it(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(content)
    assert converted(tmp_path / "report.docx", "pdf", tmp_path).read_bytes().startswith(b"%PDF")


# ---- what it does not -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CASES)
def test_the_same_result_gives_the_same_bytes(name: str) -> None:
    assert word_report(result_of(name), "zh") == word_report(result_of(name), "zh")


def test_no_day_is_noted(document: Document) -> None:
    assert {entry.date_time for entry in document.archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = document.archive.read("docProps/core.xml").decode()
    assert properties.count("2000-01-01T00:00:00Z") == 2


def shape(document: Document) -> dict[str, list[str]]:
    """Give the elements of each part, in order."""
    parts = [name for name in document.archive.namelist() if name.endswith((".xml", ".rels"))]
    left_out = (f"{W}t", f"{W}br")
    return {name: [e.tag for e in document.part(name).iter() if e.tag not in left_out] for name in parts}


def test_fifty_hostile_strings_change_no_element() -> None:
    assert len(HOSTILE) == len(set(HOSTILE)) == 50
    hostile = Document(word_report(full_of(HOSTILE), "zh"))
    assert shape(hostile) == shape(Document(word_report(full_of([f"单位{n}" for n in range(50)]), "zh")))
    units = [name for table in range(7) for name in hostile.rows(table)[0][4:]]
    assert (units[0], units[29], units[49]) == (HOSTILE[0], HOSTILE[29], HOSTILE[49])


@pytest.fixture(scope="module")
def harmless_shape() -> dict[str, list[str]]:
    return shape(Document(word_report(full_of(["甲"], "词"), "zh")))


@pytest.mark.parametrize("text", [text for text in HOSTILE[:48] if '"' not in text and text.isprintable()])
def test_hostile_rules_change_no_element(text: str, harmless_shape: dict[str, list[str]]) -> None:
    hostile = Document(word_report(full_of(["甲"], text.replace("{", "").replace("}", "")), "zh"))
    assert shape(hostile) == harmless_shape


def test_only_page_numbers_are_fields(document: Document) -> None:
    fields: set[str | None] = set()
    for name in document.archive.namelist():
        if name.endswith(".xml"):
            root: ElementTree.Element = document.part(name)
            assert not list(root.iter(f"{W}instrText"))
            assert not list(root.iter(f"{W}hyperlink"))
            fields |= {field.get(f"{W}instr") for field in root.iter(f"{W}fldSimple")}
    assert fields == {"PAGE", "NUMPAGES"}
