"""`psr verify`: a result that holds, and one that does not: what differs, and which files have changed."""

import json
from pathlib import Path

import pytest

SCORE = ("score", "rules.psr", "evidence.yaml", "--format", "json", "--output", "scores.json")
VERIFY = ("verify", "scores.json", "rules.psr", "evidence.yaml")
HOLDS = "The result holds: the same files, the same version, and every point is the same.\n"
STILL = "The result holds: every point is still the same.\n"


@pytest.fixture
def scored(files: Path, psr) -> Path:
    """Give the folder, with the result of its evidence.

    一支部 was absent once: 2 - 0.5 = 1.5, and is first by average: 2; 3.5 in all.
    二支部 was absent nine times: 2 - 2, since 4.5 is capped at 2, and is second: 0 in all.
    """
    assert psr(*SCORE).code == 0
    return files


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def rows(out: str) -> list[str]:
    """Give the rows of the table of differences, blanks made one."""
    _, _, table = out.partition("What differs, as written → as reckoned now\n")
    return [" ".join(line.split()) for line in table.partition("\n\n")[0].splitlines()]


def changes(out: str) -> list[tuple]:
    return [
        (change["unit"], change["what"], change["label"], change["before"], change["now"])
        for change in json.loads(out)["changes"]
    ]


# ---- it holds -------------------------------------------------------------------------------------------------


def test_a_result_holds(scored: Path, psr) -> None:
    code, out, err = psr(*VERIFY)
    assert (code, err) == (0, "")
    assert out.startswith(HOLDS)
    assert psr(*VERIFY, "--lang", "zh").out.startswith("结果成立：文件、版本均未变，每项得分都相同。\n")


def test_so_does_the_one_of_a_report(files: Path, psr) -> None:
    assert psr("report", "rules.psr", "evidence.yaml", "--output", "scores.json").code == 0
    assert psr(*VERIFY).out.startswith(HOLDS)


def test_it_holds_from_anywhere(scored: Path, psr, monkeypatch: pytest.MonkeyPatch) -> None:
    (scored / "below").mkdir()
    monkeypatch.chdir(scored / "below")
    names = [str(Path("..", name)) for name in VERIFY[1:]]
    assert psr("verify", *names).out.startswith(HOLDS)


def test_a_comment_in_the_rules_changes_no_point(scored: Path, psr) -> None:
    edit(scored / "rules.psr", "item 1.1", "# a remark\nitem 1.1")
    code, out, err = psr(*VERIFY)
    assert (code, err) == (0, "")
    assert out.startswith(STILL)
    [line] = [line for line in out.splitlines() if line.startswith("  rules")]
    assert line.split()[:2] == ["rules", "rules.psr"]
    assert "evidence.yaml" not in out


def test_a_file_by_another_name_is_the_same(scored: Path, psr) -> None:
    (scored / "evidence.yaml").rename(scored / "moved.yaml")
    assert psr("verify", "scores.json", "rules.psr", "moved.yaml").out.startswith(HOLDS)


def test_evidence_split_in_two_still_holds(scored: Path, psr) -> None:
    (scored / "one.yaml").write_text("unit: 一支部\nfacts: {absence: 1, average: 30}\n", encoding="utf-8")
    (scored / "two.yaml").write_text("unit: 二支部\nfacts: {absence: 9, average: 20}\n", encoding="utf-8")
    code, out, _ = psr("verify", "scores.json", "rules.psr", "two.yaml", "one.yaml")
    assert code == 0
    assert out.startswith(STILL)
    told = [" ".join(line.split()) for line in out.splitlines() if line.startswith("  ")]
    assert told == ["evidence evidence.yaml gone", "evidence one.yaml new", "evidence two.yaml new"]


def test_one_unit_of_several_is_verified_alone(files: Path, psr) -> None:
    assert psr(*SCORE, "--unit", "二支部").code == 0
    assert psr(*VERIFY).out.startswith(HOLDS)
    edit(files / "evidence.yaml", "absence: 1,", "absence: 2,")  # the other one's
    assert psr(*VERIFY).code == 0


