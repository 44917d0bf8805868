"""48x and 500: what only shows when the evidence is reckoned with the rules; 501: examples that do not come out."""

from __future__ import annotations

from ..diagnostic import Kind
from ..words import Words

UNDEFINED = Kind(
    "PSR480",
    Words("{what} for `{unit}`, so `{heading}` has no points", "`{unit}` {what}，`{heading}` 无法计分"),
    Words("has no value", "没有值"),
    Words("mend the evidence, or say with `default` what holds then", "请更正佐证，或用 `默认` 说明此时取何值"),
)
DIVIDES_BY_ZERO = Words("this divides by zero", "此处除以零")
MEAN_OF_NOTHING = Words("there is nothing here to take a figure of", "此处没有可供统计的数据")
TOO_LARGE = Words("a number here grows beyond a thousand digits", "此处的数超过一千位")
NO_PEERS = Words("there is no other unit whose mean could stand in", "没有其他单位的均分可取")
NO_UNITS = Kind(
    "PSR481",
    Words("the evidence names no unit", "佐证没有列出任何单位"),
    help=Words(
        "write down each unit, also one where nothing happened: with `0`, or its name alone",
        "请列出每个单位；没有发生的写 `0`，或只写单位名称",
    ),
)
RANK_OF_ONE = Kind(
    "PSR482",
    Words("`{unit}` is ranked among one", "`{unit}` 的名次没有可比的对象"),
    Words("a rank needs others", "名次需要比较"),
    Words("give the evidence of all units at once", "请一并提供所有单位的佐证"),
    severity="warning",
)
TIE_AT_QUOTA = Kind(
    "PSR483",
    Words("{units} tie for the last place of grade `{grade}`", "{units} 在等次 `{grade}` 的最后名额上并列"),
    Words("{places} places", "{places} 个名额"),
    Words("the committee must part them: extend `tie break by`", "须由委员会裁定先后：请补充 `同分按`"),
    severity="warning",
)
NO_PLACE = Kind(
    "PSR500",
    Words("grade `{grade}` has no place among {count} units", "{count} 个单位中，等次 `{grade}` 的名额为 0"),
    Words("comes to no place", "名额不足 1 个"),
    Words(
        "so nobody gets it; a number such as `for at most 1` gives a place however few the units are",
        "因此没有单位能评上；写作 `名额 1`，单位再少也有一个名额",
    ),
    severity="warning",
)
UNKNOWN_UNIT = Kind(
    "PSR484",
    Words("the evidence names no unit `{unit}`", "佐证中没有单位 `{unit}`"),
    None,
    Words("its units are {units}", "其中的单位有 {units}"),
)
NO_PREVIOUS = Kind(
    "PSR485",
    Words("the rubric reads last year's facts and none were given", "细则要用上年数据，但没有提供"),
    Words("reads last year", "读取上年数据"),
    Words("add `--previous` and last year's evidence", "请用 `--previous` 提供上年佐证"),
    severity="warning",
)
EXAMPLE_FAILS = Kind(
    "PSR501",
    Words("the example gives {found}, not {wanted}", "样例得到 {found}，而不是 {wanted}"),
    Words("expected {wanted}", "应得 {wanted}"),
    Words("mend the rule or the example", "请更正规则或样例"),
)
