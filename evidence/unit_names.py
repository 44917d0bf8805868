"""The names of units: which of them may be slips for another one.

Evidence declares units where it lists them: in the header of a sheet of facts, or as ``unit`` and ``units`` in YAML. A
unit that only rows name may be a new one, or a slip that would move the ranks of all.
"""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import Label, Place
from ..diagnostics.catalogue import evidence as say
from .keys import plain
from .record import Report
from .workbook_layout import bare_header

_NEAR = 2
"""So many characters at most are wrong in a slip, and fewer than half of the name."""
_LONGEST = 60  # characters; nobody misspells a longer name, and comparing takes time
_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
_ORDINALS = frozenset("〇一二三四五六七八九十甲乙丙丁戊己庚辛" + "abcdefghijklmnopqrstuvwxyz")


class UnitNames:
    """Notes where each unit is first named, and which units are declared."""

    def __init__(self, report: Report) -> None:
        """Take where diagnostics go."""
        self._report = report
        self._first: dict[str, Callable[[], Place]] = {}
        self._alike: dict[str, str] = {}
        self._declared: dict[str, None] = {}
        self._has_list = False

    def declare(self, name: str, *, is_list: bool) -> None:
        """Note that a unit is declared; ``is_list`` says that all units are, where it is."""
        self._declared[name] = None
        self._has_list = self._has_list or is_list

    def meet(self, name: str, find: Callable[[], Place]) -> None:
        """Note a unit that is named for the first time, and warn where only space or capitals tell it from another."""
        self._first[name] = find
        first = self._alike.setdefault(_folded(name), name)
        if first != name:
            self._warn_of_similar(name, first)

    def compare(self) -> None:
        """Warn of names with a remark beside the bare name, and of units that are declared nowhere."""
        for name in self._first:
            first = self._alike.get(_folded(bare_header(name)))
            if first is not None and first != name and _folded(first) != _folded(name):
                self._warn_of_similar(name, first)
        if not self._declared:
            return
        for name, find in self._first.items():
            if name in self._declared or self._is_told(name):
                continue
            near = self._nearest(name)
            if near is not None and (not self._has_list or not _are_siblings(name, near)):
                self._report(say.UNLISTED_UNIT.at(find(), help=say.A_SLIP, name=name, near=near))
            elif self._has_list:
                self._report(say.UNLISTED_UNIT.at(find(), name=name, near=""))

    def _is_told(self, name: str) -> bool:
        """Tell whether a unit was warned of as similar to another one."""
        return any(self._alike.get(_folded(each)) not in (None, name) for each in (name, bare_header(name)))

    def _nearest(self, name: str) -> str | None:
        """Give the declared unit that a name may be a slip for."""
        found = [(_distance(_folded(name), _folded(known)), known) for known in self._declared if known != name]
        near = [(distance, known) for distance, known in found if distance <= _NEAR and 2 * distance < len(name)]
        best = min((distance for distance, _ in near), default=0)
        sole = [known for distance, known in near if distance == best and not _are_siblings(name, known)]
        return sole[0] if sole else None

    def _warn_of_similar(self, name: str, other: str) -> None:
        label = Label(self._first[other](), say.THE_FIRST)
        self._report(say.SIMILAR_UNITS.at(self._first[name](), label, name=name, other=other))


def _folded(name: str) -> str:
    return "".join(plain(name).lower().split())


def _are_siblings(name: str, other: str) -> bool:
    """Tell whether two names differ in their numbers alone, as those of branches of one office do."""
    first, second = (_folded(each).translate(_NUMERALS) for each in (name, other))
    if first == second:
        return False
    bare = [[sign for sign in each if sign not in _ORDINALS] for each in (first, second)]
    return bare[0] == bare[1] and any("\u4e00" <= sign <= "\u9fff" for sign in bare[0])


def _distance(name: str, other: str) -> int:
    """Count the characters that have to be put in, taken out or changed; one more than `_NEAR` where they are many."""
    name, other = name.translate(_NUMERALS), other.translate(_NUMERALS)
    if abs(len(name) - len(other)) > _NEAR or max(len(name), len(other)) > _LONGEST:
        return _NEAR + 1
    before = list(range(len(other) + 1))
    for row, sign in enumerate(name, 1):
        here = [row]
        for column, against in enumerate(other, 1):
            here.append(min(before[column] + 1, here[-1] + 1, before[column - 1] + (sign != against)))
        before = here
    return before[-1]
