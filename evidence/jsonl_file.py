"""JSON Lines → records: one object a line, with the keys that a CSV file has for columns (docs/evidence.md: "CSV")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Label, Place, SourceFile, Span, Words
from ..diagnostics.catalogue import evidence as say
from ..diagnostics.catalogue import workbook as more
from .keys import LEDGER_COLUMNS, ORIGIN_COLUMNS, find_key, plain
from .record import Entry, EvidenceFile, Record, Report, Said
from .suggest import unknown
from .text import STRANGE, is_sound, strange_character

_ORIGIN = frozenset(ORIGIN_COLUMNS.values())


def read_jsonl(source: SourceFile, fields: Iterable[str], report: Report) -> EvidenceFile | None:
    """Read the text of a JSON Lines file; what is wrong with a line is reported when its record is asked for."""
    if not is_sound(source, report):
        return None
    if not source.text.strip():
        report(say.EMPTY_FILE.at(Place(source)))
        return None
    return EvidenceFile(source, _records(source, frozenset(map(plain, fields)), report))


def _records(source: SourceFile, fields: frozenset[str], report: Report) -> Iterator[Record]:
    start = 0
    for line in source.text.split("\n"):
        if line.strip():
            yield from _Line(source, line, start, report).record(fields)
        start += len(line) + 1


class _Line:
    """Reads one line; every text of it is searched for from where the one before was found."""

    def __init__(self, source: SourceFile, line: str, start: int, report: Report) -> None:
        self._source = source
        self._line = line
        self._start = start
        self._report = report
        self._behind = 0

    def record(self, fields: frozenset[str]) -> Iterator[Record]:
        """Give the record of the line, if it is one."""
        pairs = self._pairs()
        if pairs is None:
            return
        known: dict[str, Said] = {}
        entries: list[Entry] = []
        for key, said in pairs:
            name = find_key(key.text, LEDGER_COLUMNS) or plain(key.text)
            if name not in fields and name not in LEDGER_COLUMNS:
                self._report(unknown(say.UNKNOWN_COLUMN, key, (*LEDGER_COLUMNS, *fields)))
            elif name in known:
                self._report(say.REPEATED_KEY.at(key.place, Label(known[name].place, say.FIRST_HERE), key=key.text))
            elif name not in _ORIGIN or plain(key.text) in fields:
                known[name] = said
                if said.text and name not in ("unit", "fact"):
                    entries.append(Entry(key, said))
        unit, fact = known.get("unit"), known.get("fact")
        if unit and fact is None and ("item" in known or not entries):
            fact = Said("", unit.place)  # a mark, a ruling, or a unit that takes part
        elif fact and not fact.text:
            fact = None
        if unit and unit.text and fact:
            yield Record("fact", unit, fact, self._place(0, len(self._line)), entries=tuple(entries))
        else:
            self._report(more.BAD_JSON_LINE.at(self._place(0, len(self._line)), problem=_lacking(unit, fact)))

    def _pairs(self) -> list[tuple[Said, Said]] | None:
        """Give the keys and values of the object on the line; nothing where there is none."""
        import json

        try:
            # Numbers stay the texts they are; pairs keep keys that stand twice.
            parsed = json.loads(
                self._line, object_pairs_hook=_Pairs, parse_float=_Text, parse_int=_Text, parse_constant=_Text
            )
        except json.JSONDecodeError as error:
            at = min(error.pos, max(0, len(self._line) - 1))
            return self._refuse(more.NOT_JSON, at, at + 1)
        except RecursionError:
            return self._refuse(more.NESTED, 0, 1)
        if not isinstance(parsed, _Pairs):
            return self._refuse(more.NOT_AN_OBJECT, 0, len(self._line))
        pairs: list[tuple[Said, Said]] = []
        for key, value in parsed.pairs:
            if isinstance(value, list | _Pairs):
                return self._refuse(more.NESTED, 0, len(self._line))
            text = _shown(value)
            if strange := STRANGE.search(key + text):  # by way of an escape
                self._report(strange_character(strange, self._place(0, len(self._line))))
                return None
            pairs.append((self._said(key), self._said(text)))
        return pairs

    def _said(self, text: str) -> Said:
        """Give a text with its place, or that of the line where it is written in another way there."""
        at = self._line.find(text, self._behind) if text else -1
        if at < 0:
            return Said(text.strip(), self._place(self._behind, len(self._line)))
        self._behind = at + len(text)
        return Said(text.strip(), self._place(at, at + len(text)))

    def _refuse(self, problem: Words, start: int, end: int) -> None:
        self._report(more.BAD_JSON_LINE.at(self._place(start, end), problem=problem))

    def _place(self, start: int, end: int) -> Place:
        return Place(self._source, Span(self._start + start, self._start + end))


class _Pairs:
    """An object as it stands in the file, in its order."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        self.pairs = pairs


class _Text(str):
    """A number as it was written."""

    __slots__ = ()


def _shown(value: object) -> str:
    """Give a value as it was written; nothing for ``null``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _lacking(unit: Said | None, fact: Said | None) -> Words:
    names = [name for name, said in (("unit", unit), ("fact", fact)) if said is None or not said.text]
    chinese = {"unit": "单位", "fact": "数据"}
    return Words(
        "it has no " + " and no ".join(f"`{name}`" for name in names),
        "缺少" + "和".join(f"`{chinese[name]}`" for name in names),
    )
