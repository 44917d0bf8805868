"""The words of score sheets and derivations in both languages."""

from __future__ import annotations

from ..diagnostics import Language, Words

SHEET: dict[str, Words] = {
    "item": Words("Item", "编号"),
    "title": Words("Title", "指标"),
    "worth": Words("Worth", "分值"),
    "total": Words("Total", "总分"),
    "grade": Words("Grade", "等次"),
    "rank": Words("Rank", "名次"),
    "bonus": Words("bonus", "附加"),
    "provisional": Words("? provisional: evidence is still missing", "? 暂定：尚缺佐证"),
    "ruled": Words("* ruled by the committee, whatever the arithmetic says", "* 委员会裁定，不依计算结果"),
    "left out": Words("— does not concern this unit", "— 不适用于该单位"),
    "collect": Words("Still to be collected", "尚待补充的佐证"),
    "mark": Words("the committee's mark", "委员会评分"),
    "can move": Words("up to {points} points", "影响至多 {points} 分"),
    "can move one": Words("up to 1 point", "影响至多 1 分"),
    "by": Words(": {facts}", "：{facts}"),
    "elsewhere": Words("waits for another unit's evidence: {facts}", "等待其他单位的佐证：{facts}"),
    "lacking": Words("{fact} ({units})", "{fact}（{units}）"),
    "unread ruling": Words("a ruling that could not be read", "有一条裁定无法读取"),
    "unread ruling on": Words("{unit} {label}: a ruling that could not be read", "{unit} {label}：有一条裁定无法读取"),
    "unread rulings on": Words(
        "{unit}: any of {count} headings may have a ruling that could not be read",
        "{unit}：{count} 项指标可能有裁定，但无法读取",
    ),
    "comma": Words(", ", "、"),
    "required": Words("required", "必填"),
    "complete": Words("The evidence is complete.", "佐证已齐全。"),
    "incomplete": Words(
        "{missing} things are still missing, at {units} units.", "还缺 {missing} 项，涉及 {units} 个单位。"
    ),
    "incomplete one": Words("1 thing is still missing.", "还缺 1 项。"),
    "no limit": Words("without limit", "无上限"),
    "ruled here": Words("ruled by the committee ({by})", "委员会裁定（{by}）"),
    "provisional note": Words("provisional: evidence is still missing", "暂定：尚缺佐证"),
    "vetoed": Words("veto: {reason}", "一票否决：{reason}"),
    "perhaps": Words("possible veto: {reason}", "可能触发一票否决：{reason}"),
    "ruling": Words(
        "{unit} {label}: ruled {points} — {reason} ({by})", "{unit} {label}：裁定 {points} 分 —— {reason}（{by}）"
    ),
    "heading": Words("{unit} · {heading}: {points}", "{unit} · {heading}：{points}"),
    "says": Words("{whose}: {value}", "{whose}：{value}"),
    "or": Words(" or ", " 或 "),
    "continued": Words("units {first} to {last} of {count}", "第 {first} 至 {last} 个单位，共 {count} 个"),
    "continued alone": Words("unit {first} of {count}", "第 {first} 个单位，共 {count} 个"),
}

STEPS: dict[str, Words] = {
    "in full": Words("in full: {text}", "全文：{text}"),
    "source": Words("the regulation: {text}", "原文：{text}"),
    "starts full": Words("starts full: {points}", "满分起算：{points}"),
    "starts zero": Words("starts at zero", "零分起算"),
    "starts at": Words("starts at {points}", "基础分：{points}"),
    "handed up": Words("{heading}: {points}", "{heading}：{points}"),
    "weighted": Words("{heading}: {points} (weight {weight})", "{heading}：{points}（权重 {weight}）"),
    "line": Words("{sign}{points}  {text}", "{sign}{points}  {text}"),
    "group": Words("{sign}{points}  together under {text}", "{sign}{points}  合计：{text}"),
    "events": Words("{fact}: {count}", "{fact}：{count}"),
    "no events": Words("{fact}: none to count", "{fact}：没有应计的记录"),
    "event": Words("{sign}{points}  {text}", "{sign}{points}  {text}"),
    "times": Words("{count} × {amount} = {points}", "{count} × {amount} = {points}"),
    "within cap": Words("{text}, cap {limit}", "{text}，封顶 {limit}"),
    "table": Words("{text}", "{text}"),
    "no row": Words("no row of the table matches for certain: {points}", "表中没有确定适用的行：{points}"),
    "condition": Words("{text}: {holds}", "{text}：{holds}"),
    "value": Words("{text} = {value}", "{text} = {value}"),
    "stated": Words("on record: {note}", "佐证：{note}"),
    "on record": Words("on record", "佐证所载"),
    "cap": Words("capped at {limit}: {points}", "封顶 {limit}：{points}"),
    "cap per": Words("{text}: {points}", "{text}：{points}"),
    "mark": Words("the committee's mark: {points} — {reason}", "委员会评分：{points} —— {reason}"),
    "mark alone": Words("the committee's mark: {points}", "委员会评分：{points}"),
    "no mark": Words("the committee has not marked this yet", "委员会尚未评分"),
    "score": Words("set to {points}  {text}", "计为 {points}  {text}"),
    "score not": Words("not set  {text}", "未计为  {text}"),
    "void": Words("void  {text}", "不得分  {text}"),
    "void not": Words("not void  {text}", "未触发不得分  {text}"),
    "range": Words("kept within {low} … {high}: {points}", "限于 {low} … {high}：{points}"),
    "scaled": Words("scaled to {to}: {points}", "折合 {to}：{points}"),
    "round": Words("rounded: {points}", "舍入：{points}"),
    "bonus": Words("bonus {heading}: {points}", "附加 {heading}：{points}"),
    "does not apply": Words("does not concern this unit  {text}", "不适用于该单位  {text}"),
    "given full": Words("credited in full: {points}", "按满分计：{points}"),
    "given mean": Words("the mean of the units it concerns: {text}", "取适用单位的平均分：{text}"),
    "not applicable": Words("the evidence says this does not apply", "佐证注明不适用"),
    "ruling": Words("ruled {points}: {reason} ({by})", "裁定 {points}：{reason}（{by}）"),
    "unread ruling": Words("a ruling that could not be read: {points}", "有一条裁定无法读取：{points}"),
    "veto": Words("veto: {reason}", "一票否决：{reason}"),
    "perhaps": Words("possible veto: {reason}", "可能触发一票否决：{reason}"),
    "total": Words("{text}; total {points}", "{text}；总分 {points}"),
    "undefined": Words("has no value: {text}", "没有值：{text}"),
}

TRUTH: dict[bool | None, Words] = {
    True: Words("yes", "是"),
    False: Words("no", "否"),
    None: Words("not known yet", "尚不确定"),
}

UNKNOWN = Words("unknown", "未知")
NOT_APPLICABLE = Words("n/a", "不适用")


def sheet(name: str, language: Language, **arguments: object) -> str:
    """Give a word of the score sheet."""
    return SHEET[name].say(language, arguments)


def step(name: str, language: Language, **arguments: object) -> str:
    """Give the sentence for a step of a derivation."""
    return STEPS[name].say(language, arguments)
