"""4xx, too: workbooks, ledgers and other files that programs write."""

from __future__ import annotations

from ..diagnostic import Kind
from ..words import Words

NEW_COLUMN = Kind(
    "PSR400",
    Words(
        "the column `{name}` is taken for a unit; the workbook was made without it",
        "`{name}` 一列被当作一个单位，但生成此工作簿时没有这个单位",
    ),
    Words("a unit?", "是单位吗？"),
    Words(
        "if it is no unit, delete the column or move it to another sheet: it changes averages, ranks and quotas; "
        "if it is one, nothing has to be done",
        "如果不是单位，请删去此列或移到另一张工作表，否则会影响平均值、排名和名额；如果确是单位，无需处理",
    ),
    severity="warning",
)

# ---- 475: what is no workbook, or none that can be opened --------------------------------------------------------

ENCRYPTED = Kind(
    "PSR475",
    Words("the workbook is protected by a password", "工作簿有密码保护"),
    help=Words(
        "open it in a spreadsheet program, remove the password and save it again",
        "请用电子表格软件打开，取消密码后重新保存",
    ),
)
OLD_WORKBOOK = Kind(
    "PSR476",
    Words("this is a workbook in the old format, .xls", "这是旧格式（.xls）的工作簿"),
    help=Words(
        "open it in a spreadsheet program and save it as .xlsx; a new name for the file is not enough",
        "请用电子表格软件打开并另存为 .xlsx；只改文件名是不够的",
    ),
)
NO_WORKBOOK = Kind(
    "PSR477",
    Words("this is not a workbook, whatever its name says", "文件名像工作簿，但内容不是"),
    help=Words(
        "save it again as .xlsx from a spreadsheet program, or give it its true ending, such as .csv",
        "请用电子表格软件重新另存为 .xlsx，或改用真实的结尾，例如 .csv",
    ),
)
BROKEN_WORKBOOK = Kind(
    "PSR478",
    Words("the workbook is damaged or cut short: {part} can't be read", "工作簿已损坏或不完整：无法读取{part}"),
    help=Words(
        "fetch it again where it came from; a spreadsheet program may be able to repair it",
        "请重新获取原文件；也可尝试用电子表格软件修复",
    ),
)
ITS_DIRECTORY = Words("the list of its parts", "其目录")
ITS_SHEETS = Words("its sheets", "其工作表")
TOO_MUCH_INSIDE = Kind(
    "PSR479",
    Words(
        "the workbook unpacks to more than {limit} MB, or has more than {parts} parts",
        "工作簿解压后超过 {limit} MB，或包含超过 {parts} 个部分",
    ),
    help=Words(
        "copy the cells that hold evidence into a new workbook, without pictures, or split it",
        "请把有佐证的单元格复制到新工作簿（不带图片），或拆分成几个",
    ),
)

# ---- 486: sheets and cells ---------------------------------------------------------------------------------------

