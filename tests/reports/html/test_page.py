"""What stands in the page: every mark, its derivation as data, and nothing that could run or reach out."""

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from reports.cases import CASES, result_of, result_of_2019
from reports.html.pages import Page, full_of

from psr.reports.html.derivations import to_script
from psr.reports.html.page import html_report

HOSTILE = (Path(__file__).parent / "hostile.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(html_report(result_of_2019(), "zh"))


def steps(page: Page, unit: int, heading: str) -> list[tuple[int, str, str, str]]:
    """Give a derivation from the page's data: depth, kind, figure and text of each step."""
    data = page.data
    number = next(n for n, about in enumerate(data["headings"]) if about["name"].startswith(heading))
    told = data["derivations"][data["marks"][unit][number]]
    return [(level, *data["sentences"][sentence]) for level, sentence, *_ in told]


def place(page: Page, unit: int, heading: str, step: int) -> str:
    data = page.data
    number = next(n for n, about in enumerate(data["headings"]) if about["name"].startswith(heading))
    _, _, file, spot = data["derivations"][data["marks"][unit][number]][step]
    return f"{data['files'][file]}{spot}"


# ---- what is there --------------------------------------------------------------------------------------------


def test_the_sheet_shows_every_mark_of_2019(page: Page) -> None:
    rows = {row[0]: row[1:] for row in page.rows}
    assert rows["总分 / 100"] == ["87.5", "90"]
    assert rows["加强党的思想建设 / 18"] == ["16", "18"]
    assert rows["2.4 民族宗教理论知识竞赛 / 6"] == ["6 *1", "6 *1"]  # ruled; the footnote says by whom
    assert rows["7.4 校级以上师德师风主题教育活动 / 6"] == ["3.5", "2"]


def test_the_standings_come_by_rank(page: Page) -> None:
    assert [row[:3] for row in page.rows[1:3]] == [["1", "二支部", "90"], ["2", "一支部", "87.5"]]


def test_what_was_lost_is_ranked(page: Page) -> None:
    # 7.4: 6 − 3.5 and 6 − 2, together 6.5; 11.2: 3 and 3, together 6; 4.2: 3 and 1; 2.2: 2; 9.1: 1 and 1.
    losses = [text for text in page.text["b"] if text in {"7.4", "11.2", "4.2", "2.2", "9.1"}]
    assert losses[:5] == ["7.4", "11.2", "4.2", "2.2", "9.1"]
    assert "−2.5" in page.text["span"]


def test_a_derivation_tells_source_rule_evidence_and_sum(page: Page) -> None:
    found = steps(page, 0, "7.4")
    assert found[0][1] == "in full"
    assert found[0][3].startswith("全文：4.积极组织教职工参加校级以上师德师风主题教育活动")
    assert found[1][1] == "source"
    assert found[1][3].startswith("原文：积极提交1分")
    assert found[3] == (0, "line", "+3.5", "加 每 师德师风作品、征文 按 奖次 封顶 6")
    assert found[5][1:3] == ("event", "+2")
    assert found[6][1:3] == ("event", "+1.5")
    assert found[7] == (1, "times", "", "2 + 1.5 = 3.5，封顶 6")
    assert place(page, 0, "7.4", 5).endswith("examples/2019/一支部.yaml:42")


def test_a_plain_amount_is_multiplied() -> None:
    page = Page(html_report(full_of(["甲", "乙"]), "zh"))
    assert (1, "times", "", "1 次 × 1 = 1，封顶 4") in steps(page, 0, "1.1")
    assert steps(page, 0, "1.1")[-1][1] == "ruling"


def test_provisional_marks_are_intervals() -> None:
    page = Page(html_report(result_of("provisional"), "en"))
    assert ["2.1 征文 / 6", "6", "0 – 6 ?1"] in page.rows
    assert ["Total", "19", "7 – … ?1"] in page.rows
    assert "provisional: evidence is still missing" in page.text["li"]
    tints = [element.attributes.get("class") for element in page.elements if element.name == "td"]
    assert tints.count("hp") == 7  # 0.1, 1.1, 2.1 and 2.2, both sections, the total


def test_many_units_become_rows() -> None:
    page = Page(html_report(full_of([f"第{n}支部" for n in range(9)]), "zh"))
    # 1.1 is ruled 5, with the ninth footnote; 60 / 20 = 3; the committee's 3; 2. The veto has the eighteenth.
    assert page.rows[-1] == ["第8支部", "1318", "13", "5 *9", "3", "3", "2"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", CASES)
def test_the_same_result_gives_the_same_page(name: str, language: str) -> None:
    assert html_report(result_of(name), language) == html_report(result_of(name), language)


# ---- what is not ----------------------------------------------------------------------------------------------


def test_nothing_refers_to_anything_outside(page: Page) -> None:
    links = {"src", "href", "action", "data", "poster", "srcset", "formaction"}
    found = {value for element in page.elements for name, value in element.attributes.items() if name in links}
    assert found == {"#sheet", "data:,"}
    assert not any(name.startswith("on") or name == "style" for e in page.elements for name in e.attributes)


def test_only_the_page_s_own_style_and_script_may_run(page: Page) -> None:
    (policy,) = [
        element.attributes["content"] or ""
        for element in page.elements
        if element.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for kind, text in (("style-src", "".join(page.text["style"])), ("script-src", page.text["script"][-1])):
        assert rules[kind] == f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_fifty_hostile_strings_change_no_element() -> None:
    """With hostile texts the page has the same elements, in the same order, as with harmless ones."""
    assert len(HOSTILE) == len(set(HOSTILE)) == 50
    plain = [f"单位{n}" for n in range(50)]
    hostile, harmless = (Page(html_report(full_of(texts), "zh")) for texts in (HOSTILE, plain))
    assert [(e.name, e.within, sorted(e.attributes)) for e in hostile.elements] == [
        (e.name, e.within, sorted(e.attributes)) for e in harmless.elements
    ]
    assert hostile.data["units"] == HOSTILE


@pytest.fixture(scope="module")
def harmless() -> Page:
    return Page(html_report(full_of(["甲"], "词"), "zh"))


@pytest.mark.parametrize("text", [text for text in HOSTILE if '"' not in text])
def test_hostile_rules_change_no_element(text: str, harmless: Page) -> None:
    hostile = Page(html_report(full_of(["甲"], text), "zh"))
    assert [(e.name, e.within) for e in hostile.elements] == [(e.name, e.within) for e in harmless.elements]


def test_data_cannot_end_its_element() -> None:
    text = "</script><!--<script>&amp;\u2028\u2029"
    written = to_script({"text": text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"text": text}


def test_a_bonus_and_a_weight_are_named() -> None:
    heads = [row[0] for row in Page(html_report(result_of("left_out"), "zh")).rows]
    assert "荣誉（附加） / 5" in heads
    assert "服务 × 50% / 100" in heads


def test_grades_that_are_open_are_all_named() -> None:
    rows = Page(html_report(result_of("graded"), "en")).rows
    assert ["4", "戊", "702", "合格 or 不合格 ?", ""] in rows  # 70, and the second footnote: a veto that may hold


def test_a_bonus_that_was_not_earned_is_no_loss() -> None:
    page = Page(html_report(result_of("left_out"), "zh"))
    told = "".join(page.text["span"])
    assert "−120" in told  # 2.1: 乙 has -20 of 100
    assert "−5" not in told  # 3.1: the bonus of 5


def test_nobody_need_be_scored() -> None:
    assert Page(html_report(full_of([]), "en")).data["units"] == []
