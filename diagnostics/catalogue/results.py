"""8xx: results that can't be verified."""

from __future__ import annotations

from ..diagnostic import Kind
from ..words import Words

_AGAIN = Words("write it again with `psr score --format json`", "请用 `psr score --format json` 重新写出")

BAD_JSON = Kind(
    "PSR801",
    Words("this is not JSON: {problem}", "这不是 JSON：{problem}"),
    Words("not understood", "无法识别"),
    _AGAIN,
)
ENDS_EARLY = Words("it ends too soon", "内容不完整")
TWICE = Words("this name stands twice in one place", "同一处有两个相同的名称")
NO_NUMBER = Words("this is no number", "这不是数")
TWICE_OR_NO_NUMBER = Words(
    "a name stands twice in one place, or `NaN` for a number", "同一处有两个相同的名称，或以 `NaN` 代替了数"
)
TOO_DEEP = Words("it is nested too deep", "嵌套过深")
ELSEWISE = Words("its structure is not understood", "无法识别其结构")

NOT_A_RESULT = Kind(
    "PSR802",
    Words(
        "this is not a result of `psr score`: `{name}` should be {wanted}",
        "这不是 `psr score` 的结果：`{name}` 应为{wanted}",
    ),
    Words("something else", "不符"),
    _AGAIN,
)
A_SHEET = Words("a score sheet with `rubric` and `units`", "含 `rubric` 和 `units` 的评分表")
NO_DERIVATION = Words(
    "a derivation of `psr explain` can't be verified; write the score sheet: `psr score … --format json`",
    "`psr explain` 的得分依据不能核验；请写出评分表：`psr score … --format json`",
)
A_JSON_FILE = Words("a `.json` file", "`.json` 文件")
MAKE_ONE = Words(
    "the result is the `.json` file that `psr report RULES EVIDENCE --output FILE.json` or "
    "`psr score … --format json --output FILE.json` writes; name it first, then the rules and the evidence",
    "要核验的是 `psr report RULES EVIDENCE --output FILE.json` 或 `psr score … --format json --output FILE.json` "
    "写出的 `.json` 文件；请先写它，再写细则和佐证",
)
A_FOLDER = Words("it is a folder", "这是一个文件夹")
A_MAPPING = Words("names with values in `{ }`", "用 `{ }` 括起的名称和值")
A_LIST = Words("a list in `[ ]`", "用 `[ ]` 括起的列表")
A_TEXT = Words("a text", "文字")
WHOLE_CHARACTERS = Words("a text of whole characters", "由完整字符组成的文字")
POINTS = Words('points in quotes, such as `"3.5"`, or `null`', '加引号的分值，例如 `"3.5"`，或 `null`')
AGREEING = Words(
    "points that agree with `low`, `high` and `provisional` beside them",
    "与旁边的 `low`、`high`、`provisional` 一致的分值",
)
A_WHOLE_NUMBER = Words("a whole number or `null`", "整数或 `null`")
YES_OR_NO = Words("`true` or `false`", "是非值 `true` 或 `false`")
A_DIGEST = Words("a SHA-256 digest: 64 hexadecimal digits", "SHA-256 摘要：64 位十六进制数字")
ANOTHER_NAME = Words("a name that does not stand twice", "不重复的名称")

OTHER_YEAR = Kind(
    "PSR803",
    Words("this is a result of {found}, and the rubric is of {year}", "这是{found}的结果，而细则是{year}的"),
    Words("another year", "年度不符"),
    Words("verify it with the rules and the evidence of its own year", "请用该年度的细则和数据核验"),
)
NO_YEAR = Words("no year", "不分年度")
OTHER_RUBRIC = Kind(
    "PSR804",
    Words("this is a result of the rubric `{found}`", "这是细则 `{found}` 的结果"),
    Words("the rubric is called `{title}`", "细则名为 `{title}`"),
    Words(
        "nothing has to be done if only the title has changed; else verify it with its own rules",
        "如果只是改了名称，无需处理；否则请用对应的细则核验",
    ),
    severity="warning",
)
