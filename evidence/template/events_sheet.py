"""The sheet of events: one row an event, its fields in columns that the facts share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from ...interpreter.facts import Event, Evidence, Missing, UnitFacts
from ...interpreter.model import FactModel, FieldModel, Model, Type
from ..workbook_layout import EVENT_COLUMNS, EVENT_COLUMNS_BEHIND, SHEETS, field_columns
from .cells import cell_of, fact_text, option_text, quantity_of
from .checks import formula_for, look_for
from .lists import Lists
from .paper import ROWS, Book, Paper
from .words import FROM_LIST, OF_FACT, ONLY_LIST, UNKNOWN, YES_NO

_UNIT, _FACT, _QUANTITY, _DATE = range(4)
_FIRST_FIELD = len(EVENT_COLUMNS)
_AREA = (1, ROWS)
_A_DAY = Type("date")


class EventsSheet:
    """Writes the sheet."""

    def __init__(self, book: Book, model: Model, units: Sequence[str], evidence: Evidence) -> None:
        """Take what the sheet tells."""
        self._book = book
        self._model = model
        self._units = units
        self._evidence = evidence
        self._facts = [fact for fact in model.facts.values() if fact.counts]
        self._fields = field_columns(model, book.language)
        self._column = {
            field.span: _FIRST_FIELD + place for place, fields in enumerate(self._fields.values()) for field in fields
        }
        self._paper: Paper = book.add_sheet(SHEETS["events"])

    def write(self, lists: Lists, units: str) -> None:
        """Write the header, what the cells offer and check, and a row for each event; ``units`` names their cells."""
        paper, say = self._paper, self._book.say
        headers = [f"{say(column.title)}{' *' if column.key in ('unit', 'fact') else ''}" for column in EVENT_COLUMNS]
        headers += [*self._fields, *(say(column.title) for column in EVENT_COLUMNS_BEHIND)]
        paper.header(headers)
        self._guard(lists, units)
        for row, (unit, fact, event, missing) in enumerate(self._events(), 1):
            self._fill(row, unit, fact, event, missing)
        paper.sheet.freeze_panes(1, 2)
        paper.sheet.autofilter(0, 0, ROWS, len(headers) - 1)
        behind = _FIRST_FIELD + len(self._fields)
        paper.reserve(_FACT, [fact_text(fact, self._model) for fact in self._facts])
        paper.widths(self._looks(), {_UNIT: 14, _DATE: 13, behind: 36, behind + 1: 20}, most=60)

    def _looks(self) -> dict[int, str]:
        """Give how the cells of each column look, so that what is typed into them looks as it should."""
        looks = {_UNIT: "text", _FACT: "text", _QUANTITY: "entry", _DATE: "date"}
        for place, fields in enumerate(self._fields.values(), _FIRST_FIELD):
            kinds = {field.type.kind for field in fields}
            looks[place] = look_for(fields[0].type) if len(kinds) == 1 else "entry"
        behind = _FIRST_FIELD + len(self._fields)
        return looks | dict.fromkeys(range(behind, behind + len(EVENT_COLUMNS_BEHIND)), "text")

    def _guard(self, lists: Lists, units: str) -> None:
        paper = self._paper
        paper.choose(_AREA, _UNIT, units, free=ONLY_LIST)
        paper.choose(
            _AREA, _FACT, lists.range_of([fact_text(fact, self._model) for fact in self._facts]), free=ONLY_LIST
        )
        self._demand(_QUANTITY, Type("counts", 0))
        low, high = (day.toordinal() for day in self._model.period) if self._model.period else (None, None)
        self._demand(_DATE, _A_DAY._replace(low=low, high=high))
        paper.colour((1, _UNIT, ROWS, _FACT), '=AND(A2="",$A2&$B2&$C2&$D2<>"")', "missing")
        if required := [fact_text(fact, self._model) for fact in self._facts if fact.required]:
            names, unknown = lists.range_of(required)[1:], self._book.say(UNKNOWN)
            last = xl_col_to_name(_FIRST_FIELD + len(self._fields) - 1)
            open_still = f'OR($C2="{unknown}",COUNTA($C2:${last}2)=0)'  # a date or a field tells of an event
            paper.colour((1, _QUANTITY, ROWS, _QUANTITY), f"=AND({open_still},COUNTIF({names},$B2)>0)", "missing")
        for fields in self._fields.values():
            self._guard_field(self._column[fields[0].span], fields, lists)

    def _guard_field(self, column: int, fields: tuple[FieldModel, ...], lists: Lists) -> None:
        """Offer or check what a field takes; mark it where its row lacks it, shade it where the row's fact has none."""
        paper = self._paper
        first = fields[0].type
        if all(field.type.kind == "choice" for field in fields):
            entries = [option_text(option, field.type) for field in fields for option in field.type.options]
            paper.choose(_AREA, column, lists.range_of(list(dict.fromkeys(entries))), free=FROM_LIST)
        elif all(field.type.kind == "yes/no" for field in fields):
            paper.choose(_AREA, column, [self._book.say(words) for words in YES_NO], free=FROM_LIST)
        elif all(field.type._replace(noun="") == first._replace(noun="") for field in fields):
            is_shared = all(field.type.noun == first.noun for field in fields)
            self._demand(column, first if is_shared else first._replace(noun=""), self._measures(fields))
        elif measures := self._measures(fields):
            paper.prompt(_AREA, column, measures)
        having = dict.fromkeys(fact_text(fact, self._model) for fact, _ in self._holding(fields))
        names = lists.range_of(list(having))[1:]
        cell = xl_rowcol_to_cell(1, column, col_abs=True)
        area = (1, column, ROWS, column)
        paper.colour(area, f'=AND($B2<>"",{cell}="",COUNTIF({names},$B2)>0)', "missing")
        paper.colour(area, f'=AND($B2<>"",COUNTIF({names},$B2)=0)', "idle")

    def _holding(self, fields: tuple[FieldModel, ...]) -> list[tuple[FactModel, FieldModel]]:
        """Give the facts that have one of some fields, each with its field."""
        return [(fact, field) for fact in self._facts for field in fact.fields.values() if field in fields]

    def _measures(self, fields: tuple[FieldModel, ...]) -> str:
        """Tell how to write amounts that are measured in something: by facts, where these are not alike in it."""
        say, first = self._book.say, fields[0].type
        if not any(field.type.noun for field in fields):
            return ""
        if all(field.type == first for field in fields):
            return self._book.how_to_write(first)
        told = [
            say(OF_FACT, fact=fact_text(fact, self._model), how=self._book.how_to_write(field.type))
            for fact, field in self._holding(fields)
        ]
        return "\n".join(told)

    def _demand(self, column: int, kind: Type, prompt: str = "") -> None:
        formula = formula_for(kind, xl_rowcol_to_cell(1, column))
        if formula is not None:
            self._paper.demand(_AREA, column, formula, self._book.how_to_write(kind), prompt)

    def _events(self) -> Iterator[tuple[str, FactModel, Event, Missing | None]]:
        """Give the rows: an event; that there was none; or that a whole fact is unknown or does not apply.

        A fact that is required and not stated is unknown: its row is there already, and waits for a quantity.
        """
        for name in self._units:
            unit = self._evidence.units.get(name, UnitFacts(name))
            for fact in self._facts:
                rows = unit.events.get(fact.name)
                if isinstance(rows, Missing):
                    yield name, fact, Event(0), rows
                elif rows is not None:
                    yield from ((name, fact, row, None) for row in rows or [Event(0)])
                elif fact.required:
                    yield name, fact, Event(0), Missing.UNKNOWN

    def _fill(self, row: int, unit: str, fact: FactModel, event: Event, missing: Missing | None) -> None:
        language = self._book.language
        self._paper.put(row, _UNIT, unit, "text")
        self._paper.put(row, _FACT, fact_text(fact, self._model), "text")
        self._paper.put(row, _QUANTITY, cell_of(missing or quantity_of(event), fact.type, language))
        if event.date is not None:
            self._paper.put(row, _DATE, cell_of(event.date, _A_DAY, language), "date")
        for name, stated in event.fields.items():
            field = fact.fields[name]
            self._paper.put(row, self._column[field.span], cell_of(stated, field.type, language), look_for(field.type))
        behind = _FIRST_FIELD + len(self._fields)
        self._paper.put(row, behind, event.note, "text")
        self._paper.put(row, behind + 1, event.reference, "text")
