"""`psr init`: what changes from one year to the next, what does not, and what a person is asked to look through."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.toy_rules import PLAIN, use

RULES = """\
# 2019年制定
rubric "2019年考核" year 2019 total 3
period 2019-01-01 to 2019-12-31
fact absence "缺席" counts 次
fact sent "报送日期" date
item 1 "会议" worth 3  # psr: allow PSR591 because 党总支2019年3月的决定
  source "2019年起执行"
  deduct 0.5 per absence
  deduct 0.5 if sent > 2020-01-31
example "一次缺席"
  given absence 1 on 2019-03-02
  given sent 2020-01-15
  expect 1 = 2.5
"""
# The dates of the example move with the year; the deadline is the committee's to move.
NEXT = (
    RULES.replace('"2019年考核" year 2019', '"2020年考核" year 2020')
    .replace("period 2019-01-01 to 2019-12-31", "period 2020-01-01 to 2020-12-31")
    .replace("on 2019-03-02", "on 2020-03-02")
    .replace("sent 2020-01-15", "sent 2021-01-15")
    .replace("expect 1 = 2.5", "expect 1 = 2")
)


@pytest.fixture(autouse=True)
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, PLAIN)


@pytest.fixture
def write(folder: Path) -> Callable[..., Path]:
    def put(name: str, text: str) -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    return put


SMALL = 'rubric "r" year 2019 total 1\nfact a counts\nitem 1 "i" worth 1\n  deduct 1 per a\n'
PLAIN_RULES = RULES.replace("  given sent 2020-01-15\n", "  given sent 2019-01-15\n")


def test_what_changes_and_what_is_listed(psr, write, folder: Path) -> None:
    write("rules/2019.psr", PLAIN_RULES)
    code, out, err = psr("init", "rules/2019.psr")
    assert (code, err) == (0, "")
    expected = (
        PLAIN_RULES.replace('"2019年考核" year 2019', '"2020年考核" year 2020')
        .replace("period 2019-01-01 to 2019-12-31", "period 2020-01-01 to 2020-12-31")
        .replace("on 2019-03-02", "on 2020-03-02")
        .replace("sent 2019-01-15", "sent 2020-01-15")
    )
    assert (folder / "rules" / "2020.psr").read_text(encoding="utf-8") == expected
    assert (folder / "rules" / "2019.psr").read_text(encoding="utf-8") == PLAIN_RULES
    assert (
        out
        == """\
rules/2020.psr, from rules/2019.psr

changed:
  rules/2020.psr:2  rubric "2020年考核" year 2020 total 3
  rules/2020.psr:3  period 2020-01-01 to 2020-12-31
  rules/2020.psr:11  given absence 1 on 2020-03-02
  rules/2020.psr:12  given sent 2020-01-15

2019 still stands here; does it have to change?
  rules/2020.psr:1  # 2019年制定
  rules/2020.psr:6  item 1 "会议" worth 3  # psr: allow PSR591 because 党总支2019年3月的决定
  rules/2020.psr:7  source "2019年起执行"

allowed, for a reason; does it still hold?
  rules/2020.psr:6  PSR591  党总支2019年3月的决定
"""
    )


def test_in_chinese(psr, write, folder: Path) -> None:
    write(
        "2019.psr",
        "# 2019年\n考核细则 “二〇一九年度考核” 年度 ２０１９ 总分 1\n数据 缺席 计量 次\n指标 1 “会” 分值 1\n  扣 1 每 缺席\n",
    )
    code, out, _ = psr("init", "2019.psr", "--lang", "zh")
    assert code == 0
    assert (folder / "2020.psr").read_text(encoding="utf-8").splitlines()[
        1
    ] == "考核细则 “二〇二〇年度考核” 年度 ２０２０ 总分 1"
    assert (
        out
        == """\
2020.psr，由 2019.psr 生成

已改动：
  2020.psr:2  考核细则 “二〇二〇年度考核” 年度 ２０２０ 总分 1

以下各行仍写着 2019 年，请核对是否要改：
  2020.psr:1  # 2019年
