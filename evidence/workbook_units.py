"""Which columns of the sheet of facts, and rows of tables, are units': not remarks or arithmetic.

`psr template` writes the units for which it makes a workbook on the hidden sheet. A column that came later may be a
new unit, or something that a person wants to see beside the units, such as the figures of the year before, and is
asked after.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..diagnostics.catalogue import workbook as say
from .keys import closed_up, plain
from .record import Record, Report, Said
from .workbook_layout import bare_header

UNITS = "units"
"""The first cell of the hidden sheet's row that lists the units; there is none where the template was given no unit."""

_MOST = 30_000
"""So many characters of units' names fit into a cell; where there are more, they are not listed."""


_SUMS = frozenset(
    closed_up(word)
    for word in (
        *("合计", "小计", "总计", "共计", "总和", "total", "totals", "subtotal", "sum"),
        *("平均", "平均值", "平均分", "平均数", "average", "mean"),
        *("最高", "最高分", "最高值", "最低", "最低分", "最低值", "max", "maximum", "min", "minimum"),
    )
)
_NO_UNITS = _SUMS | frozenset(
    closed_up(word)
    for word in (
        *("备注", "说明", "审核意见", "意见", "note", "notes", "remark", "remarks"),
        *("排名", "名次", "rank"),
        *("上年", "上年度", "上年同期", "去年", "去年同期", "同比", "环比", "last year", "previous year"),
        *("目标", "目标值", "标准", "标准值", "满分", "full marks", "差额", "差值", "difference"),
        *("来源", "数据来源", "责任人", "data source", "person responsible"),
    )
)
_ENDINGS = ("平均", "平均值", "平均分", "平均数", "合计", "小计", "总计", "average", "total", "subtotal")
_DIGITS = "0123456789"
_DITTO = frozenset(map(plain, ("〃", "″", '"', "''", "同上", "ditto")))


def is_no_unit(header: str) -> bool:
    """Tell whether a header is what no unit is called: remarks and figures that people put beside the units."""
    word = closed_up(bare_header(header)).rstrip(_DIGITS)
    return word in _NO_UNITS or word.endswith(_ENDINGS)


def is_no_name(name: str) -> bool:
    """Tell whether what stands in a unit's place of a row may be no unit's name."""
    return is_sum(name) or is_remark(name) or is_ditto(name)


def is_sum(name: str) -> bool:
    """Tell whether a row is not a unit's but of all of them, such as the last one of a table: its sums."""
    return closed_up(name) in _SUMS


def is_remark(name: str) -> bool:
    """Tell whether what stands in a unit's place is a line of signatures or a remark, as 填表人：李某."""
    return ":" in plain(name)


def is_ditto(name: str) -> bool:
    """Tell whether a sign stands for the unit of the row above."""
    return plain(name) in _DITTO


def as_text(units: Sequence[str]) -> str:
    """Give the cell that lists units, one a line; empty where there are none, or more than a cell can hold."""
    text = "\n".join(" ".join(unit.split()) for unit in units)
    return text if len(text) <= _MOST else ""


def report_new_columns(
    columns: Iterable[Said], records: Iterable[Record], about: Mapping[str, Said], report: Report
) -> None:
    """Warn of units' columns that a workbook was made without, where it says with which it was made.

    One without any value is left alone: who is named nowhere else is warned of as a unit without evidence.
    """
    listed = about.get(UNITS)
    if listed is None:
        return
    known = {closed_up(name) for name in listed.text.splitlines()}
    filled = {record.unit.text for record in records}
    for column in columns:
        is_known = not known.isdisjoint({closed_up(column.text), closed_up(bare_header(column.text))})
        if column.text in filled and not is_known:
            report(say.NEW_COLUMN.at(column.place, name=column.text))