def test_another_version_that_gives_the_same(scored: Path, psr) -> None:
    value = json.loads((scored / "scores.json").read_text(encoding="utf-8"))
    value["receipt"]["psr"] = "0.0.1"
    (scored / "scores.json").write_text(json.dumps(value), encoding="utf-8")
    code, out, _ = psr(*VERIFY)
    assert (code, out.startswith(STILL)) == (0, True)
    assert "  psr  0.0.1 → " in out


def test_a_title_that_was_mended(scored: Path, psr) -> None:
    edit(scored / "rules.psr", '"参加会议"', '"按时参加会议"')
    code, out, _ = psr(*VERIFY)
    assert (code, out.startswith(STILL)) == (0, True)
    assert "  1.1 title: 参加会议 → 按时参加会议\n" in out


def test_a_result_without_receipt(scored: Path, psr) -> None:
    value = json.loads((scored / "scores.json").read_text(encoding="utf-8"))
    del value["receipt"]
    (scored / "scores.json").write_text(json.dumps(value), encoding="utf-8")
    code, out, _ = psr(*VERIFY)
    assert code == 0
    assert out.startswith(STILL[:-1] + " It has no receipt")
    del value["units"][1]
    (scored / "scores.json").write_text(json.dumps(value), encoding="utf-8")
    code, out, _ = psr(*VERIFY)
    assert code == 0
    assert "Units that the result does not show\n  二支部\n" in out
    edit(scored / "evidence.yaml", "absence: 1,", "absence: 3,")
    assert psr(*VERIFY).code == 1


# ---- it does not ----------------------------------------------------------------------------------------------


def test_one_cell_of_evidence(scored: Path, psr) -> None:
    """Three absences cost 3 × 0.5 = 1.5 of 2: 0.5 are left, and 2.5 in all."""
    edit(scored / "evidence.yaml", "absence: 1,", "absence: 3,")
    code, out, err = psr(*VERIFY)
    assert (code, err) == (1, "")
    assert out.startswith("The result no longer holds: 2 values differ.\n")
    assert rows(out) == ["一支部 Total 3.5 → 2.5", "一支部 1.1 参加会议 1.5 → 0.5"]
    [line] = [line for line in out.splitlines() if line.startswith("  evidence")]
    assert line.split()[:2] == ["evidence", "evidence.yaml"]
    assert "rules.psr" not in out


def test_totals_and_ranks_come_first_and_the_item_that_moved_most(scored: Path, psr) -> None:
    """The averages change places: 1.2 gives 2 to the other. Three absences more take 1.5; nine or twelve take 2."""
    edit(scored / "evidence.yaml", "{absence: 1, average: 30}", "{absence: 4, average: 10}")
    code, out, _ = psr(*VERIFY, "--format", "json")
    assert code == 1
    assert changes(out) == [
        ("一支部", "total", "", "3.5", "0"),  # 2 - 4 × 0.5 + 0
        ("一支部", "rank", "", "1", "2"),
        ("二支部", "total", "", "0", "2"),  # 2 - 2 + 2
        ("二支部", "rank", "", "2", "1"),
        ("一支部", "item", "1.2", "2", "0"),
        ("二支部", "item", "1.2", "0", "2"),
        ("一支部", "item", "1.1", "1.5", "0"),
    ]


def test_a_rule_that_changed(scored: Path, psr) -> None:
    """One absence costs 0.4 now: 1.6 and 3.6; nine cost 3.6, capped at 2 as before."""
    edit(scored / "rules.psr", "deduct 0.5", "deduct 0.4")
    code, out, _ = psr(*VERIFY, "--format", "json")
    assert code == 1
    assert changes(out) == [("一支部", "total", "", "3.5", "3.6"), ("一支部", "item", "1.1", "1.5", "1.6")]
    assert [file["file"] for file in json.loads(out)["files"]] == ["rules.psr"]


def test_a_unit_that_came_and_one_that_went(scored: Path, psr) -> None:
    edit(scored / "evidence.yaml", "二支部", "三支部")
    code, out, _ = psr(*VERIFY)
    assert code == 1
    assert rows(out) == ["二支部 no longer in the evidence 0 → —", "三支部 new in the evidence — → 0"]


