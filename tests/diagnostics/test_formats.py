"""Findings for other programs: each format by its own standard, whatever authors write and however files are called."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from psr.diagnostics import Diagnostic, Edit, Fix, Kind, Label, Language, Place, SourceFile, Span, Words
from psr.diagnostics.formats import github, json_text, junit, sarif, statistics, text

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
SARIF = Draft7Validator(SCHEMA)

ODD = Kind(
    "PSR601", Words("`{name}` is odd", "`{name}` 可疑"), Words("here", "在此"), Words("mend it", "请改正"), "warning"
)
WRONG = Kind("PSR201", Words("`{name}` is wrong", "`{name}` 有误"))

SOURCE = SourceFile("规则/2019 年.psr", "扣 1 每 缺席\n扣 2 每 𠮷人\n")
"""The last name but one begins with a character outside the basic plane: two code units in UTF-16, one character."""
DELETE = Fix(Words("delete `{name}`", "删去 `{name}`"), (Edit(Span(0, 9), ""), Edit(Span(15, 17), "x\n")), safe=False)
FOUND = [
    ODD.at(Place(SOURCE, Span(15, 17)), Label(Place(SOURCE, Span(6, 8)), Words("first", "先前")), fix=DELETE, name="𠮷人"),
    WRONG.at(Place(SOURCE, Span(6, 17)), name="x"),
    WRONG.at(Place(SourceFile("b.psr", "")), name="y"),
]  # fmt: skip


def title(kind: Kind) -> str:
    return f"about {kind.code}"


# ---- SARIF ----------------------------------------------------------------------------------------------------


def log(found: list[Diagnostic], language: Language = "en") -> Any:
    value = json.loads(sarif(found, language, "1.2.3", title))
    assert [error.message for error in SARIF.iter_errors(value)] == []
    return value


def test_the_schema_is_the_one_that_is_meant() -> None:
    assert SCHEMA["title"] == "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
    assert list(SARIF.iter_errors({"version": "2.1.0"})) != []


def test_sarif_of_nothing() -> None:
    assert log([])["runs"][0]["results"] == []


@pytest.mark.parametrize(("language", "message"), [("en", "`𠮷人` is odd\nmend it"), ("zh", "`𠮷人` 可疑\n请改正")])
def test_sarif_of_a_finding(language: Language, message: str) -> None:
    run = log(FOUND, language)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["version"] == "1.2.3"
    result = run["results"][0]
    assert result["level"] == "warning"
    assert result["message"]["text"] == message
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 9}
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 1
    assert related["message"]["text"] == ("first" if language == "en" else "先前")


def test_sarif_describes_each_rule_once() -> None:
    run = log(FOUND)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["shortDescription"]["text"]) for rule in rules] == [
        ("PSR201", "about PSR201"),
        ("PSR601", "about PSR601"),
    ]
    assert rules[1]["fullDescription"]["text"] == "`…` is odd"
    assert rules[1]["help"]["text"] == "mend it\npsr rule PSR601"
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [one.code for one in FOUND]


def test_sarif_of_a_fix() -> None:
    (fix,) = log(FOUND)["runs"][0]["results"][0]["fixes"]
    assert fix["description"]["text"] == "delete `𠮷人`"
    (change,) = fix["artifactChanges"]
    assert [one["deletedRegion"] for one in change["replacements"]] == [
        {"startLine": 1, "startColumn": 1, "endLine": 2, "endColumn": 1},
        {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 9},
    ]
    assert [one["insertedContent"]["text"] for one in change["replacements"]] == ["", "x\n"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("rules/2019.psr", "rules/2019.psr"),
        ("a b.psr", "a%20b.psr"),
        ("/srv/a.psr", "file:///srv/a.psr"),
        ("rules\\a.psr", "rules/a.psr"),
        ("C:\\rules\\a.psr", "file:///C:/rules/a.psr"),
        ("<stdin>", "%3Cstdin%3E"),
        ("a:b.psr", "a%3Ab.psr"),
        ("规.psr", "%E8%A7%84.psr"),
    ],
)
def test_files_are_named_by_references(name: str, uri: str) -> None:
    place = Place(SourceFile(name, ""))
    location = log([WRONG.at(place, name="x")])["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location == {"artifactLocation": {"uri": uri}}


# ---- GitHub ---------------------------------------------------------------------------------------------------


def test_github() -> None:
    assert github(FOUND, "en").splitlines() == [
        "::warning file=规则/2019 年.psr,line=2,endLine=2,col=7,endColumn=9,title=PSR601::`𠮷人` is odd%0Amend it",
        "::error file=规则/2019 年.psr,line=1,endLine=2,title=PSR201::`x` is wrong",
        "::error file=b.psr,title=PSR201::`y` is wrong",
    ]


def test_github_is_not_led_astray() -> None:
    """A percent sign, a colon or a comma ends nothing, and a name holds no command of its own."""
    source = SourceFile("50%,a:b.psr", "")
    said = github([WRONG.at(Place(source), name="100%\n::set-output x")], "en")
    assert said == "::error file=50%25%2Ca%3Ab.psr,title=PSR201::`100%25⏎::set-output x` is wrong\n"


# ---- JUnit ----------------------------------------------------------------------------------------------------


def test_junit() -> None:
    report = ET.fromstring(junit(["clean.psr", SOURCE.name, "b.psr"], FOUND, "en"))
    assert (report.tag, report.get("tests"), report.get("failures")) == ("testsuites", "4", "3")
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in report] == [
        ("clean.psr", "1", "0"),
        (SOURCE.name, "2", "2"),
        ("b.psr", "1", "1"),
    ]
    cases = report.findall("testsuite/testcase")
    assert [case.get("name") for case in cases] == ["psr lint", "PSR601 2:7", "PSR201 1:7", "PSR201"]
    (failure,) = cases[1]
    assert (failure.tag, failure.get("type"), failure.get("message")) == ("failure", "warning", "`𠮷人` is odd")
    assert "2 │ 扣 2 每 𠮷人\n" in (failure.text or "")


# ---- JSON, statistics, text -----------------------------------------------------------------------------------


def test_json() -> None:
    value = json.loads(json_text(["a.psr", SOURCE.name], FOUND, "zh"))
    assert value["files"] == ["a.psr", SOURCE.name]
    first, second, _ = value["findings"]
    assert (first["code"], first["message"], second["fix"]) == ("PSR601", "`𠮷人` 可疑", None)
    assert first["fix"] == {
        "what": "删去 `𠮷人`",
        "safe": False,
        "edits": [
            {"line": 1, "column": 1, "end_line": 2, "end_column": 1, "text": ""},
            {"line": 2, "column": 7, "end_line": 2, "end_column": 9, "text": "x\n"},
        ],
    }


def test_statistics() -> None:
    assert statistics(FOUND, title) == "2  PSR201  about PSR201\n1  PSR601  about PSR601\n"
    many = [FOUND[0]] * 10 + [FOUND[1]]
    assert statistics(many, title) == "10  PSR601  about PSR601\n 1  PSR201  about PSR201\n"
    assert statistics([], title) == ""


def test_text_of_nothing() -> None:
    assert text(2, [], "en") == "2 files, nothing found\n"


# ---- any text -------------------------------------------------------------------------------------------------

ANY_TEXT = st.text(max_size=30)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_nothing_an_author_writes_breaks_a_format(name: str, line: str, word: str) -> None:
    name = name.encode(errors="replace").decode() or "x"  # as the names of files that are read come
    source = SourceFile(name, line)
    found = [ODD.at(Place(source, Span(0, len(line))), name=word), WRONG.at(Place(source), name=word)]
    for language in ("en", "zh"):
        log(found, language)
        report = ET.fromstring(junit([name], found, language))
        assert len(report.findall("testsuite/testcase/failure")) == 2
        commands = github(found, language)
        assert len(re.findall("\n", commands)) == 2
        assert "\r" not in commands
        assert len(json.loads(json_text([name], found, language))["findings"]) == 2
        assert text(1, found, language)


@given(ANY_TEXT)
def test_the_name_of_a_file_can_be_read_back(name: str) -> None:
    name = "f" + name.encode(errors="replace").decode().replace("\\", "/")
    if re.match("[A-Za-z]:/", name):
        return
    (result,) = log([WRONG.at(Place(SourceFile(name, "")), name="x")])["runs"][0]["results"]
    assert unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == name
