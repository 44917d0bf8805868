"""4xx: evidence that can't be read, or that doesn't fit the rubric."""

from __future__ import annotations

from ..diagnostic import Kind
from ..words import Words

# ---- 400: files ------------------------------------------------------------------------------------------------

UNREADABLE = Kind(
    "PSR401",
    Words("this can't be read: {reason}", "无法读取：{reason}"),
    help=Words("look at its name and its permissions", "请检查文件名和读取权限"),
)
NO_SUCH_FILE = Words("there is no such file or folder", "没有这个文件或文件夹")
NOT_ALLOWED = Words("reading it is not allowed", "没有读取权限")
NOT_A_FILE = Words("it is neither a file nor a folder", "它既不是文件，也不是文件夹")
IMPOSSIBLE_NAME = Words("no file can have this name", "文件不可能叫这个名称")
UNKNOWN_ENDING = Kind(
    "PSR402",
    Words("evidence is not read from files that end in `{ending}`", "不能从以 `{ending}` 结尾的文件中读取佐证"),
    help=Words(
        "save it as .xlsx or .csv, or write it in YAML; .xlsx, .csv, .tsv, .yaml, .yml, .json, .jsonl and .parquet are read",
        "请另存为 .xlsx 或 .csv，或用 YAML 书写；可读取 .xlsx、.csv、.tsv、.yaml、.yml、.json、.jsonl 和 .parquet",
    ),
)
NO_ENDING = Kind(
    "PSR403",
    Words("nothing tells what kind of file this is", "无法判断这是哪一种文件"),
    help=Words(
        "give its name the ending of what it is: .xlsx, .csv, .tsv, .yaml, .yml, .json, .jsonl or .parquet",
        "请按文件种类给文件名加上结尾：.xlsx、.csv、.tsv、.yaml、.yml、.json、.jsonl 或 .parquet",
    ),
)
PASSED_OVER = Kind(
    "PSR404",
    Words("this file of the folder is not read as evidence", "文件夹中的这个文件未作为佐证读取"),
    help=Words(
        "save it as .xlsx or .csv if it holds evidence, or move it elsewhere",
        "如果其中有佐证，请另存为 .xlsx 或 .csv；否则请移到别处",
    ),
    severity="warning",
)
HELP_EMPTY_LINK = Words(
    "it is a link to a file that is not there: put the file itself into the folder, or delete the link",
    "它是一个链接，所指的文件不存在：请把文件本身放入文件夹，或删除这个链接",
)
HELP_LINKED_FOLDER = Words(
    "it is a link to a folder, and such links are not followed: name that folder on the command line, too",
    "它是指向另一个文件夹的链接，程序不会跟随：请在命令行中同时写上那个文件夹",
)
HELP_NO_FILE = Words("it is no ordinary file: move it elsewhere", "它不是普通文件：请移到别处")
EMPTY_FOLDER = Kind(
    "PSR405",
    Words("the folder holds no evidence", "文件夹中没有佐证"),
    help=Words(
        "evidence is read from .xlsx, .csv, .tsv, .yaml, .yml, .json, .jsonl and .parquet files",
        "佐证从 .xlsx、.csv、.tsv、.yaml、.yml、.json、.jsonl 和 .parquet 文件中读取",
    ),
)
FILE_TOO_LARGE = Kind(
    "PSR406",
    Words("the file has more than {limit} MB", "文件超过 {limit} MB"),
    help=Words("split it: several files are read together", "请拆分成几个文件，可以一并读取"),
)
NOT_TEXT = Kind(
    "PSR407",
    Words("this file is not UTF-8 text", "文件不是 UTF-8 文本"),
    Words("byte {byte} can't be read", "字节 {byte} 无法识别"),
    Words(
        "save it again as UTF-8; a spreadsheet calls it `CSV UTF-8`",
        "请另存为 UTF-8；电子表格软件中的名称是 `CSV UTF-8`",
    ),
)
HELP_BROKEN_UTF_16 = Words(
    "it begins as UTF-16 does and goes on otherwise: save it again as UTF-8; a spreadsheet calls it `CSV UTF-8`",
    "开头是 UTF-16，但后面的内容不是：请另存为 UTF-8；电子表格软件中的名称是 `CSV UTF-8`",
)
STRANGE_CHARACTER = Kind(
    "PSR408",
    Words("the character {found} can't stand in evidence", "佐证中不能有字符 {found}"),
    Words("here", "在这里"),
    Words("delete it; if there are many, the file is no text", "请删除；如果很多，说明它不是文本文件"),
)
TOO_MANY_MISTAKES = Kind(
    "PSR409",
    Words("reading this file stopped after {limit} mistakes", "已有 {limit} 处错误，此文件读取到此为止"),
    Words("the last of them", "最后一处"),
    Words("mend the ones above first", "请先改正前面的错误"),
    ends=True,
)

