"""1xx: the line can't be read."""

from ..diagnostic import Kind
from ..words import Words

UNEXPECTED = Kind(
    "PSR101",
    Words("{found} can't stand here", "{found}不能出现在这里"),
    Words("not expected", "此处不应出现"),
    Words("here could stand {expected}", "此处可以写：{expected}"),
)
UNCLOSED_STRING = Kind(
    "PSR102",
    Words("this text is not closed on its line", "这段文字没有在本行内结束"),
    Words("opened here", "从这里开始"),
    Words(
        "close it with `{close}`; a longer text is several strings under one another",
        "请以 `{close}` 结束；较长的文字可以分成几行，各自加引号",
    ),
)
STRANGE_CHARACTER = Kind(
    "PSR103",
    Words("the character `{found}` has no meaning here", "字符 `{found}` 在这里没有意义"),
    Words("not understood", "无法识别"),
    Words("delete it, or put the text it belongs to in quotes", "请删除它，或将所属文字放入引号"),
)
STRANGE_SIGNS: dict[str, Words] = {
    **dict.fromkeys("。｡", Words("delete it: the end of the line ends the rule", "请删除：行末就是一条规则的结束")),
    **dict.fromkeys(
        ";；", Words("begin a new line for what follows, or delete it", "请另起一行写后面的内容，或删除它")
    ),
    **dict.fromkeys(
        "《》〈〉",
        Words("compare with `<` and `>`; put a title in quotes", "比较请用 `<`、`>`；书名、文件名请放入引号"),
    ),
    **dict.fromkeys("'‘’『』`", Words('put a text in double quotes: `"…"`', "文字请放入双引号：`“…”`")),
    **dict.fromkeys(
        "”」",
        Words(
            'a text begins with the other mark of the pair: `"…"`, `“…”`', "文字要以成对的前引号开始：`“…”`、`「…」`"
        ),
    ),
    **dict.fromkeys("【】〔〕{}｛｝", Words("use round brackets: `(…)`", "请改用圆括号：`(…)`")),
    **dict.fromkeys("~～–—…", Words("for a range write `to`; a minus is `-`", "范围请写 `至`；负号和减号请用 `-`")),
    **dict.fromkeys("&＆", Words("write `and`", "请写 `并且`")),
    **dict.fromkeys("|｜", Words("write `or`", "请写 `或者`")),
    **dict.fromkeys("!！", Words("write `not`, or `!=` for what differs", "请写 `并非`；表示不相等请用 `!=`")),
    **dict.fromkeys("¥￥$＄", Words("leave the sign of money away: `500`", "请去掉货币符号，只写数：`500`")),
    "‰": Words("write a percentage: 5‰ is `0.5%`", "请写成百分数：5‰ 就是 `0.5%`"),
    **dict.fromkeys(
        ".．", Words("write `0.5` with its zero; a rule needs no full stop", "小数请写全，如 `0.5`；行末不用句点")
    ),
}
"""What to write instead of a sign that often strays into a rule, full-width forms included."""
MISPLACED_SIGNS: dict[str, Words] = {
    ",": Words(
        "the parts of a rule need no comma between them, and a number has none in it",
        "规则的各部分之间不用逗号，数中也不加逗号",
    ),
    ":": Words("only a row of a table has a colon: `key: outcome`", "只有表中的行才用冒号：`键: 结果`"),
    "=": Words("write one `=` for what is equal, `>=` and `<=` for bounds", "相等只写一个 `=`；界限请写 `>=`、`<=`"),
}
"""What to write instead of a sign of the language at a place where it can't stand."""
TOUCHING_MEASURE = Words(
    "write `{together}`, without a space before the measure word", "量词要紧跟在数的后面：`{together}`"
)
ROW_WITHOUT_TABLE = Kind(
    "PSR104",
    Words("this row belongs to no table", "这一行不属于任何表"),
    Words("no `by` line above it", "上方没有 `按` 的规则"),
    Words(
        "rows stand directly under a line with `by`, such as `award per essay by prize`",
        "表的各行应紧接在含 `按` 的规则之下，例如 `加 每 征文 按 奖次`",
    ),
)
TEXT_WITHOUT_SOURCE = Kind(
    "PSR105",
    Words("this text belongs to no `source` or `in full`", "这段文字不属于任何 `原文` 或 `全文`"),
    Words("stands alone", "单独一行"),
    Words(
        "write `source` or `in full` before it, or `#` for a remark",
        "请在前面写 `原文` 或 `全文`；若是说明，请以 `#` 开头",
    ),
)
TABLE_WITHOUT_ROWS = Kind(
    "PSR106",
    Words("this table has no rows", "这张表没有任何一行"),
    Words("rows expected below", "下方应有表行"),
    Words("write the rows below it, such as `third: 2`", "请在下方逐行写出，例如 `三等奖: 2`"),
)
REPEATED_CLAUSE = Kind(
    "PSR107",
    Words("this heading says the same thing twice", "这个标题把同一件事说了两遍"),
    Words("said before on this line", "本行前面已写过"),
    Words("keep one of them", "请只保留一处"),
)
NO_SUCH_DATE = Kind(
    "PSR108",
    Words("there is no day `{date}` in the calendar", "日历上没有 `{date}` 这一天"),
    Words("not a date", "不是有效日期"),
    Words("write year-month-day, such as `2019-03-25`", "请按 年-月-日 书写，例如 `2019-03-25`"),
)
SLASHED_DATE = Kind(
    "PSR109",
    Words("`{found}` is a division here, not a date", "`{found}` 在这里是除法，不是日期"),
    Words("divides twice", "连除两次"),
    Words("write the date as `{date}`", "日期请写作 `{date}`"),
)
TOO_DEEP = Kind(
    "PSR110",
    Words("this line is nested more than {limit} levels deep", "这一行的嵌套超过 {limit} 层"),
    Words("too deep", "嵌套过深"),
    Words("give a part of it a name with `define`", "请用 `定义` 给其中一部分取名"),
)
NUMBER_TOO_LONG = Kind(
    "PSR111",
    Words("a number has at most {limit} digits", "一个数最多 {limit} 位"),
    Words("too long", "位数过多"),
    Words(
        "write fewer digits; a fraction such as `1 / 3` is exact", "请减少位数；除不尽的数可以写成 `1 / 3`，更为精确"
    ),
)
POWER_OF_TEN = Kind(
    "PSR112",
    Words("`{found}` is not a number in a rubric", "`{found}` 不是规则中可用的数"),
    Words("powers of ten are not used", "不使用科学计数法"),
    Words("write the number out, digit by digit", "请逐位写出这个数"),
)
TOUCHING_WORDS = Kind(
    "PSR113",
    Words("`{found}` is read as one name", "`{found}` 会被当成一个名称"),
    Words("needs a space", "缺少空格"),
    Words("write `{split}`", "请写作 `{split}`"),
)
EMPTY_NAME = Kind(
    "PSR114",
    Words("the brackets hold no name", "方括号内没有名称"),
    Words("empty", "为空"),
    Words("write a name into them, such as `[sick leave]`", "请在其中写上名称，例如 `[无故 缺席]`"),
)
OTHER_DATE = Kind(
    "PSR115",
    Words("`{found}` is not how a date is written here", "日期在这里不能写作 `{found}`"),
    Words("year-month-day expected", "应为 年-月-日"),
    Words("write `{date}`", "请写作 `{date}`"),
)
STRAY_COMMA = Kind(
    "PSR116",
    Words("nothing follows this comma", "这个逗号后面没有内容"),
    Words("the line goes on behind it", "逗号表示本行未完"),
    Words("delete it, or write the rest of the line", "请删除它，或补全这一行"),
)
LINE_TOO_LONG = Kind(
    "PSR117",
    Words("a line has at most {limit} characters", "一行最多 {limit} 个字符"),
    Words("begins here", "从这里开始"),
    Words("split it; lists of people or events belong in the evidence", "请拆成几条；人员和事件的名册应放在佐证里"),
)
NOT_TEXT = Kind(
    "PSR120",
    Words("this file is not UTF-8 text", "文件不是 UTF-8 文本"),
    None,
    Words(
        "byte {byte} on line {line} can't be read; save the file again as UTF-8",
        "第 {line} 行的字节 {byte} 无法识别；请将文件另存为 UTF-8",
    ),
)
NUL_CHARACTER = Kind(
    "PSR121",
    Words("the file holds a NUL character, so it is no text", "文件含有 NUL 字符，不是文本文件"),
    Words("here", "在这里"),
    Words("save the file again as UTF-8 text", "请将文件另存为 UTF-8 文本"),
)
FILE_TOO_LARGE = Kind(
    "PSR122",
    Words("a rule file has at most {limit} MB", "规则文件最多 {limit} MB"),
    help=Words(
        "see whether it is the right file; what happened belongs in the evidence",
        "请核对是否选错了文件；发生的事应写在佐证里",
    ),
)
TOO_MANY_ERRORS = Kind(
    "PSR123",
    Words("reading stopped here, after {limit} mistakes", "已有 {limit} 处错误，读取到此为止"),
    Words("not read from here on", "此后未再读取"),
    Words("mend the ones above first", "请先改正前面的错误"),
)
UNREADABLE = Kind(
    "PSR124",
    Words("this can't be read: {reason}", "无法读取：{reason}"),
    help=Words("see whether the name and the folder are right", "请核对文件名和所在的文件夹"),
)
NO_SUCH_FILE = Words("there is no such file", "没有这个文件")
NOT_A_FILE = Words("it is no file", "它不是文件")
