"""Where a message points, and what it advises, in both languages."""

import pytest
from support.reading import mistakes, read

from psr.diagnostics import Diagnostic


def only(text: str) -> Diagnostic:
    (found,) = read(text)[1]
    return found


# Each suggestion is the word that a reader would expect, spelt in the author's own vocabulary.
@pytest.mark.parametrize(
    ("line", "wrong", "meant"),
    [
        ("deduct 0.5 pr absence cap 2", "pr", "per"),
        ("deduct 0.5 PER absence", "PER", "per"),
        ("deduc 0.5 per absence", "deduc", "deduct"),
        ("Void if a", "Void", "void"),
        ("aplies if a", "aplies", "applies if"),
        ("扣 0.5 每 缺席 封项 2", "封项", "封顶"),
        ("扣分 0.5 每 缺席", "扣分", "扣"),
        ("fact a yes / no", "yes", "yes/no"),
        ('item 1.1 "x" wroth 4', "wroth", "worth"),
        ('item 1.1 "x" starts 4', "starts", "starts at"),
        ("award 1 per a highst per b", "highst", "highest per"),
        ("round total to 2 half", "half", "half up"),
        ("扣 0.5 每次 缺席", "每次", "每"),
        ("score 1 iff a", "iff", "if"),
        ("deduct 1 per a belov 3", "belov", "below"),
    ],
)
def test_a_misspelt_keyword(line: str, wrong: str, meant: str):
    found = only(line)
    assert found.message() == f"`{wrong}` can't stand here"
    assert found.advice() == f"did you mean `{meant}`?"
    assert found.advice("zh") == f"是否想写 `{meant}`？"


@pytest.mark.parametrize(
    ("line", "found", "split"),
    [
        ("扣 0.5 每缺席", "每缺席", "每 缺席"),
        ("扣0.5每缺席", "每缺席", "0.5 每 缺席"),
        ("扣0.5分每缺席", "分每缺席", "0.5分 每 缺席"),
        ("扣0.5人次每缺席", "人次每缺席", "0.5人次 每 缺席"),
        ("扣缺席 0.5", "扣缺席", "扣 缺席"),
        ("deduct 1 per absence cap2", "cap2", "cap 2"),
        ("score 6 if1 = 1", "if1", "if 1"),
        ('item 1.1 "x" worth4', "worth4", "worth 4"),
        ("舍入总分 至 2", "舍入总分", "舍入 总分"),
    ],
)
def test_words_that_touch(line: str, found: str, split: str):
    mistake = only(line)
    assert mistake.message() == f"`{found}` is read as one name"
    assert mistake.advice() == f"write `{split}`"


@pytest.mark.parametrize(
    ("line", "english", "chinese"),
    [
        (
            "deduct 0.5 absence",
            "here could stand `per`, `by`, `highest per`, `if`, `cap`, a comparison such as `>=`, a sign such as `+`"
            " or the end of the line",
            "此处可以写：`每`、`按`、`就高同一`、`如果`、`封顶`、比较，如 `>=`、运算符，如 `+`、行末",
        ),
        (
            "deduct 1 per",
            "here could stand a name, a number, a percentage, `year`, `day`, `month` or `quarter`",
            "此处可以写：名称、数、百分数、`年度`、`天`、`月`、`季度`",
        ),
        ("score +", "here could stand a value", "此处可以写：一个值"),
        (
            "award by a\n x 3",
            "here could stand `to`, `:` or `,`",
            "此处可以写：`至`、`:`、`,`",
        ),
        ("source", "here could stand a text in quotes", "此处可以写：加引号的文字"),
        ('item "x"', "here could stand a name or a number such as `1.3`", "此处可以写：名称、编号，如 `1.3`"),
        ("period to", "here could stand a date", "此处可以写：日期"),
        ("judge x", "here could stand a number or `-`", "此处可以写：数、`-`"),
        (
            "@",
            "delete it, or put the text it belongs to in quotes",
            "请删除它，或将所属文字放入引号",
        ),
        (
            "worth 3",
            "here could stand the beginning of a line, such as `deduct`, `award`, `item` or `fact`",
            "此处可以写：一行的开头，如 `扣`、`加`、`指标`、`数据`",
        ),
        (
            "absent 3",
            "here could stand the beginning of a line, such as `deduct`, `award`, `item` or `fact`",
            "此处可以写：一行的开头，如 `扣`、`加`、`指标`、`数据`",
        ),
        (
            'section "x" x',
            "here could stand `year`, `total`, `worth`, `from`, `weight`, `bonus`, `starts full`, `starts zero` or others",
            "此处可以写：`年度`、`总分`、`分值`、`介于`、`权重`、`附加`、`满分起算`、`零分起算`等",
        ),
    ],
)
def test_what_could_stand(line: str, english: str, chinese: str):
    found = only(line)
    assert (found.advice(), found.advice("zh")) == (english, chinese)


