"""Each picture below was drawn by hand: the caret must stand under what it points at."""

from textwrap import dedent

import pytest

from psr.diagnostics import Diagnostic, Kind, Label, Place, SourceFile, Span, Words
from psr.diagnostics.render import render
from psr.diagnostics.width import display_width

UNKNOWN = Kind(
    "PSR201",
    Words("no fact is called `{name}`", "没有名为 `{name}` 的事实"),
    Words("not declared", "未声明"),
)
UNUSED = Kind("PSR901", Words("`{name}` is never used", "`{name}` 从未使用"), severity="warning")
EMPTY = Kind("PSR001", Words("the file is empty", "文件是空的"))
DID_YOU_MEAN = Words("did you mean `absence` (declared on line 12)?", "是否想写 `absence`（声明于第 12 行）？")


def find(source: SourceFile, words: str, end: str | None = None) -> Place:
    """Give the place of the first such words in a source, or from them to the end of some later ones."""
    start = source.text.index(words)
    last = end or words
    return Place(source, Span(start, source.text.index(last, start) + len(last)))


def drawn(picture: str) -> str:
    return dedent(picture).strip("\n")


def rules(line: str, number: int = 41) -> SourceFile:
    return SourceFile("rules/2019.psr", "\n" * (number - 1) + line + "\n")


def unknown(line: str, name: str, number: int = 41) -> Diagnostic:
    return UNKNOWN.at(find(rules(line, number), name), name=name)


def test_an_error_shows_its_line_and_how_to_mend_it():
    source = rules("  deduct 0.5 per absense cap 2")
    diagnostic = UNKNOWN.at(find(source, "absense"), help=DID_YOU_MEAN, name="absense")
    assert render(diagnostic) == drawn("""
        error[PSR201]: no fact is called `absense`
           ┌─ rules/2019.psr:41:18
        41 │   deduct 0.5 per absense cap 2
           │                  ^^^^^^^ not declared
           = help: did you mean `absence` (declared on line 12)?
        """)
    assert render(diagnostic, "zh") == drawn("""
        错误[PSR201]: 没有名为 `absense` 的事实
           ┌─ rules/2019.psr:41:18
        41 │   deduct 0.5 per absense cap 2
           │                  ^^^^^^^ 未声明
           = 帮助: 是否想写 `absence`（声明于第 12 行）？
        """)


def test_a_warning_without_label_and_help():
    assert render(UNUSED.at(find(rules("fact late: count", 7), "late"), name="late")) == drawn("""
        warning[PSR901]: `late` is never used
          ┌─ rules/2019.psr:7:6
        7 │ fact late: count
          │      ^^^^
        """)


def test_color_marks_severity_and_help_and_nothing_of_the_source():
    error = UNKNOWN.at(find(rules("per lat", 3), "lat"), help=DID_YOU_MEAN, name="lat")
    assert render(error, color=True).splitlines() == [
        "\x1b[31merror[PSR201]\x1b[0m: no fact is called `lat`",
        "  ┌─ rules/2019.psr:3:5",
        "3 │ per lat",
        "  │     \x1b[31m^^^ not declared\x1b[0m",
        "  = \x1b[36mhelp:\x1b[0m did you mean `absence` (declared on line 12)?",
    ]
    warning = UNUSED.at(find(rules("fact late", 3), "late"), name="late")
    assert "\x1b[33mwarning[PSR901]\x1b[0m:" in render(warning, color=True)
    assert "\x1b[33m^^^^\x1b[0m" in render(warning, color=True)


def test_a_chinese_character_is_two_cells_wide():
    # The column counts characters: four, a space, three and a space stand before it. The cells are 8 + 1 + 5 + 1.
    assert render(unknown("每次扣分 0.5 缺勤次 上限 2", "缺勤次"), "zh") == drawn("""
        错误[PSR201]: 没有名为 `缺勤次` 的事实
           ┌─ rules/2019.psr:41:10
        41 │ 每次扣分 0.5 缺勤次 上限 2
           │              ^^^^^^ 未声明
        """)


def test_a_tab_reaches_to_the_next_fourth_cell():
    assert render(unknown("\tper\tlat\t1", "lat", 3)) == drawn("""
        error[PSR201]: no fact is called `lat`
          ┌─ rules/2019.psr:3:6
        3 │     per lat 1
          │         ^^^ not declared
        """)


def test_a_combining_mark_takes_no_cell():
    assert render(unknown("per cafe\u0301 lat", "lat", 3)) == drawn("""
        error[PSR201]: no fact is called `lat`
          ┌─ rules/2019.psr:3:11
        3 │ per cafe\u0301 lat
          │          ^^^ not declared
        """)
    accent = UNUSED.at(find(rules("cafe\u0301", 3), "\u0301"), name="x")
    assert render(accent).endswith("\n  │     ^")


