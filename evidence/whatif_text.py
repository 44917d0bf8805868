"""What is typed behind ``--whatif`` → its parts: `absence=3`, `essay+1 prize=third`, `essay-1`, `1.2=2`.

Names may be those of the rubric or its labels, signs and digits full-width ones. Nothing here is held against types.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from ..diagnostics import Place, SourceFile, Span
from ..grammar.normalise import normalise
from ..interpreter.model import FactModel, Model
from .keys import FACT_KEYS, plain
from .record import Entry, Said

Sign = Literal["=", "+", "-"]

_SIGN = re.compile(r"\s*([=:+\-]|(?=[<>≥≤]))")
_UNKNOWN_NAME = re.compile(r"([^=:+\-<>≥≤]+)")


class Typed(NamedTuple):
    """One change as it was typed: of what, whether it is set, raised or lowered, and what stands behind the sign."""

    subject: Said
    sign: Sign
    rest: Said
    place: Place


class Parts(NamedTuple):
    """What stands behind the sign of a fact that counts: how many, and what is said of them further."""

    amount: Said
    entries: tuple[Entry, ...]


def read_typed(source: SourceFile, model: Model) -> Typed | None:
    """Part a text at its sign; nothing where it has no name or no sign.

    The longest name that the rubric has is taken, since labels may hold signs, too.
    """
    text = normalise(source.text)
    start = len(text) - len(text.lstrip())
    end = _end_of_name(text, start, model)
    if end is None:
        return None
    found = _SIGN.match(text, end)
    if found is None:
        return None
    subject = _said(source, start, end)
    place = Place(source, Span(start, len(text.rstrip())))
    return Typed(subject, _sign(found[1]), _said(source, found.end(), len(text)), place)


def parts_of(typed: Typed, fact: FactModel) -> Parts:
    """Part what stands behind the sign: the quantity, and below it fields, a date and what else may be said."""
    source, (start, end) = typed.rest.place.source, typed.rest.place.span or Span(0, 0)
    keys = list(_key_pattern(fact).finditer(normalise(source.text)[start:end]))
    begins = [start + key.start() for key in keys] + [end]
    amount = _said(source, start, begins[0])
    entries = [
        Entry(_said(source, begin, start + key.end("key")), _said(source, start + key.end(), until))
        for key, begin, until in zip(keys, begins, begins[1:], strict=False)
    ]
    return Parts(amount, tuple(entries))


def usual(fact: FactModel) -> str:
    """Give a value that a fact may have, to show how one is written."""
    match fact.type.kind:
        case "yes/no":
            return "yes"
        case "date":
            return "2019-03-25"
        case "percent":
            return "67%"
        case "choice":
            return next(iter(fact.type.options))
        case "text":
            return "…"
        case _:
            return "30"


def _end_of_name(text: str, start: int, model: Model) -> int | None:
    """Give where the name ends with which a text begins: one of the rubric's, else all before the first sign."""
    known = [start + len(name) for name in _names(model) if text.startswith(name, start)]
    ends = [end for end in known if end > start and _SIGN.match(text, end)]
    if ends:
        return max(ends)
    found = _UNKNOWN_NAME.match(text, start)
    return None if found is None else start + len(found[1].rstrip())


def _names(model: Model) -> Iterable[str]:
    """Give all that can be changed, in the form in which names are compared."""
    for fact in model.facts.values():
        yield plain(fact.name)
        yield plain(fact.label)
    yield from map(plain, model.labels)


def _key_pattern(fact: FactModel) -> re.Pattern[str]:
    """Compile what names a part: words of the format, the fact's fields, and whatever else stands before a ``=``."""
    fields = [name for field in fact.fields.values() for name in (field.name, field.label)]
    known = sorted({plain(name) for name in (*fields, *FACT_KEYS) if plain(name)}, key=len, reverse=True)
    names = "|".join(map(re.escape, known))
    return re.compile(rf"(?:^|(?<=[\s,;]))(?P<key>(?:{names})(?=\s*[=:])|[^\s=<>≥≤,;]+(?=\s*=))\s*[=:]")


def _sign(text: str) -> Sign:
    return "+" if text == "+" else "-" if text == "-" else "="


def _said(source: SourceFile, start: int, end: int) -> Said:
    """Give a stretch without the space and the commas round it."""
    text = source.text[start:end]
    bare = text.strip(" \t\n\u3000,;，；、")
    begin = start + text.find(bare) if bare else start
    return Said(bare, Place(source, Span(begin, begin + len(bare))))
