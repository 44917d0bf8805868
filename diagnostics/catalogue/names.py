"""2xx: names, numbers and headings that do not fit together."""

from __future__ import annotations

from ..diagnostic import Kind
from ..words import Words

UNKNOWN_NAME = Kind(
    "PSR201",
    Words("nothing is called `{name}`", "没有名为 `{name}` 的数据或定义"),
    Words("not declared", "未声明"),
    Words("declare it: `fact {name} counts`, or another type", "请先声明，例如 `数据 {name} 计量 次`"),
)
MAY_BE_UNREAD = Words(
    "lines of this file could not be read, and one of them may declare it; mend those first",
    "本文件有几行未能读懂，声明可能就在其中；请先更正那几行",
)
DID_YOU_MEAN = Words("did you mean `{near}` (declared on line {line})?", "是否想写 `{near}`（第 {line} 行声明）？")
REPEATED_NAME = Kind(
    "PSR202",
    Words("`{name}` is declared twice", "`{name}` 重复声明"),
    Words("declared again", "再次声明"),
    Words("give one of them another name", "请给其中一个换个名称"),
)
FIRST_HERE = Words("first declared here", "首次声明在此")
RESERVED_WORD = Kind(
    "PSR203",
    Words("`{name}` is a word of the language, so it can't be a name", "`{name}` 是保留词，不能用作名称"),
    Words("reserved", "保留词"),
    Words("choose another name, or write it in brackets: `[{name}]`", "请换一个名称，或加方括号：`[{name}]`"),
)
REPEATED_LABEL = Kind(
    "PSR204",
    Words("the number `{label}` is given twice", "编号 `{label}` 重复"),
    Words("given again", "再次使用"),
    Words("number one of them differently", "请修改其中一个编号"),
)
UNKNOWN_LABEL = Kind(
    "PSR205",
    Words("no heading has the number `{label}`", "没有编号为 `{label}` 的标题"),
    Words("no such heading", "无此编号"),
    Words("the numbers of this file are {labels}", "本文件的编号有 {labels}"),
)
CIRCLE = Kind(
    "PSR206",
    Words("{names} depend on each other in a circle", "{names} 循环引用"),
    Words("comes back to itself", "又回到自身"),
    Words("let one of them stand on facts alone", "请让其中一个只依赖数据"),
)
LEADS_ON = Words("leads on from here", "由此继续引用")
UNKNOWN_FIELD = Kind(
    "PSR207",
    Words("`{fact}` has no field called `{name}`", "`{fact}` 没有名为 `{name}` 的附带项"),
    Words("no such field", "无此附带项"),
    Words("its fields are {fields}", "它的附带项有 {fields}"),
)
FIELD_OUTSIDE = Kind(
    "PSR208",
    Words(
        "`{name}` is a field of `{fact}` and has no meaning outside its events",
        "`{name}` 是 `{fact}` 的附带项，离开其事件没有意义",
    ),
    Words("no event here", "此处没有事件"),
    Words("use it in `where`, `by` or `over {fact}`", "请在 `其中`、`按` 或 `逐 {fact}` 中使用"),
)
UNKNOWN_OPTION = Kind(
    "PSR209",
    Words("`{name}` is no value of `{choice}`", "`{name}` 不是 `{choice}` 的取值"),
    Words("no such value", "无此取值"),
    Words("its values are {options}", "它的取值有 {options}"),
)
UNKNOWN_GRADE = Kind(
    "PSR210",
    Words("no grade is called `{name}`", "没有名为 `{name}` 的等次"),
    Words("no such grade", "无此等次"),
    Words("the grades are {grades}", "等次有 {grades}"),
)
NO_GRADES = Words(
    'there are no grades: declare it, such as `grade "{name}" otherwise`',
    '本文件没有声明等次：请先声明，例如 `等次 "{name}" 其余`',
)
NOT_AN_EVENT = Kind(
    "PSR211",
    Words("`{name}` does not count events", "`{name}` 不是计量的数据"),
    Words("must be declared with `counts`", "须以 `计量` 声明"),
    Words("for a measured figure write `per 1 of {name}`", "若是数值，请写 `每 1 的 {name}`"),
)
NO_RUBRIC = Kind(
    "PSR220",
    Words("the file has no `rubric` line", "文件没有 `考核细则` 一行"),
    None,
    Words('begin it with `rubric "…" year 2019 total 100`', '请以 `考核细则 "…" 年度 2019 总分 100` 开头'),
)
SECOND_RUBRIC = Kind(
    "PSR221",
    Words("a file holds one rubric", "一个文件只能有一份考核细则"),
    Words("the second one", "第二份"),
    Words("keep the other one in a file of its own", "请将另一份放入单独的文件"),
)
BEFORE_RUBRIC = Kind(
    "PSR222",
    Words("this stands before the `rubric` line", "这一行在 `考核细则` 之前"),
    Words("belongs to no rubric", "不属于任何细则"),
    Words("move it below", "请移到其后"),
)
EMPTY_HEADING = Kind(
    "PSR223",
    Words("this heading has no line that gives or takes points", "这个标题下没有任何给分或扣分的规则"),
    Words("nothing under it", "其下为空"),
    Words("write a rule below it, such as `deduct 0.5 per absence`", "请在其下写规则，例如 `扣 0.5 每 缺席`"),
)
GIVES_AND_TAKES = Kind(
    "PSR224",
    Words(
        "this heading both gives and takes, and does not say where it starts",
        "这个标题既加分又扣分，却没有说明从多少分起算",
    ),
    Words("starts full, or at zero?", "满分起算还是零分起算？"),
    Words("add `starts full`, `starts zero` or `starts at N`", "请补上 `满分起算`、`零分起算` 或 `基础分 N`"),
)
GIVES = Words("gives", "加分")
TAKES = Words("takes", "扣分")
CLAUSE_MISPLACED = Kind(
    "PSR225",
    Words("`{clause}` does not go with `{rank}`", "`{clause}` 不能用在 `{rank}` 上"),
    Words("on this heading", "在这个标题上"),
    Words("{advice}", "{advice}"),
)
NO_WORTH = Kind(
    "PSR226",
    Words("this heading says no `worth`, so it can't be full", "这个标题没有 `分值`，无从得满分"),
    Words("worth how much?", "分值多少？"),
    Words("add `worth N`", "请补上 `分值 N`"),
)
UPSIDE_DOWN = Kind(
    "PSR227",
    Words("the range from {low} to {high} is upside down", "范围 {low} 至 {high} 上下颠倒"),
    Words("the lesser figure or the earlier day comes first", "应先写较小的数或较早的日期"),
)
REPEATED_LINE = Kind(
    "PSR228",
    Words("a heading has one line with `{word}`", "一个标题只能有一行 `{word}`"),
    Words("the second one", "第二行"),
    Words("keep one of them", "请只保留一行"),
)
NOT_IN_A_HEADING = Kind(
    "PSR229",
    Words("this line belongs to no example", "这一行不属于任何样例"),
    Words("no `example` above it", "上方没有 `样例`"),
    Words('begin one with `example "…"`', '请先写 `样例 "…"`'),
)
NESTED_TOO_DEEP = Kind(
    "PSR230",
    Words("definitions build on one another more than {limit} times", "定义层层引用超过 {limit} 层"),
    Words("too deep", "层数过多"),
    Words("say it in fewer steps", "请减少引用的层数"),
)
JUDGE_WITHOUT_NUMBER = Kind(
    "PSR232",
    Words("the committee can't mark a heading that has no number", "没有编号的标题无法评分"),
    Words("needs a number", "需要编号"),
    Words("give the heading a number, such as `1.2`", "请为标题写上编号，例如 `1.2`"),
)
PART_OF_NOTHING = Kind(
    "PSR231",
    Words("a part belongs under an item or a section", "小项应在指标或大项之下"),
    Words("no item above it", "上方没有指标"),
    Words("open an `item` first", "请先写 `指标`"),
)
