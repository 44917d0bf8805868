"""The page as people use it, in a real Chromium: clicks, keys, search, filters, paper; nothing leaves it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from reports.cases import result_of, result_of_2019
from reports.html.conftest import Browser
from reports.html.pages import full_of

from psr.reports.html.page import html_report

ENTER, ESCAPE, DOWN, RIGHT, LEFT, HOME, TAB = "\ue007", "\ue00c", "\ue015", "\ue014", "\ue012", "\ue011", "\ue004"
HOSTILE = (Path(__file__).parent / "hostile.txt").read_text(encoding="utf-8").splitlines()
OPEN_ALL = """
const cells = document.querySelectorAll('#grid td');
cells.forEach((cell) => { cell.click(); document.getElementById('why').close(); });
return document.querySelectorAll('#kept article').length === cells.length;
"""


@pytest.fixture(scope="module")
def text() -> str:
    return html_report(result_of_2019(), "zh")


@pytest.fixture(scope="module")
def many() -> str:
    return html_report(full_of([f"第{n}支部" for n in range(12)]), "en")


def mark(browser: Browser, item: str, unit: int):
    """Give the cell of an item and a unit on a sheet whose rows are items."""
    rows = browser.find("#grid tbody tr")
    (row,) = [row for row in rows if row.find_element("tag name", "th").text.split()[0] == item]
    return row.find_elements("tag name", "td")[unit]


def test_a_click_shows_the_derivation(browser: Browser, text: str) -> None:
    browser.open(text)
    mark(browser, "7.4", 0).click()
    (dialog,) = browser.find("dialog")
    for words in ("一支部 · 7.4", "原文：积极提交1分", "加 每 师德师风作品、征文 按 奖次 封顶 6", "张靖三等奖"):
        assert words in dialog.text
    assert "2 + 1.5 = 3.5，封顶 6" in dialog.text
    assert "一支部.yaml:42" in dialog.text
    browser.press(ESCAPE)
    assert browser.find("dialog") == []
    assert browser.until("document.activeElement.textContent === '3.5'")  # back where it was opened
    assert browser.complaints() == []


def test_everything_works_from_the_keyboard(browser: Browser, text: str) -> None:
    browser.open(text)
    stops = 0
    while browser.run("return document.activeElement.tagName") != "TD":
        browser.press(TAB)
        stops += 1
    assert stops < 10  # the whole sheet is one stop, and few stand before it
    browser.press(DOWN, DOWN, RIGHT)
    assert browser.run("return document.activeElement.parentNode.cells[0].textContent").startswith("1.2 ")
    browser.press(ENTER)
    assert "二支部 · 1.2" in browser.find("dialog")[0].text
    browser.press(ESCAPE)
    assert browser.until("document.activeElement.cellIndex === 2")
    browser.press(HOME)
    assert browser.run("return document.activeElement.cellIndex") == 1
    browser.press("/")
    assert browser.run("return document.activeElement.id") == "search"


def test_from_one_derivation_to_the_next(browser: Browser, text: str) -> None:
    browser.open(text)
    mark(browser, "1.1", 1).click()
    browser.driver.find_element("id", "after").click()
    assert "二支部 · 1.2" in browser.find("dialog")[0].text
    browser.press(LEFT, LEFT)
    assert "二支部 · 加强党的政治建设" in browser.find("dialog")[0].text
    assert not browser.driver.find_element("id", "before").is_enabled()
    browser.press(ESCAPE)
    assert browser.until("document.activeElement.parentNode.rowIndex === 1")


def test_search_and_filters(browser: Browser, text: str) -> None:
    browser.open(text)
    search = browser.driver.find_element("id", "search")

    def items() -> list[str]:
        return [head.text.split()[0] for head in browser.find("#grid tr.item th")]

    search.send_keys("廉政")  # in titles, and in the regulation's words
    assert "4.2" in items()
    assert "1.1" not in items()
    search.clear()
    search.send_keys("2.4")
    assert items() == ["2.4"]
    search.clear()
    search.send_keys("二支部")
    assert len(items()) == 36
    assert [head.text for head in browser.find("#grid thead th")] == ["指标", "二支部"]
    search.send_keys("没有这样的")
    assert items() == []
    assert browser.driver.find_element("id", "shown").text == "没有匹配的内容。"
    browser.find("#tools button")[0].click()
    assert len(items()) == 36
    browser.find("#section option")[11].click()
    assert items() == ["11.1", "11.2"]
    browser.find("#unit option")[1].click()
    assert [row.text.split()[1] for row in browser.find("#standings tbody tr")] == ["一支部"]
    losses = [line.text.split() for line in browser.find("#losses li")]  # 8 − 5, 3 − 0, 6 − 3.5, 6 − 4, 1 − 0
    assert [(line[0], line[2]) for line in losses] == [
        ("4.2", "−3"),
        ("11.2", "−3"),
        ("7.4", "−2.5"),
        ("2.2", "−2"),
        ("9.1", "−1"),
    ]


def test_many_units_are_rows(browser: Browser, many: str) -> None:
    browser.open(many)
    assert len(browser.find("#grid tbody tr")) == 12
    browser.find("#grid tbody tr")[11].find_elements("tag name", "td")[2].click()
    assert "第11支部 · 1.1" in browser.find("dialog")[0].text
    browser.press(ESCAPE)
    browser.driver.find_element("id", "search").send_keys("1.3")
    heads = [head.get_attribute("data-number") for head in browser.find("#grid thead th")]
    assert len(heads) == 4  # the corner, the total, the section, the item


def test_a_phone_is_not_wider_than_its_screen(browser: Browser, text: str, many: str) -> None:
    for shown in (text, many):
        browser.open(shown, width=390)
        assert browser.run("return document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_barrier_is_found(browser: Browser, text: str, many: str, dark: bool) -> None:
    axe = Path(pytest.importorskip("axe_core_python", reason="axe-core is not installed").__file__).parent
    provisional = html_report(result_of("provisional"), "en")
    for shown in (text, many, provisional):
        browser.open(shown, dark=dark)
        browser.run((axe / "axe.min.js").read_text(encoding="utf-8"))
        for step in ("", "document.querySelector('#grid td.hp, #grid td').click()"):
            browser.run(step)
            found = browser.driver.execute_async_script(
                "const done = arguments[0]; axe.run(document).then((found) => done(found.violations))"
            )
            assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_no_request_leaves(browser: Browser, text: str) -> None:
    browser.requests()
    browser.open(text)
    mark(browser, "2.4", 0).click()
    browser.press(ESCAPE)
    browser.print()
    assert browser.requests() == []


def test_fifty_hostile_strings_run_nothing(browser: Browser) -> None:
    browser.requests()
    few, rules = (
        html_report(full_of(texts, words), "zh") for texts, words in ((HOSTILE[:8], "甲"), (["甲"], HOSTILE[0]))
    )
    for shown in (html_report(full_of(HOSTILE), "zh"), few, rules):
        browser.open(shown)
        assert browser.run(OPEN_ALL)
        assert browser.run("return window.hacked") is None
        assert browser.run("return document.querySelectorAll('img, iframe, object, embed, a:not(.skip)').length") == 0
        assert browser.run("return document.scripts.length") == 2
    assert browser.requests() == []
    assert browser.complaints() == []


def test_the_sheet_goes_to_paper(browser: Browser, text: str, tmp_path: Path) -> None:
    browser.open(text)
    mark(browser, "4.2", 1).click()
    browser.press(ESCAPE)
    printed = tmp_path / "sheet.pdf"
    printed.write_bytes(browser.print())
    if shutil.which("pdftotext") is None:
        pytest.skip("there is no pdftotext on this machine to read the print with")
    told = subprocess.run(
        ["pdftotext", "-layout", printed, "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    pages = told.rstrip("\f").split("\f")
    assert 2 <= len(pages) <= 5
    assert sum("指标" in page and "一支部" in page and "二支部" in page for page in pages) >= 2  # headings repeat
    assert "11.2" in told
    assert "二支部 · 4.2" in told  # what was opened goes with it
    assert "关海燕" in told
    assert "全部显示" not in told


def test_without_javascript_the_tables_are_complete(browser: Browser, text: str) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.open(text)
        assert len(browser.find("#grid tbody tr")) == 36 + 11 + 1
        assert browser.find("#tools") == []
        assert "JavaScript" in browser.find("noscript p")[0].text
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
