"""The sheets of a workbook → records and ledgers (docs/evidence.md: "Workbook").

A sheet is known by its title, or by a row that names the columns of a ledger; the row may stand anywhere near the top,
its columns in any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..diagnostics import Label, Place, SourceFile, Words
from ..diagnostics.catalogue import evidence as say
from ..diagnostics.catalogue import workbook as more
from ..interpreter.model import Model
from .keys import COLUMN_KEYS, DECISION_COLUMNS, FACT_KEYS, ORIGIN_COLUMNS, find_key, plain
from .ledger import Columns, SheetLedger
from .names import columns as field_names
from .record import Entry, EvidenceFile, Record, Report, Said
from .suggest import unknown
from .text import STRANGE
from .workbook_cells import SheetCells
from .workbook_decisions import read_decisions
from .workbook_layout import FACT_COLUMNS, FORMAT, bare_header, column_of, facts_digest, noted_unit, sheet_of
from .workbook_tables import find_header, report_formulas, spread_merged

_WORDS: Mapping[str, str] = {**DECISION_COLUMNS, **ORIGIN_COLUMNS, **COLUMN_KEYS, **FACT_KEYS}
_ORIGIN = frozenset(ORIGIN_COLUMNS.values())
_SERIAL = frozenset({"序号", "no.", "no", "#", "№"})  # numbers of rows, for people
_AMOUNTS = frozenset({"quantity", "value"})


def read_sheets(file: str, sheets: Iterable[SheetCells], model: Model, report: Report) -> EvidenceFile | None:
    """Read the sheets of one workbook; nothing where it was made by a later version of this program."""
    reader = _Reader(model, report)
    about: dict[str, Said] = {}
    for sheet in sheets:
        if sheet_of(sheet.title) == "about":
            about = {sheet.text(row, 0): sheet.said(row, 1) for row in range(sheet.height) if sheet.text(row, 1)}
        else:
            reader.read(sheet)
    source = SourceFile(file, "")
    if not reader.found_any and not about:
        report(say.EMPTY_FILE.at(Place(source)))
    if not _is_ours(about, model, report):
        return None
    rubric, year = about.get("rubric"), about.get("year")
    return EvidenceFile(source, reader.records, tuple(reader.units), rubric, year, tuple(reader.ledgers))


def _is_ours(about: Mapping[str, Said], model: Model, report: Report) -> bool:
    """Tell whether this program can read the workbook, and warn where the rubric's facts are no longer the same."""
    version = about.get("psr")
    if version is not None and version.text != FORMAT:
        report(more.LATER_FORMAT.at(version.place, found=version.text, known=FORMAT))
        return False
    facts, rubric = about.get("facts"), about.get("rubric")
    year = about["year"].text if "year" in about else ""
    is_same = year in ("", str(model.year)) and (rubric is None or plain(rubric.text) == plain(model.title))
    if facts is not None and is_same and facts.text != facts_digest(model):
        report(more.OTHER_FACTS.at(Place(SourceFile(facts.place.source.name, ""))))
    return True


