"""The words of the HTML page in both languages; those of score sheets and derivations stand in reports/words.py."""

from __future__ import annotations

from ...diagnostics import Language, Words

_PAGE: dict[str, Words] = {
    "skip": Words("Skip to the score sheet", "跳到评分表"),
    "year": Words("{year}", "{year}年度"),
    "units": Words("{count} units", "{count}个单位"),
    "units one": Words("1 unit", "1个单位"),
    "out of": Words("total {worth}", "总分{worth}分"),
    "mean": Words("mean", "平均"),
    "highest": Words("highest", "最高"),
    "lowest": Words("lowest", "最低"),
    "known only": Words("of {count} units whose total is certain", "按总分已确定的{count}个单位计"),
    "standings": Words("Totals and ranks", "总分与名次"),
    "standings graded": Words("Totals and grades", "总分与等次"),
    "unit": Words("Unit", "单位"),
    "sections": Words("Sections", "各大项"),
    "sections how": Words(
        "one bar a section, in their order; its height is the share gained", "每条一个大项，依次排列，高度为得分率"
    ),
    "by section": Words("Section by section", "各大项得分"),
    "without section": Words("Under no section", "未归入大项"),
    "mean of": Words("mean {points}", "平均{points}"),
    "reach": Words("{low} to {high}", "{low}至{high}"),
    "lost": Words("Where points were lost", "失分之处"),
    "lost how": Words("most first", "由多到少"),
    "lost least": Words(
        "provisional marks count with the least that is lost for certain", "暂定得分按确定失去的分数计"
    ),
    "lost mean": Words("mean {points} of {worth}; {count} units", "平均失{points}分（分值{worth}），涉及{count}个单位"),
    "lost mean one": Words("mean {points} of {worth}; 1 unit", "平均失{points}分（分值{worth}），涉及1个单位"),
    "lost more": Words("{count} more", "其余{count}项"),
    "nothing lost": Words("No points were lost for certain.", "没有确定失去的分数。"),
    "collect": Words("Still to be collected", "尚待补充的佐证"),
    "collect count": Words("{units} units still lack evidence", "{units}个单位尚缺佐证"),
    "collect count one": Words("1 unit still lacks evidence", "1个单位尚缺佐证"),
    "sheet": Words("Score sheet", "评分表"),
    "heading": Words("Item", "指标"),
    "bonus": Words("{title} (bonus)", "{title}（附加）"),
    "weighted": Words("{title} × {weight}", "{title} × {weight}"),
    "hint": Words(
        "Choose a mark to see how it came about. Arrow keys move, Enter opens, Esc closes, / searches.",
        "点选任一得分即可查看其依据。方向键移动，回车键打开，Esc键关闭，“/”键搜索。",
    ),
    "no script": Words(
        "Search, filters and derivations need JavaScript, which is switched off; the tables below are complete.",
        "浏览器已停用JavaScript，无法搜索、筛选和查看得分依据；下列各表内容完整。",
    ),
    "search": Words("Search", "搜索"),
    "search how": Words("unit, item number or words", "单位、编号或文字"),
    "filter unit": Words("Unit", "单位"),
    "filter section": Words("Section", "大项"),
    "all units": Words("all units", "全部单位"),
    "all sections": Words("all sections", "全部大项"),
    "reset": Words("Show all", "全部显示"),
    "legend": Words("Share of points lost", "失分率"),
    "level none": Words("nothing lost", "未失分"),
    "level": Words("up to {share}% lost", "失{share}%以内"),
    "level open": Words("provisional", "暂定"),
    "level out": Words("not concerned", "不适用"),
    "footnotes": Words("Notes", "附注"),
    "opened": Words("Derivations opened", "查看过的得分依据"),
    "opened how": Words("They are printed with the sheet.", "打印时附于评分表之后。"),
    "clear": Words("Clear", "清除"),
    "close": Words("Close", "关闭"),
    "before": Words("The unit's mark before this", "本单位上一项"),
    "after": Words("The unit's next mark", "本单位下一项"),
}

_SCRIPT: dict[str, Words] = {
    "title": Words("{unit} · {heading}", "{unit} · {heading}"),
    "shown": Words("units shown: {units} · items shown: {items}", "显示{units}个单位、{items}项指标"),
    "nothing": Words("Nothing matches.", "没有匹配的内容。"),
    "total": Words("Total", "总分"),
    "lostBy": Words("{unit} · most first", "{unit} · 由多到少"),
    "nothingLost": Words("{unit} · no points were lost for certain", "{unit} · 没有确定失去的分数"),
}

_TAGS: dict[str, Words] = {
    "line": Words("rule", "规则"),
    "events": Words("fact", "数据"),
    "event": Words("evidence", "佐证"),
    "quota": Words("quota", "基准"),
    "times": Words("sum", "算式"),
    "table": Words("row", "对应档"),
    "condition": Words("condition", "条件"),
    "value": Words("value", "取值"),
    "definition": Words("definition", "定义"),
    "score": Words("rule", "规则"),
    "void": Words("rule", "规则"),
}


def word(name: str, language: Language, **arguments: object) -> str:
    """Give a word of the page."""
    return _PAGE[name].say(language, arguments)


def script_words(language: Language) -> dict[str, str]:
    """Give the sentences that the page's script fills in itself; names in braces are its to replace."""
    return {name: words.plain(language) for name, words in _SCRIPT.items()}


def tags(language: Language) -> dict[str, str]:
    """Give the short words that stand before the steps of a derivation, by kind; not every kind has one."""
    return {kind: words.plain(language) for kind, words in _TAGS.items()}
