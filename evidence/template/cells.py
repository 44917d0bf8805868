"""What is stated → what stands in a cell: a number, a date or a text, such that reading it back gives the same."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ...diagnostics import Language
from ...interpreter.facts import Event, Missing, Stated
from ...interpreter.interval import Exact, Interval
from ...interpreter.model import FactModel, Model, Type
from ...interpreter.show import number_text, share_text
from ..called import Option, options_of, written
from .words import UNKNOWN, YES_NO

_MOST_DIGITS = 15
"""So many significant digits a spreadsheet keeps of a number; one with more is written as a text."""
_FIRST_DAY = date(1900, 3, 1).toordinal()
"""Spreadsheets do not agree on the days before this one; they are written as texts."""


class Number(NamedTuple):
    """A cell that holds a number."""

    value: int | float
    is_share: bool = False


Cell = Number | date | str
"""A cell's content; an empty text is an empty cell."""


def cell_of(stated: Stated, kind: Type, language: Language) -> Cell:
    """Give the cell that states a value of a type."""
    match stated:
        case Missing.UNKNOWN:
            return UNKNOWN.say(language, {})
        case Missing.NOT_APPLICABLE:
            return "不适用" if language == "zh" else "n/a"
        case bool():
            return YES_NO[not stated].say(language, {})
        case str():
            return option_text(stated, kind)
        case Interval():
            return _bounds(stated, kind)
        case _:
            return _amount(stated, kind)


def option_text(option: str, kind: Type) -> str:
    """Give what people call a value of a choice: its label, where that means no other value."""
    return written(Option(option, kind.options.get(option, option)), options_of(kind.options))


def quantity_of(event: Event) -> Stated:
    """Give a quantity as a person would write it: beside a date or a field, any number at all is unknown."""
    anything = isinstance(event.quantity, Interval) and event.quantity in (Interval(0, None), Interval(None, None))
    return Missing.UNKNOWN if anything and (event.fields or event.date is not None) else event.quantity


def fact_text(fact: FactModel, model: Model) -> str:
    """Give what people call a fact: its label, where that means no other fact."""
    return written(fact, model.facts.values())


def text_of(stated: Stated, kind: Type, language: Language) -> str:
    """Give what is stated as a text, the way a person would type it."""
    cell = cell_of(stated, kind, language)
    if isinstance(cell, Number):
        assert not isinstance(stated, str | bool | Missing | Interval)
        return share_text(stated) if cell.is_share else number_text(stated)
    return cell.isoformat() if isinstance(cell, date) else cell


def _amount(value: Exact, kind: Type) -> Cell:
    if kind.kind == "date":
        day = date.fromordinal(int(value))
        return day if value >= _FIRST_DAY else day.isoformat()
    text = number_text(value)
    is_share = kind.kind == "percent"
    if "/" in text or len(text.strip("-").replace(".", "").lstrip("0")) > _MOST_DIGITS:
        return _text(value, kind)
    return Number(int(value) if isinstance(value, int) else float(value), is_share)


def _bounds(interval: Interval, kind: Type) -> str:
    low, high = interval.low, interval.high
    # What its type cuts off needs no saying; `4..10` would take both ends in.
    if interval.high_open and low == kind.low:
        low = None
    elif interval.low_open and high == kind.high:
        high = None
    if low is not None and high is not None:
        return f"{_text(low, kind)}..{_text(high, kind)}"
    if low is not None:
        return f"{'>' if interval.low_open else '>='} {_text(low, kind)}"
    assert high is not None
    return f"{'<' if interval.high_open else '<='} {_text(high, kind)}"


def _text(value: Exact, kind: Type) -> str:
    if kind.kind == "date":
        return date.fromordinal(int(value)).isoformat()
    if kind.kind == "percent" and "/" not in (text := share_text(value)):
        return text
    return number_text(value)  # two thirds are no decimal, and written as 2/3