# ---- 410: YAML and CSV -----------------------------------------------------------------------------------------

BAD_YAML = Kind(
    "PSR410",
    Words("this is not YAML: {problem}", "这不是 YAML：{problem}"),
    Words("not understood", "无法识别"),
)
BEGUN_HERE = Words("begun here", "从这里开始")
A_TAB = Words("a tab can't indent a line", "不能用制表符缩进")
NO_BEGINNING = Words("no value can begin with this character", "值不能以这个字符开头")
OUT_OF_PLACE = Words("this does not fit in with the lines around it", "与前后各行不符")
NOT_CLOSED = Words("a bracket is not closed", "括号没有关闭")
QUOTES_NOT_CLOSED = Words("the quotes are not closed", "引号没有关闭")
NO_COLON = Words("a colon and a space are missing", "缺少冒号和空格")
NO_ESCAPE = Words("this escape has no meaning", "无法识别的转义")
NO_DIRECTIVE = Words("`%` lines are not used in evidence", "佐证中不使用 `%` 行")
WIDE_COLON = Words("a full-width colon does not part a name from its value", "全角冒号不能分隔名称和值")
CLOSE_COLON = Words("no space stands behind the colon", "冒号后面没有空格")
ELSEWISE = Words("its structure is not understood", "无法识别其结构")
HELP_SPACES = Words("indent with spaces", "请用空格缩进")
HELP_QUOTES = Words("put the text in quotes", "请给文字加引号")
HELP_BRACKETS = Words(
    "close it with {close}, and part what is in it with commas", "请用 {close} 关闭，其中各项以逗号分隔"
)
HELP_LINES = Words(
    "indent lines of one list alike, and put a text with a colon in it in quotes",
    "同一层的各行缩进要一致；含冒号的文字须加引号",
)
HELP_ESCAPE = Words("use single quotes, in which `\\` is a plain character", "请用单引号，其中的 `\\` 是普通字符")
HELP_WIDE_COLON = Words(
    "write the colon as `: `, half-width, with a space behind it",
    "请把全角冒号 `：` 改成半角冒号，并在其后空一格：`: `",
)
HELP_CLOSE_COLON = Words("write `: `, as in `quantity: 3`", "请写作 `: `，例如 `数量: 3`")
UNQUOTED_BOUND = Kind(
    "PSR411",
    Words("in YAML a text that begins with `>` needs quotes", "在 YAML 中，以 `>` 开头的文字须加引号"),
    Words("no quotes", "没有引号"),
    Words('write `">= 8"`', '请写作 `">= 8"`'),
)
TOO_DEEP = Kind(
    "PSR412",
    Words("this is nested more than {limit} levels deep", "嵌套超过 {limit} 层"),
    Words("too deep", "嵌套过深"),
    Words(
        "evidence has four levels: units, their facts, events, parts of events",
        "佐证只有四层：单位、数据、事件、附带项",
    ),
)
TOO_MANY_VALUES = Kind(
    "PSR413",
    Words("the file holds more than {limit} values", "文件中的值超过 {limit} 个"),
    Words("not read from here on", "此后未再读取"),
    Words("split it, or keep so many rows in CSV", "请拆分文件；行数很多时请用 CSV"),
)
NO_ALIASES = Kind(
    "PSR414",
    Words("`&` and `*` names are not used in evidence", "佐证中不使用 `&` 和 `*` 引用"),
    Words("refers to another place", "引用了别处"),
    Words("write the value out; a text that begins so needs quotes", "请直接写出内容；以这些符号开头的文字须加引号"),
)
NO_TAGS = Kind(
    "PSR415",
    Words("`!` types are not used in evidence", "佐证中不使用 `!` 类型"),
    Words("names a type", "指定了类型"),
    Words("write the value alone; a text that begins so needs quotes", "请只写值；以 `!` 开头的文字须加引号"),
)
SECOND_DOCUMENT = Kind(
    "PSR416",
    Words("a file holds one document", "一个文件只能有一份内容"),
    Words("the second one", "第二份"),
    Words("keep it in a file of its own", "请放入单独的文件"),
)
REPEATED_KEY = Kind(
    "PSR417",
    Words("`{key}` stands here twice", "`{key}` 在这里写了两遍"),
    Words("again", "再次出现"),
    Words("keep one of them; several events stand in a list", "请只保留一处；多个事件请写成列表"),
)
REPEATED_COLUMN = Words("delete one of the columns", "请删去其中一列")
FIRST_HERE = Words("first here", "首次在此")
UNKNOWN_KEY = Kind(
    "PSR418",
    Words("`{name}` has no meaning here", "`{name}` 在这里没有意义"),
    Words("not understood", "无法识别"),
    Words("here could stand {known}", "此处可以写：{known}"),
)
DID_YOU_MEAN = Words("did you mean `{near}`?", "是否想写 `{near}`？")
DID_YOU_MEAN_ONE_OF = Words("did you mean one of these: {known}?", "是否想写其中之一：{known}？")
WRONG_SHAPE = Kind(
    "PSR419",
    Words("expected here: {wanted}", "这里应为{wanted}"),
    Words("something else", "不符"),
    Words("`psr schema` tells editors what may stand where", "`psr schema` 可让编辑器提示各处可写的内容"),
)
A_MAPPING = Words("lines of the form `name: value`", "若干 `名称: 值`")
ONE_VALUE = Words("one value", "单个值")
VALUE_OR_PARTS = Words("one value, or lines of the form `name: value`", "一个值，或若干 `名称: 值`")
A_PLAIN_KEY = Words("a name", "名称")
EMPTY_VALUE = Kind(
    "PSR420",
    Words("nothing is said of `{name}`", "`{name}` 没有内容"),
    Words("empty", "为空"),
    Words(
        "write its value, `0`, `unknown` or `n/a`; or leave it out", "请写出它的值、`0`、`未知` 或 `不适用`；或整项删去"
    ),
)
HELP_HOW_MANY = Words(
    "write how many there were: `0` if there was none, `unknown` if nobody knows",
    "请写明数量：没有发生写 `0`，不清楚写 `未知`",
)
EMPTY_NAME = Kind(
    "PSR421",
    Words("a name is missing here", "这里缺少名称"),
    Words("empty", "为空"),
    Words(
        "write the name of the unit, the fact or the column; or clear the whole row or column",
        "请写上单位、数据或列的名称；或清空整行、整列",
    ),
)
NO_UNIT = Kind(
    "PSR422",
    Words("the file does not say whose evidence this is", "文件没有说明是哪个单位的佐证"),
    help=Words(
        "write `unit: 一支部` above `facts:`, or `units:` with one entry for each unit",
        "请在 `数据:` 之上写 `单位: 一支部`，或在 `各单位:` 下逐个单位书写",
    ),
)
TWO_FORMS = Kind(
    "PSR423",
    Words("`{key}` can't stand beside `units`", "`{key}` 不能与 `各单位` 并列"),
    Words("whose?", "属于哪个单位？"),
    Words("move it under one of the units", "请移到某个单位之下"),
)
EMPTY_FILE = Kind(
    "PSR424",
    Words("the file holds no evidence", "文件中没有佐证"),
    help=Words("fill it in, or take it away", "请填写内容，或移走此文件"),
    severity="warning",
)
HELP_LOCK_FILE = Words(
    "Excel or WPS leaves such a file beside a workbook that is open: save the workbook and close the program, or do not "
    "name this file",
    "这是 Excel 或 WPS 打开工作簿时留下的临时文件：请保存并关闭该工作簿，或不要列出这个文件",
)
UNKNOWN_COLUMN = Kind(
    "PSR425",
    Words("no column is called `{name}`", "没有名为 `{name}` 的列"),
    Words("not understood", "无法识别"),
    Words(
        "columns are unit, fact, quantity, value, date, note, reference and the fields of the rubric's facts; "
        "anything else goes into note",
        "列名可以是 单位、数据、数量、值、日期、备注、依据，以及细则中数据的附带项；其他内容请写在 备注 一列",
    ),
)
HEADER_CHANGED = Words(
    "the cells below are names of facts: give the column its header `{en}` back",
    "以下各格是数据的名称：请把此列的列名改回 `{zh}`",
)
MISSING_COLUMN = Kind(
    "PSR426",
    Words("there is no column `{column}`", "没有名为 `{zh}` 的列"),
    Words("the columns", "各列名称"),
    Words(
        "the columns are named in one line above all rows, parted by commas, semicolons or tabs",
        "各行之上应有一行写明各列名称，以逗号、分号或制表符分隔",
    ),
)
HELP_COLUMN_GONE = Words(
    "the sheet was made with it: bring it back, be it empty; without it rows would be read as something else",
    "这张表生成时有此列：请恢复，内容可以为空；缺了它，各行会被读成别的意思",
)
CELL_COUNT = Kind(
    "PSR427",
    Words("this row has {found} cells; there are {wanted} columns", "这一行有 {found} 格，而表头有 {wanted} 列"),
    Words("in this row", "在这一行"),
    Words("a cell with {separator} in it needs quotes", "含{separator}的内容须加引号"),
)
HELP_FEW_CELLS = Words("an empty cell needs {separator} behind it, too", "空着的格之后也要有{separator}")
BAD_CSV = Kind(
    "PSR428",
    Words("this row is not CSV: {problem}", "这一行不是 CSV：{problem}"),
    Words("from here on", "从这里开始"),
    Words('inside quotes a quote is written twice: `""`', '引号内的引号要写两遍：`""`'),
)
ODD_QUOTES = Words("its quotes don't match", "引号不成对")
LONG_CELL = Words("a cell has more than 131,072 characters", "有一格超过 131,072 个字符")
HELP_LONG_CELL = Words(
    "shorten it; if it is not so long, a quotation mark of this row is not closed",
    "请缩短内容；如果内容没有这么长，则是这一行有引号没有关闭",
)

