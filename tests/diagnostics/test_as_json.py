from json import dumps, loads

from psr.diagnostics import Kind, Label, Place, SourceFile, Span, Words
from psr.diagnostics.as_json import to_json

UNKNOWN = Kind(
    "PSR201",
    Words("no fact is called `{name}`", "没有名为 `{name}` 的事实"),
    Words("not declared", "未声明"),
    Words("declare `{name}`", "请声明 `{name}`"),
)
EMPTY = Kind("PSR901", Words("the file is empty", "文件是空的"), severity="warning")

SOURCE = SourceFile("2019.psr", "扣 1 缺勤\n扣 2\n")


def test_an_error_with_two_labels():
    late, over_lines = Place(SOURCE, Span(4, 6)), Place(SOURCE, Span(2, 8))
    diagnostic = UNKNOWN.at(late, Label(over_lines), name="缺勤")
    assert to_json(diagnostic) == {
        "code": "PSR201",
        "severity": "error",
        "message": "no fact is called `缺勤`",
        "help": "declare `缺勤`",
        "labels": [
            {
                "file": "2019.psr",
                "line": 1,
                "column": 5,
                "end_line": 1,
                "end_column": 7,
                "text": "not declared",
            },
            {"file": "2019.psr", "line": 1, "column": 3, "end_line": 2, "end_column": 2, "text": ""},
        ],
    }
    in_chinese = to_json(diagnostic, "zh")
    assert in_chinese["message"] == "没有名为 `缺勤` 的事实"
    assert in_chinese["help"] == "请声明 `缺勤`"


def test_a_warning_about_a_whole_file():
    nowhere = {"line": None, "column": None, "end_line": None, "end_column": None}
    assert to_json(EMPTY.at(Place(SOURCE))) == {
        "code": "PSR901",
        "severity": "warning",
        "message": "the file is empty",
        "help": None,
        "labels": [{"file": "2019.psr", **nowhere, "text": ""}],
    }


def test_json_writes_it_as_it_is():
    value = to_json(UNKNOWN.at(Place(SOURCE, Span(0, 1)), name="\x00\u202e"))
    assert loads(dumps(value)) == value
    assert value["message"] == "no fact is called `\x00\u202e`"
