"""The words of what would come out if the evidence were another, in both languages."""

from __future__ import annotations

from ..diagnostics import Language, Words

_WORDS: dict[str, Words] = {
    "title": Words("{unit} · what if: {texts}", "{unit} · 假如：{texts}"),
    "before": Words("Before", "现在"),
    "after": Words("After", "改后"),
    "by": Words("Change", "增减"),
    "between": Words("; ", "；"),
    "nothing": Words("Nothing changes.", "没有任何变化。"),
    "from to": Words("{what} {before} → {after}", "{what} {before} → {after}"),
    "total": Words("total", "总分"),
    "rank": Words("rank", "名次"),
    "tied": Words("{rank} (tied)", "{rank}（并列）"),
    "grade": Words("grade", "等次"),
    "says": Words("{whose}: {what}", "{whose}：{what}"),
    "more units": Words("… and {count} more units", "……另有 {count} 个单位"),
    "no longer": Words("no longer: {what}", "不再有：{what}"),
    "now": Words("now: {what}", "新增：{what}"),
    "none": Words("none", "无"),
    "present": Words("{what}: the evidence says so already", "{what}：佐证中已是这样"),
    "unread": Words("{what}: no item reads it", "{what}：没有指标用到它"),
    "kept": Words("{heading}: {points} as before; {why}", "{heading}：仍为 {points}；{why}"),
    "ruled": Words("the committee has ruled so ({by})", "委员会已裁定（{by}）"),
    "unread ruling": Words("there is a ruling that could not be read", "有一条裁定无法读取"),
    "left out": Words("it does not concern this unit", "不适用于该单位"),
    "void": Words("it is void: {text}", "不得分：{text}"),
    "score": Words("it is set: {text}", "得分由此行确定：{text}"),
    "cap": Words("at its limit: {text}", "已达上限：{text}"),
    "range": Words("kept within {low} … {high}", "限于 {low} … {high}"),
    "veto": Words("a veto sets the total", "总分由一票否决确定"),
    "otherwise": Words("the rules give the same", "按规则，得分相同"),
}


def word(name: str, language: Language, **arguments: object) -> str:
    """Give words about a change."""
    return _WORDS[name].say(language, arguments)