SAME_FILE = Kind(
    "PSR429",
    Words(
        "this file is the same as `{first}`, byte for byte, and is not read a second time",
        "此文件与 `{first}` 内容完全相同，不再重复读取",
    ),
    help=Words(
        "delete the copy, or put `_` before its name; if it should hold something else, save the right file here",
        "请删去副本，或在文件名前加 `_`；如果这里本应是别的内容，请换成正确的文件",
    ),
)

# ---- 430: names ------------------------------------------------------------------------------------------------

UNKNOWN_FACT = Kind(
    "PSR430",
    Words("the rubric has no fact called `{name}`", "细则中没有名为 `{name}` 的数据"),
    Words("not in the rubric", "细则中没有"),
    Words("its facts are {known}", "它的数据有 {known}"),
)
AMBIGUOUS = Kind(
    "PSR431",
    Words("several things of the rubric are called `{name}`", "细则中有几处都叫 `{name}`"),
    Words("which one?", "是哪一个？"),
    Words("write one of {known}", "请写其中之一：{known}"),
)
UNKNOWN_FIELD = Kind(
    "PSR432",
    Words("`{of}` has no field called `{name}`", "`{of}` 没有名为 `{name}` 的附带项"),
    Words("no such field", "无此附带项"),
    Words("here could stand {known}", "此处可以写：{known}"),
)
HELP_OTHER_COLUMN = Words(
    "clear this cell, or choose the fact that was meant: this column is for {known}",
    "请清空这一格；如果数据选错了，请改选：填写此列的数据有 {known}",
)
HELP_CLEAR_CELL = Words("clear this cell, or move it to the column it belongs to", "请清空这一格，或移到应填的列")
UNKNOWN_OPTION = Kind(
    "PSR433",
    Words("`{name}` is no value of `{of}`", "`{name}` 不是 `{of}` 的取值"),
    Words("no such value", "无此取值"),
    Words("its values are {known}", "它的取值有 {known}"),
)
UNKNOWN_LABEL = Kind(
    "PSR434",
    Words("the rubric has no heading with the number `{name}`", "细则中没有编号 `{name}`"),
    Words("no such heading", "无此编号"),
    Words("its numbers are {known}", "它的编号有 {known}"),
)
SIMILAR_UNITS = Kind(
    "PSR435",
    Words("`{name}` and `{other}` are taken for two units", "`{name}` 和 `{other}` 被当作两个单位"),
    Words("the second", "第二个"),
    Words("spell them alike if they are one", "如果是同一个单位，请统一写法"),
    severity="warning",
)
THE_FIRST = Words("the first", "第一个")
NO_LONGER = Kind(
    "PSR436",
    Words("the rubric no longer has `{name}`, so this is not read", "细则中已没有 `{name}`，此项未读取"),
    Words("only in the previous year", "仅上年有"),
    Words(
        "nothing has to be done, unless it only has another name now: then write the new one",
        "一般无需处理；如果只是改了名称，请在此改用新名称",
    ),
    severity="warning",
)
DIFFERENT_FACTS = Kind(
    "PSR437",
    Words("this row names two facts, `{label}` and `{name}`", "这一行写了两项不同的数据：`{label}` 和 `{name}`"),
    Words("not the same fact", "不是同一项数据"),
    Words(
        "one column may have been sorted without the others: undo that, or write the name that belongs to the label",
        "可能只排序了其中一列：请撤销排序，或写上与数据相符的名称",
    ),
)
THE_OTHER_NAME = Words("and this?", "与此处不符")
UNLISTED_UNIT = Kind(
    "PSR438",
    Words("`{name}` is not among the units that are listed", "`{name}` 不在已列出的单位之中"),
    Words("named here", "写在这里"),
    Words(
        "if it is a new unit, list it with the others, as a column of the sheet of facts or under `units`",
        "如果是新的单位，请与其他单位一并列出：在 `数据` 工作表中加一列，或写在 `各单位` 之下",
    ),
    severity="warning",
)
A_SLIP = Words(
    "a new unit, or a slip for `{near}`? List a new one with the others",
    "是新的单位，还是 `{near}` 的笔误？新的单位请与其他单位一并列出",
)
TOTALS = Kind(
    "PSR439",
    Words("the {part} `{name}` is passed over: it is no unit", "`{name}` 一{part}未读取：它不是单位"),
    Words("remarks or arithmetic", "备注或统计"),
    Words("nothing has to be done; delete the {part} to be rid of this warning", "无需处理；删去此{part}即不再提示"),
    severity="warning",
)
COLUMN, ROW = Words("column", "列"), Words("row", "行")
HELP_DITTO = Words("write the unit's name in each row", "请在每一行写明单位名称")
DECLARED_HERE = Words("declared here", "声明于此")

