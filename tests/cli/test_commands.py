"""Exit codes, and what goes where: results to standard output, everything else to standard error."""

import json
import re
from pathlib import Path

import pytest

from psr import __version__

SCORE = ("score", "rules.psr", "evidence.yaml")
EXPLAIN = ("explain", "rules.psr", "evidence.yaml")


# ---- fine: 0 --------------------------------------------------------------------------------------------------


def test_a_sound_file_is_passed_over_in_silence(files: Path, psr) -> None:
    assert psr("check", "rules.psr") == (0, "", "")


def test_scores_go_to_standard_output(files: Path, psr) -> None:
    code, out, err = psr(*SCORE)
    assert (code, err) == (0, "")
    assert re.search(r"^ +Total +4 +3.5 +0$", out, re.MULTILINE)  # 2 - 0.5 + 2, and 2 - 9 × 0.5, capped at 2


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_one_unit_is_shown_and_all_are_ranked(files: Path, psr, form: str) -> None:
    code, out, err = psr(*SCORE, "--unit", "二支部", "--format", form)
    assert (code, err) == (0, "")
    assert "一支部" not in out
    rank = {"table": r"Rank +2$", "json": r'"rank": 2,', "csv": r"^,Rank,,2$"}[form]
    assert re.search(rank, out, re.MULTILINE)


def test_json_is_json(files: Path, psr) -> None:
    value = json.loads(psr(*SCORE, "--format", "json").out)
    assert [(unit["unit"], unit["total"]) for unit in value["units"]] == [("一支部", "3.5"), ("二支部", "0")]


def test_an_item_is_explained_alone(files: Path, psr) -> None:
    code, out, err = psr(*EXPLAIN, "--unit", "二支部", "--item", "1.1")
    assert (code, err) == (0, "")
    assert out.startswith("二支部 · 1.1 参加会议: 0 / 2\n")
    assert "1.2" not in out
    assert "capped at 2" in out
    assert "[evidence.yaml:4]" in out


def test_everything_is_explained_without_an_item(files: Path, psr) -> None:
    out = psr(*EXPLAIN, "--unit", "一支部").out
    for title in ("考核", "1.1 参加会议", "1.2 平均分"):
        assert f"一支部 · {title}: " in out
    assert out.endswith("Rank: 1 / 2\n")


def test_a_warning_does_not_stop_anything(files: Path, psr) -> None:
    """One unit alone is ranked among one, which is odd and no error."""
    (files / "evidence.yaml").write_text("unit: 一支部\nfacts: {average: 3}\n", encoding="utf-8")
    code, out, err = psr(*SCORE)
    assert code == 0
    assert "Total" in out
    assert err.startswith("warning[PSR482]")


def test_last_year_is_read_from_its_own_files(files: Path, psr) -> None:
    rules = 'rubric "r" year 2019 total 1\nfact n number\nitem 1 "i" worth 1\n  award 1 if n > previous n\n'
    (files / "rules.psr").write_text(rules, encoding="utf-8")
    (files / "evidence.yaml").write_text("unit: A\nfacts: {n: 3}\n", encoding="utf-8")
    (files / "last.yaml").write_text("unit: A\nyear: 2018\nfacts: {n: 2}\n", encoding="utf-8")
    code, out, err = psr(*SCORE, "--format", "csv", "--previous", "last.yaml")
    assert (code, err) == (0, "")
    assert ",Total,1,1\n" in out
    code, out, err = psr(*SCORE, "--format", "csv")
    assert code == 0
    assert ",Total,1,0..1\n" in out
    assert err.startswith("warning[PSR485]")


def test_a_folder_of_evidence(files: Path, psr) -> None:
    (files / "2019").mkdir()
    (files / "evidence.yaml").rename(files / "2019" / "evidence.yaml")
    assert psr("score", "rules.psr", "2019").code == 0


# ---- the files have errors: 1 ---------------------------------------------------------------------------------


def test_a_mistake_in_the_rules(files: Path, psr) -> None:
    rules = (files / "rules.psr").read_text(encoding="utf-8").replace("per absence", "per absense")
    (files / "rules.psr").write_text(rules, encoding="utf-8")
    for command in (("check", "rules.psr"), SCORE, (*EXPLAIN, "--unit", "一支部")):
        code, out, err = psr(*command)
        assert (code, out) == (1, "")
        assert "error[PSR201]" in err
        assert "rules.psr:5:18" in err
        assert "did you mean `absence`" in err


def test_an_example_that_does_not_come_out(files: Path, psr) -> None:
    with (files / "rules.psr").open("a", encoding="utf-8") as file:
        file.write('example "wrong"\n  given absence 1\n  expect 1.1 = 2\n')
    code, out, err = psr("check", "rules.psr")
    assert (code, out) == (1, "")
    assert "error[PSR501]" in err


