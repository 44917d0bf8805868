"""The terminal's table: nothing is cut off, columns line up although Chinese is two cells wide, signs are explained."""

import io
import re

import pytest
from reports.cases import CASES, result_of, result_of_2019

from psr.diagnostics.width import display_width
from psr.reports.table import print_table, table_text


def rows(text: str) -> list[str]:
    """Give the lines of the table itself: below the rule, up to the notes."""
    lines = text.splitlines()
    first = next(number for number, line in enumerate(lines) if "────" in line)
    last = max(number for number, line in enumerate(lines) if re.match(r" +(Rank|名次) ", line))
    return [line for line in lines[first + 1 : last + 1] if line]


def cell_at(line: str, cell: int) -> str:
    """Give the character that ends at a terminal cell."""
    seen = 0
    for character in line:
        seen += display_width(character)
        if seen >= cell:
            return character
    return ""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_figures_of_a_column_end_in_the_same_cell(language) -> None:
    text = table_text(result_of("graded"), language, 100)
    header = next(line for line in text.splitlines() if "甲" in line)
    end = display_width(header[: header.index("甲") + 1])
    assert [cell_at(line, end) for line in rows(text)] == ["8", "8", "4", "4", "6", "秀", "1"]


@pytest.mark.parametrize("width", [36, 40, 60, 80, 120])
def test_no_line_of_the_table_is_wider_than_the_terminal(width) -> None:
    text = table_text(result_of_2019(), "zh", width)
    table = text[: text.index("* 委员会")]
    assert max(map(display_width, table.splitlines())) <= width


@pytest.mark.parametrize("width", [1, 20, 36, 40, 80])
def test_no_item_and_no_figure_is_lost_in_a_narrow_terminal(width) -> None:
    result = result_of_2019()
    text = table_text(result, "zh", width)
    for label in result.model.labels:
        assert re.search(rf"^ {re.escape(label)} ", text, re.MULTILINE)
    for name, total in (("一支部", "87.5"), ("二支部", "90")):
        assert name in text
        assert re.search(rf" {total}(?!\d)", text)


@pytest.mark.parametrize("name", CASES)
def test_no_figure_is_cut_off_at_any_width(name) -> None:
    """Rich crops what does not fit; so everything must."""
    result = result_of(name)

    def figures(width: int) -> list[list[str]]:
        tables = table_text(result, "zh", width).split("────\n")[1:]
        found = [rows(f"────\n{table}") for table in tables]
        return sorted(re.findall(r"[-\d.]+|[—?*…]", line) for table in found for line in table)

    wide = {figure for line in figures(200) for figure in line}
    for width in range(36, 100, 7):
        narrow = {figure for line in figures(width) for figure in line}
        assert narrow == wide, width


def test_many_units_come_in_several_tables() -> None:
    text = table_text(result_of("graded"), "en", 52)
    assert re.findall(r"^units? .*$", text, re.MULTILINE) == ["units 1 to 3 of 5", "units 4 to 5 of 5"]
    alone = table_text(result_of("graded"), "en", 36)
    assert re.findall(r"^units? .*$", alone, re.MULTILINE)[0] == "unit 1 of 5"


def test_no_line_ends_in_blanks() -> None:
    text = table_text(result_of("provisional"))
    assert [line for line in text.splitlines() if line != line.rstrip()] == []
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_signs_stand_in_the_sheet_and_below_it() -> None:
    """Provisional, ruled and left out are told apart without colour."""
    provisional = table_text(result_of("provisional"))
    assert " 3 – 4 ?" in provisional
    assert "\n? provisional" in provisional
    ruled = table_text(result_of("ruled"))
    assert " 6 *" in ruled
    assert "\n* ruled by the committee" in ruled
    left_out = table_text(result_of("left_out"))
    assert re.search(r" 1\.1 .* — +10\n", left_out)
    assert "\n— does not concern" in left_out


def test_a_sheet_without_signs_has_no_legend() -> None:
    result = result_of("ruled")
    result.units = result.units[1:]
    assert table_text(result).rstrip().splitlines()[-1].split() == ["Rank", "1"]


def test_markup_in_a_title_is_text() -> None:
    """What looks like rich's markup or an emoji code is the committee's own text."""
    result = result_of("ruled")
    result.units[0].name = "[bold]甲[/bold] :smile:"
    assert "[bold]" in table_text(result, "en", 120)


def test_escape_sequences_never_reach_the_terminal() -> None:
    result = result_of("ruled")
    result.units[0].name = "甲\x1b[31m"
    assert "\x1b" not in table_text(result, "en", 120)


def test_what_to_collect_is_cut_short_after_ten() -> None:
    result = result_of("provisional")
    unit = result.units[1]
    unit.to_collect = unit.to_collect * 4
    text = table_text(result)
    assert len(re.findall(r"^  [\d.]+ +(?:up to|without)", text, re.MULTILINE)) == 10
    assert text.endswith("  … +6\n")


def test_a_terminal_gets_bold_and_a_file_does_not() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal, file = Terminal(), io.StringIO()
    print_table(result_of("ruled"), terminal, width=80)
    print_table(result_of("ruled"), file, width=80)
    assert "\x1b[" not in file.getvalue()
    plain = re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue())
    assert plain == file.getvalue()
