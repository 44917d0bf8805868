"""The sheets of a workbook → records and ledgers (docs/evidence.md: "Workbook").

A sheet is known by its title, or by a row that names the columns of a ledger; the row may stand anywhere near the top,
its columns in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ..diagnostics import Kind, Label, Place, SourceFile, Words
from ..diagnostics.catalogue import evidence as say
from ..diagnostics.catalogue import workbook as more
from ..grammar.statements import Judge
from ..interpreter.model import Model
from .keys import FACT_KEYS, LEDGER_COLUMNS, ORIGIN_COLUMNS, find_key, in_chinese, plain
from .ledger import Columns, SheetLedger
from .names import columns as field_names
from .record import EvidenceFile, Record, Report, Said
from .suggest import unknown
from .text import STRANGE, strange_character
from .workbook_cells import SheetCells
from .workbook_decisions import mark_column, read_decisions
from .workbook_facts import FactsTable, fact_column, missing_header
from .workbook_layout import FORMAT, SERIAL, SHEETS, UNIT_TITLE, Sheet, bare_header, facts_digest, sheet_of
from .workbook_tables import (
    amount_fields,
    find_header,
    find_like_unit,
    is_filled,
    report_formulas,
    report_unshown,
    spread_merged,
)
from .workbook_units import report_new_columns

_ORIGIN = frozenset(ORIGIN_COLUMNS.values())
_AMOUNTS = frozenset({"quantity", "value"})


def read_sheets(file: str, sheets: Iterable[SheetCells], model: Model, report: Report) -> EvidenceFile | None:
    """Read the sheets of one workbook; nothing where it was made by a later version of this program."""
    given = list(sheets)
    about = _about(given)
    is_whole = "facts" in about and _is_same(about, model) and _is_current(about, model)
    reader = _Reader(model, _is_current(about, model), is_whole, report)
    for sheet in given:
        if sheet_of(sheet.title) != "about" and not sheet.is_hidden:
            reader.read(sheet)
    source = SourceFile(file, "")
    if not reader.found_any and not about:
        report(say.EMPTY_FILE.at(Place(source)))
    if not _is_ours(about, model, report):
        return None
    if about and _is_same(about, model):
        reader.report_missing(file)
        report_new_columns(reader.units, reader.records, about, report)
    reader.report_hidden(sheet for sheet in given if sheet.is_hidden)
    rubric, year = about.get("rubric"), about.get("year")
    units, ledgers = tuple(reader.units), tuple(reader.ledgers)
    adds_units = not (about and reader.lists_all_units)
    return EvidenceFile(source, reader.records, units, rubric, year, ledgers, lists_units=True, adds_units=adds_units)


def _about(sheets: Iterable[SheetCells]) -> dict[str, Said]:
    """Read the hidden sheet, by the first cell of each row; nothing where there is none.

    What it says is shown to be said by the whole file, since people do not see the sheet.
    """
    for sheet in sheets:
        if sheet_of(sheet.title) == "about":
            place = Place(SourceFile(sheet.file, ""))
            found = {sheet.text(row, 0): sheet.text(row, 1) for row in range(sheet.height)}
            return {key: Said(text, place) for key, text in found.items() if text}
    return {}


def _is_current(about: Mapping[str, Said], model: Model) -> bool:
    """Tell whether the rubric's facts are those for which the workbook was made, as far as it says so."""
    facts = about.get("facts")
    return facts is None or facts.text == facts_digest(model)


def _is_same(about: Mapping[str, Said], model: Model) -> bool:
    """Tell whether a workbook was made for this rubric and its year, as far as it says so."""
    rubric, year = about.get("rubric"), about.get("year")
    is_year = year is None or year.text in ("", str(model.year))
    return is_year and (rubric is None or plain(rubric.text) == plain(model.title))


def _is_ours(about: Mapping[str, Said], model: Model, report: Report) -> bool:
    """Tell whether this program can read the workbook, and warn where the rubric's facts are no longer the same."""
    version = about.get("psr")
    if version is not None and version.text != FORMAT:
        report(more.LATER_FORMAT.at(version.place, found=version.text, known=FORMAT))
        return False
    facts = about.get("facts")
    if facts is not None and _is_same(about, model) and not _is_current(about, model):
        report(more.OTHER_FACTS.at(facts.place))
    return True


