"""Settings: where they are looked for, what they may say, and what is said of a slip in them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support.toy_rules import SAFE, UNSAFE, use

from psr.settings import Settings, settings_for

BOTH = """\
# teh deduct 1
rubric "r" year 2019 total 3
fact absence counts
item 1 "meetings" worth 3
  deduct 0.5 per absence
"""


@pytest.fixture(autouse=True)
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, SAFE, UNSAFE)


@pytest.fixture
def found(folder: Path, psr) -> Callable[..., list[str]]:
    """Write a rule file with PSR796 and PSR797 in it, lint it, and give the codes found."""
    (folder / "rules" / "2019").mkdir(parents=True)
    (folder / "rules" / "2019" / "a.psr").write_text(BOTH, encoding="utf-8")

    def lint(*options: str) -> list[str]:
        out = psr("lint", "rules/2019/a.psr", "--format", "json", *options).out
        return [finding["code"] for finding in json.loads(out)["findings"]]

    return lint


def put(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("where", ["psr.toml", "rules/psr.toml", "rules/2019/psr.toml"])
def test_settings_hold_for_all_folders_below(found, where: str) -> None:
    put(where, 'ignore = ["PSR797"]\n')
    assert found() == ["PSR796"]


def test_settings_may_stand_among_those_of_other_tools(found) -> None:
    put("pyproject.toml", '[project]\nname = "psr"\n[tool.other]\nselect = 1\n[tool.psr]\nselect = ["PSR797"]\n')
    assert found() == ["PSR797"]


def test_a_byte_order_mark_is_no_matter(found) -> None:
    put("psr.toml", '\ufeffignore = ["PSR797"]\n')
    assert found() == ["PSR796"]


def test_the_nearest_settings_hold_alone(found) -> None:
    put("psr.toml", 'ignore = ["PSR797"]\n')
    put("rules/psr.toml", 'ignore = ["PSR796"]\n')
    assert found() == ["PSR797"]
    put("rules/2019/pyproject.toml", "[tool.psr]\n")
    assert found() == ["PSR796", "PSR797"]


def test_a_project_that_does_not_speak_of_psr_is_passed_over(found) -> None:
    put("psr.toml", 'ignore = ["PSR797"]\n')
    put("rules/pyproject.toml", '[project]\nname = "psr"\n')
    put("rules/2019/pyproject.toml", "this is [no TOML")
    assert found() == ["PSR796"]


def test_our_own_file_goes_before_the_shared_one(found) -> None:
    put("psr.toml", 'ignore = ["PSR797"]\n')
    put("pyproject.toml", '[tool.psr]\nignore = ["PSR796"]\n')
    assert found() == ["PSR796"]


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (("--select", "PSR797"), ["PSR797"]),
        (("--select", "PSR7"), ["PSR796", "PSR797"]),
        (("--ignore", "PSR796"), ["PSR797"]),
        (("--ignore", "PSR6"), ["PSR796", "PSR797"]),
        (("--isolated",), ["PSR796", "PSR797"]),
    ],
)
def test_the_command_line_goes_before_settings(found, options: tuple[str, ...], codes: list[str]) -> None:
    put("psr.toml", 'select = ["PSR7"]\nignore = ["PSR797"]\n')
    assert found(*options) == codes


def test_the_settings_of_another_place_can_be_asked_for(found) -> None:
    put("psr.toml", 'ignore = ["PSR797"]\n')
    put("strict.toml", "ignore = []\n")
    assert found("--config", "strict.toml") == ["PSR796", "PSR797"]


def test_each_file_has_the_settings_of_its_own_folder(folder: Path, psr) -> None:
    for name, ignored in (("a", "PSR796"), ("b", "PSR797")):
        (folder / name).mkdir()
        put(f"{name}/r.psr", BOTH)
        put(f"{name}/psr.toml", f'ignore = ["{ignored}"]\n')
    value = json.loads(psr("lint", ".", "--format", "json").out)
    assert [(one["labels"][0]["file"], one["code"]) for one in value["findings"]] == [
        ("a/r.psr", "PSR797"),
        ("b/r.psr", "PSR796"),
    ]


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("slect = []", "`psr.toml`: no setting is called `slect`; did you mean `select`?",
         "`psr.toml`：没有名为 `slect` 的设置；您是想写 `select` 吗？"),
        ("x = 1", "`psr.toml`: no setting is called `x`; there are `select`, `ignore`, `keywords`",
         "`psr.toml`：没有名为 `x` 的设置；可用的有 `select`、`ignore`、`keywords`"),
        ('select = "PSR5"', '`psr.toml`: `select` has to be a list of codes, such as `select = ["PSR601", "PSR7"]`',
         '`psr.toml`：`select` 须为代码列表，例如 `select = ["PSR601", "PSR7"]`'),
        ("ignore = [5]", '`psr.toml`: `ignore` has to be a list of codes, such as `ignore = ["PSR601", "PSR7"]`',
         '`psr.toml`：`ignore` 须为代码列表，例如 `ignore = ["PSR601", "PSR7"]`'),
        ('keywords = "fr"', '`psr.toml`: `keywords` has to be `"en"` or `"zh"`',
         '`psr.toml`：`keywords` 须为 `"en"` 或 `"zh"`'),
        ('ignore = ["PSR798"]', "`psr.toml`: `psr lint` has no code `PSR798`; near to it are PSR797, PSR796",
         "`psr.toml`：`psr lint` 没有代码 `PSR798`；相近的有 PSR797、PSR796"),
    ],
)  # fmt: skip
def test_a_slip_is_said_with_its_place(found, psr, text: str, english: str, chinese: str) -> None:
    put("psr.toml", text)
    assert psr("lint", "rules") == (2, "", f"psr: {english}\n")
    assert psr("lint", "rules", "--lang", "zh").err == f"psr: {chinese}\n"


def test_nothing_is_mended_before_all_settings_are_right(folder: Path, psr) -> None:
    for name, text in (("a", ""), ("b", "x = 1")):
        (folder / name).mkdir()
        put(f"{name}/r.psr", BOTH)
        put(f"{name}/psr.toml", text)
    assert psr("lint", ".", "--fix").code == 2
    assert (folder / "a" / "r.psr").read_text(encoding="utf-8") == BOTH


@pytest.mark.parametrize("data", [b"select = [", b"\xff\xfe", b"a" * 10, b"x = " + b"[" * 100_000])
def test_a_file_that_is_no_toml(found, psr, data: bytes) -> None:
    Path("psr.toml").write_bytes(data)
    code, out, err = psr("lint", "rules")
    assert (code, out) == (2, "")
    assert err.startswith("psr: `psr.toml` can't be read: ")


def test_a_table_that_is_none(found, psr) -> None:
    put("pyproject.toml", "[tool]\npsr = 3\n")
    assert psr("lint", "rules") == (2, "", "psr: `pyproject.toml`: `tool.psr` has to be a table\n")


def test_settings_that_are_not_there(found, psr) -> None:
    code, _, err = psr("lint", "rules", "--config", "nothing.toml")
    assert code == 2
    assert err.startswith("psr: `nothing.toml` can't be read: ")


def test_keywords_are_read_for_the_formatter(folder: Path) -> None:
    put("psr.toml", 'keywords = "zh"\n')
    assert settings_for("rules.psr") == Settings("psr.toml", keywords="zh")
    assert settings_for(".") == Settings("psr.toml", keywords="zh")


def test_another_file_may_hold_its_settings_as_a_project_does(found, psr) -> None:
    put("my.toml", '[tool.psr]\nignore = ["PSR797"]\n[tool.other]\nx = 1\n')
    assert found("--config", "my.toml") == ["PSR796"]
    put("my.toml", 'select = ["PSR796"]\n[tool.psr]\nignore = ["PSR797"]\n')
    assert "no setting is called `tool`" in psr("lint", "rules", "--config", "my.toml").err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"select = [", "文件末尾不合 TOML 语法，内容不完整"),
        (b"\n  = 3\n", "第 2 行第 3 列不合 TOML 语法"),
        (b"\xff\xfe", "它不是 UTF-8 编码"),
        (b"x = " + b"[" * 100_000, "括号嵌套过深"),
        (None, "没有这个文件"),
    ],
)
def test_why_it_is_no_toml_is_said_in_chinese(found, psr, data: bytes | None, said: str) -> None:
    if data is not None:
        Path("my.toml").write_bytes(data)
    assert psr("lint", "rules", "--config", "my.toml", "--lang", "zh").err == f"psr: 无法读取 `my.toml`：{said}\n"