# ---- 440: values -----------------------------------------------------------------------------------------------

NOT_A_VALUE = Kind(
    "PSR440",
    Words("`{found}`, given for {part}`{name}`, is not {wanted}", "`{name}` {part}写的是 `{found}`，不能读作{wanted}"),
    Words("expected: {wanted}", "应为：{wanted}"),
)
ITSELF = Words("", "")
THE_DATE = Words("the date of ", "的日期")
A_NUMBER = Words("a number", "数值")
A_COUNT = Words("a count", "次数")
A_SHARE = Words("a share", "百分比")
A_DATE = Words("a date", "日期")
YES_OR_NO = Words("yes or no", "“是”或“否”")
HELP_NUMBER = Words(
    "write a number (`8`), a bound (`>= 8`), a range (`4..10`), `unknown` or `n/a`",
    "请写数值（`8`）、界限（`>= 8`）、范围（`4..10`）、`未知` 或 `不适用`",
)
HELP_NOUN = Words(
    "it is counted in {noun}: write how much that is in {noun}, as a number alone",
    "计量单位是{noun}：请写明合多少{noun}，只写数字",
)
HELP_DIGITS = Words("write the number out, digit by digit", "请用数字逐位写出，不用“十、百、千、万、亿”")
HELP_BOUND = Words("write `{bound}`", "请写作 `{bound}`")
HELP_ABOUT = Words(
    "write between which two numbers it lies, such as `{range}`; or `unknown`",
    "请写出它在哪两个数之间，例如 `{range}`；说不清的写 `未知`",
)
HELP_SHARE = Words(
    "write a percentage (`67%`), a bound (`>= 67%`), a range (`60%..70%`), `unknown` or `n/a`",
    "请写百分比（`67%`）、界限（`>= 67%`）、范围（`60%..70%`）、`未知` 或 `不适用`",
)
HELP_DATE = Words("write year-month-day, such as `2019-03-25`", "请按 年-月-日 书写，例如 `2019-03-25`")
HELP_DAY_NUMBER = Words(
    "as a spreadsheet counts days this is `{day}`: write that, or format the cell as a date",
    "按电子表格的日期序号，这是 `{day}`：请直接写日期，或把单元格格式设为日期",
)
HELP_YES_NO = Words(
    "write `yes` or `√`, `no` or `×`, `unknown` or `n/a`", "请写 `是` 或 `√`、`否` 或 `×`、`未知` 或 `不适用`"
)
HELP_THOUSANDS = Words("leave out the commas between the digits", "请去掉数字之间的逗号")
POWER_OF_TEN = Kind(
    "PSR441",
    Words("`{found}`, given for `{name}`, is no number to reckon with", "`{name}` 写的是 `{found}`，不是可用的数"),
    Words("powers of ten are not used", "不使用科学计数法"),
    Words("write the number out, digit by digit", "请逐位写出这个数"),
)
NUMBER_TOO_LONG = Kind(
    "PSR442",
    Words("the number given for `{name}` has more than {limit} digits", "`{name}` 的数超过 {limit} 位"),
    Words("too long", "位数过多"),
    Words(
        "round it to what was measured; a quotient may stand as such: `100/3`",
        "请按实际测量的精度书写；除不尽的商可写作 `100/3`",
    ),
)
BARE_SHARE = Kind(
    "PSR443",
    Words("`{name}` is a share, and `{found}` has no percent sign", "`{name}` 是百分比，而 `{found}` 没有百分号"),
    Words("a bare number", "没有百分号"),
)
HELP_ONE_SHARE = Words("write `{sole}`", "请写作 `{sole}`")
HELP_TWO_SHARES = Words("write `{first}` or `{second}`, whichever is meant", "请按本意写作 `{first}` 或 `{second}`")
HELP_NO_SHARE = Words("write a percentage: {range}", "请写百分比：{range}")
SHARE_FOR_NUMBER = Kind(
    "PSR444",
    Words("`{name}` is a plain number, and `{found}` is a share", "`{name}` 是普通数值，而 `{found}` 是百分比"),
    Words("a share", "是百分比"),
    Words("write the number itself, without `%`", "请直接写数值，不带 `%`"),
)
NOT_WHOLE = Kind(
    "PSR445",
    Words("`{name}` is counted in whole numbers, and `{found}` is none", "`{name}` 按整数计，而 `{found}` 不是整数"),
    Words("not a whole number", "不是整数"),
    Words(
        "write a whole number; how much one of them weighs is the rubric's business", "请写整数；每次折算多少由细则规定"
    ),
)
NEGATIVE = Kind(
    "PSR446",
    Words("`{name}` can't be less than zero, as `{found}` is", "`{name}` 不能小于零，而这里是 `{found}`"),
    Words("less than zero", "小于零"),
    Words(
        "write `0` or more; whether points are taken is the rubric's business",
        "请写 `0` 或以上；是否扣分由细则规定",
    ),
)
OUT_OF_RANGE = Kind(
    "PSR447",
    Words("`{found}` is no value that `{name}` can have", "`{found}` 不是 `{name}` 可取的值"),
    Words("expected: {range}", "应为：{range}"),
    Words("look for a slip of the pen; the range is declared in the rubric", "请检查是否笔误；取值范围由细则声明"),
)
UPSIDE_DOWN = Kind(
    "PSR448",
    Words("the range `{found}`, given for {part}`{name}`, is upside down", "`{name}` {part}的范围 `{found}` 上下颠倒"),
    Words("the lesser end comes first", "应先写较小的一端"),
    Words("swap the two ends", "请对调两端"),
)
NO_SUCH_DATE = Kind(
    "PSR449",
    Words(
        "`{found}`, given for {part}`{name}`, is no day of the calendar",
        "`{name}` {part}写的是 `{found}`，日历上没有这一天",
    ),
    Words("not a date", "不是有效日期"),
    Words(
        "look the day up; the year comes first, then the month, then the day: `2019-03-25`",
        "请查对日期；先写年，再写月、日，例如 `2019-03-25`",
    ),
)
OUTSIDE_PERIOD = Kind(
    "PSR450",
    Words(
        "the date `{found}` of `{name}` lies outside the period of the rubric",
        "`{name}` 的日期 `{found}` 不在考核期内",
    ),
    Words("expected: {first} to {last}", "应为：{first} 至 {last}"),
    Words(
        "mend the date; an event of another year belongs in that year's evidence",
        "请改正日期；其他年度的事件应列入该年度的佐证",
    ),
)
VALUE_OF_EVENTS = Kind(
    "PSR451",
    Words("`{name}` counts events, so it has a quantity and no value", "`{name}` 是逐件登记的数据，有数量而没有值"),
    Words("a value", "值"),
    Words("write `quantity`", "请改写为 `数量`"),
)
HELP_QUANTITY_COLUMN = Words("move the number to the column `{column}`", "请把数字移到 `{column}` 一列")
QUANTITY_OF_VALUE = Kind(
    "PSR452",
    Words(
        "`{name}` does not count events, so it has a value and no quantity",
        "`{name}` 不是逐件登记的数据，有值而没有数量",
    ),
    Words("a quantity", "数量"),
    Words("write `value`", "请改写为 `值`"),
)
HELP_SHEET_OF_FACTS = Words(
    "write its value on the sheet `{sheet}`, in the row of `{name}` under the unit's name, and clear this row",
    "请写到 `{sheet}` 工作表：在 `{name}` 一行、该单位一列中填写，并清空这一行",
)
HELP_VALUE_COLUMN = Words("write it in the column `value`", "请写在 `值` 一列")
STATED_TWICE = Kind(
    "PSR453",
    Words("`{name}` of `{unit}` is stated twice", "`{unit}` 的 `{name}` 写了两处"),
    Words("stated again", "再次写出"),
    Words("keep one of them", "请只保留一处"),
)
MISSING_AND_ROWS = Kind(
    "PSR454",
    Words(
        "`{name}` of `{unit}` is `{missing}` in one place and has events in another",
        "`{unit}` 的 `{name}` 一处写 `{missing}`，另一处又有事件",
    ),
    Words("which of them?", "以哪处为准？"),
    Words(
        "keep one of them; where more may have happened, write a bound such as `>= 3`",
        "请只保留一处；若可能还有更多，请写界限，例如 `>= 3`",
    ),
)
NOT_APPLICABLE_EVENT = Kind(
    "PSR455",
    Words(
        "an event of `{name}` that does not apply can't have a date or fields",
        "`{name}` 的事件如果不适用，就不能有日期或附带项",
    ),
    Words("does not apply", "不适用"),
    Words("write `{word}: n/a` alone, or the event's quantity", "请只写 `{word}: 不适用`，或写出事件的数量"),
)
HELP_CLEAR_ROW = Words(
    "clear the date and the columns behind it in this row, or write the quantity",
    "请清空这一行的日期和其他各列，或写出数量",
)

