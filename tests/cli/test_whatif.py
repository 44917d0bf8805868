"""`psr explain --whatif`: what would come out if the evidence were another, in every format and both languages."""

import json
from pathlib import Path

import pytest

from psr.commands.common import ERRORS, FINE, TROUBLE
from psr.diagnostics.width import display_width

ROOT = Path(__file__).resolve().parents[2]
ASK = ("explain", "rules.psr", "evidence.yaml", "--unit", "一支部", "--whatif")
REGULATION = ("explain", str(ROOT / "rules" / "2019.psr"), str(ROOT / "examples" / "2019"), "--unit", "一支部")


def lines(text: str) -> list[str]:
    """Give the lines of a text, blanks within them made single."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


# ---- the regulation of 2019 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "label", "row", "total"),
    [
        # 1.3: 无故缺席一人扣0.5分（2分）: 2 − 3 × 0.5
        ("absence=3", "1.3", "2 0.5 −1.5", "87.5 86 −1.5"),
        ("无故缺席民族宗教知识教育＝３", "1.3", "2 0.5 −1.5", "87.5 86 −1.5"),
        ("absence=5", "1.3", "2 0 −2", "87.5 85.5 −2"),  # 扣完为止
        # 1.1: 未提交材料一次扣0.5分
        ("missing_material+2", "1.1", "4 3 −1", "87.5 86.5 −1"),
        # 4.2: 积极提交1分，三等奖2分; five were handed in
        ("essay+1 prize=third", "4.2", "5 7 +2", "87.5 89.5 +2"),
        ("essay-3", "4.2", "5 2 −3", "87.5 84.5 −3"),
        # 1.2, which the committee judges
        ("1.2=0.5", "1.2", "2 0.5 −1.5", "87.5 86 −1.5"),
    ],
)
def test_what_moves(psr, change: str, label: str, row: str, total: str) -> None:
    code, out, err = psr(*REGULATION, "--whatif", change)
    assert (code, err) == (FINE, "")
    shown = lines(out)
    assert any(line.startswith(f"{label} ") and line.endswith(f" {row}") for line in shown), out
    assert f"Total {total}" in shown
    assert any(line.startswith(f"一支部 · {label} ") for line in shown)


def test_other_units_move_too(psr) -> None:
    """2.2: 人均得分最高者得6分, else 4: the second branch loses the 2 points that the first one gains."""
    _, out, _ = psr(*REGULATION, "--whatif", "xuexi_average=9300", "--item", "2.2")
    assert "Rank 2 1" in lines(out)
    assert "二支部: total 90 → 88; rank 1 → 2" in lines(out)
    _, out, _ = psr(*REGULATION, "--whatif", "xuexi_average=9300", "--item", "2.2", "--lang", "zh")
    assert "二支部：总分 90 → 88；名次 1 → 2" in lines(out)


def test_a_ruling_stands_whatever_the_evidence(psr) -> None:
    code, out, _ = psr(*REGULATION, "--whatif", "contest_1=90")
    assert code == FINE
    assert lines(out)[1:3] == [
        "Nothing changes.",
        "2.4 民族宗教理论知识竞赛: 6 * as before; the committee has ruled so (党总支)",
    ]


# ---- a small rubric -------------------------------------------------------------------------------------------


def test_the_whole_page(files: Path, psr) -> None:
    """一支部 has 1.5 of 1.1 and 2 of 1.2; with 4 absences the cap takes all of 1.1."""
    assert psr(*ASK, "absence=4", "--item", "1.1") == (
        FINE,
        """\
一支部 · what if: absence=4

 Item  Title     Before  After  Change
 ─────────────────────────────────────
 1.1   参加会议     1.5      0    −1.5
       Total        3.5      2    −1.5
       Rank           1      1

一支部 · 1.1 参加会议: 0 / 2
  starts full: 2
  −2  deduct 0.5 per absence cap 2  [rules.psr:5]
    无故缺席: 4 人次
      −2  4 人次  [--whatif]
    4 人次 × 0.5 = 2
    capped at 2: 2
