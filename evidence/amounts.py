"""Text → numbers, shares and dates, exact or bounded: ``8``, ``>= 8``, ``4..10``, ``67%``, ``2019-03-25``.

Numbers are exact: whole ones are ``int``, others ``Fraction``; shares are shares of 1, dates are ordinals. Full-width
digits and signs are read as plain ones.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from ..diagnostics import Diagnostic, Kind, Words
from ..diagnostics.catalogue import evidence as say
from ..interpreter.interval import Exact, Interval, exact
from .amount_advice import Wanted, advise
from .called import Called
from .keys import plain
from .record import Said

MAX_DIGITS = 30
_LONGEST = 200  # characters of the longest text that can be a number or a range

_WORDS: dict[Wanted, tuple[Words, Words]] = {
    "number": (say.A_NUMBER, say.HELP_NUMBER),
    "count": (say.A_COUNT, say.HELP_NUMBER),
    "share": (say.A_SHARE, say.HELP_SHARE),
    "date": (say.A_DATE, say.HELP_DATE),
}
_BOUND = re.compile(r"(>=|<=|[<>≥≤])\s*(.+)")
_RANGE = re.compile(r"(.+?)\s*(?:\.\.|~|至|\bto\b)\s*(.+)")
_NUMBER = re.compile(r"([-+]?[0-9]+(?:\.[0-9]+)?)\s*(%?)")
_RATIO = re.compile(r"([0-9]+)\s*/\s*([0-9]+)")
_POWER = re.compile(r"[-+]?[0-9.]+[eE][-+]?[0-9]+")
_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_DIGITS = re.compile(r"[0-9]+")
_DAY_NUMBER = re.compile(r"[2-6][0-9]{4}")  # as spreadsheets count days: 1954 to 2091
_DAY_ZERO = date(1899, 12, 30).toordinal()
_DATE = re.compile(r"([0-9]{4})([-/.年])([0-9]{1,2})([-/.月])([0-9]{1,2})(日?)")


Limits = tuple[Exact | None, Exact | None]
"""The least and the greatest value that a type allows; of shares, shares of 1."""


def read_amount(
    said: Said, wanted: Wanted, called: Called, noun: str = "", limits: Limits = (None, None)
) -> Interval | Diagnostic:
    """Read an amount as the interval that holds it; of a known one both ends are the same.

    ``called`` tells what the amount is of, for messages, and ``limits`` what it may be, for advice alone; ``noun`` may
    stand behind it, as in ``8次``.
    """
    return _Amount(said, wanted, called, limits).read(noun)


class _Amount:
    """Reads one text; gives a diagnostic in place of what it can't read."""

    __slots__ = ("called", "limits", "noun", "said", "wanted")

    def __init__(self, said: Said, wanted: Wanted, called: Called, limits: Limits) -> None:
        self.said = said
        self.wanted: Wanted = wanted
        self.called = called
        self.limits = limits
        self.noun = ""

    def read(self, noun: str) -> Interval | Diagnostic:
        """Read a number, a bound or a range."""
        text = plain(self.said.text)
        self.noun = noun
        if noun:
            text = text.removesuffix(plain(noun)).rstrip()
        if any(len(digits) > MAX_DIGITS for digits in _DIGITS.findall(text)):
            return self._wrong(say.NUMBER_TOO_LONG, limit=MAX_DIGITS)
        if len(text) > _LONGEST:
            return self._no_value()
        if bound := _BOUND.fullmatch(text):
            return self._bound(bound[1], bound[2])
        if ends := _RANGE.fullmatch(text):
            return self._range(ends[1], ends[2])
        value = self._exact(text)
        return value if isinstance(value, Diagnostic) else Interval(value, value)

    def _bound(self, sign: str, text: str) -> Interval | Diagnostic:
        value = self._exact(text)
        if isinstance(value, Diagnostic):
            return value
        if sign in (">", ">=", "≥"):
            return Interval(value, None, low_open=sign == ">")
        return Interval(None, value, high_open=sign == "<")

    def _range(self, first: str, last: str) -> Interval | Diagnostic:
        low, high = self._exact(first), self._exact(last)
        if isinstance(low, Diagnostic):
            return low
        if isinstance(high, Diagnostic):
            return high
        if low > high:
            return self._wrong(say.UPSIDE_DOWN, found=self.said.text)
        return Interval(low, high)

    def _exact(self, text: str) -> Exact | Diagnostic:
        if self.wanted == "date":
            return self._date(text)
        if number := _NUMBER.fullmatch(text):
            return self._number(number[1], is_share=bool(number[2]))
        ratio = _RATIO.fullmatch(text)
        if ratio and int(ratio[2]) != 0:
            return exact(Fraction(int(ratio[1]), int(ratio[2])))
        if _POWER.fullmatch(text):
            return self._wrong(say.POWER_OF_TEN, found=text)
        return self._no_value(say.HELP_THOUSANDS if _THOUSANDS.fullmatch(text) else None)

    def _number(self, text: str, is_share: bool) -> Exact | Diagnostic:
        value: Exact = Fraction(text) if "." in text else int(text)
        if is_share and self.wanted != "share":
            return self._wrong(say.SHARE_FOR_NUMBER, found=f"{text}%")
        if self.wanted == "share":
            if not is_share and value:
                return self._bare_share(value, text)
            value = Fraction(value) / 100
        return exact(value)

    def _date(self, text: str) -> int | Diagnostic:
        found = _DATE.fullmatch(text)
        if found is None or found[2] + found[4] + found[6] not in ("--", "//", "..", "年月", "年月日"):
            return self._no_value()
        try:
            return date(int(found[1]), int(found[3]), int(found[5])).toordinal()
        except ValueError:
            return self._wrong(say.NO_SUCH_DATE, found=text)

    def _no_value(self, advice: Words | None = None) -> Diagnostic:
        wanted, usual = _WORDS[self.wanted]
        text, day = plain(self.said.text), ""
        if self.wanted == "date" and _DAY_NUMBER.fullmatch(text):
            advice, day = say.HELP_DAY_NUMBER, date.fromordinal(_DAY_ZERO + int(text)).isoformat()
        better = advise(text, self.wanted, self.noun) if advice is None and len(text) <= _LONGEST else None
        words, told = better or (advice or usual, {"day": day})
        return self._wrong(say.NOT_A_VALUE, help=words, found=self.said.text, wanted=wanted, **told)

    def _bare_share(self, value: Exact, text: str) -> Diagnostic:
        """Say that a share lacks its sign, and offer those of the two it may stand for that are possible."""
        low, high = self.limits
        most = 1 if high is None else high  # few shares that have no limit are more than the whole
        possible = [share for share in (Fraction(value) / 100, Fraction(value)) if (low or 0) <= share <= most]
        match [f"{show(share * 100)}%" for share in possible]:
            case [first, second]:
                return self._wrong(say.BARE_SHARE, help=say.HELP_TWO_SHARES, found=text, first=first, second=second)
            case [sole]:
                return self._wrong(say.BARE_SHARE, help=say.HELP_ONE_SHARE, found=text, sole=sole)
            case _ if high is None:
                return self._wrong(say.BARE_SHARE, help=say.HELP_ONE_SHARE, found=text, sole=f"{text}%")
            case _:
                limits = show_range(low or 0, high, "percent")
                return self._wrong(say.BARE_SHARE, help=say.HELP_NO_SHARE, found=text, range=limits)

    def _wrong(self, kind: Kind, help: Words | None = None, **arguments: object) -> Diagnostic:
        """Say what is wrong with the text, and of what it is."""
        place = self.said.place
        return kind.at(place, help=help, under=None, fix=None, name=self.called(place), part=say.ITSELF, **arguments)


def show(value: Exact) -> str:
    """Write a number that was written as a decimal, of at most 30 places, as one again."""
    whole, part = divmod(int(abs(value) * 10**MAX_DIGITS), 10**MAX_DIGITS)
    digits = f"{whole}.{part:0{MAX_DIGITS}}".rstrip("0").rstrip(".")
    return f"-{digits}" if value < 0 else digits


def show_range(low: Exact | None, high: Exact | None, kind: str = "number") -> Words:
    """Write a range for people; either end may be open."""
    least, most = (show_end(end, kind) if end is not None else "" for end in (low, high))
    if least and most:
        return Words(f"{least} to {most}", f"{least} 至 {most}")
    return Words(f"at least {least}", f"至少 {least}") if least else Words(f"at most {most}", f"至多 {most}")


def show_end(value: Exact, kind: str) -> str:
    """Write a number, a share or a date for people."""
    if kind == "date":
        return date.fromordinal(int(value)).isoformat()
    return f"{show(value * 100)}%" if kind == "percent" else show(value)