# ---- 460: marks and rulings ------------------------------------------------------------------------------------

COUNT_OUTSIDE = Kind(
    "PSR456",
    Words(
        "`{name}` of `{unit}` comes to {found} in all, and must be {range}",
        "`{unit}` 的 `{name}` 合计为 {found}，应为 {range}",
    ),
    Words("the last of them", "其中最后一条"),
    Words("mend the rows, or the range in the rubric", "请更正佐证，或更正细则中的范围"),
)
SHEET_MISSING = Kind(
    "PSR457",
    Words("the sheet `{sheet}` is missing from this workbook", "工作簿中缺少工作表 `{sheet}`"),
    help=Words(
        "every workbook of `psr template` has it, empty or not: show it if it is hidden, or copy it from another one",
        "`psr template` 生成的工作簿都有这张表，内容可以为空：如已隐藏请取消隐藏，否则请从另一份复制",
    ),
)
RENAMED_SHEET = Words(
    "`{near}` may be it: give it its name back",
    "可能就是 `{near}`：请把它改回原名",
)
REPEATED_SHEET = Kind(
    "PSR458",
    Words(
        "the sheet `{sheet}` repeats the sheet `{other}`: all its events ({count}) stand there, too",
        "工作表 `{sheet}` 与工作表 `{other}` 重复：它的全部事件（{count} 条）也都写在那里",
    ),
    Words("the first of them", "其中第一条"),
    Words(
        "all of them would count twice: delete the sheet `{sheet}`, or put `(ignored)` behind its title; if they are "
        "other events, tell them apart by a date or a note",
        "这些事件会计两次：请删去工作表 `{sheet}`，或在表名后加“（忽略）”；如果确是另外的事件，请用日期或备注加以区分",
    ),
)
NO_EVIDENCE = Kind(
    "PSR459",
    Words(
        "the column `{name}` is taken for a unit, of which there is no evidence",
        "`{name}` 一列被当作一个单位，但没有它的任何佐证",
    ),
    Words("a unit?", "是单位吗？"),
    Words(
        "fill in its evidence; if it is no unit, delete the column",
        "请填写它的佐证；如果不是单位，请删去此列",
    ),
    severity="warning",
)
NOT_JUDGED = Kind(
    "PSR460",
    Words(
        "the points of `{name}` follow from the evidence, so it takes no mark", "`{name}` 按佐证计分，不接受人工评分"
    ),
    Words("not judged", "不由人工评分"),
    Words(
        "delete the mark; if the committee departs from the rules here, write a ruling",
        "请删去这项评分；如果委员会要在这里偏离规则，请写裁定",
    ),
)
HELP_MARK_OR_RULING = Words(
    "the row says who decided, as rulings do: choose `{ruling}`, or `{mark}` if it is one",
    "这一行写了决定人，应是裁定：请选 `{ruling}`；如果是评分，请选 `{mark}`",
)
TAKEN_FOR_MARK = Words("empty, and so taken for a mark", "种类为空，按评分处理")
HELP_CHOOSE_RULING = Words(
    "delete the row; if the committee departs from the rules here, choose `{ruling}` for its kind, and say why and who "
    "decided",
    "请删去这一行；如果委员会要在这里偏离规则，请把种类改为 `{ruling}`，并写明理由和决定人",
)
HELP_POINTS = Words("write the points, or `unknown` as long as none are given", "请写分值；尚未评分的写 `未知`")
POINTS_OUTSIDE = Kind(
    "PSR461",
    Words("`{name}` can't have `{found}` points", "`{name}` 不能得 `{found}` 分"),
    Words("expected: {range}", "应为：{range}"),
    Words(
        "keep to the range; if the committee departs from it, write a ruling",
        "请在范围内评分；委员会若要突破范围，请写裁定",
    ),
)
INCOMPLETE = Kind(
    "PSR462",
    Words("the ruling on `{name}` does not say {missing}", "对 `{name}` 的裁定没有写明{missing}"),
    Words("incomplete", "不完整"),
    Words(
        "a ruling says how many points, why, and who decided: `{{points: 6, reason: …, by: …}}`",
        "裁定须写明分值、理由和决定人：`{{分值: 6, 理由: …, 决定人: …}}`",
    ),
)
HELP_FILL_COLUMNS = Words("fill in {columns} in this row", "请在这一行补填 {columns}")
HOW_MANY_POINTS = Words("how many points", "分值")
WHY = Words("why", "理由")
WHO_DECIDED = Words("who decided", "决定人")
UNDECIDED = Kind(
    "PSR463",
    Words(
        "the ruling on `{name}` has to give a certain number of points, and `{found}` is none",
        "对 `{name}` 的裁定须给出确定的分值，而 `{found}` 不是",
    ),
    Words("not a number of points", "不是确定的分值"),
    Words("write one number, such as `1.5`", "请写一个确定的数，例如 `1.5`"),
)
RULED_OUTSIDE = Kind(
    "PSR464",
    Words("this ruling gives `{name}` more or less than the rubric can", "这项裁定给 `{name}` 的分值超出了细则的范围"),
    Words("the rubric gives {range}", "细则规定 {range}"),
    Words("it is applied as it stands", "仍按裁定计分"),
    severity="warning",
)

