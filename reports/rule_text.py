"""Rules as their reader says them: in the language of the sheet, with the facts' labels instead of their names.

A branch that asks for its half point reads Chinese, and the rule file may be written in English: `deduct 0.5 per
absence cap 2` is shown as `扣 0.5 每 无故缺席 封顶 2`. What is written in the reader's language is shown as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from ..diagnostics import Language, Span
from ..diagnostics.visible import visible
from ..grammar import expressions as e
from ..grammar.keywords import NUMBER_OF
from ..grammar.print_lines import written
from ..grammar.print_reading import read_script
from ..grammar.print_words import Word
from ..grammar.tables import KEYWORDS
from ..interpreter.model import FactModel, FieldModel, Model, Option, Type

_KEYWORDS = frozenset(NUMBER_OF[name] for name in KEYWORDS)
_SIGNS = {"*": "×"}
_PARTING = (",", ":")
_COMMENT = re.compile(r'("[^"\n]*"|“[^”\n]*”|「[^」\n]*」|＂[^＂\n]*＂)|[#＃][^\n]*')


class RuleText:
    """The statements of one rule file, and their parts, each on one line."""

    def __init__(self, model: Model, language: Language) -> None:
        """Take the rubric and the reader's language; the file is read when the first rule is shown."""
        self._model = model
        self._language: Language = language
        self._shown: dict[Span, str] = {}
        self._words: list[Word] | None = None
        self._starts: list[int] = []
        self._labels: dict[int, str] = {}
        self._most_differ = False

    def of(self, node: e.Node) -> str:
        """Show a statement, a row of a table or an expression."""
        shown = self._shown.get(node.span)
        if shown is None:
            shown = self._shown[node.span] = visible(self._say(node.span))
        return shown

    def _say(self, span: Span) -> str:
        if self._words is None:
            self._read()
        words = self._within(span)
        if not self._is_foreign(words):
            return " ".join(_COMMENT.sub(r"\1", self._model.source.text[span.start : span.end]).split())
        return written(
            [word._replace(text=self._labels.get(word.start) or _SIGNS.get(word.text, word.text)) for word in words]
        )

    def _read(self) -> None:
        lines = read_script(self._model.source, self._language).lines
        self._words = [word for line in lines for word in line.words]
        keywords = [word for word in self._words if word.terminal in _KEYWORDS]
        self._most_differ = sum(map(self._differs, keywords)) * 2 > len(keywords)
        place = 0
        for word in self._words:  # signs that the tables leave out stand behind the word before them
            place = max(place, word.start)
            self._starts.append(place)
        options = _option_labels(self._model.facts.values())
        for where, symbol in self._model.symbols.items():
            if isinstance(symbol, FactModel | FieldModel):
                self._labels[where.start] = symbol.label
            elif isinstance(symbol, Option):
                self._labels[where.start] = options.get(symbol.name, symbol.name)

    def _within(self, span: Span) -> list[Word]:
        """Give the words of a stretch, without the signs behind it that belong to what stands round about."""
        assert self._words is not None
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        words = self._words[first:last]
        opened = sum(word.text == "(" for word in words) - sum(word.text == ")" for word in words)
        while words and (words[-1].text in _PARTING or (opened < 0 and words[-1].text == ")")):
            opened += words.pop().text == ")"
        return words

    def _is_foreign(self, words: list[Word]) -> bool:
        """Tell whether a keyword is written in the other language; without one, whether most of the file is."""
        keywords = [word for word in words if word.terminal in _KEYWORDS]
        return any(map(self._differs, keywords)) if keywords else self._most_differ

    def _differs(self, keyword: Word) -> bool:
        return not self._model.source.text.startswith(keyword.text, keyword.start)


def _option_labels(facts: Iterable[FactModel]) -> dict[str, str]:
    """Give the labels of choices by their names; a name that has several labels keeps none."""
    found: dict[str, set[str]] = {}
    facts = tuple(facts)
    types: list[Type] = [fact.type for fact in facts]
    types += [field.type for fact in facts for field in fact.fields.values()]
    for kind in types:
        for name, label in kind.options.items():
            found.setdefault(name, set()).add(label)
    return {name: labels.pop() for name, labels in found.items() if len(labels) == 1}
