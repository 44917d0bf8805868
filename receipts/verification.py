"""Two score sheets, as written and as reckoned again → what differs, and whether the result holds.

What counts: units, points, ranks, grades, whether an item concerns a unit, and whether it was ruled. Titles, worths and
the words of rulings are compared too; a change of the files may account for those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from .receipt import FileDigest, Receipt
from .recorded import Mark, Points, Recorded, Unit

What = Literal["unit", "total", "rank", "grade", "section", "item"]
Aspect = Literal["rubric", "title", "worth", "ruled", "reason", "by"]
Group = Literal["rules", "evidence", "previous"]


class Change(NamedTuple):
    """Something that counts and differs: a unit that is new or gone, with its total, or what a unit has.

    ``label`` is an item's number and ``title`` a heading's; both are empty for others. ``before`` and ``now`` are
    decimals (``1.5``), ranges of them (``2..3``, no limit where an end is missing), ``—`` where an item does not
    concern the unit, ranks or grades, ``—`` for no grade; a ``*`` follows ruled points. None stands where there is no
    such thing, or, among ranks and grades, where it is not certain.
    """

    unit: str
    what: What
    label: str
    title: str
    before: str | None
    now: str | None


class Rewording(NamedTuple):
    """Words, or what a heading is worth, that differ; ``unit`` is empty where they are the rubric's."""

    unit: str
    label: str
    aspect: Aspect
    before: str
    now: str


class FileChange(NamedTuple):
    """A file that is not what it was: its digests before and now, None where there was or is none of this name."""

    group: Group
    name: str
    before: str | None
    now: str | None