GRID_TOO_LARGE = Kind(
    "PSR486",
    Words(
        "the sheet `{sheet}` reaches to row {row} and column {column}, which is more than can be read",
        "工作表 `{sheet}` 延伸到第 {row} 行、第 {column} 列，超出可读取的范围",
    ),
    help=Words(
        "delete what stands far outside the table, or keep so much evidence in CSV or Parquet",
        "请删除表格以外很远处的内容；数据量很大时请用 CSV 或 Parquet",
    ),
)
NO_VALUE = Kind(
    "PSR487",
    Words("this formula has no value", "这个公式没有值"),
    Words("never calculated", "未计算过"),
    Words(
        "open the workbook in a spreadsheet program and save it, so that its formulas are calculated",
        "请用电子表格软件打开并保存一次，使公式得到计算",
    ),
)
SHOWS_NOTHING = Words(
    "it shows nothing, and an empty quantity would stand for one event: write the quantity, or clear the whole row",
    "公式显示为空，而数量为空即表示 1：请直接写数量，或清空整行",
)
FORMULAS = Kind(
    "PSR488",
    Words(
        "cells with formulas: {count}; what they showed when the workbook was last saved is read",
        "有 {count} 个单元格是公式；读取的是工作簿上次保存时的值",
    ),
    Words("the first of them", "第一处"),
    Words(
        "evidence is better written as plain values, which change with nothing else",
        "佐证最好直接写值，这样不会随其他单元格改变",
    ),
    severity="warning",
)
ERROR_CELL = Kind(
    "PSR489",
    Words("this formula has failed: `{found}`", "这个公式出错：`{found}`"),
    Words("no value", "没有值"),
    Words("mend the formula, or write the value itself", "请改正公式，或直接写值"),
)
MERGED_AMOUNT = Kind(
    "PSR490",
    Words(
        "one merged cell gives one amount for several rows, so it is not clear what each of them has",
        "一个合并单元格为几行写了同一个数，无法确定每行各是多少",
    ),
    Words("merged over several rows", "跨多行合并"),
    Words("unmerge the cells and write what each row has", "请取消合并，逐行写明"),
)
SHEET_PASSED_OVER = Kind(
    "PSR491",
    Words("the sheet `{sheet}` is not read as evidence", "工作表 `{sheet}` 未作为佐证读取"),
    help=Words(
        "a sheet of evidence has a row that names the columns `unit` and `fact`; put `(ignored)` behind the title "
        "of one that is only for people",
        "佐证工作表须有一行写明 `单位` 和 `数据` 两列；仅供查看的工作表，请在表名后加“（忽略）”",
    ),
    severity="warning",
)
HELP_HIDDEN_SHEET = Words(
    "it is hidden: show it if it holds evidence, else put `(ignored)` behind its title",
    "它是隐藏的：其中如有佐证，请取消隐藏；否则请在表名后加“（忽略）”",
)
NO_HEADER = Kind(
    "PSR492",
    Words(
        "no row of the sheet `{sheet}` names the columns {columns}",
        "工作表 `{sheet}` 中没有写明 {columns} 各列的行",
    ),
    help=Words(
        "write these names into one row, above the first entry; `psr template` makes a workbook that has them",
        "请在首条内容之上用一行写明这些列名；`psr template` 可生成带列名的工作簿",
    ),
)
OTHER_FACTS = Kind(
    "PSR493",
    Words(
        "the rubric's facts have changed since this workbook was made",
        "此工作簿生成之后，细则中的数据声明已有改动",
    ),
    help=Words(
        "what is in it is read all the same; `psr template` makes one with the facts of today",
        "其中内容仍会读取；`psr template` 可按现在的数据重新生成",
    ),
    severity="warning",
)
LATER_FORMAT = Kind(
    "PSR494",
    Words(
        "this workbook was made by a later version of PSR, in the format `{found}`; this version reads up to `{known}`",
        "此工作簿由更新版本的 PSR 生成，格式为 `{found}`；当前版本最高可读 `{known}`",
    ),
    help=Words("install a later version of PSR", "请升级 PSR"),
)
SAME_EVENT = Kind(
    "PSR495",
    Words(
        "`{name}` of `{unit}` has the same event in two {places}",
        "`{unit}` 的 `{name}` 在两{places}中有相同的事件",
    ),
    Words("again", "再次出现"),
    Words(
        "it is scored twice, and `psr merge` takes it once: delete one if they are one event, else tell them apart by a note",
        "计分时会计两次，`psr merge` 只取一次：如果是同一事件，请删去一处；如果是两个事件，请用备注加以区分",
    ),
    severity="warning",
)
FILES = Words("files", "个文件")
SHEETS = Words("sheets", "张工作表")
NEEDS_EXTRA = Kind(
    "PSR496",
    Words("reading `{ending}` files needs the package {package}", "读取 `{ending}` 文件需要安装 {package}"),
    help=Words("install it: `pip install '{install}'`", "请安装：`pip install '{install}'`"),
)
BAD_JSON_LINE = Kind(
    "PSR497",
    Words("this line is not a JSON object: {problem}", "这一行不是 JSON 对象：{problem}"),
    Words("not understood", "无法识别"),
    Words(
        'each line is an object of its own, such as `{{"unit": "一支部", "fact": "absence"}}`',
        '每行须是一个独立的对象，例如 `{{"单位": "一支部", "数据": "缺席"}}`',
    ),
)
NOT_AN_OBJECT = Words("it is another kind of value", "它是另一种值")
NOT_JSON = Words("its structure is not understood", "无法识别其结构")
NESTED = Words("a value is a list or another object", "其中的值是列表或另一个对象")
BAD_PARQUET = Kind(
    "PSR498",
    Words("this is not a Parquet file, or it is damaged", "这不是 Parquet 文件，或已损坏"),
    help=Words("write it again with the program that made it", "请用生成它的程序重新写出"),
)
UNKNOWN_DECISION = Kind(
    "PSR499",
    Words("`{found}` is neither `mark` nor `ruling`", "`{found}` 既不是 `评分` 也不是 `裁定`"),
    Words("which of them?", "是哪一种？"),
    Words("write `mark` or `ruling`", "请写 `评分` 或 `裁定`"),
)
