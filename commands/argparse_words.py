"""What argparse says of itself, in Chinese; what is missing here, it says in English."""

from __future__ import annotations

CHINESE = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "%(prog)s: error: %(message)s\n": "%(prog)s：%(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s：%(message)s",
    "the following arguments are required: %s": "缺少参数：%s",
    "one of the arguments %s is required": "须给出其中一个：%s",
    "unrecognized arguments: %s": "无法识别的参数：%s",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)r 可选（可选的有 %(choices)s）",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "没有命令 %(parser_name)r（可用的有 %(choices)s）",
    "invalid %(type)s value: %(value)r": "无法理解的值 %(value)r",
    "ambiguous option: %(option)s could match %(matches)s": "选项 %(option)s 不明确：可能是 %(matches)s",
    "ignored explicit argument %r": "该选项不带值，却写了 %r",
    "not allowed with argument %s": "不能与 %s 同用",
    "expected one argument": "须有一个值",
    "expected at most one argument": "至多有一个值",
    "expected at least one argument": "至少须有一个值",
    "expected %s argument": "须有 %s 个值",
    "expected %s arguments": "须有 %s 个值",
}
