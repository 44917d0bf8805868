"""The words of the workbook in both languages, beyond those of the committee's table."""

from __future__ import annotations

from ...diagnostics import Language, Words

_WORDS: dict[str, Words] = {
    "sheet": Words("Score sheet", "评分表"),
    "traces": Words("Derivations", "得分依据"),
    "evidence": Words("Evidence", "佐证"),
    "unit": Words("Unit", "单位"),
    "heading": Words("Indicator", "指标"),
    "step": Words("How the points came about", "得分过程"),
    "place": Words("Where it is written", "出处"),
    "what": Words("Data or indicator", "数据或指标"),
    "value": Words("Value", "内容"),
    "fields": Words("Details", "明细"),
    "date": Words("Date", "日期"),
    "note": Words("Note", "备注"),
    "reference": Words("Document", "凭据"),
    "mark": Words("mark: {points}", "评分：{points}"),
    "ruling": Words("ruled {points} by {by}", "{by}裁定：{points}"),
    "field": Words("{label}: {value}", "{label}：{value}"),
    "cut": Words(
        "There are more lines than this sheet holds; `psr explain` shows them all.",
        "内容过多，其余从略；可用 `psr explain` 查看全部。",
    ),
}


def word(name: str, language: Language, **arguments: object) -> str:
    """Give a word of the workbook."""
    return _WORDS[name].say(language, arguments)
