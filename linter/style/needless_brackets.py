"""PSR703: brackets round a name that needs none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import Diagnostic, Edit, Fix, Kind, Words
from ...grammar import expressions as e
from ...grammar.keywords import FUNCTION_NAMES, PHRASES
from ...grammar.tables import PATTERNS
from ..rule import Subject

KIND = Kind(
    "PSR703",
    Words("`{name}` needs no brackets", "`{name}` 不必加方括号"),
    Words("reads the same without", "去掉后意思不变"),
    Words("write `{name}`", "请写成 `{name}`"),
    severity="warning",
)

_PLAIN = re.compile(r"[^\W\d]\w*")
_MEASURE = re.compile(PATTERNS["MEASURE"].removeprefix(r"(?<=\d)"))
_KEYWORDS = {*PHRASES, *(word for phrases in PHRASES.values() for rest, _ in phrases for word in rest)}
_TAKE_OFF = Words("take the brackets off, here and wherever the name stands", "去掉这个名称各处的方括号")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find bracketed names that could be taken for nothing else; one finding a name."""
    found: dict[str, list[e.Name]] = {}
    for node in subject.nodes:
        if isinstance(node, e.Name) and node.bracketed and _is_plain(node.text):
            found.setdefault(node.text, []).append(node)
    for name, nodes in found.items():
        edits = tuple(Edit(node.span, _spaced(node, subject.source.text)) for node in nodes)
        yield KIND.at(subject.place(nodes[0]), fix=Fix(_TAKE_OFF, edits), name=name)


def _is_plain(name: str) -> bool:
    """Tell whether a name, wherever it stands, is read as a name: no keyword, function or measure word begins it."""
    if not _PLAIN.fullmatch(name) or name in FUNCTION_NAMES or _MEASURE.fullmatch(name):
        return False
    return re.split(r"\d", name, maxsplit=1)[0] not in _KEYWORDS


def _spaced(node: e.Name, text: str) -> str:
    """Give the name, parted from a word that touches its brackets (`每[缺席]`)."""
    before, after = text[node.span.start - 1], text[node.span.end : node.span.end + 1]
    return f"{' ' if _is_word(before) else ''}{node.text}{' ' if _is_word(after) else ''}"


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