def test_an_empty_span_gets_one_caret():
    source = rules("扣分", 3)
    start = source.text.index("扣")
    assert render(UNKNOWN.at(Place(source, Span(start, start)), name="")).endswith("3 │ 扣分\n  │ ^ not declared")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_end_of_a_line_can_be_pointed_at(line_end: str):
    source = SourceFile("a.psr", f"per{line_end}cap")
    assert render(UNUSED.at(Place(source, Span(3, 3 + len(line_end))), name="x")) == drawn("""
        warning[PSR901]: `x` is never used
          ┌─ a.psr:1:4
        1 │ per
          │    ^
        """)


def test_the_end_of_the_file_can_be_pointed_at():
    source = SourceFile("a.psr", "per\n")
    assert render(UNUSED.at(Place(source, Span(4, 4)), name="x")) == drawn("""
        warning[PSR901]: `x` is never used
          ┌─ a.psr:2:1
        2 │
          │ ^
        """)


def test_a_span_over_lines_shows_its_first_line_to_the_end():
    source = SourceFile("a.psr", "item 1 first\n  deduct 2\nitem 2\n")
    assert render(UNKNOWN.at(find(source, "first", "deduct"), name="x")) == drawn("""
        error[PSR201]: no fact is called `x`
          ┌─ a.psr:1:8
        1 │ item 1 first
          │        ^^^^^ not declared
        """)


def test_a_whole_file_has_no_line_to_show():
    assert render(EMPTY.at(Place(rules("")))) == drawn("""
        error[PSR001]: the file is empty
          ┌─ rules/2019.psr
        """)


def test_labels_stand_in_the_order_of_lines_and_the_first_gives_the_header():
    text = "fact absence: count\n# on duty\nfact lateness: count\n\n\n\n\n\n\n  deduct 1 per late\nitem 2"
    source = SourceFile("a.psr", text)
    diagnostic = UNKNOWN.at(
        find(source, "late\n"),
        Label(find(source, "item 2")),
        Label(find(source, "lateness"), Words("looks like it", "与之相似")),
        Label(find(source, "absence"), Words("declared", "已声明")),
        name="late",
    )
    assert render(diagnostic) == drawn("""
        error[PSR201]: no fact is called `late`
           ┌─ a.psr:10:16
         1 │ fact absence: count
           │      ------- declared
           ·
         3 │ fact lateness: count
           │      -------- looks like it
           ·
        10 │   deduct 1 per late
           │                ^^^^ not declared
        11 │ item 2
           │ ------
        """)


def test_labels_on_one_line_share_it():
    source = rules("points of 1.1 = points of 1.2", 5)
    diagnostic = UNKNOWN.at(
        find(source, "1.2"),
        Label(find(source, "="), Words("compared here", "在此比较")),
        Label(find(source, "1.1"), Words("this is `{name}`", "这是 `{name}`")),
        name="x",
    )
    assert render(diagnostic) == drawn("""
        error[PSR201]: no fact is called `x`
          ┌─ rules/2019.psr:5:27
        5 │ points of 1.1 = points of 1.2
          │                           ^^^ not declared
          │           --- this is `x`
          │               - compared here
        """)


def test_labels_in_other_files_have_a_block_of_their_own():
    main, other = rules("  per lat", 100), SourceFile("units.psr", "fact late: count\n")
    diagnostic = UNKNOWN.at(
        find(main, "lat"),
        Label(find(other, "late"), Words("declared here", "在此声明")),
        Label(Place(SourceFile("evidence.csv", "")), Words("has no such column", "没有这一列")),
        Label(find(main, "per")),
        name="lat",
    )
    assert render(diagnostic) == drawn("""
        error[PSR201]: no fact is called `lat`
            ┌─ rules/2019.psr:100:7
        100 │   per lat
            │       ^^^ not declared
            │   ---
            ┌─ units.psr:1:6
          1 │ fact late: count
            │      ---- declared here
            ┌─ evidence.csv: has no such column
        """)


def test_nothing_unseen_reaches_the_terminal():
    source = SourceFile("a\x1b.psr", "\x1b[2Jper \u202elat\x00 x\n")
    diagnostic = UNKNOWN.at(
        find(source, "lat\x00"),
        under=Words("not `{name}`", "不是 `{name}`"),
        help=Words("write `{name}`", "请写 `{name}`"),
        name="lat\u202e\n",
    )
    # \x1b and \x00 are four cells wide, <U+202E> eight.
    assert render(diagnostic) == drawn(r"""
        error[PSR201]: no fact is called `lat<U+202E>⏎`
          ┌─ a\x1b.psr:1:10
        1 │ \x1b[2Jper <U+202E>lat\x00 x
          │                    ^^^^^^^ not `lat<U+202E>⏎`
          = help: write `lat<U+202E>⏎`
        """)


