"""The options of `psr score` and `psr explain` that are about evidence, and the bar that is drawn while it is read."""

import io
import sys

import pytest

from psr.commands import progress

RULES = """\
rubric "考核" year 2019 total 4
fact absence "缺席" counts 次
fact average "均分" number
item 1 "出勤" worth 2
  deduct 0.5 per absence
item 2 "成绩" worth 2 starts zero
  award 2 if average > 60
"""
LEDGER = "unit,fact,quantity,value\nA,absence,many,\nA,average,,80\n"


@pytest.fixture
def score(psr, tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rules.psr").write_text(RULES, "utf-8")
    (tmp_path / "ledger.csv").write_text(LEDGER, "utf-8")
    return psr


def test_nothing_is_scored_from_a_file_with_errors(score):
    code, out, err = score("score", "rules.psr", "ledger.csv")
    assert (code, out) == (1, "")
    assert "PSR440" in err


def test_keep_going_scores_and_says_what_is_provisional(score):
    # Nobody knows how often anybody was absent: 0 to 2 of 2 points; the average is known, and earns its 2.
    code, out, err = score("score", "rules.psr", "ledger.csv", "--keep-going")
    assert code == 1
    assert "PSR440" in err
    assert "2 – 4 ?" in out
    code, out, _ = score("explain", "rules.psr", "ledger.csv", "--keep-going", "--unit", "A", "--item", "1")
    assert code == 1
    assert "0 – 2" in out
    code, out, _ = score("explain", "rules.psr", "ledger.csv", "--keep-going", "--unit", "A", "--item", "2")
    assert "2 / 2" in out


def test_collect_keeps_going_too(score):
    # The events that could not be read are what is missing; the average is there.
    assert score("collect", "rules.psr", "ledger.csv")[:2] == (1, "")
    code, out, err = score("collect", "rules.psr", "ledger.csv", "--keep-going")
    assert code == 1
    assert "PSR440" in err
    assert "up to 2 points  缺席 (absence)  1" in out
    assert "average" not in out


def test_a_unit_and_an_item_that_are_not_there_are_both_told(score, tmp_path):
    (tmp_path / "ledger.csv").write_text("unit,fact,quantity\nA,absence,1\n", "utf-8")
    code, out, err = score("explain", "rules.psr", "ledger.csv", "--unit", "Z", "--item", "9")
    assert (code, out) == (2, "")
    assert "`Z`" in err
    assert "`9`" in err


def test_previous_takes_one_path_and_may_be_repeated(score, tmp_path):
    (tmp_path / "ledger.csv").write_text("unit,fact,quantity\nA,absence,1\n", "utf-8")
    for name, fact in (("a", "absence"), ("b", "average")):
        (tmp_path / f"{name}.yaml").write_text(f"year: 2018\nunit: A\nfacts: {{{fact}: 3}}\n", "utf-8")
    code, _, err = score("score", "--previous", "a.yaml", "--previous", "b.yaml", "rules.psr", "ledger.csv")
    assert (code, err) == (0, "")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_on_a_terminal_while_much_is_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress.reading("zh") as tell:
        assert tell is not None
        tell(0, progress.LONG, "folder/台账.csv")
        tell(progress.LONG, progress.LONG, "")
    assert "正在读取" in sys.stderr.getvalue()


def test_nothing_is_drawn_on_a_pipe_or_where_little_is_read(monkeypatch: pytest.MonkeyPatch):
    with progress.reading("en") as tell:
        assert tell is None
    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress.reading("en") as tell:
        assert tell is not None
        tell(0, 10, "a.csv")
    assert sys.stderr.getvalue() == ""