OTHER_TITLE = Kind(
    "PSR468",
    Words(
        "the heading `{name}` is called `{title}`, and this row says `{found}`",
        "编号 `{name}` 的指标是 `{title}`，而这一行写的是 `{found}`",
    ),
    Words("number and title disagree", "编号与标题不符"),
    Words(
        "write the number that belongs to the title, or one of the two alone",
        "请写上与标题相符的编号，或只写其中一个",
    ),
)

UNKNOWN_UNIT = Kind(
    "PSR469",
    Words(
        "`{name}` is none of the units of this workbook",
        "`{name}` 不是此工作簿中的单位",
    ),
    Words("no column on the sheet `{sheet}`", "`{sheet}` 工作表中没有这一列"),
    Words(
        "its units are the columns of the sheet `{sheet}`: {known}; give a new unit a column there, or clear this row if "
        "it names none",
        "单位以 `{sheet}` 工作表的各列为准：{known}；新的单位请先在那里加一列，不是单位的请清空这一行",
    ),
)
A_SLIP_OR_NEW = Words(
    "did you mean `{near}`? A new unit needs a column of its own on the sheet `{sheet}`",
    "是否想写 `{near}`？新的单位请先在 `{sheet}` 工作表中加一列",
)

# ---- 470: whole files ------------------------------------------------------------------------------------------

