"""The names of units: which of them may be slips for another one.

Evidence declares units where it lists them: in the header of a sheet of facts, or as ``unit`` and ``units`` in YAML. A
unit that only rows name may be a new one, or a slip that would move the ranks of all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from ..diagnostics import Label, Place
from ..diagnostics.catalogue import evidence as say
from .called import in_table
from .keys import closed_up
from .record import Report
from .workbook_layout import bare_header

_NEAR = 2
"""So many characters at most are wrong in a slip, and fewer than half of the name."""
_LONGEST = 60  # characters; nobody misspells a longer name, and comparing takes time
_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
_ORDINALS = frozenset("〇一二三四五六七八九十甲乙丙丁戊己庚辛" + "abcdefghijklmnopqrstuvwxyz")
_SIDES = frozenset("东南西北中上下左右前后内外早晚新老男女文理")


class UnitNames:
    """Notes where each unit is first named, and which units are declared."""

    def __init__(self, report: Report) -> None:
        """Take where diagnostics go."""
        self._report = report
        self._first: dict[str, Callable[[], Place]] = {}
        self._alike: dict[str, str] = {}
        self._declared: dict[str, bool] = {}
        self._has_list = False
        self._named: Counter[str] = Counter()
        self._told: set[str] = set()

    def declare(self, name: str, *, is_list: bool) -> None:
        """Note that a unit is declared; ``is_list`` says that all units are, where it is."""
        self._declared[name] = self._declared.get(name, False) or is_list
        self._has_list = self._has_list or is_list

    def mention(self, name: str) -> None:
        """Note that evidence names a unit, for the first time or once more."""
        self._named[name] += 1

    def meet(self, name: str, find: Callable[[], Place]) -> None:
        """Note a unit that is named for the first time, and warn where only space or capitals tell it from another."""
        self._first[name] = find
        first = self._alike.setdefault(closed_up(name), name)
        if first != name:
            self._warn_of_similar(name, first)

    def compare(self) -> None:
        """Warn of names with a remark beside the bare name, and of units that are declared nowhere."""
        for name in self._first:
            first = self._alike.get(closed_up(bare_header(name)))
            if first is not None and first != name and closed_up(first) != closed_up(name):
                self._warn_of_similar(name, first)
        self._warn_of_empty_columns()
        if not self._declared:
            return
        for name, find in self._first.items():
            if name in self._declared or self._is_told(name):
                continue
            near = nearest(name, self._declared)
            if near is not None and (not self._has_list or not _are_siblings(name, near)):
                self._report(say.UNLISTED_UNIT.at(find(), help=say.A_SLIP, name=name, near=near))
            elif self._has_list:
                self._report(say.UNLISTED_UNIT.at(find(), name=name, near=""))

    def _warn_of_empty_columns(self) -> None:
        """Warn of columns that nothing but their headers makes units, unless no unit has any evidence yet."""
        columns = [name for name in self._first if self._declared.get(name)]
        bare = [name for name in columns if self._named[name] == 1 and not self._is_told(name)]
        if len(bare) == len(self._first):
            return
        for name in bare:
            if name not in self._told and in_table(place := self._first[name]()):
                self._report(say.NO_EVIDENCE.at(place, name=name))

    def _is_told(self, name: str) -> bool:
        """Tell whether a unit was warned of as similar to another one."""
        return any(self._alike.get(closed_up(each)) not in (None, name) for each in (name, bare_header(name)))

    def _warn_of_similar(self, name: str, other: str) -> None:
        label = Label(self._first[other](), say.THE_FIRST)
        self._told |= {name, other}
        self._report(say.SIMILAR_UNITS.at(self._first[name](), label, name=name, other=other))


def nearest(name: str, units: Iterable[str]) -> str | None:
    """Give the unit that a name may be a slip for."""
    found = [(_distance(closed_up(name), closed_up(known)), known) for known in units if known != name]
    near = [(distance, known) for distance, known in found if distance <= _NEAR and 2 * distance < len(name)]
    best = min((distance for distance, _ in near), default=0)
    sole = [known for distance, known in near if distance == best and not _are_siblings(name, known)]
    return sole[0] if sole else None


def _are_siblings(name: str, other: str) -> bool:
    """Tell whether two names differ in their numbers alone, or as 华东 and 华南 do: those of branches of one office."""
    first, second = (closed_up(each).translate(_NUMERALS) for each in (name, other))
    if first == second:
        return False
    for told_apart in (_ORDINALS, _SIDES):
        bare = [[sign for sign in each if sign not in told_apart] for each in (first, second)]
        if bare[0] == bare[1] and any("\u4e00" <= sign <= "\u9fff" for sign in bare[0]):
            return True
    return False


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