class _Reader:
    """Gathers what the sheets of one workbook say."""

    def __init__(self, model: Model, is_current: bool, is_whole: bool, report: Report) -> None:
        self.records: list[Record] = []
        self.units: list[Said] = []
        self.ledgers: list[SheetLedger] = []
        self.found_any = False
        self._model = model
        self._is_current = is_current
        self._is_whole = is_whole  # it was made for these facts, and so with all their columns
        self._met: dict[Sheet, str] = {}
        self._passed_over: list[SheetCells] = []
        self._missing: set[Sheet] = set()
        self._is_merged = False
        self._fields = frozenset(map(plain, field_names(model)))
        self._amounts = frozenset(map(plain, amount_fields(model)))
        self._report = report

    def read(self, sheet: SheetCells) -> None:
        """Read a sheet of whatever kind."""
        kind = sheet_of(sheet.title)
        if kind is not None:
            self._met[kind] = sheet.title
        if kind == "marks":
            self.found_any = True
            self.records += read_decisions(sheet, self._model, self._report)
        elif (row := find_header(sheet, _word, ("unit", "fact"))) is not None:
            self.found_any = True
            self._met.setdefault("events", sheet.title)
            self._ledger(sheet, row)
        elif kind == "facts" and (row := find_header(sheet, fact_column, ("fact",), ("name",))) is not None:
            self.found_any = True
            table = FactsTable(sheet, row, self._model, self._is_current, self._report)
            self.units += table.units
            self.records += table.records()
        elif not any(any(sheet.texts(row)) for row in range(min(sheet.height, 1000))):
            pass
        elif kind is None:
            self._passed_over.append(sheet)
            self._say_of(more.SHEET_PASSED_OVER, sheet)
        else:
            self.found_any = True
            wanted = missing_header() if kind == "facts" else Words("`Unit` and `Fact`", "`单位`、`数据`")
            self._say_of(more.NO_HEADER, sheet, columns=wanted)

    def _say_of(self, kind: Kind, sheet: SheetCells, **told: object) -> None:
        """Say that a sheet can't be read, and if only the column of units seems to have another name, where it is."""
        like = find_like_unit(sheet, _word, "fact")
        place = Place(sheet.source) if like is None else like.place
        advice = None if like is None else say.DID_YOU_MEAN
        self._report(kind.at(place, help=advice, under=None, fix=None, sheet=sheet.title, near=UNIT_TITLE, **told))

    @property
    def lists_all_units(self) -> bool:
        """Tell whether the units have columns; those of a merged ledger have none."""
        return bool(self.units) and not self._is_merged

    def report_missing(self, file: str) -> None:
        """Report the sheets that a workbook of ours has no more, with the one that each may be now.

        A workbook of ours is made with all of them, so that one has been deleted, hidden or named anew. One that the
        rubric has no use for may be deleted, and a merged ledger has one sheet alone.
        """
        if self._is_merged:
            return
        needed = _needed(self._model)
        language = 1 if any(title == SHEETS[kind].zh for kind, title in self._met.items()) else 0
        for kind, columns, likely in _EACH:
            if kind in self._met:
                continue
            sheet = SHEETS[kind][language]
            near = next((one.title for one in self._passed_over if find_header(one, columns, *likely) is not None), "")
            if not near and kind not in needed:
                continue
            self._missing.add(kind)
            advice = say.RENAMED_SHEET if near else None
            self._report(say.SHEET_MISSING.at(Place(SourceFile(file, "")), help=advice, sheet=sheet, near=near))

    def report_hidden(self, sheets: Iterable[SheetCells]) -> None:
        """Warn of the hidden sheets that look like evidence, but for those that were said to be missing."""
        for sheet in sheets:
            if sheet_of(sheet.title) not in self._missing and any(
                is_filled(sheet, columns, *likely) for _, columns, likely in _EACH
            ):
                advice = more.HELP_HIDDEN_SHEET
                self._report(more.SHEET_PASSED_OVER.at(Place(sheet.source), help=advice, sheet=sheet.title))

    # ---- ledgers: the sheet of events, and any sheet with such columns -----------------------------------------

    def _ledger(self, sheet: SheetCells, header: int) -> None:
        sheet.set_header(header)
        by_column = sheet.columns(header + 1)
        keys = self._columns(sheet, header, by_column)
        if self._is_whole and not self._is_merged:
            self._report_missing_columns(sheet, header, {*keys, *(plain(name) for _, name in keys.values())})
        unit, fact = keys.pop("unit"), keys.pop("fact")
        others = tuple((column, name) for column, name in keys.values())
        used = {unit[0]: "unit", fact[0]: "fact", **{column: key for key, (column, _) in keys.items()}}
        first = header + 1
        filled = [
            row for row, cells in enumerate(zip(*(by_column[column] for column in used), strict=True)) if any(cells)
        ]
        measured = {column for column, name in others if plain(name) in self._amounts}
        amounts = {column for column, key in used.items() if key in _AMOUNTS} | measured
        spread_merged(sheet, by_column, used, first, frozenset(filled), amounts, self._report)
        report_formulas(sheet, used, first, self._report)
        report_unshown(sheet, {column for column in amounts if used[column] == "quantity"}, used, first, self._report)
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
            key = find_key(name, LEDGER_COLUMNS) or plain(name)
            if key in _ORIGIN and plain(name) not in self._fields:
                self._is_merged = True
                continue
            if name and key not in found:
                found[key] = (column, name)
            elif name:
                first = Label(sheet.place(header, found[key][0]), say.FIRST_HERE)
                self._report(
                    say.REPEATED_KEY.at(sheet.place(header, column), first, help=say.REPEATED_COLUMN, key=text)
                )
            elif any(by_column[column]) and text.lower() not in SERIAL:
                said = sheet.said(header, column)
                if text:
                    self._report(unknown(say.UNKNOWN_COLUMN, said, (*LEDGER_COLUMNS, *self._fields)))
                else:
                    below = next(row for row, cell in enumerate(by_column[column]) if cell)
                    self._report(say.EMPTY_NAME.at(said.place, Label(sheet.place(header + 1 + below, column))))
        return found

    def _report_missing_columns(self, sheet: SheetCells, header: int, names: set[str]) -> None:
        """Report the column of quantities, and those of fields, that the template made and that are gone."""
        fields = [field for fact in self._model.facts.values() for field in fact.fields.values()]
        wanted = [("quantity", in_chinese("quantity", FACT_KEYS)), *((field.name, field.label) for field in fields)]
        place = sheet.place(header, 0, sheet.width)
        for name, label in dict.fromkeys(wanted):
            if not {name, plain(label)} & names:
                self._report(say.MISSING_COLUMN.at(place, help=say.HELP_COLUMN_GONE, column=name, zh=label))

    def _name(self, text: str) -> str:
        """Give the name that a header is read as; empty where it is none that is known."""
        for name in (text, bare_header(text)):
            if plain(name) in self._fields or find_key(name, LEDGER_COLUMNS):
                return name
        return ""

    def _check_texts(self, sheet: SheetCells, by_column: list[list[str]], used: Iterable[int], first: int) -> None:
        """Report characters that no text may hold."""
        for column in used:
            if STRANGE.search("\n".join(by_column[column])):
                for row, text in enumerate(by_column[column]):
                    if strange := STRANGE.search(text):
                        self._report(strange_character(strange, sheet.place(first + row, column)))


def _word(text: str) -> str | None:
    """Give the word of the format that a header spells."""
    return find_key(text, LEDGER_COLUMNS) or find_key(bare_header(text), LEDGER_COLUMNS)


def _needed(model: Model) -> set[Sheet]:
    """Tell which sheets a rubric can't do without."""
    needed: set[Sheet] = {"events" if fact.counts else "facts" for fact in model.facts.values()}
    if any(isinstance(line, Judge) for heading in model.headings for line in heading.lines):
        needed.add("marks")
    return needed


_EACH: Sequence[tuple[Sheet, Callable[[str], str | None], tuple[tuple[str, ...], ...]]] = (
    ("facts", fact_column, (("fact", "name"), ("fact", "how"))),
    ("events", _word, (("unit", "fact"),)),
    ("marks", mark_column, (("unit", "item"),)),
)
"""The sheets that every workbook of ours has: how their headers are read, and by which columns one is known."""
