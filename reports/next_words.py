"""The words of what is still to be done for a grade or a total, in both languages."""

from __future__ import annotations

from ..diagnostics import Language, Words

_WORDS: dict[str, Words] = {
    "present": Words("{unit}: {standing}", "{unit}：{standing}"),
    "point": Words("1 point", "1 分"),
    "points": Words("{points} points", "{points} 分"),
    "total": Words("total {before} → {after}", "总分 {before} → {after}"),
    "rank": Words("rank {rank} of {units}", "名次 {rank} / {units}"),
    "no grade": Words("no grade", "无等次"),
    "target": Words("Wanted: {what}", "目标：{what}"),
    "or more": Words("{points} points or more", "{points} 分及以上"),
    "or better": Words("{grade} or better", "{grade}及以上"),
    "veto": Words("Under a veto: {reason}", "已触发一票否决：{reason}"),
    "perhaps veto": Words("Perhaps under a veto: {reason}", "可能触发一票否决：{reason}"),
    "ruled": Words(
        "Ruled by the committee, so that no evidence moves it: {items}", "已由委员会裁定，改动佐证不影响得分：{items}"
    ),
    "collect": Words(
        "Not all is known yet. Collect first: {facts}. What stays unknown counts as unknown.",
        "佐证尚未齐全，请先补充：{facts}。其余未知内容仍按未知计算。",
    ),
    "to collect": Words("{what} ({points})", "{what}（{points}）"),
    "mark of": Words("the committee's mark for {item}", "{item} 的委员会评分"),
    "reached": Words("Reached already: nothing has to change.", "已经达到，无需改动。"),
    "best": Words("This is the best grade: nothing has to change.", "已是最高等次，无需改动。"),
    "ways": Words("{count} ways, the smallest first; each was scored:", "{count} 种做法，改动少的在前，均已重新计分："),
    "way": Words("1 way; it was scored:", "1 种做法，已重新计分："),
    "perhaps fewer": Words(
        "No way with up to three changes was found; there may be one with fewer than this.",
        "未找到改动不超过三项的做法；不排除有比这更少的做法。",
    ),
    "impossible": Words(
        "There is no way, however good the unit's evidence: its total is at most {points}.",
        "无法达到：该单位的佐证无论怎样有利都不行，总分最多 {points} 分。",
    ),
    "impossible without limit": Words(
        "There is no way, however good the unit's evidence.", "无法达到：该单位的佐证无论怎样有利都不行。"
    ),
    "no place": Words(
        "There is no way: among {units} units, {grade} has no place.",
        "无法达到：{units} 个单位中，{grade}的名额为 0。",
    ),
    "none": Words(
        "No way was found with changes of up to three facts, nor with all that helps together ({tried} trials).",
        "未找到做法：同时改动至多三项不行，把有利的改动全部加上也不行（试算 {tried} 次）。",
    ),
    "none in the bound": Words(
        "No way was found in {tried} trials, after which the search ends; there may be one.",
        "试算 {tried} 次未找到做法，搜索到此为止；不排除仍有做法。",
    ),
    "more": Words(
        "{fact}: {number} more{details}, {before} → {after}{days}",
        "{fact}：增加 {number}{details}，{before} → {after}{days}",
    ),
    "fewer": Words(
        "{fact}: {number} fewer{details}, {before} → {after}", "{fact}：减少 {number}{details}，{before} → {after}"
    ),
    "field": Words(
        "{fact}{details}: {field} {before} → {after} ({number})",
        "{fact}{details}：{field} {before} → {after}（{number}）",
    ),
    "value": Words("{fact}: {before} → {after}{details}", "{fact}：{before} → {after}{details}"),
    "mark": Words("{item}, the committee's mark: {before} → {after}", "{item} 委员会评分：{before} → {after}"),
    "no mark": Words("none yet", "尚无"),
    "several": Words("various", "各不相同"),
    "another": Words("another one", "另一个"),
    "each another": Words("a new one each", "各不相同"),
    "details": Words(" ({details})", "（{details}）"),
    "detail": Words("{field}: {value}", "{field}：{value}"),
    "days": Words(", for instance on {days}", "，例如在 {days}"),
    "item": Words("item {item}", "指标 {item}"),
    "moves": Words("{item}: {before} → {after}", "{item}：{before} → {after}"),
    "comma": Words(", ", "、"),
    "between": Words(", ", "，"),
    "items": Words("; ", "；"),
}


def word(name: str, language: Language, **arguments: object) -> str:
    """Give words about what is still to be done."""
    return _WORDS[name].say(language, arguments)
