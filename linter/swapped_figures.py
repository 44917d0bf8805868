"""Amounts of several rules that stand in the source the other way round: 「迟到一次扣0.5分，早退一次扣1分」.

Said only where it is sure: each fact is named in one phrase that holds one amount, each has one plain rule in the
item, and the amounts of the rules that differ are those of the source in another order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ..grammar import expressions as e
from ..grammar import statements as s
from .clauses import Clause, exact
from .source_figures import Figure, counts_in_bundles, phrases_with_points
from .stated import Declarations

_RELATIVE = ("半", "倍", "第")
"""Words by which an amount may change: 减半, 加倍, 第二次起."""
_VERBS = {"deduct": "扣减罚", "award": "加奖得记计"}

_MOST = 10_000
"""So many times a fact is looked for in a phrase; in a longer source nothing is said."""


class Swapped(NamedTuple):
    """An amount of the source, the text that it stands in, and the rule of that fact, which has another one."""

    figure: Figure
    text: e.Text
    fact: str
    amount: e.Number


def swapped(clause: Clause, declarations: Declarations) -> list[Swapped]:
    """Give the amounts of a clause's source whose rules have them in another order; mostly none."""
    said = clause.sentences()
    if counts_in_bundles(said) or any(word in said for word in _RELATIVE):
        return []
    lines = [line for one in (clause, *clause.parts) for line in one.lines]
    counting = [line for line in lines if isinstance(line, s.Effect) and isinstance(line.per, s.PerEvent)]
    rules = dict(_plain_rules(counting))
    words = {name: declarations.words_for(name) for name in sorted(_facts(counting))}
    found = list(_differing(clause, rules, words))
    if Counter(one.figure.value for one in found) != Counter(exact(one.amount.value) for one in found):
        return []
    return found


def _facts(lines: list[s.Effect]) -> set[str]:
    return {line.per.fact.text for line in lines if isinstance(line.per, s.PerEvent)}


def _plain_rules(lines: list[s.Effect]) -> Iterator[tuple[str, tuple[str, e.Number]]]:
    """Give the verb and the amount for each fact that has one rule, which counts all its events alike."""
    rules = Counter(line.per.fact.text for line in lines if isinstance(line.per, s.PerEvent))
    for line in lines:
        match line:
            case s.Effect(amount=e.Number() as amount, per=s.PerEvent(where=None, quota=None) as per, condition=None):
                if rules[per.fact.text] == 1:
                    yield per.fact.text, (line.verb, amount)
            case _:
                pass


def _differing(clause: Clause, rules: dict[str, tuple[str, e.Number]], words: dict[str, set[str]]) -> Iterator[Swapped]:
    """Give the phrases of one fact and one amount, in which the rule has another amount."""
    said = [(text, phrase, amounts) for text in clause.sources for phrase, amounts in phrases_with_points(text.value)]
    if len(said) * len(words) > _MOST:
        return
    named = [[name for name in words if any(word in phrase.text for word in words[name])] for _, phrase, _ in said]
    times = Counter(name for names in named for name in names)
    for (text, phrase, amounts), names in zip(said, named, strict=True):
        if len(names) != 1 or len(amounts) != 1 or times[names[0]] != 1 or names[0] not in rules:
            continue
        verb, amount = rules[names[0]]
        if any(sign in phrase.text for sign in _VERBS[verb]) and amounts[0].value != exact(amount.value):
            yield Swapped(amounts[0], text, names[0], amount)
