"""Collects what is wrong with a rule file while it is resolved."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Diagnostic, Kind, Label, Place, SourceFile, Span, Words


class Problems:
    """The diagnostics of one file, in the order in which they were found."""

    __slots__ = ("found", "source")

    def __init__(self, source: SourceFile) -> None:
        """Take the file that all places are in."""
        self.source = source
        self.found: list[Diagnostic] = []

    def say(
        self,
        what: Kind,
        span: Span,
        /,
        *others: tuple[Span, Words],
        help: Words | None = None,
        **arguments: object,
    ) -> None:
        """Note a diagnostic at a stretch of the file, with further places and what to say under them."""
        labels = [Label(Place(self.source, other), words) for other, words in others]
        self.found.append(what.at(Place(self.source, span), *labels, help=help, under=None, fix=None, **arguments))

    def line(self, span: Span) -> int:
        """Give the number of the line a stretch begins on."""
        return self.source.position(span.start)[0]


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Give the name that differs least from one that does not exist, if any is near."""
    from difflib import get_close_matches

    # Of two Chinese characters, one wrong is half of the name.
    found = get_close_matches(name, list(names), n=1, cutoff=0.5 if len(name) <= 3 else 0.6)
    return found[0] if found else None


def listed(names: Iterable[str], most: int = 12) -> Words:
    """Write names in backticks, one after the other, the first dozen of them."""
    quoted = [f"`{name}`" for name in names]
    more = len(quoted) > most
    shown = quoted[:most]
    return Words(", ".join(shown) + (" and others" if more else ""), "、".join(shown) + ("等" if more else ""))
