"""The words of a verification in both languages."""

from __future__ import annotations

from ..diagnostics import Language, Words

_WORDS: dict[str, Words] = {
    "holds": Words(
        "The result holds: the same files, the same version, and every point is the same.",
        "结果成立：文件、版本均未变，每项得分都相同。",
    ),
    "still holds": Words("The result holds: every point is still the same.", "结果成立：每项得分仍然相同。"),
    "fails": Words("The result no longer holds: {count} values differ.", "结果不再成立：有 {count} 处不同。"),
    "fails one": Words("The result no longer holds: 1 value differs.", "结果不再成立：有 1 处不同。"),
    "altered": Words(
        "The result does not hold: its files and the version are the same, so the result itself was altered.",
        "结果不成立：文件和版本都没有变，是结果本身被改动过。",
    ),
    "unverified": Words(
        "The result can't be verified: there are errors in the files.", "无法核验这份结果：文件中有错误。"
    ),
    "part": Words("This result holds {count} of the {all} units", "这份结果只含 {all} 个单位中的 {count} 个"),
    "no receipt": Words(
        " It has no receipt, so nothing tells which files have changed.", "结果中没有校验信息，无法得知哪些文件有变化。"
    ),
    "differs": Words("What differs, as written → as reckoned now", "不同之处（原结果 → 重新计算）"),
    "reworded": Words("Other words, as written → as they are now", "文字有变化（原结果 → 现在）"),
    "made of": Words("What it was made of has changed", "计分所用的内容有变化"),
    "unseen": Words("Units that the result does not show", "结果中没有列出的单位"),
    "no previous": Words(
        "Last year's evidence was part of it: add it with --previous.", "原结果用到了上年佐证：请用 --previous 给出。"
    ),
    "section": Words("under no section", "未归入大项"),
    "new unit": Words("new in the evidence", "佐证中新增"),
    "gone unit": Words("no longer in the evidence", "佐证中已没有"),
    "new file": Words("new", "新增"),
    "gone file": Words("gone", "已没有"),
    "version": Words("psr", "PSR"),
    "keep going": Words("scored in spite of errors now", "现在有错误也照样计分"),
    "kept going": Words("scored in spite of errors then", "当时有错误也照样计分"),
    "rubric": Words("title of the rubric", "细则名称"),
    "title": Words("title", "标题"),
    "worth": Words("worth", "分值"),
    "ruled": Words("ruled points", "裁定的分值"),
    "reason": Words("reason of the ruling", "裁定的理由"),
    "by": Words("who decided", "决定人"),
}


def word(name: str, language: Language, **arguments: object) -> str:
    """Give a word of a verification."""
    return _WORDS[name].say(language, arguments)