def test_what_is_no_longer_known(scored: Path, psr) -> None:
    """Anything from 2 - 2 to 2 points, 2 to 4 in all: the first in any case, for the other one has 0."""
    edit(scored / "evidence.yaml", "absence: 1,", "absence: unknown,")
    out = psr(*VERIFY).out
    assert rows(out) == ["一支部 Total 3.5 → 2 – 4 ?", "一支部 1.1 参加会议 1.5 → 0 – 2 ?"]


def test_an_item_that_came_and_one_that_went(scored: Path, psr) -> None:
    edit(scored / "rules.psr", "item 1.2", "item 1.3")
    code, out, _ = psr(*VERIFY, "--format", "json")
    assert code == 1
    assert changes(out) == [
        ("一支部", "item", "1.2", "2", None),
        ("一支部", "item", "1.3", None, "2"),
        ("二支部", "item", "1.2", "0", None),
        ("二支部", "item", "1.3", None, "0"),
    ]


def test_a_grade_and_a_ruling(files: Path, psr) -> None:
    """Ruled 2 instead of 1.5: 4 in all, which is 优秀."""
    edit(files / "rules.psr", "fact absence", 'grade "优秀" if total >= 4\ngrade "合格" if total >= 0\nfact absence')
    assert psr(*SCORE).code == 0
    ruling = '  一支部: {rulings: {"1.1": {points: 2, reason: 请假, by: 党总支}}, '
    edit(files / "evidence.yaml", "  一支部: {", ruling)
    code, out, _ = psr(*VERIFY, "--format", "json")
    assert code == 1
    assert changes(out) == [
        ("一支部", "total", "", "3.5", "4"),
        ("一支部", "grade", "", "合格", "优秀"),
        ("一支部", "item", "1.1", "1.5", "2 *"),
    ]


def test_a_result_of_some_of_the_units_says_of_which(files: Path, psr) -> None:
    assert psr(*SCORE, "--unit", "一支部").code == 0
    code, out, _ = psr(*VERIFY)
    assert (code, out.startswith(HOLDS)) == (0, True)
    assert out.splitlines()[1] == "This result holds 1 of the 2 units: 一支部"
    assert psr(*VERIFY, "--lang", "zh").out.splitlines()[1] == "这份结果只含 2 个单位中的 1 个：一支部"
    value = json.loads(psr(*VERIFY, "--format", "json").out)
    assert (value["units"], value["part"], value["before"]["units"]) == (["一支部"], True, 2)


def test_a_unit_that_was_taken_out_of_a_result(scored: Path, psr) -> None:
    assert json.loads(psr(*VERIFY, "--format", "json").out)["part"] is False
    value = json.loads((scored / "scores.json").read_text(encoding="utf-8"))
    del value["units"][0]
    (scored / "scores.json").write_text(json.dumps(value), encoding="utf-8")
    assert "This result holds 1 of the 2 units: 二支部\n" in psr(*VERIFY).out
    (scored / "scores.json").write_text(json.dumps(value | {"units": []}), encoding="utf-8")
    assert "This result holds 0 of the 2 units\n" in psr(*VERIFY).out


def test_a_grade_that_is_not_certain_is_told_from_none(files: Path, psr) -> None:
    """3.5 points are 优秀; with 2 to 4 it is that or none; with 2 – 2 + 2 it is none."""
    edit(files / "rules.psr", "fact absence", 'grade "优秀" if total >= 3\nfact absence')
    assert psr(*SCORE).code == 0
    edit(files / "evidence.yaml", "absence: 1,", "absence: unknown,")
    assert "一支部 Grade 优秀 → ?" in rows(psr(*VERIFY).out)
    edit(files / "evidence.yaml", "absence: unknown,", "absence: 4,")
    assert "一支部 Grade 优秀 → —" in rows(psr(*VERIFY).out)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"total": "3.5",\n      "low": "3.5",\n      "high": "3.5"', '"total": "4",\n      "low": "4",\n      "high": "4"', "一支部  Total  4 → 3.5"),
        ('"rank": 2', '"rank": 1', "二支部  Rank  1 → 2"),
        ('"grade": null', '"grade": "优秀"', "一支部  Grade  优秀 → —"),
        ('"title": "平均分"', '"title": "均分"', "1.2 title: 均分 → 平均分"),
        ('"worth": "2"', '"worth": "3"', "1.1 worth: 3 → 2"),
    ],
)  # fmt: skip
def test_a_result_that_was_altered(scored: Path, psr, old: str, new: str, told: str) -> None:
    """The files are the same, the version is the same: nothing else accounts for it."""
    edit(scored / "scores.json", old, new)
    code, out, _ = psr(*VERIFY)
    assert code == 1
    assert " ".join(out.split()).startswith(
        "The result does not hold: its files and the version are the same, so the result itself was altered."
    )
    assert told in out


