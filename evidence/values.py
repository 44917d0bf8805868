"""Texts → values of a type: held against the type's range, its options and its words, with all that is wrong said."""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple, assert_never

from ..diagnostics import Diagnostic, Label, Place, Words
from ..diagnostics.catalogue import evidence as say
from ..diagnostics.catalogue import workbook as more
from ..interpreter.facts import Stated
from ..interpreter.interval import Exact, Interval, Quantity, between
from ..interpreter.model import Type
from .amounts import Wanted, read_amount, show_range
from .called import Called, options_of, spellings
from .keys import missing, plain, yes_or_no
from .record import Said
from .suggest import listed, unknown_thing

_FAILED = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"})


class Target(NamedTuple):
    """What a value is for: what people call it, its type, and where it is declared."""

    called: Called
    type: Type
    declared: Place | None = None


def read_value(said: Said, target: Target) -> Stated | Diagnostic:
    """Read a value of any type, or ``unknown`` or ``n/a``."""
    absent = missing(said.text) or unread(said)
    if absent is not None:
        return absent
    match target.type.kind:
        case "text":
            return said.text
        case "yes/no":
            return _yes_no(said, target)
        case "choice":
            return _option(said, target)
        case "counts" | "number" | "percent" | "date":
            return read_quantity(said, target)
    assert_never(target.type.kind)


def read_quantity(said: Said, target: Target) -> Quantity | Diagnostic:
    """Read a number, a share or a date within the range of its type; what is left open ends where the range does."""
    if found := unread(said):
        return found
    wanted: Wanted
    match target.type.kind:
        case "counts":
            wanted = "count"
        case "percent":
            wanted = "share"
        case "date":
            wanted = "date"
        case _:
            wanted = "number"
    amount = read_amount(said, wanted, target.called, target.type.noun, (target.type.low, target.type.high))
    if isinstance(amount, Diagnostic):
        return amount
    if wanted in ("count", "date"):
        if not all(isinstance(end, int) for end in (amount.low, amount.high) if end is not None):
            return say.NOT_WHOLE.at(said.place, *_declared(target), name=target.called(said.place), found=said.text)
        amount = _whole(amount)
    value = fit(amount, target.type.low, target.type.high)
    return _outside(amount, said, target) if value is None else value


def unread(said: Said) -> Diagnostic | None:
    """Say that a text stands for a formula that failed or was never calculated, if it does."""
    if said.text[:1] == "=" and len(said.text) > 1:
        return more.NO_VALUE.at(said.place)
    if said.text[:1] == "#" and said.text in _FAILED:
        return more.ERROR_CELL.at(said.place, found=said.text)
    return None


def _whole(amount: Interval) -> Interval:
    """Close the ends of an interval of whole numbers: above 8 is 9 or more."""
    low, high, low_open, high_open = amount
    return Interval(
        floor(low) + 1 if low is not None and low_open else low,
        ceil(high) - 1 if high is not None and high_open else high,
    )


def fit(amount: Interval, least: Exact | None, most: Exact | None) -> Quantity | None:
    """Bring an amount into a range; nothing where an end that is written lies outside, or no value is left."""
    low, high, low_open, high_open = amount
    for end in (low, high):
        if end is not None and ((least is not None and end < least) or (most is not None and end > most)):
            return None
    if low is None:
        low, low_open = least, False
    if high is None:
        high, high_open = most, False
    if low is not None and high is not None and (low > high or (low == high and (low_open or high_open))):
        return None
    return between(low, high, low_open, high_open)


def _outside(amount: Interval, said: Said, target: Target) -> Diagnostic:
    declared = _declared(target)
    name = target.called(said.place)
    low, high = target.type.low, target.type.high
    if low == 0 and any(end is not None and end <= 0 for end in (amount.low, amount.high)):
        return say.NEGATIVE.at(said.place, *declared, name=name, found=said.text)
    limits = show_range(low, high, target.type.kind)
    return say.OUT_OF_RANGE.at(said.place, *declared, name=name, found=said.text, range=limits)


def _yes_no(said: Said, target: Target) -> bool | Diagnostic:
    found = yes_or_no(said.text)
    if found is None:
        name = target.called(said.place)
        advice, wanted = say.HELP_YES_NO, say.YES_OR_NO
        return say.NOT_A_VALUE.at(said.place, help=advice, name=name, part=say.ITSELF, found=said.text, wanted=wanted)
    return found


def _option(said: Said, target: Target) -> str | Diagnostic:
    """Find an option by its name, or else by its label for people."""
    wanted = plain(said.text)
    if wanted in target.type.options:
        return wanted
    options = options_of(target.type.options)
    found = [option.name for option in options if wanted in spellings(option)]
    if len(found) == 1:
        return found[0]
    if found:
        return say.AMBIGUOUS.at(said.place, name=said.text, known=listed([Words(name, name) for name in found]))
    return unknown_thing(say.UNKNOWN_OPTION, said, options, of=target.called(said.place))


def _declared(target: Target) -> tuple[Label, ...]:
    return (Label(target.declared, say.DECLARED_HERE),) if target.declared else ()
