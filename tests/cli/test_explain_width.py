"""`psr explain` on a terminal: sentences are broken between words, places stay whole; files and pipes get long lines."""

import re
import sys
from pathlib import Path

import pytest

from psr.diagnostics.width import display_width

ROOT = Path(__file__).resolve().parents[2]
ASK = ("explain", str(ROOT / "rules" / "2019.psr"), str(ROOT / "examples" / "2019"), "--unit", "一支部", "--lang", "zh")
PLACE = re.compile(r"\[[^\]\[]*:\d+\]")


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, cells: str) -> None:
    monkeypatch.setenv("COLUMNS", cells)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


def joined(text: str) -> str:
    return "".join(text.split())


def test_other_lines_of_a_sentence_stand_further_in(files: Path, psr, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 40 cells 6 are the indent and 15 the points and the number, which leaves 19 for the note: nine signs.

    The other eleven take 8 + 22; the place would take 19 more.
    """
    evidence = "unit: 一支部\nfacts:\n  average: 30\n\n  absence: {quantity: 1, note: 一二三四五六七八九十一二三四五六七八九十}\n"
    (files / "evidence.yaml").write_text(evidence, encoding="utf-8")
    on_a_terminal(monkeypatch, "40")
    _, out, _ = psr("explain", "rules.psr", "evidence.yaml", "--unit", "一支部", "--item", "1.1", "--lang", "zh")
    assert "      −0.5  1 人次 · 一二三四五六七八九\n        十一二三四五六七八九十\n        [evidence.yaml:5]\n" in out


@pytest.mark.parametrize("cells", ["80", "100"])
@pytest.mark.parametrize("more", [(), ("--item", "7.4"), ("--whatif", "ethics_essay+1 prize=first")])
def test_no_line_is_wider_and_nothing_is_lost(
    psr, monkeypatch: pytest.MonkeyPatch, cells: str, more: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", cells)
    _, plain, _ = psr(*ASK, *more)
    on_a_terminal(monkeypatch, cells)
    _, out, _ = psr(*ASK, *more)
    assert out != plain
    assert joined(out) == joined(plain)
    shown = [place.replace(str(ROOT), "") for place in PLACE.findall(out)]
    assert shown == [place.replace(str(ROOT), "") for place in PLACE.findall(plain)]  # none was parted
    assert all(display_width(line) <= int(cells) or PLACE.fullmatch(line.strip()) for line in out.splitlines())


def test_a_file_has_a_line_for_each_sentence(folder: Path, psr, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = psr(*ASK).out
    on_a_terminal(monkeypatch, "60")
    assert psr(*ASK, "--output", "why.txt").code == 0
    assert (folder / "why.txt").read_text(encoding="utf-8") == plain


def test_a_terminal_of_no_width(psr, monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_terminal(monkeypatch, "1")
    assert psr(*ASK).code == 0