def test_last_years_evidence_is_asked_for(files: Path, psr) -> None:
    (files / "rules.psr").write_text(
        'rubric "r" year 2019 total 1\nfact n number\nitem 1 "i" worth 1\n  award 1 if n > previous n\n',
        encoding="utf-8",
    )
    (files / "evidence.yaml").write_text("unit: A\nfacts: {n: 3}\n", encoding="utf-8")
    (files / "last.yaml").write_text("unit: A\nyear: 2018\nfacts: {n: 2}\n", encoding="utf-8")
    assert psr(*SCORE, "--previous", "last.yaml").code == 0
    assert psr(*VERIFY, "--previous", "last.yaml").out.startswith(HOLDS)
    code, out, _ = psr(*VERIFY)
    assert code == 1
    assert rows(out) == ["A Total 1 → 0 – 1 ?", "A 1 i 1 → 0 – 1 ?"]
    assert "add it with --previous" in out


def test_errors_passed_over_are_passed_over_again(files: Path, psr) -> None:
    edit(files / "evidence.yaml", "absence: 1,", "absence: some,")
    assert psr(*SCORE, "--keep-going").code == 1
    assert json.loads((files / "scores.json").read_text(encoding="utf-8"))["receipt"]["keep_going"]
    code, out, err = psr(*VERIFY)
    assert code == 0
    assert out.startswith(HOLDS)
    assert "error[PSR440]" in err


def test_that_errors_would_be_passed_over_is_nothing_without_errors(files: Path, psr) -> None:
    assert psr(*SCORE).code == 0
    assert psr(*SCORE[:-1], "other.json", "--keep-going").code == 0
    assert (files / "scores.json").read_bytes() == (files / "other.json").read_bytes()
    assert psr(*VERIFY, "--keep-going").out.startswith(HOLDS)


def test_errors_that_are_new_stop_it_and_the_files_are_named(scored: Path, psr) -> None:
    edit(scored / "evidence.yaml", "absence: 1,", "absence: some,")
    code, out, err = psr(*VERIFY)
    assert code == 1
    assert "error[PSR440]" in err
    assert out.startswith("The result can't be verified: there are errors in the files.\n")
    assert "evidence.yaml" in out


# ---- the command ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_the_table_fits_the_terminal(files: Path, psr, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    from psr.diagnostics.width import display_width

    monkeypatch.setenv("COLUMNS", width)
    edit(files / "rules.psr", '"参加会议"', f'"{"参加" * 40}会议"')
    assert psr(*SCORE).code == 0
    edit(files / "evidence.yaml", "absence: 1,", "absence: 3,")
    table = psr(*VERIFY).out.split("\n\n")[1].splitlines()[1:]
    assert len(table) == 2
    assert max(map(display_width, table)) <= int(width)


def test_json_says_what_the_schema_describes(scored: Path, psr) -> None:
    from jsonschema import Draft202012Validator

    root = Path(__file__).resolve().parents[2]
    schema = json.loads((root / "docs" / "verify.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    edit(scored / "evidence.yaml", "二支部", "三支部")
    edit(scored / "rules.psr", '"参加会议"', '"会议"')
    (scored / "more.yaml").write_text("unit: 五支部\n", encoding="utf-8")
    value = json.loads(psr(*VERIFY, "more.yaml", "--format", "json").out)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(value)] == []
    assert {file["before"] is None for file in value["files"]} == {True, False}
    assert (value["holds"], value["altered"]) == (False, False)
    assert len(value["rewordings"]) == 1


def test_the_result_is_not_overwritten(scored: Path, psr) -> None:
    code, _, err = psr(*VERIFY, "--output", "scores.json", "--force")
    assert code == 2
    assert "`scores.json` is a file that this command reads" in err