"""
    )


def test_an_example_that_a_deadline_spoils_is_said(psr, write, folder: Path) -> None:
    """Sent on 15 January 2021, after the deadline that still says 2020: half a point less."""
    write("2019.psr", RULES)
    code, out, err = psr("init", "2019.psr")
    assert code == 1
    assert "changed:" in out
    assert "error[PSR501]" in err
    assert "2020.psr:13" in err
    assert (folder / "2020.psr").read_text(encoding="utf-8") == NEXT.replace("expect 1 = 2\n", "expect 1 = 2.5\n")
    write("2020.psr", NEXT)
    assert psr("check", "2020.psr").code == 0


@pytest.mark.parametrize(
    ("name", "given", "written"),
    [
        ("2019.psr", (), "2020.psr"),
        ("2019.psr", ("--year", "2025"), "2025.psr"),
        ("2019.psr", ("--year", "2018"), "2018.psr"),
        ("细则2019版.psr", (), "细则2020版.psr"),
        ("2019/rules.psr", (), "2019/rules-2020.psr"),
        ("rules.psr", ("--output", "draft"), "draft"),
    ],
)
def test_the_name_of_the_new_file(psr, write, folder: Path, name: str, given: tuple[str, ...], written: str) -> None:
    write(name, SMALL)
    assert psr("init", name, *given).code == 0
    year = given[1] if "--year" in given else "2020"
    assert (folder / written).read_text(encoding="utf-8") == SMALL.replace("2019", year)


@pytest.mark.parametrize("text", ["\ufeff" + SMALL, SMALL.replace("\n", "\r\n"), SMALL.rstrip("\n")])
def test_all_the_rest_stays_byte_for_byte(psr, write, folder: Path, text: str) -> None:
    write("2019.psr", text)
    assert psr("init", "2019.psr").code == 0
    assert (folder / "2020.psr").read_bytes().decode() == text.replace("2019", "2020")


@pytest.mark.parametrize(
    ("period", "year", "moved"),
    [
        ("2018-09-01 to 2019-08-31", "2020", "2019-09-01 to 2020-08-31"),
        ("2019-03-01 to 2020-02-29", "2020", "2020-03-01 to 2021-02-28"),
        ("2019-03-01 to 2020-02-29", "2023", "2023-03-01 to 2024-02-29"),
    ],
)
def test_a_period_moves_as_a_whole(psr, write, folder: Path, period: str, year: str, moved: str) -> None:
    write("2019.psr", SMALL + f"period {period}\n")
    assert psr("init", "2019.psr", "--year", year).code == 0
    assert (folder / f"{year}.psr").read_text(encoding="utf-8").endswith(f"period {moved}\n")


def test_the_year_of_the_period_will_do(psr, write, folder: Path) -> None:
    write("r.psr", SMALL.replace(" year 2019", "") + "period 2019-01-01 to 2019-12-31\n")
    assert psr("init", "r.psr").code == 0
    assert "period 2020-01-01 to 2020-12-31" in (folder / "r-2020.psr").read_text(encoding="utf-8")


def test_nothing_is_overwritten_unasked(psr, write, folder: Path) -> None:
    write("2019.psr", SMALL)
    write("2020.psr", "precious")
    code, out, err = psr("init", "2019.psr")
    assert (code, out) == (2, "")
    assert "add --force" in err
    assert (folder / "2020.psr").read_text(encoding="utf-8") == "precious"
    assert psr("init", "2019.psr", "--force").code == 0


@pytest.mark.parametrize(
    ("text", "options", "english", "chinese"),
    [
        (SMALL.replace(" year 2019", ""), (), "`r.psr` names no year: write one on its `rubric` line",
         "`r.psr` 没有写明年度：请在`考核细则`一行写上"),
        (SMALL, ("--year", "2019"), "`r.psr` is of 2019 already", "`r.psr` 已经是 2019 年的"),
        (SMALL, ("--output", "./r.psr", "--force"), "`./r.psr` is a file that this command reads: name another with --output",
         "`./r.psr` 是本命令要读取的文件：请用 --output 另取一名"),
        (SMALL + "period 2019-01-01 to 2021-12-31\n", ("--year", "9999"), "a date would leave the calendar",
         "有日期会超出历法范围"),
    ],
)  # fmt: skip
def test_what_cannot_be_done(psr, write, text: str, options: tuple[str, ...], english: str, chinese: str) -> None:
    path = write("r.psr", text)
    assert psr("init", "r.psr", *options) == (2, "", f"psr: {english}\n")
    assert psr("init", "r.psr", *options, "--lang", "zh").err == f"psr: {chinese}\n"
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("year", ["20", "20200", "next", "-5", "２０２０"])
def test_a_year_has_four_digits(psr, write, year: str) -> None:
    write("r.psr", SMALL)
    code, _, _ = psr("init", "r.psr", "--year", year)
    assert code == (0 if year == "２０２０" else 2)


def test_errors_and_unreadable_files(psr, write, folder: Path) -> None:
    write("2019.psr", SMALL.replace("per a", "per b"))
    code, out, err = psr("init", "2019.psr")
    assert (code, out) == (1, "")
    assert "error[PSR201]" in err
    assert psr("init", "nothing.psr").code == 2
    assert not (folder / "2020.psr").exists()