# What people type who come from writing letters, spreadsheets or programs; in a rule each has one mend.
@pytest.mark.parametrize(
    ("line", "wrong", "english", "chinese"),
    [
        ("扣 0.5 每 缺席。", "。", "delete it", "请删除"),
        ("扣 0.5 每 缺席；封顶 2", "；", "begin a new line", "另起一行"),
        ("score 1 if a 》 3", "》", "`>`", "`>`"),
        ("item 1 《标题》 worth 3", "《", "in quotes", "放入引号"),
        ("source ‘原话’", "‘", "double quotes", "双引号"),
        ("source ”原话”", "”", "the other mark", "前引号"),
        ("score 【1】", "【", "`(…)`", "`(…)`"),
        ("judge 2～3", "～", "`to`", "`至`"),
        ("score 1 if a & b", "&", "`and`", "`并且`"),
        ("score 1 if a || b", "|", "`or`", "`或者`"),
        ("score 1 if !a", "!", "`not`", "`并非`"),
        ("score ￥5", "￥", "sign of money", "货币符号"),
        ("score 5‰ of a", "‰", "`0.5%`", "`0.5%`"),
        ("score .5", ".", "`0.5`", "`0.5`"),
        ("扣 0.5 每 缺席，封顶 2", "，", "no comma", "不用逗号"),
        ("score 1,000", ",", "no comma", "不加逗号"),
        ("扣：0.5 每 缺席", "：", "a row of a table", "表中的行"),
        ("score 1 if a == 3", "=", "one `=`", "只写一个 `=`"),
        ("扣 0.5 分 每 缺席", "分", "`0.5分`, without a space", "紧跟在数的后面：`0.5分`"),
        ("judge 0 to 2 分", "分", "`2分`, without a space", "紧跟在数的后面：`2分`"),
    ],
)
def test_signs_that_stray_in(line: str, wrong: str, english: str, chinese: str):
    found = only(line)
    assert f"`{wrong}`" in found.message()
    assert english in (found.advice() or "")
    assert chinese in (found.advice("zh") or "")


@pytest.mark.parametrize(
    ("line", "message", "advice"),
    [
        (
            "source “未完",
            "this text is not closed on its line",
            "close it with `”`; a longer text is several strings under one another",
        ),
        ("score 1e9", "`1e9` is not a number in a rubric", "write the number out, digit by digit"),
        ("fact x number 0 to 1e9", "`1e9` is not a number in a rubric", "write the number out, digit by digit"),
        ("score 1 if a < 2019/3/5", "`2019/3/5` is a division here, not a date", "write the date as `2019-03-05`"),
        ("given a 2019/3/5", "`2019/3/5` is not how a date is written here", "write `2019-03-05`"),
        ("given a 2019年12月31日", "`2019年12月31日` is not how a date is written here", "write `2019-12-31`"),
        (
            "given a 2019-02-30",
            "there is no day `2019-02-30` in the calendar",
            "write year-month-day, such as `2019-03-25`",
        ),
        (
            "fact if counts",
            "`if` is a word of the language, so it can't be a name",
            "choose another name, or write it in brackets: `[if]`",
        ),
        ('source "甲" "乙"', '`"乙"` can\'t stand here', "here could stand the end of the line"),
        (
            "given a to",
            "`to` can't stand here",
            "here could stand a name, a number, a percentage, a date, a text in quotes, `unknown`, `n/a`, `yes` or others",
        ),
    ],
)
def test_other_messages(line: str, message: str, advice: str):
    found = only(line)
    assert (found.message(), found.advice()) == (message, advice)


# The first column of a line is 1, and each character counts as one, however wide it looks.
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("扣 0.5 每缺席 封顶 2", 1, 7),  # 扣 1, blank 2, 0.5 from 3 to 5, blank 6
        ("扣 0.5 每 缺席 封项 2", 1, 12),  # 每 7, blank 8, 缺席 9 and 10, blank 11
        ('指标 1.1 "传达贯彻" 分植 4', 1, 15),  # 指标 1-2, 1.1 4-6, the text 8-13 with its quotes
        ("# 说明\n\n　　扣　０．５　每缺席", 3, 9),  # two wide blanks, 扣 3, 0.5 from 5 to 7
        ("数据 缺席 计量 人次\r\n扣 1 每 缺席 ￥", 2, 10),  # 每 5, 缺席 7-8
        ("\ufeff扣 0.5 pr 缺席", 1, 8),  # the byte order mark is a character, too
        ("原文 “未完", 1, 4),
        ("扣 1 每", 1, 6),  # behind the last word
        ("扣 1 每  # 什么？", 1, 6),
        ("扣 1 每\n\n\n不得分", 1, 6),
        ("考核期 2019年1月1日 至 2019-12-31", 1, 5),
        ("扣 1 每 缺席，\n不得分", 1, 9),  # the comma
    ],
)
def test_columns_behind_chinese(text: str, line: int, column: int):
    assert [(line, column) for line, column, _ in mistakes(text)] == [(line, column)]
    assert mistakes(text)[0][:2] == (line, column)


def test_a_place_covers_the_whole_word():
    place = only("扣 0.5 每缺席 封顶 2").place
    assert place.span is not None
    assert place.source.text[place.span.start : place.span.end] == "每缺席"


def test_a_message_quotes_what_was_written():
    assert only("score ａｂ ｃｄ").message() == "`ｃｄ` can't stand here"
    assert only("score 1 ）").message() == "`）` can't stand here"


def test_a_message_quotes_no_more_than_it_must():
    name = "长" * 60
    assert only(f"score 1 {name}").message() == f"`{'长' * 40}…` can't stand here"
    assert only(f"score a 如果{name}").advice() == f"write `如果 {'长' * 37}…`"