NOT_A_YEAR = Kind(
    "PSR470",
    Words("`{found}` is not a year", "`{found}` 不是年份"),
    Words("not a year", "不是年份"),
    Words("write it with four digits, such as `2019`", "请写四位数字，例如 `2019`"),
)
OTHER_YEAR = Kind(
    "PSR471",
    Words("this is evidence of {found}, and the rubric is of {year}", "这是 {found} 年的佐证，而细则是 {year} 年的"),
    Words("another year", "年度不符"),
    Words("last year's evidence is given with `--previous`", "上年的佐证请用 `--previous` 给出"),
)
HELP_WORKBOOK_OF_YEAR = Words(
    "fill in a workbook that `psr template` makes for {year}; last year's evidence is given with `--previous`",
    "请填写用 `psr template` 为 {year} 年生成的工作簿；上年的佐证请用 `--previous` 给出",
)
OWN_YEAR = Kind(
    "PSR472",
    Words(
        "the previous year's evidence can't be of {year}, the rubric's own year",
        "上年的佐证不能是细则本年度 {year} 年的",
    ),
    Words("the rubric's own year", "细则本年度"),
    Words("give it without `--previous`", "请不要用 `--previous` 给出"),
)
YEARS_DIFFER = Kind(
    "PSR473",
    Words("this file is of {found}, and another one of {first}", "此文件是 {found} 年的，另有文件是 {first} 年的"),
    Words("of {found}", "{found} 年"),
    Words("give files of one year together", "请只一并给出同一年度的文件"),
)
OF_FIRST = Words("of {first}", "{first} 年")
OTHER_RUBRIC = Kind(
    "PSR474",
    Words("this is evidence for another rubric, `{found}`", "这是另一份细则 `{found}` 的佐证"),
    Words("the rubric is called `{title}`", "细则名为 `{title}`"),
    Words(
        "score it with the rubric it was written for; if the title has changed, change it here, too",
        "请用对应的细则计分；如果细则改了名称，请在此一并修改",
    ),
)
HELP_WORKBOOK_OF_RUBRIC = Words(
    "score the workbook with the rubric it was made for; if only the title has changed, unhide the sheet `_psr` and "
    "change it there, too",
    "请用生成此工作簿的细则计分；如果只是细则改了名称，请取消隐藏工作表 `_psr`，在其中一并修改",
)