class Verification(NamedTuple):
    """What came of it.

    ``changes`` are ordered, most important first. ``unseen`` are units of the evidence that the result does not show
    though nothing tells whether it should. ``before`` is the receipt of the result, None where it has none. ``units``
    are those of the result, which may be some of all that were scored.
    """

    changes: tuple[Change, ...]
    rewordings: tuple[Rewording, ...]
    files: tuple[FileChange, ...]
    unseen: tuple[str, ...]
    before: Receipt | None
    now: Receipt
    units: tuple[str, ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether more units were scored than the result holds: it was made for some, or others were taken out."""
        return self.before is not None and self.before.units > len(self.units)

    @property
    def same_inputs(self) -> bool:
        """Whether files, version and way of scoring are known to be the same."""
        before, now = self.before, self.now
        same = before is not None and (before.version, before.keep_going) == (now.version, now.keep_going)
        return same and not self.files

    @property
    def altered(self) -> bool:
        """Whether the result itself must have been changed by hand: what it was made of is the same, and it is not."""
        return self.same_inputs and bool(self.changes or self.rewordings)

    @property
    def holds(self) -> bool:
        """Whether every point is still the same, and whatever else differs is accounted for."""
        return not self.changes and not self.altered


def verify(before: Recorded, now: Recorded, receipt: Receipt) -> Verification:
    """Hold a result as written against the same reckoned again from the files of a receipt."""
    selected = before.receipt is None or before.receipt.units > len(before.units)
    new = [name for name in now.units if name not in before.units]
    gone = [name for name in before.units if name not in now.units]
    changes = [Change(name, "unit", "", "", points_text(before.units[name].total), None) for name in gone]
    if not selected:
        changes += [Change(name, "unit", "", "", None, points_text(now.units[name].total)) for name in new]
    both = [(name, unit, now.units[name]) for name, unit in before.units.items() if name in now.units]
    for name, one, other in both:
        changes += _standing(name, one, other)
    changes += sorted((change for pair in both for change in _headings(*pair)), key=_size)
    return Verification(
        tuple(changes),
        tuple(dict.fromkeys(_rewordings(before, now))),
        () if before.receipt is None else changed_files(before.receipt, receipt),
        tuple(new) if before.receipt is None else (),
        before.receipt,
        receipt,
        tuple(before.units),
    )


def points_text(points: Points) -> str:
    """Write points as a decimal, or as a range of decimals."""
    return points.known if points.known is not None else f"{points.low or ''}..{points.high or ''}"


def _mark_text(mark: Mark | None) -> str | None:
    if mark is None:
        return None
    if mark.applies is False:
        return "—"
    return points_text(mark.points) + (" *" if mark.ruling else "")


def _standing(name: str, one: Unit, other: Unit) -> Iterator[Change]:
    """Compare what a unit has in all."""
    total = (points_text(one.total), points_text(other.total))
    grade = (_grade(one), _grade(other)) if one.grade != other.grade else (None, None)
    rank = (None if one.rank is None else str(one.rank), None if other.rank is None else str(other.rank))
    pairs: dict[What, tuple[str | None, str | None]] = {"total": total, "grade": grade, "rank": rank}
    for what, (before, now) in pairs.items():
        if before != now:
            yield Change(name, what, "", "", before, now)


def _grade(unit: Unit) -> str | None:
    """Give a unit's grade, ``—`` for none; nothing where total or rank are not certain, nor the grade with them."""
    is_certain = unit.total.known is not None and unit.rank is not None
    return "—" if unit.grade is None and is_certain else unit.grade


def _headings(name: str, one: Unit, other: Unit) -> Iterator[Change]:
    for label in one.items | other.items:
        before, now = one.items.get(label), other.items.get(label)
        if _mark_text(before) != _mark_text(now):
            title = (now or before or _NO_MARK).title
            yield Change(name, "item", label, title, _mark_text(before), _mark_text(now))
    for key in one.sections | other.sections:
        before, now = one.sections.get(key), other.sections.get(key)
        if _mark_text(before) != _mark_text(now):
            yield Change(name, "section", "", key[0], _mark_text(before), _mark_text(now))


_NO_MARK = Mark("", None, Points(None, None, None))


def _size(change: Change) -> tuple[bool, Decimal]:
    """Order headings: items before sections, those that moved most first; what came, went or is uncertain leads."""
    try:
        moved = abs(Decimal((change.now or "").rstrip(" *")) - Decimal((change.before or "").rstrip(" *")))
    except ArithmeticError:
        moved = Decimal("Infinity")
    return change.what == "section", -moved


def _rewordings(before: Recorded, now: Recorded) -> Iterator[Rewording]:
    if before.title != now.title:
        yield Rewording("", "", "rubric", before.title, now.title)
    for name, one in before.units.items():
        other = now.units.get(name)
        if other is None:
            continue
        marks = [(label, mark, other.items[label]) for label, mark in one.items.items() if label in other.items]
        marks += [("", mark, other.sections[key]) for key, mark in one.sections.items() if key in other.sections]
        for label, mark, again in marks:
            yield from _reworded(name, label, mark, again)


def _reworded(unit: str, label: str, one: Mark, other: Mark) -> Iterator[Rewording]:
    if one.title != other.title:
        yield Rewording("", label, "title", one.title, other.title)
    if one.worth != other.worth:
        yield Rewording("", label or one.title, "worth", one.worth or "", other.worth or "")
    aspects: tuple[Aspect, ...] = ("ruled", "reason", "by")
    for aspect, before, now in zip(aspects, one.ruling or (), other.ruling or (), strict=False):
        if before != now:
            yield Rewording(unit, label, aspect, before or "", now or "")


def changed_files(before: Receipt, now: Receipt) -> tuple[FileChange, ...]:
    """Compare the files of two receipts."""
    return tuple(_files(before, now))


def _files(before: Receipt, now: Receipt) -> Iterator[FileChange]:
    if before.rules.sha256 != now.rules.sha256:
        yield FileChange("rules", now.rules.name, before.rules.sha256, now.rules.sha256)
    yield from _changed("evidence", before.evidence, now.evidence)
    yield from _changed("previous", before.previous, now.previous)


def _changed(group: Group, before: tuple[FileDigest, ...], now: tuple[FileDigest, ...]) -> Iterator[FileChange]:
    """Compare files; one that has only another name now is the same."""
    same = Counter(file.sha256 for file in before) & Counter(file.sha256 for file in now)
    new: dict[str, list[str]] = {}
    for file in _without(now, same):
        new.setdefault(file.name, []).append(file.sha256)
    for file in _without(before, same):
        again = new.get(file.name)
        yield FileChange(group, file.name, file.sha256, again.pop(0) if again else None)
    for name, digests in new.items():
        yield from (FileChange(group, name, None, digest) for digest in digests)


def _without(files: tuple[FileDigest, ...], same: Counter[str]) -> Iterator[FileDigest]:
    """Leave out files with these digests, each as often as it is counted."""
    left = same.copy()
    for file in files:
        if left[file.sha256]:
            left[file.sha256] -= 1
        else:
            yield file
