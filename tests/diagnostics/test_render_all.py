from textwrap import dedent

import pytest

from psr.diagnostics import Diagnostic, Kind, Language, Place, SourceFile, Span, Words
from psr.diagnostics.render import render_all

WRONG = Kind("PSR201", Words("`{name}` is wrong", "`{name}` 有误"))
ODD = Kind("PSR901", Words("`{name}` is odd", "`{name}` 可疑"), severity="warning")

FIRST = SourceFile("z.psr", "one two three\n")
SECOND = SourceFile("a.psr", "four\n")


def at(kind: Kind, source: SourceFile, name: str) -> Diagnostic:
    start = source.text.index(name)
    return kind.at(Place(source, Span(start, start + len(name))), name=name)


def many(kind: Kind, number: int, source: SourceFile = FIRST) -> list[Diagnostic]:
    return [kind.at(Place(source, Span(0, 3)), name=str(index)) for index in range(number)]


def test_nothing_is_said_about_nothing():
    assert render_all([]) == ""


def test_files_come_as_they_are_met_and_places_in_order():
    whole = WRONG.at(Place(FIRST), name="z.psr")
    found = [at(WRONG, FIRST, "three"), at(WRONG, SECOND, "four"), at(ODD, FIRST, "one"), whole]
    assert render_all(found) + "\n" == dedent("""\
        error[PSR201]: `z.psr` is wrong
          ┌─ z.psr

        warning[PSR901]: `one` is odd
          ┌─ z.psr:1:1
        1 │ one two three
          │ ^^^

        error[PSR201]: `three` is wrong
          ┌─ z.psr:1:9
        1 │ one two three
          │         ^^^^^

        error[PSR201]: `four` is wrong
          ┌─ a.psr:1:1
        1 │ four
          │ ^^^^

        3 errors, 1 warning
        """)


@pytest.mark.parametrize(
    ("errors", "warnings", "language", "summary"),
    [
        (1, 0, "en", "1 error"),
        (2, 1, "en", "2 errors, 1 warning"),
        (0, 2, "en", "2 warnings"),
        (2, 1, "zh", "2 个错误，1 个警告"),
        (0, 1, "zh", "1 个警告"),
        (50, 0, "en", "50 errors"),
        (200, 84, "en", "… and 234 more\n200 errors, 84 warnings"),
        (200, 84, "zh", "… 还有 234 个未显示\n200 个错误，84 个警告"),
    ],
)
def test_the_last_words_count_them_all(errors: int, warnings: int, language: Language, summary: str):
    page = render_all(many(WRONG, errors) + many(ODD, warnings), language)
    assert page.split("\n\n")[-1] == summary


def test_of_too_many_the_errors_are_shown():
    page = render_all([*many(ODD, 60), *many(WRONG, 20, SECOND)])
    titles = [part.split("\n")[0] for part in page.split("\n\n")[:-1]]
    assert titles == [f"warning[PSR901]: `{index}` is odd" for index in range(30)] + [
        f"error[PSR201]: `{index}` is wrong" for index in range(20)
    ]


def test_color_and_width_reach_every_diagnostic():
    source = SourceFile("a.psr", "x" * 100)
    page = render_all(many(WRONG, 2, source), color=True, width=30)
    assert page.count("\x1b[31merror[PSR201]\x1b[0m") == 2
    assert page.count("1 │ " + "x" * 25 + "…") == 2


def test_the_end_of_reading_is_shown_behind_the_mistakes_however_many_they_are():
    ended = Kind("PSR409", Words("reading stopped", "读取到此为止"), ends=True)
    page = render_all([ended.at(Place(FIRST)), *many(WRONG, 200)])
    titles = [part.split("\n")[0] for part in page.split("\n\n")]
    assert titles[48:] == ["error[PSR201]: `48` is wrong", "error[PSR409]: reading stopped", "… and 151 more"]
