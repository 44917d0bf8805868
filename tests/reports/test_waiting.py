"""What a unit waits for is named: a part by its item's number, other units' evidence, a ruling that nobody can read."""

import json
from io import BytesIO

import pytest
from evidence.conftest import resolved
from openpyxl import load_workbook

from psr.diagnostics import SourceFile
from psr.diagnostics.width import display_width
from psr.evidence.read import check_evidence
from psr.interpreter.program import Program
from psr.reports.as_json import score_json
from psr.reports.collect import collect, collect_text
from psr.reports.excel.workbook import excel_report
from psr.reports.explain import explain_text
from psr.reports.html.pending import pending as page_pending
from psr.reports.table import table_text

RULES = """\
rubric "待补" year 2019
fact session "学习" counts 次 required
fact contest "竞赛平均分" number 分
fact size "人数" number 人
item 2.1 "组织学习" worth 4
  part "次数" worth 4
    deduct 0.5 per session below 8
item 2.4 "竞赛" worth 3 starts zero
  award by rank of contest
    1: 3
    2: 1
item 2.5 "规模" worth 2 starts zero
  award 2 if size > 10
item 3 "创新" worth 2
  judge 0 to 2
"""


def scored(text: str, *, keep_going: bool = False):
    model = resolved(RULES)
    evidence, found = check_evidence([SourceFile("evidence.yaml", text)], model, keep_going=keep_going)
    assert keep_going == bool(found)
    return Program(model).score(evidence), evidence


EVIDENCE = """\
year: 2019
units:
  一支部: {facts: {session: 8, contest: 80, size: 9}, marks: {3: 2}}
  二支部: {facts: {session: 8, contest: 70, size: 9}, marks: {3: {points: 1, reason: 有新意}}}
  三支部: {facts: {session: ">= 6"}, marks: {3: 1}}
"""


def pending(text: str, unit: str) -> list[str]:
    """Give the lines on what one unit still lacks."""
    lines = text.splitlines()
    start = next(number for number, line in enumerate(lines) if line.endswith(f"· {unit}"))
    found: list[str] = []
    for line in lines[start + 1 :]:
        if not line.startswith("  "):
            break
        found.append(line)
    return found


def test_a_part_goes_by_the_number_of_its_item_and_columns_line_up() -> None:
    lines = pending(table_text(scored(EVIDENCE)[0], "en", 100), "三支部")
    assert lines == [
        "  2.4     up to 3 points: 竞赛平均分 (contest)",
        "  2.5     up to 2 points: 人数 (size)",
        "  2.1     up to 1 point: 学习 (session)",
    ]


def test_columns_line_up_behind_a_long_title() -> None:
    result, _ = scored(EVIDENCE)
    *others, heading = result.model.headings
    long = heading._replace(label="", title="党建创新工作与特色活动")
    result.model = result.model._replace(headings=(*others, long))
    unit = result.units[2]
    unit.to_collect = (unit.to_collect[0], unit.to_collect[0]._replace(heading=long))
    lines = pending(table_text(result, "zh", 100), "三支部")
    assert len({display_width(line[: line.index("影响")]) for line in lines}) == 1
    assert "党建创新工作与特色活动" in lines[1]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "up to 2 points: waits for another unit's evidence: 竞赛平均分 (三支部)"),
        ("zh", "影响至多 2 分：等待其他单位的佐证：竞赛平均分（三支部）"),
    ],
)
def test_a_rank_waits_for_another_unit(language, told) -> None:
    # 一支部 beats 二支部, but 三支部 may beat it: first or second, 3 points or 1.
    result, evidence = scored(EVIDENCE)
    assert pending(table_text(result, language, 100), "一支部") == [f"  2.4     {told}"]
    text = collect_text(collect(result, evidence), language)
    assert f"9\n  2.4  {told}\n" in text.replace("5/5", "9").replace("4/4", "9")


def test_who_waits_for_others_lacks_nothing() -> None:
    result, evidence = scored(EVIDENCE)
    assert [len(unit.needed) for unit in collect(result, evidence)] == [0, 0, 3]


@pytest.mark.parametrize(("language", "told"), [("en", "the committee's mark: 2"), ("zh", "委员会评分：2")])
def test_a_mark_without_a_reason_has_no_dash(language, told) -> None:
    result, _ = scored(EVIDENCE)
    text = explain_text(result, result.units[0], (result.model.labels["3"],), language)
    assert f"{told}  [evidence.yaml:3]" in text
    assert "—" not in text


@pytest.mark.parametrize(
    ("language", "told"), [("en", "a ruling that could not be read"), ("zh", "有一条裁定无法读取")]
)
def test_a_ruling_that_could_not_be_read_is_told_as_such(language, told) -> None:
    text = EVIDENCE.replace("marks: {3: 1}", "rulings: {3: {points: many, reason: 误, by: 党总支}}")
    result, _ = scored(text, keep_going=True)
    table = table_text(result, language, 100)
    explained = explain_text(result, result.units[2], (result.model.labels["3"],), language)
    for shown in (table, explained):
        assert told in shown
        assert "?（?）" not in shown
        assert "? (?)" not in shown


UNREAD = EVIDENCE.replace("marks: {3: 1}", "rulings: {3: {points: many, reason: 误, by: 党总支}}")


def test_json_says_in_words_that_a_ruling_could_not_be_read() -> None:
    result, _ = scored(UNREAD, keep_going=True)
    items = [item for section in json.loads(score_json(result))["units"][2]["sections"] for item in section["items"]]
    assert [item["ruling"] for item in items if item["ruling"]] == [
        {"points": None, "reason": "a ruling that could not be read", "by": ""}
    ]


@pytest.mark.parametrize(
    ("language", "told"), [("en", "a ruling that could not be read"), ("zh", "有一条裁定无法读取")]
)
def test_the_workbook_and_the_page_say_so_too(language, told) -> None:
    result, evidence = scored(UNREAD, keep_going=True)
    book = load_workbook(BytesIO(excel_report(result, evidence, language)))
    cells = [[cell.value for cell in row] for row in book.worksheets[2].iter_rows()]
    assert [row[2:7] for row in cells if row[0] == "三支部" and row[1] == "3"] == [[told, None, None, None, None]]
    assert told in {names for unit in page_pending(result, language) for _, names, _ in unit.entries}


def test_many_rulings_that_may_be_there_are_told_in_one_line() -> None:
    # The third unit speaks of facts under a word that nobody knows: it may rule any of its headings.
    text = EVIDENCE.replace("marks: {3: 1}", "markz: {3: 1}")
    result, _ = scored(text, keep_going=True)
    count = len(result.model.labels)
    lines = table_text(result, "en", 100).splitlines()
    assert f"  三支部: any of {count} headings may have a ruling that could not be read" in lines


def test_the_page_calls_a_part_by_its_items_number() -> None:
    [unit] = [unit for unit in page_pending(scored(EVIDENCE)[0], "zh") if unit.unit == "三支部"]
    items = [item for item, _, _ in unit.entries]
    assert "2.1" in items
    assert "次数" not in items
