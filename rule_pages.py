"""The pages that say what the codes of messages mean: where they lie, which there are, and their text.

A page is a file of docs/rules that ships with the package: what `psr rule` prints and what the documentation shows
are the same text. How a page is made stands in docs/rules/README.md.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from .diagnostics import Language, Words

FOLDERS: dict[Language, str] = {
    "en": os.path.join(os.path.dirname(__file__), "docs", "rules"),
    "zh": os.path.join(os.path.dirname(__file__), "docs", "rules", "zh"),
}
GROUPS: dict[str, Words] = {
    "1": Words("the line can't be read", "这一行读不懂"),
    "2": Words("names, numbers and headings that do not fit together", "名称、编号、标题对不上"),
    "3": Words("things that don't go together, such as a share and a number", "放不到一起的内容，例如百分比与数"),
    "4": Words("evidence that can't be read, or doesn't fit the rubric", "佐证无法读取，或与细则不符"),
    "5": Words("examples that do not come out, and points that can't be right", "样例结果不符，或分数不可能正确"),
    "6": Words("what can hardly be meant", "多半不是本意"),
    "7": Words("style", "写法"),
    "8": Words("results that can't be verified", "无法核验的结果"),
}
"""What the codes of each hundred speak of, by their first digit."""

_PAGE = re.compile(r"(PSR\d{3})\.md")
_CODE = re.compile(r"PSR([0-9]{3})")
_HUNDRED = re.compile(r"(?:PSR)?([0-9])(?:XX)?")
_TITLE = re.compile(r"# PSR\d{3}[:：]\s*(.+)")
_PART = re.compile(
    r"```\w+(?P<file>[^\n]*)\n(?P<block>.*?)^```$|\#+ (?P<heading>[^\n]+)|(?P<text>(?:[^\n]+\n)+)",
    re.MULTILINE | re.DOTALL,
)
_BREAK = re.compile(r"(?<=[^\x00-\x7f])\n")  # behind a Chinese character the end of a line is no space
_NEAREST = 3


class Entry(NamedTuple):
    """A code and the title of its page."""

    code: str
    title: str


class Part(NamedTuple):
    """A heading, a paragraph without its line breaks, or a block and what is said of the file that it shows."""

    kind: Literal["heading", "text", "block"]
    text: str
    file: str = ""


def codes() -> list[str]:
    """Give the codes that have a page, in their order."""
    pages = (_PAGE.fullmatch(name) for name in os.listdir(FOLDERS["en"]))
    return sorted(page[1] for page in pages if page)


def code_of(written: str) -> str:
    """Give the code that a person means by ``PSR201``, ``psr201`` or ``201``."""
    code = written.strip().upper()
    return f"PSR{code}" if code.isdecimal() else code


def page(code: str, language: Language) -> str | None:
    """Give a code's page in Markdown, or None where there is no such page."""
    if not _PAGE.fullmatch(f"{code}.md"):
        return None
    try:
        with open(os.path.join(FOLDERS[language], f"{code}.md"), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return None


def parts(page: str) -> Iterator[Part]:
    """Yield the parts of a page, in order."""
    for found in _PART.finditer(page):
        if found["block"] is not None:
            yield Part("block", found["block"].rstrip("\n"), (found["file"] or "").strip())
        elif found["heading"]:
            yield Part("heading", found["heading"])
        else:
            yield Part("text", _BREAK.sub("", found["text"].rstrip("\n")).replace("\n", " "))


def entries(language: Language) -> list[Entry]:
    """Give all codes with their titles, in the order of the codes."""
    found: list[Entry] = []
    for code in codes():
        title = _TITLE.match(page(code, language) or "")
        found.append(Entry(code, title[1] if title else ""))
    return found


def hundred_of(written: str) -> str | None:
    """Give the first digit of the codes that a person means by ``PSR5``, ``5`` or ``5xx``; None where it is no such."""
    found = _HUNDRED.fullmatch(written.strip().upper())
    return found[1] if found and found[1] in GROUPS else None


def nearest(code: str) -> list[str]:
    """Give the codes that look most like one that has no page.

    Beside a number these are its neighbours of the same hundred, nearest first; beside anything else those that differ
    in no more than one character.
    """
    number = _CODE.fullmatch(code)
    if number:
        same = [known for known in codes() if known[3] == code[3]]
        return sorted(same, key=lambda known: abs(int(known[3:]) - int(number[1])))[:_NEAREST]

    def alike(known: str) -> int:
        return sum(one == other for one, other in zip(code, known, strict=False))

    return [known for known in codes() if alike(known) >= len(known) - 1][:_NEAREST]