""",
        "",
    )


def test_what_is_not_certain_is_shown_by_its_bounds(files: Path, psr) -> None:
    _, out, _ = psr(*ASK, "absence=1..3")
    assert "1.1 参加会议 1.5 0.5 – 1.5 ? −1 – 0 ?" in lines(out)
    assert "Total 3.5 2.5 – 3.5 ? −1 – 0 ?" in lines(out)
    _, out, _ = psr(*ASK, "无故缺席＝未知", "--lang", "zh")
    assert "1.1 参加会议 1.5 0 – 2 ? −1.5 – +0.5 ?" in lines(out)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("absence=1", "无故缺席: the evidence says so already"),
        ("average=99", "1.2 平均分: 2 as before; it is set: score 2 if rank of average = 1"),
    ],
)
def test_nothing_changes(files: Path, psr, change: str, said: str) -> None:
    code, out, err = psr(*ASK, change)
    assert (code, err) == (FINE, "")
    assert lines(out)[1:3] == ["Nothing changes.", said]


def test_a_rank_that_is_shared_is_told(files: Path, psr) -> None:
    """3.5 and 2 points at first; with 4 absences 0 + 2, against 2 + 0."""
    (files / "evidence.yaml").write_text(
        "units:\n  一支部: {facts: {absence: 1, average: 30}}\n  二支部: {facts: {absence: 0, average: 20}}\n",
        encoding="utf-8",
    )
    _, out, _ = psr(*ASK, "absence=4")
    assert "Rank 1 1 (tied)" in lines(out)
    assert "名次 1 1（并列）" in lines(psr(*ASK, "absence=4", "--lang", "zh").out)


def test_a_cap_that_is_reached_already(files: Path, psr) -> None:
    """二支部 has 9 absences: 4.5 points, of which the cap takes 2."""
    _, out, _ = psr("explain", "rules.psr", "evidence.yaml", "--unit", "二支部", "--whatif", "absence-1")
    assert lines(out)[1:3] == ["Nothing changes.", "1.1 参加会议: 0 as before; at its limit: cap 2"]


def test_several_changes_at_once(files: Path, psr) -> None:
    _, out, _ = psr(*ASK, "absence+1", "--whatif", "average=10")
    assert lines(out)[0] == "一支部 · what if: absence+1, average=10"
    assert {"1.1 参加会议 1.5 1 −0.5", "1.2 平均分 2 0 −2", "Total 3.5 1 −2.5", "Rank 1 2"} <= set(lines(out))
    assert "二支部: total 0 → 2; rank 2 → 1" in lines(out)


@pytest.mark.parametrize("width", ["10", "40", "80"])
def test_a_narrow_terminal_cuts_no_figure_off(psr, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    _, out, _ = psr(*REGULATION, "--whatif", "xuexi_average=unknown", "--item", "1.2")
    assert "87.5 – 89.5 ?  0 – +2 ?" in out
    table = out.split("\n\n")[1]
    assert max(map(display_width, table.splitlines())) <= max(int(width), 52)  # 12 cells for a title, and the figures


def test_of_many_units_that_move_the_first_are_told(folder: Path, psr) -> None:
    """Of 26 units all but the first and the one that is asked for fall by one rank."""
    (folder / "rules.psr").write_text(
        'rubric "r" year 2019 total 30\nfact n number 0 to 30\nitem 1 "i" worth 30\n  award n\n', encoding="utf-8"
    )
    units = "".join(f"  单位{number}: {{facts: {{n: {30 - number}}}}}\n" for number in range(25))
    (folder / "evidence.yaml").write_text(f"units:\n{units}  一支部: {{facts: {{n: 0}}}}\n", encoding="utf-8")
    _, out, _ = psr(*ASK, "n=29.5")
    told = [line for line in lines(out) if line.startswith("单位")]
    assert told[0] == "单位1: rank 2 → 3"
    assert (len(told), "… and 4 more units" in out) == (20, True)
    _, out, _ = psr(*ASK, "n=29.5", "--format", "json")
    assert len(json.loads(out)["others"]) == 24


GRADED = """\
rubric "r" year 2019 total 10
fact a counts
fact bad yes/no presumed no
fact idle counts
item 1 "i" worth 10
  deduct 1 per a
