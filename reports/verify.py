"""A verification → what people read: the verdict first, then what differs, then which files have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Language
from ..diagnostics.visible import visible
from ..diagnostics.width import clip, display_width, pad
from ..diagnostics.wrap import wrap
from ..receipts.receipt import shortened
from ..receipts.verification import Change, FileChange, Rewording, Verification
from .receipt_line import kind_word, receipt_line
from .verify_words import word
from .words import sheet

_MOST = 60
"""So many rows of a list are shown; JSON has all of them."""
_MOST_UNITS = 8
_LEAST_CELLS = 12
_LONGEST_NAME = 80
"""Of a file, in terminal cells."""


def verify_text(found: Verification, language: Language, width: int) -> str:
    """Write a verification for people; ``width`` is in terminal cells."""
    lines = [*wrap(_verdict(found, language), width), *_part(found, language, width), ""]
    for name, block in (
        ("differs", list(_changes(found.changes, language, width))),
        ("reworded", list(_rewordings(found.rewordings, language, width))),
        ("made of", [*_files(found.files, language), *_version(found, language)]),
        ("unseen", [f"  {_short(unit, width)}" for unit in found.unseen]),
    ):
        if block:
            more = [f"  … +{len(block) - _MOST}"] if len(block) > _MOST else []
            lines += [word(name, language), *block[:_MOST], *more, ""]
    if found.before is not None and found.before.previous and not found.now.previous:
        lines += [*wrap(word("no previous", language), width), ""]
    return "\n".join([*lines, receipt_line(found.now, language)]) + "\n"


def unverified_text(files: Iterable[FileChange], language: Language, width: int) -> str:
    """Say that a result can't be verified for the errors reported, and which files have changed since then."""
    lines = wrap(word("unverified", language), width)
    block = list(_files(files, language))
    if block:
        lines += ["", word("made of", language), *block[:_MOST]]
    return "\n".join(lines) + "\n"


def _verdict(found: Verification, language: Language) -> str:
    if found.altered:
        return word("altered", language)
    if not found.holds:
        count = len(found.changes)
        verdict = word("fails one" if count == 1 else "fails", language, count=count)
    elif found.same_inputs:
        return word("holds", language)
    else:
        verdict = word("still holds", language)
    return verdict if found.before is not None else verdict + word("no receipt", language)


def _part(found: Verification, language: Language, width: int) -> list[str]:
    """Say which units the result holds where there were more: of the others it says nothing."""
    if found.before is None or not found.is_part:
        return []
    named = [_short(name, width) for name in found.units[:_MOST_UNITS]]
    named += ["…"] if len(found.units) > _MOST_UNITS else []
    text = word("part", language, count=len(found.units), all=found.before.units)
    if named:
        text = sheet("says", language, whose=text, value=sheet("comma", language).join(named))
    return wrap(text, width)


def _changes(changes: Iterable[Change], language: Language, width: int) -> Iterator[str]:
    """Write the table: unit, what, before → now; long titles are cut where the terminal is narrow."""
    rows = [
        (
            _short(change.unit, width),
            _what(change, language, width),
            _value(change, change.before),
            _value(change, change.now),
        )
        for change in changes
    ]
    cells = [max((display_width(row[column]) for row in rows), default=0) for column in range(4)]
    cells[0] = min(cells[0], max(_LEAST_CELLS, width // 4))
    cells[1] = min(cells[1], max(_LEAST_CELLS, width - cells[0] - cells[2] - cells[3] - 9))
    for unit, what, before, now in rows:
        first = f"  {pad(clip(unit, cells[0]), cells[0])}  {pad(clip(what, cells[1]), cells[1])}"
        yield f"{first}  {' ' * (cells[2] - display_width(before))}{before} → {now}"


def _what(change: Change, language: Language, width: int) -> str:
    match change.what:
        case "item" | "section":
            return _short(f"{change.label} {change.title}".strip(), width) or word("section", language)
        case "unit":
            return word("new unit" if change.before is None else "gone unit", language)
        case name:
            return sheet(name, language)


def _value(change: Change, text: str | None) -> str:
    if text is None:
        return "?" if change.what in ("rank", "grade") else "—"
    if change.what == "grade":
        return _short(text, _LEAST_CELLS)
    return f"{text.replace('..', ' – ').strip()} ?" if ".." in text else text


def _rewordings(rewordings: Iterable[Rewording], language: Language, width: int) -> Iterator[str]:
    for one in rewordings:
        where = " · ".join(_short(part, width) for part in (one.unit, one.label) if part)
        before, now = (_short(text, width) or "—" for text in (one.before, one.now))
        told = sheet(
            "says", language, whose=f"{where} {word(one.aspect, language)}".lstrip(), value=f"{before} → {now}"
        )
        yield f"  {told}"


def _short(text: str, width: int) -> str:
    """Write a text that may be of any length."""
    return clip(visible(text[: 4 * width]), width)


def _files(files: Iterable[FileChange], language: Language) -> Iterator[str]:
    rows = [(kind_word(file.group, language), _short(file.name, _LONGEST_NAME), file) for file in files]
    kinds = max((display_width(kind) for kind, _, _ in rows), default=0)
    names = max((display_width(name) for _, name, _ in rows), default=0)
    for kind, name, file in rows:
        if file.before is None or file.now is None:
            change = word("new file" if file.before is None else "gone file", language)
        else:
            change = f"{shortened(file.before)} → {shortened(file.now)}"
        yield f"  {pad(kind, kinds)}  {pad(name, names)}  {change}"


def _version(found: Verification, language: Language) -> Iterator[str]:
    if found.before is None:
        return
    if found.before.version != found.now.version:
        yield f"  {word('version', language)}  {visible(found.before.version)} → {visible(found.now.version)}"
    if found.before.keep_going != found.now.keep_going:
        yield f"  {word('keep going' if found.now.keep_going else 'kept going', language)}"
