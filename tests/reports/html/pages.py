"""HTML pages for the tests, and what a parser that knows nothing of this program finds in them."""

import json
from html.parser import HTMLParser
from typing import NamedTuple

from psr.api import check_source
from psr.diagnostics import SourceFile
from psr.interpreter.facts import Event, Evidence, Mark, Ruling, UnitFacts, Value
from psr.interpreter.result import Result

VOID = {"meta", "link", "input"}
"""The elements of the page that have no end tag."""


class Element(NamedTuple):
    """An element as it was met: its name, its attributes, and the names of those it stands in."""

    name: str
    attributes: dict[str, str | None]
    within: tuple[str, ...]


class Page(HTMLParser):
    """A page taken apart: elements in order, the text of each table row and of the two scripts."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.rows: list[list[str]] = []
        self.text: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs), tuple(self._open)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs), tuple(self._open)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open:
            self.text.setdefault(self._open[-1], []).append(data)
        if {"th", "td"} & set(self._open) and "title" not in self._open:
            self.rows[-1][-1] += data

    @property
    def data(self) -> dict:
        """The data block that the page's script reads."""
        return json.loads(self.text["script"][0])


RULES = """\
rubric "{0}" year 2024 total 20
grade "{0}" if total >= 15
grade "B" otherwise
veto "{0}" if accident then grade "B"
fact accident "{0}" yes/no presumed no
fact fault "{0}" counts 次 with matter "{0}" text, kind "{0}" small "{0}" / large
fact average "{0}" number 分
section "{0}" worth 20
item 1.1 "{0}" worth 8
  source "{0}"
  deduct 1 per fault cap 4
item 1.2 "{0}" worth 6 starts zero
  source "{0}"
  award average / 20
item 1.3 "{0}" worth 4
  judge 0 to 4
item 1.4 "{0}" worth 2
  part "{0}"
    award 2 if accident
"""


def result_of(rules: str, evidence: Evidence) -> Result:
    """Score evidence that was never in a file."""
    rubric, found = check_source(SourceFile("rules.psr", rules))
    assert rubric is not None, found
    return rubric.program.score(evidence)


def full_of(texts: list[str], rules_text: str = "甲") -> Result:
    """Score one unit for each text, with that text in every field of its evidence that takes one."""
    return result_of(RULES.format(rules_text), evidence_full_of(texts))


def evidence_full_of(texts: list[str]) -> Evidence:
    """Give evidence of one unit for each text, with that text in every field that takes one."""
    evidence = Evidence()
    for text in texts:
        evidence.units[text] = UnitFacts(
            text,
            {"accident": Value(True, text), "average": Value(60, text)},
            {"fault": [Event(1, 738_900, {"matter": text, "kind": "small"}, text, text)]},
            {"1.3": Mark(3, text)},
            {"1.1": Ruling(5, text, text)},
        )
    return evidence
