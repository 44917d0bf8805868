"""Rules of the linter made for tests: each looks for a text, and would put another in its place."""

from collections.abc import Iterator

import pytest

from psr.diagnostics import Diagnostic, Edit, Fix, Kind, Place, Span, Words
from psr.linter import registry, suppress
from psr.linter.rule import Rule, Subject


def toy(code: str, old: str, new: str | None, *, safe: bool = True) -> Rule:
    """Make a rule that finds a text wherever it stands; with ``new`` it can be mended."""
    kind = Kind(code, Words("says `{old}`", "写了 `{old}`"), Words("here", "在此"), severity="warning")

    def check(subject: Subject) -> Iterator[Diagnostic]:
        text = subject.source.text
        start = text.find(old)
        while start >= 0:
            span = Span(start, start + len(old))
            fix = None if new is None else Fix(Words(f"write `{new}`", f"改为 `{new}`"), (Edit(span, new),), safe)
            yield kind.at(Place(subject.source, span), fix=fix, old=old)
            start = text.find(old, span.end)

    return Rule(kind, check)


PLAIN = toy("PSR591", "worth 3", None)
SAFE = toy("PSR796", "teh", "the")
UNSAFE = toy("PSR797", "deduct 1", "deduct 2", safe=False)
BREAKS = toy("PSR798", "section", "sectoin")
"""Its fix, though it calls itself safe, leaves a file that can't be read."""


def use(monkeypatch: pytest.MonkeyPatch, *rules: Rule) -> None:
    """Let the linter know these rules and no others."""
    monkeypatch.setattr(registry, "RULES", rules)
    monkeypatch.setattr(registry, "KINDS", (*(rule.kind for rule in rules), *suppress.KINDS))