veto "安全事故" if bad then grade "差"
grade "优" if total >= 9
grade "良" if total >= 5
grade "差" otherwise
"""


def test_grades_and_vetoes(folder: Path, psr) -> None:
    (folder / "rules.psr").write_text(GRADED, encoding="utf-8")
    (folder / "evidence.yaml").write_text("unit: 一支部\nfacts: {a: 1}\n", encoding="utf-8")
    assert "Grade 优 良" in lines(psr(*ASK, "a=2")[1])  # 10 − 2 = 8
    _, out, _ = psr(*ASK, "bad=yes")
    assert {"Grade 优 差", "now: veto: 安全事故"} <= set(lines(out))
    _, out, _ = psr(*ASK, "idle=1")
    assert lines(out)[1:3] == ["Nothing changes.", "idle: no item reads it"]


def test_last_year_passes_through(folder: Path, psr) -> None:
    rules = 'rubric "r" year 2019\nfact n number\nitem 1 "i" worth 5\n  award n - previous n\n'
    (folder / "rules.psr").write_text(rules, encoding="utf-8")
    (folder / "evidence.yaml").write_text("unit: 一支部\nfacts: {n: 3}\n", encoding="utf-8")
    (folder / "last.yaml").write_text("unit: 一支部\nfacts: {n: 2}\n", encoding="utf-8")
    _, out, _ = psr(*ASK, "n=6", "--previous", "last.yaml")
    assert "1 i 1 4 +3" in lines(out)  # 3 − 2 and 6 − 2


def test_a_unit_and_an_item_that_are_not_there(files: Path, psr) -> None:
    code, out, err = psr("explain", "rules.psr", "evidence.yaml", "--unit", "五支部", "--item", "9", "--whatif", "x")
    assert (code, out) == (TROUBLE, "")
    assert ["PSR484" in err, "`9`" in err, "PSR465" in err] == [True, True, False]


# ---- mistakes -------------------------------------------------------------------------------------------------


def test_a_mistake_is_shown_in_what_was_typed(files: Path, psr) -> None:
    code, out, err = psr(*ASK, "absence=-1")
    assert (code, out) == (TROUBLE, "")
    assert "error[PSR446]" in err
    assert "--whatif:1:9\n1 │ absence=-1\n  │         ^^" in err


@pytest.mark.parametrize(
    ("change", "said", "help"),
    [
        # 7.4 follows from the essays; 2.4 was ruled by 党总支; 1.2 is judged from 0 to 2, and has 2.
        ("7.4＋2.5", "PSR460", "it reads `师德师风作品、征文 (ethics_essay)`"),
        ("7.4=2", "PSR460", "it reads `师德师风作品、征文 (ethics_essay)`"),
        ("2.4=5", "PSR460", "the committee has ruled its points (党总支)"),
        ("2.4+1", "PSR460", "the committee has ruled its points (党总支)"),
        ("1.2-0.5", "PSR466", "write what it would be: `1.2=1.5`"),
        ("1.2－0.5分", "PSR466", "write what it would be: `1.2=1.5`"),
        ("1.2+1", "PSR466", "write what it would be: `1.2=2`"),
        ("1.2-1e9", "PSR466", "write what it would be: `1.2=2`"),
    ],
)
def test_what_to_write_instead_of_a_mark(psr, change: str, said: str, help: str) -> None:
    code, _, err = psr(*REGULATION, "--whatif", change)
    assert code == TROUBLE
    assert said in err
    assert help in " ".join(err.split())
    assert "`7.4=" not in err


@pytest.mark.parametrize(
    "item", ["7．4", "７.４", " 7.4 ", "校级以上师德师风主题教育活动", "7.4 校级以上师德师风主题教育活动"]
)
def test_an_item_by_another_spelling_or_its_title(psr, item: str) -> None:
    code, out, _ = psr(*REGULATION, "--item", item)
    assert (code, out.splitlines()[0]) == (FINE, "一支部 · 7.4 校级以上师德师风主题教育活动: 3.5 / 6")


def test_a_section_by_its_title(psr) -> None:
    """7.1 to 7.4: 2 + 2 + 2 + 3.5."""
    code, out, _ = psr(*REGULATION, "--item", "加强师德师风建设")
    assert (code, out.splitlines()[0]) == (FINE, "一支部 · 加强师德师风建设: 9.5 / 12")


@pytest.mark.parametrize(
    ("item", "help"),
    [
        ("7.5", "the nearest are `7.1`, `7.2`, `7.3`, `7.4`"),
        ("师德师风建设", "did you mean `加强师德师风建设`?"),
        ("民族宗教理论竞赛", "did you mean `2.4 民族宗教理论知识竞赛`?"),
        ("zzz", "the numbers of this file are `1.1`, `1.2`"),
        ("廉政", "did you mean one of these: `加强党风廉政建设`, `4.2 廉政文化作品、征文等专项活动`"),
    ],
)
def test_an_item_that_is_not_there(psr, item: str, help: str) -> None:
    code, out, err = psr(*REGULATION, "--item", item)
    assert (code, out) == (TROUBLE, "")
    assert "error[PSR205]" in err
    assert help in " ".join(err.split())


def test_a_title_that_two_items_have(files: Path, psr) -> None:
    rules = (files / "rules.psr").read_text(encoding="utf-8")
    (files / "rules.psr").write_text(rules.replace('1.1 "参加会议"', '1.1 "平均分"'), encoding="utf-8")
    code, _, err = psr("explain", "rules.psr", "evidence.yaml", "--unit", "一支部", "--item", "平均分")
    assert code == TROUBLE
    assert "did you mean one of these: `1.1 平均分`, `1.2 平均分`?" in err


def test_all_mistakes_are_shown(files: Path, psr) -> None:
    code, out, err = psr(*ASK, "absense=1", "--whatif", "9.9=1")
    assert (code, out) == (TROUBLE, "")
    assert ["PSR430" in err, "PSR434" in err] == [True, True]


def test_what_has_no_value_then(folder: Path, psr) -> None:
    rules = 'rubric "r" year 2019\nfact n number\nitem 1 "i" worth 5\n  award 5 / n\n'
    (folder / "rules.psr").write_text(rules, encoding="utf-8")
    (folder / "evidence.yaml").write_text("unit: 一支部\nfacts: {n: 5}\n", encoding="utf-8")
    code, out, err = psr(*ASK, "n=0")
    assert (code, out) == (ERRORS, "")
    assert "PSR480" in err


def test_bytes_that_are_no_text(files: Path, process) -> None:
    ended = process([*(argument.encode() for argument in ASK), b"absence=\xff"])
    assert ended.code == TROUBLE
    assert "PSR408" in ended.err
    assert "Traceback" not in ended.err


# ---- other formats --------------------------------------------------------------------------------------------


def test_markdown(files: Path, psr) -> None:
    assert psr(*ASK, "absence=4", "--format", "md") == (
        FINE,
        """\
