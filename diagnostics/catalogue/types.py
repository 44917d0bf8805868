"""3xx: things that don't go together: a share and a number, a date and a text, a table and its rows."""

from __future__ import annotations

from ..diagnostic import Kind
from ..words import Words

KINDS: dict[str, Words] = {
    "counts": Words("a count", "次数"),
    "number": Words("a number", "数值"),
    "share": Words("a share", "百分比"),
    "ratio": Words("a ratio", "比值"),
    "percent": Words("a share", "百分比"),
    "yes/no": Words("a condition", "是否条件"),
    "date": Words("a date", "日期"),
    "text": Words("a text", "文字"),
    "choice": Words("a choice", "选项"),
}

WRONG_TYPE = Kind(
    "PSR301",
    Words("{found} stands where {wanted} is needed", "这里需要{wanted}，却写了{found}"),
    Words("is {found}", "是{found}"),
)
_WITH_A_FIGURE = Words("compare it with a figure, such as `>= 80`", "请与某个数比较，例如 `>= 80`")
COMPARE_IT: dict[str, Words] = {
    "number": _WITH_A_FIGURE,
    "ratio": _WITH_A_FIGURE,
    "share": Words("compare it with a share, such as `>= 80%`", "请与某个百分比比较，例如 `>= 80%`"),
    "date": Words("compare it with a day, such as `<= 2019-03-25`", "请与某一天比较，例如 `<= 2019-03-25`"),
    "text": Words('compare it with a text, such as `= "…"`', "请与某段文字比较，例如 `= “…”`"),
    "choice": Words("say which of its values is meant, with `=`", "请用 `=` 写明是哪个取值"),
}
"""How to make a condition of something that is none, by its kind."""
SHARE_AND_NUMBER = Kind(
    "PSR302",
    Words("a share is set against the bare number `{number}`", "百分比与不带 `%` 的数 `{number}` 放在了一起"),
    Words("a bare number", "没有百分号"),
    Words(
        "write `{number}%`, or `{share}%` if it is a share of 1", "请写作 `{number}%`；若按 1 的份额计，则写 `{share}%`"
    ),
)
NOT_COMPARABLE = Kind(
    "PSR303",
    Words("{left} can't be set against {right}", "{left}与{right}不能放在一起"),
    Words("{left} and {right}", "{left}与{right}"),
    Words(
        "only like goes with like: a date with a date, a share with a share, a figure with a figure",
        "只有同类才能放在一起：日期与日期，百分比与百分比，数值与数值",
    ),
)
AMOUNT_IS_SHARE = Kind(
    "PSR304",
    Words("an amount of points can't be a share", "分数不能是百分比"),
    Words("is a share", "是百分比"),
    Words(
        "say of what: `{percent} of worth`, or write a number of points",
        "请写明是什么的百分比：`{percent} 的 分值`，或直接写分数",
    ),
)
NOT_IN_ORDER = Kind(
    "PSR305",
    Words("{kind} has no greater and lesser", "{kind}不能比较大小"),
    Words("only `=` and `!=` make sense", "只能用 `=` 或 `!=`"),
    Words(
        "name each value that is meant, with `or` between them, or give each its row in a table with `by`",
        "请逐个写出符合的取值，用 `或者` 连接；也可以用 `按` 引出一张表",
    ),
)
AMOUNT_MISSING = Kind(
    "PSR306",
    Words("this line says no amount", "这一行没有写分数"),
    Words("how many points?", "多少分？"),
    Words("write `{verb} 0.5 per …`, or a table with `by` and rows", "请写 `{verb} 0.5 每 …`，或用 `按` 引出一张表"),
)
AMOUNT_AND_TABLE = Kind(
    "PSR307",
    Words("the amount stands twice: on the line and in the table", "分数写了两处：规则行和表中"),
    Words("the amount on the line", "规则行上的分数"),
    Words("keep the table's and delete this one", "请保留表中的，删去这里的"),
)
WRONG_KEYS = Kind(
    "PSR308",
    Words("keys in this row: {found}; columns of the table: {wanted}", "这一行有 {found} 个键，而表有 {wanted} 列"),
    Words("in this row", "在这一行"),
    Words(
        "give each column its key, with commas between them; `otherwise` alone stands for all columns",
        "请给每一列写一个键，用逗号分开；单独一个 `其余` 代表所有的列",
    ),
)
NEEDS_EVENTS = Kind(
    "PSR309",
    Words("`{word}` needs events: `per` and a fact that counts", "`{word}` 须用于事件：`每` 加一个计量的数据"),
    Words("no events here", "此处没有事件"),
    Words("{advice}", "{advice}"),
)
# PSR310 is retired: rows below a line without `by` are PSR104.
NOT_POSITIVE = Kind(
    "PSR311",
    Words("a step must be greater than zero", "每一步必须大于零"),
    Words("not greater than zero", "不大于零"),
    Words(
        "say how much each step is, such as `per 1 of …` or `per 1% of …`",
        "请写明每一步是多少，例如 `每 1 的 …`、`每 1% 的 …`",
    ),
)
OUT_OF_TYPE = Kind(
    "PSR312",
    Words("`{value}` is no value that `{name}` can have", "`{value}` 不是 `{name}` 可取的值"),
    Words("expected: {wanted}", "应为：{wanted}"),
    Words("mend the value, or what the declaration allows", "请更正这个值，或修改声明中允许的范围"),
)
NOT_OF_LAST_YEAR = Kind(
    "PSR313",
    Words(
        "`previous` reads last year's facts, not its points or ranks", "`上年` 只能读取上年的数据，不能读取得分或名次"
    ),
    Words("not a fact", "不是数据"),
    Words("name the fact itself", "请直接写数据的名称"),
)
WORTH_UNKNOWN = Kind(
    "PSR314",
    Words("`worth` has no meaning here: the heading says none", "这里的 `分值` 没有意义：标题没有写分值"),
    Words("worth of what?", "谁的分值？"),
    Words("add `worth N` to the heading", "请在标题上补写 `分值 N`"),
)
OTHERWISE_NOT_LAST = Kind(
    "PSR315",
    Words("nothing can come after `otherwise`", "`其余` 之后不能再写别的等次"),
    Words("never reached", "永远轮不到"),
    Words("move `otherwise` to the end", "请将 `其余` 移到最后"),
)
PLACES = Kind(
    "PSR316",
    Words("points are rounded to 0 to {limit} places", "小数位数须在 0 至 {limit} 之间"),
    Words("not a number of places", "不是有效的小数位数"),
    Words("say how many places are kept: for 0.01 write `2`", "请写保留几位小数：精确到 0.01 就写 `2`"),
)
WHOLE_NUMBER = Kind(
    "PSR317",
    Words("`{number}` must be a whole number", "`{number}` 必须是整数"),
    Words("not a whole number", "不是整数"),
)
WRONG_COUNT = Kind(
    "PSR318",
    Words(
        "values that `{function}` takes: {wanted}; values given: {found}",
        "`{function}` 需要 {wanted} 个值，却给了 {found} 个",
    ),
    Words("wrong number of values", "个数不对"),
)
PRESUMED_COUNT = Kind(
    "PSR320",
    Words(
        "nothing need be presumed of `{name}`: it counts events, and no row means that none happened",
        "`{name}` 是计量的数据，没有记录即为未发生，无须推定",
    ),
    Words("not needed", "无须推定"),
    Words("delete it; write `required` if silence should not mean none", "请删去；若不能把空缺当作未发生，请写 `必填`"),
)
NEGATIVE_AMOUNT = Kind(
    "PSR321",
    Words("`{verb}` says by itself which way the points go", "`{verb}` 本身已表明是给分还是扣分"),
    Words("less than zero", "小于零"),
    Words(
        "write the amount without the minus, and `{other}` if it is meant the other way",
        "请去掉负号；若意思相反，请改用 `{other}`",
    ),
)
TOO_FEW_OPTIONS = Kind(
    "PSR319",
    Words("the value `{name}` is listed twice", "取值 `{name}` 重复列出"),
    Words("listed again", "再次列出"),
    Words("delete it, or write the value that is missing", "请删去，或改成漏写的取值"),
)
