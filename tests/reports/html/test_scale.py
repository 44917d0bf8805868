"""Three hundred units and forty-six items: what the page weighs, and that a browser shows it.

Seconds and memory are printed, and judged by whoever reads them: it is to be written within 10 s and 500 MB, to weigh
less than 5 MB, and to open within 2 s.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from reports.html.conftest import Browser

UNITS, ITEMS, SECTIONS = 300, 46, 8


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page in a process of its own, whose memory is nobody else's."""
    file = tmp_path_factory.mktemp("large") / "page.html"
    command = [sys.executable, str(Path(__file__).with_name("large.py")), str(file), str(UNITS)]
    done = subprocess.run(command, cwd=file.parent, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    seconds, memory = done.stdout.split()
    say(f"{UNITS} units: written in {seconds} s with {memory} MB, {file.stat().st_size / 1e6:.2f} MB large")
    assert int(memory) < 500
    return file


def say(figures: str) -> None:
    sys.stdout.write(f"\n{figures}\n")


def test_the_page_of_300_units_is_small(file: Path) -> None:
    assert file.stat().st_size < 5_000_000


def test_a_browser_opens_300_units(browser: Browser, file: Path) -> None:
    browser.open(file.read_text(encoding="utf-8"))
    opened = browser.run("return performance.getEntriesByType('navigation')[0].loadEventEnd")
    say(f"{UNITS} units: opened in {opened / 1000:.2f} s")
    assert browser.run("return document.querySelectorAll('#grid td').length") == UNITS * (ITEMS + SECTIONS + 1)
    browser.run("document.querySelector('#grid tbody tr:last-child td:last-child').click()")
    assert "第300党支部 · 8.4" in browser.find("dialog")[0].text