def test_an_argument_may_be_a_number_or_differ_by_language():
    kind = Kind("PSR202", Words("{found} takes {count} values", "{found}有 {count} 个值"))
    found = Words("the table\x07 " + "x" * 400, "这张表\x07")
    diagnostic = kind.at(Place(rules("")), found=found, count=2)
    # Of 400 cells, `the table\x07 ` takes 14 and the ellipsis one.
    title = "error[PSR202]: the table\\x07 " + "x" * 385 + "… takes 2 values"
    assert render(diagnostic).splitlines()[0] == title
    assert render(diagnostic, "zh").splitlines()[0] == "错误[PSR202]: 这张表\\x07有 2 个值"


class TestLongLines:
    """Pictures 40 cells wide: with a line number of one digit, the source has 36 of them."""

    def test_a_line_that_just_fits_is_whole(self):
        line = "per lat " + "x" * 28
        assert len(line) == 36
        assert render(unknown(line, "lat", 3), width=40).splitlines()[2] == "3 │ " + line

    def test_a_line_is_cut_behind_its_mark(self):
        assert render(unknown("per lat " + "x" * 29, "lat", 3), width=40).splitlines()[2:] == [
            "3 │ per lat " + "x" * 27 + "…",
            "  │     ^^^ not declared",
        ]

    def test_a_line_is_cut_on_both_sides_of_its_mark(self):
        # A third of the room, 12 cells, is shown before the mark; the ellipses take a cell each.
        assert render(unknown("y" * 100 + " lat " + "x" * 100, "lat", 3), width=40).splitlines()[1:] == [
            "  ┌─ rules/2019.psr:3:102",
            "3 │ …" + "y" * 11 + " lat " + "x" * 18 + "…",
            "  │              ^^^ not declared",
        ]

    def test_near_its_end_a_line_fills_the_room(self):
        # The label has no room behind the mark, so it stands below, as far right as it can.
        assert render(unknown("y" * 100 + " lat", "lat", 3), width=40).splitlines()[2:] == [
            "3 │ …" + "y" * 31 + " lat",
            "  │ " + " " * 33 + "^^^",
            "  │ " + " " * 24 + "not declared",
        ]

    def test_chinese_is_cut_between_characters(self):
        # 35 cells beside the ellipsis hold 17 characters, and one cell stays empty.
        assert render(unknown("缺勤" + "分" * 20, "缺勤", 3), width=40).splitlines()[2] == (
            "3 │ 缺勤" + "分" * 15 + "…"
        )

    def test_a_mark_wider_than_the_room_shows_its_beginning(self):
        source = rules("per " + "x" * 100, 3)
        assert render(UNUSED.at(find(source, "x" * 100), name="x"), width=40).splitlines()[2:] == [
            "3 │ …" + "x" * 34 + "…",
            "  │  " + "^" * 34,
        ]

    def test_marks_far_apart_on_a_line_show_it_twice(self):
        source = rules("lat " + "y" * 100 + " late", 3)
        diagnostic = UNKNOWN.at(find(source, "late"), Label(find(source, "lat")), name="late")
        assert render(diagnostic, width=40).splitlines()[2:] == [
            "3 │ …" + "y" * 30 + " late",
            "  │ " + " " * 32 + "^^^^",
            "  │ " + " " * 24 + "not declared",
            "3 │ lat " + "y" * 31 + "…",
            "  │ ---",
        ]

    def test_a_label_wider_than_the_room_is_cut(self):
        source = rules("per lat", 3)
        diagnostic = UNUSED.at(find(source, "lat"), under=Words("x" * 50, "x" * 50), name="lat")
        assert render(diagnostic, width=40).splitlines()[3:] == ["  │     ^^^", "  │ " + "x" * 35 + "…"]

    def test_ten_million_characters_in_a_line_make_a_small_picture(self):
        half = "考\u0301\t\x00" * 1_250_000
        name = "长" * 1_000_000
        source = SourceFile("a.psr", half + "lat" + half)
        picture = render(UNKNOWN.at(Place(source, Span(5_000_000, 5_000_003)), name=name)).splitlines()
        assert picture[0] == "error[PSR201]: no fact is called `" + "长" * 199 + "…`"  # 400 cells of it
        assert all(display_width(line) <= 80 for line in picture[1:])
        before = picture[2][: picture[2].index("lat")]
        assert picture[3] == "  │ " + " " * (display_width(before) - 4) + "^^^ not declared"
