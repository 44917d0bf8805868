"""What the workbook says to the people who fill it in, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import assert_never

from ...diagnostics import Language, Words
from ...interpreter.interval import Exact
from ...interpreter.model import FactModel, Model, Type
from ...interpreter.show import number_text, share_text

TITLE = Words("Evidence for “{rubric}”", "“{rubric}”佐证台账")
TITLE_OF_YEAR = Words("Evidence for “{rubric}”, {year}", "“{rubric}”{year}年度佐证台账")
STEPS = (
    Words("How to fill in this workbook", "填写说明"),
    Words(
        "1. Sheet “Facts”: one row a fact, one column a unit. Write what was measured; where a cell is coloured, it is required.",
        "1. “数据”表：每行一项数据，每个单位一列，填写核实的结果；如有底色突出的单元格，必须填写。",
    ),
    Words(
        "2. Sheet “Events”: one row for each event, such as an absence or a prize. Choose the unit and the fact from the lists; what did not happen needs no row. A row without a quantity counts as one event; a required fact needs a number (its cell is coloured until there is one): 0 if nothing happened.",
        "2. “事件”表：每发生一件事（如一次缺席、一篇获奖）填一行，单位和数据从下拉列表中选择；没有发生的不必填。数量留空按一件计；必填的数据须写明数量（未写明的有底色突出），没有发生填 0。",
    ),
    Words(
        "3. Sheet “Marks”: the committee's own marks, and rulings that overrule the arithmetic. A ruling needs points, reason and who decided.",
        "3. “评定”表：委员会的酌情评分，以及不按计算结果的裁定。裁定须写明得分、理由和决定人。",
    ),
    Words(
        "4. Where only a bound is known, write the bound: >= 8, < 9232.86, 4..10. Where nothing is known, write: unknown. Never invent a number.",
        "4. 只知道界限时写界限：>= 8、< 9232.86、4至10；不知道写“未知”，不适用写“不适用”。不要编造数字。",
    ),
    Words(
        "5. Rows and columns may be added; titles of sheets and the first row must stay as they are.",
        "5. 可以增加行和单位列；请不要改动工作表名称和首行的列名。",
    ),
    Words(
        "6. Hold the mouse over a cell with a red corner to read the regulation's own words.",
        "6. 鼠标停在右上角有红色标记的单元格上，可以看到细则原文。",
    ),
)
UNITS_TO_COME = Words(
    "Write the units' names into the first row of sheet “Facts”, from column {column} on.",
    "请先在“数据”表首行从 {column} 列起填写各单位名称。",
)
COUNTED = Words("Facts to record as events", "需要逐件登记的数据")
GUIDE_COLUMNS = (
    Words("Fact", "数据"),
    Words("Counted in", "计量单位"),
    Words("What else to fill in", "还要填写"),
    Words("Required", "要求"),
    Words("Items", "指标"),
    Words("The regulation's words", "细则原文"),
)
REQUIRED = Words("required", "必填")
REQUIRED_EVENTS = Words("required: write 0 if there was none", "必填：没有发生填 0")
PRESUMED = Words("if empty: {value}", "不填视为：{value}")
YES_NO = (Words("yes", "是"), Words("no", "否"))
UNKNOWN = Words("unknown", "未知")
COMMA = Words(", ", "、")
READ_BY = Words("for {items}", "用于 {items}")
UNIT = Words("Write the unit's name here", "在此填写单位名称")
CHECK_CELL = Words("Please check this cell", "请检查此单元格")
FROM_LIST = Words("Choose from the list, or write: unknown, n/a", "请从列表中选择，或填“未知”“不适用”")
ONLY_LIST = Words("Choose from the list", "请从列表中选择")
OF_FACT = Words("{fact}: {how}", "{fact}：{how}")

_SAMPLE = date(2019, 3, 25)


def how_to_write(kind: Type, language: Language, day: date) -> str:
    """Say in a few words what may stand in a cell of a type; ``day`` shows how days are written."""
    return _how(kind, day).say(language, {})


def sample_day(model: Model) -> date:
    """Give a day by which to show how days are written: one of the rubric's period, where it has one."""
    if model.period is None:
        return _SAMPLE if model.year is None else _SAMPLE.replace(year=model.year)
    first, last = model.period
    days = (_SAMPLE.replace(year=year) for year in (first.year, last.year))
    return next((day for day in days if first <= day <= last), first)


def _measured_in(noun: str) -> Words:
    """Say in what an amount is measured; empty where its declaration does not tell."""
    return Words(f", in {noun}", f"，以{noun}计") if noun else Words("", "")


def _how(kind: Type, day: date) -> Words:
    match kind.kind:
        case "counts":
            return Words("a whole number, or a bound such as >= 8", "整数，或界限，如 >= 8")
        case "number":
            low, high = _ends(kind, number_text)
            noun = _measured_in(kind.noun)
            return Words(f"a number{noun.en}{low.en}{high.en}", f"数字{noun.zh}{low.zh}{high.zh}")
        case "percent":
            low, high = _ends(kind, share_text)
            return Words(f"a percentage such as 67%{low.en}{high.en}", f"百分比，如 67%{low.zh}{high.zh}")
        case "yes/no":
            return Words("yes or no", "是 或 否")
        case "date":
            return Words(f"a date such as {day}", f"日期，如 {day}")
        case "text":
            return Words("text", "文字")
        case "choice":
            return Words("one of: " + ", ".join(_labels(kind)), "选一项：" + "、".join(_labels(kind)))
        case _:
            assert_never(kind.kind)


def _ends(kind: Type, show: Callable[[Exact], str]) -> tuple[Words, Words]:
    low = Words("", "") if kind.low is None else Words(f", {show(kind.low)} or more", f"，不小于{show(kind.low)}")
    high = Words("", "") if kind.high is None else Words(f", {show(kind.high)} or less", f"，不大于{show(kind.high)}")
    return low, high


def _labels(kind: Type) -> list[str]:
    return list(kind.options.values())


def requirement(fact: FactModel, presumed: str, language: Language) -> str:
    """Say whether a fact has to be filled in, or what holds where it is not; ``presumed`` is that, as written."""
    if fact.required:
        return (REQUIRED_EVENTS if fact.counts else REQUIRED).say(language, {})
    if fact.presumed is not None:
        return PRESUMED.say(language, {"value": presumed})
    return ""
