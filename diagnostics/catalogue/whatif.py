"""46x: what is typed behind ``--whatif`` and can't be made a change of the evidence."""

from __future__ import annotations

from ..diagnostic import Kind
from ..words import Words

NOT_A_CHANGE = Kind(
    "PSR465",
    Words("`{text}` does not say what would change", "`{text}` 没有写明怎样改变"),
    Words("no change", "看不出怎样改变"),
    Words(
        "write a fact and its value, `{example}=3`; `{example}+1` or `{example}-1` for events more or fewer; "
        "or the number of an item and its mark, `1.2=2`",
        "请写数据及其值，如 `{example}=3`；增加或减少事件写 `{example}+1`、`{example}-1`；人工评分写指标编号和分值，如 `1.2=2`",
    ),
)
NO_EVENTS = Kind(
    "PSR466",
    Words("`{name}` counts no events, so there can't be more or fewer", "`{name}` 不是计量的数据，不能增减"),
    Words("`{sign}` is for events", "`{sign}` 只用于计量的数据"),
    Words("write what it would be: `{name}={value}`", "请直接写出它的值：`{name}={value}`"),
)
TOO_FEW = Kind(
    "PSR467",
    Words(
        "`{unit}` has only {found} of `{name}` for certain, so {asked} can't be taken away",
        "`{unit}` 的 `{name}` 能确定的只有 {found}，不能减去 {asked}",
    ),
    Words("too many", "减得过多"),
    Words(
        "take away fewer, or write how many there would be: `{name}=0`",
        "请少减一些，或直接写出数量：`{name}=0`",
    ),
)
HELP_FACTS = Words(
    "say what its evidence would be instead; it reads {known}",
    "请改为写明它所依据的佐证怎样改变；它依据的数据有 {known}",
)
HELP_NO_FACTS = Words("name a fact instead", "请改为写一项数据")
HELP_RULED = Words(
    "the committee has ruled its points ({by}): neither a mark nor other evidence moves them",
    "该项已由委员会裁定（{by}）：无论评分还是改动佐证，都不影响得分",
)