class _Reader:
    """Gathers what the sheets of one workbook say."""

    def __init__(self, model: Model, report: Report) -> None:
        self.records: list[Record] = []
        self.units: list[Said] = []
        self.ledgers: list[SheetLedger] = []
        self.found_any = False
        self._model = model
        self._fields = frozenset(map(plain, field_names(model)))
        self._report = report

    def read(self, sheet: SheetCells) -> None:
        """Read a sheet of whatever kind."""
        kind = sheet_of(sheet.title)
        if kind == "marks":
            self.found_any = True
            self.records += read_decisions(sheet, self._model, self._report)
        elif (row := find_header(sheet, _word, ("unit", "fact"))) is not None:
            self.found_any = True
            self._ledger(sheet, row)
        elif kind == "facts" and (row := find_header(sheet, _fact_column, ("fact",), ("name",))) is not None:
            self.found_any = True
            self.records += self._facts(sheet, row)
        elif any(any(sheet.texts(row)) for row in range(min(sheet.height, 1000))):
            if kind is None:
                self._report(more.SHEET_PASSED_OVER.at(Place(sheet.source), sheet=sheet.title))
            else:
                self.found_any = True
                wanted = Words("`Fact`", "`数据`") if kind == "facts" else Words("`Unit` and `Fact`", "`单位`、`数据`")
                self._report(more.NO_HEADER.at(Place(sheet.source), sheet=sheet.title, columns=wanted))

    # ---- ledgers: the sheet of events, and any sheet with such columns -----------------------------------------

    def _ledger(self, sheet: SheetCells, header: int) -> None:
        sheet.set_header(header)
        by_column = sheet.columns(header + 1)
        keys = self._columns(sheet, header, by_column)
        unit, fact = keys.pop("unit"), keys.pop("fact")
        others = tuple((column, name) for column, name in keys.values())
        used = {unit[0]: "unit", fact[0]: "fact", **{column: key for key, (column, _) in keys.items()}}
        first = header + 1
        filled = [
            row for row, cells in enumerate(zip(*(by_column[column] for column in used), strict=True)) if any(cells)
        ]
        amounts = {column for column, key in used.items() if key in _AMOUNTS}
        spread_merged(sheet, by_column, used, first, frozenset(filled), amounts, self._report)
        report_formulas(sheet, used, first, self._report)
        self._check_texts(sheet, by_column, used, first)
        if len(filled) == len(by_column[0]):
            texts = by_column
        else:
            texts = [[cells[row] for row in filled] if n in used else [] for n, cells in enumerate(by_column)]
        columns = Columns(len(by_column), unit[0], fact[0], others)
        self.ledgers.append(SheetLedger(sheet.source, columns, texts, [row + first + 1 for row in filled]))

    def _columns(self, sheet: SheetCells, header: int, by_column: list[list[str]]) -> dict[str, tuple[int, str]]:
        """Read the header of a ledger: by what each column is, its index and the name it goes by."""
        found: dict[str, tuple[int, str]] = {}
        for column, text in enumerate(sheet.texts(header)):
            name = self._name(text)
            key = find_key(name, _WORDS) or plain(name)
            if key in _ORIGIN and plain(name) not in self._fields:
                continue
            if name and key not in found:
                found[key] = (column, name)
            elif name:
                first = Label(sheet.place(header, found[key][0]), say.FIRST_HERE)
                self._report(
                    say.REPEATED_KEY.at(sheet.place(header, column), first, help=say.REPEATED_COLUMN, key=text)
                )
            elif any(by_column[column]) and text.lower() not in _SERIAL:
                said = sheet.said(header, column)
                if text:
                    self._report(unknown(say.UNKNOWN_COLUMN, said, (*_WORDS, *self._fields)))
                else:
                    below = next(row for row, cell in enumerate(by_column[column]) if cell)
                    self._report(say.EMPTY_NAME.at(said.place, Label(sheet.place(header + 1 + below, column))))
        return found

    def _name(self, text: str) -> str:
        """Give the name that a header is read as; empty where it is none that is known."""
        for name in (text, bare_header(text)):
            if plain(name) in self._fields or find_key(name, _WORDS):
                return name
        return ""

    def _check_texts(self, sheet: SheetCells, by_column: list[list[str]], used: Iterable[int], first: int) -> None:
        """Report characters that no text may hold."""
        for column in used:
            if STRANGE.search("\n".join(by_column[column])):
                for row, text in enumerate(by_column[column]):
                    if strange := STRANGE.search(text):
                        found = f"U+{ord(strange[0]):04X}"
                        self._report(say.STRANGE_CHARACTER.at(sheet.place(first + row, column), found=found))

    # ---- the sheet of measured facts ---------------------------------------------------------------------------

    def _facts(self, sheet: SheetCells, header: int) -> Iterator[Record]:
        sheet.set_header(header)
        by_column = sheet.columns(header + 1)
        headers = sheet.texts(header)
        keys = {_fact_column(text): column for column, text in enumerate(headers) if _fact_column(text)}
        notes = {unit: column for column, text in enumerate(headers) if (unit := noted_unit(text))}
        units = [
            column
            for column, text in enumerate(headers)
            if text and _fact_column(text) is None and column not in notes.values()
        ]
        self.units += [sheet.said(header, column) for column in units]
        for column, text in enumerate(headers):
            if not text and any(by_column[column]):
                self._report(say.EMPTY_NAME.at(sheet.place(header, column)))
        spread_merged(sheet, by_column, dict.fromkeys(units, ""), header + 1, frozenset(), set(), self._report)
        report_formulas(sheet, units, header + 1, self._report)
        named = [keys[key] for key in ("name", "fact") if key in keys]
        for row in range(len(by_column[0])):
            subject = next((column for column in named if by_column[column][row]), named[0])
            said = Said(by_column[subject][row], sheet.place(header + 1 + row, subject))
            for column in units:
                text, place = by_column[column][row], sheet.place(header + 1 + row, column)
                if text and not said.text:
                    self._report(say.EMPTY_NAME.at(said.place, Label(place)))
                elif text:
                    noted = notes.get(plain(headers[column]))
                    note = None if noted is None else Said(by_column[noted][row], sheet.place(header + 1 + row, noted))
                    yield _measured(sheet.said(header, column), said, Said(text, place), note)


def _measured(unit: Said, subject: Said, value: Said, note: Said | None) -> Record:
    """Make the record of a measured fact, with the remark on it if there is one."""
    record = Record("fact", unit, subject, value.place)
    if note is None or not note.text:
        return record._replace(bare=value)
    entries = (Entry(Said("value", value.place), value), Entry(Said("note", note.place), note))
    return record._replace(entries=entries)


def _word(text: str) -> str | None:
    """Give the word of the format that a header spells."""
    return find_key(text, _WORDS) or find_key(bare_header(text), _WORDS)


def _fact_column(text: str) -> str | None:
    return column_of(text, FACT_COLUMNS)