**一支部 · what if: absence=4**

| Item | Title | Before | After | Change |
| --- | --- | ---: | ---: | ---: |
| 1.1 | 参加会议 | 1.5 | 0 | −1.5 |
|  | Total | 3.5 | 2 | −1.5 |
|  | Rank | 1 | 1 |  |

**一支部 · 1.1 参加会议: 0 / 2**

- starts full: 2
- −2  deduct 0.5 per absence cap 2  \\[rules.psr:5\\]
  - 无故缺席: 4 人次
    - −2  4 人次  \\[--whatif\\]
  - 4 人次 × 0.5 = 2
  - capped at 2: 2
""",
        "",
    )


def test_json(files: Path, psr) -> None:
    code, out, _ = psr(*ASK, "average=10", "--format", "json")
    assert code == FINE
    value = json.loads(out)
    assert value["whatif"] == ["average=10"]
    assert "headings" not in value
    assert [(value[side]["total"], value[side]["rank"]) for side in ("before", "after")] == [("3.5", 1), ("1.5", 2)]
    moved = [{heading["id"]: heading["points"] for heading in value[side]["headings"]} for side in ("before", "after")]
    assert moved == [{"": "3.5", "1.2": "2"}, {"": "1.5", "1.2": "0"}]
    [other] = value["others"]
    assert (other["unit"], other["before"]["total"], other["after"]["total"]) == ("二支部", "0", "2")
    assert value["remarks"] == ["二支部: total 0 → 2; rank 2 → 1"]


def test_json_of_one_item(files: Path, psr) -> None:
    _, out, _ = psr(*ASK, "average=10", "--format", "json", "--item", "1.1")
    value = json.loads(out)
    assert [heading["id"] for heading in value["after"]["headings"]] == ["1.1"]
