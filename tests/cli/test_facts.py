"""`psr facts`: each fact and field, with its type and the lines that read it."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from psr.diagnostics.width import display_width

RULES = """\
rubric "年" year 2019 total 20
fact essay "征文" counts 篇,
  with prize "奖次" first "一等奖" / second "二等奖", pages number 1 to 10 页 required
fact share percent 10% to 50%
fact sent date
fact ok "好" yes/no presumed no
fact n number presumed 0.5
fact [x y] counts
define big = share > 50%
section "Section" worth 20
item 1.1 "征文" worth 10
  award per essay by prize if ok
    first: 1
    second: n
  part "p" worth 2
    deduct 1 if big
    deduct 1 if ok
item 1.2 "x" worth 10 starts full
  award 1 per essay
  deduct 1 if sent > 2019-06-01
deduct 1 if ok
grade "优秀" if n > 3
veto "v" if ok then total 3
tie break by n
example "what an example says is no use of it"
  given [x y] 1
"""
# By hand, from the lines above; the last deduction stands under item 1.2, the last heading before it.
ROWS = [
    ["", "essay", "征文", "counts 篇", "required", "1.1 (12), 1.2 (19)"],
    ["essay", "prize", "奖次", "first 一等奖 / second 二等奖", "", "1.1 (12)"],
    ["essay", "pages", "pages", "number 1 – 10 页", "", "not used"],
    ["", "share", "share", "percent 10% – 50%", "", "define big (9)"],
    ["", "sent", "sent", "date", "", "1.2 (20)"],
    ["", "ok", "好", "yes/no", "presumed no", "1.1 (12, 17), 1.2 (21), veto (23)"],
    ["", "n", "n", "number", "presumed 0.5", "1.1 (14), grade 优秀 (22), tie break by (24)"],
    ["", "x y", "x y", "counts", "", "not used"],
]
CHINESE = [
    ["", "essay", "征文", "计量 篇", "必填", "1.1（12）；1.2（19）"],
    ["", "ok", "好", "是否", "推定 否", "1.1（12、17）；1.2（21）；一票否决（23）"],
    ["", "n", "n", "数值", "推定 0.5", "1.1（14）；等次 优秀（22）；同分按（24）"],
]


@pytest.fixture(autouse=True)
def rules(folder: Path) -> None:
    (folder / "rules.psr").write_text(RULES, encoding="utf-8")


def test_csv(psr) -> None:
    code, out, err = psr("facts", "rules.psr", "--format", "csv")
    assert (code, err) == (0, "")
    head, *rows = csv.reader(io.StringIO(out))
    assert head == ["Fact", "Name", "Meaning", "Type", "If silent", "Used in (lines)"]
    assert rows == ROWS


def test_csv_in_chinese(psr) -> None:
    head, *rows = csv.reader(io.StringIO(psr("facts", "rules.psr", "--format", "csv", "--lang", "zh").out))
    assert head == ["所属数据", "名称", "含义", "类型", "未填时", "用于（行）"]
    assert [row for row in rows if row[1] in ("essay", "ok", "n")] == CHINESE


def test_the_table_has_the_same_cells(psr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    lines = psr("facts", "rules.psr").out.splitlines()
    cells = [re.split(" {2,}", line.strip()) for line in lines[2:]]
    assert cells == [[cell for cell in row[1:] if cell] for row in ROWS]
    assert [line.startswith("   ") for line in lines[2:]] == [row[0] != "" for row in ROWS]  # fields stand in


@pytest.mark.parametrize("width", [60, 80, 100])
def test_the_table_is_no_wider_than_the_terminal(psr, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = psr("facts", "rules.psr", "--lang", "zh").out
    assert max(map(display_width, out.splitlines())) <= width
    assert "一票否决（23）" in re.sub(r"\s", "", out)


def test_json(psr) -> None:
    facts = json.loads(psr("facts", "rules.psr", "--format", "json").out)
    assert [fact["name"] for fact in facts] == [row[1] for row in ROWS if not row[0]]
    essay = facts[0]
    assert (essay["label"], essay["kind"], essay["noun"], essay["line"], essay["required"]) == (
        "征文",
        "counts",
        "篇",
        2,
        True,
    )
    assert essay["used"] == [{"in": "1.1", "line": 12}, {"in": "1.2", "line": 19}]
    assert [field["name"] for field in essay["fields"]] == ["prize", "pages"]
    assert essay["fields"][0]["options"] == {"first": "一等奖", "second": "二等奖"}
    assert facts[3]["presumed"] == "no"


def test_a_file_begins_with_the_mark_that_excel_needs(psr, folder: Path) -> None:
    assert psr("facts", "rules.psr", "--format", "csv", "--output", "facts.csv") == (0, "", "")
    assert (folder / "facts.csv").read_text(encoding="utf-8").startswith("\ufeffFact,")


def test_formulas_and_signs_nobody_sees_do_nothing(psr, folder: Path) -> None:
    text = 'rubric "r" total 1\nfact a "=1+1\x1b[31m" counts\nitem 1 "i" worth 1\n  deduct 1 per a\n'
    (folder / "rules.psr").write_text(text, encoding="utf-8")
    assert "'=1+1" in psr("facts", "rules.psr", "--format", "csv").out
    assert "\x1b" not in psr("facts", "rules.psr").out


def test_a_rubric_without_facts(psr, folder: Path) -> None:
    (folder / "rules.psr").write_text('rubric "r" total 1\nitem 1 "i" worth 1\n  judge 0 to 1\n', encoding="utf-8")
    code, out, err = psr("facts", "rules.psr")
    assert (code, err) == (0, "")
    assert "Name" in out


def test_equal_parts_of_two_items_are_told_apart(psr, folder: Path) -> None:
    parts = '  part "p" worth 1\n    deduct 1 per a\n'
    text = f'rubric "r" total 2\nfact a counts\nitem 1 "i" worth 1\n{parts}item 2 "j" worth 1\n{parts}'
    (folder / "rules.psr").write_text(text, encoding="utf-8")
    assert "1 (5), 2 (8)" in psr("facts", "rules.psr").out


def test_errors_and_unreadable_files(psr, folder: Path) -> None:
    (folder / "rules.psr").write_text(RULES.replace("per essay", "per esay"), encoding="utf-8")
    code, out, err = psr("facts", "rules.psr")
    assert (code, out) == (1, "")
    assert "error[PSR201]" in err
    assert psr("facts", "nothing.psr").code == 2


def test_where_there_is_little_room_values_stand_below_each_other(psr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = [line.split() for line in psr("facts", "rules.psr").out.splitlines()]
    assert ["prize", "奖次", "first", "一等奖", "1.1", "(12)"] in lines
    assert ["second", "二等奖"] in lines


def test_what_finds_no_room_stands_below_its_row(psr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = psr("facts", "rules.psr").out
    assert "     Used in (lines): 1.1 (12), 1.2 (19)\n" in out
    assert "     If silent: presumed no\n" in out