def test_several_rule_files_are_all_checked(files: Path, psr) -> None:
    (files / "a.psr").write_text("deduct 1\n", encoding="utf-8")
    (files / "b.psr").write_text("rubric\n", encoding="utf-8")
    code, _, err = psr("check", "rules.psr", "a.psr", "b.psr", "a.psr")
    assert code == 1
    assert err.count("PSR222") == 1
    assert "b.psr:1" in err


def test_a_mistake_in_the_evidence(files: Path, psr) -> None:
    (files / "evidence.yaml").write_text("unit: 一支部\nfacts: {absense: 1}\n", encoding="utf-8")
    code, out, err = psr(*SCORE)
    assert (code, out) == (1, "")
    assert "error[PSR430]" in err
    assert "evidence.yaml:2" in err


def test_evidence_of_another_year(files: Path, psr) -> None:
    (files / "evidence.yaml").write_text(EVIDENCE_OF_2018, encoding="utf-8")
    code, out, err = psr(*SCORE)
    assert (code, out) == (1, "")
    assert "error[PSR471]" in err
    assert "2018" in err


EVIDENCE_OF_2018 = "year: 2018\nunit: 一支部\nfacts: {absence: 1}\n"


def test_an_expression_without_a_value(files: Path, psr) -> None:
    rules = 'rubric "r" total 1\nfact n number\nitem 1 "i" worth 1\n  award 1 / n\n'
    (files / "rules.psr").write_text(rules, encoding="utf-8")
    (files / "evidence.yaml").write_text("unit: A\nfacts: {n: 0}\n", encoding="utf-8")
    code, out, err = psr(*SCORE)
    assert (code, out) == (1, "")
    assert "error[PSR480]" in err


# ---- wrong use, or an unreadable file: 2 ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("check",),
        ("score", "rules.psr"),
        ("explain", "rules.psr", "evidence.yaml"),
        (*SCORE, "--format", "xml"),
        (*SCORE, "--lang", "fr"),
        (*SCORE, "--units", "一支部", "--no-such-option"),
    ],
)
def test_wrong_use(files: Path, psr, arguments: tuple[str, ...]) -> None:
    code, out, err = psr(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: psr")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "nothing.psr"), "there is no such file"),
        (("score", ".", "evidence.yaml"), "it is no file"),
        (("score", "nothing.psr", "evidence.yaml"), "there is no such file"),
        (("score", "rules.psr", "nothing.yaml"), "there is no such file or folder"),
        (("score", "rules.psr", "evidence.yaml", "--previous", "nothing"), "there is no such file or folder"),
    ],
)
def test_a_file_that_cannot_be_read(files: Path, psr, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = psr(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_a_unit_that_the_evidence_does_not_name(files: Path, psr) -> None:
    for command in (SCORE, EXPLAIN):
        code, out, err = psr(*command, "--unit", "三支部")
        assert (code, out) == (2, "")
        assert "the evidence names no unit `三支部`" in err
        assert "`一支部`, `二支部`" in err


def test_an_item_that_the_rubric_does_not_have(files: Path, psr) -> None:
    code, out, err = psr(*EXPLAIN, "--unit", "一支部", "--item", "9.9")
    assert (code, out) == (2, "")
    assert "no heading has the number `9.9`" in err
    assert "`1.1`, `1.2`" in err


# ---- help, version, language ----------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [(), ("check",), ("score",), ("explain",)])
def test_help_shows_the_options_and_examples(psr, command: tuple[str, ...]) -> None:
    code, out, err = psr(*command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith("usage: psr")
    assert re.search(r"^  psr (check|score) rules/\S*\.psr", out, re.MULTILINE) or "  psr explain rules/" in out


@pytest.mark.parametrize("command", [("score",), ("explain",)])
def test_every_option_is_explained(psr, command: tuple[str, ...]) -> None:
    out = psr(*command, "--help").out
    for option in ("--previous", "--unit", "--format", "--output", "--force", "--lang"):
        assert option in out


def test_version(psr) -> None:
    assert psr("--version") == (0, f"psr {__version__}\n", "")


@pytest.mark.parametrize(
    ("variable", "value", "chinese"),
    [
        ("LANG", "zh_CN.UTF-8", True),
        ("LC_ALL", "zh_CN.UTF-8", True),
        ("LC_MESSAGES", "zh_TW", True),
        ("PSR_LANG", "zh", True),
        ("PSR_LANG", "klingon", False),
        ("LANG", "de_DE.UTF-8", False),
        ("LANG", "", False),
    ],
)
def test_the_language_follows_the_environment(
    files: Path, psr, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, chinese: bool
) -> None:
    monkeypatch.setenv(variable, value)
    assert ("总分" in psr(*SCORE).out) is chinese
    assert ("没有编号" in psr(*EXPLAIN, "--unit", "一支部", "--item", "x").err) is chinese


def test_the_option_wins_over_the_environment(files: Path, psr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PSR_LANG", "zh")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "Total" in psr(*SCORE, "--lang", "en").out
